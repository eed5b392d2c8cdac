"""The full-page form of one record: nothing is written while typing, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from models.clock import now
from models.problem import Problem, Severity
from ui.actions import ActionSet, Scope
from ui.form.body import FormBody
from ui.form.error_strip import ErrorStrip
from ui.form.field_box import FieldBox
from ui.source import Drafts, FormSource, Loaded
from ui.tasks import Runner
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.page_head import PageHead
from ui.widgets.text import label

DRAFT_MS = 2000
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
        self._name, self._source, self._runner, self._drafts = name, source, runner, drafts
        self.identity: int | None = None
        self._loaded = Loaded("", {})
        self._problems: dict[str, Problem] = {}
        self._visited: set[str] = set()
        self._saving = False
        self.dirty = False
        self.head = PageHead("", parent_name, self.leave)
        self.body = FormBody(source.sections)
        self.strip = ErrorStrip()
        self.acts = ActionSet(self, Scope.FORM, self._handlers())
        self._build()
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(DRAFT_MS)
        self._draft.timeout.connect(self.keep_draft)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "save": self.save,
            "save_add": lambda: self.save(then_add=True),
            "next_error": lambda: self.walk_errors(1),
            "previous_error": lambda: self.walk_errors(-1),
            "leave": self.leave,
        }

    def record_title(self) -> str:
        """What the record is called by its first field."""
        return next(iter(self.body.boxes.values())).editor.text().strip()

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
        column.addWidget(self.strip)
        column.addWidget(self.body, 1)
        self.strip.wanted.connect(self.go_to)
        for box in self.body.boxes.values():
            box.left.connect(self._left_field)
            box.edited.connect(self._edited)
            box.editor.widget.installEventFilter(self)

    # -- begin

    def begin(self, identity: int | None, title: str) -> None:
        """Show a stored record, or a new one; a draft kept of it is put back."""
        self.identity = identity
        self._loaded = self._source.load(identity)
        self._problems, self._visited, self._saving = {}, set(), False
        self.head.set_title(title or f"Sửa {self._loaded.title}")
        for name, box in self.body.boxes.items():
            box.editor.put(self._loaded.values.get(name))
            box.show_problem(None)
        kept = self._drafts.kept(self._name, identity)
        for name, text in kept.items():
            if name in self.body.boxes:
                self.body.boxes[name].editor.put_text(text)
        self._set_dirty(dirty=bool(kept))
        self.strip.show_fields(())
        self.told.emit("Có bản nháp chưa lưu, đã đưa lại." if kept else "")
        self.go_to(next(iter(self.body.boxes)))

    def texts(self) -> dict[str, str]:
        """Everything as it is typed."""
        return {name: box.editor.text() for name, box in self.body.boxes.items()}

    def values(self) -> tuple[dict[str, object], list[Problem]]:
        """Everything as it would be stored, and what cannot be read."""
        values: dict[str, object] = {}
        wrong: list[Problem] = []
        for name, box in self.body.boxes.items():
            value, problem = box.read()
            if problem is None:
                values[name] = value
            else:
                wrong.append(problem)
                values[name] = self._loaded.values.get(name)
        return values, wrong

    # -- check

    def _edited(self, name: str) -> None:
        self._set_dirty(dirty=True)
        self._draft.start()
        if name in self._problems:
            self._check()

    def _left_field(self, name: str) -> None:
        if self.isVisible() and self.dirty and not self._saving:
            self._visited.add(name)
            self._check()

    def _check(self) -> list[Problem]:
        """Look at everything; show what is wrong with the fields that have been visited."""
        values, unread = self.values()
        found = {problem.field: problem for problem in unread}
        for problem in self._source.check(self.identity, values):
            found.setdefault(problem.field, problem)
        self._problems = {name: problem for name, problem in found.items() if name in self._visited}
        for name, box in self.body.boxes.items():
            box.show_problem(self._problems.get(name))
        if self.strip.isVisible():
            self._show_strip()
        return [problem for problem in found.values() if problem.severity is Severity.ERROR]

    def errors(self) -> list[str]:
        """Names of fields shown as wrong, in reading order."""
        return [
            name
            for name in self.body.boxes
            if name in self._problems and self._problems[name].severity is Severity.ERROR
        ]

    def _show_strip(self) -> None:
        fields = [(name, self.body.boxes[name].facts.label) for name in self.errors()]
        self.strip.show_fields(fields)

    def walk_errors(self, step: int) -> None:
        """Go to the next or previous field that is wrong."""
        names = list(self.body.boxes)
        wrong = [names.index(name) for name in self.errors()]
        if not wrong:
            return
        here = self._here()
        after = [at for at in wrong if (at > here if step > 0 else at < here)]
        ahead = (after or wrong) if step > 0 else (after or wrong)[::-1]
        self.go_to(names[ahead[0]])

    # -- save and leave

    def save(self, *, then_add: bool = False) -> None:
        """Check everything and store it; with errors, name them and go to the first."""
        if self._saving:
            return
        self._visited = set(self.body.boxes)
        if self._check():
            self._show_strip()
            self.go_to(self.errors()[0])
            return
        self.strip.show_fields(())
        values, _wrong = self.values()
        identity, revision = self.identity, self._loaded.revision
        self._set_saving(saving=True)
        self._runner.run(
            lambda _progress: self._source.save(identity, values, revision),
            lambda stored: self._stored(stored, then_add=then_add),
            self._not_stored,
        )

    def _stored(self, identity: int, *, then_add: bool) -> None:
        self._set_saving(saving=False)
        self._draft.stop()
        self._drafts.drop(self._name, self.identity)
        self._set_dirty(dirty=False)
        self.saved.emit(identity, then_add)

    def _not_stored(self, error: Exception) -> None:
        self._set_saving(saving=False)
        field = getattr(error, "field", None)
        if field in self.body.boxes:
            self._problems[field] = Problem(field, str(error))
            self.body.boxes[field].show_problem(self._problems[field])
            self._show_strip()
            self.go_to(field)
            return
        self.failed.emit(error)

    def leave(self) -> None:
        """Go back to the list; what was typed is kept as a draft."""
        kept = self.dirty
        if kept:
            self.keep_draft()
        self._draft.stop()
        self.left.emit(kept)

    def keep_draft(self) -> None:
        """Keep what is typed now."""
        self._drafts.keep(self._name, self.identity, self.texts())
        moment: datetime = now()
        self.told.emit(f"Đang sửa · bản nháp tự giữ lúc {moment:%H:%M}")

    def discard(self) -> None:
        """Forget what was typed and show the record as it is stored."""
        self._drafts.drop(self._name, self.identity)
        self.begin(self.identity, self.head.title())

    def _set_dirty(self, *, dirty: bool) -> None:
        self.dirty = dirty
        self._unsaved.setVisible(dirty)

    def _set_saving(self, *, saving: bool) -> None:
        self._saving = saving
        self.save_button.setEnabled(not saving)
        self.save_button.setText(" Đang lưu…" if saving else " Lưu")

    # -- moving about

    def go_to(self, name: str) -> None:
        """Put the cursor into a field and the field into sight."""
        box: FieldBox = self.body.boxes[name]
        self.body.ensureWidgetVisible(box, 0, 24)
        box.editor.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _here(self) -> int:
        widgets = [box.editor.widget for box in self.body.boxes.values()]
        return next((at for at, widget in enumerate(widgets) if widget.hasFocus()), -1)

    def _go_on(self, step: int) -> None:
        names = list(self.body.boxes)
        target = self._here() + step
        if 0 <= target < len(names):
            self.go_to(names[target])
        elif step > 0:
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            opened = getattr(watched, "is_open", bool)()
            one_line = not isinstance(watched, QPlainTextEdit)
            if event.key() in ENTER and plain and one_line and not opened:
                self._go_on(1)
                return True
            if event.key() == Qt.Key.Key_Up and isinstance(watched, QCheckBox):
                self._go_on(-1)
                return True
        return super().eventFilter(watched, event)
