"""What a register shows while nothing is in it: one sentence and ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.avatar import IconTile
from ui.widgets.buttons import button
from ui.widgets.key_cap import KeyCap
from ui.widgets.text import label, surface

CARD_WIDTH, CARD_PADDING = 268, 18
CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Beginning:
    """One way to begin."""

    icon: str
    title: str
    text: str
    action: str
    run: Callable[[], object]
    keys: str = ""


class EmptyState(QWidget):
    """Icon, sentence, and a card for each way; the first holds the one primary button."""

    def __init__(self, icon: str, title: str, text: str, ways: Sequence[Beginning] = ()) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.below = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addStretch(3)
        column.addWidget(IconTile(icon, "green", 72, 40), 0, CENTRE)
        column.addSpacing(2)
        column.addWidget(label(title, "title"), 0, CENTRE)
        if text:
            column.addWidget(label(text, "small", "text2"), 0, CENTRE)
        column.addSpacing(14)
        cards = QHBoxLayout()
        column.addLayout(cards)
        cards.setSpacing(16)
        cards.addStretch(1)
        self.first: QPushButton | None = None
        for way in ways:
            card, act = _card(way, first=way is ways[0])
            self.first = self.first or act
            cards.addWidget(card)
        cards.addStretch(1)
        column.addSpacing(6)
        column.addLayout(self.below)
        column.addStretch(5)


def _card(way: Beginning, *, first: bool) -> tuple[QWidget, QPushButton]:
    card = surface("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(CARD_PADDING, 16, CARD_PADDING, 16)
    column.setSpacing(8)
    top = QHBoxLayout()
    column.addLayout(top)
    top.addWidget(IconTile(way.icon, "green", 44))
    top.addStretch(1)
    if way.keys:
        top.addWidget(KeyCap(way.keys))
    column.addWidget(label(way.title, "strong"))
    column.addWidget(label(way.text, "small", "text2", wrap=True))
    column.addStretch(1)
    column.addSpacing(8)
    act = button(way.action, "primary" if first else "", done=way.run)
    column.addWidget(act)
    act.ensurePolished()
    card.setFixedWidth(max(CARD_WIDTH, act.sizeHint().width() + 2 * (CARD_PADDING + 1)))
    return card, act
