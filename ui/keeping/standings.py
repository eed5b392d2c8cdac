"""How safe the register is, read again after everything that changes it, and what was set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models import clock
from models.errors import Cancelled
from ui.keeping import weekly
from ui.keeping.words import ALL, FEW, overdue
from ui.shell import Shell
from ui.source.backups import BackupSource, Standing
from ui.tasks import Runner

AFTER, AUTOMATIC, REMINDED = "backup/after", "backup/automatic", "backup/reminded"
WEEKDAY, WEEKLY = "backup/weekday", "backup/weekly-reminded"
USUAL_AFTER = 7
HOW = "Cắm USB rồi bấm Sao lưu ngay."


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

    @property
    def weekday(self) -> int:
        """The day of the week that was chosen, from 0 for Monday; `weekly.NEVER` for none."""
        kept = self._settings.get(WEEKDAY)
        return int(kept) if kept.isdigit() and int(kept) < len(weekly.NAMES) else weekly.NEVER

    @property
    def weekly_words(self) -> tuple[str, str]:
        """That day and when it is next, in words."""
        return weekly.in_words(self.weekday, self._shell.means.today(), done=self.now.days == 0)

    @property
    def is_weekly_due(self) -> bool:
        """Whether today is the day, and no good copy was made today."""
        today = self._shell.means.today().weekday()
        return today == self.weekday and self.now.days != 0 and self.now.records > 0

    def set_weekday(self, day: int) -> None:
        """Remind on a day of the week, or on none."""
        self._settings.put(WEEKDAY, "" if day == weekly.NEVER else str(day))
        self.changed.emit()

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
            self._offer(overdue(self.now.days), act)

    def remind_weekly(self, act: Callable[[], object]) -> None:
        """Say once, on the day of the week that was chosen and from its hour on."""
        today = self._shell.means.today().isoformat()
        come = self.is_weekly_due and weekly.has_come(self.weekday, clock.now())
        if come and self._settings.get(WEEKLY) != today:
            self._settings.put(WEEKLY, today)
            self._offer(weekly.TODAY, act)

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        self._shell.notifier.remind(f"{words}. {HOW}", "Mở trang Sao lưu", act)
