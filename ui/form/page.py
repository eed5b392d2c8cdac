"""The full-page form of one record: nothing is written while typing, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.form.body import FormBody
from ui.form.checking import Checking, SourceRules
from ui.form.comparing import Comparing
from ui.form.drafting import Drafting
from ui.form.error_strip import ErrorStrip
from ui.form.head import FormHead
from ui.form.onward import Onward
from ui.form.saving import Saving
from ui.form.waiting import Waiting
from ui.grid.drafts import borrowed_in
from ui.reading import Reading
from ui.source import Drafts, FormSource, Loaded
from ui.tasks import Runner
from ui.type_ahead import TypeAhead

OPENING = "Đang mở…"
NOTHING: Mapping[str, object] = MappingProxyType({})


class FormPage(QWidget):
    """Enter, check, save.

    The register is read and written off the window's thread. While the record is read or stored,
    keys wait and are typed afterwards; checking and looking up hold nobody up.

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
        self,
        name: str,
        parent_name: str,
        source: FormSource,
        runner: Runner,
        drafts: Drafts,
        *,
        within: QWidget | None = None,
    ) -> None:
        super().__init__(within)
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source = source
        self.identity: int | None = None
        self.dirty = self._then_add = False
        self.head = FormHead(parent_name, self.leave, self.save)
        self.save_button = self.head.save_button
        self.ahead = TypeAhead(self)
        self.reading = Reading(self, runner, self.failed.emit, self.ahead)
        self.body = FormBody(source.sections, self.reading, self)
        self.strip = ErrorStrip()
        self.parts = {
            part: self.body.grids.get(part) or self.body.boxes[part] for part in self.body.order
        }
        self.rules = SourceRules(source)
        self.checking = Checking(self.body, self.rules, self.strip, self.reading.of(self))
        self.drafting = Drafting(name, drafts, self.parts, self)
        self.saving = Saving(source, runner, self.body, self.checking, self.reading.of(self))
        self.opening, self.storing = (Waiting(self.body, self.ahead) for _turn in range(2))
        self.saving.overtaken.connect(lambda _words, _lines: self.storing.end(keep_keys=False))
        self.comparing = Comparing(self.body, self.saving, self.drafting)
        self.acts = ActionSet(self, Scope.FORM, self._handlers())
        self._build()
        self._listen()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        def walk(step: int) -> None:
            place = self.checking.next_wrong(self.body.here(), step)
            if place:
                self.body.go_to(place)

        return {
            "save": self.save,
            "save_add": lambda: self.save(then_add=True),
            "next_error": partial(walk, 1),
            "previous_error": partial(walk, -1),
            "next_part": partial(self.body.go_part, 1),
            "previous_part": partial(self.body.go_part, -1),
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
        offer = self.drafting.offer
        answers = (offer.take_button, offer.compare_button, offer.drop_button)
        for before, after in pairwise([self.head.back_button or self.head, *answers]):
            self.setTabOrder(before, after)
        for box in self.body.boxes.values():
            self.setTabOrder(box.editor.widget, self.save_button)
        self.setTabOrder(self.save_button, self.head.cancel_button)
        self.onward = Onward(self.body, self.save_button)

    def _listen(self) -> None:
        self.strip.wanted.connect(self.body.go_to)
        for box in self.body.boxes.values():
            box.left.connect(self._left_field)
            box.edited.connect(self._edited)
        for grid in self.body.grids.values():
            grid.edited.connect(self._edited)
            grid.importing.connect(self.importing)
        self.drafting.settled.connect(self._draft_settled)
        self.drafting.forgotten.connect(self.discard)
        self.drafting.told.connect(self.told)
        self.drafting.failed.connect(self.failed)
        self.opening.slow.connect(lambda slow: self.told.emit(OPENING if slow else ""))
        self.storing.slow.connect(self.head.show_busy)
        self.saving.wrong.connect(self._show_wrong)
        self.saving.stored.connect(self._stored)
        self.saving.refused.connect(self._refused)
        self.failed.connect(self._failed)
        self.comparing.settled.connect(lambda: self.save(then_add=self._then_add))
        self.comparing.shown.connect(self.save_button.setHidden)

    # -- begin

    def begin(
        self, identity: int | None, title: str = "", given: Mapping[str, object] = NOTHING
    ) -> None:
        """Show a stored record, or a new one; a draft kept of it is put back or offered.

        The fields are empty until it is read. ``given`` is what a new record begins with, known
        from where it was asked for.
        """
        if self.drafting.rest.isActive():
            self.drafting.keep()
        self.identity = self.rules.identity = identity
        self.comparing.end()
        self.drafting.end()
        self.head.set_title(title)
        self.body.empty()
        self.checking.begin({})
        self._set_dirty(dirty=False)
        self.told.emit("")
        self.body.go_to(first_to_type(self.body, given))
        self.opening.begin()
        kept = self.drafting.kept(identity)
        borrowed = {name: borrowed_in(kept[name]) for name in self.body.grids if name in kept}
        read = partial(self._source.load, identity, borrowed)
        self.reading.ask(read, partial(self._came, title, given))

    def _came(self, title: str, given: Mapping[str, object], loaded: Loaded) -> None:
        """Show the record that was read."""
        loaded = replace(loaded, values={**loaded.values, **given})
        self.saving.begin(self.identity, loaded)
        self.head.set_title(title or f"Sửa {loaded.title}")
        self.body.fill(loaded, stored=self.identity is not None)
        self._set_dirty(dirty=self.drafting.begin(self.identity, loaded, given))
        self.checking.begin(loaded.values)
        if self.drafting.waiting is not None and self.isVisible():
            self.drafting.offer.take_focus()
        self.opening.end()

    def _draft_settled(self, taken: bool) -> None:
        self._set_dirty(dirty=self.dirty or taken)
        self.body.go_to(self.drafting.last_typed() or self.body.order[0])

    def texts(self) -> dict[str, str]:
        """Everything as it is typed."""
        return {name: box.editor.text() for name, box in self.body.boxes.items()}

    # -- check

    def _edited(self, name: str) -> None:
        self._set_dirty(dirty=True)
        self.drafting.typed(name)
        self.checking.edited(name)

    def _left_field(self, name: str) -> None:
        if self.isVisible() and self.dirty and not self.storing.on:
            self.checking.visit(name)
            self.checking.look()

    # -- save and leave

    def save(self, *, then_add: bool = False) -> None:
        """Check everything and store it; with errors, name them and go to the first."""
        if self.storing.on or self.ahead.in_turn(partial(self.save, then_add=then_add)):
            return
        if self.comparing.is_on():
            self.comparing.decide()
            return
        for grid in self.body.grids.values():
            grid.view.finish_editing()
        self._then_add = then_add
        self.storing.begin()
        self.saving.save()

    def _stored(self, identity: int) -> None:
        """What was typed meanwhile is meant for the next record, if there is to be one."""
        self.drafting.saved()
        self._set_dirty(dirty=False)
        self.storing.stop()
        if not self._then_add:
            self.ahead.drop()
        self.saved.emit(identity, self._then_add)
        if not self.opening.on:
            self.ahead.release()

    def _show_wrong(self, place: str) -> None:
        if self.isVisible():
            self.body.go_to(place)
        self.storing.end()

    def _refused(self, error: Exception) -> None:
        field = getattr(error, "field", None) or ""
        if self.isVisible() and self.checking.refuse(field, str(error)):
            self._show_wrong(field)
        else:
            self.failed.emit(error)

    def _failed(self, _error: object) -> None:
        """Go on after a failure; a form that could not be opened is left again."""
        if self.storing.on:
            self.storing.end()
        if self.opening.on:
            self.opening.end(keep_keys=False)
            self.left.emit(False)

    def leave(self) -> None:
        """Go back to the list; what was typed is kept as a draft."""
        if self.opening.on and not self.ahead.has_keys:
            self.reading.forget()
            self.opening.end(keep_keys=False)
        if self.ahead.in_turn(self.leave):
            return
        if self.comparing.is_on():
            self.comparing.end()
            return
        if self.dirty:
            self.drafting.keep()
        self.left.emit(self.dirty)

    def discard(self) -> None:
        """Forget what was typed and show the record as it is stored."""
        self.drafting.forget()
        self.begin(self.identity, self.head.title())

    def end(self) -> None:
        """The program ends: what is typed and not stored is kept as a draft."""
        if self.storing.on and self.saving.ended_well():
            self.drafting.saved()
        elif self.dirty:
            self.drafting.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keys that still wait were meant for what is no longer seen."""
        if not event.spontaneous():
            self.ahead.forget_keys()
        super().hideEvent(event)

    def _set_dirty(self, *, dirty: bool) -> None:
        self.dirty = dirty
        self.head.show_unsaved(on=dirty)


def first_to_type(body: FormBody, given: Mapping[str, object]) -> str:
    """The first field; where some are filled in already, the first that has to be still."""
    boxes = body.boxes
    if not given:
        return next(iter(boxes))
    return min(boxes, key=lambda name: (name in given, not boxes[name].facts.required))
