"""A field that offers a list: found without accents, opened by typing, never completed inline.

Inline completion would fight the Vietnamese input method for the letters; a list below does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

from models.text import fold
from ui.form.offers import ASKING, OfferList, Offers
from ui.reading import Reading
from ui.source import Option
from ui.widgets.button_field import ButtonField

DECIDING = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
)
"""Keys that say something about the list, so that they wait for it."""


class Lookup(NamedTuple):
    """How records are looked for by words, and through whom the register is asked."""

    find: Callable[[str], Sequence[Option]]
    reading: Reading


def matching(options: Sequence[Option], words: str) -> list[Option]:
    """Options that hold every word; those that begin with the words come first."""
    wanted = fold(words)
    parts = wanted.split()
    found = [
        one for one in options if all(part in fold(f"{one.text} {one.detail}") for part in parts)
    ]
    return sorted(found, key=lambda one: not fold(one.text).startswith(wanted))


class PickField(ButtonField):
    """Text plus a list of options; `picked` when one was taken.

    In a ``free`` field the text itself may be meant: nothing of the list is marked before ↓.
    """

    picked = Signal(object)
    asked = Signal(str)

    def __init__(
        self,
        options: Sequence[Option] = (),
        lookup: Lookup | None = None,
        icon: str = "chevron-down",
        *,
        free: bool = False,
    ) -> None:
        super().__init__(icon, "Mở danh sách (Alt+↓)")
        self._free, self._new = free, ""
        self._options, self._lookup = tuple(options), lookup
        self._reading = lookup.reading.of(self) if lookup is not None else None
        self._offers = Offers()
        self._list: OfferList | None = None
        self._chosen: Option | None = None
        self.textEdited.connect(self._typed)
        self.button.clicked.connect(self._toggle)

    def offer_new(self, act: str) -> None:
        """End the list with an act that makes what was not found; `asked` tells the words typed."""
        self._new = act

    def put(self, option: Option | None) -> None:
        """Show an option as chosen."""
        self._chosen = option
        self.setText(option.text if option is not None else "")
        self.setCursorPosition(0)

    def chosen(self) -> Option | None:
        """What the text means: the option taken, or the one whose words were typed in full."""
        if (taken := self.taken()) is not None or self._lookup is not None:
            return taken
        typed = self.text().strip()
        exact = [one for one in self._options if fold(one.text) == fold(typed)]
        return exact[0] if typed and len(exact) == 1 else None

    def taken(self) -> Option | None:
        """The option taken from the list, as long as its words stand."""
        chosen = self._chosen
        return chosen if chosen is not None and chosen.text == self.text() else None

    def is_open(self) -> bool:
        """Whether the list is shown, or will be in a moment."""
        return self._looks() or (self._list is not None and self._list.isVisible())

    def _looks(self) -> bool:
        """Whether records are being looked for."""
        return self._reading is not None and self._reading.waiting

    def offered(self) -> list[str]:
        """Words in the list now."""
        return [option.text for option in self._offers.options]

    def _typed(self) -> None:
        self._chosen = None
        self.open_list(self.text())

    def _toggle(self) -> None:
        self.setFocus()
        if self.is_open():
            self.close_list()
        else:
            self.open_list("")

    def open_list(self, words: str) -> None:
        """Offer what matches; where records are looked for, once they are found."""
        if self._lookup is None or self._reading is None:
            self._offer(words, matching(self._options, words))
            return
        ahead = self._reading.ahead
        ahead.hold(DECIDING)
        find = partial(self._lookup.find, words)
        self._reading.ask(find, partial(self._offer, words), ahead.release)

    def _offer(self, words: str, found: Sequence[Option]) -> None:
        """Show what was found; nothing that matches closes the list."""
        asking = [Option(ASKING, f"{self._new} “{words.strip()}”…")] if self._new else []
        self._offers.put([*found, *(asking if words.strip() else [])], words)
        if not self._offers.options:
            self._hide_list()
            return
        shown = self._shown()
        shown.stand_under(self)
        if words.strip():
            shown.mark(-1 if self._free else 0)
        else:
            texts = self.offered()
            shown.mark(texts.index(self.text()) if self.text() in texts else 0)

    def _shown(self) -> OfferList:
        """The list, made when it is first needed."""
        if self._list is None:
            self._list = OfferList(self.window(), self._offers)
            self._list.clicked.connect(lambda _index: self.take_marked())
            self.destroyed.connect(self._list.deleteLater)
        return self._list

    def close_list(self) -> None:
        """Put the list away, and want none that is still looked for."""
        self._hide_list()
        if self._reading is not None and self._reading.waiting:
            self._reading.forget()
            self._reading.ahead.release()

    def _hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def take_marked(self, *, quietly: bool = False) -> bool:
        """Take what is marked in the list; tells whether something was."""
        row = self._list.currentIndex().row() if self._list is not None else -1
        if not 0 <= row < len(self._offers.options):
            self.close_list()
            return False
        if self._offers.options[row].value is ASKING:
            self.close_list()
            self.asked.emit(self.text().strip())
            return True
        self.put(self._offers.options[row])
        self.setModified(True)
        self.close_list()
        if not quietly:
            self.picked.emit(self._chosen)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not self.is_open():
            if key == Qt.Key.Key_Down:
                self.open_list("")
            else:
                super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not held:
            self._shown().step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_marked()
        elif key == Qt.Key.Key_Escape or (held and key == Qt.Key.Key_Up):
            self.close_list()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = {Qt.Key.Key_Escape} if self.is_open() else set()
            if event.key() in own or (event.key() == Qt.Key.Key_Down):
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.is_open() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            tabbed = event.reason() == Qt.FocusReason.TabFocusReason
            if tabbed and self.text().strip() and not self._looks():
                self.take_marked()
            self.close_list()
        super().focusOutEvent(event)
