"""The two kinds of failure a person can act on; everything else is a bug and stays an exception."""

from __future__ import annotations

from enum import StrEnum


class UserError(Exception):
    """Something typed or chosen is not right; the message says what, which value, how to write it.

    Args:
        message: Vietnamese, one or two short sentences, ready to be shown.
        field: name of the field the message belongs to, when there is one.
        value: what was typed, unchanged.
    """

    def __init__(self, message: str, field: str | None = None, value: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.value = value


class World(StrEnum):
    """What outside the program went wrong."""

    DISK_FULL = "disk full"
    GONE = "drive or file gone"
    READ_ONLY = "read only"
    IN_USE = "in use"
    DAMAGED = "damaged"
    FOREIGN = "not one of ours"
    NEWER = "made by a newer program"
    MISSING = "missing"
    OTHER = "other"


class WorldError(Exception):
    """Disk, drive, printer or file failed; data are safe and the message says what to do."""

    def __init__(self, message: str, kind: World = World.OTHER) -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


class AccessError(Exception):
    """Wrong password, or an act this user may not do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Cancelled(Exception):  # noqa: N818 - not a failure, the person asked for it
    """Long work was stopped by the person; nothing of it remains."""
