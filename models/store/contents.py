"""Bytes kept once by their hash; what is kept is never changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from models.errors import World, WorldError
from models.store.tables import Content

if TYPE_CHECKING:
    from collections.abc import Iterator


def keep(data: bytes) -> str:
    """Keep bytes in the open transaction and return their SHA-256 as hex."""
    name = hashlib.sha256(data).hexdigest()
    Content.insert(hash=name, data=data).on_conflict_ignore().execute()
    return name


def fetch(name: str) -> bytes:
    """Return kept bytes.

    Raises:
        WorldError: they are not there, or not as they were kept.
    """
    row = Content.get_or_none(Content.hash == name)
    data = bytes(row.data) if row is not None else b""
    if hashlib.sha256(data).hexdigest() != name:
        raise WorldError(
            "Bản lưu trong sổ không còn nguyên. Phục hồi từ bản sao lưu gần nhất.", World.DAMAGED
        )
    return data


def damaged() -> Iterator[str]:
    """Yield the hashes whose bytes are no longer what they were."""
    for row in Content.select().iterator():
        if hashlib.sha256(bytes(row.data)).hexdigest() != row.hash:
            yield str(row.hash)
