"""The copy kept beside the register while its schema changes, and the way back to it."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models import clock
from models.errors import World, WorldError
from models.store import migrations, pending
from models.store.connection import connect
from models.store.database import close_database, database, open_database, second_database
from models.store.folder import sync_folder
from models.store.world import world

if TYPE_CHECKING:
    from models.store.folder import RegisterFolder

PART: Final = ".part"
KEPT: Final = 3
"""So many copies from before earlier changes of the schema stay beside the register."""


def upgrade(folder: RegisterFolder) -> None:
    """Bring the open register's schema up to date; what fails is put back from a copy.

    Raises:
        WorldError: a step or the copy failed; the register is as it was.
    """
    if not migrations.pending():
        migrations.upgrade()
        return
    copy = _copy_before(folder)
    key: bytes = database.connect_params["data_key"]
    try:
        migrations.upgrade()
    except BaseException:
        close_database()
        with world("phục hồi sổ"):
            _put_back(folder, copy)
        open_database(folder.database, key)
        raise
    _forget_oldest(folder)


def _copy_before(folder: RegisterFolder) -> Path:
    """Keep a whole, counted copy of the open file beside it; half of one never has its name."""
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    copy = folder.database.with_name(f"register.before-{stamp}.db")
    part = Path(f"{copy}{PART}")
    try:
        with world("nâng cấp sổ"):
            part.unlink(missing_ok=True)
            _copy_to(part)
            part.replace(copy)
            sync_folder(copy.parent)
    except BaseException:
        for left in (copy, part, Path(f"{part}-journal")):
            left.unlink(missing_ok=True)
        raise
    return copy


def _copy_to(part: Path) -> None:
    """Write the open file elsewhere and count what arrived; the engine brings it to the disk."""
    key: bytes = database.connect_params["data_key"]
    with closing(connect(str(part), key)) as target:
        database.connection().backup(target)
    expected = migrations.counts()
    with second_database(part, key) as second:
        for table, count in expected.items():
            found = second.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            if found != count:
                raise WorldError("Bản sao trước nâng cấp chưa đúng. Sổ vẫn như cũ.", World.DAMAGED)


def _put_back(folder: RegisterFolder, copy: Path) -> None:
    """Exchange the register for its copy; needs no room on a full disk. What failed goes."""
    staged = pending.stage(folder, f"{clock.now():%Y%m%d-%H%M%S}")
    copy.replace(staged.database)
    failed = pending.commit(folder, staged)
    shutil.rmtree(failed, ignore_errors=True)


def _forget_oldest(folder: RegisterFolder) -> None:
    copies = sorted(folder.path.glob("register.before-*.db"))
    for old in copies[:-KEPT]:
        with suppress(OSError):
            old.unlink()
