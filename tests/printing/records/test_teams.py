"""F03, F05, F08, F09, F10 and F11 of the register counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import UserError
from models.registers.activities import ACTIVITIES
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import REVIEWS, Review
from models.registers.teams import TeamArea
from models.store.query import Listing, condition
from printing.catalogue import document, render
from printing.documents.data import ActivityRow, MemberRow, ReviewRow
from printing.records.activities import activity_data
from printing.records.reviews import minutes_data, reviews_data
from printing.records.teams import decision_data, member_list_data, rating_data
from printing.records.wanted import Wanted
from tests.models.figures.small_register import HTT, Small
from tests.models.samples import fresh, save, stored
from tests.printing.pdf_marks import read_pages

DAY = date(2025, 12, 31)
END_2025 = Wanted(as_of=DAY)


def test_members_of_a_day_leaders_first(small: Small) -> None:
    def names(day: date) -> list[str]:
        data = member_list_data(small.keng_1, Wanted(as_of=day))
        return [row.name for row in data.members]

    assert names(date(2025, 5, 9)) == ["Nguyễn Văn Đức", "Lê Thị Bưởi", "Thạch Sô Phol"]
    assert names(date(2025, 5, 10)) == ["Nguyễn Văn Đức", "Thạch Sô Phol"]
    assert names(date(2020, 2, 29)) == []


def test_a_member_is_printed_whole(small: Small) -> None:
    person = Person.get(Person.full_name == "Nguyễn Văn Đức")
    person.citizen_id, person.phone, person.party_member = "096068001234", "0912345678", True
    person.religion, person.ethnicity, person.education = "Không theo tôn giáo", "Kinh", "12/12"
    save(person)
    data = member_list_data(fresh(small.keng_1), END_2025)
    assert data.members[0] == MemberRow(
        "Nguyễn Văn Đức",
        "Nam",
        "14/03/1968",
        "096068001234",
        "Kinh",
        "Không",
        "12/12",
        "Tổ trưởng",
        "Ấp Một",
        "0912345678",
        "01/03/2020",
        "Đảng viên",
    )
    text = read_pages(render(document("F03").build(data)))[0].text
    assert "Danh sách này có 2 người (2 nam, 0 nữ)./." in text


def test_a_dissolved_team_is_told_instead_of_listed(small: Small) -> None:
    assert len(member_list_data(small.chua_1, Wanted(as_of=date(2025, 3, 14))).members) == 1
    with pytest.raises(UserError, match=r"Tổ chùa đã giải thể ngày 15/03/2025"):
        member_list_data(small.chua_1, Wanted(as_of=date(2025, 3, 15)))


def test_a_decided_team_is_reorganised_and_its_decision_cited(small: Small) -> None:
    later = decision_data(small.keng_1, END_2025)
    assert later.reorganised
    assert later.basis == (
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 01/03/2020 của UBND xã Hưng Hội về việc thành lập "
        "Tổ kẻng 1",
    )
    assert (later.of.number, later.of.day) == (None, None)
    assert not decision_data(small.keng_1, Wanted(as_of=date(2020, 3, 1))).reorganised
    assert not decision_data(small.nu_1, END_2025).reorganised


def test_areas_stand_in_a_sentence_as_the_decree_writes_them(small: Small) -> None:
    khom = stored(Area(name="Khóm 1", kind="Khóm"))
    stored(TeamArea(team=small.keng_1, area=khom))
    assert decision_data(small.keng_1, END_2025).of.team.area == "ấp Một, Khóm 1, xã Hưng Hội"
    assert member_list_data(small.keng_1, END_2025).team.area == "Ấp Một, Khóm 1"


def test_the_law_on_the_force_is_for_the_force_alone(small: Small) -> None:
    assert decision_data(small.force, END_2025).of.team.statutory
    small.keng_1.kind, small.keng_1.statutory = "Tổ hòa giải", True
    assert not decision_data(stored(small.keng_1), END_2025).of.team.statutory


def test_a_team_or_a_member_rates_itself(small: Small) -> None:
    of_team = rating_data(small.force, END_2025)
    assert (of_team.member, of_team.of.team.leader, of_team.of.year) == (
        None,
        "Thạch Sô Phol",
        2025,
    )
    ut = Membership.get(Membership.joined == "2025-06-01")
    of_member = rating_data(ut, END_2025)
    assert of_member.member is not None
    assert (of_member.member.name, of_member.of.team.name) == ("Trần Văn Út", small.force.name)


def test_a_second_leader_leaves_the_signature_open(small: Small) -> None:
    stored(Membership(person=Person.get_by_id(2), team=small.force, role="Tổ trưởng"))
    assert rating_data(small.force, END_2025).of.team.leader == ""


def test_ratings_of_the_force_add_up(small: Small) -> None:
    data = reviews_data(END_2025)
    assert data.year == 2025
    assert data.rows == (
        ReviewRow(small.force.name, 3, HTT, 1, 1, 0, 0, unrated=1, unrated_why="dưới 9 tháng"),
    )
    text = read_pages(render(document("F10").build(data)))[0].text
    assert "tổ 0/1 (0%); thành viên 1/1 (100%)." in text


def test_ratings_go_by_the_year_filtered_for(small: Small) -> None:
    year = Listing(REVIEWS, where=(condition(REVIEWS, "year", "2025"),))
    assert [row.excellent for row in reviews_data(Wanted(year)).rows] == [1]
    assert [row.unrated for row in reviews_data(Wanted()).rows] == [3]
    nobody = Listing(REVIEWS, "khong co ai")
    assert reviews_data(Wanted(nobody, as_of=DAY)).rows == ()


def test_minutes_take_the_rating_and_leave_the_meeting_open(small: Small) -> None:
    review = Review.get(Review.scheme == small.keng.id, Review.part == "6 tháng đầu năm")
    review.reviewed_on, review.comment = date(2025, 7, 2), "Cần củng cố."
    data = minutes_data(stored(review), Wanted())
    assert data.subject == "mô hình “Tiếng kẻng”, 6 tháng đầu"
    assert (data.year, data.rating, data.opinions) == (2025, "Yếu", "Cần củng cố.")
    assert data.begun.endswith("giờ ……, ngày 02 tháng 7 năm 2025")
    assert data.results == ("02 hoạt động, 66 lượt người dự; cung cấp 02 tin; hòa giải thành 01 vụ")
    assert data.place == "Ấp Một"
    assert (data.present, data.votes_for, data.own_rating) == ((), None, "")


def test_minutes_name_a_member_with_the_team(small: Small) -> None:
    review = Review.select().where(Review.member.is_null(False)).order_by(Review.id).first()
    assert minutes_data(review, Wanted()).subject == (
        "thành viên Thạch Sô Phol, Tổ bảo vệ ANTT ấp Một"
    )


def test_the_book_of_activities_is_of_one_year_by_day(small: Small) -> None:
    data = activity_data(Wanted())
    assert (data.year, [row.day for row in data.activities]) == (
        2025,
        ["01/03/2025", "19/08/2025", "01/09/2025"],
    )
    assert data.activities[:2] == (
        ActivityRow(
            "01/03/2025", "Tuần tra đêm", 6, "Cung cấp 02 tin; hòa giải thành 01 vụ", "", ""
        ),
        ActivityRow(
            "19/08/2025", "Ngày hội", 60, "Hiện vật, tiền: 02 loa", "", "Số người dự: hơn 60"
        ),
    )
    assert [row.day for row in activity_data(Wanted(as_of=date(2024, 6, 1))).activities] == [
        "05/01/2024"
    ]
    assert activity_data(Wanted(as_of=date(2023, 6, 1))).activities == ()


def test_the_book_of_one_team_names_it(small: Small) -> None:
    of_team = Listing(ACTIVITIES, where=(condition(ACTIVITIES, "team", small.keng_1.name),))
    data = activity_data(Wanted(of_team))
    assert (data.team.name, len(data.activities)) == ("Tổ kẻng 1", 1)
    assert data.filter_words == "(Lọc theo: tổ: Tổ kẻng 1)"
