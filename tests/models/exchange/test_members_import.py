"""Lists of members: team and area from captions, titles, sheets and columns; people told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import clock
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store.check import findings
from models.values.partial_date import PartialDate
from tests.models.exchange.imports import (
    AN,
    BINH,
    HEAD,
    areas,
    imported,
    messages,
    one_person,
    outcome,
    people,
    places,
    planned,
    teams,
    warned,
)
from tests.models.samples import save, stored

pytestmark = pytest.mark.usefixtures("register")

NAMED = ("STT", "Họ và tên", "Năm sinh", "Chức vụ")
ONE = (1, "Lê Văn An", 1980, "Tổ trưởng")
TWO = (2, "Trần Thị Bình", 1981, "Tổ viên")
EAST = ("Tổ tự quản số 01", "Tổ tự quản", "Ấp Đông")


@pytest.mark.parametrize(
    "caption",
    [
        "Tổ tự quản số 01 (Ấp Đông)",
        "I. Tổ tự quản số 01 (Ấp Đông)",
        "1. TỔ TỰ QUẢN SỐ 01 (ẤP ĐÔNG)",
        "Tổ tự quản số 01 - ấp Đông",
        "Tổ tự quản số 01, ấp Đông, xã Hưng Hội",
        "TỔ TỰ QUẢN SỐ 01 ẤP ĐÔNG",
        "A. Tổ tự quản số 01 (Ấp Đông): 15 thành viên",
        "* Tổ tự quản số 01, ấp Đông (15 người)",
        "Tên tổ: Tổ tự quản số 01 (ấp Đông)",
        "1.1. Tổ tự quản số 01 – Ấp Đông",
    ],
)
def test_a_caption_of_any_style_names_team_and_area(tmp_path: Path, caption: str) -> None:
    plan = imported(
        tmp_path, "members", [NAMED, (caption,), ONE, TWO], merges={"Trang 1": ["A2:D2"]}
    )
    assert outcome(plan) == {"new": 2}
    assert teams() == [EAST]
    assert [name for *_, name in places()] == ["Lê Văn An", "Trần Thị Bình"]


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("Ấp Đông, xã Hưng Hội", "Trang 1"),
        ("DANH SÁCH THÀNH VIÊN CÁC TỔ TỰ QUẢN ẤP ĐÔNG NĂM 2025", "Trang 1"),
        ("Danh sách thành viên các tổ tự quản ấp Đông xã Hưng Hội", "Trang 1"),
        ("DANH SÁCH THÀNH VIÊN CÁC TỔ TỰ QUẢN", "Ấp Đông"),
        ("DANH SÁCH THÀNH VIÊN CÁC TỔ TỰ QUẢN", "ẤP ĐÔNG"),
    ],
)
def test_the_area_may_stand_in_title_or_sheet_only(tmp_path: Path, title: str, sheet: str) -> None:
    rows = [(title,), (), NAMED, ("Tổ tự quản số 01",), ONE]
    imported(tmp_path, "members", {sheet: rows}, merges={sheet: ["A1:D1", "A4:D4"]})
    assert teams() == [EAST]
    assert one_person().area_id == Area.get(name="Ấp Đông").id


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("DANH SÁCH THÀNH VIÊN TỔ TỰ QUẢN SỐ 01 ẤP ĐÔNG", "Trang 1"),
        ("Danh sách thành viên Tổ tự quản số 01 (ấp Đông)", "Trang 1"),
        ("Ấp Đông", "Tổ tự quản số 01"),
    ],
)
def test_a_list_of_one_team_names_it_in_title_or_sheet(
    tmp_path: Path, title: str, sheet: str
) -> None:
    imported(tmp_path, "members", {sheet: [(title,), (), NAMED, ONE, TWO]})
    assert teams() == [EAST]


def test_a_title_of_many_teams_is_no_team(tmp_path: Path) -> None:
    rows = [("DANH SÁCH THÀNH VIÊN CÁC TỔ TỰ QUẢN VỀ ANTT NĂM 2025",), NAMED, ONE]
    plan = planned(tmp_path, "members", rows)
    assert messages(plan) == [(3, "B", "Chưa có tổ. Ghi tên tổ ở cột Tổ hoặc ở dòng đầu của nhóm.")]


def test_an_area_as_section_holds_for_the_teams_below(tmp_path: Path) -> None:
    rows = [
        NAMED,
        ("I. ẤP ĐÔNG",),
        ("1. Tổ tự quản số 01",),
        ONE,
        ("II. ẤP TÂY",),
        ("1. Tổ tự quản số 02",),
        TWO,
    ]
    boxes = [f"A{row}:D{row}" for row in (2, 3, 5, 6)]
    imported(tmp_path, "members", rows, merges={"Trang 1": boxes})
    assert places() == [
        ("Tổ tự quản số 01", "Ấp Đông", "Lê Văn An"),
        ("Tổ tự quản số 02", "Ấp Tây", "Trần Thị Bình"),
    ]


def test_every_sheet_is_read(tmp_path: Path) -> None:
    sheets = {
        area: [NAMED, (f"Tổ tự quản số {number}",), (1, name, 1980, "Tổ trưởng")]
        for number, area, name in (
            (1, "Ấp Đông", "Lê Văn An"),
            (2, "Khóm 2", "Trần Thị Bình"),
        )
    }
    imported(tmp_path, "members", sheets)
    assert [(team, area) for team, area, _ in places()] == [
        ("Tổ tự quản số 1", "Ấp Đông"),
        ("Tổ tự quản số 2", "Khóm 2"),
    ]


def test_a_team_column_goes_before_captions(tmp_path: Path) -> None:
    leader = (*AN[:5], "Tổ trưởng", *AN[6:])
    imported(tmp_path, "members", [HEAD, ("Tổ tự quản số 9",), BINH, leader])
    assert teams() == [("Tổ tự quản số 1", "Tổ tự quản", "Ấp Đông")]
    assert areas() == ["Ấp Đông"]


def test_a_known_team_is_found_whatever_way_it_is_written(tmp_path: Path) -> None:
    area = stored(Area(name="Ấp Đông", kind="Ấp"))
    team = stored(Team(name="Tổ tự quản số 01", kind="Tổ tự quản", area=area))
    for written in ("TỔ TỰ QUẢN SỐ 1", "Tổ tự quản 01 (ấp Đông)", "tổ tự quản số 01 – Ấp Đông"):
        imported(tmp_path, "members", [NAMED, (f"I. {written}",), ONE])
    assert [(m.team_id, m.title) for m in Membership.select()] == [(team.id, "Lê Văn An")]
    assert areas() == ["Ấp Đông"]


def test_two_known_teams_of_one_name_need_an_area(tmp_path: Path) -> None:
    for name in ("Ấp Đông", "Ấp Tây"):
        save(Team(name="Tổ số 1", area=stored(Area(name=name, kind="Ấp"))))
    rows = [("Họ và tên", "Tổ"), ("Lê Văn An", "Tổ số 1")]
    plan = planned(tmp_path, "members", rows)
    assert messages(plan) == [(2, "B", "Có 2 tổ tên “Tổ số 1”. Ghi thêm địa bàn của tổ.")]
    rows = [("Họ và tên", "Tổ"), ("Lê Văn An", "Tổ số 1 (Ấp Tây)")]
    imported(tmp_path, "members", rows)
    assert places() == [("Tổ số 1", "Ấp Tây", "Lê Văn An")]


def test_one_person_in_two_teams_is_one_person_with_two_memberships(tmp_path: Path) -> None:
    other = (*BINH[:6], "Tổ hòa giải số 2", *BINH[7:])
    plan = imported(tmp_path, "members", [HEAD, BINH, other])
    assert outcome(plan) == {"new": 2}
    assert people() == ["Trần Thị Bình"]
    assert [team for team, *_ in places()] == ["Tổ hòa giải số 2", "Tổ tự quản số 1"]
    assert "Đang là tổ viên Tổ tự quản số 1. Vẫn nhập." in warned(plan)


def test_two_people_of_one_name_are_told_apart(tmp_path: Path) -> None:
    older = (3, "Lê Văn An", 1950, *AN[3:8], "0913555215")
    numbered = (4, "Lê Văn An", "2/3/1980", "Nam", "095080000009", *AN[5:8], "")
    woman = (5, "Lê Văn An", "2/3/1980", "Nữ", *AN[4:8], "")
    plan = imported(tmp_path, "members", [HEAD, AN, older, woman])
    assert outcome(plan) == {"new": 3}
    assert len(people()) == 3
    again = planned(tmp_path, "members", [HEAD, numbered])
    assert outcome(again) == {"updated": 1}


def test_the_same_row_twice_is_one_membership(tmp_path: Path) -> None:
    plan = imported(tmp_path, "members", [HEAD, BINH, (9, *BINH[1:])])
    assert outcome(plan) == {"new": 1, "same": 1}
    assert warned(plan) == ["Trùng với dòng 2."]
    assert len(places()) == 1


def test_a_second_row_adds_what_the_first_left_out(tmp_path: Path) -> None:
    with_phone = (9, *BINH[1:8], "0913555214")
    imported(tmp_path, "members", [HEAD, BINH, with_phone])
    assert one_person().phone == "0913555214"


def test_two_rows_that_differ_keep_what_the_first_told(tmp_path: Path) -> None:
    first, second = (*BINH[:8], "0913555214"), (2, *BINH[1:8], "0913555215")
    for _ in range(2):
        plan = imported(tmp_path, "members", [HEAD, first, second])
        assert "Khác điện thoại ở dòng 2 trang Trang 1; giữ theo dòng đó." in warned(plan)
    assert outcome(plan) == {"same": 2}
    assert one_person().phone == "0913555214"


def test_two_rows_of_one_membership_that_differ_wait_for_a_person(tmp_path: Path) -> None:
    rows = [HEAD, BINH, (2, *BINH[1:5], "Tổ phó", *BINH[6:])]
    for _ in range(2):
        plan = imported(tmp_path, "members", rows)
        assert messages(plan) == [
            (3, "F", "Trùng với dòng 2 nhưng khác chức danh. Giữ một dòng đúng.")
        ]
    assert [member.role for member in Membership.select()] == ["Tổ viên"]


def test_a_second_leader_is_warned_about(tmp_path: Path) -> None:
    rows = [NAMED, ("Tổ tự quản số 1",), ONE, (2, "Trần Thị Bình", 1981, "Tổ trưởng")]
    plan = imported(tmp_path, "members", rows)
    (found,) = plan.warnings()
    assert (found.row, found.column) == (4, "D")
    assert found.message == "Tổ tự quản số 1 đã có tổ trưởng Lê Văn An. Vẫn nhập."
    assert outcome(plan) == {"new": 2}


def test_a_day_to_come_is_warned_about(tmp_path: Path) -> None:
    late = clock.today().year + 1
    rows = [(*HEAD, "Ngày tham gia"), (*BINH, f"01/02/{late}"), (*AN, "01/02/2020")]
    (found,) = imported(tmp_path, "members", rows).warnings()
    assert (found.row, found.column, found.value) == (2, "J", f"01/02/{late}")
    assert found.message == "Ngày ở tương lai. Vẫn lưu được."
    assert len(people()) == 2


def test_rows_without_a_name_are_wrong_and_empty_ones_are_none(tmp_path: Path) -> None:
    nameless = (2, "", 1981, "Nữ", "095181000002", "Tổ viên", "Tổ tự quản số 1", "", "")
    blank = (3, "", "", "", "", "", "", "", "")
    plan = planned(tmp_path, "members", [HEAD, BINH, nameless, blank])
    assert outcome(plan) == {"new": 1, "errors": 1}
    assert messages(plan) == [(3, "B", "Chưa có họ và tên.")]


def test_a_row_that_stays_out_leaves_no_trace(tmp_path: Path) -> None:
    save(Person(full_name="Trần Thị Bình", citizen_id="095181000001"))
    elsewhere = (2, "Lê Văn An", 1980, "Nam", "123", "Tổ phó", "Tổ mới số 9", "Ấp Mới", "")
    renamed = (3, "Trần Thị Bé", *BINH[2:6], "Tổ mới số 8", "Ấp Mới", "0913555214")
    too_long = (4, "Lê Văn Cư", 1982, "Nam", "", "Tổ phó", f"Tổ {'dài ' * 90}", "Ấp Mới", "")
    plan = imported(tmp_path, "members", [HEAD, elsewhere, renamed, too_long])
    assert outcome(plan) == {"doubtful": 1, "errors": 2}
    assert [(row, column) for row, column, _ in messages(plan)] == [(2, "E"), (3, "E"), (4, "G")]
    assert (areas(), teams(), places()) == ([], [], [])
    assert one_person().phone == ""
    assert plan.counts()["rows"] == 3


def test_leaving_ends_the_membership_and_needs_a_date_to_come_back(tmp_path: Path) -> None:
    head = ("Họ và tên", "Năm sinh", "Tổ", "Ngày vào", "Ngày nghỉ")
    row = ("Lê Văn An", 1980, "Tổ tự quản số 1")
    for cells, expected in (
        (("1/2/2019", ""), {"new": 1}),
        (("", "5/6/2024"), {"updated": 1}),
        (("", "2024"), {"same": 1}),
        (("1/2/2019", ""), {"same": 1}),
        (("", ""), {"doubtful": 1}),
        (("7/2025", ""), {"new": 1}),
        (("", ""), {"same": 1}),
    ):
        assert outcome(imported(tmp_path, "members", [head, (*row, *cells)])) == expected, cells
    known = [(m.joined and m.joined.iso, m.left and m.left.iso) for m in Membership.select()]
    assert known == [("2019-02-01", "2024-06-05"), ("2025-07", None)]


def test_more_of_the_person_than_the_list_shows_is_taken(tmp_path: Path) -> None:
    head = ("Họ tên", "Tổ", "CMND cũ", "Quê quán", "Đoàn viên", "TĐCM", "Diện chính sách")
    row = ("Lê Văn An", "Tổ số 1", 38512345, "Bạc Liêu", "x", "Trung cấp", "Thương binh")
    imported(tmp_path, "members", [head, row])
    found = one_person()
    assert (found.old_id, found.home_town, found.union_member) == ("038512345", "Bạc Liêu", True)
    assert (found.qualification, found.policy) == ("Trung cấp", "Thương binh")


def test_names_tell_more_than_names(tmp_path: Path) -> None:
    head = ("Họ và tên", "Tổ", "SĐT")
    rows = [
        ("Bà NGUYỄN THỊ HOA (Tổ trưởng)", "Tổ số 1", "0913555214; 0913555215"),
        ("Đ/c Trung úy Lê Văn An", "Tổ số 1", "chưa có"),
    ]
    imported(tmp_path, "members", [head, *rows])
    hoa, an = one_person("Nguyễn Thị Hoa"), one_person("Lê Văn An")
    assert (hoa.sex, hoa.phone, hoa.note) == ("Nữ", "0913555214", "Điện thoại khác: 0913555215")
    assert (an.phone, an.note) == ("", "Cấp bậc: Trung úy")
    assert [m.role for m in Membership.select().order_by(Membership.id)] == ["Tổ trưởng", ""]
    assert outcome(planned(tmp_path, "members", [head, *rows])) == {"same": 2}


def test_years_under_the_sexes_tell_both(tmp_path: Path) -> None:
    head = [("STT", "Họ và tên", "Năm sinh", "", "Tổ"), ("", "", "Nam", "Nữ", "")]
    rows = [
        (1, "Lê Văn An", 1980, "", "Tổ 1"),
        (2, "Trần Thị Bình", "", "14/3/1985", "Tổ 1"),
        (3, "Lý Hoa", 0, "x", "Tổ 1"),
        (4, "Lâm Lan", 1970, 1971, "Tổ 1"),
    ]
    plan = imported(
        tmp_path,
        "members",
        [*head, *rows],
        merges={"Trang 1": ["C1:D1", "A1:A2", "B1:B2", "E1:E2"]},
    )
    known = {p.full_name: (p.sex, p.birth_date) for p in Person.select()}
    assert known == {
        "Lê Văn An": ("Nam", PartialDate(1980)),
        "Trần Thị Bình": ("Nữ", PartialDate(1985, 3, 14)),
        "Lý Hoa": ("Nữ", None),
    }
    assert messages(plan) == [
        (6, "D", "Cả hai cột Nam và Nữ đều có ghi. Để lại một cột."),
    ]


def test_headings_without_spaces_and_accents_are_understood(tmp_path: Path) -> None:
    head = ("HoTen", "NgaySinh", "GioiTinh", "SoCCCD", "DienThoai", "TenTo")
    imported(tmp_path, "members", [head, ("Lê Văn An", "14/03/1985", "Nam", "", "", "Tổ 1")])
    assert one_person().birth_date == PartialDate(1985, 3, 14)
    assert teams() == [("Tổ 1", "", "")]


def test_a_number_alone_names_a_team(tmp_path: Path) -> None:
    imported(tmp_path, "members", [("Họ và tên", "Tổ"), ("Lê Văn An", 5), ("Lê Văn Bê", "05")])
    assert teams() == [("Tổ số 5", "", "")]


def test_everything_is_whole_afterwards(tmp_path: Path) -> None:
    imported(tmp_path, "members", [HEAD, BINH, AN])
    assert findings() == []
    assert [(team.strength, team.leader) for team in Team.select()] == [(2, "")]
