"""What is known of the element in hand, or of the whole page, in fields at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from printing.certificate.telling import COLOUR_NAMES, ORNAMENT_WORDS, name_of
from printing.certificate.template import (
    Element,
    Template,
    resized,
)
from ui.source.templates import PAPERS
from ui.templates import geometry
from ui.templates.entries import (
    ChoiceEntry,
    ColourEntry,
    Entry,
    FlagEntry,
    Told,
    WordsEntry,
)
from ui.templates.specs import SPECS, Spec
from ui.templates.work import Work
from ui.widgets.scroll import UprightArea
from ui.widgets.text import ElidedLabel, label, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE: Final = "Trang giấy"
NO_ROOM: Final = QSizePolicy.Policy.Ignored
HINT: Final = "Bấm vào một phần trên giấy, hoặc Tab, để sửa phần đó."


class ElementForm(QWidget):
    """The fields of one kind of element."""

    def __init__(self, specs: Sequence[Spec], told: Callable[[str, Any], object]) -> None:
        super().__init__()
        self.entries: dict[str, Entry] = {}
        self.title = ElidedLabel("", "strong")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.title, 0, 0, 1, 2)
        row, across = 1, 0
        for spec in specs:
            entry = spec.make(spec.words, partial(told, spec.name))
            self.entries[spec.name] = entry
            row, across = _place(grid, spec, entry, row, across)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(row + 2, 1)

    def show_element(self, element: Element, template: Template) -> None:
        """Show the values of an element."""
        self.title.set_text(name_of(element))
        for name, entry in self.entries.items():
            entry.show(getattr(element, name), template.colours)


def _place(grid: QGridLayout, spec: Spec, entry: Entry, row: int, across: int) -> tuple[int, int]:
    """Put a field into the grid; answer where the next one goes."""
    span = 2 if spec.wide else 1
    if across and spec.wide:
        row, across = row + 2, 0
    if isinstance(entry, FlagEntry):
        grid.addWidget(entry.widget, row, 0, 1, 2)
        return row + 1, 0
    name = label(spec.words, "small", "text2")
    name.setBuddy(entry.field if isinstance(entry, WordsEntry) else entry.widget)
    grid.addWidget(name, row, across, 1, span)
    grid.addWidget(entry.widget, row + 1, across, 1, span)
    return (row + 2, 0) if spec.wide or across else (row, 1)


class PageForm(QWidget):
    """The paper, the ornament and the colours of a design.

    Signals: `put` another design, `ornamented` another ornament.
    """

    put = Signal(object)
    ornamented = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._template: Template | None = None
        papers = [(size, word) for size, word in PAPERS.items()]
        self.paper = ChoiceEntry("Khổ giấy", papers, self._resize)
        self.ornament = ChoiceEntry("Hoa văn", ORNAMENT_WORDS, self.ornamented.emit)
        self.colours: dict[str, ColourEntry] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(label(PAGE, "strong"))
        self.column.addWidget(label(HINT, "caption", "text2", wrap=True))
        for words, entry in (("Khổ giấy", self.paper), ("Hoa văn", self.ornament)):
            self._add(words, entry)
        self.column.addSpacing(4)
        self.column.addWidget(rule())
        self.column.addWidget(label("Màu của mẫu", "strong"))
        self.column.addStretch(1)

    def _add(self, words: str, entry: Entry) -> None:
        name = label(words, "small", "text2")
        name.setBuddy(entry.widget)
        self.column.addWidget(name)
        self.column.addWidget(entry.widget)

    def show_template(self, template: Template) -> None:
        """Show what is set for the whole page."""
        self._template = template
        self.paper.show((round(template.width), round(template.height)), {})
        self.ornament.show(template.design, {})
        for name, colour in template.colours.items():
            if name not in self.colours:
                words = COLOUR_NAMES.get(name, name)
                self.colours[name] = ColourEntry(words, self._recolour(name), named=False)
                at = self.column.count() - 1
                self.column.insertWidget(at, label(words, "small", "text2"))
                self.column.insertWidget(at + 1, self.colours[name].widget)
            self.colours[name].show(colour, {})

    def _recolour(self, name: str) -> Told:
        def told(colour: str) -> None:
            if self._template is not None:
                colours = self._template.colours | {name: colour}
                self.put.emit(replace(self._template, colours=colours))

        return told

    def _resize(self, size: tuple[int, int]) -> None:
        if self._template is not None:
            self.put.emit(resized(self._template, *size))


class Properties(UprightArea):
    """Shows what is in hand; says what it is to be instead.

    Signals: `changed` when the work has another state, `ornamented` another ornament is wanted.
    """

    changed = Signal()
    ornamented = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.page = PageForm()
        self.page.put.connect(self._put)
        self.page.ornamented.connect(self.ornamented)
        self.forms: dict[type[Element], ElementForm] = {}
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(self.stack)
        self.setWidget(body)

    def tell(self) -> None:
        """Show the state of the work."""
        element = self._work.element
        if element is None:
            self.page.show_template(self._work.template)
            self._show(self.page)
            return
        form = self.forms.get(type(element))
        if form is None:
            form = self.forms[type(element)] = ElementForm(SPECS[type(element)], self._set)
            self.stack.addWidget(form)
        form.show_element(element, self._work.template)
        self._show(form)

    def _show(self, form: QWidget) -> None:
        """Show a form; the others take no room."""
        if self.stack.currentWidget() is not form:
            for other in (self.page, *self.forms.values()):
                other.setSizePolicy(NO_ROOM, NO_ROOM)
            form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self.stack.setCurrentWidget(form)
            self.verticalScrollBar().setValue(0)

    def form(self) -> ElementForm | None:
        """The form of the element in hand."""
        element = self._work.element
        return self.forms.get(type(element)) if element is not None else None

    def begin_words(self) -> None:
        """Put the cursor where the words of the element in hand are, or into its first field."""
        form = self.form()
        if form is None:
            return
        entry = next(iter(form.entries.values()))
        if isinstance(entry, WordsEntry):
            entry.field.setFocus()
            entry.field.selectAll()
        else:
            entry.widget.setFocus()

    def _set(self, name: str, value: Any) -> None:  # noqa: ANN401
        element = self._work.element
        if element is not None:
            strand = f"{self._work.chosen}/{name}"
            self._work.set(strand, **geometry.agreeing(element, name, value))
            self.changed.emit()

    def _put(self, template: Template) -> None:
        self._work.put(template)
        self.changed.emit()
