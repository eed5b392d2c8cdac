"""A small box under a field in which a record that is not there yet is told of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ui.source import FieldFacts, NewRecord
from ui.widgets.buttons import ENTER, button
from ui.widgets.text import label

ACROSS = 2


class SmallEditor(Protocol):
    """An editor as the box needs it."""

    facts: FieldFacts
    edited: SignalInstance

    @property
    def widget(self) -> QWidget:
        """What takes the focus."""

    def put_text(self, text: str) -> None:
        """Enter a text as a person would."""

    def draft(self) -> str:
        """What is entered, as it is kept in a draft."""

    def restore(self, draft: str) -> None:
        """Enter what a draft kept."""

    def value(self) -> object:
        """What is entered, as it would be stored."""


class NewRecordBox(QFrame):
    """A few fields, two in a row. Signals: `edited` on each key, `dropped` when it is put away."""

    edited = Signal()
    dropped = Signal()

    def __init__(self, editors: Sequence[SmallEditor]) -> None:
        super().__init__()
        self.setProperty("k", "well")
        self._editors = list(editors)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, editor in enumerate(self._editors):
            row, column = divmod(at, ACROSS)
            words = label(editor.facts.label, "small", "text2")
            words.setBuddy(editor.widget)
            editor.widget.setAccessibleName(editor.facts.label)
            grid.addWidget(words, 2 * row, column)
            grid.addWidget(editor.widget, 2 * row + 1, column)
            editor.edited.connect(self.edited)
            editor.widget.installEventFilter(self)
        drop = button("Không thêm người mới", "link", done=self.dropped.emit)
        grid.addWidget(drop, 2 * len(self._editors), 0, 1, ACROSS, Qt.AlignmentFlag.AlignLeft)

    def begin(self, words: str) -> None:
        """Open with the name typed; the cursor goes to what is to be told next."""
        for at, editor in enumerate(self._editors):
            editor.put_text(words if at == 0 else "")
        self.show()
        self._editors[1].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def value(self) -> NewRecord:
        """What is told.

        Raises:
            UserError: a field cannot be read.
        """
        return NewRecord({editor.facts.name: editor.value() for editor in self._editors})

    def draft(self) -> str:
        """What is told, as it is kept in a draft."""
        return json.dumps([editor.draft() for editor in self._editors])

    def restore(self, draft: str) -> None:
        """Tell again what a draft kept."""
        for editor, kept in zip(self._editors, json.loads(draft), strict=True):
            editor.restore(kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, as everywhere on a form."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            opened = getattr(watched, "is_open", bool)()
            if event.key() in ENTER and not event.modifiers() and not opened:
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)
