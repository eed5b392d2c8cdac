"""Which pages are printed: all, the one shown, or those written down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui.paper.ranges import read_pages
from ui.widgets.text import label, restyle

EXAMPLE = "1-3, 7"


class PageChoice(QWidget):
    """Three radio buttons; typing pages chooses the last one.

    Signals: `changed` when other pages are meant.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._total = self._current = 0
        self.all = QRadioButton("Tất cả")
        self.one = QRadioButton("Chỉ trang đang xem")
        self.some = QRadioButton("Trang")
        self.text = QLineEdit()
        self.text.setPlaceholderText(EXAMPLE)
        self.text.setAccessibleName(f"Trang cần in, ví dụ {EXAMPLE}")
        self.error = label("", "caption", "red", wrap=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.all)
        column.addWidget(self.one)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self.some)
        row.addWidget(self.text, 1)
        column.addWidget(self.error)
        group = QButtonGroup(self)
        for part in (self.all, self.one, self.some):
            group.addButton(part)
        self.all.setChecked(True)
        group.buttonToggled.connect(lambda _button, on: self._tell() if on else None)
        self.text.textEdited.connect(self._typed)
        self.text.editingFinished.connect(self._tell)

    def show_book(self, total: int, current: int) -> None:
        """Say how many pages there are, and which one is shown, from 0."""
        self._total, self._current = total, current
        self.all.setText(f"Tất cả {total} trang" if total else "Tất cả")
        self.setEnabled(total > 0)

    def show_current(self, current: int) -> None:
        """Another page is shown."""
        self._current = current

    def pages(self) -> tuple[int, ...]:
        """The pages meant, from 0.

        Raises:
            UserError: what was typed is not pages of this book.
        """
        if self.one.isChecked():
            return (self._current,)
        if self.some.isChecked():
            return read_pages(self.text.text(), self._total)
        return tuple(range(self._total))

    def show_error(self, error: UserError | None) -> None:
        """Say what is wrong with the pages typed, or that nothing is."""
        words = error.message if error else ""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.text.setAccessibleDescription(words)
        restyle(self.text, e="1" if words else "")

    def _typed(self) -> None:
        self.some.setChecked(True)
        self._tell(typing=True)

    def _tell(self, *, typing: bool = False) -> None:
        """Count again; while typing nothing is wrong yet."""
        try:
            self.pages()
        except UserError as error:
            half = typing or not self.text.text().strip()
            self.show_error(None if half else error)
        else:
            self.show_error(None)
        self.changed.emit()
