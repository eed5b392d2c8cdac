"""What the window is told of an erasing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.roles import Role
from models.store.connection import connect
from models.store.database import database
from models.store.session import set_user
from tests.conftest import KEY
from tests.models.store.deleted import LATER, gone, quach
from ui.desk.erasing import OfficeErasing
from ui.desk.trash import TrashList
from ui.source import Query

DONE = "Đã xóa hẳn 1 mục."


@pytest.fixture(autouse=True)
def at_work(register: object) -> None:
    """The clerk who runs the register, with one person in the trash."""
    set_user("An", Role.ADMIN)
    gone(quach())


def erased() -> str:
    (row,) = TrashList().page(Query(), 0, 9)
    with stopped_at(LATER):
        return OfficeErasing().erase([row.id], "hết hạn lưu", lambda *_all: None)


def test_it_says_how_many_went() -> None:
    assert erased() == DONE


def test_it_says_what_waits_until_the_register_is_closed(register: Path) -> None:
    database.pragma("busy_timeout", 10)
    with closing(connect(str(register), KEY)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        told = erased()
    assert told == f"{DONE} Tệp sổ chưa dọn được ngay, phần mềm dọn nốt khi đóng sổ."
