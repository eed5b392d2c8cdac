"""Lets a person choose between two values of a field: after a conflict, and before a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from ui.form.body import FormBody
from ui.form.compare_panel import ComparePanel
from ui.form.drafting import Drafting
from ui.form.saving import Saving
from ui.source import Difference, Loaded

MINE_AND_THEIRS, SAVE_CHOSEN = ("Anh, chị vừa gõ", "Đang lưu trong sổ"), "Lưu theo lựa chọn"
DRAFT_AND_STORED, TAKE_CHOSEN = ("Bản nháp", "Đang lưu trong sổ"), "Đưa vào biểu mẫu"


class Comparing(QObject):
    """Shows the panel in place of the fields.

    Signals: `shown` when the panel comes and goes, `settled` once the typing stands upon the
    record as it is stored now.
    """

    shown = Signal(bool)
    settled = Signal()

    def __init__(self, fields: FormBody, saving: Saving, drafting: Drafting) -> None:
        super().__init__(fields)
        self.panel = ComparePanel()
        self.panel.hide()
        self._fields, self._saving, self._drafting = fields, saving, drafting
        self._decide: Callable[[Mapping[str, bool]], object] = self._settle
        self.panel.decided.connect(self.decide)
        self.panel.left.connect(self.end)
        saving.overtaken.connect(self._overtaken)
        drafting.compared.connect(self._draft)

    def is_on(self) -> bool:
        """Whether the panel is shown."""
        return not self.panel.isHidden()

    def _overtaken(self, words: str, lines: Sequence[Difference]) -> None:
        self._decide = self._settle
        if lines:
            self.panel.show_differences(words, MINE_AND_THEIRS, lines, SAVE_CHOSEN)
            self._show(on=True)
        else:
            self._settle({})

    def _draft(self, words: str, lines: Sequence[Difference]) -> None:
        self._decide = self._drafting.take
        self.panel.show_differences(words, DRAFT_AND_STORED, lines, TAKE_CHOSEN)
        self._show(on=True)

    def _settle(self, choice: Mapping[str, bool]) -> None:
        loaded: Loaded = self._saving.settle(choice)
        self._drafting.overtake(loaded)
        self.settled.emit()

    def decide(self) -> None:
        """Do what was chosen."""
        self._show(on=False)
        self._decide(self.panel.choice())

    def end(self) -> None:
        """Back to the fields, nothing chosen."""
        if self.is_on():
            self._show(on=False)

    def _show(self, *, on: bool) -> None:
        self.panel.setVisible(on)
        self._fields.setVisible(not on)
        waiting = self._drafting.waiting is not None
        self._drafting.offer.setVisible(not on and waiting)
        self.shown.emit(on)
        if on:
            self.panel.take_focus()
        else:
            self._fields.go_to(self._fields.order[0])
