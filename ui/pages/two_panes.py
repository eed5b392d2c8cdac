"""List and detail side by side, or one at a time where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.pages.detail_pane import DetailPane
from ui.pages.list_pane import ListPane
from ui.pages.widths import Width
from ui.source import Settings
from ui.theme.sizes import DETAIL_LEAST, DETAIL_MOST

UNBOUNDED = 16_777_215


class TwoPanes(QSplitter):
    """Remembers for each layout where a person put the line between the two."""

    _list: ListPane
    _detail: DetailPane

    def __init__(self, name: str, settings: Settings, parent: QWidget) -> None:
        """Stand in a page from the start: what is put in later is styled once."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name, self._settings = name, settings
        self.width_now: Width | None = None
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(lambda *_: self._keep())

    def hold(self, list_pane: ListPane, detail: DetailPane) -> None:
        """Put the two in, which are children already."""
        self._list, self._detail = list_pane, detail
        self.addWidget(list_pane)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)

    def set_width(self, width: Width, room: int) -> None:
        """Take the layout for a width of the window; ``room`` is what both panes have."""
        if width is self.width_now:
            return
        self.width_now = width
        one = width is Width.ONE
        self._detail.back_button.setVisible(one)
        self._detail.setMinimumWidth(0 if one else DETAIL_LEAST)
        self._detail.setMaximumWidth(UNBOUNDED if one else DETAIL_MOST)
        self._list.set_width(width)
        self.show_one(detail=False)
        if not one:
            kept = self._settings.get(self._key())
            detail = int(kept) if kept.isdecimal() else width.detail
            self.setSizes([max(room - detail - 1, 1), detail])

    def show_one(self, *, detail: bool) -> None:
        """Where there is room for one only, show that one."""
        one = self.width_now is Width.ONE
        self._list.setVisible(not one or not detail)
        self._detail.setVisible(not one or detail)
        if one and detail:
            self._detail.tabs.setFocus()

    def shows_detail_only(self) -> bool:
        """Whether the detail pane covers the list."""
        return self.width_now is Width.ONE and self._detail.isVisible()

    def _key(self) -> str:
        return f"split/{self._name}/{self.width_now.name if self.width_now is not None else ''}"

    def _keep(self) -> None:
        self._settings.put(self._key(), str(self.sizes()[1]))
