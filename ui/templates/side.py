"""The left side of the editor: the elements of a design by name, and what is to be seen to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from printing.certificate.telling import name_of
from printing.certificate.template import Code, Line, Picture, Seal, Text
from ui import icons
from ui.theme.sizes import DENSE
from ui.theme.theme import theme
from ui.widgets.banner import banner
from ui.widgets.text import label, restyle

if TYPE_CHECKING:
    from printing.certificate.template import Element

WIDE, MOST_FLAWS = 216, 2
TITLE: Final = "Các phần trên giấy"
ICONS: Final = {
    Text: "format-text",
    Picture: "image-outline",
    Code: "qrcode",
    Line: "minus",
    Seal: "circle-outline",
}


class Side(QWidget):
    """Lists the elements in the order they are drawn in."""

    def __init__(self) -> None:
        super().__init__()
        restyle(self, k="surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme().px(WIDE))
        self.list = QListWidget()
        self.list.setProperty("k", "ringed")
        self.list.setAccessibleName(TITLE)
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.flaws = QVBoxLayout()
        self.flaws.setContentsMargins(10, 0, 10, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        title = label(TITLE, "strong")
        title.setContentsMargins(16, 0, 8, 0)
        title.setBuddy(self.list)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        column.addLayout(self.flaws)

    def show_elements(self, elements: Sequence[Element], chosen: int) -> None:
        """Show elements, one of them in hand, without telling of it."""
        self.list.blockSignals(True)
        while self.list.count() > len(elements):
            self.list.takeItem(self.list.count() - 1)
        for at, one in enumerate(elements):
            item = self.list.item(at)
            if item is None:
                item = QListWidgetItem()
                item.setSizeHint(QSize(100, theme().px(DENSE)))
                self.list.addItem(item)
            name = name_of(one)
            item.setText(f"{name} (ẩn)" if one.hidden else name)
            item.setToolTip(name)
            item.setIcon(icons.icon("eye-off-outline" if one.hidden else ICONS[type(one)]))
        self.list.setCurrentRow(chosen)
        self.list.blockSignals(False)

    def show_flaws(self, told: Sequence[str]) -> None:
        """Show what would have to be seen to before printing."""
        while (item := self.flaws.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for words in told[:MOST_FLAWS]:
            self.flaws.addWidget(banner(("orange", "alert-outline"), words))
        if len(told) > MOST_FLAWS:
            self.flaws.addWidget(label(f"và {len(told) - MOST_FLAWS} chỗ nữa.", "caption"))
