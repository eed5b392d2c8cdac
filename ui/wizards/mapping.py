"""The columns of a workbook and what each was taken for; another choice can be made at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.form.pick_field import PickField
from ui.source import Option
from ui.widgets.avatar import IconMark
from ui.widgets.scroll import UprightArea
from ui.widgets.text import ElidedLabel, label, rule
from ui.wizards.import_facts import Heading, Planned

WIDTH, FIELD = 352, 150
NARROW, NARROW_FIELD = 312, 136
REMEMBERED = "Cách ghép này được nhớ cho lần sau."


class Mapping(QWidget):
    """`meant` a heading's path and the key of what it now means."""

    meant = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields: dict[tuple[str, ...], PickField] = {}
        self._field_width = FIELD
        self._area = UprightArea()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(14, 9, 14, 9)
        head.addWidget(label("Ghép cột", "strong"), 1)
        head.addWidget(label("Cột trong tệp → ô trong sổ", "caption", "text2"))
        column.addWidget(rule())
        column.addWidget(self._area, 1)

    def show_plan(self, planned: Planned) -> None:
        """Show the columns of a workbook; the cursor stays in the same one."""
        here = next((path for path, field in self.fields.items() if field.hasFocus()), None)
        self.fields = {}
        inside = QWidget()
        inside.setObjectName("body")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        for heading in planned.headings:
            column.addWidget(self._row(heading, planned.choices))
            column.addWidget(rule())
        for words, icon, colour in _notes(planned):
            _add_note(column, words, icon, colour)
        column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(inside)
        if here in self.fields:
            self.fields[here].setFocus()

    def _row(self, heading: Heading, choices: Sequence[Option]) -> QWidget:
        result = QWidget()
        row = QHBoxLayout(result)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(8)
        letter = label(heading.letter, "caption", "text2")
        letter.setFixedWidth(18)
        row.addWidget(letter)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(0)
        title = " · ".join(heading.path)
        words.addWidget(ElidedLabel(heading.path[-1], "medium"))
        below = " · ".join([*heading.path[:-1], heading.sample or "—"])
        words.addWidget(ElidedLabel(below, "caption", "text2"))
        row.addWidget(label("→", "small", "text3"))
        field = PickField(choices)
        field.setFixedWidth(self._field_width)
        field.put(next((one for one in choices if one.value == heading.meaning), choices[0]))
        field.setToolTip(field.text())
        field.setAccessibleName(f"Cột {heading.letter}, {title}, là")
        field.picked.connect(partial(self._picked, heading))
        self.fields[heading.path] = field
        row.addWidget(field)
        icon, token, spoken = _state(heading)
        mark = IconMark(icon, token, 16)
        mark.setAccessibleName(spoken)
        mark.setToolTip(spoken)
        row.addWidget(mark)
        return result

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less room."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self._field_width = NARROW_FIELD if narrow else FIELD
        for field in self.fields.values():
            field.setFixedWidth(self._field_width)

    def _picked(self, heading: Heading, option: Option) -> None:
        if option.value != heading.meaning:
            self.meant.emit(heading.path, str(option.value))


def _state(heading: Heading) -> tuple[str, str, str]:
    if not heading.meaning:
        return "minus-circle-outline", "grey_fill", "Bỏ qua"
    if heading.sure:
        return "check-circle", "green_text", "Đã ghép"
    return "help-circle-outline", "orange_text", "Đoán, xem lại giúp"


def _notes(planned: Planned) -> list[tuple[str, str, str]]:
    guessed = [one for one in planned.headings if one.meaning and not one.sure]
    names = {str(one.value): one.text for one in planned.choices}
    notes = [
        (f"Đoán cột {one.letter} là {names.get(one.meaning, '')}. Xem lại giúp.",
         "help-circle-outline", "orange")
        for one in guessed
    ]  # fmt: skip
    notes += [(f"Không đọc {reason}.", "information-outline", "blue") for reason in planned.unread]
    return [*notes, (REMEMBERED, "content-save-outline", "grey")]


def _add_note(column: QVBoxLayout, words: str, icon: str, colour: str) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    row.setContentsMargins(16, 8, 14, 0)
    row.setSpacing(8)
    row.addWidget(IconMark(icon, f"{colour}_text", 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "caption", "text2" if colour == "grey" else colour, wrap=True), 1)
