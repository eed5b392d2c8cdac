"""A drill: a copy restored into a scratch place, looked over whole, compared with the register."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.registers import RECORDS
from models.registers.office import Office, Signer
from models.store.backup.pages import sync
from models.store.backup.proving import prove
from models.store.backup.restoring import copy_pages
from models.store.backup.snapshot import contents, open_key, snapshot
from models.store.connection import connect
from models.store.keys import filled_columns
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.record import Record
    from models.store.backup.container import Manifest
    from models.store.connection import Connection
    from models.store.folder import RegisterFolder

    Progress = Callable[[int, int, str], None]

READ: Final = "Đọc bản sao lưu"
LOOK: Final = "Xem từng trang và liên kết"
COMPARE: Final = "So từng bản ghi với sổ trên máy"
_SCRATCH: Final = "drill-"
_MOST_TOLD: Final = 20


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill found.

    Attributes:
        records: how many records the restored copy holds.
        compared: how many of them were found again in the register, the same or edited since.
        findings: a sentence for everything that is not as it must be.
    """

    records: int
    compared: int
    findings: tuple[str, ...]


def drill(folder: RegisterFolder, copy: Path, progress: Progress | None = None) -> Drilled:
    """Restore a copy of the open register into a scratch place and compare everything.

    Args:
        folder: of the open register; the scratch place is made in it and taken away.
        copy: the file of the copy.
        progress: called with done, total and the step in words; may raise Cancelled.

    Raises:
        WorldError: the copy is not whole, or the disk failed. The register was not touched.
        Cancelled: stopped.
    """
    tell = progress or (lambda _done, _total, _text: None)
    key = open_key()
    manifest = prove(copy, key, lambda done, total: tell(done, total, READ))
    with world("thử phục hồi"):
        for left in folder.path.glob(f"{_SCRATCH}*"):
            shutil.rmtree(left, ignore_errors=True)
        scratch = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=folder.path))
        try:
            restored = scratch / folder.database.name
            copy_pages(copy, restored, manifest, tell)
            sync(restored)
            return _look(restored, manifest, key, tell)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _look(restored: Path, manifest: Manifest, key: bytes, tell: Progress) -> Drilled:
    with closing(connect(str(restored), key)) as there:
        tell(0, 3, LOOK)
        found = [f"Trang hỏng: {line}." for line in _lines(there, "PRAGMA cipher_integrity_check")]
        tell(1, 3, LOOK)
        found += [
            f"Cấu trúc hỏng: {line}."
            for line in _lines(there, "PRAGMA integrity_check(20)")
            if line != "ok"
        ]
        tell(2, 3, LOOK)
        found += [f"Liên kết hỏng: {line}." for line in _lines(there, "PRAGMA foreign_key_check")]
        tell(3, 3, LOOK)
        held = contents(there)
        if held.counts != manifest.counts:
            found.append("Số bản ghi khác mục lục của bản sao lưu.")
        compared = 0
        if not found:
            compared, differing = _compare(there, tell)
            found += differing
    return Drilled(sum(held.live.values()), compared, tuple(found[:_MOST_TOLD]))


def _lines(connection: Connection, pragma: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(pragma).fetchall()]


def _compare(there: Connection, tell: Progress) -> tuple[int, list[str]]:
    """Meet every record of the copy in the register as it is now."""
    models: tuple[type[Record], ...] = (*RECORDS, Office, Signer)
    compared, differing = 0, []
    with snapshot() as here:
        for done, model in enumerate(models):
            tell(done, len(models), COMPARE)
            for fine, sentence in _meet(model, there, here):
                compared += fine
                if sentence:
                    differing.append(sentence)
        differing += _histories(there, here)
    return compared, differing


def _meet(model: type[Record], there: Connection, here: Connection) -> Iterator[tuple[bool, str]]:
    """Walk both tables by key; a record with the same revision must be the same."""
    names = sorted(_columns(there, model) & _columns(here, model) - set(filled_columns(model)))
    quoted = ", ".join(f'"{name}"' for name in ("id", "revision", *names))
    sql = f'SELECT {quoted} FROM "{model._meta.table_name}" ORDER BY id'
    present = here.execute(sql)
    row: Any = present.fetchone()
    for key, revision, *values in there.execute(sql):
        while row is not None and row[0] < key:
            row = present.fetchone()
        if row is None or row[0] != key:
            yield False, f"{model.NOUN} số {key}: có trong bản sao lưu, không có trong sổ."
        elif row[1] < revision or (row[1] == revision and list(row[2:]) != values):
            yield False, f"{model.NOUN} số {key}: nội dung khác sổ trên máy."
        else:
            yield True, ""


def _columns(connection: Connection, model: type[Record]) -> set[str]:
    rows = connection.execute(f'PRAGMA table_info("{model._meta.table_name}")').fetchall()
    return {str(row[1]) for row in rows} - {"id", "revision"}


def _histories(there: Connection, here: Connection) -> Iterator[str]:
    """Every entry of the copy's history must stand in the register's, at its place."""
    sql = "SELECT id, link FROM history_entry ORDER BY id"
    present = iter(here.execute(sql))
    for entry in there.execute(sql):
        with suppress(StopIteration):
            if next(present) == entry:
                continue
        yield f"Nhật ký: mục {entry[0]} khác sổ trên máy."
        return
