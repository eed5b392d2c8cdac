"""Somebody went through all that the program does; once erased, the file knows nothing of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import UserError
from models.registers.areas import Area
from models.registers.members import EarlierService, Membership
from models.registers.people import Person, PersonMerge
from models.registers.reviews import Review
from models.registers.teams import Team
from models.registers.trainees import Attendance, Trainee
from models.roles import Role
from models.store import drafts, journal, undo
from models.store.change import change
from models.store.check import findings
from models.store.connection import log_of
from models.store.database import close_database, database
from models.store.erasing import erase
from models.store.merging import merge
from models.store.session import set_user
from models.store.tables import HistoryChange, HistoryEntry
from models.unsaved import Unsaved
from tests.conftest import KEY, TODAY
from tests.models.samples import fresh, person, save, stored, whole
from tests.models.store.decrypted import decrypted
from tests.models.store.deleted import (
    ID,
    LATER,
    NAME,
    PHONE,
    SECRETS,
    everything,
    gone,
    later_erased,
    quach,
)

FILE = "Ly_lich QUACH XUAN PHUONG (ban 2).xlsx"
JOB = "Nuôi trùn quế"
HOA = "Lê Thị Hoa"
TRACES = (*SECRETS, JOB, "QUACH", "quach")


@pytest.fixture(autouse=True)
def at_work(register: object) -> Iterator[None]:
    """The clerk who runs the register."""
    set_user("An", Role.ADMIN)
    yield
    set_user("")


def imported() -> Person:
    found = Person(full_name=NAME, citizen_id=ID, phone=PHONE, job=JOB)
    with change(f"Nhập {FILE}", kind="import", source=FILE) as work:
        work.add_many([found, Person(full_name="Trần Văn Bảy")])
    undo.undo_last()
    undo.redo_last()
    return fresh(found)


def seated(who: Person) -> tuple[Membership, Trainee]:
    """Give somebody a seat in a team and in a class, with what hangs on them."""
    seat = stored(whole(Membership, person=who, team=stored(whole(Team))))
    stored(Review(member=seat, year=2025, part="Cả năm", rating="Khá"))
    trainee = stored(whole(Trainee, person=who))
    stored(whole(Attendance, trainee=trainee))
    stored(whole(EarlierService, person=who))
    return seat, trainee


def worked_on(seat: Membership, trainee: Trainee) -> None:
    """Edit what hangs on somebody, as clerks do, who see the name at it."""
    for one in (fresh(seat), fresh(trainee)):
        one.note = "xem lại"
        save(one, title=f"Sửa {one.title}")
    with change(f"Xóa {fresh(seat).title}") as work:
        work.trash(fresh(seat), f"ghi nhầm cho {NAME}")
    undo.undo_last()


def test_nothing_is_left_of_who_went_through_everything(register: Path) -> None:
    found, other = imported(), person(HOA)
    seat, trainee = seated(other)
    first = merge(found, fresh(other), {})
    worked_on(seat, trainee)
    undo.take_apart(first)
    second = merge(fresh(other), fresh(found), {"full_name": NAME, "phone": PHONE, "job": JOB})
    renamed = fresh(other)
    renamed.job, renamed.phone = "Làm ruộng", ""
    save(renamed, title=f"Sửa {renamed.title}")
    worked_on(seat, trainee)
    undo.take_apart(second)
    wrong = stored(whole(Membership, person=fresh(found), team=stored(whole(Team, name="Tổ 2"))))
    wrong.person = fresh(other)
    save(wrong, title=f"Sửa {NAME}")
    area = stored(whole(Area, name="Ấp Cũ"))
    gone(area, why=f"Khai trùng với {NAME}.")
    grid = json.dumps([{"person": json.dumps([NAME, found.id])}])
    drafts.keep("An", Unsaved("teams", None, {"name": "Tổ 9", "members": grid}, None, TODAY))
    journal.tell(journal.Act.PRINT, f"In thử giấy khen của {NAME} ra tệp")
    journal.tell(journal.Act.EXPORT, "Xuất 1 người ra quach-xuan-phuong.xlsx")
    gone(fresh(found))
    assert [trace for trace in TRACES if trace not in everything()] == []
    later_erased(found)
    assert [trace for trace in TRACES if trace in everything()] == []
    assert findings() == []
    _nobody_finds(found)
    assert [one.full_name for one in Person.select()] == ["Trần Văn Bảy", HOA]
    assert {fresh(one).title for one in (seat, trainee, wrong)} == {HOA}
    assert fresh(area).trashed_why == "Khai trùng với (đã xóa hẳn)."
    assert drafts.all_of("An")[0].texts["name"] == "Tổ 9"
    close_database()
    assert not log_of(register).exists()
    content = decrypted(register, KEY)
    assert HOA.encode() in content
    assert [trace for trace in TRACES if trace.encode() in content] == []


def _nobody_finds(found: Person) -> None:
    """No index holds letters that only the erased name had."""
    for table in ("person", "membership"):
        words = f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {table}_trigram, row)"
        database.execute_sql(words)
        rows = database.execute_sql("SELECT term FROM temp.words").fetchall()
        assert {term for (term,) in rows}.isdisjoint({"qua", "uac", "xua", found.phone[-3:]})
        database.execute_sql("DROP TABLE temp.words")


def test_the_other_one_keeps_a_history_that_can_be_read() -> None:
    """Of what the two had in common it still tells what was done and when."""
    found, other = quach(), person(HOA)
    seat, trainee = seated(other)
    part = merge(found, fresh(other), {})
    worked_on(seat, trainee)
    undo.take_apart(part)
    later = fresh(other)
    later.job = "Giáo viên"
    save(later, title=f"Sửa {HOA}")
    gone(fresh(found))
    later_erased(found)
    mine = HistoryEntry.select().where(HistoryEntry.record == other.id)
    told = [one.subject for one in mine.where(HistoryEntry.table == "person")]
    assert set(told) == {HOA}
    titles = [one.title for one in HistoryChange.select()]
    assert titles.count("Sửa (đã xóa hẳn)") == 3
    assert {f"Gộp {HOA} vào (đã xóa hẳn)", f"Tách lại: {HOA}", f"Sửa {HOA}"} <= set(titles)
    assert findings() == []


def test_what_somebody_else_is_called_stays() -> None:
    found, twin = quach(), person(NAME, job="Thợ mộc")
    longer = person(f"{NAME} Anh")
    journal.tell(journal.Act.PRINT, f"In thử giấy khen của {NAME} ra tệp")
    save(fresh(twin), title=f"Sửa {NAME}")
    gone(found)
    later_erased(found)
    assert everything().count(f"In thử giấy khen của {NAME} ra tệp") == 2
    assert {fresh(twin).full_name, fresh(longer).full_name} == {NAME, f"{NAME} Anh"}
    subjects = [one.subject for one in HistoryEntry.select()]
    assert NAME in subjects
    assert f"{NAME} Anh" in subjects
    assert findings() == []


def test_what_a_third_one_took_over_from_them_goes_too() -> None:
    """Merged and taken apart twice: the second merge kept a picture of the first one's values."""
    found, middle, last = quach(), person(HOA), person("Trần Văn Bảy")
    one = merge(fresh(middle), fresh(found), {"full_name": NAME, "phone": PHONE, "citizen_id": ID})
    two = merge(fresh(last), fresh(middle), {"phone": PHONE})
    undo.take_apart(two)
    undo.take_apart(one)
    gone(fresh(found))
    later_erased(found)
    assert [secret for secret in SECRETS if secret in everything()] == []
    assert PersonMerge.get().merged_id == middle.id
    assert findings() == []


def test_a_reason_with_the_name_in_it_is_refused() -> None:
    found = quach()
    gone(found)
    with stopped_at(LATER), pytest.raises(UserError, match="không được ghi tên"):
        erase([fresh(found)], f"Ông {NAME} yêu cầu")
    assert fresh(found).full_name == NAME
