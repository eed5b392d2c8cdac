"""Small texts kept in the register, all read when it is opened: asking for one costs no reading."""

from __future__ import annotations

from models.store import settings


class StoredSettings:
    """The settings whose names begin alike: one user's window, or the office's machines."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._known = settings.beginning(prefix)

    def get(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        return self._known.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Remember a text; this writes, so it is called off the window's thread."""
        settings.put(f"{self._prefix}{key}", value)
        self._known[key] = value
