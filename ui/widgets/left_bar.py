"""The dark bar at the left: the office's name, the quick search, the registers, the user.

It is one stop of the Tab key; arrows move inside it, and its focus ring is gold.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme.following import follow_size, high
from ui.theme.sizes import (
    BODY,
    CAPTION,
    NAV_ITEM,
    NAV_NARROW,
    NAV_WIDTH,
    REGULAR,
    SEMIBOLD,
    SMALL,
)
from ui.theme.theme import theme
from ui.widgets.buttons import ENTER
from ui.widgets.focus_ring import OWN

LEAST_ITEM = 26
ABOVE_USER = 8
BELOW = 3
"""What stands under the places: a stretch, a gap for the line, the user."""
MARGIN, RADIUS, ICON, SHIELD = 8, 6, 22, 28
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class NavItem(QAbstractButton):
    """One place to go: icon, word, and how many things wait there."""

    def __init__(self, key: str, icon: str, word: str) -> None:
        super().__init__()
        self.key, self._icon, self.badge, self.narrow = key, icon, 0, False
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setProperty(OWN, True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(NAV_NARROW - 2 * MARGIN, theme().px(NAV_ITEM))

    def minimumSizeHint(self) -> QSize:
        return QSize(NAV_NARROW - 2 * MARGIN, theme().px(LEAST_ITEM))

    def set_badge(self, count: int) -> None:
        """Say how many things wait; none hides the mark."""
        self.badge = count
        words = f"{self.text()}, {count} việc" if count else self.text()
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(style.colour("nav_sel" if self.isChecked() else "nav_line"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.isChecked():
            painter.setBrush(style.colour("nav_focus"))
            painter.drawRoundedRect(QRectF(0, box.center().y() - 9, 3, 18), 1.5, 1.5)
        colour = "nav_on" if self.isChecked() else "nav_dim"
        top = (box.height() - ICON) / 2
        painter.drawPixmap(QPointF(7, top), pixmap(self._icon, colour, ICON))
        if not self.narrow:
            self._paint_word(painter, box)
        if self.badge:
            self._paint_badge(painter, box)
        if self.hasFocus():
            paint_gold_ring(painter, box)

    def _paint_word(self, painter: QPainter, box: QRectF) -> None:
        style = theme()
        painter.setFont(style.font(BODY, SEMIBOLD if self.isChecked() else REGULAR))
        painter.setPen(style.colour("nav_on" if self.isChecked() else "nav_text"))
        place = box.adjusted(39, 0, -34 if self.badge else -8, 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, int(LEFT), words)

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        style, text = theme(), str(self.badge)
        font = style.font(CAPTION, SEMIBOLD)
        wide = max(20, QFontMetrics(font).horizontalAdvance(text) + 12)
        top = 0.0 if self.narrow else box.center().y() - 9
        right = box.right() if self.narrow else box.right() - 8
        place = QRectF(right - wide, top, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("nav_focus"))
        painter.drawRoundedRect(place, 9, 9)
        painter.setFont(font)
        painter.setPen(style.colour("on_badge"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)


class QuickSearch(QAbstractButton):
    """Looks like a field and opens the find-anything window."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Tìm nhanh mọi sổ (Ctrl+K)")
        self.setToolTip("Tìm nhanh mọi sổ (Ctrl+K)")
        self.setProperty(OWN, True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(40, theme().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(QPen(style.colour("nav_line"), 1))
        if self.underMouse():
            painter.setBrush(style.colour("nav_line"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.drawPixmap(QPointF(9, (box.height() - 16) / 2), pixmap("magnify", "nav_dim", 16))
        painter.setPen(style.colour("nav_dim"))
        painter.setFont(style.font(SMALL))
        painter.drawText(box.adjusted(32, 0, 0, 0), int(LEFT), "Tìm nhanh")
        painter.setFont(style.font(CAPTION))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -8, 0), int(right), "Ctrl+K")
        if self.hasFocus():
            paint_gold_ring(painter, box)


class Masthead(QWidget):
    """The mark of the program with the office's name."""

    def __init__(self, office: str) -> None:
        super().__init__()
        self.office, self.narrow = office, False
        high(self, 56)

    def show_office(self, office: str) -> None:
        """Another name of the office."""
        self.office = office
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), theme()
        left = 10 if self.narrow else 6
        painter.drawPixmap(
            QPointF(left, (self.height() - SHIELD) / 2), pixmap("shield-star", "nav_focus", SHIELD)
        )
        if self.narrow:
            return
        half = self.height() // 2
        painter.setFont(style.font(BODY, SEMIBOLD))
        painter.setPen(style.colour("nav_on"))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRectF(44, 0, self.width() - 44, half + 1), int(bottom), "Sổ phong trào")
        painter.setFont(style.font(CAPTION))
        painter.setPen(style.colour("nav_dim"))
        words = painter.fontMetrics().elidedText(
            self.office, Qt.TextElideMode.ElideRight, self.width() - 44
        )
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(44, half + 2, self.width() - 44, half), int(top), words)


class LeftBar(QWidget):
    """All of the bar; `opened` names the place a person wants to go to."""

    opened = Signal(str)
    searched = Signal()

    def __init__(self, office: str, user: str) -> None:
        super().__init__()
        self.setObjectName("left_bar")
        self.items: dict[str, NavItem] = {}
        self._captions: list[Caption] = []
        self.masthead, self.search = Masthead(office), QuickSearch()
        self.search.clicked.connect(self.searched)
        self.user = NavItem("user", "account-circle-outline", user)
        self.user.setCheckable(False)
        self.user.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 0, MARGIN, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self.masthead)
        self._column.addWidget(self.search)
        self._column.addSpacing(8)
        self._column.addStretch(1)
        self._column.addSpacing(ABOVE_USER)
        self._column.addWidget(self.user)
        self._narrow = False
        self.set_narrow(narrow=False)

    def add(self, key: str, icon: str, word: str, group: str = "") -> NavItem:
        """A place to go, under the heading of its group."""
        if group and (not self._captions or self._captions[-1].word != group):
            caption = Caption(group)
            caption.set_narrow(narrow=self._narrow)
            self._captions.append(caption)
            self._column.insertWidget(self._column.count() - BELOW, caption)
        item = NavItem(key, icon, word)
        item.narrow = self._narrow
        item.clicked.connect(lambda _on: self._go(key))
        item.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.items else Qt.FocusPolicy.StrongFocus)
        item.installEventFilter(self)
        self.items[key] = item
        self._column.insertWidget(self._column.count() - BELOW, item)
        self.setTabOrder(item, self.user)
        return item

    def show_waiting(self, key: str, count: int) -> None:
        """Say how many things wait at a place."""
        self.items[key].set_badge(count)

    def _go(self, key: str) -> None:
        self.choose(key)
        self.opened.emit(key)

    def choose(self, key: str) -> None:
        """Show where the window is, without telling anyone."""
        for name, item in self.items.items():
            item.setChecked(name == key)
            item.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus
            )

    def set_narrow(self, *, narrow: bool, width: int = NAV_WIDTH) -> None:
        """Icons only, or icons and words."""
        self._narrow = narrow
        self.setFixedWidth(NAV_NARROW if narrow else width)
        self.masthead.narrow = narrow
        self.masthead.update()
        for item in (self.user, *self.items.values()):
            item.narrow = narrow
            item.setToolTip(item.text() if narrow else "")
            item.update()
        self.search.setVisible(not narrow)
        for caption in self._captions:
            caption.set_narrow(narrow=narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are taken before the item, which would move the focus out of the bar."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            items = [*self.items.values(), self.user]
            here = next(at for at, item in enumerate(items) if item is watched)
            if step:
                items[(here + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in ENTER:
                items[here].click()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), theme()
        painter.fillRect(self.rect(), style.colour("nav"))
        painter.setPen(style.colour("nav_line"))
        above = self.user.geometry().top() - 7
        painter.drawLine(MARGIN, above, self.width() - MARGIN - 1, above)


class Caption(QWidget):
    """A heading of the bar; a gap where the bar is narrow."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word, self._narrow = word, False
        follow_size(self, lambda: self.set_narrow(narrow=self._narrow))

    def set_narrow(self, *, narrow: bool) -> None:
        """Hide the word."""
        self._narrow = narrow
        self.setMinimumHeight(10 if narrow else theme().px(18))
        self.setMaximumHeight(10 if narrow else theme().px(27))

    def sizeHint(self) -> QSize:
        return QSize(40, self.maximumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._narrow:
            return
        painter = QPainter(self)
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().colour("nav_dim"))
        painter.drawText(self.rect().adjusted(8, 4, 0, 0), int(LEFT), self.word)


def paint_gold_ring(painter: QPainter, box: QRectF) -> None:
    """The focus on the dark bar."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour("nav_focus"), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
