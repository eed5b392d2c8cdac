"""One drawn sheet as the only paper of a print page: a further print, a test."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from models.errors import UserError
from ui.source import Option, PaperFacts, PaperSource, PaperWish, Query, Settings
from ui.source.papers import Tell

PAPER = "sheet"


class OneSheet:
    """Makes its sheet when the page asks for it.

    Args:
        title: what it is.
        note: what is to be known of it.
        make: draws it.
        tell: tells in the history that it leaves the program, and where to.
        took: notes that a printer took it or a file holds it, and returns what to say of it.
        office: where the machine's printers miss is kept with the office's own papers.
    """

    def __init__(
        self,
        title: str,
        note: str,
        make: Callable[[Tell], bytes],
        tell: Callable[[str], object],
        office: PaperSource,
        *,
        took: Callable[[], str] = str,
    ) -> None:
        self._title, self._note, self._make = title, note, make
        self._tell, self._office, self._took = tell, office, took

    @property
    def offsets(self) -> Settings:
        """Where the machine's printers miss."""
        return self._office.offsets

    def papers(self, register: str) -> Sequence[PaperFacts]:  # noqa: ARG002 - there is one
        """The sheet."""
        icon = "certificate-outline"
        return [PaperFacts(PAPER, self._title, icon, self._note, coloured=True, blankable=False)]

    def pdf(self, wish: PaperWish, tell: Tell) -> bytes:  # noqa: ARG002 - there is one
        """The sheet as it is drawn."""
        return self._make(tell)

    def word(self, wish: PaperWish) -> bytes:  # noqa: ARG002 - never
        """Certificates are drawn; none is written for Word."""
        raise UserError("Giấy này chỉ lưu được thành PDF.")

    def leaving(self, wish: PaperWish, where: str) -> None:  # noqa: ARG002 - there is one
        """Tell that the sheet leaves the program."""
        self._tell(where)

    def sent(self, wish: PaperWish, pages: Collection[int]) -> str:  # noqa: ARG002 - there is one
        """Note that the sheet is at a printer or in a file."""
        return self._took()

    def choices(self, register: str, words: str, query: Query) -> Sequence[Option]:  # noqa: ARG002
        """There is nothing to choose."""
        return ()

    def calibration(self, printer: str, width: float, height: float) -> bytes:
        """The office's own sheet."""
        return self._office.calibration(printer, width, height)
