"""The copies that stand in one folder, told apart without reading them through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from models.errors import WorldError
from models.store.backup.container import SUFFIX, Manifest, read_manifest
from models.store.world import world

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shelved:
    """One file that looks like a copy.

    Attributes:
        path: where it stands.
        size: bytes.
        manifest: what it says it holds; None when it cannot be read.
        problem: why it cannot, in words.
    """

    path: Path
    size: int
    manifest: Manifest | None
    problem: str = ""


def copies_in(folder: Path, register: str = "") -> list[Shelved]:
    """Return the copies in a folder, the newest first, those that cannot be read last.

    Args:
        folder: of a stick or a disk.
        register: only copies of this one, and what cannot be read.

    Raises:
        WorldError: the folder cannot be read.
    """
    with world("xem nơi sao lưu"):
        paths = sorted(folder.glob(f"*{SUFFIX}"))
    found = [_shelved(path) for path in paths]
    own = [one for one in found if one.manifest is None or register in ("", one.manifest.register)]
    whole = sorted((one for one in own if one.manifest), key=_age, reverse=True)
    return whole + [one for one in own if one.manifest is None]


def _age(one: Shelved) -> tuple[str, int, str]:
    """Sort by the moment; of one minute the second copy has the longer name."""
    moment = one.manifest.made.astimezone(UTC).isoformat() if one.manifest else ""
    return moment, len(one.path.name), one.path.name


def _shelved(path: Path) -> Shelved:
    try:
        manifest = read_manifest(path)
        return Shelved(path, path.stat().st_size, manifest)
    except WorldError as error:
        if not path.is_file():  # the drive was pulled
            raise
        return Shelved(path, 0, None, error.message)
