"""One paper of the issue book: what it says, its kept sheet, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.errors import WorldError
from ui.actions import ActionSet, Scope
from ui.issuing.paper_forms import HandForm, PaperForm, VoidForm
from ui.pages.blocks import blocks_widget, chip_widget
from ui.paper.book import Book
from ui.paper.pdf import Pdf
from ui.paper.viewer import Viewer
from ui.source import Block, PaperFacts
from ui.source.issue_book import HAND_OVER, REISSUE, REPRINT, RUN, VOID, PaperCard
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.over_page import OverPage
from ui.widgets.scroll import UprightArea
from ui.widgets.text import surface

LEFT = 380
LOOKS: Mapping[str, tuple[str, str, str]] = {
    RUN: ("In tiếp", "primary", "printer-outline"),
    HAND_OVER: ("Ghi đã trao", "primary", "account-check-outline"),
    REPRINT: ("In lại", "", "printer-outline"),
    REISSUE: ("Cấp lại", "", "certificate-outline"),
    VOID: ("Hủy số", "danger", "cancel"),
}
"""What can be done, in the order of its buttons: word, kind and icon."""
KEYS = {
    HAND_OVER: "hand_paper",
    REPRINT: "reprint_paper",
    REISSUE: "reissue_paper",
    VOID: "void_paper",
}
ABOUT, FORM = 0, 1


class IssuedPage(OverPage):
    """Shows one paper; its forms ask what an act needs to know.

    Signals: `wished` an act that has no form, `voided` a reason, `handed` who and which day as
    typed, `left`.
    """

    wished = Signal(str)
    voided = Signal(str)
    handed = Signal(str, str)

    def __init__(self, card: PaperCard, forms: tuple[VoidForm, HandForm]) -> None:
        super().__init__("certificate-outline")
        self.card = card
        self.void_form, self.hand_form = forms
        self.buttons: dict[str, QPushButton] = {}
        self.receiver = self.under_title()
        self.about = UprightArea("Giấy")
        self._acts, self._others = QVBoxLayout(), QHBoxLayout()
        self.panel = QStackedWidget()
        self.viewer = Viewer()
        self._build()
        self.acts = ActionSet(self, Scope.BOOK, self._handlers())
        self.void_form.done.connect(lambda: self.voided.emit(self.void_form.reason.text()))
        self.hand_form.done.connect(
            lambda: self.handed.emit(self.hand_form.to.text(), self.hand_form.day.text())
        )
        for form in forms:
            form.given_up.connect(self._back)
        self.show_card(card)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        keys: dict[str, Callable[[], object]] = {
            key: lambda act=act: self.do(act)  # type: ignore[misc]
            for act, key in KEYS.items()
        }
        return keys | {"finish_paper": self._finish, "leave_paper": self.leave}

    def _build(self) -> None:
        self.divide(self.panel, LEFT, self.viewer)
        about = QWidget()
        inside = QVBoxLayout(about)
        inside.setContentsMargins(0, 0, 0, 12)
        inside.setSpacing(0)
        inside.addWidget(self.about, 1)
        inside.addWidget(surface("rule"))
        self._acts.setContentsMargins(18, 12, 18, 0)
        self._acts.setSpacing(8)
        self._others.setContentsMargins(18, 8, 18, 0)
        self._others.setSpacing(8)
        inside.addLayout(self._acts)
        inside.addLayout(self._others)
        self.panel.addWidget(about)
        self.panel.addWidget(self.void_form)
        self.panel.addWidget(self.hand_form)

    # -- what is shown

    def show_card(self, card: PaperCard) -> None:
        """Show a paper as it is now."""
        self.card = card
        self.title.set_text(card.title)
        self.receiver.set_text(card.receiver)
        _clear(self.acts_row)
        self.acts_row.addWidget(chip_widget(card.chip))
        blocks = tuple(Block(one.title, one.facts, one.lines, one.text) for one in card.blocks)
        body = blocks_widget((), blocks, lambda _name: None, lambda _act: None)
        if card.told is not None:
            inside = body.layout()
            assert isinstance(inside, QVBoxLayout)
            look = (card.told.colour, card.told.icon)
            inside.insertWidget(0, banner(look, card.told.title, card.told.text))
        self.about.setWidget(body)
        for row in (self._acts, self._others):
            _clear(row)
        self.buttons = {}
        for act, (word, kind, icon) in LOOKS.items():
            if act in card.acts:
                done: Callable[[], None] = lambda act=act: self.do(act)  # type: ignore[misc]  # noqa: E731
                self.buttons[act] = button(word, kind, icon, done)
                (self._acts if kind == "primary" else self._others).addWidget(self.buttons[act])
        for act, key in KEYS.items():
            self.acts.enable(key, on=act in card.acts)
        self.panel.setCurrentIndex(ABOUT)
        self._show_sheet(card)
        self.take_focus()

    def _show_sheet(self, card: PaperCard) -> None:
        paper = PaperFacts("kept", card.title, "certificate-outline", coloured=True)
        try:
            self.viewer.show_book(Book([(paper, Pdf(card.pdf))], only=card.page), 0)
            self.viewer.go_to(0)
        except WorldError as error:
            self.viewer.show_book(Book())
            self.viewer.say(error.message)

    def take_focus(self) -> None:
        """Put the focus on what is most likely done next."""
        first = next(iter(self.buttons.values()), None)
        (first or self.about).setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> list[str]:
        """The keys that work for this paper."""
        return [KEYS[act] for act in LOOKS if act in self.card.acts and act in KEYS]

    def say_wrong(self, words: str) -> None:
        """Say beside the field of the form that is open why it cannot be."""
        form = self.panel.currentWidget()
        if isinstance(form, PaperForm):
            form.say_wrong(words)

    # -- acts

    def do(self, act: str) -> None:
        """Ask what an act needs to know, or wish for it."""
        if act not in self.card.acts:
            return
        forms: dict[str, PaperForm] = {VOID: self.void_form, HAND_OVER: self.hand_form}
        if act in forms:
            forms[act].begin(self.card.label, self.card.receiver)
            self.panel.setCurrentWidget(forms[act])
            forms[act].take_focus()
        else:
            self.wished.emit(act)

    def _finish(self) -> None:
        form = self.panel.currentWidget()
        if isinstance(form, PaperForm):
            form.done.emit()

    def _back(self) -> None:
        self.panel.setCurrentIndex(ABOUT)
        self.take_focus()

    def leave(self) -> None:
        if self.panel.currentIndex() != ABOUT:
            self._back()
        else:
            self.viewer.close_pages()
            super().leave()


def _clear(layout: QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
