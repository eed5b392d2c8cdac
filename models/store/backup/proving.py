"""Proving a copy: every byte from the device, every seal, opened with the real key, counted."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from models.errors import World, WorldError
from models.store.backup.container import Manifest, damaged, newer, parse_tail, read_manifest
from models.store.backup.pages import read_device
from models.store.backup.snapshot import Contents, contents
from models.store.connection import connect
from models.store.database import APPLICATION_ID, SCHEMA_VERSION
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def prove(
    path: Path, data_key: bytes, progress: Callable[[int, int], None] | None = None
) -> Manifest:
    """Read a copy whole from its device and refuse it unless all of it is as it was made.

    Args:
        path: the copy.
        data_key: of its register.
        progress: called with bytes read and all bytes; may raise Cancelled.

    Returns:
        What it holds, true.

    Raises:
        WorldError: damaged, cut short, foreign, of a newer program, or the drive failed.
    """
    expected = read_manifest(path)
    with world("đọc bản sao lưu"):
        reading = read_device(path, expected.size, data_key, progress)
    if parse_tail(reading.tail, path, reading.size) != expected:
        raise damaged(path, "ổ đĩa trả lại dữ liệu khác nhau")
    if not expected.proves(data_key):
        raise damaged(path, "dấu niêm của mục lục không khớp")
    if reading.damaged:
        raise damaged(path, f"trang {reading.damaged[0]} của sổ bị hỏng")
    if reading.sha256 != expected.sha256:
        raise damaged(path, "nội dung khác lúc sao lưu")
    _compare(path, expected, data_key)
    return expected


def _compare(path: Path, expected: Manifest, data_key: bytes) -> None:
    """Open the database inside and count."""
    if expected.schema > SCHEMA_VERSION:
        raise newer(path)
    with (
        world("mở bản sao lưu"),
        closing(connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", data_key)) as copy,
    ):
        if copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise WorldError(f"Tệp {path.name} không phải sổ của phần mềm.", World.FOREIGN)
        held = contents(copy)
    said = Contents(
        expected.schema, expected.counts, expected.live, expected.entries, expected.link
    )
    if held != said:
        raise damaged(path, "số bản ghi khác mục lục")
