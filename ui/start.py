"""Opens the window: first the one that asks for the password, at once; the rest loads meanwhile."""

from __future__ import annotations

import importlib
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from models.errors import Cancelled
from models.store.folder import RegisterFolder, default_folder
from ui.application import make_application
from ui.collecting import Collecting
from ui.crash import Crashes
from ui.entrance.entrance import Entrance
from ui.entrance.remembered import Remembered
from ui.qt_words import QtWords
from ui.sentences import words_for
from ui.tasks import Progress, ThreadRunner
from ui.wear import dress_application

if TYPE_CHECKING:
    from ui.crash_report import Report

WORKPLACE, DEMO, SCRATCH = "ui.workplace", "ui.demo", "models.store.scratch"
CLASSES, CATALOGUES = "ui.widget_classes", "models.catalogues"
PAPERS = "printing.catalogue"
RING, SIGNALS = "ui.widgets.focus_ring", "ui.quitting"
RESTORING = "Đang phục hồi, đừng tắt máy và đừng rút USB."
RESTORED = "Đã phục hồi xong. Nhập mật khẩu để mở sổ."
CHANGING = "Đang ghi lại sổ bằng mã mới, đừng tắt máy."
CHANGED = (
    "Đã đổi mã khôi phục, hủy phiếu cũ nếu tìm thấy. Nhập mật khẩu để mở sổ, rồi sao lưu ngay."
)
LOCKED = "Sổ đã khóa. Chữ gõ dở còn trong bản nháp."


def open_window(data: Path | None, *, until_painted: bool = False) -> int:
    """Show the window and stay until it is closed; the exit code is Qt's.

    Args:
        data: the register's folder, the person's own without one.
        until_painted: end after the first paint and write the processor's seconds until then, for
            measuring the start.
    """
    application = make_application(sys.argv[:1])
    folder = RegisterFolder(data) if data else default_folder()
    remembered = Remembered(folder.path)
    dress_application(remembered)
    program = Program(application, folder, remembered)
    program.begin(until_painted=until_painted)
    code = application.exec()
    program.end()
    return code


class Program(QObject):
    """The first window, then the main one; and the end, which closes the register whole."""

    def __init__(
        self, application: QApplication, folder: RegisterFolder, remembered: Remembered
    ) -> None:
        super().__init__()
        self._application = application
        self._folder, self._remembered = folder, remembered
        self._words = QtWords()
        application.installTranslator(self._words)
        self.crashes = Crashes()
        self._unhook = self.crashes.install()
        self._collecting = Collecting()
        self.runner = ThreadRunner()
        self.entrance = self._entrance()
        self.workplace: Any = None
        self._ring: Any = None
        self._signals: Any = None
        self.crashes.happened.connect(self._tell_crash, Qt.ConnectionType.QueuedConnection)

    def _entrance(self) -> Entrance:
        entrance = Entrance(self._folder, self._remembered, self.runner)
        entrance.opened.connect(self._show)
        entrance.looking.connect(self.look_around)
        return entrance

    def begin(self, *, until_painted: bool = False) -> None:
        """Show the first window; what comes after it is loaded once it is on the screen."""
        then = _tell_time if until_painted else self._load
        self.entrance.window.painted.connect(lambda: QTimer.singleShot(0, self, then))
        self.entrance.show()

    def _load(self) -> None:
        """Load what the first paint could do without, and then what comes after the password."""
        load = importlib.import_module
        self._ring = load(RING).FocusRing(self._application)
        self._signals = load(SIGNALS).QuitSignals(self._application.closeAllWindows)
        self.entrance.load()
        load(CLASSES).make()
        self._beside(lambda: load(CATALOGUES).read_shipped(), "catalogues were not read early")
        self._beside(lambda: load(PAPERS), "papers were not loaded early")
        self._beside(lambda: load(SCRATCH).sweep(), "old folders were not swept")

    def _beside(self, work: Callable[[], object], failed: str) -> None:
        """Do something nobody waits for; that it failed stands in the log."""
        log = logging.getLogger(__name__)
        self.runner.run(
            lambda _tell: work(),
            lambda _done: None,
            lambda error: log.warning(failed, exc_info=error),
        )

    def _show(self) -> None:
        records = importlib.import_module(WORKPLACE)
        self._collecting.spare()
        self.workplace = records.Workplace(self.runner, self._remembered, self.crashes)
        self.workplace.backups.restoring.confirmed.connect(self._restore)
        self.workplace.safeguards.confirmed.connect(
            lambda change: self._work_closed(change, CHANGING, CHANGED)
        )
        self.workplace.locking.connect(self.lock)
        self.workplace.show(large=self.entrance.window.isMaximized())
        self.entrance.window.close()
        self.workplace.greet()
        if self.entrance.brings_old:
            self.workplace.bring_old()

    # -- looking around

    def look_around(self) -> None:
        """Open a register of invented people instead of making one's own."""
        demo = importlib.import_module(DEMO)
        page: Any = self.entrance.window.page

        def work(tell: Progress) -> Any:  # noqa: ANN401 - the demo's side is loaded here only
            session = demo.DemoSession()
            try:
                session.fill_and_open(tell)
            except BaseException:
                session.close()
                raise
            return session

        page.set_looking(on=True)
        page.stopped.connect(self.runner.run(work, self._show_demo, self._not_shown).stop)

    def _not_shown(self, error: Exception) -> None:
        page: Any = self.entrance.window.page
        page.set_looking(on=False)
        if not isinstance(error, Cancelled):
            page.refuse(words_for(error))

    def _show_demo(self, session: Any) -> None:  # noqa: ANN401
        self.entrance.register = session
        records, demo = importlib.import_module(WORKPLACE), importlib.import_module(DEMO)
        self._collecting.spare()
        banner = demo.DemoBanner()
        banner.leaving.connect(self.leave_demo)
        self.workplace = records.Workplace(self.runner, session.remembered, self.crashes)
        self.workplace.window.put_over(banner)
        self.workplace.locking.connect(self.leave_demo)
        self.workplace.show(large=self.entrance.window.isMaximized())
        self.entrance.window.close()

    def leave_demo(self) -> None:
        """End looking around, and begin the office's own register."""
        register = self.entrance.register
        if self.workplace is not None and register is not None:
            self._step_out("")
            self.runner.finish(register.close)
            self.entrance.load()

    # -- restoring and locking

    def _restore(self, copy: Path) -> None:
        """Put a copy in the place of the register."""
        self._work_closed(self.workplace.source.replacement(copy), RESTORING, RESTORED)

    def _work_closed(self, act: Callable[[Progress], object], words: str, done: str) -> None:
        """Close the register, do something with its folder, and ask for the password again."""
        register = self.entrance.register
        self._step_out(words)

        def work(tell: Progress) -> None:
            if register is not None:
                register.close()
            act(tell)

        self.runner.run(work, lambda _done: self._come_back(done), self._not_done)

    def _not_done(self, error: Exception) -> None:
        self._come_back(f"{words_for(error)} Sổ vẫn như cũ.", failed=True)

    def _come_back(self, words: str, *, failed: bool = False) -> None:
        self.entrance.load()
        self.entrance.say(words, failed=failed)

    def _tell_crash(self, report: Report) -> None:
        """Say so in the first window; the main one says it itself."""
        if self.workplace is None:
            clipboard = QGuiApplication.clipboard()
            self.entrance.tell_crash(lambda: clipboard.setText(report.text()))

    def lock(self) -> None:
        """Close the register whole and stand before it again; what was typed is kept as drafts."""
        register = self.entrance.register
        if self.workplace is None or register is None:
            return
        self._step_out(LOCKED)
        self.runner.finish(register.lock)
        self.entrance.load()

    def _step_out(self, words: str) -> None:
        """Leave the main window for the first one, which says why.

        The first window is shown before the other is closed: with the last one the program ends.
        """
        old, self.workplace = self.workplace, None
        self.entrance = self._entrance()
        self.entrance.window.setGeometry(old.window.geometry())
        self.entrance.window.show()
        if words:
            self.entrance.say(words)
        old.window.close()
        old.close()
        old.window.deleteLater()

    def end(self) -> None:
        """Close the register on the thread that works, then that thread; safe at any moment."""
        if self.workplace is not None:
            self.workplace.close()
        if self.entrance.register is not None:
            self.runner.finish(self.entrance.register.close)
        self.runner.close()
        if self._signals is not None:
            self._signals.stop()
        if self._ring is not None:
            self._ring.deleteLater()
        self._unhook()
        self._collecting.end()


def _tell_time() -> None:
    sys.stdout.write(f"{time.process_time():.4f}\n")
    sys.stdout.flush()
    QApplication.quit()
