"""What was typed and not saved is told of when the window opens, and led back to at any time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.form.draft_offer import told
from ui.pages.drafts_sheet import HINTS, DraftsSheet
from ui.places import SETTINGS
from ui.shell import Shell, read_sheet
from ui.source import LeftUnsaved

Left = Sequence[LeftUnsaved]


class Resuming(QObject):
    """After a crash nobody remembers which form was open: the window does."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.acts.add("drafts", lambda: self._read(self._show))

    def remind(self) -> None:
        """Say what was left unsaved, when and where, if anything was."""
        self._read(self._remind)

    def _read(self, told_of: Callable[[Left], object]) -> None:
        shell = self._shell
        shell.means.runner.read(lambda _tell: shell.desk.unsaved(), told_of, shell.notifier.failed)

    def _remind(self, left: Left) -> None:
        if not left:
            return
        last = left[0]
        what = f"{told(last.at)}: {last.title} ({last.place})."
        if len(left) == 1:
            act = partial(self._open, last)
            self._shell.notifier.remind(f"Bản nháp chưa lưu {what}", "Mở bản nháp", act)
        else:
            words = f"Còn {len(left)} bản nháp chưa lưu, mới nhất {what}"
            self._shell.notifier.remind(words, "Xem bản nháp", partial(self._show, left))

    def _show(self, left: Left) -> None:
        sheet = DraftsSheet(left, self._shell.means.today)
        sheet.opened.connect(partial(self._leave_for, sheet))
        read_sheet(self._shell, sheet, HINTS)

    def _leave_for(self, sheet: DraftsSheet, draft: LeftUnsaved) -> None:
        sheet.left.emit()
        self._open(draft)

    def _open(self, draft: LeftUnsaved) -> None:
        shell = self._shell
        if draft.design:
            shell.acted.emit("", f"design:{draft.design}", 0)
        elif draft.form in shell.bundles:
            shell.open_register(draft.form)
            shell.open_form(draft.form, draft.record)
        else:
            shell.places.open(SETTINGS)
