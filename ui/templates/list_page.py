"""The designs there are: their names, how the one chosen looks, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.actions import ActionSet, Scope
from ui.paper.book import Book
from ui.paper.page_view import PageView
from ui.paper.pdf import Pdf
from ui.paper.pictures import Pictures
from ui.source import PaperFacts
from ui.source.templates import DesignFacts, PictureFacts
from ui.templates.picture_rows import PictureRows
from ui.theme.sizes import TWO_LINE_ROW
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule, surface

LEFT, LEAST_LEFT, RIGHT, LEAST_MIDDLE = 320, 180, 280, 220
HINTS = ("open_design", "copy_design", "bring_design", "leave_templates")
SHIPPED = "Mẫu của phần mềm. Sửa thì giữ thành mẫu của cơ quan; muốn đổi tên thì chép ra trước."
OWN = "Mẫu của cơ quan. Giấy đã cấp giữ nguyên mẫu ngày cấp."


class TemplatesPage(QWidget):
    """Lists designs.

    Signals: `looked` at the design of a name, `opened` to be changed, `wanted` an act with the
    name of the design, `renamed` with the name it is to have, `returned` when a page over this one
    was left, `left`.
    """

    looked = Signal(str)
    opened = Signal(str)
    wanted = Signal(str, str)
    renamed = Signal(str, str)
    returned = Signal()
    left = Signal()

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self.setObjectName("page")
        self._may_change = may_change
        self._facts: Sequence[DesignFacts] = ()
        self._pdf: Pdf | None = None
        self.list = QListWidget()
        self.list.setProperty("k", "ringed")
        self.list.setAccessibleName("Mẫu giấy")
        self.list.setIconSize(QSize(20, 20))
        self.pictures = Pictures()
        self.view = PageView(self.pictures)
        self.note = label("", "caption", "text2", wrap=True)
        self.name = QLineEdit()
        self.rename_button = button("Đổi tên", done=self._rename)
        self.copy_button = button("Chép thành mẫu khác", "", "content-copy", self._act("copy"))
        self.store_button = button("Lưu mẫu ra tệp…", "", "file-export-outline", self._act("store"))
        self.remove_button = button("Xóa mẫu", "danger", "trash-can-outline", self._act("remove"))
        self.edit_button = button("Sửa mẫu", "primary", "pencil-outline", self._open)
        self.bring_button = button("Nhận từ tệp…", "", "file-import-outline", self._act("bring"))
        self.rows = PictureRows()
        self._build()
        self.acts = ActionSet(self, Scope.TEMPLATES, self._handlers())
        self._listen()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "open_design": self._open,
            "copy_design": self.copy_button.click,
            "remove_design": self._remove,
            "store_design": self.store_button.click,
            "bring_design": self.bring_button.click,
            "leave_templates": self.left.emit,
        }

    # -- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead("Mẫu giấy", "Sổ cấp giấy")
        for part in (self.bring_button, self.edit_button,
                     icon_button("close", "Đóng", "Esc", self.left.emit, 18)):  # fmt: skip
            head.add(part)
        column.addWidget(head)
        across = QHBoxLayout()
        column.addLayout(across, 1)
        across.setSpacing(0)
        self.list.setMinimumWidth(theme().px(LEAST_LEFT))
        self.list.setMaximumWidth(theme().px(LEFT))
        self.view.setMinimumWidth(LEAST_MIDDLE)
        right = self._right()
        right.setFixedWidth(theme().px(RIGHT))
        across.addWidget(self.list, 2)
        across.addWidget(surface("upright"))
        across.addWidget(self.view, 3)
        across.addWidget(surface("upright"))
        across.addWidget(right)

    def _right(self) -> QWidget:
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        words = label("Tên mẫu", "small", "text2")
        words.setBuddy(self.name)
        self.name.setAccessibleName("Tên mẫu")
        column.addWidget(words)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.rename_button)
        column.addWidget(self.note)
        for part in (self.copy_button, self.store_button, self.remove_button):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addWidget(self.rows)
        column.addStretch(1)
        area = UprightArea()
        area.setProperty("k", "surface")
        area.setWidget(body)
        side = surface("surface")
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(area)
        return side

    def _listen(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._look())
        self.list.itemActivated.connect(lambda _item: self._open())
        self.name.returnPressed.connect(self._rename)
        self.name.textChanged.connect(lambda _text: self._tell_rename())

    # -- what is shown

    def show_designs(self, facts: Sequence[DesignFacts], chosen: str = "") -> None:
        """Show the designs there are, at the one of a name or where the list stands."""
        here = max(self.list.currentRow(), 0)
        self._facts = facts
        names = [one.name for one in facts]
        self.list.blockSignals(True)
        self.list.clear()
        for one in facts:
            item = QListWidgetItem(icons.icon("certificate-outline"), f"{one.name}\n{one.line}")
            item.setToolTip(one.name)
            item.setSizeHint(QSize(100, theme().px(TWO_LINE_ROW)))
            self.list.addItem(item)
        row = names.index(chosen) if chosen in names else min(here, len(facts) - 1)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._look()

    def current(self) -> DesignFacts | None:
        """The design that is chosen."""
        row = self.list.currentRow()
        return self._facts[row] if 0 <= row < len(self._facts) else None

    def show_pictures(self, name: str, facts: Sequence[PictureFacts]) -> None:
        """Show the pictures of a design, while it is the one that is chosen."""
        current = self.current()
        if current is not None and current.name == name:
            self.rows.show_pictures(facts, may_change=self._may_change)

    def show_picture(self, name: str, content: bytes) -> None:
        """Show how a design looks, while it is the one that is chosen."""
        facts = self.current()
        if facts is None or facts.name != name:
            return
        paper = PaperFacts("design", name, "certificate-outline", coloured=True)
        before, self._pdf = self._pdf, Pdf(content)
        self.pictures.show(Book([(paper, self._pdf)]))
        if before is not None:
            before.close()
        self.view.show_leaf(0)

    def _look(self) -> None:
        facts = self.current()
        if facts is None:
            return
        may = self._may_change
        self.name.setText(facts.name)
        self.name.setReadOnly(not (facts.own and may))
        self.note.setText(OWN if facts.own else SHIPPED)
        self.remove_button.setVisible(facts.own and may)
        self.name.setCursorPosition(0)
        for part in (self.edit_button, self.copy_button, self.bring_button):
            part.setEnabled(may)
        self._tell_rename()
        self.looked.emit(facts.name)

    def _tell_rename(self) -> None:
        facts = self.current()
        new = self.name.text().strip()
        self.rename_button.setEnabled(
            facts is not None and facts.own and self._may_change and new not in ("", facts.name)
        )

    # -- acts

    def _act(self, act: str) -> Callable[[], None]:
        def done() -> None:
            facts = self.current()
            if facts is not None:
                self.wanted.emit(act, facts.name)

        return done

    def _open(self) -> None:
        facts = self.current()
        if facts is not None and self._may_change:
            self.opened.emit(facts.name)

    def _remove(self) -> None:
        if self.remove_button.isVisibleTo(self):
            self.remove_button.click()

    def _rename(self) -> None:
        facts = self.current()
        if facts is not None and self.rename_button.isEnabled():
            self.renamed.emit(facts.name, self.name.text())

    def take_focus(self) -> None:
        """Go back to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.returned.emit()

    def close_pages(self) -> None:
        """Let the pages go."""
        self.pictures.close()
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
