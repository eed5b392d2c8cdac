"""What the print page asks: which papers a register has, and the pages of one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from ui.source.forms import Option
from ui.source.keeping import Settings
from ui.source.lists import Query

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """One printable paper of a register.

    ``each`` is the noun of the records it is made of one by one, empty where it is made of the
    list or of figures; ``sheet`` its paper in words; ``dated`` papers count on a day that may be
    past; ``running`` text can also be written for Word, the others are drawn tables; ``coloured``
    ones are printed in colour, as certificates. What is not ``blankable`` has no empty form.
    """

    id: str
    title: str
    icon: str = "file-document-outline"
    sheet: str = "A4 đứng"
    each: str = ""
    dated: bool = False
    running: bool = False
    coloured: bool = False
    blankable: bool = True


@dataclass(frozen=True, slots=True)
class PaperWish:
    """One paper that is wanted: of the records named, or of all that the query finds.

    ``as_of`` is the day of its figures, today where it is not given; ``blank`` wants the empty
    form, to be filled in by hand.
    """

    register: str
    document: str
    query: Query = field(default_factory=Query)
    identities: tuple[int, ...] = ()
    as_of: date | None = None
    blank: bool = False


class PaperSource(Protocol):
    """Makes papers of the open register; all methods but `papers` are called off the window."""

    @property
    def offsets(self) -> Settings:
        """Where the machine's printers miss, the same for every user."""

    def papers(self, register: str) -> Sequence[PaperFacts]:
        """The papers of a register, in the order of their form numbers."""

    def pdf(self, wish: PaperWish, tell: Tell) -> bytes:
        """The pages of a paper.

        Raises:
            UserError: nothing to print, or a letter that no font has.
        """

    def word(self, wish: PaperWish) -> bytes:
        """The same words as a .docx file; of running text about one record only.

        Raises:
            UserError: it is a drawn table, or of several records.
        """

    def leaving(self, wish: PaperWish, where: str) -> None:
        """Tell in the history that a paper leaves the program; asked before it does.

        ``where`` ends the sentence: "ra ds.pdf", "ở máy in Canon, 3 trang".

        Raises:
            WorldError: it cannot be told, so the paper must stay.
        """

    def sent(self, wish: PaperWish, pages: Collection[int]) -> str:
        """Note that pages of a paper, from 0, are at a printer or in a file, which can be printed.

        Returns:
            What is to be said of it, if anything.

        Raises:
            UserError: they are papers of the book that may not be printed again.
        """

    def choices(self, register: str, words: str, query: Query) -> Sequence[Option]:
        """Records to print, a few that match the words; without words those the query finds."""

    def calibration(self, printer: str, width: float, height: float) -> bytes:
        """The sheet of a size in millimetres that shows how far a printer misses."""
