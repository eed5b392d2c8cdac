"""Editors of a form, one class for each way of entering, registered by the kind of field.

A kind without an editor of its own is typed as text; an odd field gets a kind, not a special case.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from models.clock import today
from models.errors import UserError
from models.problem import Severity
from ui.form.new_record import NewRecordBox
from ui.form.pick_field import Lookup, PickField
from ui.reading import Reading
from ui.source import FieldFacts, Option, Words
from ui.widgets.date_field import DateField
from ui.widgets.text import restyle

NEW_PERSON = "Thêm người mới"
LONG_TEXT_LEAST, LONG_TEXT_MOST = 84, 140
MARKS = {Severity.ERROR: ("1", ""), Severity.WARNING: ("", "1")}


class Editor(QObject):
    """One field being entered; `edited` on each key of the person, never when filled by program."""

    edited = Signal()

    def __init__(self, facts: FieldFacts, reading: Reading) -> None:
        super().__init__()
        self.facts, self.reading = facts, reading

    @property
    def widget(self) -> QWidget:
        """What takes the focus."""
        raise NotImplementedError

    @property
    def below(self) -> QWidget | None:
        """What may open under it."""
        return None

    def put(self, value: object) -> None:
        """Show a stored value."""
        raise NotImplementedError

    def text(self) -> str:
        """What is entered, as text."""
        raise NotImplementedError

    def draft(self) -> str:
        """What is entered, as it is kept in a draft."""
        return self.text()

    def restore(self, draft: str) -> None:
        """Enter what a draft kept."""
        self.put_text(draft)

    def words(self, draft: str) -> str:
        """What a draft says, as it is read."""
        return draft

    def put_text(self, text: str) -> None:
        """Enter a text as a person would."""
        raise NotImplementedError

    def value(self) -> object:
        """What is entered, as it would be stored.

        Raises:
            UserError: it cannot be read.
        """
        return self.facts.parse(self.text())

    def mark(self, severity: Severity | None) -> None:
        """Show the border of an error, of a warning, or none."""
        wrong, odd = MARKS[severity] if severity is not None else ("", "")
        restyle(self.widget, e=wrong, w=odd)


class LineEditor(Editor):
    """One line of text: names, numbers, phones."""

    def __init__(self, facts: FieldFacts, reading: Reading, line: QLineEdit | None = None) -> None:
        super().__init__(facts, reading)
        self.line = line if line is not None else QLineEdit()
        self.line.setReadOnly(facts.read_only)
        self.line.textEdited.connect(self.edited)

    @property
    def widget(self) -> QWidget:
        return self.line

    def put(self, value: object) -> None:
        self.put_text(self.facts.show(value))

    def text(self) -> str:
        return self.line.text()

    def put_text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)


class DateEditor(LineEditor):
    """A date; leaving the field shows it as it will be printed."""

    def __init__(self, facts: FieldFacts, reading: Reading) -> None:
        super().__init__(facts, reading, DateField(today))
        self.line.editingFinished.connect(self._tidy)

    def _tidy(self) -> None:
        try:
            shown = self.facts.show(self.value())
        except UserError:
            return
        if shown != self.text():
            self.line.setText(shown)


class LongTextEditor(Editor):
    """Several lines; Tab leaves, Enter is a new line."""

    def __init__(self, facts: FieldFacts, reading: Reading) -> None:
        super().__init__(facts, reading)
        self._area = QPlainTextEdit()
        self._area.setTabChangesFocus(True)
        self._area.setMinimumHeight(LONG_TEXT_LEAST)
        self._area.setMaximumHeight(LONG_TEXT_MOST)
        self._filling = False
        self._area.textChanged.connect(self._typed)

    @property
    def widget(self) -> QWidget:
        return self._area

    def _typed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def put(self, value: object) -> None:
        self.put_text(self.facts.show(value))

    def text(self) -> str:
        return self._area.toPlainText()

    def put_text(self, text: str) -> None:
        self._filling = True
        self._area.setPlainText(text)
        self._filling = False


class CheckEditor(Editor):
    """Yes or no; the label stands beside the box."""

    def __init__(self, facts: FieldFacts, reading: Reading) -> None:
        super().__init__(facts, reading)
        self._box = QCheckBox(facts.label)
        self._box.clicked.connect(self.edited)

    @property
    def widget(self) -> QWidget:
        return self._box

    def put(self, value: object) -> None:
        self._box.setChecked(bool(value))

    def text(self) -> str:
        return "1" if self._box.isChecked() else ""

    def put_text(self, text: str) -> None:
        self._box.setChecked(text == "1")

    def words(self, draft: str) -> str:
        return "Có" if draft == "1" else "Không"

    def value(self) -> object:
        return self._box.isChecked()


class PickEditor(Editor):
    """A choice, a catalogue word or a linked record."""

    def __init__(self, facts: FieldFacts, reading: Reading) -> None:
        super().__init__(facts, reading)
        icon = "account-search-outline" if facts.kind == "person" else "chevron-down"
        lookup = Lookup(facts.find, reading) if facts.find is not None else None
        self.field = PickField(facts.options, lookup, icon)
        self.field.textEdited.connect(self.edited)
        self.field.picked.connect(lambda _option: self.edited.emit())

    @property
    def widget(self) -> QWidget:
        return self.field

    def put(self, value: object) -> None:
        if isinstance(value, Option):
            self.field.put(value)
            return
        if isinstance(value, Words):
            self.put_text(value.text)
            return
        shown = self.facts.show(value)
        self.field.put(Option(value, shown) if shown else None)

    def text(self) -> str:
        return self.field.text()

    def put_text(self, text: str) -> None:
        self.field.put(None)
        self.field.setText(text)

    def draft(self) -> str:
        """The record chosen as well as its words: two may be called the same."""
        option = self.field.chosen()
        value = option.value if option is not None else None
        return json.dumps([self.text(), value if isinstance(value, int | str) else None])

    def words(self, draft: str) -> str:
        return str(json.loads(draft)[0])

    def restore(self, draft: str) -> None:
        text, value = json.loads(draft)
        if value is None:
            self.put_text(text)
        else:
            self.field.put(Option(value, text))

    def value(self) -> object:
        option = self.field.chosen()
        if option is None:
            return self.facts.parse(self.text())
        return option if self.facts.find is not None else option.value


class PersonEditor(PickEditor):
    """A person who is there, or a new one told of in a small box under the field."""

    def __init__(self, facts: FieldFacts, reading: Reading) -> None:
        super().__init__(facts, reading)
        self._box = NewRecordBox([editor_for(one, reading) for one in facts.fresh])
        self._box.hide()
        self._box.edited.connect(self.edited)
        self._box.dropped.connect(self._drop)
        if facts.fresh:
            self.field.offer_new(NEW_PERSON)
        self.field.asked.connect(self._begin)
        self.field.textEdited.connect(lambda _text: self._box.hide())

    @property
    def below(self) -> QWidget | None:
        return self._box

    def _begin(self, words: str) -> None:
        self.field.put(Option(None, words))
        self._box.begin(words)
        self.edited.emit()

    def _drop(self) -> None:
        self._box.hide()
        self.field.setFocus()
        self.edited.emit()

    def put(self, value: object) -> None:
        self._box.hide()
        super().put(value)

    def draft(self) -> str:
        """Also what is told of a new person."""
        told = None if self._box.isHidden() else self._box.draft()
        return json.dumps([*json.loads(super().draft()), told])

    def restore(self, draft: str) -> None:
        text, value, told = json.loads(draft)
        super().restore(json.dumps([text, value]))
        self._box.setHidden(told is None)
        if told is not None:
            self._box.restore(told)

    def value(self) -> object:
        return super().value() if self._box.isHidden() else self._box.value()


EDITORS: dict[str, Callable[[FieldFacts, Reading], Editor]] = {
    "long text": LongTextEditor,
    "date as precise as known": DateEditor,
    "day": DateEditor,
    "yes or no": CheckEditor,
    "choice": PickEditor,
    "catalogue": PickEditor,
    "link": PickEditor,
    "person": PersonEditor,
}


def editor_for(facts: FieldFacts, reading: Reading) -> Editor:
    """The editor of a field's kind; records are looked for through ``reading``."""
    return EDITORS.get(facts.kind, LineEditor)(facts, reading)
