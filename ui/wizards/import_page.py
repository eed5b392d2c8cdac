"""The page of an import: at the left what was understood, at the right what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.values.numbers import show_number
from ui.actions import ActionSet, Scope
from ui.widgets.avatar import IconTile
from ui.widgets.buttons import button
from ui.widgets.page_head import PageHead
from ui.widgets.steps import Step, Stepper
from ui.widgets.text import label, surface
from ui.wizards.flaws import FlawPane
from ui.wizards.import_facts import Planned
from ui.wizards.mapping import Mapping

STEPS = ("Chọn tệp", "Ghép cột", "Kiểm tra và sửa", "Xong")
CHECKING = 2
NARROW, LOW = 1100, 640
KEYS = QKeySequence.StandardKey
STEPS_BACK = (KEYS.Undo, KEYS.Redo)
STORE = "Tải tệp các dòng lỗi"
HINTS = ("next_flaw", "edit_cell", "drop_line", "carry_out", "leave_import")
DOUBT_HINTS = ("next_flaw", "same_person", "other_person", "drop_line", "carry_out",
               "leave_import")  # fmt: skip
AS_BEFORE, READ_AGAIN = "theo lần kiểm tra trước", "Chưa kiểm tra xong. Bấm F5 để đọc lại tệp."
UNCHECKED, NOTHING_NEW = "Chưa kiểm tra lại", "Không có gì mới"
NOTHING_YET = "Chưa ghi gì vào sổ. Nhập rồi vẫn hoàn tác được."


class ImportPage(QWidget):
    """Shows a plan; what to do with it is wished for.

    Attributes:
        outdated: the plan was not made anew as it should have been, so nothing is done by it.

    Signals: `meant` a heading and its new meaning, `reread`, `carried` (the primary button),
    `stored` (the rows left out), `undone` and `redone` a decision, `left`, `told` a line for the
    key bar.
    """

    meant = Signal(object, str)
    reread = Signal()
    carried = Signal()
    stored = Signal()
    undone = Signal()
    redone = Signal()
    left = Signal()
    told = Signal(str)

    def __init__(self, noun: str, parent_name: str, planned: Planned) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._noun = noun
        self.planned, self.outdated = planned, False
        self.mapping, self.flaws = Mapping(), FlawPane()
        self.acts = ActionSet(self, Scope.IMPORT, self._handlers())
        self.stepper = Stepper([Step(title) for title in STEPS])
        self.mapping.meant.connect(self.meant)
        self._cards = {name: _Card(*look) for name, look in CARDS.items()}
        self.carry_button = button("", "primary", "file-import-outline", self._carry)
        self.store_button = button(STORE, "", "microsoft-excel", self._store)
        self.store_button.setToolTip(f"{STORE} (Ctrl+S)")
        self._build(parent_name)
        self.show_plan(planned)
        self.setFocusProxy(self.flaws.table)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "next_flaw": lambda: self.flaws.go_on(1),
            "previous_flaw": lambda: self.flaws.go_on(-1),
            "reread": self._reread,
            "store_left_out": self._store,
            "carry_out": self._carry,
            "leave_import": self.left.emit,
            "drop_line": self.flaws.drop,
            "take_line_back": self.flaws.take_back,
            "same_person": self.flaws.answer_same,
            "other_person": self.flaws.answer_other,
            "all_alike": self.flaws.toggle_every,
        }

    def _build(self, parent_name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead(f"Nhập {self._noun} từ Excel", parent_name, self.left.emit)
        head.add(button("Đọc lại", "", "refresh", self._reread))
        head.add(button("Hủy", done=self.left.emit))
        head.add(self.carry_button)
        column.addWidget(head)
        self._steps = surface("head")
        line = QHBoxLayout(self._steps)
        line.setContentsMargins(24, 3, 24, 6)
        line.addWidget(self.stepper)
        column.addWidget(self._steps)
        across = QHBoxLayout()
        column.addLayout(across, 1)
        across.setSpacing(0)
        across.addWidget(self.mapping)
        across.addWidget(surface("upright"))
        across.addWidget(self._right(), 1)

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setContentsMargins(14, 12, 12, 4)
        row.setSpacing(10)
        for card in self._cards.values():
            row.addWidget(card, 1)
        self.flaws.beside.addWidget(self.store_button)
        column.addWidget(self.flaws, 1)
        return right

    def show_plan(self, planned: Planned) -> None:
        """Show a plan in place of the one before."""
        self.planned, self.outdated = planned, False
        taken = sum(bool(one.meaning) for one in planned.headings)
        details = (
            planned.file,
            f"{len(planned.headings)} cột, đã ghép {taken}",
            f"{show_number(planned.rows)} dòng",
            "hoàn tác được",
        )
        for at, detail in enumerate(details):
            self.stepper.go_to(at, detail)
        self.stepper.go_to(CHECKING)
        self.mapping.show_plan(planned)
        self.flaws.show_plan(planned)
        counts = {"in": planned.goes_in, "wrong": planned.wrong, "doubtful": planned.doubtful}
        for name, count in counts.items():
            below = _words(planned) if name == "in" else CARDS[name][2]
            self._cards[name].show_count(count, below)
        self.store_button.setVisible(bool(planned.left_out))
        self.set_busy(busy=False)
        self.told.emit(NOTHING_YET)

    def set_busy(self, *, busy: bool, words: str = "", locked: bool = False) -> None:
        """While rows are planned again, or the file is read or written: then no cell opens."""
        self.flaws.model.locked = locked
        count = self.planned.goes_in
        noun = f"{show_number(count)} {self._noun}"
        if not words:
            words = UNCHECKED if self.outdated else f"Nhập {noun}" if count else NOTHING_NEW
        self.carry_button.setText(f" {words}")
        for part, there in ((self.carry_button, count), (self.store_button, True)):
            part.setEnabled(bool(there) and not busy and not self.outdated)

    def set_outdated(self) -> None:
        """The plan that is shown is not what was decided or what stands in the file by now."""
        self.outdated = True
        for card in self._cards.values():
            card.show_below(AS_BEFORE)
        self.set_busy(busy=False)
        self.told.emit(READ_AGAIN)

    def event(self, event: QEvent) -> bool:
        """Here Ctrl+Z takes back what was decided: nothing else was done on this page."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and asked and any(map(event.matches, STEPS_BACK)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(KEYS.Undo):
            self.undone.emit()
        elif event.matches(KEYS.Redo):
            self.redone.emit()
        else:
            super().keyPressEvent(event)

    def _reread(self) -> None:
        self.flaws.table.finish_editing()
        self.reread.emit()

    def _store(self) -> None:
        self.flaws.table.finish_editing()
        if self.planned.left_out and self.store_button.isEnabled():
            self.stored.emit()

    def _carry(self) -> None:
        self.flaws.table.finish_editing()
        if self.carry_button.isEnabled():
            self.carried.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.mapping.set_narrow(narrow=narrow)
        self.flaws.chips.set_narrow(narrow=narrow)
        for card in self._cards.values():
            card.set_narrow(narrow=narrow)
        self.store_button.setText("" if narrow else f" {STORE}")
        self._steps.setVisible(self.height() >= LOW)


def _words(planned: Planned) -> str:
    """What becomes of the rows that are right."""
    words = "sẽ nhập vào sổ"
    if planned.updated:
        words = f"thêm {show_number(planned.added)}, cập nhật {show_number(planned.updated)}"
    return f"{words} · {show_number(planned.same)} đã có sẵn" if planned.same else words


class _Card(QWidget):
    """A count with its words, as wide as its share."""

    def __init__(self, look: tuple[str, str], words: str, below: str) -> None:
        super().__init__()
        card = surface("card")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 7, 12, 7)
        row.setSpacing(10)
        colour, icon = look
        row.addWidget(IconTile(icon, colour, 38))
        column = QVBoxLayout()
        row.addLayout(column, 1)
        column.setSpacing(0)
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(6)
        self._count = label("0", "title")
        line.addWidget(self._count)
        self._whole, self._words = words, label(words, "medium")
        line.addWidget(self._words, 1)
        self._below = label(below, "caption", "text2", wrap=True)
        column.addWidget(self._below)

    def show_count(self, count: int, below: str) -> None:
        """How many, with the words below."""
        self._count.setText(show_number(count))
        self._below.setText(below)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out that lines are counted, which the steps above say."""
        self._words.setText(self._whole.removeprefix("dòng ") if narrow else self._whole)

    def show_below(self, words: str) -> None:
        """Other words below the count."""
        self._below.setText(words)


CARDS = {
    "in": (("green", "check-circle"), "dòng đúng", "sẽ nhập vào sổ"),
    "wrong": (("red", "alert-circle"), "dòng cần sửa", "chưa nhập, sửa ngay được"),
    "doubtful": (("orange", "content-duplicate"), "có thể trùng", "chưa nhập, trả lời ở dưới"),
}
