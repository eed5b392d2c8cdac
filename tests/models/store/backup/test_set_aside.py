"""What restoring set aside stays a month at least, and is never more than a few after that."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.clock import stopped_at
from models.errors import AccessError, UserError
from models.roles import Role
from models.store.backup.set_aside import clear, set_aside, thin
from models.store.folder import RegisterFolder
from models.store.session import set_user
from models.store.tables import HistoryChange
from tests.conftest import TODAY
from tests.faults.killing import USER


def put_aside(folder: RegisterFolder, days: int) -> str:
    """Leave a register as a restore so many days ago did."""
    place = folder.path / f"before-{TODAY - timedelta(days=days):%Y%m%d-%H%M%S}"
    place.mkdir()
    (place / "register.db").write_bytes(b"x" * 1000)
    return place.name


def left(folder: RegisterFolder) -> list[str]:
    return [one.path.name for one in set_aside(folder)]


def test_none_goes_within_a_month_however_many(folder: RegisterFolder) -> None:
    names = [put_aside(folder, days) for days in range(0, 30, 3)]
    thin(folder)
    assert left(folder) == names


def test_after_a_month_the_newest_three_stay(folder: RegisterFolder) -> None:
    names = [put_aside(folder, days) for days in (40, 50, 60, 70, 400)]
    thin(folder)
    assert left(folder) == names[:3]
    with stopped_at(TODAY + timedelta(days=4000)):
        thin(folder)
    assert left(folder) == names[:3]


def test_the_copies_before_a_change_of_the_schema_are_told_too(folder: RegisterFolder) -> None:
    (folder.path / "register.before-20261122-093000.db").write_bytes(b"x" * 7)
    put_aside(folder, 1)
    told = [(one.restored, one.size) for one in set_aside(folder)]
    assert told == [(False, 7), (True, 1000)]


def test_who_runs_the_register_erases_one_and_the_history_tells(folder: RegisterFolder) -> None:
    names = [put_aside(folder, days) for days in (1, 2)]
    clear(folder, names[0])
    assert left(folder) == names[1:]
    last = HistoryChange.select().order_by(HistoryChange.id.desc()).first()
    assert last.title.startswith("Xóa hẳn sổ cũ giữ lúc")
    with pytest.raises(UserError, match="Không còn sổ cũ"):
        clear(folder, names[0])
    with pytest.raises(UserError):
        clear(folder, "../so")
    set_user(USER, Role.OFFICER)
    with pytest.raises(AccessError, match="không được xóa hẳn"):
        clear(folder, names[1])
    assert left(folder) == names[1:]
