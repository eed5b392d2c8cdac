"""The demo register: whole, without errors, the same every time, and with its oddities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from models.catalogues import catalogue
from models.clock import stopped_at
from models.demo import places, story
from models.demo.activities import Doers, activities
from models.demo.members import Place, Roll
from models.demo.people import Crowd
from models.demo.reviews import scheme_reviews, team_reviews
from models.demo.words import rows
from models.fields import Kind
from models.problem import Problem, Severity
from models.registers import REGISTERS, register
from models.registers.areas import Area
from models.registers.members import EarlierService, Membership
from models.registers.office import Signer
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import SCHEME_STATES, Scheme
from models.registers.teams import Team
from models.rules.strength import strength
from models.store import migrations
from models.store.change import change
from models.store.check import findings
from models.store.database import close_database, create_database, database
from models.store.doubles import all_doubles
from models.store.opening import office_of
from models.store.session import set_user
from models.store.tables import HistoryChange
from models.text import nfc
from models.values.citizen_id import PROVINCES
from models.values.person_name import clean_person_name
from models.values.phone import parse_phone

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=7)))
TODAY = NOW.date()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The open demo register as made on 22 November 2026; tests only look at it."""
    create_database(tmp_path_factory.mktemp("demo") / "register.db", bytes(range(32)))
    migrations.upgrade()
    set_user("admin")
    with stopped_at(NOW):
        with change("Lập sổ") as work:
            work.save(office_of(story.PROVINCE, story.COMMUNE))
        story.fill()
        yield
    close_database()
    set_user("")


@pytest.fixture(scope="module")
def problems(filled: None) -> dict[str, list[tuple[Any, Problem]]]:
    return {
        known.name: [
            (record, problem) for record in live(known.model) for problem in known.problems(record)
        ]
        for known in REGISTERS
    }


def live(model: Any) -> list[Any]:
    return list(model.select().where(model.trashed_at.is_null()).order_by(model.id))


def cast(today: date) -> tuple[list[Team], list[Place]]:
    """Everybody of the demo register on a day, without storing anything."""
    areas = {area.name: area for area in places.areas(today)}
    for key, area in enumerate(areas.values(), start=1):
        area.id = key
    schemes = {scheme.name: scheme for scheme in places.schemes(areas, today)}
    for key, scheme in enumerate(schemes.values(), start=1):
        scheme.id = key
    teams = places.teams(schemes, places.sites(schemes, areas, today), areas, today)
    return teams, Roll(Crowd(today), areas).call(teams)


def test_there_is_as_much_of_everything_as_a_commune_has(filled: None) -> None:
    counts = {known.name: len(live(known.model)) for known in REGISTERS}
    expected = {"areas": 11, "people": 643, "schemes": 21, "sites": 38, "teams": 57}
    assert counts == expected | {
        "members": 679,
        "reviews": 439,
        "activities": 497,
        "issued": 0,
        "blanks": 0,
        "classes": 7,
        "trainees": 197,
    }


def test_the_teams_serve_as_the_first_screen_says(filled: None) -> None:
    states = Counter(team.state for team in live(Team))
    assert states["Đã giải thể"] == states["Tạm ngừng"] == 1
    assert strength(TODAY).memberships == 648
    assert strength(TODAY).people < 648
    shown = {row["name"]: int(row["members"]) for row in rows("teams") if not row["dissolved"]}
    assert {team.name: team.strength for team in live(Team) if team.strength} == shown
    assert {team.leader for team in live(Team)} - {""} == {
        row["leader"] for row in rows("teams") if not row["dissolved"]
    }


def test_nothing_in_the_file_is_amiss(filled: None) -> None:
    assert findings() == []


def test_no_record_has_an_error(problems: dict[str, list[tuple[Any, Problem]]]) -> None:
    errors = [
        (record.title, problem.message)
        for found in problems.values()
        for record, problem in found
        if problem.severity is Severity.ERROR
    ]
    assert not errors


def test_the_oddities_warn_and_little_else_does(
    problems: dict[str, list[tuple[Any, Problem]]],
) -> None:
    ages = {record.full_name: problem.message for record, problem in problems["people"]}
    assert ages == {
        "Sơn Chanh Tha": "Mới 17 tuổi, chưa đủ 18. Vẫn lưu được.",
        "Lý Sươl": "Đã 72 tuổi, trên 70. Vẫn lưu được.",
        "Danh Hoàng Phúc": "Có thể là người đã có: Danh Hoàng Phúc, 05/01/1995. Vẫn lưu được.",
        "Thạch Thị Hồng Nhung": "Có thể là người đã có: Thạch Thị Hồng Nhung, 1979. Vẫn lưu được.",
    }
    teams = {problem.field: record.name for record, problem in problems["teams"]}
    assert teams["name"] == "Tổ cổng trường an toàn giao thông"
    assert teams["declared"] == "Tổ tự quản ANTT số 8"
    assert not any(problem.field == "role" for _record, problem in problems["members"])


def test_some_reviews_are_overdue_some_soon_due_and_some_teams_never_reviewed(
    filled: None,
) -> None:
    due = {team.name: team.review_due for team in live(Team) if team.review_due}
    late = {name for name, day in due.items() if day < TODAY}
    soon = {name for name, day in due.items() if TODAY <= day <= TODAY + timedelta(days=10)}
    assert {"Đội xe ôm phòng, chống tội phạm", "Tổ tự quản ANTT số 4"} < late
    assert "Tổ tự quản ANTT số 3" in soon
    assert 4 <= len(late) <= 8
    assert 4 <= len(soon) <= 8
    assert sum(not team.rating for team in live(Team)) == 3


def test_rare_people_are_there(filled: None) -> None:
    people = live(Person)
    assert max(len(person.full_name) for person in people) == 60
    twins = Counter((person.full_name, person.area.name) for person in people)
    assert {name for (name, _area), count in twins.items() if count > 1} >= {"Trần Văn Hai"}
    assert max(len(team.note) for team in live(Team)) > 8000
    precision = Counter(len(person.birth_date.iso) for person in people)
    assert set(precision) == {4, 7, 10}
    assert {person.ethnicity for person in people} == {"Kinh", "Khơ-me", "Hoa"}
    places_of = Counter(member.person_id for member in live(Membership) if member.left is None)
    assert sum(count == 2 for count in places_of.values()) > 20


def test_some_people_were_entered_twice(filled: None) -> None:
    def rows(sql: str) -> list[tuple[Any, ...]]:
        return list(database.execute_sql(sql).fetchall())

    doubles = all_doubles(rows)
    assert [double.second.full_name for double in doubles] == [
        "Nguyen Van Hoa",
        "Võ Hoàng Nam",
        "Thạch Thị Hồng Nhung",
        "Danh Hoàng Phúc",
        "Sơn Lợi",
    ]


def test_names_and_numbers_are_written_as_the_program_writes_them(filled: None) -> None:
    for person in live(Person):
        assert clean_person_name(person.full_name).name == person.full_name == nfc(person.full_name)
        assert not person.phone or parse_phone(person.phone).text == person.phone
        assert not person.citizen_id or person.citizen_id[:3] in PROVINCES
    ids = [person.citizen_id for person in live(Person) if person.citizen_id]
    assert len(set(ids)) == len(ids) > 500


def test_words_are_those_of_the_catalogues(filled: None) -> None:
    models: list[Any] = [*(known.model for known in REGISTERS), Signer, EarlierService]
    for model in models:
        for fact in model.facts():
            if fact.kind is Kind.CATALOGUE:
                used = {getattr(record, fact.name) for record in live(model)} - {""}
                unknown = used - {entry.word for entry in catalogue(fact.catalogue)}
                assert not unknown, fact.name


def test_models_are_of_every_level_and_state(filled: None) -> None:
    schemes = live(Scheme)
    assert {scheme.state for scheme in schemes} == set(SCHEME_STATES)
    levels = {scheme.recognition_level for scheme in schemes}
    assert levels == {entry.word for entry in catalogue("recognition_levels")}


def test_nobody_joins_as_a_child_or_before_the_team_but_the_one_who_is_17(filled: None) -> None:
    for member in live(Membership):
        founded = member.team.decision_date
        assert member.joined.last >= founded.first, member.title
        if member.title != "Sơn Chanh Tha":
            assert member.joined.year - member.person.birth_date.year >= 18, member.title


def test_service_counts_once_or_twice(filled: None) -> None:
    coefficients = Counter(service.coefficient for service in live(EarlierService))
    assert set(coefficients) == {"1", "2"}


def test_no_leader_is_rated_above_the_team_and_few_are_best(filled: None) -> None:
    order = [entry.word for entry in catalogue("ratings").having(scale="lực lượng")]
    rated = [review for review in live(Review) if review.member_id]
    for review in rated:
        if review.member.role == "Tổ trưởng":
            of_team = review.member.team.rating
            assert order.index(review.rating) >= order.index(of_team)
    ratings = Counter(review.rating for review in rated)
    assert 0 < ratings[order[0]] <= ratings[order[1]] / 5


def test_the_office_has_a_head_and_a_deputy_who_sign(filled: None) -> None:
    now = [(signer.rank, signer.post, signer.acting) for signer in live(Signer) if not signer.ended]
    head = ("Thiếu tá", "Trưởng Công an xã", False)
    assert now == [head, ("Đại úy", "Phó Trưởng Công an xã", True)]
    posts = {entry.word for entry in catalogue("posts")}
    assert {post for _rank, post, _acting in now} <= posts


def test_the_undo_list_looks_lived_in(filled: None) -> None:
    changes = list(HistoryChange.select().order_by(HistoryChange.id))[1:]
    days = [row.at for row in changes]
    assert days == sorted(days)
    assert days[-1] < NOW.isoformat()
    titles = [row.title for row in changes]
    assert "Sửa Tổ tự quản ANTT số 3" in titles
    assert "Xóa người: Trần Thị Mỹ Hạnh" in titles
    assert Person.select().where(Person.trashed_at.is_null(False)).count() == 1


def test_nobody_is_drawn_differently_another_year() -> None:
    def names(today: date) -> list[tuple[str, str, str]]:
        _teams, filled = cast(today)
        return [(place.person.full_name, place.team.name, place.role) for place in filled]

    assert names(TODAY) == names(TODAY)
    assert names(TODAY) == names(date(2027, 2, 3))


def test_a_month_keeps_its_activities_whatever_the_day() -> None:
    def of_month(today: date) -> list[tuple[date | None, str]]:
        teams, _filled = cast(today)
        done = activities(Doers(teams, [team.area for team in teams if team.area], {}), today)
        return [(act.day, act.content) for act in done if str(act.day).startswith("2026-05")]

    assert of_month(TODAY)
    assert of_month(TODAY) == of_month(date(2027, 2, 3))


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29)])
def test_no_review_is_of_the_future(today: date) -> None:
    teams, filled = cast(today)
    schemes = {team.scheme.name: team.scheme for team in teams if team.scheme}
    reviews = team_reviews(teams, today) + scheme_reviews(list(schemes.values()), today)
    assert len(reviews) > 150
    assert all(review.reviewed_on and review.reviewed_on <= today for review in reviews)
    assert all(place.left is None or place.left.last <= today for place in filled)
    births = {place.person.full_name: place.person.birth_date for place in filled}
    young = births["Sơn Chanh Tha"]
    assert young is not None
    assert young.age_on(today) == 17


def test_areas_that_were_merged_say_into_which(filled: None) -> None:
    merged = [area for area in live(Area) if area.ended]
    assert [(area.name, area.merged_into.name) for area in merged] == [
        ("Ấp Cái Giá B", "Ấp Cái Giá")
    ]
    assert register("areas").problems(merged[0]) == []
