"""Erasing leaves no word of a record anywhere, and a history that still fits together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from models.clock import stopped_at
from models.errors import AccessError, UserError
from models.registers.areas import Area
from models.registers.issued import ISSUED, RESERVED, IssuedPaper
from models.registers.members import EarlierService, Membership
from models.registers.people import NotOnePerson, Person, PersonMerge
from models.registers.teams import Team
from models.registers.trainees import Attendance, Trainee
from models.roles import Role
from models.store import drafts, erasing, retention, undo
from models.store.change import change
from models.store.check import findings
from models.store.database import database
from models.store.erasing import erase, plan
from models.store.merging import merge
from models.store.session import set_user
from models.store.tables import Draft, HistoryChange, HistoryEntry
from models.unsaved import Unsaved
from tests.conftest import TODAY
from tests.models.samples import fresh, person, stored, trash, whole
from tests.models.store.deleted import (
    ID,
    LATER,
    NAME,
    SECRETS,
    WHY,
    everything,
    gone,
    later_erased,
    quach,
)


@pytest.fixture(autouse=True)
def at_work(register: object) -> Iterator[None]:
    """The clerk who runs the register, years after what is deleted here was deleted."""
    set_user("An", Role.ADMIN)
    yield
    set_user("")


def test_nothing_of_a_person_is_left_and_the_history_is_whole() -> None:
    found = quach()
    stored(whole(EarlierService, person=found, unit="Đội Quách"))
    drafts.keep("An", Unsaved("people", found.id, {"full_name": NAME}, 2, TODAY))
    kept = person("Lê Thị Hoa", citizen_id="095085123456")
    gone(found)
    assert all(secret in everything() for secret in SECRETS)
    done = later_erased(found)
    assert [len(part) for part in (done.chosen, done.along, done.papers)] == [1, 1, 0]
    assert [secret for secret in SECRETS if secret in everything()] == []
    assert Person.select().count() == 1
    assert fresh(kept).citizen_id == "095085123456"
    assert Draft.select().count() == 0
    assert findings() == []


def test_the_search_index_forgets_the_letters() -> None:
    """A trigram that nobody else has is in the index before and not after."""
    vocabulary = "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, person_trigram, row)"
    database.execute_sql(vocabulary)

    def known(letters: str) -> bool:
        sql = "SELECT count(*) FROM temp.words WHERE term = ?"
        return bool(database.execute_sql(sql, [letters]).fetchone()[0])

    found = quach()
    person("Lê Thị Hoa")
    assert known("qua")
    gone(found)
    later_erased(found)
    assert not known("qua")
    assert known("hoa")
    database.execute_sql("DROP TABLE temp.words")


def test_the_file_has_no_gap_where_the_words_were() -> None:
    found = quach()
    gone(found)
    later_erased(found)
    assert database.execute_sql("PRAGMA freelist_count").fetchone()[0] == 0
    assert database.execute_sql("PRAGMA secure_delete").fetchone()[0] == 0


def test_the_act_stands_in_the_history_with_its_reason_and_without_the_name() -> None:
    found = quach()
    gone(found)
    later_erased(found)
    row = HistoryChange.select().order_by(HistoryChange.id.desc()).first()
    assert (row.title, row.kind, row.user) == (f"Xóa hẳn 1 mục: {WHY}", "event", "An")
    entry = HistoryEntry.get(HistoryEntry.change == row.id)
    assert (entry.action, entry.table, entry.record, entry.uid) == (
        "erase", "person", found.id, found.uid,
    )  # fmt: skip
    named = json.loads(entry.detail)["erased"][1]
    assert [one[0] for one in named] == [2, 3, 4]
    titles = [one.title for one in HistoryChange.select().order_by(HistoryChange.id)]
    assert titles[-3:-1] == ["Sửa (đã xóa hẳn)", "Xóa (đã xóa hẳn)"]


def test_what_is_kept_for_less_than_the_years_is_refused() -> None:
    found = quach()
    gone(found)
    with stopped_at(TODAY + timedelta(days=5 * 365)):
        with pytest.raises(UserError, match=r"chưa đủ 5 năm, xóa hẳn được từ \d\d/\d\d/2031"):
            plan([fresh(found)])
        retention.set_years(2)
        assert plan([fresh(found)]).records == (found,)
    assert findings() == []


def test_years_that_are_not_offered_are_refused() -> None:
    with pytest.raises(UserError, match="Thời hạn 3 năm không có"):
        retention.set_years(3)
    assert retention.years() == retention.USUAL


def test_a_leap_day_ends_on_the_first_of_march() -> None:
    found = quach()
    with stopped_at(TODAY.replace(year=2028, month=2, day=29)):
        gone(found)
        assert f"{retention.may_go_on(fresh(found)):%d/%m/%Y}" == "01/03/2033"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_who_runs_the_register_erases(role: Role) -> None:
    found = quach()
    gone(found)
    set_user("Bình", role)
    with pytest.raises(AccessError):
        later_erased(found)
    with pytest.raises(AccessError):
        retention.set_years(1)
    assert fresh(found).full_name == NAME


def test_what_is_not_deleted_or_has_no_reason_is_refused() -> None:
    found = quach()
    with pytest.raises(UserError, match="chưa xóa"):
        later_erased(found)
    gone(found)
    with stopped_at(LATER), pytest.raises(UserError, match="Chưa ghi lý do"):
        erase([fresh(found)], "  ")
    with pytest.raises(UserError, match="Chưa chọn"):
        erase([], WHY)
    assert fresh(found).full_name == NAME


def test_what_others_refer_to_is_refused_and_they_are_named() -> None:
    area = stored(Area(name="Ấp Sóc Đồn"))
    for name in ("Lê A", "Lê B", "Lê C", "Lê D"):
        person(name, area=area)
    gone(area)
    with pytest.raises(UserError) as caught:
        later_erased(area)
    assert caught.value.message == (
        "Chưa xóa hẳn được Ấp Sóc Đồn: còn người Lê A; người Lê B; người Lê C và 1 mục khác "
        "nhắc tới. Sửa hoặc xóa hẳn những mục ấy trước."
    )
    assert findings() == []


def test_what_refers_from_the_trash_is_named_so_and_may_go_together() -> None:
    area = stored(Area(name="Ấp Sóc Đồn"))
    found = person(NAME, area=area)
    gone(area)
    gone(found)
    with pytest.raises(UserError, match=f"còn người {NAME} trong Thùng rác nhắc tới"):
        later_erased(area)
    later_erased(area, found)
    assert (Area.select().count(), Person.select().count()) == (0, 0)
    assert findings() == []


def test_areas_that_were_merged_into_each_other_go_together() -> None:
    new = stored(Area(name="Ấp Mới"))
    old = stored(Area(name="Ấp Cũ", merged_into=new))
    gone(old, new)
    later_erased(new, old)
    assert Area.select().count() == 0
    assert findings() == []


def test_what_cannot_be_without_it_goes_along() -> None:
    trainee = stored(whole(Trainee))
    stored(whole(Attendance, trainee=trainee))
    gone(trainee.person)
    later_erased(trainee.person)
    assert (Trainee.select().count(), Attendance.select().count()) == (0, 0)
    assert findings() == []


def test_a_paper_stays_in_its_book_and_forgets_whose_file_it_was() -> None:
    found = quach()
    given = stored(whole(IssuedPaper, person=found, receiver=NAME, state=ISSUED, label="001/2026"))
    gone(found)
    done = later_erased(found)
    assert done.papers == (given,)
    paper = fresh(given)
    assert (paper.receiver, paper.label, paper.person_id) == (NAME, "001/2026", None)  # type: ignore[attr-defined]
    assert findings() == []


def test_a_number_given_back_to_its_book_is_never_erased() -> None:
    paper = stored(whole(IssuedPaper, state=RESERVED))
    trash(paper)
    with stopped_at(LATER), pytest.raises(UserError, match="thuộc Sổ cấp giấy"):
        erase([fresh(paper)], WHY)


def test_who_was_merged_goes_with_whom_they_became() -> None:
    other, kept = person(NAME, citizen_id=ID), person("Quách X. Phượng")
    team = stored(whole(Team))
    stored(whole(Membership, person=other, team=team))
    stored(NotOnePerson(first=kept, second=person("Lê Thị Hoa")))
    merge(kept, fresh(other), {"citizen_id": ID})
    gone(fresh(kept))
    with pytest.raises(UserError, match=r"đã gộp vào Quách X\. Phượng"):
        later_erased(other)
    later_erased(kept)
    assert [one.full_name for one in Person.select()] == ["Lê Thị Hoa"]
    assert (PersonMerge.select().count(), NotOnePerson.select().count()) == (0, 0)
    assert [secret for secret in SECRETS if secret in everything()] == []
    assert findings() == []


def test_who_was_given_back_stays_when_the_other_is_erased() -> None:
    other, kept = person("Lê Thị Hoa"), person(NAME)
    undo.take_apart(merge(kept, fresh(other), {}))
    gone(fresh(kept))
    later_erased(kept)
    assert [one.full_name for one in Person.select()] == ["Lê Thị Hoa"]
    assert "Lê Thị Hoa" in everything()
    assert [secret for secret in SECRETS if secret in everything()] == []
    assert findings() == []


def test_a_key_that_was_erased_is_given_to_nobody() -> None:
    found = quach()
    gone(found)
    later_erased(found)
    assert person("Lê Thị Hoa").id == found.id + 1
    assert findings() == []


def test_it_is_not_undone_and_what_was_before_it_is_neither() -> None:
    found = quach()
    gone(found)
    retention.set_years(1)
    with stopped_at(TODAY + timedelta(days=366)):
        erase([fresh(found)], WHY)
    assert undo.last_change() is not None
    with pytest.raises(UserError, match="Không hoàn tác được"):
        undo.undo_last()
    row = HistoryChange.select().order_by(HistoryChange.id.desc()).first()
    with pytest.raises(UserError, match="không hoàn tác được"):
        undo.undo(row)


def test_a_full_disk_leaves_everything_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    found = quach()
    gone(found)

    def full(_records: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(erasing, "_delete", full)
    with pytest.raises(Exception, match="đầy"):
        later_erased(found)
    assert fresh(found).full_name == NAME
    assert findings() == []


def test_a_name_that_begins_another_is_taken_out_alone() -> None:
    short, long = stored(whole(Area, name="Ấp 1")), stored(whole(Area, name="Ấp 12"))
    with change("Sửa Ấp 1, Ấp 12") as work:
        for one in (fresh(short), fresh(long)):
            one.note = "sửa"
            work.save(one)
    gone(fresh(short))
    later_erased(short)
    titles = [one.title for one in HistoryChange.select()]
    assert "Sửa (đã xóa hẳn), Ấp 12" in titles
    assert findings() == []
