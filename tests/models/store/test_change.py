"""A change writes records and their history together, or nothing at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import peewee
import pytest

from models import clock
from models.errors import UserError, World, WorldError
from models.record import Record
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.teams import Team
from models.store import change as changes
from models.store import undo
from models.store.change import Conflict, change
from models.store.check import findings
from models.store.database import database
from models.store.history import broken_links
from models.store.session import set_user
from models.store.tables import HistoryChange, HistoryEntry
from models.values.partial_date import PartialDate
from tests.models.samples import fresh, person, save, stored, trash

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def told() -> Iterator[list[frozenset[str]]]:
    """What listeners are told."""
    heard: list[frozenset[str]] = []
    changes.listeners.append(heard.append)
    yield heard
    changes.listeners.remove(heard.append)


def last_entries() -> list[HistoryEntry]:
    last = HistoryChange.select().order_by(HistoryChange.id.desc()).get()
    chosen = HistoryEntry.select().where(HistoryEntry.change == last.id)
    return list(chosen.order_by(HistoryEntry.id))


def detail(entry: HistoryEntry) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(entry.detail)
    return found


def written() -> tuple[int, int, int]:
    return Person.select().count(), HistoryChange.select().count(), HistoryEntry.select().count()


def test_adding_writes_record_and_history() -> None:
    with change("Thêm Nguyễn Văn Đức") as work:
        work.save(Person(full_name="Nguyễn Văn Đức", birth_date=PartialDate(1985)))
    row = HistoryChange.select().order_by(HistoryChange.id.desc()).get()
    assert (row.title, row.kind, row.user) == ("Thêm Nguyễn Văn Đức", "edit", "An")
    assert row.at == "2026-11-22T09:30:00+07:00"
    entry = last_entries()[0]
    assert (entry.table, entry.action, entry.subject) == ("person", "add", "Nguyễn Văn Đức")
    assert entry.uid == Person.get().uid
    assert detail(entry) == {"full_name": [None, "Nguyễn Văn Đức"], "birth_date": [None, "1985"]}


def test_editing_writes_old_and_new_values() -> None:
    found = person("Nguyễn Văn Đức", phone="0913555214")
    area = stored(Area(name="Ấp Sóc Đồn"))
    found.phone, found.area, found.party_member = "0913555999", area, True
    save(found, title="Sửa")
    assert detail(last_entries()[0]) == {
        "phone": ["0913555214", "0913555999"],
        "area": [None, area.id],
        "party_member": [0, 1],
    }


def test_a_count_of_nothing_is_a_value_of_the_history() -> None:
    stored(Area(name="Ấp Giồng", households=0))
    assert detail(last_entries()[0])["households"] == [None, 0]


def test_the_writer_and_the_revision_are_kept() -> None:
    found = person("Nguyễn Văn Đức")
    assert (found.revision, found.created_by, found.updated_by) == (1, "An", "An")
    set_user("Bình")
    found.job = "Làm ruộng"
    save(found)
    again = fresh(found)
    assert (again.revision, again.created_by, again.updated_by) == (2, "An", "Bình")
    assert again.created_at == again.updated_at == "2026-11-22T09:30:00+07:00"


def test_nothing_changed_writes_nothing(told: list[frozenset[str]]) -> None:
    found = person("Nguyễn Văn Đức")
    before = written()
    told.clear()
    save(found, fresh(found))
    with change("Không làm gì"):
        pass
    assert written() == before
    assert told == []


def test_a_failure_inside_writes_neither_record_nor_history(told: list[frozenset[str]]) -> None:
    before = written()
    with pytest.raises(RuntimeError), change("Nửa chừng") as work:
        work.save(Person(full_name="Nguyễn Văn Đức"))
        raise RuntimeError
    assert written() == before
    assert told == []
    assert list(broken_links()) == []


def test_a_failure_while_writing_history_takes_the_record_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise peewee.OperationalError("database or disk is full")

    before = written()
    monkeypatch.setattr("models.store.change.append", full)
    with pytest.raises(WorldError, match="Chưa lưu được: ổ đĩa đã đầy") as caught:
        person("Nguyễn Văn Đức")
    assert caught.value.kind is World.DISK_FULL
    assert written() == before


def test_what_failed_can_be_saved_again() -> None:
    new, old = Person(full_name="Lê Thị Bưởi"), person("Nguyễn Văn Đức")
    old.job = "Làm ruộng"
    with pytest.raises(RuntimeError), change("Nửa chừng") as work:
        work.save(new)
        work.save(old)
        raise RuntimeError
    save(new, old)
    assert Person.select().count() == 2
    assert fresh(old).job == "Làm ruộng"
    assert fresh(old).revision == 2


def test_a_newer_revision_is_shown_side_by_side() -> None:
    first = person("Nguyễn Văn Đức")
    second = fresh(first)
    set_user("Bình")
    second.job = "Giáo viên"
    save(second)
    first.job = "Làm ruộng"
    with pytest.raises(Conflict) as caught:
        save(first)
    assert caught.value.message == (
        "Nguyễn Văn Đức vừa được sửa ở nơi khác (Bình). So lại rồi lưu."
    )
    mine, theirs = caught.value.mine, caught.value.theirs
    assert isinstance(mine, Person)
    assert isinstance(theirs, Person)
    assert (mine.job, theirs.job) == ("Làm ruộng", "Giáo viên")
    assert fresh(first).job == "Giáo viên"


def test_a_record_trashed_meanwhile_is_not_overwritten() -> None:
    found = person("Nguyễn Văn Đức")
    trash(fresh(found))
    found.job = "Làm ruộng"
    with pytest.raises(UserError, match="Nguyễn Văn Đức đã bị xóa"):
        save(found)


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        (Person(full_name=""), "full_name", "Chưa nhập họ và tên."),
        (Person(full_name="A" * 121), "full_name", "dài 121 ký tự, nhiều nhất 120"),
        (Area(name="Ấp 1", households=-1), "households", "Số hộ không thể âm: -1."),
        (Team(name="Tổ 1", state="Lạ"), "state", "Tình trạng không có “Lạ”"),
        (Membership(), "person", "Chưa nhập người."),
    ],
)
def test_a_wrong_field_is_refused(record: Record, field: str, words: str) -> None:
    before = written()
    with pytest.raises(UserError, match=words) as caught:
        save(record)
    assert caught.value.field == field
    assert written() == before


def test_a_rule_across_fields_refuses_too() -> None:
    with pytest.raises(UserError, match="Chọn đúng một") as caught:
        save(Review(year=2026, rating="Tốt"))
    assert caught.value.field == "team"


def test_adding_many_equals_saving_one_by_one() -> None:
    names = [f"Nguyễn Văn {letter}" for letter in "ĐBAC"]
    with change("Từng người") as work:
        for name in names:
            work.save(Person(full_name=name, phone="0913555214"))
    with change("Cả loạt") as work:
        work.add_many([Person(full_name=name, phone="0913555214") for name in names])
    rows: list[Any] = [_without_keys(row) for row in Person.select().order_by(Person.id).dicts()]
    assert rows[:4] == rows[4:]
    entries = HistoryEntry.select().where(HistoryEntry.table == "person")
    acts = [(entry.action, entry.subject, entry.detail) for entry in entries]
    assert acts[:4] == acts[4:]
    assert findings() == []


def _without_keys(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", "uid")}


def test_links_may_be_set_before_what_they_link_to_is_stored() -> None:
    team, found = Team(name="Tổ 1"), Person(full_name="Nguyễn Văn Đức")
    member = Membership(person=found, team=team, role="Tổ trưởng")
    save(team, found, member)
    assert fresh(team).leader == "Nguyễn Văn Đức"


def test_listeners_are_told_after_the_commit(told: list[frozenset[str]]) -> None:
    changes.listeners.append(lambda _tables: inside.append(database.in_transaction()))
    inside: list[bool] = []
    with change("Thêm") as work:
        work.save(Person(full_name="Nguyễn Văn Đức"))
        work.save(Area(name="Ấp 1"))
        assert told == []
    changes.listeners.pop()
    assert told == [frozenset({"person", "area"})]
    assert inside == [False]


def test_a_change_inside_another_is_a_bug() -> None:
    with change("Ngoài"), pytest.raises(RuntimeError), change("Trong"):
        pass


def test_a_change_goes_on_while_it_is_the_last_of_its_title() -> None:
    for name in ("Lê A", "Lê B"):
        with change("Ghi sổ", goes_on=True) as work:
            work.save(Person(full_name=name))
    assert HistoryChange.select().where(HistoryChange.title == "Ghi sổ").count() == 1
    assert [entry.subject for entry in last_entries()] == ["Lê A", "Lê B"]
    assert list(broken_links()) == []
    person("Lê C")
    with change("Ghi sổ", goes_on=True) as work:
        work.save(Person(full_name="Lê D"))
    assert [entry.subject for entry in last_entries()] == ["Lê D"]


def test_a_change_begun_long_ago_or_by_another_does_not_go_on() -> None:
    begun = clock.now()
    for minutes, name in ((0, "Lê A"), (31, "Lê B")):
        with (
            clock.stopped_at(begun + timedelta(minutes=minutes)),
            change("Ghi", goes_on=True) as work,
        ):
            work.save(Person(full_name=name))
    assert [entry.subject for entry in last_entries()] == ["Lê B"]
    set_user("Bình")
    moment = begun + timedelta(minutes=32)
    with clock.stopped_at(moment), change("Ghi", goes_on=True) as work:
        work.save(Person(full_name="Lê C"))
    assert [entry.subject for entry in last_entries()] == ["Lê C"]


def test_one_undo_takes_back_all_that_went_on() -> None:
    first = person("Lê A")
    for phone in ("0913555214", "0913555215"):
        first = fresh(first)
        first.phone = phone
        with change("Sửa điện thoại", goes_on=True) as work:
            work.save(first)
    undo.undo_last()
    assert fresh(first).phone == ""
