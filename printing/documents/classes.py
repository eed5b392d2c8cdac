"""F29, F30, F31 and F36: trainees, attendance, results of a class; the classes of a year."""

from __future__ import annotations

from collections import Counter
from typing import Final

from printing.blocks import Signer, SignList
from printing.columns import Band, PrintColumn, Row
from printing.documents.class_data import ClassData, KindRow, TraineeRow, TrainingYearData
from printing.documents.figures import DOTS, added, as_of_words, counted, thousands, year_words
from printing.documents.office import SIGN_NOTE
from printing.listing import ListPage

TRAINEE_COLUMNS: Final = (
    PrintColumn("Họ và tên", 3),
    PrintColumn("Ngày sinh", 1.4, "centre"),
    PrintColumn("Nam/Nữ", 0.8, "centre"),
    PrintColumn("Số định danh", 1.8, "centre"),
    PrintColumn("Đơn vị (tổ, thôn)", 3.2),
    PrintColumn("Chức vụ", 1.3, "centre"),
    PrintColumn("Điện thoại", 1.5, "centre"),
    PrintColumn("Ký nhận tài liệu", 1.4),
    PrintColumn("Ghi chú", 1.3),
)
RESULT_COLUMNS: Final = (
    PrintColumn("Họ và tên", 3),
    PrintColumn("Ngày sinh", 1.4, "centre"),
    PrintColumn("Đơn vị", 3.2),
    PrintColumn("% chuyên cần", 1, "centre"),
    PrintColumn("Điểm", 0.9, "centre"),
    PrintColumn("Xếp loại", 1.3, "centre"),
    PrintColumn("Đạt/ Không đạt", 1.2, "centre"),
    PrintColumn("Cấp giấy (số vào sổ)", 1.4, "centre"),
    PrintColumn("Ghi chú", 1.6),
)
YEAR_COLUMNS: Final = (
    PrintColumn("Loại lớp", 5),
    PrintColumn("Số lớp", 1.2, "right"),
    PrintColumn("Học viên", 1.2, "right"),
    PrintColumn("Đạt", 1.2, "right"),
    PrintColumn("Không đạt", 1.2, "right"),
    PrintColumn("Giấy đã cấp", 1.3, "right"),
)
INDICATORS: Final = {
    "DT01": "DT01. Lớp bồi dưỡng lực lượng tham gia bảo vệ ANTT ở cơ sở",
    "DT02": "DT02. Lớp tập huấn bảo vệ cơ quan, doanh nghiệp, cơ sở giáo dục và tổ chức quần chúng",
    "DT03": "DT03. Lớp huấn luyện, phổ biến kiến thức PCCC và CNCH",
    "": "Lớp khác",
}
MARKS_EXPLAINED: Final = (
    "x: có mặt; P: vắng có phép; K: vắng không phép; M: đến muộn (tính là có mặt)."
)
WITH_UNITS: Final = 12
"""More sittings than this leave no room for the trainees' units."""
BLANK_SITTINGS: Final = 6
PRESENT: Final = ("x", "M")


def trainee_list(data: ClassData) -> ListPage:
    """F29: who is in the class, with room to sign for the documents."""
    return ListPage(
        data.office.head(day=data.day),
        "DANH SÁCH HỌC VIÊN",
        TRAINEE_COLUMNS,
        [_trainee_cells(row) for row in data.trainees],
        data.office.list_signatures(),
        subtitle=class_line(data),
        count_line=_count_line(data),
    )


def class_line(data: ClassData) -> str:
    """The class and its days in brackets under a title."""
    name = data.name or f"lớp {DOTS}{DOTS}{DOTS}"
    days = data.days or f"từ ngày {DOTS} đến ngày {DOTS}"
    return f"({name[:1].upper()}{name[1:]}, {days})"


def _count_line(data: ClassData) -> str:
    return f"Danh sách này có {thousands(len(data.trainees))} học viên./." if data.trainees else ""


def _trainee_cells(row: TraineeRow) -> tuple[str, ...]:
    told = (row.name, row.born, row.sex, row.citizen_id, row.unit, row.post, row.phone)
    return (*told, "", row.note)


def attendance_sheet(data: ClassData) -> ListPage:
    """F30: one column a sitting, printed again with what was marked; keyed back by number."""
    sessions = data.sessions or (("", ""),) * BLANK_SITTINGS
    units = len(sessions) <= WITH_UNITS
    rows = [_mark_cells(row, len(sessions), units=units) for row in data.trainees]
    teacher = Signer("GIẢNG VIÊN", note=SIGN_NOTE)
    head = Signer("CHỦ NHIỆM LỚP", data.head_teacher, note=SIGN_NOTE)
    return ListPage(
        data.office.head(day=data.day),
        "BẢNG ĐIỂM DANH",
        attendance_columns(sessions, units=units),
        rows,
        SignList((teacher, head)),
        subtitle=class_line(data),
        total=_present_total(data, units=units),
        count_line=f"{_count_line(data)}\n{MARKS_EXPLAINED}".strip(),
    )


def attendance_columns(
    sessions: tuple[tuple[str, str], ...], *, units: bool = True
) -> list[PrintColumn]:
    """The columns of F30: sittings of one day stand under their day."""
    days = Counter(day for day, _ in sessions)
    sittings = [
        PrintColumn(_heading(place, day, part, several=days[day] > 1), 0.7, "centre")
        for place, (day, part) in enumerate(sessions, start=1)
    ]
    return [
        PrintColumn("Họ và tên", 3),
        *([PrintColumn("Đơn vị", 3)] if units else []),
        *sittings,
        PrintColumn("Có mặt", 0.9, "centre"),
        PrintColumn(("Vắng", "P"), 0.6, "centre"),
        PrintColumn(("Vắng", "K"), 0.6, "centre"),
        PrintColumn("% chuyên cần", 1.1, "centre"),
        PrintColumn("Ký", 1),
    ]


def _heading(place: int, day: str, part: str, *, several: bool) -> str | tuple[str, str]:
    """The heading of a sitting: S, C or T under its day where the day has several."""
    if not day:
        return f"Buổi {place}"
    return (day, part[:1]) if part and several else f"{day} {part[:1]}".strip()


def _mark_cells(row: TraineeRow, sessions: int, *, units: bool) -> tuple[str, ...]:
    marks = row.marks or ("",) * sessions
    marked = any(marks)
    counts = [sum(marks.count(mark) for mark in wanted) for wanted in (PRESENT, ("P",), ("K",))]
    figures = [str(count) for count in counts] if marked else ["", "", ""]
    share = f"{row.share}%" if row.share is not None and marked else ""
    return (row.name, *([row.unit] if units else []), *marks, *figures, share, "")


def _present_total(data: ClassData, *, units: bool) -> tuple[str, ...] | None:
    """The row of totals: how many came to each sitting; nothing before anybody is marked."""
    held = [any(row.marks[n : n + 1] for row in data.trainees) for n in range(len(data.sessions))]
    if not any(any(row.marks) for row in data.trainees):
        return None
    came = [
        str(sum(row.marks[n] in PRESENT for row in data.trainees)) if held[n] else ""
        for n in range(len(data.sessions))
    ]
    return ("Có mặt mỗi buổi", *([""] if units else []), *came, *[""] * 5)


def result_sheet(data: ClassData) -> ListPage:
    """F31: attendance, score, grade and result, with the counts of each grade below."""
    return ListPage(
        data.office.head(day=data.day),
        "BẢNG KẾT QUẢ HỌC TẬP",
        RESULT_COLUMNS,
        result_rows(data),
        data.office.list_signatures(),
        subtitle=class_line(data),
        count_line=result_words(data),
    )


def result_rows(data: ClassData) -> list[tuple[str, ...]]:
    """The rows of F31, also of the annex of F34."""
    return [
        (
            row.name,
            row.born,
            row.unit,
            "" if row.share is None else f"{row.share}%",
            row.score,
            row.grade,
            row.result,
            row.paper,
            "; ".join(filter(None, (row.note, row.why))),
        )
        for row in data.trainees
    ]


def result_words(data: ClassData) -> str:
    """[TOTAL]: trainees, passed and not, and how many of each grade."""
    if not data.trainees:
        return ""
    results = Counter(row.result for row in data.trainees)
    grades = Counter(row.grade for row in data.trainees if row.grade)
    words = [f"Tổng số {counted(len(data.trainees))} học viên"]
    words += [
        f"{word.lower()} {counted(results[word])}" for word in ("Đạt", "Không đạt") if results[word]
    ]
    words += [f"chưa có kết quả {counted(results[''])}"] if results[""] else []
    listed = ", ".join(
        f"{grade.lower()} {counted(number)}" for grade, number in grades.most_common()
    )
    return f"{', '.join(words)}." + (f" Xếp loại: {listed}." if listed else "")


def training_year(data: TrainingYearData) -> ListPage:
    """F36: the classes of a year by kind, under the indicators of the movement report."""
    rows = data.rows
    total = ("Cộng", *_figures(rows))
    return ListPage(
        data.office.head(day=data.day),
        f"BẢNG TỔNG HỢP CÔNG TÁC BỒI DƯỠNG, TẬP HUẤN NĂM {year_words(data.year)}",
        YEAR_COLUMNS,
        _year_rows(rows),
        data.office.list_signatures(),
        subtitle=as_of_words(data.as_of),
        total=total if rows else None,
    )


def _year_rows(rows: tuple[KindRow, ...]) -> list[Row]:
    found: list[Row] = []
    for indicator, words in INDICATORS.items():
        kinds = [row for row in rows if row.indicator == indicator]
        if kinds:
            found.append(Band(words, ("", *_figures(tuple(kinds)))))
            found += [(row.kind, *_figures((row,))) for row in kinds]
    return found


def _figures(rows: tuple[KindRow, ...]) -> tuple[str, ...]:
    names = ("classes", "trainees", "passed", "failed", "papers")
    return tuple(thousands(added(getattr(row, name) for row in rows)) for name in names)
