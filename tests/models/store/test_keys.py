"""Search text, sort keys and counts follow every change to whoever shows or finds by them."""

from __future__ import annotations

import random
from datetime import date

import pytest

from models.record import Record
from models.registers import RECORDS
from models.registers.activities import ACTIVITIES, Activity
from models.registers.areas import AREAS, Area
from models.registers.issued import IssuedCopy, IssuedPaper, PrintRun
from models.registers.members import MEMBERS, EarlierService, Membership
from models.registers.people import PEOPLE, Person
from models.registers.reviews import REVIEWS, Review
from models.registers.schemes import DISSOLVED, SITES, Scheme, Site
from models.registers.teams import TEAMS, Team, TeamArea
from models.store import keys
from models.store.change import change
from models.store.check import findings
from models.store.database import database
from models.store.query import Condition, Listing
from models.store.undo import undo_last
from models.values.partial_date import PartialDate
from tests.models.samples import found, fresh, listed, person, save, stored, trash, whole

pytestmark = pytest.mark.usefixtures("register")


def team(name: str, **values: object) -> Team:
    return stored(Team(name=name, **values))


def member(name: str, of: Team, role: str = "Tổ viên", **values: object) -> Membership:
    return stored(Membership(person=person(name), team=of, role=role, **values))


def renamed(record: Record, name: str) -> None:
    setattr(record, record.TITLE, name)
    save(record)
    assert findings() == []


def test_renaming_an_area_reaches_those_in_it() -> None:
    area, other = stored(Area(name="Ấp Giồng")), stored(Area(name="Ấp Mới"))
    first, second = person("Lê A", area=area), person("Lê B", area=other)
    placed = team("Tổ 1", area=area)
    stored(TeamArea(team=placed, area=area))
    stored(Activity(content="Họp", kind="Khác", day=date(2026, 1, 2), area=area))
    renamed(area, "Ấp Xóm Chùa")
    for described in (TEAMS, ACTIVITIES, AREAS):
        assert len(found(described, "xom chua")) == 1
        assert found(described, "giong") == []
    by_area = Listing(PEOPLE, order=Person.area)
    assert listed(by_area) == [second.full_name, first.full_name]


def test_renaming_a_person_reaches_members_teams_and_reviews() -> None:
    of = team("Tổ 1")
    leader = member("Nguyễn Văn Đức", of, "Tổ trưởng")
    stored(Review(member=leader, year=2026, rating="Tốt"))
    stored(EarlierService(person=leader.person, force="Dân phòng"))
    renamed(leader.person, "Nguyễn Văn Đạt")
    assert fresh(of).leader == "Nguyễn Văn Đạt"
    for described in (MEMBERS, TEAMS, REVIEWS):
        assert len(found(described, "đạt")) == 1
        assert found(described, "đức") == []


def test_a_new_phone_finds_the_member() -> None:
    one = member("Nguyễn Văn Đức", team("Tổ 1"))
    one.person.phone = "0913555214"
    save(one.person)
    assert found(MEMBERS, "5214") == ["Nguyễn Văn Đức"]
    assert findings() == []


def test_renaming_a_team_reaches_members_reviews_and_activities() -> None:
    of = team("Tổ tự quản số 3")
    member("Nguyễn Văn Đức", of)
    stored(Review(team=of, year=2026, rating="Tốt"))
    stored(Activity(content="Tuần tra", kind="Khác", day=date(2026, 1, 2), team=of))
    renamed(of, "Tổ liên gia số 10")
    for described in (MEMBERS, REVIEWS, ACTIVITIES):
        assert len(found(described, "lien gia")) == 1
        assert found(described, "tu quan") == []


def test_renaming_a_scheme_reaches_sites_teams_and_reviews() -> None:
    scheme = stored(Scheme(name="Camera an ninh"))
    team("Tổ 1", scheme=scheme)
    stored(Site(name="Điểm 1", scheme=scheme))
    stored(Review(scheme=scheme, year=2026, rating="Tốt"))
    renamed(scheme, "Tiếng kẻng an ninh")
    for described in (SITES, REVIEWS):
        assert len(found(described, "kẻng")) == 1
        assert found(described, "camera") == []


def test_strength_and_leader_count_who_serves_today() -> None:
    of = team("Tổ 1")
    leader = member("Nguyễn Văn Đức", of, "Tổ trưởng")
    member("Lê A", of, joined=PartialDate(2026, 11, 22))
    member("Lê B", of, joined=PartialDate(2026, 11, 23))
    member("Lê C", of, left=PartialDate(2026, 11, 22))
    member("Lê D", of, left=PartialDate(2026, 11, 23))
    assert (fresh(of).strength, fresh(of).leader) == (3, "Nguyễn Văn Đức")
    trash(leader)
    assert (fresh(of).strength, fresh(of).leader) == (2, "")
    undo_last()
    assert (fresh(of).strength, fresh(of).leader) == (3, "Nguyễn Văn Đức")


def test_every_kind_of_leader_leads() -> None:
    for role, leads in (("Đội trưởng", True), ("Chủ nhiệm", True), ("Tổ phó", False), ("", False)):
        of = team(f"Đội {role}")
        member("Lê A", of, role)
        assert fresh(of).leader == ("Lê A" if leads else "")


def test_two_leaders_are_both_named() -> None:
    of = team("Tổ 1")
    member("Lê B", of, "Tổ trưởng")
    member("Lê A", of, "Tổ trưởng")
    assert fresh(of).leader == "Lê B, Lê A"


def test_a_membership_moved_counts_in_the_new_team_alone() -> None:
    first, second = team("Tổ 1"), team("Tổ 2")
    one = member("Lê A", first, "Tổ trưởng")
    one.team = second
    save(one)
    assert (fresh(first).strength, fresh(first).leader) == (0, "")
    assert (fresh(second).strength, fresh(second).leader) == (1, "Lê A")
    assert findings() == []


def test_a_scheme_counts_its_sites_teams_and_members() -> None:
    scheme, other = stored(Scheme(name="Camera")), stored(Scheme(name="Kẻng"))
    first, second = team("Tổ 1", scheme=scheme), team("Tổ 2", scheme=scheme)
    someone = member("Lê A", first).person
    stored(Membership(person=someone, team=second))
    stored(Site(name="Điểm 1", scheme=scheme))
    stored(Site(name="Điểm 2", scheme=scheme, ended=PartialDate(2020)))
    counted = fresh(scheme)
    assert (counted.sites, counted.teams, counted.members, counted.rating) == (1, 2, 2, "")
    stored(Review(scheme=scheme, year=2026, rating="Tốt"))
    assert fresh(scheme).rating == "Tốt"
    second = fresh(second)
    second.scheme = other
    save(second)
    assert (fresh(scheme).teams, fresh(scheme).members) == (1, 1)
    assert (fresh(other).teams, fresh(other).members) == (1, 1)
    first = fresh(first)
    first.state, first.dissolved_on, first.dissolved_why = DISSOLVED, PartialDate(2026), "Sáp nhập"
    save(first)
    assert (fresh(scheme).teams, fresh(scheme).members) == (0, 0)
    assert findings() == []


def test_the_newest_review_gives_rating_and_due_date() -> None:
    of = team("Tổ 1")
    assert (fresh(of).rating, fresh(of).review_due) == ("", date(2026, 11, 30))
    for year, part, rating, due in (
        (2025, "Cả năm", "Khá", date(2026, 11, 30)),
        (2026, "6 tháng đầu năm", "Trung bình", date(2026, 11, 30)),
        (2024, "Cả năm", "Yếu", date(2026, 11, 30)),
        (2026, "Cả năm", "Tốt", date(2027, 11, 30)),
    ):
        stored(Review(team=of, year=year, part=part, rating=rating))
        expected = "Trung bình" if rating == "Yếu" else rating
        assert (fresh(of).rating, fresh(of).review_due) == (expected, due)
    trash(Review.get(Review.rating == "Tốt"))
    assert (fresh(of).rating, fresh(of).review_due) == ("Trung bình", date(2026, 11, 30))


def test_a_dissolved_team_is_never_due() -> None:
    of = stored(whole(Team, state=DISSOLVED))
    assert fresh(of).review_due is None


def test_rows_written_past_the_store_are_noticed_and_rebuilt() -> None:
    someone = person("Nguyễn Văn Đức")
    database.execute_sql("UPDATE person SET full_name = 'Lê Đạt'")
    assert keys.out_of_date(Person) == 1
    assert keys.rebuild(Person) == 1
    assert found(PEOPLE, "dat") == ["Lê Đạt"]
    assert keys.out_of_date(Person) == 0
    assert fresh(someone).revision == 1


def test_filters_see_derived_fields() -> None:
    of = team("Tổ 1")
    member("Lê A", of)
    team("Tổ 2")
    assert found(TEAMS, "", Condition(Team.strength, (1,))) == ["Tổ 1"]
    assert found(TEAMS, "", Condition(Team.leader, ())) == ["Tổ 1", "Tổ 2"]


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_out_of_date_after_any_changes(seed: int) -> None:
    chance = random.Random(seed)
    for model in RECORDS:
        stored(whole(model))
    scheme, area = stored(Scheme(name="Khác")), stored(Area(name="Ấp Khác"))
    stored(Team(name="Tổ khác", scheme=scheme, area=area))
    person("Lê Khác")
    for _ in range(12):
        act = chance.choice((_rename, _move, _trash, _undo))
        act(chance)
        assert findings() == []


KEPT = (PrintRun, IssuedPaper, IssuedCopy)
"""What the issue book holds is never thrown away: the file itself refuses."""


def _any(chance: random.Random, *models: type[Record]) -> Record | None:
    model = chance.choice(models)
    live = list(model.select().where(model.trashed_at.is_null()))
    return chance.choice(live) if live else None


def _rename(chance: random.Random) -> None:
    record = _any(chance, Area, Person, Team, Scheme, Site)
    if record is not None:
        setattr(record, record.TITLE, f"Tên {chance.choice('ABCDE')}")
        save(record)


def _move(chance: random.Random) -> None:
    record = _any(chance, Membership, Team, Activity, TeamArea, EarlierService)
    names = {"team": Team, "person": Person, "area": Area, "scheme": Scheme}
    for name, model in names.items():
        target = _any(chance, model)
        if record is not None and target is not None and hasattr(record, name):
            setattr(record, name, target)
    if isinstance(record, Team):
        record.site = None
    if record is not None:
        save(record)


def _trash(chance: random.Random) -> None:
    record = _any(chance, *(model for model in RECORDS if model not in KEPT))
    if record is not None:
        with change("Xóa") as work:
            work.trash(record)


def _undo(_chance: random.Random) -> None:
    undo_last()
