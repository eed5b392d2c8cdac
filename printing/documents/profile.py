"""F04: the file of a model or of a team, fourteen points with their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from printing.columns import PrintColumn
from printing.content import Block, Dotted, Entry, Letter, Para, Ruled, Signatures, Title
from printing.documents.data import ChangeRow, ProfileData, YearRow
from printing.documents.figures import added, figure, thousands

SITE_COLUMNS: Final = (
    PrintColumn("Tên điểm", 3),
    PrintColumn("Địa bàn", 2.4),
    PrintColumn("Ngày nhân rộng", 1.7, "centre"),
    PrintColumn("Số tổ", 0.9, "right"),
    PrintColumn("Số thành viên", 1.1, "right"),
    PrintColumn("Phụ trách", 2.2),
)
TEAM_COLUMNS: Final = (
    PrintColumn("Tên tổ", 3.4),
    PrintColumn("Địa bàn", 2.4),
    PrintColumn("Tổ trưởng", 2.4),
    PrintColumn("Số thành viên", 1.2, "right"),
)
MEMBER_COLUMNS: Final = (
    PrintColumn("Họ và tên", 3.2),
    PrintColumn("Năm sinh", 1.1, "centre"),
    PrintColumn("Chức danh", 1.7, "centre"),
    PrintColumn("Nơi ở", 2.4),
    PrintColumn("Ngày tham gia", 1.7, "centre"),
)
YEAR_COLUMNS: Final = (
    PrintColumn("Năm", 0.9, "centre"),
    PrintColumn("Hoạt động", 3.4),
    PrintColumn("Kết quả", 3.4),
    PrintColumn("Xếp loại", 1.6, "centre"),
)
CHANGE_COLUMNS: Final = (
    PrintColumn("Ngày", 1.6, "centre"),
    PrintColumn("Nội dung", 4.6),
    PrintColumn("Quyết định (số, cơ quan)", 3),
)


def profile(data: ProfileData) -> Letter:
    """F04; what is not known is dotted, so the blank form can be filled in by hand."""
    title = "HỒ SƠ TỔ TỰ QUẢN" if data.of_team else "LÝ LỊCH MÔ HÌNH"
    return Letter(
        title,
        (
            data.office.head("HS", data.number, data.day),
            Title(title, data.name),
            *_facts(data),
            *_strength(data),
            *_rest(data),
            Signatures(data.office.signature()),
        ),
    )


def _facts(data: ProfileData) -> Iterator[Block]:
    """Points 1 to 6."""
    yield Entry("1. Tên", data.name)
    yield Entry("2. Loại", data.kind)
    yield Entry("3. Địa bàn", data.area)
    yield Entry("4. Cơ sở pháp lý (quyết định số, ngày, cơ quan)", data.basis)
    yield Entry("5. Ngày ra mắt" if not data.of_team else "5. Ngày thành lập", data.launched)
    label = "6. Tổ trưởng, tổ phó" if data.of_team else "6. Ban chủ nhiệm, tổ trưởng"
    yield Entry(label, data.leaders)


def _strength(data: ProfileData) -> Iterator[Block]:
    """Points 7 and 8: điểm, tổ and thành viên as tables."""
    if data.of_team and not data.sites:
        yield Entry("7. Điểm nhân rộng")
    else:
        yield from _sites(data)
    members = added(team.members for team in data.teams) or len(data.members)
    counts = [_count(len(data.teams), "tổ"), _count(members, "thành viên")]
    yield Para(f"8. Tổ, thành viên: {', '.join(filter(None, counts))}")
    if data.teams or not data.members:
        teams = [(t.name, t.area, t.leader, figure(t.members)) for t in data.teams]
        total = ("Cộng", "", "", thousands(members)) if teams else None
        yield Ruled(TEAM_COLUMNS, teams, total)
    if data.members:
        people = [(m.name, m.born[-4:], m.role, m.area, m.joined) for m in data.members]
        yield Ruled(MEMBER_COLUMNS, people)


def _sites(data: ProfileData) -> Iterator[Block]:
    """Point 7: where the model is applied."""
    yield Para(f"7. Điểm nhân rộng: {_count(len(data.sites), 'điểm')}")
    sites = [
        (s.name, s.area, s.started, figure(s.teams), figure(s.members), s.head) for s in data.sites
    ]
    sums = (
        thousands(added(s.teams for s in data.sites)),
        thousands(added(s.members for s in data.sites)),
    )
    yield Ruled(SITE_COLUMNS, sites, ("Cộng", "", "", *sums, "") if sites else None)


def _rest(data: ProfileData) -> Iterator[Block]:
    """Points 9 to 14."""
    yield Entry("9. Nội dung, quy ước hoạt động", data.covenant)
    if not data.covenant:
        yield Dotted(2)
    yield Entry("10. Kinh phí", data.funding)
    yield Para("11. Kết quả theo năm:")
    yield Ruled(YEAR_COLUMNS, [_year_cells(row) for row in data.years], numbered=False)
    yield Para("12. Khen thưởng:")
    yield Ruled(CHANGE_COLUMNS, _change_cells(data.awards), numbered=False, blank=2)
    yield Entry("13. Xếp loại", data.rating)
    yield Para("14. Biến động:")
    yield Ruled(CHANGE_COLUMNS, _change_cells(data.changes), numbered=False, blank=2)


def _count(number: int, noun: str) -> str:
    """The count with its noun, or nothing for a blank form."""
    return f"{thousands(number)} {noun}" if number else ""


def _year_cells(row: YearRow) -> tuple[str, ...]:
    """The cells of one year."""
    return (str(row.year), row.activities, row.results, row.rating)


def _change_cells(rows: Sequence[ChangeRow]) -> list[tuple[str, ...]]:
    """The cells of awards or changes."""
    return [(row.day, row.words, row.decision) for row in rows]
