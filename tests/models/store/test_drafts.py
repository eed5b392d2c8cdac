"""A draft is there again after closing and after a kill, one a user, form and record."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models import clock
from models.errors import World, WorldError
from models.store import drafts
from models.store.database import close_database, open_database
from models.store.tables import Draft, HistoryChange
from models.unsaved import Unsaved
from tests.conftest import KEY
from tests.models.store.teams import run


def typed(
    text: str, record: int | None = 7, form: str = "teams", at: datetime | None = None
) -> Unsaved:
    return Unsaved(form, record, {"scope": text}, record and 3, at or clock.now())


def kept(user: str, form: str, record: int | None) -> Unsaved | None:
    """What a user left in one form."""
    left = [one for one in drafts.all_of(user) if (one.form, one.record) == (form, record)]
    return left[0] if left else None


@pytest.mark.usefixtures("register")
def test_what_was_typed_is_given_back_as_it_was() -> None:
    left = Unsaved("teams", 7, {"scope": "Tuyến 9\n“đầu kênh”", "area": '["", 4]'}, 3, clock.now())
    drafts.keep("An", left)
    assert kept("An", "teams", 7) == left


@pytest.mark.usefixtures("register")
def test_the_last_one_kept_stands_in_place_of_the_one_before() -> None:
    for record in (7, None):
        drafts.keep("An", typed("Tuyến 1", record))
        drafts.keep("An", typed("Tuyến 2", record))
        found = kept("An", "teams", record)
        assert found is not None
        assert found.texts == {"scope": "Tuyến 2"}
    assert Draft.select().count() == 2


@pytest.mark.usefixtures("register")
def test_users_forms_and_records_are_kept_apart() -> None:
    mine = [typed("a"), typed("b", 8), typed("c", None), typed("d", 7, "people")]
    for one in mine:
        drafts.keep("An", one)
    drafts.keep("Bình", typed("e"))
    assert [kept("An", one.form, one.record) for one in mine] == mine
    drafts.drop("An", "teams", 7)
    assert kept("An", "teams", 7) is None
    assert kept("Bình", "teams", 7) == typed("e")
    assert [kept("An", one.form, one.record) for one in mine[1:]] == mine[1:]


@pytest.mark.usefixtures("register")
def test_all_of_a_user_the_latest_first() -> None:
    moment = clock.now()
    early, late = typed("a", 7, at=moment - timedelta(hours=1)), typed("b", None, at=moment)
    drafts.keep("An", early)
    drafts.keep("An", late)
    drafts.keep("Bình", typed("c"))
    assert drafts.all_of("An") == [late, early]
    assert drafts.all_of("Chi") == []


@pytest.mark.usefixtures("register")
def test_a_draft_is_no_change_of_the_history() -> None:
    before = HistoryChange.select().count()
    drafts.keep("An", typed("a"))
    drafts.drop("An", "teams", 7)
    assert HistoryChange.select().count() == before


def test_it_outlives_closing_and_cannot_be_read_from_outside(register: Path) -> None:
    drafts.keep("An", typed("Thạch Thị Hồng Nhung"))
    close_database()
    assert "Hồng Nhung".encode() not in register.read_bytes()
    open_database(register, KEY)
    assert kept("An", "teams", 7) == typed("Thạch Thị Hồng Nhung")


def test_a_file_that_cannot_be_written_says_so_and_still_reads(register: Path) -> None:
    drafts.keep("An", typed("Tuyến 1"))
    open_database(register, KEY, read_only=True)
    with pytest.raises(WorldError) as caught:
        drafts.keep("An", typed("Tuyến 2"))
    assert caught.value.kind is World.READ_ONLY
    with pytest.raises(WorldError):
        drafts.drop("An", "teams", 7)
    assert kept("An", "teams", 7) == typed("Tuyến 1")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_what_was_typed_before_a_kill_is_there(register: Path) -> None:
    close_database()
    code = (
        "import os, sys; from pathlib import Path\n"
        "from models.clock import now\n"
        "from models.store import drafts\n"
        "from models.store.database import open_database\n"
        "from models.unsaved import Unsaved\n"
        "open_database(Path(sys.argv[1]), bytes(range(32)))\n"
        "for end in range(1, len(sys.argv[2]) + 1):\n"
        "    drafts.keep('An', Unsaved('teams', None, {'name': sys.argv[2][:end]}, None, now()))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    assert run(code, register, "Tổ tự quản số 12").returncode == -9
    open_database(register, KEY)
    (left,) = drafts.all_of("An")
    assert left.texts == {"name": "Tổ tự quản số 12"}
    assert left.record is None
