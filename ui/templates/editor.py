"""The page on which a design is changed: its elements left, the paper itself, what is set right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from printing.certificate.template import Code, Line, Picture, Seal, Text
from ui.actions import ActionSet, Scope
from ui.source.templates import Opened, View
from ui.templates.canvas import Canvas
from ui.templates.drawing import Drawing, Wish
from ui.templates.paper_view import ZOOM_STEP
from ui.templates.properties import Properties
from ui.templates.side import Side
from ui.templates.strips import Strips
from ui.templates.work import Work
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button, menu_button
from ui.widgets.chips import Switch
from ui.widgets.over_page import OverPage
from ui.widgets.text import surface

if TYPE_CHECKING:
    from printing.certificate.template import Element, Template

RIGHT, BAR = 296, 46
ROOM_FOR_LIST: Final = 1000
HINTS = (
    "nudge",
    "nudge_far",
    "next_element",
    "save_design",
    "leave_design",
)
ADDED: Final[tuple[tuple[str, Callable[[float, float], Element]], ...]] = (
    ("Chữ", lambda x, y: Text(x=x, y=y, text="Chữ mới", width=80)),
    ("Ảnh người được cấp 3×4 cm",
     lambda x, y: Picture(x=x, y=y, slot="photo", width=30, height=40, on_blank=True)),
    ("Quốc huy", lambda x, y: Picture(x=x, y=y, slot="emblem", width=20, height=20, round=True)),
    ("Con dấu của cơ quan",
     lambda x, y: Picture(x=x, y=y, slot="seal", width=36, height=36, round=True)),
    ("Đường kẻ", lambda x, y: Line(x=x, y=y, width=60)),
    ("Mã kiểm tra", lambda x, y: Code(x=x, y=y)),
    ("Chỗ đóng dấu (không in)", lambda x, y: Seal(x=x, y=y)),
)  # fmt: skip
"""What can be put on a page; sizes in millimetres."""


class Editor(OverPage):
    """Changes one design.

    Signals: `saved` with whether to save over whatever there is, `ornamented` another ornament is
    wanted, `restored` the program's own design is, `touched` when the work has another state,
    `left`.
    """

    saved = Signal(bool)
    ornamented = Signal(str)
    restored = Signal()
    touched = Signal()

    def __init__(self, opened: Opened, drawing: Drawing) -> None:
        super().__init__("certificate-outline", "Sửa mẫu giấy")
        self.name = self.under_title()
        self.work, self.revision, self.drawing = Work(opened.template), opened.revision, drawing
        self.canvas = Canvas(self.work, drawing)
        self.properties = Properties(self.work)
        self.side = Side()
        self.list = self.side.list
        self.sample = Switch((("usual", "Tên thường"), ("long", "Tên dài")))
        self.ground = Switch((("full", "Đủ khung"), ("blank", "Trên phôi")))
        self.strips = Strips()
        self._build()
        self.acts = ActionSet(self, Scope.DESIGN, self._handlers())
        self._listen()
        self.tell()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "save_design": lambda: self.saved.emit(False),
            "edit_words": self.properties.begin_words,
            "drop_element": self._remove,
            "larger_design": lambda: self.canvas.zoom(ZOOM_STEP),
            "smaller_design": lambda: self.canvas.zoom(1 / ZOOM_STEP),
            "leave_design": self.leave,
        }

    # -- building

    def _build(self) -> None:
        self._fill_head()
        self.below.addWidget(self.strips)
        across = QHBoxLayout()
        self.below.addLayout(across, 1)
        across.setSpacing(0)
        self.properties.setFixedWidth(theme().px(RIGHT))
        self.properties.setProperty("k", "surface")
        across.addWidget(self.side)
        across.addWidget(surface("upright"))
        middle = QVBoxLayout()
        across.addLayout(middle, 1)
        middle.setSpacing(0)
        middle.addWidget(self._bar())
        middle.addWidget(self.canvas, 1)
        across.addWidget(surface("upright"))
        right = surface("surface")
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.properties)
        across.addWidget(right)

    def _fill_head(self) -> None:
        self.undo_button = icon_button("undo-variant", "Hoàn tác", "Ctrl+Z", self.undo, 18)
        self.redo_button = icon_button("redo-variant", "Làm lại", "Ctrl+Y", self.redo, 18)
        self.add_menu = QMenu(self)
        for name, make in ADDED:
            self.add_menu.addAction(name).triggered.connect(partial(self._add, make))
        self.reset_button = button("Về như mẫu gốc", done=self.restored.emit)
        self.save_button = button("Lưu mẫu", "primary", "content-save-outline",
                                  lambda: self.saved.emit(False))  # fmt: skip
        for part in (
            self.undo_button,
            self.redo_button,
            menu_button("Thêm", self.add_menu),
            self.reset_button,
            self.save_button,
        ):
            self.acts_row.addWidget(part)

    def _bar(self) -> QWidget:
        bar = surface("head")
        bar.setFixedHeight(theme().px(BAR) + 1)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(self.sample)
        row.addWidget(self.ground)
        row.addStretch(1)
        row.addWidget(icon_button("magnify-minus-outline", "Thu nhỏ", "Ctrl+-",
                                  lambda: self.canvas.zoom(1 / ZOOM_STEP)))  # fmt: skip
        self.fit_button = button("Vừa trang", "plain", done=self.canvas.fit)
        row.addWidget(self.fit_button)
        row.addWidget(icon_button("magnify-plus-outline", "Phóng to", "Ctrl++",
                                  lambda: self.canvas.zoom(ZOOM_STEP)))  # fmt: skip
        return bar

    def _listen(self) -> None:
        self.canvas.changed.connect(self.tell)
        self.canvas.chosen.connect(self.tell)
        self.canvas.opened.connect(self.properties.begin_words)
        self.canvas.zoomed.connect(self._tell_zoom)
        self.properties.changed.connect(self.tell)
        self.properties.ornamented.connect(self.ornamented)
        self.list.currentRowChanged.connect(self._chosen_in_list)
        self.sample.changed.connect(lambda _key: self.tell())
        self.ground.changed.connect(lambda _key: self.tell())
        self.drawing.drawn.connect(lambda: self.side.show_flaws(self.drawing.flaws))

    # -- what is shown

    def view(self) -> View:
        """How the design is looked at."""
        return View(self.sample.chosen() == "long", self.ground.chosen() == "blank")

    def tell(self) -> None:
        """Show the state of the work everywhere, and have it drawn."""
        work = self.work
        back, on = work.turns
        self.undo_button.setEnabled(back)
        self.redo_button.setEnabled(on)
        unsaved = " · chưa lưu" if work.dirty else ""
        self.name.set_text(f"{work.template.name} · bản {work.template.version}{unsaved}")
        self.side.show_elements(work.template.elements, work.chosen)
        self.canvas.tell()
        self.properties.tell()
        self.drawing.want(Wish(work.template, work.chosen, self.view()))
        self.touched.emit()

    def _tell_zoom(self, zoom: float) -> None:
        self.fit_button.setText("Vừa trang" if zoom == 1 else f"{round(zoom * 100)} %")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() * 100 // theme().text_size
        self.side.setVisible(wide >= ROOM_FOR_LIST)

    # -- acts

    def put(self, template: Template) -> None:
        """Go on to another state of the design."""
        self.work.put(template)
        self.tell()

    def show_saved(self, opened: Opened) -> None:
        """The design was kept: what was done meanwhile is unsaved still."""
        self.work.take_version(opened.template)
        self.revision = opened.revision
        self.tell()

    def undo(self) -> None:
        """Take the last act on the design back."""
        if self.work.undo():
            self.tell()

    def redo(self) -> None:
        """Do what was taken back again."""
        if self.work.redo():
            self.tell()

    def _chosen_in_list(self, row: int) -> None:
        self.work.choose(row)
        self.tell()

    def _add(self, make: Callable[[float, float], Element]) -> None:
        template = self.work.template
        self.work.add(make(round(template.width / 2, 1), round(template.height / 2, 1)))
        self.tell()
        self.canvas.setFocus()

    def _remove(self) -> None:
        self.work.remove()
        self.tell()

    def leave(self) -> None:
        if not (self.canvas.hasFocus() and self.canvas.let_go()):
            super().leave()

    def take_focus(self) -> None:
        """Begin on the paper."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
