"""One visit to the editor: a draft put back, the work saved or kept, a newer version told of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models.clock import now
from models.errors import UserError
from models.store.change import Conflict
from models.unsaved import Unsaved
from printing.certificate.reading import from_json
from printing.certificate.telling import differences
from printing.certificate.template import to_json
from ui.form.draft_offer import told
from ui.sentences import UNSAVED
from ui.shell import Shell
from ui.source.keeping import DESIGN
from ui.source.templates import Opened, TemplateSource
from ui.templates.drawing import Drawing
from ui.templates.editor import HINTS, Editor
from ui.templates.sending import Sending

if TYPE_CHECKING:
    from printing.certificate.template import Design, Template

REST_MS = 2000


class Editing(QObject):
    """Opens the editor over the page that is shown.

    Signals: `left` when it was closed.
    """

    left = Signal()

    def __init__(self, shell: Shell, source: TemplateSource, opened: Opened) -> None:
        super().__init__(shell)
        self._shell, self._source = shell, source
        self._runner, self._drafts = shell.means.runner, shell.desk.drafts
        self.name = opened.template.name
        self.drawing = Drawing(source, self._runner)
        self.drawing.failed.connect(shell.notifier.failed)
        self.editor = Editor(opened, self.drawing)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.keep)
        self._sending: Sending | None = None
        self._left = False
        self._listen()
        self._bar_was_there = shell.bar.isVisible()
        shell.bar.hide()
        self._uncover: Callable[[], object] = shell.uncovering(self.editor)
        shell.keys.say("")
        shell.keys.show_keys(self.editor.acts.hints(HINTS))
        self._put_draft_back()
        self.editor.take_focus()

    def _listen(self) -> None:
        self.editor.touched.connect(self._touched)
        self.editor.saved.connect(lambda over: self.save(over=over))
        self.editor.restored.connect(self._restore)
        self.editor.ornamented.connect(self._ornament)
        self.editor.left.connect(self.leave)
        self._shell.form_room.keepers.append(self.end)

    # -- drafts

    @property
    def _form(self) -> str:
        return f"{DESIGN}{self.name}"

    def _put_draft_back(self) -> None:
        kept = self._drafts.kept(self._form, None)
        if kept is None:
            return
        try:
            template = from_json(kept.texts["body"])
        except UserError:
            self._drafts.drop(self._form, None)
            return
        editor = self.editor
        words = f"Đã đưa lại bản nháp {told(kept.at)}, chưa lưu."
        if kept.revision != editor.revision:
            words += " Sau đó mẫu này đã được lưu lại."
            editor.revision = kept.revision or 0
        saved = editor.work.template
        editor.put(template)
        editor.strips.put_up("clock-outline", words, [("Bỏ bản nháp", lambda: self._drop(saved))])

    def _drop(self, saved: Template) -> None:
        """Throw the draft away; it can be had back by undoing."""
        self.editor.put(saved)
        self._drafts.drop(self._form, None)
        self.editor.take_focus()

    def _touched(self) -> None:
        if self.editor.work.dirty:
            self.rest.start()

    def keep(self) -> None:
        """Keep what is not saved."""
        self.rest.stop()
        work = self.editor.work
        if not work.dirty:
            return
        moment = now()
        texts = {"body": to_json(work.template)}
        self._drafts.keep(
            Unsaved(self._form, None, texts, self.editor.revision, moment),
            lambda: self._shell.keys.say(f"Đang sửa · bản nháp tự giữ lúc {moment:%H:%M}"),
            self._shell.notifier.failed,
        )

    def end(self) -> None:
        """The program ends: what is not saved is kept, what is on its way is waited for."""
        sending, template = self._sending, self.editor.work.template
        if sending is not None and sending.ended_well() and sending.template == template:
            self._drafts.drop(self._form, None)
        elif not self._left:
            self.keep()

    # -- acts

    def save(self, *, over: bool = False) -> None:
        """Keep the design as the office's own; `over` whatever was saved meanwhile."""
        if self._sending is not None:
            return
        revision = None if over else self.editor.revision
        self._sending = Sending(self._source, self.editor.work.template, revision)
        self._runner.run(self._sending.carry_out, self._saved, self._not_saved)

    def _saved(self, opened: Opened) -> None:
        sending, self._sending = self._sending, None
        kept = opened.template
        self._shell.notifier.say(f"Đã lưu mẫu giấy {kept.name}, bản {kept.version}.")
        if self._left:
            mine = self.editor.work.template
            self._saved_after(opened, all_of_it=sending is not None and sending.template == mine)
            return
        self.rest.stop()
        self.editor.strips.take_down()
        self.editor.show_saved(opened)
        if self.editor.work.dirty:
            self.rest.start()
        else:
            self._drafts.drop(self._form, None)

    def _saved_after(self, opened: Opened, *, all_of_it: bool) -> None:
        """The editor was closed meanwhile: only what was done after the save is a draft still."""
        if all_of_it:
            self._drafts.drop(self._form, None)
        else:
            self.editor.revision = opened.revision
            self.keep()
            self._offer()
        self._over()

    def _not_saved(self, error: Exception) -> None:
        self._sending = None
        if not isinstance(error, Conflict):
            self._shell.notifier.failed(error)
        elif not self._left:
            words = error.message
            self._runner.run(
                lambda _tell: self._source.open(self.name),
                lambda theirs: self._ask_which(words, theirs),
                self._failed,
            )
        else:
            self._offer()
        if self._left:
            self._over()

    def _ask_which(self, words: str, theirs: Opened) -> None:
        """Show in what one's own design and the one saved meanwhile differ; nothing is lost yet."""
        if self._left:
            return
        acts: list[tuple[str, Callable[[], object]]] = [
            ("Lưu bản đang sửa", lambda: self.save(over=True)),
            ("Lấy bản đã lưu", lambda: self._take_theirs(theirs)),
        ]
        lines = differences(self.editor.work.template, theirs.template)
        strip = self.editor.strips.put_up("alert-outline", words, acts, lines)
        strip.buttons[1].setFocus()

    def _take_theirs(self, opened: Opened) -> None:
        """Go on from what was saved meanwhile; one's own is one undo away."""
        editor = self.editor
        editor.work.put(opened.template)
        editor.work.saved, editor.revision = opened.template, opened.revision
        editor.tell()
        editor.take_focus()

    def _restore(self) -> None:
        template = self.editor.work.template

        def take(found: Template | None) -> None:
            if found is None:
                self._shell.notifier.say("Mẫu này không chép từ mẫu nào của phần mềm.")
            elif not self._left:
                self.editor.put(found)

        self._runner.run(lambda _tell: self._source.original(template), take, self._failed)

    def _ornament(self, ornament: Design) -> None:
        template = self.editor.work.template
        self._runner.run(
            lambda _tell: self._source.with_ornament(template, ornament),
            self.editor.put,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._shell.notifier.failed(error)

    def leave(self) -> None:
        """Close the editor; what is not saved is kept, and offered again."""
        dirty = self.editor.work.dirty
        self.keep()
        self._left = True
        self.drawing.close()
        self._shell.bar.setVisible(self._bar_was_there)
        self._uncover()
        self.left.emit()
        if self._sending is None:
            if dirty:
                self._offer()
            self._over()

    def _over(self) -> None:
        self._shell.form_room.keepers.remove(self.end)
        self.deleteLater()

    def _offer(self) -> None:
        again = partial(self._shell.acted.emit, "", f"design:{self.name}", 0)
        self._shell.notifier.offer(UNSAVED, "Sửa tiếp", again, pending=True)
