"""How safe the register is, read again after everything that changes it, and what was set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.errors import Cancelled
from ui.keeping.words import ALL, FEW, overdue
from ui.shell import Shell
from ui.source.backups import BackupSource, Standing
from ui.tasks import Runner

AFTER, AUTOMATIC, REMINDED = "backup/after", "backup/automatic", "backup/reminded"
USUAL_AFTER = 7


class Standings(QObject):
    """`changed` when the standing was read again or something was set."""

    changed = Signal()

    def __init__(self, shell: Shell, source: BackupSource, runner: Runner) -> None:
        super().__init__(shell)
        self._shell, self._source, self._runner = shell, source, runner
        self._settings = shell.means.settings
        self._lines = FEW
        self.now = Standing()

    def read(self, then: Callable[[], object] = lambda: None) -> None:
        """Read it again, off the window's thread."""

        def show(standing: Standing) -> None:
            self.now = standing
            self.changed.emit()
            then()

        lines = self._lines
        self._runner.run(lambda _tell: self._source.standing(lines), show, self.failed)

    def failed(self, error: Exception) -> None:
        """Something asked of the register was not done."""
        if not isinstance(error, Cancelled):
            self._shell.notifier.failed(error)

    def show_all(self) -> None:
        """Read the whole history."""
        self._lines = ALL
        self.read()

    @property
    def shows_all(self) -> bool:
        """Whether the lines are the whole history."""
        return self._lines == ALL

    @property
    def after(self) -> int:
        """After how many days without a backup it is time for one."""
        kept = self._settings.get(AFTER)
        return int(kept) if kept.isdigit() else USUAL_AFTER

    @property
    def automatic(self) -> bool:
        """Whether a stick of the office is written to as soon as it is plugged in."""
        return bool(self._settings.get(AUTOMATIC))

    @property
    def is_due(self) -> bool:
        """Whether it is time for a backup."""
        if self.now.days is None:
            return self.now.records > 0
        return self.now.days >= self.after

    def set_after(self, days: int) -> None:
        """Remind after so many days."""
        self._settings.put(AFTER, str(days))
        self.changed.emit()

    def set_automatic(self, on: bool) -> None:
        """Write to the office's sticks by itself, or not."""
        self._settings.put(AUTOMATIC, "1" if on else "")
        self.changed.emit()

    def remind(self, act: Callable[[], object]) -> None:
        """Say once a day that it is time for a backup."""
        today = self._shell.means.today().isoformat()
        if self.is_due and self._settings.get(REMINDED) != today:
            self._settings.put(REMINDED, today)
            words = f"{overdue(self.now.days)}. Cắm USB rồi bấm Sao lưu ngay."
            self._shell.notifier.offer(words, "Mở trang Sao lưu", act)
