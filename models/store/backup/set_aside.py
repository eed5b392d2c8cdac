"""Registers that were set aside: before a copy took their place, or before their schema changed.

They are the way back from a restore that was a mistake, so the newest always stay and none goes
within a month; then opening the register clears those that are more, so that the disk never fills.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from models import clock
from models.errors import UserError
from models.roles import Right
from models.store import journal
from models.store.pending import BEFORE
from models.store.session import require
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.store.folder import RegisterFolder

NEWEST: Final = 3
MONTH: Final = timedelta(days=30)
STAMP: Final = "%Y%m%d-%H%M%S"
_UPGRADE: Final = "register.before-"


@dataclass(frozen=True, slots=True)
class SetAside:
    """One register that was set aside.

    Attributes:
        path: its folder, or its file where only the schema changed.
        moment: when, as the machine's clock stood.
        size: bytes.
        restored: whether a copy took its place; else its schema changed.
    """

    path: Path
    moment: datetime
    size: int
    restored: bool


def set_aside(folder: RegisterFolder) -> list[SetAside]:
    """Return what was set aside in a register's folder, the newest first.

    Raises:
        WorldError: the folder cannot be read.
    """
    with world("xem sổ cũ"):
        return sorted(_found(folder), key=lambda one: (one.moment, one.path.name), reverse=True)


def thin(folder: RegisterFolder) -> None:
    """Clear what was set aside by restoring longer than a month ago, the newest apart.

    What refuses waits for another day: nobody's work is stopped by it.
    """
    restored = [one for one in set_aside(folder) if one.restored]
    for one in restored[NEWEST:]:
        if clock.now().replace(tzinfo=None) - one.moment > MONTH:
            shutil.rmtree(one.path, ignore_errors=True)


def clear(folder: RegisterFolder, name: str) -> None:
    """Erase one that was set aside, by who runs the register; told in the history.

    Raises:
        AccessError: who works now may not erase.
        UserError: there is none of that name.
        WorldError: the disk refused.
    """
    require(Right.ERASE)
    one = next((one for one in set_aside(folder) if one.path.name == name), None)
    if one is None:
        raise UserError(f"Không còn sổ cũ “{name}”.", "name", name)
    with world("xóa sổ cũ"):
        if one.restored:
            shutil.rmtree(one.path)
        else:
            one.path.unlink()
    journal.tell(journal.Act.ERASE, f"Xóa hẳn sổ cũ giữ lúc {one.moment:%H:%M ngày %d/%m/%Y}")


def _found(folder: RegisterFolder) -> Iterator[SetAside]:
    for path in folder.path.glob(f"{BEFORE}*"):
        with suppress(ValueError):
            moment = datetime.strptime(path.name.removeprefix(BEFORE), STAMP)  # noqa: DTZ007
            size = sum(part.stat().st_size for part in path.iterdir())
            yield SetAside(path, moment, size, restored=True)
    for path in folder.path.glob(f"{_UPGRADE}*.db"):
        with suppress(ValueError):
            moment = datetime.strptime(path.stem.removeprefix(_UPGRADE), STAMP)  # noqa: DTZ007
            yield SetAside(path, moment, path.stat().st_size, restored=False)
