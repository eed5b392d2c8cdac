"""What is typed into a form and not saved: kept two seconds after the last key, offered later."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from models.clock import now
from models.unsaved import Unsaved
from ui.form.draft_offer import DraftOffer, told
from ui.form.field_box import FieldBox
from ui.source import Drafts, Loaded

REST_MS = 2000


class Drafting(QObject):
    """The drafts of one form.

    What this form kept of an unchanged record goes back into it; a draft of an earlier run, or of
    a record saved meanwhile, is offered. One nobody has decided upon outlives whatever is typed or
    saved beside it.

    Signals: `settled` when an offered draft was decided upon, with whether it was put in,
    `forgotten` when what is in the form is to be thrown away, `told` with a line for the key bar,
    `failed` with the error of the disk.
    """

    settled = Signal(bool)
    forgotten = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, form: str, drafts: Drafts, boxes: Mapping[str, FieldBox], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form, self._drafts, self._boxes = form, drafts, boxes
        self._identity: int | None = None
        self._loaded = Loaded("", {})
        self._typed: set[str] = set()
        self._own: set[int | None] = set()
        self.waiting: Unsaved | None = None
        self.offer = DraftOffer()
        self.offer.taken.connect(self.take)
        self.offer.dropped.connect(self._drop_offered)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.keep)

    def begin(self, identity: int | None, loaded: Loaded) -> bool:
        """Look for a draft of the record just shown; tell whether it was put in at once."""
        self.rest.stop()
        self._identity, self._loaded = identity, loaded
        self._typed, self.waiting = set(), None
        self.offer.hide()
        kept = self._drafts.kept(self._form, identity)
        if kept is None:
            return False
        if identity in self._own and kept.revision == loaded.revision:
            self._put_in(kept)
            return True
        self.waiting = kept
        self.offer.show_words(self._words(kept), taken=False)
        return False

    def _words(self, kept: Unsaved) -> str:
        labels = [box.facts.label for name, box in self._boxes.items() if name in kept.texts]
        words = f"Bản nháp {told(kept.at)}, đã gõ: {', '.join(labels)}."
        if kept.revision != self._loaded.revision:
            title = self._loaded.title
            words += f" Sau đó {title} đã được lưu lại: các ô khác giữ như vừa lưu."
        return words

    def _put_in(self, kept: Unsaved) -> None:
        for name, text in kept.texts.items():
            if name in self._boxes and name not in self._typed:
                self._boxes[name].editor.restore(text)
                self._typed.add(name)
        self.offer.show_words(f"Đã đưa lại bản nháp {told(kept.at)}, chưa lưu.", taken=True)

    def take(self) -> None:
        """Put the offered draft into the form, except where something was typed since."""
        kept, self.waiting = self.waiting, None
        if kept is not None:
            self._own.add(self._identity)
            self._put_in(kept)
            self.settled.emit(True)

    def _drop_offered(self) -> None:
        if self.waiting is None:
            self.forgotten.emit()
            return
        self.forget()
        if self._typed:
            self.keep()
        self.settled.emit(False)

    def forget(self) -> None:
        """Throw away what is kept of the record that is shown."""
        self.rest.stop()
        self.waiting = None
        self.offer.hide()
        self._drafts.drop(self._form, self._identity)

    def typed(self, name: str) -> None:
        """A person typed into a field."""
        self._typed.add(name)
        self.rest.start()

    def keep(self) -> None:
        """Keep what is typed now, and with it a draft that is still offered."""
        self.rest.stop()
        if not self._typed:
            return
        texts = {name: self._boxes[name].editor.draft() for name in self._typed}
        revision = self._loaded.revision
        if self.waiting is None:
            self._own.add(self._identity)
        else:
            texts = dict(self.waiting.texts) | texts
            revision = self.waiting.revision
        moment = now()
        line = f"Đang sửa · bản nháp tự giữ lúc {moment:%H:%M}"
        self._drafts.keep(
            Unsaved(self._form, self._identity, texts, revision, moment),
            lambda: self.told.emit(line) if self._typed else None,
            self.failed.emit,
        )

    def saved(self) -> None:
        """The form was stored: its draft is done with; one still offered stays as it was."""
        waiting = self.waiting
        if waiting is None:
            self.forget()
        else:
            self.rest.stop()
            self._drafts.keep(waiting, lambda: None, self.failed.emit)
        self._typed = set()
