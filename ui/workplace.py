"""The window over an open register, put together from its parts.

This loads the records' side of the program, so it is imported while the password is being typed.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from models.clock import now, today
from models.roles import Right
from models.store import change
from models.store.clock_check import accept_clock, behind_history
from models.store.session import may
from ui.accounts.admitting import Admitting
from ui.ahead import Ahead
from ui.ask import Asker, Dialogs, Question
from ui.classes.room import ClassRoom
from ui.crash import Crashes
from ui.crash_report import Report
from ui.desk.accounts import OfficeAccounts
from ui.desk.backups import OfficeBackups
from ui.desk.classes import ClassDesk
from ui.desk.desk import OfficeDesk
from ui.desk.erasing import OfficeErasing
from ui.desk.imports import RegisterImport
from ui.desk.issue_book import OfficeIssueBook
from ui.desk.issuing import OfficeIssuing
from ui.desk.safekeeping import OfficeSafekeeping
from ui.desk.settings import OfficeSettings
from ui.desk.templates import OfficeTemplates
from ui.entrance.remembered import OFFICE, USER
from ui.entrance.session import Session
from ui.hearing import Hearing
from ui.idle import SETTING, IdleWatch, minutes_of
from ui.issuing.book_room import BookRoom
from ui.issuing.class_papers import ClassPapers
from ui.issuing.issuing import Issuing
from ui.issuing.print_runs import PrintRuns
from ui.issuing.reprints import Reprints
from ui.keeping.backups import Backups
from ui.keeping.erasing import Erasing
from ui.keeping.safeguarding import Safeguarding
from ui.kept_settings import KeptSettings
from ui.merging import Merging
from ui.paper.printers import Printers, SystemPrinters
from ui.paper.printing import Printing
from ui.paper.tools import PrintRoom
from ui.resuming import Resuming
from ui.sentences import COPY_WORDS, UNFORESEEN
from ui.settings.configuring import Configuring
from ui.shell import Means, Shell
from ui.source import Settings
from ui.table.worker import Worker
from ui.tasks import Runner, ThreadRunner
from ui.templates.room import TemplateRoom
from ui.tending import Tending
from ui.wear import SCHEME, TEXT_SIZE, wear
from ui.widgets.toast import Notice
from ui.window import PLACE, MainWindow
from ui.wizards.importing import Importing

__all__ = ["Session", "Workplace"]

QUEUED = Qt.ConnectionType.QueuedConnection


class Workplace(QObject):
    """One main window over the register that is open in this process.

    `locking` when a person asks for it, or has left the machine alone.
    """

    _changed = Signal()
    locking = Signal()

    def __init__(
        self,
        runner: Runner,
        remembered: Settings,
        crashes: Crashes,
        asker: Asker | None = None,
        printers: Printers | None = None,
    ) -> None:
        super().__init__()
        self._remembered, self.crashes = remembered, crashes
        self.desk = OfficeDesk()
        self.settings = KeptSettings(self.desk.settings, runner)
        wear(self.settings)
        self._runner, self._hearing = runner, Hearing(runner)
        means = Means(self._hearing, asker or Dialogs(), Worker, today, self.settings)
        self.shell = Shell(self.desk, means)
        self.importing = Importing(self.shell, RegisterImport)
        self.merging = Merging(self.shell, self.desk.doubles)
        self.tending, self.resuming = Tending(self.shell), Resuming(self.shell)
        room = PrintRoom(printers or SystemPrinters(), ThreadRunner())
        self.printing = Printing(self.shell, self.desk.papers, room)
        issuing = OfficeIssuing()
        self.runs = PrintRuns(self.shell, self.printing, issuing, self.desk.papers)
        self.issuing = Issuing(self.shell, issuing, self.runs)
        book = OfficeIssueBook()
        reprints = Reprints(self.printing, book, self.desk.papers)
        self.book = BookRoom(self.shell, book, self.issuing, self.runs, reprints)
        self.templates = TemplateRoom(self.shell, OfficeTemplates())
        self.source = OfficeBackups()
        self.backups = Backups(self.shell, self.source, ThreadRunner())
        self.safeguards = Safeguarding(self.shell, self.backups, OfficeSafekeeping(), room.printers)
        self.admitting = Admitting(self.shell, OfficeAccounts())
        self.erasing = Erasing(self.shell, OfficeErasing())
        self.configuring = Configuring(self.shell, OfficeSettings(), self._topics)
        self.classes = ClassRoom(self.shell, ClassDesk(), self._class_papers(issuing))
        self.window = MainWindow(self.shell, self.settings, self.backups.may_close)
        self.idle = IdleWatch(minutes_of(self.settings.get(SETTING)))
        self.ahead = Ahead(self.shell, self.idle)
        self._listen()

    def _listen(self) -> None:
        self._changed.connect(self.shell.changed)
        self._changed.connect(self.classes.changed)
        self.idle.idle.connect(self._left_alone)
        self.admitting.waiting.connect(self.idle.wait)
        self.shell.locking.connect(self._lock)
        change.listeners.append(self._heard_change)
        self.crashes.happened.connect(self._tell_crash, QUEUED)
        self.crashes.foreseen.connect(self.shell.notifier.failed, QUEUED)

    def _topics(self) -> list[tuple[str, str, QWidget]]:
        """Settings beside those of the office: printers, getting in, and what was deleted."""
        return [*self.printing.topics(), *self.admitting.topics(), *self.erasing.topics()]

    def _class_papers(self, source: OfficeIssuing) -> ClassPapers | None:
        """What issues papers beside a class; nothing for those who issue none."""
        if not may(Right.ISSUE):
            return None
        return ClassPapers(self.shell, source, self.issuing, self.printing, self.desk.papers)

    def _heard_change(self, _tables: frozenset[str]) -> None:
        """Come from whatever thread committed; the signal brings it to the window's."""
        self._changed.emit()

    def _tell_crash(self, report: Report) -> None:
        def copy() -> None:
            QGuiApplication.clipboard().setText(report.text())
            self.shell.notifier.say("Đã chép báo lỗi. Dán vào thư gửi người phụ trách.")

        self.shell.notifier.tell(Notice(UNFORESEEN, COPY_WORDS, run=copy, failed=True))

    def greet(self) -> None:
        """Say what the day begins with: a clock that went backwards, a backup that is due."""
        last = behind_history()
        if last is not None:
            question = Question(
                "Giờ của máy đang chạy lùi",
                f"Giờ máy là {now():%H:%M ngày %d/%m/%Y}, nhưng lần ghi sổ cuối là "
                f"{last.astimezone():%H:%M ngày %d/%m/%Y}. Số và ngày ghi từ bây giờ có thể sai. "
                "Chỉnh lại giờ máy trước khi ghi sổ.",
                "Giờ máy đúng, ghi tiếp",
                "Chưa ghi, chỉnh giờ đã",
            )
            if self.shell.means.asker.confirm(question):
                accept_clock()
        self.backups.begin()

    def bring_old(self) -> None:
        """Begin with the office's old workbooks."""
        self.shell.importing.emit(next(iter(self.shell.bundles)))

    @property
    def _busy(self) -> bool:
        return self._runner.busy or self.backups.copying.busy

    def _lock(self) -> None:
        if self._busy:
            self.shell.notifier.say("Đang có việc chạy dở. Chờ xong hoặc dừng lại rồi khóa sổ.")
        else:
            self.locking.emit()

    def _left_alone(self) -> None:
        """Work that runs, and a question that stands open, are waited for."""
        if self._busy or QApplication.activeModalWidget() is not None:
            self.idle.timer.start()
        else:
            self.locking.emit()

    def show(self, *, large: bool = False) -> None:
        """Put the window up with the first register; ``large`` fills a small screen."""
        if large:
            self.window.setWindowState(Qt.WindowState.WindowMaximized)
        self.window.show()
        self.window.activateWindow()
        self.window.begin()
        self.resuming.remind()
        self.runs.remind()
        self.admitting.greet()

    def close(self) -> None:
        """Keep what the first window wants to know next time; the register is closed elsewhere."""
        self.classes.close()
        self._hearing.close()
        self.idle.stop()
        self.ahead.stop()
        self.printing.close()
        self.backups.close()
        if self._heard_change in change.listeners:
            change.listeners.remove(self._heard_change)
        for key in (PLACE, SCHEME, TEXT_SIZE):
            self._remembered.put(key, self.settings.get(key))
        self._remembered.put(OFFICE, self.desk.office)
        self._remembered.put(USER, self.desk.user)
