"""Changes are taken back: also after a restart, a whole import, and never what was edited since."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models import clock
from models.clock import stopped_at
from models.errors import UserError
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import PEOPLE, Person
from models.registers.reviews import Review
from models.registers.teams import TEAMS, Team
from models.store.change import change
from models.store.check import findings
from models.store.database import close_database, open_database
from models.store.opening import the_office
from models.store.tables import HistoryChange
from models.store.undo import Undone, last_change, last_undo, redo_last, undo, undo_last
from tests.conftest import KEY, TODAY
from tests.models.samples import found, fresh, person, save, stored, trash, whole

pytestmark = pytest.mark.usefixtures("register")


def last() -> HistoryChange:
    row = last_change()
    assert row is not None
    return row


def import_file(*people: Person, edited: Person | None = None) -> HistoryChange:
    """Add people and edit one as an import does, in one change."""
    with change("Nhập danh sách", kind="import", source="mau.xlsx") as work:
        work.add_many(people)
        if edited is not None:
            work.save(edited)
    return last()


def test_the_last_changes_are_taken_back_one_by_one() -> None:
    someone = person("Nguyễn Văn Đức", job="Làm ruộng")
    someone.job = "Giáo viên"
    save(someone, title="Sửa nghề")
    someone.full_name, someone.phone = "Nguyễn Văn Đạt", "0913555214"
    save(someone, title="Sửa tên")
    assert undo_last() == Undone("Sửa tên", 1, ())
    assert (fresh(someone).full_name, fresh(someone).phone) == ("Nguyễn Văn Đức", "")
    assert found(PEOPLE, "duc") == ["Nguyễn Văn Đức"]
    assert undo_last().title == "Sửa nghề"
    assert fresh(someone).job == "Làm ruộng"
    assert undo_last().title == "Ghi mẫu"
    assert found(PEOPLE) == []
    assert findings() == []


def test_changes_are_taken_back_after_a_restart(register: Path) -> None:
    someone = person("Nguyễn Văn Đức")
    someone.job = "Giáo viên"
    save(someone, title="Sửa nghề")
    close_database()
    open_database(register, KEY)
    assert last().title == "Sửa nghề"
    undo_last()
    assert fresh(someone).job == ""
    close_database()
    open_database(register, KEY)
    assert redo_last().title == "Hoàn tác: Sửa nghề"
    assert fresh(someone).job == "Giáo viên"


def test_a_whole_import_is_taken_back() -> None:
    old = person("Nguyễn Văn Đức", job="Làm ruộng")
    old.job = "Giáo viên"
    names = [f"Lê {letter}" for letter in "ABC"]
    import_file(*(Person(full_name=name) for name in names), edited=old)
    assert len(found(PEOPLE)) == 4
    assert undo_last() == Undone("Nhập danh sách", 4, ())
    assert found(PEOPLE) == ["Nguyễn Văn Đức"]
    assert fresh(old).job == "Làm ruộng"
    assert findings() == []


def test_what_was_edited_since_an_import_is_kept_and_named() -> None:
    old = person("Nguyễn Văn Đức", job="Làm ruộng", phone="0913555214")
    old.job, old.phone = "Giáo viên", ""
    row = import_file(Person(full_name="Lê A"), Person(full_name="Lê B"), edited=old)
    touched = Person.get(Person.full_name == "Lê A")
    touched.job = "Thợ hồ"
    old.job = "Hưu trí"
    save(touched, old, title="Sửa tay")
    done = undo(row)
    assert sorted(done.kept) == ["Lê A", "Nguyễn Văn Đức"]
    assert found(PEOPLE) == ["Lê A", "Nguyễn Văn Đức"]
    assert (fresh(old).job, fresh(old).phone) == ("Hưu trí", "0913555214")


def test_a_person_who_joined_a_team_since_is_kept() -> None:
    row = import_file(Person(full_name="Lê A"), Person(full_name="Lê B"))
    team = stored(Team(name="Tổ 1", state="Đang hoạt động"))
    stored(Membership(person=Person.get(Person.full_name == "Lê A"), team=team))
    assert undo(row).kept == ("Lê A",)
    assert found(PEOPLE) == ["Lê A"]
    assert fresh(team).strength == 1
    assert findings() == []


def test_an_import_of_people_with_their_teams_goes_whole() -> None:
    with change("Nhập", kind="import") as work:
        team, someone = Team(name="Tổ 1"), Person(full_name="Lê A")
        work.add_many([team])
        work.add_many([someone])
        work.add_many([Membership(person=someone, team=team)])
    assert undo_last() == Undone("Nhập", 3, ())
    assert found(PEOPLE) == found(TEAMS) == []
    redo_last()
    assert found(PEOPLE) == ["Lê A"]
    assert fresh(team).strength == 1
    assert findings() == []


def test_an_import_is_taken_back_again_after_redo() -> None:
    import_file(Person(full_name="Lê A"))
    undo_last()
    redo_last()
    assert found(PEOPLE) == ["Lê A"]
    assert undo_last() == Undone("Nhập danh sách", 1, ())
    assert found(PEOPLE) == []


def test_an_import_edited_and_put_back_is_not_kept() -> None:
    row = import_file(Person(full_name="Lê A"))
    someone = Person.get()
    someone.job = "Thợ hồ"
    save(someone)
    undo_last()
    assert undo(row) == Undone("Nhập danh sách", 1, ())


def test_redo_is_the_last_undo_taken_back() -> None:
    someone = person("Nguyễn Văn Đức")
    assert last_undo() is None
    with pytest.raises(UserError, match="Không có gì để làm lại"):
        redo_last()
    someone.job = "Giáo viên"
    save(someone, title="Sửa")
    undo_last()
    redo_last()
    assert fresh(someone).job == "Giáo viên"
    row = HistoryChange.select().order_by(HistoryChange.id.desc()).get()
    assert (row.title, row.kind) == ("Làm lại: Sửa", "redo")
    assert last_undo() is None
    undo_last()
    assert fresh(someone).job == ""


def test_trash_is_taken_back_with_what_went_along() -> None:
    member = stored(whole(Membership))
    review = stored(whole(Review, team=None, member=member))
    trash(member.person, title="Xóa Đức")
    assert fresh(member.team).strength == 0
    assert undo_last() == Undone("Xóa Đức", 4 - 1, ())
    for record in (member.person, member, review):
        assert fresh(record).trashed_at is None
        assert fresh(record).trashed_why == ""
    assert (fresh(member.team).strength, fresh(member.team).leader) == (1, "Nguyễn Văn Đức")
    redo_last()
    assert fresh(member).trashed_at
    assert findings() == []


def test_restoring_is_taken_back() -> None:
    someone = person("Nguyễn Văn Đức")
    trash(someone)
    with change("Khôi phục") as work:
        work.restore(someone)
    undo_last()
    assert found(PEOPLE) == []


def test_a_member_does_not_return_without_the_person() -> None:
    member = stored(whole(Membership))
    trash(member, title="Xóa thành viên")
    row = last()
    trash(member.person, title="Xóa người")
    with pytest.raises(UserError, match="Không hoàn tác được “Xóa thành viên”"):
        undo(row)
    assert fresh(member).trashed_at
    undo_last()
    assert undo(row).records == 1
    assert findings() == []


def test_moving_back_to_another_team_counts_both() -> None:
    first, second = stored(Team(name="Tổ 1")), stored(Team(name="Tổ 2"))
    member = stored(Membership(person=person("Lê A"), team=first))
    member.team = second
    save(member)
    undo_last()
    assert (fresh(first).strength, fresh(second).strength) == (1, 0)
    assert findings() == []


def test_a_change_is_taken_back_once() -> None:
    someone = person("Nguyễn Văn Đức")
    someone.job = "Giáo viên"
    save(someone, title="Sửa")
    row = last()
    undo(row)
    with pytest.raises(UserError, match="“Sửa” đã được hoàn tác hoặc quá 30 ngày"):
        undo(row)


def test_what_is_wholly_edited_over_cannot_be_taken_back() -> None:
    someone = person("Nguyễn Văn Đức")
    for job in ("Giáo viên", "Hưu trí"):
        someone.job = job
        save(someone, title=f"Sửa {job}")
    row = HistoryChange.get(HistoryChange.title == "Sửa Giáo viên")
    with pytest.raises(UserError, match="Không hoàn tác được “Sửa Giáo viên”: đã sửa tiếp"):
        undo(row)
    assert fresh(someone).job == "Hưu trí"
    assert last().title == "Sửa Hưu trí"


def test_changes_are_within_reach_for_thirty_days() -> None:
    stored(Area(name="Ấp 1"))
    row = last()
    with stopped_at(TODAY + timedelta(days=30)):
        assert last().id == row.id
    with stopped_at(TODAY + timedelta(days=30, seconds=1)):
        assert last_change() is None
        with pytest.raises(UserError, match="Không còn thay đổi nào để hoàn tác"):
            undo_last()
        with pytest.raises(UserError, match="quá 30 ngày"):
            undo(row)
    assert clock.now() == TODAY


def test_making_the_register_is_never_taken_back() -> None:
    row = HistoryChange.select().order_by(HistoryChange.id).get()
    assert row.title == "Lập sổ"
    assert last_change() is None
    with pytest.raises(UserError, match="“Lập sổ” không hoàn tác được"):
        undo(row)


def test_a_change_of_the_office_is_taken_back() -> None:
    office = the_office()
    office.phone = "0291 382 1234"
    save(office, title="Sửa đơn vị")
    undo_last()
    assert the_office().phone == ""
