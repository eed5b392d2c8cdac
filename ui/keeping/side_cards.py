"""The cards at the right: how old the last good copy is, reminders, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.source.backups import Standing
from ui.widgets.avatar import IconMark
from ui.widgets.banner import banner
from ui.widgets.text import label, rule, unbroken

ADVICE = "Nên sao lưu mỗi tuần, luân phiên 2 USB."


class SideCard(QFrame):
    """A card with a heading, filled anew whenever something changed."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._title = title
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(18, 14, 16, 14)
        self._inside: QWidget | None = None

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Show these, one under another."""
        if self._inside is not None:
            self._outer.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        inside = self._inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self._title:
            column.addWidget(label(self._title, "strong"))
        for part in parts:
            column.addWidget(part)
        self._outer.addWidget(inside)


def age_parts(standing: Standing, after: int) -> list[QWidget]:
    """The age of the last copy that was good, large; red words where one was found damaged."""
    days = standing.days
    late = days is None or days >= after
    icon, token = ("alert-circle", "orange_text") if late else ("check-decagram", "green_text")
    title = label("Bản kiểm tra tốt gần nhất", "strong")
    words = "Chưa có" if days is None else "Hôm nay" if days == 0 else f"{days} ngày"
    figure, ago = label(words, "figure"), label("trước" if days else "", "small", "text2")
    parts = [_beside(IconMark(icon, token, 20), title, 8), _beside(figure, ago, 8)]
    if standing.last:
        parts.append(label(unbroken(standing.last), "small", "text2", wrap=True))
    advice = label(ADVICE, "caption", "text2", wrap=True)
    parts.append(_beside(IconMark("information-outline", "text3", 14), advice, 6))
    if standing.bad:
        parts.append(banner(("red", "alert-circle"), standing.bad))
    return parts


def _beside(first: QWidget, second: QWidget, gap: int) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    row.addWidget(first)
    row.addWidget(second, 1)
    return box


def lined(icon: tuple[str, str], title: str, detail: str, act: QWidget | None = None) -> QWidget:
    """An icon, words in two sizes, and one thing to do."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(12)
    row.addWidget(IconMark(icon[0], icon[1], 20))
    words = QVBoxLayout()
    row.addLayout(words, 1)
    words.setSpacing(1)
    words.addWidget(label(title, "medium", wrap=True))
    if detail:
        words.addWidget(label(unbroken(detail), "caption", "text2", wrap=True))
    if act is not None:
        row.addWidget(act)
    return box


def parted(parts: Sequence[QWidget]) -> list[QWidget]:
    """The same with lines between them."""
    with_lines: list[QWidget] = []
    for at, part in enumerate(parts):
        with_lines += [rule(), part] if at else [part]
    return with_lines


def choice_menu(parent: QWidget, choices: Sequence[tuple[str, Callable[[], object]]]) -> QMenu:
    """A menu of a few words, each with what it does."""
    menu = QMenu(parent)
    for words, run in choices:
        menu.addAction(words).triggered.connect(lambda _on, run=run: run())
    return menu
