"""What is typed into a form and not saved: kept two seconds after the last key, offered later."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from models.clock import now
from models.unsaved import Unsaved
from ui.form.draft_offer import DraftOffer, told
from ui.source import Difference, Drafts, Loaded

REST_MS = 2000
WHOLE: Mapping[str, bool] = {}
"""The choice for all of a draft."""


class Keepable(Protocol):
    """A field or grid of the form, as far as drafts are concerned."""

    @property
    def title(self) -> str:
        """What it is called in a sentence."""

    def draft(self) -> str:
        """What is typed, as it is kept."""

    def restore(self, draft: str, choice: Mapping[str, bool] = WHOLE) -> None:
        """Type again what was kept, but where the choice is against it."""

    def unlike(self, draft: str) -> Sequence[Difference]:
        """How what was kept differs from what is stored."""


class Drafting(QObject):
    """The drafts of one form.

    What this form kept of an unchanged record goes back into it; a draft of an earlier run, or of
    a record saved meanwhile, is offered. One nobody has decided upon outlives whatever is typed or
    saved beside it.

    Signals: `settled` when an offered draft was decided upon, with whether it was put in,
    `compared` with a sentence and how it differs from what is stored, `forgotten` when what is in
    the form is to be thrown away, `told` with a line for the key bar, `failed` with the error of
    the disk.
    """

    settled = Signal(bool)
    compared = Signal(str, list)
    forgotten = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, form: str, drafts: Drafts, parts: Mapping[str, Keepable], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form, self._drafts, self._parts = form, drafts, parts
        self._identity: int | None = None
        self._loaded = Loaded("", {})
        self._typed: set[str] = set()
        self._given: frozenset[str] = frozenset()
        self._own: set[int | None] = set()
        self.waiting: Unsaved | None = None
        self.offer = DraftOffer()
        self.offer.taken.connect(self.take)
        self.offer.dropped.connect(self._drop_offered)
        self.offer.compared.connect(self.compare)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.keep)

    def end(self) -> None:
        """Nothing is in the form for now."""
        self.rest.stop()
        self._typed, self.waiting = set(), None
        self.offer.hide()

    def kept(self, identity: int | None) -> Mapping[str, str]:
        """What is kept of a record's fields and grids."""
        kept = self._drafts.kept(self._form, identity)
        return kept.texts if kept is not None else {}

    def begin(
        self, identity: int | None, loaded: Loaded, given: Collection[str] = frozenset()
    ) -> bool:
        """Look for a draft of the record just shown; tell whether it was put in at once.

        ``given`` are fields that were filled in beforehand: they are kept with what is typed, and
        a draft, which may be about another record, is only offered.
        """
        self.rest.stop()
        self._given = frozenset(given)
        self._identity, self._loaded = identity, loaded
        self._typed, self.waiting = set(), None
        self.offer.hide()
        kept = self._drafts.kept(self._form, identity)
        if kept is None:
            return False
        if identity in self._own and not given and kept.revision == loaded.revision:
            self._put_in(kept)
            return True
        self.waiting = kept
        self.offer.show_words(self._words(kept), taken=False)
        return False

    def _words(self, kept: Unsaved) -> str:
        labels = [part.title for name, part in self._parts.items() if name in kept.texts]
        words = f"Bản nháp {told(kept.at)}, đã gõ: {', '.join(labels)}."
        if kept.revision != self._loaded.revision:
            title = self._loaded.title
            words += f" Sau đó {title} đã được lưu lại: các ô khác giữ như vừa lưu."
        return words

    def _put_in(self, kept: Unsaved, choice: Mapping[str, bool] = WHOLE) -> None:
        for name in self._free(kept):
            if choice.get(name, True):
                self._parts[name].restore(kept.texts[name], choice)
                self._typed.add(name)
        self.offer.show_words(f"Đã đưa lại bản nháp {told(kept.at)}, chưa lưu.", taken=True)

    def _free(self, kept: Unsaved) -> list[str]:
        """What a draft holds of fields and grids in which nothing was typed since."""
        names = [name for name in self._parts if name in kept.texts]
        return [name for name in names if name not in self._typed]

    def compare(self) -> None:
        """Show the offered draft beside what is stored; one that says the same is done with."""
        kept = self.waiting
        if kept is None:
            return
        lines = [
            line for name in self._free(kept) for line in self._parts[name].unlike(kept.texts[name])
        ]
        if lines:
            self.compared.emit(self._words(kept), lines)
        else:
            self._drop_offered()
            self.told.emit("Bản nháp giống như đang lưu, đã bỏ.")

    def take(self, choice: Mapping[str, bool] = WHOLE) -> None:
        """Put the offered draft into the form, but where something was typed since or chosen."""
        kept, self.waiting = self.waiting, None
        if kept is not None:
            self._own.add(self._identity)
            self._put_in(kept, choice)
            self.settled.emit(True)

    def last_typed(self) -> str:
        """The last field or grid, as the form is read, in which something is typed; or none."""
        return next((name for name in reversed(list(self._parts)) if name in self._typed), "")

    def overtake(self, loaded: Loaded) -> None:
        """The typing stands upon a newer record now."""
        self._loaded = loaded
        self.keep()

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
        """A person typed into a field or grid."""
        self._typed.add(name)
        self.rest.start()

    def keep(self) -> None:
        """Keep what is typed now, and with it a draft that is still offered."""
        self.rest.stop()
        if not self._typed:
            return
        texts = {name: self._parts[name].draft() for name in self._typed | self._given}
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
