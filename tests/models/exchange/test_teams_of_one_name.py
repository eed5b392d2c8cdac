"""Teams are numbered anew in each area: rows go to the team of their area, exports back home."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from models.exchange.export import export_list
from models.exchange.importing import carry_out, plan_import
from models.registers import register as described
from models.registers.members import Membership
from models.registers.reviews import Review
from models.registers.teams import Team
from models.store.change import change
from models.store.query import Listing
from tests.models.exchange import workbooks

HEAD = ("Họ và tên", "Năm sinh", "Chức vụ", "Tên tổ", "Ấp")
EAST = [
    HEAD,
    ("Nguyễn Văn An", 1980, "Tổ trưởng", "Tổ tự quản số 1", "Ấp Đông"),
    ("Trần Văn Bê", 1981, "Tổ viên", "Tổ tự quản số 1", "Ấp Đông"),
]
WEST = [
    ("Lê Văn Cê", 1982, "Tổ trưởng", "Tổ tự quản số 1", "Ấp Tây"),
    ("Lê Văn Dê", 1983, "Tổ viên", "Tổ tự quản số 1", "Ấp Tây"),
]
BOTH = [*EAST, *WEST]

pytestmark = pytest.mark.usefixtures("register")


def import_rows(
    tmp_path: Path, rows: Sequence[tuple[object, ...]], register: str
) -> dict[str, int]:
    path = tmp_path / "tệp.xlsx"
    path.write_bytes(workbooks.xlsx({"Trang 1": rows}))
    plan = plan_import(path, described(register))
    carry_out(plan)
    return plan.counts()


def places() -> list[tuple[str, str]]:
    members = Membership.select()
    return sorted((m.title, m.team.area.name if m.team.area else "") for m in members)


def test_areas_with_leaders_of_their_own_have_teams_of_their_own(tmp_path: Path) -> None:
    assert import_rows(tmp_path, BOTH, "members")["new"] == 4
    assert places() == [
        ("Lê Văn Cê", "Ấp Tây"),
        ("Lê Văn Dê", "Ấp Tây"),
        ("Nguyễn Văn An", "Ấp Đông"),
        ("Trần Văn Bê", "Ấp Đông"),
    ]


def test_a_member_may_live_outside_the_area_of_the_team(tmp_path: Path) -> None:
    away = ("Lê Văn Xa", 1984, "Tổ viên", "Tổ tự quản số 1", "Ấp Tây")
    import_rows(tmp_path, EAST, "members")
    import_rows(tmp_path, [HEAD, away], "members")
    assert places()[0] == ("Lê Văn Xa", "Ấp Đông")


@pytest.mark.parametrize(("west", "areas"), [(3, ["Ấp Tây", "Ấp Đông"]), (2, [""])])
def test_lists_without_leaders_need_people_enough_for_a_team(
    tmp_path: Path, west: int, areas: list[str]
) -> None:
    names = ("Anh", "Bình", "Chi")
    rows = [(f"Lê Thị {name}", 1980, "", "Tổ số 1", "Ấp Đông") for name in names]
    rows += [(f"Võ Thị {name}", 1980, "", "Tổ số 1", "Ấp Tây") for name in names[:west]]
    import_rows(tmp_path, [HEAD, *rows], "members")
    assert sorted(team.area.name if team.area else "" for team in Team.select()) == areas


def test_rows_join_the_known_team_of_their_area(tmp_path: Path) -> None:
    teams = [("Tên tổ", "Ấp"), ("Tổ tự quản số 1", "Ấp Đông"), ("Tổ tự quản số 1", "Ấp Tây")]
    import_rows(tmp_path, [*teams], "teams")
    assert import_rows(tmp_path, [HEAD, WEST[1]], "members")["new"] == 1
    assert places() == [("Lê Văn Dê", "Ấp Tây")]


STRAY = ("Lê Văn Xa", 1984, "Tổ viên", "Tổ tự quản số 1", "Ấp Nam")


def test_a_row_of_a_third_area_stays_out_as_doubtful(tmp_path: Path) -> None:
    import_rows(tmp_path, BOTH, "members")
    assert import_rows(tmp_path, [HEAD, STRAY], "members")["doubtful"] == 1


@pytest.mark.parametrize("stray", [STRAY, (*STRAY[:4], "")], ids=["third area", "no area"])
@pytest.mark.parametrize("at", [1, 3, 5])
def test_it_stays_out_wherever_it_stands_among_the_others(
    tmp_path: Path, stray: tuple[object, ...], at: int
) -> None:
    rows = [*BOTH[:at], stray, *BOTH[at:]]
    for new, same in ((4, 0), (0, 4)):
        counts = import_rows(tmp_path, rows, "members")
        assert (counts["new"], counts["same"], counts["doubtful"]) == (new, same, 1)
    assert Team.select().count() == 2


def test_a_list_comes_back_as_same_after_another_area_made_a_team_of_that_name(
    tmp_path: Path,
) -> None:
    away = ("Lê Văn Xa", 1984, "Tổ viên", "Tổ tự quản số 1", "Ấp Nam")
    north = ("Võ Văn Bắc", 1985, "Tổ trưởng", "Tổ tự quản số 1", "Ấp Bắc")
    import_rows(tmp_path, [*EAST, away], "members")
    teams = [("Tên tổ", "Ấp"), ("Tổ tự quản số 1", "Ấp Tây"), ("Tổ tự quản số 1", "Ấp Bắc")]
    import_rows(tmp_path, [*teams], "teams")
    import_rows(tmp_path, [HEAD, north], "members")
    assert import_rows(tmp_path, [*EAST, away], "members")["same"] == 3


@pytest.mark.parametrize("name", ["members", "teams", "reviews"])
def test_exports_of_records_of_one_name_come_back_as_same(tmp_path: Path, name: str) -> None:
    import_rows(tmp_path, BOTH, "members")
    twins = [("Lê Văn Cê", 1982, "Tổ viên", "Tổ tự quản số 2", "Ấp Tây")]
    import_rows(tmp_path, [HEAD, *twins], "members")
    with change("Xếp loại") as work:
        for subject in [{"member": m} for m in Membership.select()] + [
            {"team": t} for t in Team.select()
        ]:
            work.save(Review(year=2025, rating="Hoàn thành tốt nhiệm vụ", **subject))
    path = tmp_path / "xuất.xlsx"
    rows = export_list(Listing(described(name)), path)
    counts = plan_import(path, described(name)).counts()
    assert plan_import(path, described(name)).problems() == []
    assert counts["same"] == counts["rows"] == rows
