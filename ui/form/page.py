"""The full-page form of one record: nothing is written while typing, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.form.body import FormBody
from ui.form.checking import Checking, SourceRules
from ui.form.comparing import Comparing
from ui.form.drafting import Drafting
from ui.form.error_strip import ErrorStrip
from ui.form.head import FormHead
from ui.form.saving import Saving
from ui.reading import Reading
from ui.source import Drafts, FormSource, Loaded
from ui.tasks import Runner
from ui.type_ahead import TypeAhead

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTHING: Mapping[str, object] = MappingProxyType({})


class FormPage(QWidget):
    """Enter, check, save.

    Signals: `saved` with the record's key and whether another is to be added, `left` with whether
    a draft is kept, `failed` with the error, `told` with a line for the key bar, `importing` with
    the register of a grid whose rows are to come from Excel.
    """

    saved = Signal(int, bool)
    left = Signal(bool)
    failed = Signal(object)
    told = Signal(str)
    importing = Signal(str)

    def __init__(
        self, name: str, parent_name: str, source: FormSource, runner: Runner, drafts: Drafts
    ) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source = source
        self.identity: int | None = None
        self.dirty = False
        self.head = FormHead(parent_name, self.leave, self.save)
        self.save_button = self.head.save_button
        self.ahead = TypeAhead(self)
        self.reading = Reading(self, runner, self.failed.emit, self.ahead)
        self.body = FormBody(source.sections, self.reading)
        self.strip = ErrorStrip()
        self.parts = {
            part: self.body.grids.get(part) or self.body.boxes[part] for part in self.body.order
        }
        boxes, grids = self.body.boxes, self.body.grids
        self.rules = SourceRules(source)
        self.checking = Checking(boxes, grids, self.body.order, self.rules, self.strip)
        self.drafting = Drafting(name, drafts, self.parts, self)
        self.saving = Saving(source, runner, self.body, self.checking)
        self.comparing = Comparing(self.body, self.saving, self.drafting)
        self._then_add = False
        self.acts = ActionSet(self, Scope.FORM, self._handlers())
        self._build()
        self.drafting.settled.connect(self._draft_settled)
        self.drafting.forgotten.connect(self.discard)
        self.drafting.told.connect(self.told)
        self.drafting.failed.connect(self.failed)
        self.saving.busy.connect(self.head.show_busy)
        self.saving.stored.connect(self._stored)
        self.saving.refused.connect(self._refused)
        self.comparing.settled.connect(self._settled_with)
        self.comparing.shown.connect(self.save_button.setHidden)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "save": self.save,
            "save_add": lambda: self.save(then_add=True),
            "next_error": lambda: self._walk(1),
            "previous_error": lambda: self._walk(-1),
            "leave": self.leave,
        }

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.drafting.offer)
        column.addWidget(self.strip)
        column.addWidget(self.body, 1)
        column.addWidget(self.comparing.panel, 1)
        self.strip.wanted.connect(self.body.go_to)
        for box in self.body.boxes.values():
            box.left.connect(self._left_field)
            box.edited.connect(self._edited)
            box.editor.widget.installEventFilter(self)
            self.setTabOrder(box.editor.widget, self.save_button)
        for grid in self.body.grids.values():
            grid.edited.connect(self._edited)
            grid.passed.connect(self._passed)
            grid.importing.connect(self.importing)
        self.setTabOrder(self.save_button, self.head.cancel_button)

    # -- begin

    def begin(
        self, identity: int | None, title: str = "", given: Mapping[str, object] = NOTHING
    ) -> None:
        """Show a stored record, or a new one; a draft kept of it is put back or offered.

        ``given`` is what a new record begins with, known from where it was asked for.
        """
        self.identity = self.rules.identity = identity
        loaded = self._source.load(identity)
        loaded = replace(loaded, values={**loaded.values, **given})
        self.saving.begin(identity, loaded)
        self.comparing.end()
        self.head.set_title(title or f"Sửa {loaded.title}")
        for name, box in self.body.boxes.items():
            box.editor.put(loaded.values.get(name))
        for name, grid in self.body.grids.items():
            grid.begin(loaded.rows.get(name, ()))
            grid.line.import_button.setEnabled(identity is not None)
        self.told.emit("")
        self._set_dirty(dirty=self.drafting.begin(identity, loaded, given))
        self.checking.begin(loaded.values)
        if self.drafting.waiting is not None:
            self.drafting.offer.take_focus()
        else:
            self.body.go_to(first_to_type(self.body, given))

    def _draft_settled(self, taken: bool) -> None:
        self._set_dirty(dirty=self.dirty or taken)
        self.body.go_to(self.body.order[0])

    def record_title(self) -> str:
        """What the record is called by its first field."""
        return next(iter(self.body.boxes.values())).editor.text().strip()

    def texts(self) -> dict[str, str]:
        """Everything as it is typed."""
        return {name: box.editor.text() for name, box in self.body.boxes.items()}

    # -- check

    def _edited(self, name: str) -> None:
        self._set_dirty(dirty=True)
        self.drafting.typed(name)
        if name in self.body.grids:
            self.checking.look_at_rows(name)
        elif self.checking.has_problem(name):
            self.checking.look()

    def _left_field(self, name: str) -> None:
        if self.isVisible() and self.dirty and not self.saving.running:
            self.checking.visit(name)
            self.checking.look()

    def _walk(self, step: int) -> None:
        if self.ahead.in_turn(partial(self._walk, step)):
            return
        name = self.checking.next_wrong(self.body.here(), step)
        if name:
            self.body.go_to(name)

    # -- save and leave

    def save(self, *, then_add: bool = False) -> None:
        """Check everything and store it; with errors, name them and go to the first."""
        if self.saving.running or self.ahead.in_turn(partial(self.save, then_add=then_add)):
            return
        if self.comparing.is_on():
            self.comparing.decide()
            return
        for grid in self.body.grids.values():
            grid.view.finish_editing()
        self._then_add = then_add
        if self.checking.look(everywhere=True):
            self.saving.save()
        else:
            self.body.go_to(self.checking.wrong()[0])

    def _stored(self, identity: int) -> None:
        self.drafting.saved()
        self._set_dirty(dirty=False)
        self.saved.emit(identity, self._then_add)

    def _refused(self, error: Exception) -> None:
        field = getattr(error, "field", None) or ""
        if self.checking.refuse(field, str(error)):
            self.body.go_to(field)
        else:
            self.failed.emit(error)

    def _settled_with(self, loaded: Loaded) -> None:
        self.checking.begin(loaded.values)
        self.save(then_add=self._then_add)

    def leave(self) -> None:
        """Go back to the list; what was typed is kept as a draft."""
        if self.ahead.in_turn(self.leave):
            return
        if self.comparing.is_on():
            self.comparing.end()
            return
        kept = self.dirty
        if kept:
            self.keep_draft()
        self.left.emit(kept)

    def keep_draft(self) -> None:
        """Keep what is typed now."""
        self.drafting.keep()

    def discard(self) -> None:
        """Forget what was typed and show the record as it is stored."""
        self.drafting.forget()
        self.begin(self.identity, self.head.title())

    def _set_dirty(self, *, dirty: bool) -> None:
        self.dirty = dirty
        self.head.show_unsaved(on=dirty)

    # -- moving about

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next field, except in long texts and open lists."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            opened = getattr(watched, "is_open", bool)()
            if (
                event.key() in ENTER
                and plain
                and not opened
                and not isinstance(watched, QPlainTextEdit)
            ):
                self._passed(onward=True)
                return True
        return super().eventFilter(watched, event)

    def _passed(self, onward: bool) -> None:
        """Go on from a field or grid, at the end to the button that saves."""
        if not self.body.go_on(1 if onward else -1):
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)


def first_to_type(body: FormBody, given: Mapping[str, object]) -> str:
    """The first field; where some are filled in already, the first that has to be still."""
    boxes = body.boxes
    if not given:
        return next(iter(boxes))
    return min(boxes, key=lambda name: (name in given, not boxes[name].facts.required))
