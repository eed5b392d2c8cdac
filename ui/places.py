"""The places of the left bar: registers, in the view they were left in, and pages of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.source import Desk
from ui.widgets.left_bar import LeftBar

SETTINGS = "settings"
SUMMARIES = "Tổng hợp"
LAST_NUMBER = 9


@dataclass(slots=True)
class Place:
    """A page of its own, once it is made."""

    make: Callable[[], QWidget]
    page: QWidget | None = None


class Places:
    """Knows where each register is at home, and goes to any place by its name or number."""

    def __init__(
        self,
        desk: Desk,
        bar: LeftBar,
        register: Callable[[str], object],
        show: Callable[[QWidget], object],
    ) -> None:
        """Fill the bar; ``register`` goes to a register, ``show`` shows any other page."""
        self._bar, self._register, self._show = bar, register, show
        self._pages: dict[str, Place] = {}
        self._last_view: dict[str, str] = {}
        self._homes = homes(desk)
        for bundle in desk.registers:
            facts = bundle.facts
            if self.home(facts.name) == facts.name:
                self._bar.add(facts.name, facts.icon, facts.short or facts.title, facts.group)
        self._bar.opened.connect(self.go)

    def home(self, register: str) -> str:
        """The place of the left bar where a register is."""
        return self._homes.get(register, register)

    def arrived(self, register: str) -> None:
        """A register is shown: its place is marked, and remembers the view."""
        home = self.home(register)
        self._last_view[home] = register
        self._bar.choose(home)

    def add(self, name: str, icon: str, word: str, make: Callable[[], QWidget]) -> None:
        """Add a place that is no register; its page is made when first gone to.

        A page may have ``areas()`` for F6, ``acts`` for its keys, ``opened()`` told of each visit.
        """
        self._pages[name] = Place(make)
        self._bar.add(name, icon, word, SUMMARIES)

    def go(self, name: str) -> None:
        """Go to a place."""
        if name in self._pages:
            self.open(name)
        else:
            self._register(self._last_view.get(name, name))

    def go_to_number(self, number: int) -> None:
        """Go to a place in the order of the left bar; the settings always have the last number."""
        names = [name for name in self._bar.items if name != SETTINGS]
        if number == LAST_NUMBER and SETTINGS in self._pages:
            self.open(SETTINGS)
        elif number <= len(names):
            self.go(names[number - 1])

    def open(self, name: str) -> QWidget:
        """Go to a page of its own."""
        place = self._pages[name]
        page = place.page = place.page or place.make()
        self._bar.choose(name)
        self._show(page)
        opened: Callable[[], object] = getattr(page, "opened", page.setFocus)
        opened()
        return page


def homes(desk: Desk) -> dict[str, str]:
    """The place of each register: its own, or that of the first it stands beside."""
    beside = [(bundle.facts.name, bundle.facts.beside) for bundle in desk.registers]
    return {name: views[0][0] if views else name for name, views in beside}


def go_round(bar: LeftBar, page: QWidget | None) -> None:
    """Move the focus from the left bar to the list, the detail, and round again."""
    here = QApplication.focusWidget()
    areas: list[QWidget] = [item for item in bar.items.values() if item.isChecked()]
    last = page.focusWidget() if page is not None else None
    areas += getattr(page, "areas", lambda: [last] if last is not None else [])()
    shown = [area for area in areas if area.isVisible()]
    at = next((at for at, area in enumerate(shown) if area is here), -1)
    if shown:
        shown[(at + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
