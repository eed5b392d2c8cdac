"""F03, F10 and F11: the members of a team, the year's ratings, the log of activities."""

from __future__ import annotations

from typing import Final

from printing.columns import PrintColumn
from printing.documents.data import ActivityRow, MemberRow, ReviewRow, ReviewsData, TeamData
from printing.documents.figures import (
    DOTS,
    added,
    as_of_words,
    figure,
    share,
    thousands,
    year_words,
)
from printing.listing import ListPage

MEMBER_COLUMNS: Final = (
    PrintColumn("Họ và tên", 3),
    PrintColumn(("Năm sinh", "Nam"), 1, "centre"),
    PrintColumn(("Năm sinh", "Nữ"), 1, "centre"),
    PrintColumn("Số định danh", 1.9, "centre"),
    PrintColumn("Dân tộc", 1.1, "centre"),
    PrintColumn("Tôn giáo", 1.2, "centre"),
    PrintColumn("Trình độ", 1.2, "centre"),
    PrintColumn("Chức danh", 1.4, "centre"),
    PrintColumn("Nơi ở", 2.1),
    PrintColumn("Điện thoại", 1.6, "centre"),
    PrintColumn("Ngày tham gia", 1.5, "centre"),
    PrintColumn("Ghi chú", 1.4),
)


def member_list(data: TeamData) -> ListPage:
    """F03: the members of one team, men and women in columns of their own."""
    name = data.team.name or f"Tổ {DOTS}{DOTS}"
    area = f" - Địa bàn: {data.team.area}" if data.team.area else ""
    return ListPage(
        data.office.head(day=data.day),
        f"DANH SÁCH THÀNH VIÊN {name.upper()}",
        MEMBER_COLUMNS,
        [_member_cells(row) for row in data.members],
        data.office.list_signatures(),
        subtitle=as_of_words(data.as_of).replace(")", f"{area})"),
        filter_words=data.filter_words,
        total=_member_total(data.members),
        count_line=people_line(data.members),
    )


def _member_total(rows: tuple[MemberRow, ...]) -> tuple[str, ...] | None:
    """The row "Cộng": men and women under their columns."""
    men, women = by_sex(rows)
    return ("Cộng", str(men), str(women), *[""] * 9) if rows else None


def by_sex(rows: tuple[MemberRow, ...]) -> tuple[int, int]:
    """How many men and how many women."""
    women = sum(row.sex == "Nữ" for row in rows)
    return sum(row.sex == "Nam" for row in rows), women


def people_line(rows: tuple[MemberRow, ...]) -> str:
    """[TOTAL]: the count line under a list of people."""
    men, women = by_sex(rows)
    return f"Danh sách này có {len(rows)} người ({men} nam, {women} nữ)./." if rows else ""


def _member_cells(row: MemberRow) -> tuple[str, ...]:
    """The cells of one member."""
    year = row.born[-4:]
    return (
        row.name,
        year if row.sex != "Nữ" else "",
        year if row.sex == "Nữ" else "",
        row.citizen_id,
        row.ethnicity,
        row.religion,
        row.education,
        row.role,
        row.area,
        row.phone,
        row.joined,
        row.note,
    )


REVIEW_COLUMNS: Final = (
    PrintColumn("Tên tổ", 4),
    PrintColumn("Số thành viên", 1.2, "right"),
    PrintColumn("Mức của tổ", 2.2, "centre"),
    PrintColumn(("Mức của thành viên", "HTXS"), 1, "right"),
    PrintColumn(("Mức của thành viên", "HTT"), 1, "right"),
    PrintColumn(("Mức của thành viên", "HT"), 1, "right"),
    PrintColumn(("Mức của thành viên", "KHT"), 1, "right"),
    PrintColumn("Chưa xếp loại (lý do)", 2.4),
    PrintColumn("Ghi chú", 1.6),
)
LEVELS_EXPLAINED: Final = (
    "HTXS: hoàn thành xuất sắc nhiệm vụ; HTT: hoàn thành tốt nhiệm vụ; "
    "HT: hoàn thành nhiệm vụ; KHT: không hoàn thành nhiệm vụ."
)


def review_summary(data: ReviewsData) -> ListPage:
    """F10: the ratings of the Tổ BVANTT and their members; the part of HTXS over HTT below.

    HD 01/HD-BCA-V05 (January 2026) limits HTXS to 20 % of those rated HTT.
    """
    rows = data.rows
    sums = [added(getattr(row, name) for row in rows) for name in ("members", *_LEVELS)]
    left = added(row.unrated for row in rows)
    figures = [thousands(number) for number in sums]
    total = ("Cộng", figures[0], "", *figures[1:], thousands(left) if left else "", "")
    return ListPage(
        data.office.head(day=data.day),
        "BẢNG TỔNG HỢP KẾT QUẢ XẾP LOẠI TỔ BẢO VỆ AN NINH, TRẬT TỰ\n"
        f"VÀ THÀNH VIÊN NĂM {year_words(data.year)}",
        REVIEW_COLUMNS,
        [_review_cells(row) for row in rows],
        data.office.list_signatures(),
        filter_words=data.filter_words,
        total=total if rows else None,
        count_line=f"{_excellent_words(rows)}\n{LEVELS_EXPLAINED}".strip(),
    )


_LEVELS: Final = ("excellent", "good", "done", "failed")


def _excellent_words(rows: tuple[ReviewRow, ...]) -> str:
    """How many were rated best against those rated good, teams and members."""
    if not rows:
        return ""
    members = added(row.excellent for row in rows), added(row.good for row in rows)
    best = sum(row.rating.startswith("Hoàn thành xuất sắc") for row in rows)
    teams = best, sum(row.rating.startswith("Hoàn thành tốt") for row in rows)
    return (
        f"Tỷ lệ HTXS trên HTT: tổ {teams[0]}/{teams[1]}{_percent(*teams)}; "
        f"thành viên {members[0]}/{members[1]}{_percent(*members)}."
    )


def _percent(part: int, whole: int) -> str:
    """The percentage in brackets, where there is a whole."""
    return f" ({share(part, whole)})" if whole else ""


def _review_cells(row: ReviewRow) -> tuple[str, ...]:
    """The cells of one team."""
    why = f" ({row.unrated_why})" if row.unrated_why else ""
    levels = [thousands(getattr(row, name)) for name in _LEVELS]
    unrated = f"{row.unrated}{why}" if row.unrated else ""
    return (row.team, thousands(row.members), row.rating, *levels, unrated, row.note)


ACTIVITY_COLUMNS: Final = (
    PrintColumn("Ngày", 1.5, "centre"),
    PrintColumn("Nội dung hoạt động", 5),
    PrintColumn("Số người dự", 1.2, "right"),
    PrintColumn("Kết quả (tin, hòa giải, hiện vật)", 4),
    PrintColumn("Người phụ trách", 2.4),
    PrintColumn("Ghi chú", 2),
)


def activity_log(data: TeamData) -> ListPage:
    """F11: what a team or model did, day by day."""
    of_team = f": {data.team.name}" if data.team.name else ""
    attended = added(row.attended for row in data.activities)
    return ListPage(
        data.office.head(day=data.day),
        "SỔ THEO DÕI HOẠT ĐỘNG CỦA TỔ, MÔ HÌNH",
        ACTIVITY_COLUMNS,
        [_activity_cells(row) for row in data.activities],
        data.office.list_signatures(),
        subtitle=f"(Năm {year_words(data.year)}{of_team})",
        filter_words=data.filter_words,
        total=("Cộng", "", thousands(attended), "", "", "") if data.activities else None,
        count_line=f"Có {len(data.activities)} hoạt động./." if data.activities else "",
    )


def _activity_cells(row: ActivityRow) -> tuple[str, ...]:
    """The cells of one activity."""
    return (
        row.day,
        row.words,
        figure(row.attended),
        row.results,
        row.responsible,
        row.note,
    )
