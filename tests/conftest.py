"""What every test stands on: Qt without a screen, and made-up input that is the same every run."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import settings

from models import catalogues
from models.clock import stopped_at
from models.store import migrations
from models.store.change import change
from models.store.database import close_database, create_database, database
from models.store.opening import office_of
from models.store.session import set_user
from tests.models.figures import small_register
from tests.models.figures.small_register import Small

KEY = bytes(range(32))
TODAY = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=7)))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("same", derandomize=True, deadline=None, database=None, max_examples=60)
settings.register_profile("search", deadline=None, database=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_sessionfinish() -> None:
    """Empty Qt's clipboard: off the screen it outlives Python and takes the process with it.

    What a test copied is a Python object in a C++ static; freed after Python's end it is a
    segmentation fault (PySide 6.11.3, platforms offscreen and minimal; xcb is not affected).
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a new register with its office, made once and copied."""
    path = tmp_path_factory.mktemp("new") / "register.db"
    create_database(path, KEY)
    migrations.upgrade()
    with stopped_at(TODAY), change("Lập sổ", kind="event") as work:
        work.save(office_of("Cà Mau", "Hưng Hội"))
    close_database()
    return path


@pytest.fixture(scope="session")
def counted_register(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> Path:
    """The file of the register counted by hand, with who signs for its office; made once."""
    path = tmp_path_factory.mktemp("counted") / "register.db"
    open_copy(empty_register, path)
    with stopped_at(TODAY):
        small_register.add_signers()
        small_register.make()
    close_database()
    set_user("")
    return path


@pytest.fixture
def register(tmp_path: Path, empty_register: Path) -> Iterator[Path]:
    """An open register of Công an xã Hưng Hội, worked in by An on 22 November 2026."""
    path = tmp_path / "register.db"
    open_copy(empty_register, path)
    with stopped_at(TODAY):
        yield path
    database.forget()
    set_user("")
    catalogues.use({})


@pytest.fixture
def small(register: Path, counted_register: Path) -> Small:
    """The same, holding the register counted by hand."""
    database.forget()
    open_copy(counted_register, register)
    return small_register.read()


def open_copy(source: Path, path: Path) -> None:
    """Copy a register's file and let An work in it; what opening looks at has its own tests."""
    shutil.copyfile(source, path)
    database.forget()
    database.point_at(path, KEY, read_only=False)
    database.connect()
    database.pragma("synchronous", "off")  # what is lost with the power is no test's business here
    set_user("An")
