"""The printers in the settings: which one is used, and how each paper lies in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import Cancelled
from ui.paper.book import OffsetOf, sheet_of, trial_job, trial_sheet
from ui.paper.offset_box import OffsetBox
from ui.paper.offsets import Offset, Offsets
from ui.paper.pdf import PageSize
from ui.paper.plan import sent_words
from ui.paper.press import Job, print_job
from ui.paper.printers import PrinterFacts
from ui.paper.sending import LAST_PRINTER, SENDING, STOPPED
from ui.paper.tools import Tools
from ui.tasks import Progress
from ui.theme.theme import theme
from ui.widgets.text import label

SIZES = ((210, 297), (148, 210), (297, 420))
PAPERS = (*(PageSize(*pair) for size in SIZES for pair in (size, size[::-1])), PageSize(400, 300))
WIDEST = 420
NONE = "Chưa có máy in"
NO_PRINTER = "Máy này chưa có máy in. Cắm máy in rồi mở lại trang này."


class PrinterTopic(QWidget):
    """Reads the printers when it is shown; whatever is chosen counts at once.

    Signals: `changed` with what was set, in words, and the way back.
    """

    changed = Signal(str, object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools, self._offsets = tools, Offsets(tools.offsets)
        self._facts: PrinterFacts | None = None
        self._told: set[str] = set()
        self.printer, self.paper = QComboBox(), QComboBox()
        self.state = label("", "caption", "text2", wrap=True)
        self.offset = OffsetBox()
        self._build()
        self.printer.activated.connect(lambda _at: self._choose(self.printer.currentText()))
        self.paper.currentIndexChanged.connect(lambda _at: self._show())
        self.offset.changed.connect(self._keep)
        self.offset.testing.connect(self._make_test)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        choices = (("Máy in dùng trước", self.printer), ("Giấy", self.paper))
        for at, (words, part) in enumerate(choices):
            name = label(words, "small", "text2")
            name.setBuddy(part)
            part.setAccessibleName(words)
            grid.addWidget(name, 0, at)
            grid.addWidget(part, 1, at)
        self.printer.setMinimumContentsLength(24)
        for size in PAPERS:
            self.paper.addItem(sheet_of(size), size)
        grid.addWidget(self.state, 2, 0, 1, 2)
        row = QHBoxLayout()  # it tells the column how high its texts are at the widest
        column.addLayout(row)
        row.addWidget(self.offset, 100)
        row.addStretch(1)
        self.offset.setMaximumWidth(theme().px(WIDEST))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask the machine only once the page stands: a printer on the network may be slow."""
        super().showEvent(event)
        self._told.clear()
        QTimer.singleShot(0, self, self.read)

    def read(self) -> None:
        """Ask the machine which printers there are."""
        names = list(self._tools.room.printers.names())
        last = self._tools.settings.get(LAST_PRINTER)
        self.printer.clear()
        self.printer.addItems(names or [NONE])
        self.printer.setCurrentText(last if last in names else self.printer.itemText(0))
        for part in (self.printer, self.paper, self.offset):
            part.setEnabled(bool(names))
        self._take_facts(self.printer.currentText() if names else "")

    def _choose(self, name: str) -> None:
        before = self._tools.settings.get(LAST_PRINTER)
        if name != before:
            self._use(name)
            self.changed.emit(f"Máy in dùng trước: {name}.", partial(self._use, before))

    def _use(self, name: str) -> None:
        self._tools.settings.put(LAST_PRINTER, name)
        self.read()

    def _take_facts(self, name: str) -> None:
        self._facts = self._tools.facts(name)
        self._show()

    # -- how the paper lies

    def _size(self) -> PageSize:
        return PAPERS[self.paper.currentIndex()]

    def _of_printer(self) -> OffsetOf:
        return OffsetOf(self._offsets, self._facts or PrinterFacts(""))

    def _show(self) -> None:
        facts, size = self._facts, self._size()
        tray = f" · khay {facts.tray}" if facts is not None and facts.tray else ""
        self.state.setText(f"{facts.words}{tray}" if facts is not None else NO_PRINTER)
        sheet, name = sheet_of(size), facts.name if facts is not None else ""
        self.offset.show_offset(self._of_printer()(sheet), name, sheet, trial_sheet(size))

    def _keep(self, offset: Offset) -> None:
        """Remember an offset; the way back leads to what it was when the settings were opened."""
        if self._facts is None:
            return
        sheet = sheet_of(self._size())
        feed = self._of_printer().feed(sheet)
        before = self._offsets.get(feed)
        self._offsets.put(feed, offset)
        if feed.key not in self._told:
            self._told.add(feed.key)

            def back() -> None:
                self._offsets.put(feed, before)
                self._told.discard(feed.key)
                self._show()

            self.changed.emit(f"Đã chỉnh {sheet} của máy {feed.printer}.", back)

    # -- the test page

    def _make_test(self) -> None:
        facts, sheet = self._facts, trial_sheet(self._size())
        if facts is not None:
            self._tools.runner.run(
                lambda _tell: self._tools.source.calibration(facts.name, sheet.width, sheet.height),
                lambda content: self._print(facts.name, trial_job(content, self._of_printer())),
                self._tools.notifier.failed,
            )

    def _print(self, name: str, job: Job) -> None:
        room, notifier = self._tools.room, self._tools.notifier

        def work(tell: Progress) -> None:
            print_job(name, room.printers.open(name), job, tell)

        def failed(error: Exception) -> None:
            if isinstance(error, Cancelled):
                notifier.say(STOPPED)
            else:
                notifier.failed(error)

        said = sent_words(job, name)
        self._tools.follow(room.runner.run(work, lambda _none: notifier.say(said), failed), SENDING)
