"""The fields in which the values of an element stand: numbers, choices, colours, words, ticks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from printing.certificate.telling import COLOUR_NAMES
from printing.certificate.values import SAMPLE
from ui.theme.theme import theme
from ui.widgets.buttons import menu_button
from ui.widgets.numbers import NumberField
from ui.widgets.text import restyle

Told = Callable[[Any], object]
"""Hears of a value that a person gave."""
Colours = Mapping[str, str]
HEX: Final = re.compile(r"#?([0-9A-Fa-f]{6})")
MARK: Final = re.compile(r"\{([^{}]*)\}")
LABELS: Final = {name: label for name, (label, _sample) in SAMPLE.items()}
NAMES: Final = {label: name for name, label in LABELS.items()}
SWATCH: Final = QSize(14, 14)
WORD_LINES: Final = 3
HOW: Final = "Viết dấu # rồi sáu chữ số 0–9, A–F, hoặc chọn trong danh sách."


class Entry(Protocol):
    """One field."""

    @property
    def widget(self) -> QWidget:
        """What stands on the screen."""

    def show(self, value: Any, colours: Colours) -> None:  # noqa: ANN401 - of its own kind
        """Show a value without telling of it; the colours are those of the design."""


class NumberEntry:
    """A number with its unit."""

    def __init__(self, field: NumberField, told: Told, *, whole: bool = False) -> None:
        self.widget = field
        self._whole = whole
        field.valueChanged.connect(lambda value: told(int(value) if whole else round(value, 2)))

    def show(self, value: Any, _colours: Colours) -> None:  # noqa: ANN401
        """Show a number."""
        self.widget.blockSignals(True)
        self.widget.setValue(float(value))
        self.widget.blockSignals(False)


class ChoiceEntry:
    """One of a few words."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], told: Told) -> None:
        self.widget = _combo(name)
        for value, word in choices:
            self.widget.addItem(word, value)
        self.widget.activated.connect(lambda at: told(self.widget.itemData(at)))

    def show(self, value: Any, _colours: Colours) -> None:  # noqa: ANN401
        """Show a choice; one that is none of them is shown as none."""
        values = [self.widget.itemData(at) for at in range(self.widget.count())]
        self.widget.setCurrentIndex(values.index(value) if value in values else -1)


class FlagEntry:
    """Yes or no; a turned one shows the contrary."""

    def __init__(self, name: str, told: Told, *, turned: bool = False) -> None:
        self.widget = QCheckBox(name)
        self._turned = turned
        self.widget.clicked.connect(lambda on: told(on is not turned))

    def show(self, value: Any, _colours: Colours) -> None:  # noqa: ANN401
        """Show yes or no."""
        self.widget.setChecked(bool(value) is not self._turned)


class ColourEntry:
    """A colour of the design by its name, or one of its own by its digits."""

    def __init__(self, name: str, told: Told, *, named: bool = True) -> None:
        self.widget = _combo(name)
        self.widget.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.widget.setIconSize(SWATCH)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.widget.setLineEdit(self.line)
        self._told, self._named, self._value = told, named, ""
        self.widget.activated.connect(lambda at: self._give(self.widget.itemData(at)))
        self.line.editingFinished.connect(self._typed)

    def show(self, value: Any, colours: Colours) -> None:  # noqa: ANN401
        """Show a colour."""
        combo, self._value = self.widget, str(value)
        combo.blockSignals(True)
        combo.clear()
        for name, colour in colours.items() if self._named else ():
            combo.addItem(_swatch(colour), COLOUR_NAMES.get(name, name), f"[{name}]")
        if not self._value.startswith("["):
            combo.addItem(_swatch(self._value), self._value, self._value)
        combo.setCurrentIndex(combo.findData(self._value))
        combo.blockSignals(False)
        self._say(wrong=False)

    def _give(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self._told(value)

    def _typed(self) -> None:
        text = self.widget.currentText().strip()
        at, found = self.widget.findText(text), HEX.fullmatch(text)
        self._say(wrong=at < 0 and found is None)
        if at >= 0:
            self._give(self.widget.itemData(at))
        elif found is not None:
            self._give(f"#{found[1].upper()}")

    def _say(self, *, wrong: bool) -> None:
        restyle(self.widget, e="1" if wrong else "")
        self.widget.setToolTip(HOW if wrong else "")
        self.widget.setAccessibleDescription(HOW if wrong else "")


class WordsEntry:
    """Words with fields in braces, called as people call them, and a menu that puts one in."""

    def __init__(self, name: str, told: Told) -> None:
        self.widget = QWidget()
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(name)
        high = QFontMetrics(theme().font()).lineSpacing() * WORD_LINES + 22
        self.field.setFixedHeight(high)
        self.menu = QMenu(self.widget)
        for label in LABELS.values():
            self.menu.addAction(label).triggered.connect(
                partial(self.field.insertPlainText, f"{{{label}}}")
            )
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        insert = menu_button("Chèn chỗ điền", self.menu, "link")
        side = Qt.AlignmentFlag
        column.addWidget(insert, 0, side.AlignLeft | side.AlignAbsolute)
        self.field.textChanged.connect(lambda: told(to_names(self.field.toPlainText())))

    def show(self, value: Any, _colours: Colours) -> None:  # noqa: ANN401
        """Show words; those that are shown already keep the cursor where it is."""
        shown = to_labels(str(value))
        if shown != self.field.toPlainText():
            self.field.blockSignals(True)
            self.field.setPlainText(shown)
            self.field.blockSignals(False)


def to_labels(text: str) -> str:
    """Return words with their fields called as people call them."""
    return MARK.sub(lambda found: f"{{{LABELS.get(found[1], found[1])}}}", text)


def to_names(text: str) -> str:
    """Return words with their fields called as designs call them."""
    return MARK.sub(lambda found: f"{{{NAMES.get(found[1].strip(), found[1])}}}", text)


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setMinimumWidth(0)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    return combo


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(SWATCH)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(theme().colour("edge"))
    painter.drawRect(0, 0, SWATCH.width() - 1, SWATCH.height() - 1)
    painter.end()
    return QIcon(picture)
