"""The office's own pictures for its papers: emblem, seal; kept by their hash, never changed."""

from __future__ import annotations

from models.store import contents, settings
from models.store.database import database
from models.store.world import world

SLOTS = ("emblem", "seal")
"""Pictures that are the same on every paper; a photo belongs to a person."""


def put_picture(slot: str, data: bytes) -> None:
    """Keep a picture for a slot, in place of the one before; papers issued keep theirs."""
    with world("lưu ảnh"), database.atomic("IMMEDIATE"):
        settings.put(_setting(slot), contents.keep(data) if data else "")


def office_hashes() -> dict[str, str]:
    """Return slot to hash of the pictures there are."""
    kept = {slot: settings.get(_setting(slot)) for slot in SLOTS}
    return {slot: mark for slot, mark in kept.items() if mark}


def office_pictures() -> dict[str, bytes]:
    """Return slot to bytes of the pictures there are."""
    return {slot: contents.fetch(mark) for slot, mark in office_hashes().items()}


def _setting(slot: str) -> str:
    return f"paper.picture.{slot}"
