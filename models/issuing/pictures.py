"""The office's own pictures for its papers: emblem, seal, scans of blanks; kept by their hash.

A picture is never changed: another one takes its place, and papers issued keep theirs.
"""

from __future__ import annotations

from models.roles import Right
from models.store import contents, settings
from models.store.change import change
from models.store.opening import the_office
from models.store.session import require

SLOTS = ("emblem", "seal")
"""Pictures that are the same on every paper; a photo belongs to a person."""


def put_picture(slot: str, data: bytes, title: str = "Đổi ảnh in trên giấy") -> bytes:
    """Keep a picture for a slot as one act of the history; give back the one before.

    Args:
        slot: one of `SLOTS`.
        data: the picture; nothing takes it away.
        title: of the act.

    Raises:
        AccessError: who works now may not change the register.
        WorldError: the disk failed; the picture before is still there.
    """
    return _put(f"paper.picture.{slot}", data, title)


def put_scan(design: str, data: bytes, title: str = "Đổi ảnh phôi") -> bytes:
    """Keep a picture of the blank that a design is printed on; it is shown and never printed.

    Raises:
        AccessError: who works now may not change the register.
        WorldError: the disk failed; the picture before is still there.
    """
    return _put(_scan(design), data, title)


def _put(name: str, data: bytes, title: str) -> bytes:
    require(Right.WRITE)
    before = _fetch(name)
    with change(title, kind="event") as work:
        settings.put(name, contents.keep(data) if data else "")
        work.tell(the_office(), "edit")
    return before


def office_hashes() -> dict[str, str]:
    """Return slot to hash of the pictures there are."""
    kept = {slot: settings.get(f"paper.picture.{slot}") for slot in SLOTS}
    return {slot: mark for slot, mark in kept.items() if mark}


def office_pictures() -> dict[str, bytes]:
    """Return slot to bytes of the pictures there are."""
    return {slot: contents.fetch(mark) for slot, mark in office_hashes().items()}


def scan_of(design: str) -> bytes:
    """Return the picture of the blank that a design is printed on; nothing where there is none."""
    return _fetch(_scan(design))


def move_scan(design: str, name: str) -> None:
    """Let a design that is called otherwise, or a copy of it, have the picture of its blank."""
    settings.put(_scan(name), settings.get(_scan(design)))


def _scan(design: str) -> str:
    return f"paper.scan.{design}"


def _fetch(name: str) -> bytes:
    mark = settings.get(name)
    return contents.fetch(mark) if mark else b""
