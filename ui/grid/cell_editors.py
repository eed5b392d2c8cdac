"""What opens in a cell to be typed into; never completed inline, so input methods work there."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from models.clock import today
from ui.form.pick_field import Lookup, PickField
from ui.grid.model import GridModel, Index
from ui.source import FieldFacts, Option
from ui.widgets.date_field import DateField

DATES = ("date as precise as known", "day")


def cell_editor(model: GridModel, index: Index, parent: QWidget) -> QLineEdit:
    """The editor of a cell, with nothing in it yet."""
    facts = model.facts.columns[index.column()]
    editor = _editor(model, index, facts)
    editor.setParent(parent)
    editor.setProperty("k", "cell")
    editor.setAccessibleName(facts.label)
    return editor


def _editor(model: GridModel, index: Index, facts: FieldFacts) -> QLineEdit:
    if index.column() == 0 and model.facts.known is not None and _is_new(model, index.row()):
        return PickField((), Lookup(model.facts.known, model.reading), free=True)
    if facts.options or facts.find is not None:
        lookup = Lookup(facts.find, model.reading) if facts.find is not None else None
        return PickField(facts.options, lookup, free=facts.open_ended)
    return DateField(today) if facts.kind in DATES else QLineEdit()


def _is_new(model: GridModel, at: int) -> bool:
    """Whether a row may still borrow a record: a stored one keeps the one it has."""
    return model.invites(at) or model.rows.rows[at].key is None


def fill(editor: QLineEdit, model: GridModel, index: Index) -> None:
    """Show what is in the cell."""
    text = model.rows.text(index.row(), index.column())
    name = model.facts.columns[index.column()].name
    row = None if model.invites(index.row()) else model.rows.rows[index.row()]
    if isinstance(editor, PickField) and row is not None and name in row.picked:
        editor.put(Option(row.picked[name], text))
    else:
        editor.setText(text)


def take(editor: QLineEdit, model: GridModel, index: Index) -> None:
    """Put what was typed or taken into the cell."""
    at, column, text = index.row(), index.column(), editor.text()
    option = editor.taken() if isinstance(editor, PickField) else None
    before = model.rows.text(at, column)
    if option is not None and (column == 0 or model.facts.columns[column].find is not None):
        if option.text != before or editor.isModified():
            model.rows.take(at, column, option.text, option.value)
    elif text != before:
        model.rows.put(at, column, text)
