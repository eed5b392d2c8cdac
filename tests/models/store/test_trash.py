"""What goes to the trash takes along what cannot be without it, and returns only after it."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.registers.areas import Area
from models.registers.members import EarlierService, Membership
from models.registers.reviews import Review
from models.registers.teams import TeamArea
from models.store.change import change
from models.store.check import findings
from models.store.tables import HistoryEntry
from tests.models.samples import fresh, person, save, stored, trash, whole

pytestmark = pytest.mark.usefixtures("register")


def acts() -> list[str]:
    return [entry.action for entry in HistoryEntry.select().order_by(HistoryEntry.id)]


def test_trash_takes_along_what_cannot_be_without_it() -> None:
    member = stored(whole(Membership))
    service = stored(whole(EarlierService))
    further = stored(whole(TeamArea))
    review = stored(whole(Review, team=None, member=member))
    trash(member.person)
    for record in (member.person, member, service, review):
        assert fresh(record).trashed_at
    assert not fresh(member.team).trashed_at
    trash(member.team)
    assert fresh(further).trashed_at
    assert findings() == []


def test_trash_leaves_what_can_stand_alone() -> None:
    area = stored(Area(name="Ấp 1"))
    found = person("Nguyễn Văn Đức", area=area)
    trash(area)
    again = fresh(found)
    assert again.trashed_at is None
    assert again.area
    assert again.area.title == "Ấp 1"


def test_trash_and_restore_are_written_down() -> None:
    found = person("Nguyễn Văn Đức")
    with change("Xóa") as work:
        work.trash(found, "Nhập trùng")
    again = fresh(found)
    assert (again.trashed_why, again.revision) == ("Nhập trùng", 2)
    assert acts()[-1] == "trash"
    with change("Khôi phục") as work:
        work.restore(again)
    assert fresh(found).trashed_at is None
    assert fresh(found).trashed_why == ""
    assert acts()[-1] == "restore"


def test_nothing_returns_into_or_joins_what_is_in_the_trash() -> None:
    member = stored(whole(Membership))
    trash(member.team)
    with pytest.raises(UserError, match="Khôi phục Tên tổ 27/QĐ trước"), change("Lại") as work:
        work.restore(member)
    with pytest.raises(UserError, match="Tổ “Tên tổ 27/QĐ” đã bị xóa") as caught:
        save(Membership(person=person("Lê A"), team=fresh(member.team)))
    assert caught.value.field == "team"
    with change("Khôi phục") as work:
        work.restore(member.team)
        work.restore(member)
    assert findings() == []


def test_restoring_what_is_not_in_the_trash_writes_nothing() -> None:
    area = stored(Area(name="Ấp 1"))
    with change("Khôi phục") as work:
        work.restore(area)
    assert acts()[-1] == "add"
    assert fresh(area).revision == 1
