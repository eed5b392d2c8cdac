"""From a stick back into the machine: a drill, or the choice of a copy and its digits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.values.numbers import show_number
from ui.ask import Question
from ui.keeping.restore_page import HINTS, RestorePage
from ui.keeping.standings import Standings
from ui.keeping.words import PLACE
from ui.shell import Shell
from ui.source.backups import BackupSource, CopyFacts, Plugged
from ui.tasks import Runner

FOLDER = "Chọn thư mục có bản sao lưu"
NONE = "Ở đây chưa có bản sao lưu nào của sổ này."


class Restoring(QObject):
    """`confirmed` with the path of the copy that is to take the register's place."""

    confirmed = Signal(object)

    def __init__(
        self, shell: Shell, source: BackupSource, runner: Runner, standings: Standings
    ) -> None:
        super().__init__(shell)
        self._shell, self._source, self._runner = shell, source, runner
        self._asker, self._standings = shell.means.asker, standings
        self.page: RestorePage | None = None

    def drill(self, stick: Plugged | None) -> None:
        """Restore the newest copy into a scratch place and compare."""
        root = self._root(stick)
        if root is None:
            return

        def told(words: str) -> None:
            self._shell.notifier.say(words)
            self._standings.read()

        task = self._runner.run(
            lambda tell: self._source.drill(root, tell), told, self._standings.failed
        )
        self._shell.progress.follow(task, "Đang thử phục hồi…")

    def choose(self, stick: Plugged | None) -> None:
        """Show the copies there are, each beside what the machine holds."""
        root = self._root(stick)
        if root is not None:
            self._runner.run(
                lambda _tell: self._source.copies(root), self._show, self._standings.failed
            )

    def _root(self, stick: Plugged | None) -> Path | None:
        return stick.root if stick is not None else self._asker.choose_folder(FOLDER)

    def _show(self, copies: Sequence[CopyFacts]) -> None:
        if not copies:
            self._shell.notifier.say(NONE)
            return
        page = self.page = RestorePage(copies)
        uncover = self._shell.uncovering(page)
        page.left.connect(lambda: self._leave(uncover))
        page.wanted.connect(self._confirm)
        self._shell.keys.say("")
        self._shell.keys.show_keys(page.acts.hints(HINTS))

    def _leave(self, uncover: Callable[[], None]) -> None:
        self.page = None
        uncover()
        self._shell.places.open(PLACE)

    def _confirm(self, copy: CopyFacts) -> None:
        """Ask for the digits of what is lost."""
        lost = f"Sẽ mất {show_number(copy.lost)} bản ghi ghi sau bản này." if copy.lost else ""
        question = Question(
            "Phục hồi sẽ thay toàn bộ dữ liệu trên máy",
            f"{lost} Sổ đang dùng được giữ lại trong thư mục sổ. "
            "Phần mềm đóng sổ, phục hồi, rồi hỏi mật khẩu lại.".strip(),
            "Phục hồi",
            "Không phục hồi",
            typed=str(copy.lost) if copy.lost else "",
            typed_label=f"Gõ số bản ghi sẽ mất ({copy.lost}) để phục hồi",
        )
        if self._asker.confirm(question):
            self.confirmed.emit(copy.path)
