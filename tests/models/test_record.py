"""What every record has, and how it is called and found by its title."""

from __future__ import annotations

from datetime import date

import pytest

from models.facts import Kind
from models.record import live_indexes, new_uid
from models.registers import RECORDS
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.members import EarlierService, Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import Team, TeamArea
from models.values.partial_date import PartialDate
from tests.models.samples import person, save, stored, trash


def test_uids_are_new_every_time_and_the_younger_is_larger() -> None:
    uids = [new_uid() for _ in range(1000)]
    assert len(set(uids)) == 1000
    assert all(len(uid) == 32 and int(uid, 16) for uid in uids)
    assert uids[0][:12] <= uids[-1][:12]


def test_titles_are_what_people_call_a_record() -> None:
    someone, team, area = Person(full_name="Lê A"), Team(name="Tổ 1"), Area(name="Ấp 1")
    scheme = Scheme(name="Camera")
    member = Membership(person=someone, team=team)
    assert someone.title == member.title == "Lê A"
    assert EarlierService(person=someone, force="Dân phòng").title == "Dân phòng: Lê A"
    assert TeamArea(team=team, area=area).title == "Tổ 1, Ấp 1"
    assert Review(scheme=scheme, year=2026, part="Quý I").title == "Camera, Quý I 2026"
    assert Review(member=member, year=2026).title == "Lê A, Năm 2026"
    assert Activity(content="Họp tổ", day=date(2026, 1, 2)).title == "Họp tổ"


def test_stored_values_are_as_the_file_keeps_them(register: object) -> None:
    area = stored(Area(name="Ấp 1"))
    someone = Person(full_name="Lê A", birth_date=PartialDate(1985, 3), area=area)
    values = someone.stored_values()
    assert (values["birth_date"], values["area"], values["party_member"]) == ("1985-03", area.id, 0)
    assert values["sex"] == ""
    assert "strength" not in Team().stored_values()


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Tổ Hòa giải số 3", True),
        ("tổ hoà giải   số 3", True),
        ("TỔ HÒA GIẢI, SỐ 03", True),
        ("Tổ Hoa giai số 3", False),
        ("Tổ Hòa giải số 30", False),
        ("Tổ Hòa giải", False),
    ],
)
def test_a_record_is_found_by_its_title(register: object, typed: str, known: bool) -> None:
    team = stored(Team(name="Tổ Hòa giải số 3"))
    stored(Team(name="Tổ Hòa giải số 4"))
    expected = team if known else None
    assert Team.named(typed) == expected


def test_a_title_of_two_names_nobody_and_the_trash_is_not_asked(register: object) -> None:
    first, second = person("Nguyễn Văn Đức"), person("Nguyễn Văn Đức")
    assert Person.named("Nguyễn Văn Đức") is None
    trash(first)
    assert Person.named("nguyễn văn đức") == second
    assert Person.named("Văn Đức Nguyễn") is None


def test_an_area_is_found_without_its_kind_where_only_one_has_the_name(register: object) -> None:
    giong, one = Area(name="Ấp Giồng", kind="Ấp"), Area(name="Khóm 1", kind="Khóm")
    save(giong, one, Area(name="Ấp 1", kind="Ấp"), Area(name="Ấp 2", kind="Ấp"))
    assert Area.named("Giồng") == Area.named("giong") == giong
    assert Area.named("1") is None
    assert Area.named("khóm 1") == one
    assert Area.named("2") == Area.get(Area.name == "Ấp 2")


def test_sorted_fields_and_links_have_an_index_that_ends_with_the_title() -> None:
    for model in RECORDS:
        table = model._meta.table_name
        made = live_indexes(model)
        for fact in model.facts():
            if fact.sorts and fact.name != model.TITLE:
                assert any(
                    f'"{table}_by_{fact.name}"' in sql and '"sort_key")' in sql for sql in made
                )
            if fact.kind is Kind.LINK:
                assert any(f'"{table}_of_{fact.name}"' in sql for sql in made)
        listed = [sql for sql in made if f'"{table}_by_' in sql]
        assert all(sql.endswith("WHERE trashed_at IS NULL") for sql in listed)
