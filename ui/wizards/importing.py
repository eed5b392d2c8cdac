"""Leads from a file to records: chosen, read, shown, put in, and taken back with one undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from models.values.numbers import show_number
from ui.ask import EXCEL
from ui.shell import Shell
from ui.tasks import Progress, Task, Work
from ui.widgets.announcing import announce
from ui.wizards.flaws import FlawPane
from ui.wizards.import_facts import ImportSource, Planned
from ui.wizards.import_page import DOUBT_HINTS, HINTS, NOTHING_YET, ImportPage

XLSX = "Bảng tính Excel (*.xlsx)"
NOTHING_DECIDED = "Chưa chọn gì ở trang này để hoàn tác."
LATER = Qt.ConnectionType.QueuedConnection
READING, CHECKING, WRITING = "Đang đọc tệp…", "Đang kiểm tra…", "Đang nhập…"


class Importing(QObject):
    """Does what the shell's pages wish: importing a workbook, and giving an empty one away."""

    def __init__(self, shell: Shell, make: Callable[[str], ImportSource]) -> None:
        super().__init__(shell)
        self._shell, self._make = shell, make
        self._asker, self._runner = shell.means.asker, shell.means.runner
        shell.importing.connect(self.choose)
        shell.importing_rows.connect(self.choose_rows)
        shell.templated.connect(self.give_template)

    def choose(self, name: str) -> None:
        """Ask for a workbook and read it."""
        self._choose(name, None, lambda: self._shell.open_register(name))

    def choose_rows(self, name: str, owner: int, back: Callable[[], object]) -> None:
        """Ask for a workbook with rows of one record, and come back to it."""
        self._choose(name, owner, back)

    def _choose(self, name: str, owner: int | None, back: Callable[[], object]) -> None:
        facts = self._shell.bundles[name].facts
        path = self._asker.open_file(f"Nhập {facts.noun} từ Excel", EXCEL)
        if path is None:
            return
        source = self._make(name)
        source.within = owner

        def show(planned: Planned) -> None:
            one = OneImport(self._shell, name, source, path)
            one.back = back
            one.show(planned)

        task = self._runner.run(
            lambda tell: source.plan(path, tell), show, self._shell.notifier.failed
        )
        self._shell.progress.follow(task, READING)

    def give_template(self, name: str) -> None:
        """Ask where, and write an empty workbook with the register's headings there."""
        facts = self._shell.bundles[name].facts
        path = self._asker.save_file("Lưu tệp mẫu", f"Mẫu {facts.title.lower()}.xlsx", XLSX)
        if path is None:
            return
        source, target = self._make(name), with_xlsx(path)
        self._runner.run(
            lambda _tell: source.write_template(target),
            lambda _done: self._shell.notifier.say(f"Đã lưu {target.name}."),
            self._shell.notifier.failed,
        )


class OneImport(QObject):
    """One workbook on its way into one register."""

    def __init__(self, shell: Shell, name: str, source: ImportSource, path: Path) -> None:
        super().__init__(shell)
        self._shell, self._name, self._source, self._path = shell, name, source, path
        self._runner, self._notifier = shell.means.runner, shell.notifier
        self._facts = shell.bundles[name].facts
        self.page: ImportPage | None = None
        self._task: Task | None = None
        self._writing = False
        self._turn = 0
        self._uncover: Callable[[], object] = lambda: None
        self.back: Callable[[], object] = lambda: None

    def show(self, planned: Planned) -> None:
        """Put the page up."""
        page = self.page = ImportPage(self._facts.noun, self._facts.title, planned)
        page.meant.connect(self._mean, LATER)  # the field that says so is made anew by it
        page.reread.connect(self._read)
        page.carried.connect(self._carry_out)
        page.stored.connect(self._store)
        page.left.connect(self._leave)
        page.told.connect(self._shell.keys.say)
        self._listen(page.flaws)
        page.flaws.asked.connect(self._show_keys)
        page.undone.connect(lambda: self._step(self._source.undo))
        page.redone.connect(lambda: self._step(self._source.redo))
        self._uncover = self._shell.pages.cover(page)
        self._show_keys(doubtful=page.flaws.doubt.isVisibleTo(page.flaws))
        self._shell.keys.say(NOTHING_YET)

    def _show_keys(self, doubtful: bool) -> None:
        if self.page is not None:
            hints = DOUBT_HINTS if doubtful else HINTS
            self._shell.keys.show_keys(self.page.acts.hints(hints))

    def _listen(self, rows: FlawPane) -> None:
        source = self._source
        rows.typed.connect(lambda cells: self._decide(lambda: source.type_into(cells)))
        rows.dropped.connect(lambda lines: self._decide(lambda: source.drop(lines)))
        rows.taken_back.connect(lambda line: self._decide(lambda: source.take_back(line)))
        rows.same.connect(lambda lines, at: self._decide(lambda: source.same(lines, at)))
        rows.other.connect(lambda lines: self._decide(lambda: source.other(lines)))
        rows.noted.connect(self._notifier.say)

    def _begin(self, words: str, work: Work[Planned], *, locked: bool) -> None:
        """Have the rows planned anew; what is planned already, or being planned, counts no more."""
        assert self.page is not None
        if self._task is not None:
            self._task.stop()
        self._turn += 1
        turn = self._turn

        def done(planned: Planned) -> None:
            if self.page is not None and turn == self._turn:
                self._planned(planned, decided=not locked)

        def failed(error: Exception) -> None:
            if self.page is not None and turn == self._turn:
                self.page.set_outdated()
                self._notifier.failed(error)

        self.page.set_busy(busy=True, words=words, locked=locked)
        self._task = self._runner.run(work, done, failed)
        self._shell.progress.follow(self._task, words)

    def _planned(self, planned: Planned, *, decided: bool) -> None:
        assert self.page is not None
        self.page.show_plan(planned)
        if decided:
            many = show_number(planned.left_out)
            left = (
                f"Còn {many} dòng cần xem." if planned.left_out else "Không còn dòng nào cần xem."
            )
            self._shell.keys.say(left)
            announce(self.page, left)

    def _decide(self, act: Callable[[], object]) -> None:
        """Keep what was decided, show it and plan again."""
        if self.page is not None and not self.page.flaws.model.locked:
            act()
            self.page.flaws.model.look_again()
            self._begin(CHECKING, self._source.again, locked=False)

    def _step(self, step: Callable[[], bool]) -> None:
        """Take back what was decided last, or decide it again."""
        if self.page is None or self.page.flaws.model.locked:
            return
        if step():
            self._decide(lambda: None)
        else:
            self._shell.keys.say(NOTHING_DECIDED)

    def _mean(self, path: tuple[str, ...], meaning: str) -> None:
        self._read(before=lambda: self._source.mean(path, meaning))

    def _read(self, before: Callable[[], object] = lambda: None) -> None:
        """Read the file again, unless it is being written; what was learned meanwhile counts."""
        if self._writing:
            return

        def work(tell: Progress) -> Planned:
            before()
            return self._source.plan(self._path, tell)

        self._begin(READING, work, locked=True)

    def _carry_out(self) -> None:
        page = self.page
        if page is None or self._writing:
            return
        self._writing = True
        page.set_busy(busy=True, words=WRITING, locked=True)
        planned = page.planned
        self._task = self._runner.run(
            lambda tell: self._source.carry_out(planned, tell),
            lambda _done: self._carried(planned),
            self._not_carried,
        )
        self._shell.progress.follow(self._task, WRITING)

    def _not_carried(self, error: Exception) -> None:
        self._writing = False
        if self.page is not None:
            self.page.set_busy(busy=False)
        self._notifier.failed(error)

    def _carried(self, planned: Planned) -> None:
        self._leave()
        words = f"Đã nhập {show_number(planned.goes_in)} {self._facts.noun}."
        if planned.left_out:
            words = f"{words} {show_number(planned.left_out)} dòng chưa nhập."
        self._notifier.undoable(words, self._shell.changes.undo)

    def _store(self) -> None:
        page = self.page
        name = f"{self._path.stem} - chưa nhập.xlsx"
        path = self._shell.means.asker.save_file("Lưu các dòng chưa nhập", name, XLSX)
        if page is None or path is None:
            return
        planned, target = page.planned, with_xlsx(path)
        self._runner.run(
            lambda _tell: self._source.write_left_out(planned, target),
            lambda rows: self._notifier.say(
                f"Đã lưu {show_number(rows)} dòng chưa nhập vào {target.name}."
            ),
            self._notifier.failed,
        )

    def _leave(self) -> None:
        """Back to the register; what still runs is stopped, and nothing of it stays."""
        if self._task is not None:
            self._task.stop()
        if self.page is not None:
            self.page = None
            self._uncover()
            self.back()
            self.deleteLater()


def with_xlsx(path: Path) -> Path:
    """A path that ends as Excel's do."""
    return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
