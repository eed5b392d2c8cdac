"""The right side of the print page: printer, copies, sides, pages, offset, and the act itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.paper.offset_box import OffsetBox
from ui.paper.page_choice import PageChoice
from ui.paper.printers import PrinterFacts
from ui.widgets.avatar import IconMark
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, restyle, rule, surface

MOST_COPIES = 99
ONE_SIDE, BOTH_SIDES = 0, 1
NO_PRINTER = "Máy này chưa có máy in. Cắm máy in rồi bấm F5. Vẫn lưu được thành tệp."
BY_HAND = "Máy này không tự lật giấy: in trang lẻ trước, lật chồng giấy rồi in trang chẵn."


class PrinterPanel(QWidget):
    """Says what is chosen; knows no pages and no printer.

    Signals: `printer_chosen` a name, `changed` copies, sides or pages, `wanted` names an act:
    send, store, word, over.
    """

    printer_chosen = Signal(str)
    changed = Signal()
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.printer = QComboBox()
        self.state_mark = QHBoxLayout()
        self.state = label("", "caption", "text2", wrap=True)
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.lineEdit().setTextMargins(8, 0, 0, 0)
        for part in (self.copies, self.printer):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.sides = QComboBox()
        self.sides.addItems(["Một mặt", "Hai mặt"])
        self.sides_note = label(BY_HAND, "caption", "text2", wrap=True)
        self.sides_note.hide()
        self.pages = PageChoice()
        self.offset = OffsetBox()
        self.warnings = QVBoxLayout()
        self.turn_words = QVBoxLayout()
        self.send_button = button("In", "primary", "printer-outline", lambda: self._want("send"))
        self.store_button = button("Lưu thành PDF", "", "file-pdf-box", lambda: self._want("store"))
        self.word_button = button("Lưu Word", "", "file-word-outline", lambda: self._want("word"))
        self._build()
        self.printer.activated.connect(lambda _at: self._choose_printer())
        self.copies.valueChanged.connect(lambda _many: self.changed.emit())
        self.sides.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.pages.changed.connect(self.changed)

    def _build(self) -> None:
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        name = label("Máy in", "small", "text2")
        name.setBuddy(self.printer)
        column.addWidget(name)
        column.addWidget(self.printer)
        state = QHBoxLayout()
        column.addLayout(state)
        state.setSpacing(6)
        state.addLayout(self.state_mark)
        state.addWidget(self.state, 1)
        column.addSpacing(4)
        self._add_numbers(column)
        column.addWidget(self.sides_note)
        column.addSpacing(4)
        column.addWidget(label("Trang in", "small", "text2"))
        column.addWidget(self.pages)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addWidget(self.offset)
        column.addStretch(1)
        area = UprightArea()
        area.setWidget(body)
        self.offset.grown.connect(
            lambda: QTimer.singleShot(
                0, area, lambda: area.ensureWidgetVisible(self.offset.measures)
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._foot())

    def _add_numbers(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, (words, part) in enumerate((("Số bản", self.copies), ("Mặt giấy", self.sides))):
            name = label(words, "small", "text2")
            name.setBuddy(part)
            part.setAccessibleName(words)
            if isinstance(part, QSpinBox):
                part.lineEdit().setAccessibleName(words)
            grid.addWidget(name, 0, at)
            grid.addWidget(part, 1, at)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def _foot(self) -> QWidget:
        foot = surface("foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 11, 16, 14)
        column.setSpacing(8)
        column.addLayout(self.warnings)
        column.addLayout(self.turn_words)
        restyle(self.send_button, h="big")
        column.addWidget(self.send_button)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self.store_button, 1)
        row.addWidget(self.word_button, 1)
        return foot

    # -- what is shown

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        """Show the printers there are."""
        self.printer.blockSignals(True)
        self.printer.clear()
        self.printer.addItems(list(names) or ["Chưa có máy in"])
        self.printer.setCurrentIndex(max(self.printer.findText(chosen), 0))
        self.printer.setEnabled(bool(names))
        self.printer.blockSignals(False)

    def show_facts(self, facts: PrinterFacts | None) -> None:
        """Show what the printer says of itself; nothing where there is none."""
        self.state.setText(facts.words if facts else NO_PRINTER)
        _clear(self.state_mark)
        good = facts is not None and facts.ready
        icon, token = ("check-circle", "green_fill") if good else ("alert-circle", "orange_fill")
        self.state_mark.addWidget(IconMark(icon, token, 14))
        for part in (self.copies, self.sides, self.offset):
            part.setEnabled(facts is not None)
        by_hand = facts is not None and not facts.turns
        self.sides_note.setVisible(by_hand and self.both_sides())

    def show_work(self, words: str, *, ready: bool, word: bool, any_pages: bool) -> None:
        """Say what the primary button would do, and which others work."""
        self.send_button.setText(f" {words}")
        self.send_button.setAccessibleName(words)
        self.send_button.setEnabled(ready)
        self.store_button.setEnabled(any_pages)
        self.word_button.setVisible(word)
        self.word_button.setEnabled(any_pages)
        self.store_button.setText(" Lưu PDF" if word else " Lưu thành PDF")

    def show_turning(self, words: str) -> None:
        """Ask to turn the pile before the backs are printed, or ask no more."""
        _clear(self.turn_words)
        if words:
            over = ("blue", "information-outline")
            self.turn_words.addWidget(banner(over, words, "", "Bỏ", lambda: self._want("over")))

    def show_warning(self, words: str) -> None:
        """Warn of something that does not keep from printing."""
        _clear(self.warnings)
        if words:
            self.warnings.addWidget(banner(("orange", "alert-outline"), words))

    def both_sides(self) -> bool:
        """Whether sheets are printed on both sides."""
        return self.sides.currentIndex() == BOTH_SIDES

    def _want(self, act: str) -> None:
        self.wanted.emit(act)

    def _choose_printer(self) -> None:
        self.printer_chosen.emit(self.printer.currentText())


def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
