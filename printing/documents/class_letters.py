"""F28, F34 and F35: the plan of a class, the report on it, the invitation of a trainee."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from printing.blocks import place_and_date
from printing.columns import PrintColumn
from printing.content import (
    Addressed,
    Annex,
    Block,
    Dotted,
    Entry,
    Letter,
    Para,
    Ruled,
    Section,
    Signatures,
    Title,
)
from printing.documents.class_data import ClassData, InvitationData, SubjectRow
from printing.documents.classes import RESULT_COLUMNS, result_rows, result_words
from printing.documents.figures import added, counted, thousands, year_words
from printing.documents.office import GAP

SUBJECT_COLUMNS: Final = (
    PrintColumn("Nội dung", 4),
    PrintColumn("Số tiết", 0.8, "centre"),
    PrintColumn("Thời gian", 1.7, "centre"),
    PrintColumn("Báo cáo viên", 2.2),
)
NUMBER_MISSING: Final = "……"


def class_plan(data: ClassData) -> Letter:
    """F28: the plan to hold a class."""
    about = f"Mở {named(data)}{_of_year(data)}"
    return Letter(
        f"Kế hoạch {about}",
        (
            data.office.head("KH", data.number, data.day),
            Title("KẾ HOẠCH", about),
            Section("I. MỤC ĐÍCH, YÊU CẦU"),
            *_paragraphs(data.aim, 2),
            Section("II. ĐỐI TƯỢNG, SỐ LƯỢNG"),
            Entry("1. Đối tượng", data.whom),
            Entry("2. Số lượng", f"{counted(data.target)} học viên" if data.target else ""),
            Section("III. THỜI GIAN, ĐỊA ĐIỂM"),
            Entry("1. Thời gian", data.days),
            Entry("2. Địa điểm", data.place),
            *((Entry("3. Hình thức", data.way),) if data.way else ()),
            *_contents(data),
            Section("V. KINH PHÍ"),
            *_paragraphs(_budget_words(data), 1),
            *_carrying_out(data),
            Signatures(
                data.office.signature(
                    f"- UBND {data.office.commune} (để báo cáo);",
                    "- Các đơn vị cử học viên (để thực hiện);",
                )
            ),
        ),
    )


def named(data: ClassData) -> str:
    """The class inside a sentence, dots in a blank form."""
    return data.name or f"lớp {GAP}{GAP}"


def _of_year(data: ClassData) -> str:
    known = data.year and str(data.year) in data.name
    return "" if known else f" năm {year_words(data.year)}"


def _paragraphs(words: str, blank: int) -> Iterator[Block]:
    """The lines given, or dotted ones to be filled in."""
    if words:
        yield from map(Para, words.splitlines())
    else:
        yield Dotted(blank)


def _contents(data: ClassData) -> Iterator[Block]:
    """Part IV: the subjects as a table."""
    yield Section("IV. NỘI DUNG")
    periods = data.periods or added(row.periods for row in data.subjects)
    if data.subjects:
        told = f", tổng số {counted(periods)} tiết" if periods else ""
        yield Para(f"Gồm {counted(len(data.subjects))} chuyên đề{told}:")
    yield Ruled(SUBJECT_COLUMNS, [_subject_cells(row) for row in data.subjects], blank=5)
    if data.rule:
        yield Para(f"Điều kiện đạt: {data.rule}.")


def _subject_cells(row: SubjectRow) -> tuple[str, ...]:
    return (row.words, str(row.periods) if row.periods else "", row.when, row.lecturer)


def _budget_words(data: ClassData) -> str:
    return (
        f"Dự kiến {thousands(data.budget)} đồng, từ nguồn kinh phí được giao."
        if data.budget
        else ""
    )


def _carrying_out(data: ClassData) -> Iterator[Block]:
    """Part VI."""
    organiser = data.organiser or data.office.name
    yield Section("VI. TỔ CHỨC THỰC HIỆN")
    partner = f" phối hợp với {data.partner}" if data.partner else ""
    yield Para(
        f"1. {organiser}: chủ trì{partner} chuẩn bị nội dung, tài liệu, báo cáo viên, địa điểm; "
        "theo dõi điểm danh, kiểm tra, đánh giá kết quả học tập."
    )
    yield Para(
        "2. Các đơn vị, tổ: cử đúng đối tượng, đủ số lượng, tạo điều kiện cho học viên tham gia "
        "đầy đủ các buổi học."
    )
    yield Para(
        f"Quá trình thực hiện có khó khăn, vướng mắc báo cáo về {data.office.name} để xem xét, chỉ "
        "đạo./."
    )


def class_report(data: ClassData) -> Letter:
    """F34, after model 1.4 of Nghị định 30/2020, with F31 as annex."""
    about = f"Kết quả {named(data)}{_of_year(data)}"
    reference = _reference(data)
    return Letter(
        f"Báo cáo {about}",
        (
            data.office.head("BC", data.number, data.day),
            Title("BÁO CÁO", about),
            Addressed((f"UBND {data.office.commune}",)),
            Section("I. CÔNG TÁC TỔ CHỨC"),
            *map(Para, _held_sentences(data)),
            Section("II. KẾT QUẢ"),
            *_results(data),
            Section("III. TỒN TẠI, HẠN CHẾ"),
            Dotted(3),
            Section("IV. KIẾN NGHỊ, ĐỀ XUẤT"),
            Dotted(3),
            Para(
                f"Trên đây là báo cáo kết quả {named(data)}, {data.office.name} báo cáo UBND "
                f"{data.office.commune} theo dõi, chỉ đạo./."
            ),
            Signatures(data.office.signature("- Như trên;")),
            Annex("Phụ lục", "BẢNG KẾT QUẢ HỌC TẬP", reference, landscape=True),
            Ruled(RESULT_COLUMNS, result_rows(data), blank=8),
        ),
    )


def _held_sentences(data: ClassData) -> Iterator[str]:
    """When, where, by whom, with whom, what was taught."""
    held = data.days or f"từ ngày {GAP} đến ngày {GAP}"
    place = data.place[:1].lower() + data.place[1:] if data.place[:2] not in ("UB",) else data.place
    basis = f"Thực hiện {data.plan}, " if data.plan else ""
    organiser = data.organiser or data.office.name
    where = f" tại {place}" if place else ""
    words = f"{basis}{organiser} tổ chức {named(data)} {held}{where}."
    yield words[:1].upper() + words[1:]
    if data.partner:
        yield f"Đơn vị phối hợp: {data.partner}."
    if data.subjects:
        periods = data.periods or added(row.periods for row in data.subjects)
        told = f", {counted(periods)} tiết" if periods else ""
        subjects = "; ".join(row.words[:1].lower() + row.words[1:] for row in data.subjects)
        yield f"Nội dung gồm {counted(len(data.subjects))} chuyên đề{told}: {subjects}."


def _results(data: ClassData) -> Iterator[Block]:
    """Trainees, attendance, who passed."""
    if not data.trainees:
        yield Dotted(4)
        return
    target = f", chỉ tiêu {counted(data.target)}" if data.target else ""
    yield Para(f"Lớp có {counted(len(data.trainees))} học viên{target}.")
    shares = [row.share for row in data.trainees if row.share is not None]
    if shares:
        whole = sum(share == 100 for share in shares)
        mean = f"{sum(shares) / len(shares):.1f}".replace(".", ",")
        yield Para(f"Chuyên cần bình quân {mean}%; {counted(whole)} học viên tham gia đủ các buổi.")
    yield Para(result_words(data))
    if data.paper:
        yield Para(f"Học viên đạt được cấp “{data.paper}”.")
    yield Para("(Có bảng kết quả học tập kèm theo)")


def _reference(data: ClassData) -> str:
    """The line that ties the annex to the report."""
    number = NUMBER_MISSING if data.number is None else f"{data.number:02d}"
    day = place_and_date("", data.day).partition(", ")[2]
    return f"(Kèm theo Báo cáo số {number}/BC-{data.office.symbol} {day} của {data.office.name})"


def invitation(data: InvitationData) -> Letter:
    """F35, after model 1.7 of Nghị định 30/2020: one trainee called to a class."""
    of, trainee = data.of, data.trainee
    about = f"Tham dự {named(of)}"
    title = {"Nam": "Ông", "Nữ": "Bà"}.get(trainee.sex, "Ông (bà)")
    who = f"{title} {trainee.name}" if trainee.name else ""
    unit = ", ".join(filter(None, (trainee.post, trainee.unit)))
    return Letter(
        f"Giấy mời {about}",
        (
            of.office.head("GM", of.number, of.day),
            Title("GIẤY MỜI", about),
            Entry(f"{of.office.name} trân trọng kính mời", who),
            Entry("Đơn vị", unit),
            Entry("Tới dự", f"{named(of)}{_of_year(of)}"),
            Entry("Chủ trì", of.head_teacher or of.organiser),
            Entry("Thời gian", _sitting_words(of)),
            Entry("Địa điểm", of.place),
            Para(
                "Khi đến lớp, đề nghị mang theo thẻ căn cước; tham gia đầy đủ các buổi học. Trường "
                f"hợp vắng mặt, báo trước cho {of.office.name}."
            ),
            Para("Rất mong được đón tiếp./."),
            Signatures(of.office.signature("- Như trên;")),
        ),
    )


def _sitting_words(data: ClassData) -> str:
    """The days with the sittings of the first one."""
    if not data.sessions or not data.days:
        return data.days
    parts = [part.lower() for day, part in data.sessions if day == data.sessions[0][0] and part]
    return f"{data.days} ({counted(len(data.sessions))} buổi" + (
        f", học buổi {', '.join(parts)})" if parts else ")"
    )
