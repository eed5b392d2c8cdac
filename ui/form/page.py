"""The full-page form of one record: nothing is written while typing, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from models.problem import Problem
from ui.actions import ActionSet, Scope
from ui.form.body import FormBody
from ui.form.checking import Checking
from ui.form.drafting import Drafting
from ui.form.error_strip import ErrorStrip
from ui.source import Drafts, FormSource, Loaded
from ui.tasks import Runner
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.page_head import PageHead
from ui.widgets.text import label

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormPage(QWidget):
    """Enter, check, save.

    Signals: `saved` with the record's key and whether another is to be added, `left` with whether
    a draft is kept, `failed` with the error, `told` with a line for the key bar.
    """

    saved = Signal(int, bool)
    left = Signal(bool)
    failed = Signal(object)
    told = Signal(str)

    def __init__(
        self, name: str, parent_name: str, source: FormSource, runner: Runner, drafts: Drafts
    ) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source, self._runner = source, runner
        self.identity: int | None = None
        self._loaded = Loaded("", {})
        self._saving = False
        self.dirty = False
        self.head = PageHead("", parent_name, self.leave)
        self.body = FormBody(source.sections)
        self.strip = ErrorStrip()
        self.checking = Checking(self.body.boxes, self.strip)
        self.drafting = Drafting(name, drafts, self.body.boxes, self)
        self.acts = ActionSet(self, Scope.FORM, self._handlers())
        self._build()
        self.drafting.settled.connect(self._settled)
        self.drafting.forgotten.connect(self.discard)
        self.drafting.told.connect(self.told)
        self.drafting.failed.connect(self.failed)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "save": self.save,
            "save_add": lambda: self.save(then_add=True),
            "next_error": lambda: self._walk(1),
            "previous_error": lambda: self._walk(-1),
            "leave": self.leave,
        }

    def _build(self) -> None:
        self._unsaved = QWidget()
        line = QHBoxLayout(self._unsaved)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(6)
        line.addWidget(IconMark("circle", "orange_text", 7))
        line.addWidget(label("Chưa lưu", "small", "text2"))
        self._unsaved.hide()
        self.cancel_button = button("Hủy", done=self.leave)
        self.save_button = button("Lưu", "primary", "content-save-outline", self.save)
        for part in (self._unsaved, self.cancel_button, self.save_button):
            self.head.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.drafting.offer)
        column.addWidget(self.strip)
        column.addWidget(self.body, 1)
        self.strip.wanted.connect(self.body.go_to)
        for box in self.body.boxes.values():
            box.left.connect(self._left_field)
            box.edited.connect(self._edited)
            box.editor.widget.installEventFilter(self)
            self.setTabOrder(box.editor.widget, self.save_button)
        self.setTabOrder(self.save_button, self.cancel_button)

    # -- begin

    def begin(self, identity: int | None, title: str = "") -> None:
        """Show a stored record, or a new one; a draft kept of it is put back or offered."""
        self.identity = identity
        self._loaded = self._source.load(identity)
        self._saving = False
        self.head.set_title(title or f"Sửa {self._loaded.title}")
        for name, box in self.body.boxes.items():
            box.editor.put(self._loaded.values.get(name))
        self.told.emit("")
        self._set_dirty(dirty=self.drafting.begin(identity, self._loaded))
        self.checking.begin()
        if self.drafting.waiting is not None:
            self.drafting.offer.take_focus()
        else:
            self.body.go_to(next(iter(self.body.boxes)))

    def _settled(self, taken: bool) -> None:
        self._set_dirty(dirty=self.dirty or taken)
        self.body.go_to(next(iter(self.body.boxes)))

    def record_title(self) -> str:
        """What the record is called by its first field."""
        return next(iter(self.body.boxes.values())).editor.text().strip()

    def texts(self) -> dict[str, str]:
        """Everything as it is typed."""
        return {name: box.editor.text() for name, box in self.body.boxes.items()}

    # -- check

    def _rules(self, values: Mapping[str, object]) -> Sequence[Problem]:
        return self._source.check(self.identity, values)

    def _edited(self, name: str) -> None:
        self._set_dirty(dirty=True)
        self.drafting.typed(name)
        if self.checking.has_problem(name):
            self.checking.look(self._rules, self._loaded.values)

    def _left_field(self, name: str) -> None:
        if self.isVisible() and self.dirty and not self._saving:
            self.checking.visit(name)
            self.checking.look(self._rules, self._loaded.values)

    def _walk(self, step: int) -> None:
        name = self.checking.next_wrong(self.body.here(), step)
        if name:
            self.body.go_to(name)

    # -- save and leave

    def save(self, *, then_add: bool = False) -> None:
        """Check everything and store it; with errors, name them and go to the first."""
        if self._saving:
            return
        if not self.checking.look(self._rules, self._loaded.values, everywhere=True):
            self.body.go_to(self.checking.wrong()[0])
            return
        values, _unread = self.checking.values(self._loaded.values)
        identity, revision = self.identity, self._loaded.revision
        self._set_saving(saving=True)
        self._runner.run(
            lambda _progress: self._source.save(identity, values, revision),
            lambda stored: self._stored(stored, then_add=then_add),
            self._not_stored,
        )

    def _stored(self, identity: int, *, then_add: bool) -> None:
        self._set_saving(saving=False)
        self.drafting.saved()
        self._set_dirty(dirty=False)
        self.saved.emit(identity, then_add)

    def _not_stored(self, error: Exception) -> None:
        self._set_saving(saving=False)
        field = getattr(error, "field", None) or ""
        if self.checking.refuse(field, str(error)):
            self.body.go_to(field)
        else:
            self.failed.emit(error)

    def leave(self) -> None:
        """Go back to the list; what was typed is kept as a draft."""
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
        self._unsaved.setVisible(dirty)

    def _set_saving(self, *, saving: bool) -> None:
        self._saving = saving
        self.save_button.setEnabled(not saving)
        self.save_button.setText(" Đang lưu…" if saving else " Lưu")

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
                if not self.body.go_on():
                    self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
