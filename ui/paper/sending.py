"""From the pages and the printer chosen to paper: what would be printed, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.errors import Cancelled, UserError
from ui.paper.book import Book, trial_job, trial_sheet
from ui.paper.fitting import Fitting
from ui.paper.plan import Manner, Plan, leaving_words, plan, sent_words
from ui.paper.press import Job, print_job
from ui.paper.printer_panel import PrinterPanel
from ui.paper.printers import PrinterFacts
from ui.paper.tools import Tools
from ui.tasks import Progress

LAST_PRINTER = "paper/printer"
TURN = "Lật chồng giấy vừa in, đặt lại vào khay."
SENDING = "Đang gửi tới máy in…"
STOPPED = "Đã dừng in. Trang đã gửi có thể vẫn ra giấy."


class Sending(QObject):
    """Prints what the panel says, of the book that is shown.

    Signals: `sent` a job that the printer took.
    """

    sent = Signal(object)

    def __init__(self, panel: PrinterPanel, tools: Tools) -> None:
        super().__init__(panel)
        self._panel, self._tools = panel, tools
        self.fitting = Fitting(panel.offset, tools.offsets)
        self._facts: PrinterFacts | None = None
        self._book = Book()
        self._backs: Plan | None = None
        self._busy, self._open = False, True
        panel.printer_chosen.connect(self.choose)
        panel.changed.connect(self.begin_anew)
        panel.offset.testing.connect(self.test)
        self.fitting.changed.connect(self.begin_anew)

    def read_printers(self) -> None:
        """Ask the machine which printers there are."""
        names = list(self._tools.room.printers.names())
        last = self._facts.name if self._facts else self._tools.settings.get(LAST_PRINTER)
        chosen = last if last in names else next(iter(names), "")
        self._panel.show_printers(names, chosen)
        self._take_facts(chosen)

    def choose(self, name: str) -> None:
        """Print on another printer, and next time too."""
        self._tools.settings.put(LAST_PRINTER, name)
        self._take_facts(name)

    def _take_facts(self, name: str) -> None:
        self._facts = self._tools.facts(name)
        self.fitting.show_printer(self._facts)
        self.begin_anew()

    def show_book(self, book: Book, leaf: int) -> None:
        """Print of other pages."""
        self._book = book
        self.fitting.show_book(book, leaf)
        self._panel.pages.show_book(len(book.leaves), leaf)
        self.begin_anew()

    def show_leaf(self, leaf: int) -> None:
        """Another page is shown."""
        self.fitting.show_leaf(leaf)
        self._panel.pages.show_current(leaf)
        if self._panel.pages.one.isChecked():
            self.begin_anew()

    def begin_anew(self) -> None:
        """Forget the backs that were to follow, and say what would be printed."""
        self._await_turning(None)
        self.tell()

    def _await_turning(self, backs: Plan | None) -> None:
        self._backs = backs
        self._panel.show_turning(TURN if backs is not None else "")

    def tell(self) -> None:
        """Say on the panel what would be printed now."""
        self._panel.show_facts(self._facts)
        what = self._plan()
        papers = [paper for paper, _pdf in self._book.parts]
        self._panel.show_work(
            what.words if what else "In",
            ready=what is not None and self._facts is not None and not self._busy,
            word=len(papers) == 1 and papers[0].running,
            any_pages=bool(papers),
        )
        self._panel.show_warning(self.fitting.warning())

    def _plan(self) -> Plan | None:
        """What would be printed, nothing while the pages typed are none of the book's."""
        if self._backs is not None:
            return self._backs
        try:
            leaves = [self._book.leaves[page] for page in self._panel.pages.pages()]
        except (UserError, IndexError):
            return None
        turns = self._facts is not None and self._facts.turns
        manner = Manner(self._panel.copies.value(), self._panel.both_sides(), turns)
        return plan(self._book, leaves, manner, self.fitting.offsets()) if leaves else None

    def send(self) -> None:
        """Print: the fronts, or after turning the pile the backs."""
        what = self._plan()
        if what is not None:
            self._print(what.job, what.then)

    def _print(self, job: Job, then: Plan | None = None) -> None:
        if self._facts is None or self._busy:
            return
        name, printers, source = self._facts.name, self._tools.room.printers, self._tools.source
        self._busy = True

        def work(tell: Progress) -> None:
            for wish in job.wishes:
                source.leaving(wish, leaving_words(job, name))
            print_job(name, printers.open(name), job, tell)

        task = self._tools.room.runner.run(
            work,
            lambda _none: self._printed(name, job, then),
            self._failed,
        )
        if self._busy:
            self._tools.follow(task, SENDING)
            self.tell()

    def _printed(self, name: str, job: Job, then: Plan | None) -> None:
        self._busy = False
        self._tools.notifier.say(sent_words(job, name))
        self._note(job)
        if self._open:
            self.sent.emit(job)
            self._await_turning(then)
            self.tell()

    def _note(self, job: Job) -> None:
        """Have noted what the printer took; of most papers nothing is."""
        source, notifier = self._tools.source, self._tools.notifier

        def work(_tell: Progress) -> str:
            return " ".join(filter(None, (source.sent(*one) for one in job.printed())))

        if job.wishes:
            self._tools.runner.run(
                work, lambda words: notifier.say(words) if words else None, notifier.failed
            )

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Cancelled):
            self._tools.notifier.say(STOPPED)
        else:
            self._tools.notifier.failed(error)
        if self._open:
            self.tell()

    def test(self) -> None:
        """Print the sheet with crosses and rulers, moved by the offset there is."""
        if self._facts is None:
            return
        name, sheet = self._facts.name, trial_sheet(self.fitting.sheet())
        self._tools.runner.run(
            lambda _tell: self._tools.source.calibration(name, sheet.width, sheet.height),
            self._print_test,
            self._failed,
        )

    def _print_test(self, content: bytes) -> None:
        if self._open:
            self._print(trial_job(content, self.fitting.offsets()))

    def is_busy(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._busy

    def close(self) -> None:
        """The page is left; what is on its way goes on."""
        self._open = False
