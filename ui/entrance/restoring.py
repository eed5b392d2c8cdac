"""Does what is wished while a register is restored from the first window, and opens it then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import Cancelled
from models.values.numbers import show_number
from ui.ask import Asker, Dialogs, Question
from ui.entrance.restore_run import RestoreRun
from ui.sentences import words_for
from ui.source.backups import Copies, Loss

if TYPE_CHECKING:
    from ui.entrance.entrance import Entrance
    from ui.tasks import Progress, Task

FOLDER = "Chọn thư mục có bản sao lưu"
STOPPED = "Đã dừng. Chưa có gì trên máy bị thay đổi."


class Restoring(QObject):
    """One restoring from its beginning to the open register."""

    def __init__(self, entrance: Entrance, asker: Asker | None = None) -> None:
        super().__init__()
        self._entrance, self._asker = entrance, asker or Dialogs()
        self.page = RestoreRun()
        self.setParent(self.page)
        self._task: Task | None = None
        page = self.page
        page.left.connect(entrance.uncover)
        page.searched.connect(lambda: self.look(None))
        page.elsewhere.connect(self._elsewhere)
        page.tried.connect(self._try)
        page.stopped.connect(self._stop)

    @property
    def _copies(self) -> Copies:
        return self._entrance.there().copies

    def look(self, root: Path | None) -> None:
        """Show the copies that are to be found."""
        self.page.show_looking()
        self._entrance.run(
            lambda: self._copies.found(root), self._show, lambda e: self.page.refuse(words_for(e))
        )

    def _show(self, copies: object) -> None:
        if isinstance(copies, Sequence):
            self.page.show_copies(copies)

    def _elsewhere(self) -> None:
        root = self._asker.choose_folder(FOLDER)
        if root is not None:
            self.look(root)

    def _try(self) -> None:
        page, keys = self.page, self.page.keys
        copy, user, by_sheet = page.chosen.path, keys.user.currentText(), keys.by_sheet
        sheet, password = keys.sheet.text(), keys.password.text()
        fresh = keys.passwords.text()

        def work() -> tuple[object, Loss | None]:
            copies = self._copies
            if by_sheet:
                entrant = copies.let_in_by_sheet(copy, user, sheet, fresh)
            else:
                entrant = copies.let_in(copy, user, password)
            return entrant, copies.lost(copy, entrant)

        def known(found: object) -> None:
            assert isinstance(found, tuple)
            entrant, lost = found
            if self._confirmed(lost):
                self._restore(copy, entrant, user, fresh if by_sheet else password)
            else:
                page.go_back_to_keys()

        self._entrance.run(work, known, lambda error: page.refuse(words_for(error)))

    def _confirmed(self, lost: Loss | None) -> bool:
        if lost is None:
            return True
        body, asked = _words(lost)
        return self._asker.confirm(
            Question(
                "Phục hồi sẽ thay toàn bộ dữ liệu trên máy",
                body,
                "Phục hồi",
                "Không phục hồi",
                typed=str(lost.number),
                typed_label=asked,
            )
        )

    def _restore(self, copy: Path, entrant: object, user: str, password: str) -> None:
        page, entrance = self.page, self._entrance
        page.begin_work()

        def work(tell: Progress) -> None:
            self._copies.restore(copy, entrant, tell)
            tell(0, 0, "Mở sổ")
            entrance.there().open(user, password)

        def opened(_done: object) -> None:
            entrance.remember(user)
            entrance.opened.emit()

        task = entrance.follow(work, opened, self._failed)
        task.progressed.connect(page.progress)
        self._task = task

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.page.refuse(STOPPED if isinstance(error, Cancelled) else words_for(error))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()


def _words(lost: Loss) -> tuple[str, str]:
    """What is said before a register is replaced, and how its number is asked for."""
    many = show_number(lost.number)
    if lost.readable:
        return (
            f"Sẽ mất {many} bản ghi không có trong bản sao lưu. "
            "Sổ đang có được giữ lại trong thư mục sổ.",
            f"Gõ số bản ghi sẽ mất ({lost.number}) để phục hồi",
        )
    return (
        f"Sổ trên máy hỏng, không đọc được nên không biết sẽ mất những gì; tệp sổ nặng {many} KB. "
        "Tệp ấy vẫn được giữ lại trong thư mục sổ.",
        f"Gõ số KB của tệp sổ ({lost.number}) để phục hồi",
    )
