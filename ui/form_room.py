"""The forms of all registers: made when first gone to, left for where they were asked from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.form.page import FormPage
from ui.notify import Notifier
from ui.sentences import UNSAVED
from ui.source import Bundle, Drafts
from ui.tasks import Runner


@dataclass(frozen=True, slots=True)
class Errand:
    """What a new record begins with, and the register that asked for it and is gone back to."""

    given: Mapping[str, object] = field(default_factory=dict)
    home: str = ""


PLAIN = Errand()


class FormRoom(QObject):
    """Opens forms and says where to go when one is done with.

    Signals: `opened` a form with the register it belongs to for now, `stored` a register with the
    key of the record and where to go, nowhere when another is added at once or the form is not seen
    any more, `left` where to go, `told` a form with a line for the key bar, `importing` a register
    with the record its rows belong to and the way back.
    """

    opened = Signal(object, str)
    stored = Signal(str, int, str)
    left = Signal(str)
    told = Signal(object, str)
    importing = Signal(str, int, object)

    def __init__(
        self,
        bundles: Mapping[str, Bundle],
        runner: Runner,
        drafts: Drafts,
        notifier: Notifier,
        pages: QWidget,
    ) -> None:
        super().__init__()
        self._pages = pages
        self._bundles, self._runner, self._drafts = bundles, runner, drafts
        self._notifier = notifier
        self.forms: dict[str, FormPage] = {}
        self.keepers: list[Callable[[], object]] = []
        self._errands: dict[str, Errand] = {}

    def open(self, name: str, identity: int | None, errand: Errand = PLAIN) -> FormPage | None:
        """Go to the form of a record, or of a new one; nothing where a register has no form."""
        bundle = self._bundles[name]
        if bundle.form is None:
            return None
        form = self.forms.get(name)
        if form is None:
            title, means = bundle.facts.title, (self._runner, self._drafts)
            form = FormPage(name, title, bundle.form, *means, within=self._pages)
            form.saved.connect(partial(self._saved, name))
            form.left.connect(partial(self._left, name))
            form.failed.connect(self._notifier.failed)
            form.told.connect(partial(self.told.emit, form))
            form.importing.connect(partial(self._import_rows, name))
            self.forms[name] = form
        self._errands[name] = errand
        self.opened.emit(form, errand.home or name)
        new = f"Thêm {bundle.facts.noun}" if identity is None else ""
        form.begin(identity, new, errand.given)
        return form

    def _saved(self, name: str, identity: int, then_add: bool) -> None:
        form, errand = self.forms[name], self._errands[name]
        self._notifier.say(f"Đã lưu {form.body.record_title()}.")
        seen, staying = form.isVisible(), form.body.staying() if then_add else {}
        self.stored.emit(name, identity, errand.home or name if seen and not then_add else "")
        if seen and then_add:
            self._add_after(name, errand, staying)

    def _add_after(self, name: str, errand: Errand, staying: Mapping[str, object]) -> None:
        """Begin another record with what stays the same from one to the next."""
        form = self.open(name, None, replace(errand, given={**errand.given, **staying}))
        self._errands[name] = errand
        if form is not None and form.drafting.waiting is None and not errand.given:
            form.body.go_to(next(one for one in form.body.order if one not in staying))

    def _left(self, name: str, kept: bool) -> None:
        identity, errand = self.forms[name].identity, self._errands[name]
        self.left.emit(errand.home or name)
        if kept:
            again = partial(self.open, name, identity, errand)
            self._notifier.offer(UNSAVED, "Sửa tiếp", again, pending=True)

    def _import_rows(self, name: str, register: str) -> None:
        """Rows of the record in a form are to come from a workbook; what is typed is kept."""
        form = self.forms[name]
        form.drafting.keep()
        back = partial(self.open, name, form.identity, self._errands[name])
        self.importing.emit(register, form.identity, back)

    def keep_drafts(self) -> None:
        """Keep what is typed everywhere."""
        for keep in self.keepers:
            keep()
        for form in self.forms.values():
            form.end()
