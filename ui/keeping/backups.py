"""Watches for sticks, makes backups when asked or by itself, and leads to the page of backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import World, WorldError
from ui.ask import Question
from ui.keeping import weekly
from ui.keeping.copying import CALM, Copying
from ui.keeping.page import HINTS, BackupPage
from ui.keeping.restoring import Restoring
from ui.keeping.standings import Standings
from ui.keeping.words import PLACE, WORKING, overdue
from ui.pages.empty_register import FROM_COPY
from ui.pages.wishes import Wish
from ui.shell import Shell
from ui.source.backups import BackupSource, Plugged
from ui.tasks import Runner, Task

CHANGES = "changes"
"""The list whose paper is the journal."""
ICON, WORD = "usb-flash-drive-outline", "Sao lưu"
LOOK_MS, HOUR_MS = 2000, 60_000


class Backups(QObject):
    """The page of backups and all that happens there; its runner has a thread of its own.

    So a form is saved while a backup is made: the window's own runner is never kept waiting.
    `made` with the page when it is first gone to.
    """

    made = Signal(object)

    def __init__(self, shell: Shell, source: BackupSource, runner: Runner) -> None:
        super().__init__(shell)
        self._shell, self._source, self.runner = shell, source, runner
        self._asker = shell.means.asker
        self.page: BackupPage | None = None
        self.standings = Standings(shell, source, runner)
        self.copying = Copying(source, runner, self)
        self.restoring = Restoring(shell, source, runner, self.standings)
        self._plugged: tuple[Plugged, ...] = ()
        self._looking = False
        self._reading: Task | None = None
        self.standings.changed.connect(self._show_standing)
        self.copying.begun.connect(self._begun)
        self.copying.ended.connect(self._ended)
        shell.places.add(PLACE, ICON, WORD, self._make_page)
        shell.acted.connect(self._acted)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._hours = QTimer(self)
        self._hours.setInterval(HOUR_MS)
        self._hours.timeout.connect(lambda: self.standings.remind_weekly(self._go))

    def begin(self) -> None:
        """Look how things stand, remind where it is due, and watch for sticks."""
        self.standings.read(then=self._remind)
        self.look()
        self._timer.start()
        self._hours.start()

    def _remind(self) -> None:
        self.standings.remind(self._go)
        self.standings.remind_weekly(self._go)

    def close(self) -> None:
        """Stop watching, and what is on its way."""
        self._timer.stop()
        self._hours.stop()
        self.runner.close()

    # -- the page

    def _make_page(self) -> BackupPage:
        page = self.page = BackupPage()
        page.backed_up.connect(self.back_up)
        page.stopped.connect(self.copying.stop)
        page.drilled.connect(lambda: self.restoring.drill(self._stick()))
        page.restored.connect(lambda: self.restoring.choose(self._stick()))
        page.reread.connect(self.look)
        page.reminded.connect(self.standings.set_after)
        page.automatic.connect(self.standings.set_automatic)
        page.weekly.connect(self.standings.set_weekday)
        changes = self._shell.bundles.get(CHANGES)
        page.journal_button.setVisible(changes is not None and bool(changes.facts.prints))
        page.journal.connect(lambda: self._shell.printing.emit(CHANGES, Wish("print")))
        page.visited.connect(self._visited)
        page.stick.changed.connect(lambda root: page.stick.show_sticks(self._plugged, root))
        page.stick.elsewhere.connect(self._elsewhere)
        page.stick.ejected.connect(self._eject)
        page.history.all_wanted.connect(self.standings.show_all)
        self.copying.progressed.connect(page.stick.progress)
        page.stick.show_sticks(self._plugged)
        self.made.emit(page)
        self._show_standing()
        return page

    def _acted(self, _register: str, act: str, _identity: int) -> None:
        """Lead from an empty register to its copies."""
        if act == FROM_COPY:
            self._go()
            self.restoring.choose(self._stick())

    def _visited(self) -> None:
        if self.page is not None:
            self._shell.keys.show_keys(self.page.acts.hints(HINTS))
            self._shell.keys.say(WORKING if self.copying.busy else "")
        self.standings.read()

    def _show_standing(self) -> None:
        standings = self.standings
        late = standings.is_due or bool(standings.now.bad)
        self._shell.bar.show_waiting(PLACE, int(late))
        if self.page is not None:
            automatic = standings.automatic
            words = standings.weekly_words
            self.page.show_standing(standings.now, standings.after, words, automatic=automatic)
            self.page.history.show_lines(standings.now.lines, everything=standings.shows_all)

    def _go(self) -> None:
        self._shell.places.open(PLACE)

    def _stick(self) -> Plugged | None:
        """The stick that is shown, where it may be used."""
        stick = self.page.stick.chosen if self.page else None
        return stick if stick is not None and not stick.refusal else None

    # -- sticks

    def look(self) -> None:
        """Look which sticks are plugged in; not while one is written."""
        if not self.copying.busy and not self._looking:
            self._looking = True
            self.runner.run(lambda _tell: self._source.plugged(), self._seen, self._not_seen)

    def _not_seen(self, _error: Exception) -> None:
        self._looking = False

    def _seen(self, plugged: Sequence[Plugged]) -> None:
        self._looking = False
        if tuple(plugged) == self._plugged:
            return
        before = {one.root for one in self._plugged}
        self._plugged = tuple(plugged)
        if self.page is not None:
            chosen = self.page.stick.chosen
            self.page.stick.show_sticks(self._plugged, chosen.root if chosen else None)
        for one in self._plugged:
            if one.root not in before and one.known and not one.refusal:
                self._arrived(one)

    def _arrived(self, stick: Plugged) -> None:
        """A stick of the office came back: what is on it is read again, then written to."""

        def read(problems: Sequence[str]) -> None:
            for problem in problems[:1]:
                self._shell.notifier.failed(WorldError(problem, World.DAMAGED))
            self.standings.read()
            if self.standings.automatic:
                self.copying.back_up(stick.root, stick.name, is_stick=True)

        self._reading = self.runner.run(
            lambda tell: self._source.look_again(stick.root, tell), read, self._not_seen
        )

    def _eject(self) -> None:
        stick = self._stick()
        if stick is None:
            return

        def told(gone: bool) -> None:
            by_hand = "Bấm biểu tượng ngắt USB của máy, chờ báo xong rồi rút."
            self._shell.notifier.say("Được rút USB." if gone else by_hand)
            self.look()

        self.runner.run(lambda _tell: self._source.eject(stick.root), told, self.standings.failed)

    # -- making a backup

    def back_up(self) -> None:
        """Back up to the stick that is shown."""
        stick = self._stick()
        if stick is not None:
            self.copying.back_up(stick.root, stick.name, is_stick=True)

    def _elsewhere(self) -> None:
        path = self._asker.choose_folder("Sao lưu ra thư mục")
        if path is not None:
            self.copying.back_up(path, str(path), is_stick=False)

    def _begun(self, name: str) -> None:
        self._shell.keys.say(WORKING)
        if self._reading is not None:
            self._reading.stop()  # a person who asks for a backup does not wait for old copies
        if self.page is not None:
            self.page.stick.begin(name, self.standings.now.records)

    def _ended(self, look: object, words: str, good: bool) -> None:
        self._shell.keys.say("")
        if self.page is not None and isinstance(look, tuple):
            self.page.stick.end(look, words, eject=good and self.copying.is_stick)
        if good:
            self._shell.notifier.say(words)
        elif look != CALM:
            self._shell.notifier.failed(WorldError(words))
        self.standings.read()
        self.look()

    # -- closing the window

    def may_close(self) -> bool:
        """Ask whether to back up first where it is due; whether the window may be closed now."""
        if self.copying.busy:
            words = "Đóng sổ bây giờ thì bản đang ghi không dùng được. Các bản cũ vẫn nguyên."
            question = Question("Đang sao lưu", words, "Dừng và đóng", "Chờ sao lưu xong")
            return self._asker.confirm(question)
        usable = [one for one in self._plugged if not one.refusal]
        standings = self.standings
        if not (standings.is_due or standings.is_weekly_due) or not usable:
            return True
        title = overdue(standings.now.days) if standings.is_due else weekly.TODAY
        words = f"{usable[0].name} đang cắm."
        question = Question(title, words, "Đóng, không sao lưu", "Sao lưu trước", danger=False)
        if self._asker.confirm(question):
            return True
        self._go()
        self.copying.back_up(usable[0].root, usable[0].name, is_stick=True)
        return False
