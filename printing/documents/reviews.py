"""F08 and F09: the minutes of the yearly rating, and the sheet on which a team rates itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from printing.blocks import Signer, SignList
from printing.columns import PrintColumn
from printing.content import (
    Block,
    Choice,
    Dotted,
    Entry,
    Letter,
    Para,
    Ruled,
    Section,
    Signatures,
    Title,
)
from printing.documents.data import Criterion, MinutesData, RatingData
from printing.documents.figures import DOTS, KEPT_BLANK, decimal, figure, year_words
from printing.documents.office import SIGN_NOTE

RATINGS: Final = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)
"""The four levels of HD 01/HD-BCA-V05 of January 2026, best first."""
USUAL_CRITERIA: Final = tuple(
    Criterion(words)
    for words in (
        "Chấp hành chủ trương, pháp luật, quy chế hoạt động",
        "Nắm tình hình, cung cấp tin báo về an ninh, trật tự",
        "Tuần tra, canh gác, giữ gìn trật tự tại địa bàn",
        "Tuyên truyền, vận động; hòa giải; cảm hóa, giáo dục tại cộng đồng",
        "Phòng cháy, chữa cháy, cứu nạn, cứu hộ",
        "Sinh hoạt, học tập, bồi dưỡng, chế độ báo cáo",
    )
)
"""Headings to be changed by the office: the criteria of the guidance itself were not seen."""
CRITERIA_COLUMNS: Final = (
    PrintColumn("Nội dung", 5),
    PrintColumn("Điểm tối đa", 1.1, "centre"),
    PrintColumn("Tự chấm", 1.1, "centre"),
    PrintColumn("Thẩm định", 1.1, "centre"),
)


def review_minutes(data: MinutesData) -> Letter:
    """F08, after model 1.9 of Nghị định 30/2020: no place and date in the head."""
    about = f"Họp sơ kết, đánh giá, xếp loại {data.subject or 'mô hình, tổ tự quản'}"
    return Letter(
        f"Biên bản {about}",
        (
            data.office.minutes_head(data.number),
            Title("BIÊN BẢN", f"{about} năm {year_words(data.year)}"),
            *_meeting(data),
            *_proceedings(data),
            Para(_closing_words(data)),
            Signatures(
                SignList(
                    (data.clerk, data.chair), ("- Như thành phần dự họp;", "- Lưu: VT, Hồ sơ.")
                )
            ),
        ),
    )


def _meeting(data: MinutesData) -> Iterator[Block]:
    """When, where, who."""
    yield Entry("Thời gian bắt đầu", data.begun)
    yield Entry("Địa điểm", data.place)
    yield Para("Thành phần tham dự:")
    if data.present:
        yield from (Para(f"- {name}") for name in data.present)
    else:
        yield Dotted(3)
    yield Entry("Chủ trì (chủ tọa)", data.chair.printed_name)
    yield Entry("Thư ký (người ghi biên bản)", data.clerk.printed_name)


def _proceedings(data: MinutesData) -> Iterator[Block]:
    """What was said and decided."""
    yield Section("Nội dung (theo diễn biến cuộc họp):")
    yield Entry("1. Kết quả hoạt động", data.results)
    yield Entry("2. Mức tự nhận", data.own_rating)
    yield Entry("3. Ý kiến thảo luận", data.opinions)
    if not data.opinions:
        yield Dotted(2)
    given = data.votes_for is not None and data.votes_all is not None
    votes = f"đồng ý {data.votes_for}/{data.votes_all}" if given else ""
    yield Entry("4. Biểu quyết", votes or f"đồng ý {DOTS}/{DOTS}, không đồng ý {DOTS}")
    yield Entry("5. Kết luận mức xếp loại", data.rating)


def _closing_words(data: MinutesData) -> str:
    """The last sentence of minutes; `ended` reads as "16 giờ 30, ngày 12 tháng 11 năm 2026"."""
    ended = data.ended or f"{DOTS} giờ {DOTS}, ngày {DOTS} tháng {DOTS} năm {DOTS}"
    return f"Cuộc họp kết thúc vào {ended}./."


def self_rating(data: RatingData) -> Letter:
    """F09: criteria with points, the part of the tasks done, and the level asked for."""
    team, member = data.of.team, data.member
    whom = "THÀNH VIÊN" if member else "TỔ"
    title = f"PHIẾU TỰ ĐÁNH GIÁ, XẾP LOẠI {whom} NĂM {year_words(data.of.year)}"
    leader = Signer("TỔ TRƯỞNG", team.leader, note=SIGN_NOTE)
    own = Signer("NGƯỜI TỰ ĐÁNH GIÁ", member.name if member else "", note=SIGN_NOTE)
    return Letter(
        title,
        (
            data.of.office.area_head(team.area, data.of.day),
            Title(title),
            *_subject(data),
            Para("Kết quả tự đánh giá:"),
            _criteria(data.criteria),
            _share_done(data.share_done),
            Para("Mức đề nghị xếp loại:"),
            Choice(RATINGS, data.proposed),
            Signatures(SignList((own, leader))),
        ),
    )


def _subject(data: RatingData) -> Iterator[Block]:
    """Whom the sheet is about."""
    team, member = data.of.team, data.member
    if member:
        yield Entry("Họ và tên", member.name)
        yield Entry("Năm sinh", member.born[-4:])
        yield Entry("Chức danh", member.role)
    yield Entry("Tên tổ", team.name)
    yield Entry("Địa bàn", team.area)
    if not member:
        yield Entry("Số thành viên", figure(team.members))


def _criteria(given: tuple[Criterion, ...]) -> Ruled:
    """The table of criteria with its sums."""
    rows = given or USUAL_CRITERIA
    cells = [(c.words, figure(c.most), figure(c.own), figure(c.checked)) for c in rows]
    sums = [_sum([getattr(row, name) for row in rows]) for name in ("most", "own", "checked")]
    return Ruled(CRITERIA_COLUMNS, cells, ("Cộng", *sums))


def _sum(points: list[float | None]) -> str:
    """The sum of points; when none is given the cell stays, to be filled in."""
    known = [point for point in points if point is not None]
    return decimal(sum(known)) if known else KEPT_BLANK


def _share_done(share: float | None) -> Block:
    """The part of the tasks done, in percent."""
    return Entry("Tỷ lệ hoàn thành nhiệm vụ", f"{decimal(share)}%" if share is not None else "")
