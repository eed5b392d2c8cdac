"""Where pages land on the paper of one printer: its offset, and what it cannot reach."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.paper.book import Book, OffsetOf, is_cut, sheet_of, trial_sheet
from ui.paper.offset_box import OffsetBox
from ui.paper.offsets import Offset, Offsets
from ui.paper.pdf import Edges, PageSize
from ui.paper.printers import NO_BORDER, PrinterFacts
from ui.source import Settings

CUT = "Trang {page} có chỗ sát mép giấy mà máy in này không in tới. Nên in thử một trang trước."
USUAL = PageSize(210, 297)


class Fitting(QObject):
    """Keeps the offset box on the paper of the page that is shown.

    Signals: `changed` when an offset was changed.
    """

    changed = Signal()

    def __init__(self, box: OffsetBox, settings: Settings) -> None:
        super().__init__(box)
        self._box, self._offsets = box, Offsets(settings)
        self._facts: PrinterFacts | None = None
        self._book, self._leaf = Book(), 0
        self._edges: dict[int, Edges] = {}
        box.changed.connect(self._keep)

    def show_printer(self, facts: PrinterFacts | None) -> None:
        """Fit pages to another printer."""
        self._facts = facts
        self._show()

    def show_book(self, book: Book, leaf: int) -> None:
        """Fit other pages."""
        self._book, self._edges = book, {}
        self.show_leaf(leaf)

    def show_leaf(self, leaf: int) -> None:
        """Another page is shown."""
        self._leaf = leaf
        self._show()

    def sheet(self) -> PageSize:
        """The paper of the page that is shown."""
        leaves = self._book.leaves
        return leaves[self._leaf].size if self._leaf < len(leaves) else USUAL

    def offsets(self) -> OffsetOf:
        """The offsets of the printer there is."""
        return OffsetOf(self._offsets, self._facts or PrinterFacts(""))

    def warning(self) -> str:
        """What a printer cannot reach of the first two pages of each paper and the one shown."""
        border = self._facts.border if self._facts else NO_BORDER
        if border == NO_BORDER or not self._book.leaves:
            return ""
        looked = {at for at, leaf in enumerate(self._book.leaves) if leaf.page < 2}
        cut = [at for at in sorted(looked | {self._leaf}) if self._cut(at, border)]
        return CUT.format(page=cut[0] + 1) if cut else ""

    def _cut(self, at: int, border: Edges) -> bool:
        leaf = self._book.leaves[at]
        if at not in self._edges:
            self._edges[at] = self._book.pdf(at).edges(leaf.page)
        return is_cut(self._edges[at], border, self.offsets()(sheet_of(leaf.size)))

    def _show(self) -> None:
        sheet = sheet_of(self.sheet())
        name = self._facts.name if self._facts else ""
        self._box.show_offset(self.offsets()(sheet), name, sheet, trial_sheet(self.sheet()))

    def _keep(self, offset: Offset) -> None:
        if self._facts is not None:
            self._offsets.put(self.offsets().feed(sheet_of(self.sheet())), offset)
            self.changed.emit()
