"""Where a form's record comes from and where it is stored, with the rows typed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from models.errors import UserError
from models.problem import Problem
from ui.source.forms import SectionFacts
from ui.source.grids import GridFacts, GridRow, RowsTyped

NOTHING: Mapping[str, Sequence[int]] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record as the form begins with it; a new one has no revision, rows stand by grid.

    ``lent`` are, by grid and key, the rows that stand for records which rows kept elsewhere borrow.
    """

    title: str
    values: Mapping[str, object]
    revision: int | None = None
    rows: Mapping[str, tuple[GridRow, ...]] = field(default_factory=dict)
    lent: Mapping[str, Mapping[int, GridRow]] = field(default_factory=dict)


class Overtaken(UserError):  # noqa: N818 - a state of the world, not a mistake
    """Somebody stored a newer version meanwhile.

    Attributes:
        who: stored it; empty where that is not known.
        when: it was stored.
    """

    def __init__(self, message: str, who: str, when: datetime) -> None:
        super().__init__(message)
        self.who, self.when = who, when


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values of one field or cell, ready to be shown; ``ours`` holds unless chosen otherwise.

    ``token`` tells it from the other differences of a form, ``mine`` was typed here, ``theirs`` is
    stored.
    """

    token: str
    label: str
    mine: str
    theirs: str
    ours: bool


class FormSource(Protocol):
    """One kind of record to be entered and changed.

    All methods are called off the window's thread.
    """

    @property
    def sections(self) -> Sequence[SectionFacts | GridFacts]:
        """The form, in reading order."""

    def load(self, identity: int | None, borrowed: Mapping[str, Sequence[int]] = NOTHING) -> Loaded:
        """A stored record, or the beginnings of a new one.

        ``borrowed`` are, by grid, keys of records that typed rows borrow; they are read anew.

        Raises:
            UserError: the record is gone.
        """

    def check(self, identity: int | None, values: Mapping[str, object]) -> Sequence[Problem]:
        """Everything wrong or odd with the values as they would be stored."""

    def check_rows(
        self,
        grid: str,
        places: Sequence[int],
        rows: Sequence[GridRow],
        identity: int | None,
        values: Mapping[str, object],
    ) -> Sequence[Sequence[Problem]]:
        """Everything wrong or odd with some of the rows, each by column."""

    def save(
        self,
        identity: int | None,
        values: Mapping[str, object],
        revision: int | None,
        rows: Mapping[str, RowsTyped],
    ) -> int:
        """Store all in one named change and give the record's key.

        Raises:
            UserError: something is wrong after all, with its field or cell (`cell_place`).
            Overtaken: the record or a row was changed meanwhile.
            WorldError: the disk failed; nothing was stored.
        """
