"""The strip under the head of a form that names every field to be put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.announcing import announce
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label

MOST_LINKS = 6


class ErrorStrip(QFrame):
    """Hidden while nothing is wrong; a link goes to its field."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "errors")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(12)
        row.addWidget(IconMark("alert-circle", "red_text", 16))
        self._count = label("", "medium", "red")
        row.addWidget(self._count)
        self._links = QWidget()
        self._inside = QHBoxLayout(self._links)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(10)
        row.addWidget(self._links)
        row.addStretch(1)
        row.addWidget(label("F8 tới chỗ lỗi kế tiếp", "caption", "text2"))
        self._shown: tuple[tuple[str, str], ...] = ()
        self.hide()

    def words(self) -> str:
        """The sentence shown."""
        return self._count.text()

    def show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """Name fields as (name, label); none hides the strip."""
        appeared = bool(fields) and not self._shown
        self.setVisible(bool(fields))
        if tuple(fields) == self._shown:
            return
        self._shown = tuple(fields)
        self._count.setText(f"Còn {len(fields)} chỗ chưa đúng, chưa lưu được:")
        while (item := self._inside.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for name, words in fields[:MOST_LINKS]:
            link = button(words, "error")
            link.clicked.connect(lambda _on, field=name: self.wanted.emit(field))
            self._inside.addWidget(link)
        if appeared:
            names = ", ".join(words for _name, words in fields)
            announce(self, f"{self._count.text()} {names}.", assertive=True)
