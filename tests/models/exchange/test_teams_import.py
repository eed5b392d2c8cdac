"""Lists of teams: leader, telephone and ratings beside the team; models and areas named in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.store.check import findings
from tests.models.exchange.imports import (
    areas,
    imported,
    messages,
    one_person,
    outcome,
    people,
    planned,
    teams,
    warned,
)
from tests.models.samples import save, stored

pytestmark = pytest.mark.usefixtures("register")

HEAD = ("TT", "Tên tổ", "Địa bàn", "Tổ trưởng", "SĐT tổ trưởng")
FIRST = (1, "Tổ tự quản số 01", "Ấp Đông", "Bà Nguyễn Thị Nguyệt", "0975223700")
SECOND = (2, "Câu lạc bộ số 02", "Khóm 2", "Ông Lê Văn An", 815960950)


def test_a_team_comes_with_kind_area_state_and_leader(tmp_path: Path) -> None:
    assert outcome(imported(tmp_path, "teams", [HEAD, FIRST, SECOND])) == {"new": 2}
    assert teams() == [
        ("Câu lạc bộ số 02", "Câu lạc bộ", "Khóm 2"),
        ("Tổ tự quản số 01", "Tổ tự quản", "Ấp Đông"),
    ]
    assert {team.state for team in Team.select()} == {"Đang hoạt động"}
    leaders = {(m.title, m.role, m.person.sex, m.person.phone) for m in Membership.select()}
    assert leaders == {
        ("Nguyễn Thị Nguyệt", "Tổ trưởng", "Nữ", "0975223700"),
        ("Lê Văn An", "Chủ nhiệm", "Nam", "0815960950"),
    }
    assert [team.leader for team in Team.select().order_by(Team.sort_key)] == [
        "Lê Văn An",
        "Nguyễn Thị Nguyệt",
    ]
    assert findings() == []
    assert outcome(planned(tmp_path, "teams", [HEAD, FIRST, SECOND])) == {"same": 2}


def test_areas_may_stand_as_sections(tmp_path: Path) -> None:
    rows = [("TT", "Tên tổ", "Số TV"), ("I. ẤP SÓC ĐỒN",), (1, "Tổ số 1", 9), ("II. KHÓM 2",),
            (1, "Tổ số 1", 7)]  # fmt: skip
    plan = imported(tmp_path, "teams", rows, merges={"Trang 1": ["A2:C2", "A4:C4"]})
    assert outcome(plan) == {"new": 2}
    assert teams() == [("Tổ số 1", "", "Khóm 2"), ("Tổ số 1", "", "Ấp Sóc Đồn")]
    assert areas() == ["Khóm 2", "Ấp Sóc Đồn"]


def test_ratings_of_several_years_become_reviews(tmp_path: Path) -> None:
    head = ("Tên tổ", "Xếp loại 2023", "Xếp loại 2024", "Xếp loại 2025")
    row = ("Tổ số 1", "Khá", "Tốt", "")
    assert outcome(imported(tmp_path, "teams", [head, row])) == {"new": 1}
    known = {(review.year, review.rating) for review in Review.select()}
    assert known == {(2023, "Khá"), (2024, "Tốt")}
    assert outcome(planned(tmp_path, "teams", [head, row])) == {"same": 1}
    better = ("Tổ số 1", "Khá", "Hiệu quả", "Yếu")
    assert outcome(imported(tmp_path, "teams", [head, better])) == {"updated": 1}
    known = {(review.year, review.rating) for review in Review.select()}
    assert known == {(2023, "Khá"), (2024, "Hiệu quả"), (2025, "Yếu")}
    assert Team.get().rating == "Yếu"


def test_a_rating_without_a_year_is_of_the_year_in_the_title(tmp_path: Path) -> None:
    rows = [("DANH SÁCH TỔ TỰ QUẢN NĂM 2022",), ("Tên tổ", "Xếp loại"), ("Tổ số 1", "Khá")]
    imported(tmp_path, "teams", rows)
    assert Review.get().year == 2022


def test_a_whole_year_told_in_words_is_the_same_review(tmp_path: Path) -> None:
    imported(tmp_path, "teams", [("Tên tổ", "Xếp loại 2024"), ("Tổ số 1", "Khá")])
    head = ("Tổ", "Năm", "Kỳ", "Xếp loại")
    plan = imported(tmp_path, "reviews", [head, ("Tổ số 1", 2024, "Cả năm", "Tốt")])
    assert outcome(plan) == {"updated": 1}
    assert [(review.part, review.rating) for review in Review.select()] == [("Cả năm", "Tốt")]


def test_the_model_and_its_level_come_with_the_team(tmp_path: Path) -> None:
    head = ("Tên tổ", "Thuộc mô hình", "Cấp công nhận")
    rows = [("Tổ số 1", "Camera an ninh", "Công an tỉnh"), ("Tổ số 2", "CAMERA AN NINH", "")]
    imported(tmp_path, "teams", [head, *rows])
    scheme = Scheme.get()
    assert (scheme.name, scheme.recognition_level, scheme.teams) == (
        "Camera an ninh",
        "Công an tỉnh",
        2,
    )


def test_a_second_leader_is_added_with_a_warning(tmp_path: Path) -> None:
    imported(tmp_path, "teams", [HEAD, FIRST])
    other = (*FIRST[:3], "Ông Lý Văn Tám", "0913555214")
    plan = imported(tmp_path, "teams", [HEAD, other])
    assert outcome(plan) == {"updated": 1}
    assert warned(plan) == ["Tổ đã có tổ trưởng Nguyễn Thị Nguyệt. Vẫn nhập."]
    assert Team.get().leader == "Nguyễn Thị Nguyệt, Lý Văn Tám"


def test_a_member_named_as_leader_becomes_leader(tmp_path: Path) -> None:
    members = [("Họ và tên", "Năm sinh", "Chức vụ", "Tổ", "Ấp"),
               ("Nguyễn Thị Nguyệt", 1985, "Tổ phó", FIRST[1], FIRST[2])]  # fmt: skip
    imported(tmp_path, "members", members)
    assert outcome(imported(tmp_path, "teams", [HEAD, FIRST])) == {"updated": 1}
    assert people() == ["Nguyễn Thị Nguyệt"]
    assert [(m.role, m.person.phone) for m in Membership.select()] == [("Tổ trưởng", "0975223700")]


def test_a_leader_who_may_be_somebody_known_keeps_the_team_out(tmp_path: Path) -> None:
    area = stored(Area(name="Ấp Đông", kind="Ấp"))
    save(Person(full_name="Nguyễn Thị Nguyệt", area=area))
    plan = planned(tmp_path, "teams", [HEAD, (*FIRST[:4], "")])
    assert messages(plan) == [
        (
            2,
            "D",
            "Tổ trưởng: Có thể là người đã có: Nguyễn Thị Nguyệt, Ấp Đông. "
            "Chọn là một người hoặc thêm mới.",
        )
    ]
    assert outcome(planned(tmp_path, "teams", [HEAD, FIRST])) == {"new": 1}


def test_a_bad_telephone_of_the_leader_keeps_the_row_out(tmp_path: Path) -> None:
    plan = imported(tmp_path, "teams", [HEAD, (*FIRST[:4], "097522")])
    assert messages(plan) == [(2, "E", "Thiếu 4 số: cần 10 số.")]
    assert (teams(), people(), areas()) == ([], [], [])


def test_the_area_of_a_team_may_change_and_names_tell_teams_apart(tmp_path: Path) -> None:
    head = ("Tên tổ", "Ấp", "Số hộ")
    imported(tmp_path, "teams", [head, ("Tổ số 1", "", 10)])
    assert outcome(imported(tmp_path, "teams", [head, ("Tổ số 1", "Ấp Đông", 12)])) == {
        "updated": 1
    }
    assert outcome(imported(tmp_path, "teams", [head, ("Tổ số 1", "Ấp Tây", "")])) == {"new": 1}
    plan = planned(tmp_path, "teams", [head, ("Tổ số 1", "", 15)])
    assert outcome(plan) == {"doubtful": 1}


def test_a_dissolved_team_says_when_and_why(tmp_path: Path) -> None:
    head = ("Tên tổ", "Tình trạng", "Ngày giải thể", "Lý do giải thể")
    plan = planned(tmp_path, "teams", [head, ("Tổ số 1", "Giải thể", "", "")])
    assert messages(plan) == [
        (2, "C", "Đã giải thể thì cần ngày giải thể."),
        (2, "D", "Đã giải thể thì cần lý do giải thể."),
    ]
    imported(tmp_path, "teams", [head, ("Tổ số 1", "Đã giải thể", "6/2025", "Sáp nhập")])
    assert Team.get().state == "Đã giải thể"


def test_lines_of_signatures_and_totals_are_no_teams(tmp_path: Path) -> None:
    rows = [HEAD, FIRST, ("", "Tổng cộng: 01 tổ"), (), ("", "", "", "NGƯỜI LẬP BIỂU"), (), (),
            ("", "", "", "Trung úy Lê Hoàng Nam")]  # fmt: skip
    assert outcome(imported(tmp_path, "teams", rows)) == {"new": 1}
    assert one_person().full_name == "Nguyễn Thị Nguyệt"
