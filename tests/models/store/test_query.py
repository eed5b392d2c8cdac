"""Lists: found, filtered, sorted and paged alike, whatever way the engine takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models.errors import Cancelled, UserError
from models.record import Record
from models.record import stored as stored_value
from models.registers.areas import AREAS, Area
from models.registers.members import MEMBERS, Membership
from models.registers.people import PEOPLE, Person
from models.registers.teams import TEAMS, Team
from models.store import early, sizes, way
from models.store.database import read_connection
from models.store.query import Condition, Listing, OpenRegister, Reader, condition
from tests.models.samples import found, listed, person, save, stored, trash, whole, words
from tests.models.store.crowd import everybody, meant, plain_order

COLUMNS = [column.field for column in PEOPLE.columns]
TYPED = words(
    "nguyen van duc|đức|duc|dục|Đức|đứ|đư|thi ngoc|hoa|hoà|hòa|thuy|thúy|thủy|an|a|ý|"
    "y|ng|ngô|nguyen|Nguyễn Thị|ong|ông|09|0950|91|123|0950 12|quy|quý|huynh n|"
    "khong co ai|số|  le   an "
)


def people(text: str = "", *where: Condition, **how: Any) -> Reader:
    return Reader(Listing(PEOPLE, text, where, **how))


@pytest.mark.parametrize("typed", TYPED)
def test_a_search_finds_what_is_meant(crowd: None, typed: str) -> None:
    reader = people(typed)
    assert sorted(reader.ids()) == meant(typed)
    assert reader.count() == len(meant(typed))


def test_the_searches_tried_find_something(crowd: None) -> None:
    empty = [typed for typed in TYPED if not meant(typed)]
    assert empty == ["123", "khong co ai", "số"]


SIZES = {
    "as it is": {},
    "walking with sets": {"FEW": 0, "HELD": 0, "MANY": 0},
    "walking row by row": {"FEW": 0, "HELD": 0, "MANY": 0, "SPREAD": 0, "SCARCE": 0},
    "titles by key": {"FEW": 0, "HELD": 0},
    "sets far down": {"FEW": 0, "HELD": 0, "MANY": 0, "SPREAD": 0, "SCARCE": 0, "DEEP": -1},
}


@pytest.fixture(params=[*SIZES, "no index"])
def any_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every way a list may take through the indexes, whatever its size would ask for."""
    monkeypatch.setattr(Person, "FULL_TEXT", request.param != "no index")
    for name, size in SIZES.get(request.param, {}).items():
        monkeypatch.setattr(sizes, name, size)


def test_every_way_finds_the_same(crowd: None, any_way: None) -> None:
    for typed in TYPED:
        reader = people(typed)
        assert sorted(reader.ids(0, 1000)) == sorted(reader.ids()) == meant(typed), typed
        assert reader.count() == len(meant(typed)), typed


@pytest.mark.parametrize("descending", [False, True])
def test_every_way_keeps_filters_order_and_positions(
    crowd: None, any_way: None, descending: bool
) -> None:
    here = Condition(Person.area, (Area.get(Area.name == "Ấp Số 2").id,))
    worker = Condition(Person.job, ("Làm ruộng", "Giáo viên"))
    unknown = Condition(Person.birth_date, ())
    women = Condition(Person.sex, ("Nữ",))
    found = {typed: set(meant(typed)) for typed in ("", "ng", "a")}
    for field in (Person.full_name, Person.birth_date, Person.address, Person.area):
        order = plain_order(field, descending=descending)
        for where in ((here,), (women, here), (worker, women), (unknown,), (unknown, women)):
            met = {one.id for one in everybody() if all(meets(one, wanted) for wanted in where)}
            for typed, named in found.items():
                reader = people(typed, *where, order=field, descending=descending)
                expected = [key for key in order if key in met & named]
                assert reader.ids(0, 500) == reader.ids() == expected
                assert reader.count() == len(expected)
                some = expected[::9]
                assert [reader.position(key) for key in some] == [*range(0, len(expected), 9)]


@pytest.mark.parametrize("descending", [False, True])
def test_pages_near_the_top_are_those_of_the_whole_list(
    crowd: None, any_way: None, descending: bool
) -> None:
    for typed in TYPED:
        reader = people(typed, descending=descending)
        whole_list = reader.ids()
        for start, size in ((0, 1), (0, 7), (3, 40)):
            assert reader.ids(start, size) == whole_list[start : start + size], typed


def test_common_words_are_met_by_walking_from_the_top(
    crowd: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def walked(typed: str, descending: bool) -> bool:
        to_page = people(typed)._ways.to_page(0, 5, descending=descending)
        return "json_each" in to_page.where

    for size in ("FEW", "HELD", "MANY"):
        monkeypatch.setattr(sizes, size, 0)
    for descending in (False, True):
        assert walked("nguyen v", descending)
        assert walked("Nguyễn v", descending)
        assert not walked("091", descending)
    monkeypatch.setattr(way, "GLIMPSE", early.Reach(5, 5))
    assert walked("n", descending=False)
    assert not walked("nguyen van d", descending=False)


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("typed", ["nguyen van duc", "Nguyễn Văn Đức", "duc nguyen"])
def test_a_word_is_not_found_by_its_first_letters_alone(typed: str) -> None:
    names = ("Nguyễn Văn Đức", "Ngũ Văn Đức", "Ngụy Văn Đức", "Nguyệt Văn Đức")
    keys = [stored(Person(full_name=name)).id for name in names]
    assert people(typed).ids() == keys[:1]
    assert people(typed).count() == 1
    assert people("ngu duc").count() == len(keys)


def meets(person: Person, wanted: Condition) -> bool:
    held = stored_value(person, wanted.field)
    if not wanted.values:
        return not held
    return held in wanted.values or str(held).capitalize() in wanted.values


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("field", COLUMNS, ids=lambda field: field.name)
def test_every_column_sorts_as_plain_python(crowd: None, field: Any, descending: bool) -> None:
    ids = people(order=field, descending=descending).ids()
    if field is Person.full_name:
        keys = [Person.get_by_id(key).sort_key for key in ids]
        assert keys == sorted(keys, reverse=descending)
    else:
        assert ids == plain_order(field, descending=descending)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("field", [None, *COLUMNS], ids=lambda field: getattr(field, "name", "-"))
def test_a_position_is_where_the_record_stands(crowd: None, field: Any, descending: bool) -> None:
    reader = people("ng", order=field, descending=descending)
    ids = reader.ids()
    assert len(ids) > 50
    assert [reader.position(key) for key in ids[::7]] == list(range(0, len(ids), 7))


def test_no_position_outside_the_list(crowd: None) -> None:
    reader = people("đức")
    others = set(people().ids()) - set(reader.ids())
    assert reader.position(min(others)) is None
    assert reader.position(10**9) is None
    gone = Person.get(Person.trashed_at.is_null(False))
    assert people().position(gone.id) is None


def test_pages_make_the_whole_list(crowd: None) -> None:
    reader = people(order=Person.birth_date)
    whole_list = reader.ids()
    assert reader.count() == len(whole_list) == 270
    pages = [reader.ids(offset, 40) for offset in range(0, 280, 40)]
    assert [key for page in pages for key in page] == whole_list
    rows = reader.rows([Person.full_name], 40, 40)
    assert [row[0] for row in rows] == whole_list[40:80]
    assert [row[0] for row in reader.all_rows([Person.full_name])] == whole_list
    assert reader.ids(10_000, 10) == []


def test_filters_hold_together(crowd: None) -> None:
    area = Area.get(Area.name == "Ấp Số 2")
    women = Condition(Person.sex, ("Nữ",))
    here = Condition(Person.area, (area.id,))
    both = people("", women, here)
    live = Person.select().where(Person.trashed_at.is_null())
    expected = {one.id for one in live if one.sex == "Nữ" and one.area_id == area.id}
    assert set(both.ids()) == expected
    assert both.count() == len(expected) > 3
    named = people("nguyen", women, here)
    assert set(named.ids()) == expected & set(meant("nguyen"))
    assert named.count() == len(named.ids())


def test_a_filter_takes_several_values_or_none(crowd: None) -> None:
    live = Person.select().where(Person.trashed_at.is_null())
    either = people("", Condition(Person.ethnicity, ("Hoa", "Khơ-me")))
    assert set(either.ids()) == {one.id for one in live if one.ethnicity in ("Hoa", "Khơ-me")}
    for field in (Person.ethnicity, Person.birth_date, Person.area):
        none = people("", Condition(field, ()))
        assert set(none.ids()) == {one.id for one in live if not getattr(one, field.name)}


def test_a_list_narrowed_to_some_records(crowd: None) -> None:
    chosen = tuple(people().ids()[5:9])
    narrowed = Listing(PEOPLE, order=Person.phone).named(chosen)
    assert sorted(Reader(narrowed).ids()) == sorted(chosen)


def test_a_filter_written_as_text(crowd: None) -> None:
    area = Area.get(Area.name == "Ấp Số 2")
    for name, text, values in (
        ("area", "ấp số 2", (area.id,)),
        ("sex", "nu", ("Nữ",)),
        ("birth_date", "1985", ("1985",)),
        ("party_member", "x", (1,)),
        ("phone", "0913 555 214", ("0913555214",)),
        ("ethnicity", "", ()),
        ("uid", "abc", ("abc",)),
    ):
        assert condition(PEOPLE, name, text).values == values
    with pytest.raises(UserError, match="Sổ Người không có cột “chiều cao”"):
        condition(PEOPLE, "chiều cao", "1")
    with pytest.raises(UserError, match="Chưa có địa bàn tên “Ấp lạ”"):
        condition(PEOPLE, "area", "Ấp lạ")


def test_a_worker_reads_the_same_and_can_be_stopped(crowd: None) -> None:
    connection = read_connection()
    reader = Reader(Listing(PEOPLE, "a ng"), connection)
    assert reader.rows(COLUMNS) == people("a ng").rows(COLUMNS)

    def stop(_text: str, _part: str) -> int:
        connection.interrupt()
        return 1

    connection._connection.create_function("instr", 2, stop)
    for work in (reader.count, reader.ids, lambda: reader.rows(COLUMNS)):
        with pytest.raises(Cancelled):
            work()
    assert connection.execute("SELECT 1") == [(1,)]
    connection.close()


def test_people_stand_by_given_then_family_then_middle_name(register: Path) -> None:
    ordered = words(
        "Lê An|Trần Văn An|Nguyễn Ân|Lê Thị Bưởi|Nguyễn Văn Dục|Nguyễn Đạt|Lê Đức|"
        "Nguyễn Đức|Nguyễn Thị Đức|Nguyễn Văn Đức|Trần Hòa|Lê Hoàng|Ông Hoàng|"
        "Nguyễn Văn Ý"
    )
    save(*(Person(full_name=name) for name in reversed(ordered)))
    assert found(PEOPLE) == ordered
    assert found(PEOPLE, descending=True) == ordered[::-1]


def test_numbers_in_names_count_by_value(register: Path) -> None:
    ordered = [f"Tổ tự quản số {number}" for number in (1, 2, 3, 10, 20, 100)]
    save(*(Team(name=name) for name in sorted(ordered)))
    assert found(TEAMS) == ordered
    area = [f"Khóm {number}" for number in (2, 10)]
    save(*(Area(name=name) for name in reversed(area)))
    assert found(AREAS) == area


def test_columns_of_a_linked_record_sort_filter_and_show(register: Path) -> None:
    team = stored(Team(name="Tổ 1"))
    for name, phone in (("Lê Đức", "0913555214"), ("Nguyễn An", "0913555111")):
        stored(Membership(person=person(name, phone=phone), team=team))
    by_name = Listing(MEMBERS, order=Person.full_name)
    assert listed(by_name) == ["Nguyễn An", "Lê Đức"]
    assert listed(Listing(MEMBERS, order=Person.phone, descending=True)) == ["Lê Đức", "Nguyễn An"]
    assert found(MEMBERS, "", Condition(Person.phone, ("0913555111",))) == ["Nguyễn An"]
    rows = Reader(by_name).rows([Person.phone, Membership.team, Membership.person])
    assert rows[0][1:] == ("0913 555 111", "Tổ 1", "Nguyễn An")


def test_an_empty_link_shows_and_sorts_as_nothing(register: Path) -> None:
    save(Team(name="Tổ 2"), whole(Team, name="Tổ 1"))
    level = next(column.field for column in TEAMS.columns if column.field.model is not Team)
    reader = Reader(Listing(TEAMS, order=level))
    assert [row[1:] for row in reader.rows([Team.name, level])] == [
        ("Tổ 2", ""),
        ("Tổ 1", "Bộ Công an"),
    ]
    assert [reader.position(key) for key in reader.ids()] == [0, 1]


def test_values_are_as_the_model_holds_them(register: Path) -> None:
    one = stored(whole(Person))
    values = next(people().values([Person.birth_date, Person.area, Person.party_member], [one.id]))
    assert values == (one.id, one.uid, one.birth_date, one.area.title if one.area else "", True)


def test_a_trashed_person_leaves_every_way_of_finding(register: Path) -> None:
    someone = person("Nguyễn Văn Đức", phone="0913555214")
    trash(someone)
    for typed in ("", "duc", "đức", "5214", "x"):
        assert people(typed).ids() == []
        assert people(typed).count() == 0


def test_a_choice_of_many_records_is_not_too_many(register: Path) -> None:
    some = person("Lê An").id
    ids = tuple(range(some, some + 100_000))
    assert Reader(Listing(PEOPLE).named(ids)).ids() == [some]


def test_the_open_register_reads_through_its_own_connection(register: Path) -> None:
    assert OpenRegister().execute("SELECT ? + 1", (1,)) == [(2,)]
    assert issubclass(Person, Record)
