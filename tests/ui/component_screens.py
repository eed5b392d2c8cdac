"""The sheet of components of the look, made of the program's own widgets, for `screenshots`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from models.problem import Problem, Severity, warning
from tests.ui.fake_form import find_person, parse_date, pick_person, show
from tests.ui.fakes import Teams, today
from ui.ask import ConfirmDialog, Question
from ui.form.editors import PickEditor
from ui.form.field_box import FieldBox
from ui.looks import look
from ui.reading import Reading
from ui.source import FieldFacts, MemorySettings, Query
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.tasks import InlineRunner
from ui.theme.contrast import contrast
from ui.theme.theme import theme
from ui.type_ahead import TypeAhead
from ui.widgets.avatar import IconTile
from ui.widgets.banner import banner
from ui.widgets.buttons import button, icon_button, menu_button
from ui.widgets.chip import StatusChip
from ui.widgets.chips import FilterChips
from ui.widgets.key_bar import KeyBar
from ui.widgets.steps import Step, Stepper
from ui.widgets.text import label, surface
from ui.widgets.toast import Notice, Toast

SIZE, CARD = (1366, 1010), 434
SHOWN = ("name", "area", "rating")
PAIRS = (
    ("surface", "text"), ("bg", "text2"), ("sunken", "text3"), ("sel", "text2"),
    ("accent", "on_accent"), ("tint", "accent_text"), ("nav", "nav_text"), ("nav_sel", "nav_on"),
    ("green_tint", "green_text"), ("blue_tint", "blue_text"), ("orange_tint", "orange_text"),
    ("red_tint", "red_text"), ("gold_tint", "gold_text"), ("grey_tint", "grey_text"),
    ("surface", "text3"), ("surface", "edge"),
)  # fmt: skip
STATES = (
    "Tốt", "Khá", "Trung bình", "Yếu", "Dự thảo", "Đã trình", "Được khen", "Không xét",
    "Đang hoạt động", "Củng cố", "Tạm ngừng", "Đã giải thể", "Đã kiểm tra", "Đang giải quyết",
    "Đã trả lời", "Bổ sung hồ sơ",
)  # fmt: skip


def _card(title: str, *parts: QWidget | QLayout) -> QWidget:
    card = surface("card")
    card.setFixedWidth(CARD)
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 11, 14, 14)
    column.setSpacing(8)
    if title:
        column.addWidget(label(title, "strong"))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return card


def _across(*parts: QWidget, stretch: bool = True) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    if stretch:
        row.addStretch(1)
    return row


class _Swatch(QWidget):
    """A colour under its text colour, with the contrast as it is computed."""

    def __init__(self, ground: str, ink: str) -> None:
        super().__init__()
        self._ground, self._ink = ground, ink
        self.setMinimumSize(90, 40)

    def paintEvent(self, _event: object) -> None:
        from PySide6.QtGui import QPainter

        painter, style = QPainter(self), theme()
        upper = self.rect().adjusted(0, 0, -1, -18)
        painter.setPen(style.colour("line2"))
        painter.setBrush(style.colour(self._ground))
        painter.drawRoundedRect(upper, 4, 4)
        painter.setPen(style.colour(self._ink))
        inside, tokens = upper.adjusted(8, 0, -8, 0), style.tokens
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inside, middle, "Aa")
        ratio = f"{contrast(tokens[self._ground], tokens[self._ink]):.1f}"
        painter.drawText(inside, middle | int(Qt.AlignmentFlag.AlignRight), ratio)
        painter.setPen(style.colour("text2"))
        painter.setFont(style.font(11))
        painter.drawText(self.rect().adjusted(0, upper.height() + 2, 0, 0), 0, self._ground)


def _colours() -> QWidget:
    grid = QGridLayout()
    for at, (ground, ink) in enumerate(PAIRS):
        grid.addWidget(_Swatch(ground, ink), at // 4, at % 4)
    return _card("Màu và tương phản", grid)


def _letters() -> QWidget:
    return _card(
        "Cỡ chữ",
        label("20 Tiêu đề trang", "title"),
        _across(label("16 Tiêu đề khung", "heading"), label("14 Chữ nhập, tiêu đề nhỏ", "strong")),
        label("13 Bảng, nút, nhãn: Nguyễn Thị Ngọc Ánh 0123456789", "small"),
        label("12 Chú thích, chip, đầu cột: ấp Sóc Đồn, 28/02/1980", "caption", "text2"),
    )


def _states() -> QWidget:
    grid = QGridLayout()
    left = Qt.AlignmentFlag.AlignLeft
    for at, word in enumerate(STATES):
        grid.addWidget(StatusChip(word, look(word)), at // 3, at % 3, left)
    return _card("Trạng thái: chữ + hình + màu", grid)


def _buttons() -> QWidget:
    off = button("Không dùng được")
    off.setEnabled(False)
    chips = FilterChips()
    chips.put("due", "Cần đánh giá", 6)
    chips.add(menu_button("Ấp", kind="chip"))
    return _card(
        "Nút và bộ lọc",
        _across(
            button("Lưu", "primary", "content-save-outline"),
            button("Hủy"),
            button("Xóa tổ", "danger", "trash-can-outline"),
            button("Xem hết", "link"),
        ),
        _across(button("Nhỏ", "dense", "plus"), off),
        _across(
            chips, icon_button("printer-outline", "In"), icon_button("dots-horizontal", "Khác")
        ),
    )


def _reminders() -> QWidget:
    tabs, keys = QTabBar(), KeyBar()
    for word in ("Thông tin", "Thành viên 14", "Đánh giá", "Lịch sử"):
        tabs.addTab(word)
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    tabs.setCurrentIndex(1)
    keys.show_keys([("", "F2", "Sửa"), ("", "Ctrl+N", "Thêm"), ("", "Esc", "Thôi")])
    due = ("orange", "clock-outline")
    return _card(
        "Thẻ, phím, nhắc", tabs, keys, banner(due, "Đến hạn đánh giá: 30/11/2026", "", "Đánh giá")
    )


def _field(
    reading: Reading, facts: FieldFacts, text: str, problem: Problem | None = None
) -> FieldBox:
    box = FieldBox(facts, reading)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, box.sizePolicy().verticalPolicy())
    box.editor.put_text(text)
    box.show_problem(problem)
    return box


def _pairs(boxes: Sequence[QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    for at, box in enumerate(boxes):
        grid.setColumnStretch(at % 2, 1)
        grid.addWidget(box, at // 2, at % 2)
    return grid


def _fields(reading: Reading) -> QWidget:
    odd = warning("name", "Tên quá ngắn? Vẫn lưu được.")
    still = _field(reading, FieldFacts("code", "Chỉ đọc"), "TQ-2019-003")
    only = still.editor.widget
    assert isinstance(only, QLineEdit)
    only.setReadOnly(True)
    empty = _field(reading, FieldFacts("number", "Chưa nhập (không bắt buộc)"), "")
    hint = empty.editor.widget
    assert isinstance(hint, QLineEdit)
    hint.setPlaceholderText("Ví dụ: 27/QĐ-UBND")
    short = Problem("", "Thiếu 1 số: cần 10 số.")
    return _card("Ô nhập", _pairs((
        _field(reading, FieldFacts("name", "Bình thường"), "Tổ hòa giải số 1"),
        _field(reading, FieldFacts("phone", "Sai"), "0913 555 21", short),
        _field(reading, FieldFacts("who", "Nên xem lại"), "Trần Văn A", odd),
        still,
        empty,
    )))  # fmt: skip


def _dates(reading: Reading) -> QWidget:
    def day(words: str, text: str, problem: Problem | None = None) -> FieldBox:
        facts = FieldFacts("day", words, "partial date", parse=parse_date, show=show)
        return _field(reading, facts, text, problem)

    wrong = "Ngày sinh không hợp lệ: 31/02/1980. Nhập dd/mm/yyyy hoặc chỉ năm."
    future = Problem("", "Ngày ở tương lai. Vẫn lưu được.", Severity.WARNING)
    return _card("Ngày: gõ tắt, hiểu năm", _pairs((
        day("Gõ 14032019 thành", "14/03/2019"),
        day("Chỉ biết năm", "1979"),
        day("Sai", "31/02/1980", Problem("", wrong)),
        day("Chưa tới", "01/12/2027", future),
    )))  # fmt: skip


def _question() -> QWidget:
    """What is asked before a restore, as a part of the sheet."""
    asked = ConfirmDialog(
        Question(
            "Phục hồi sẽ thay toàn bộ dữ liệu trên máy",
            "Dữ liệu nhập sau 17/11/2026 16:42 (23 bản ghi) sẽ mất. "
            "Phần mềm tự cất một bản trước khi thay.",
            "Phục hồi",
            "Không phục hồi",
            "23",
            "Gõ số bản ghi sẽ mất (23) để tiếp tục",
        ),
        None,
    )
    asked.setWindowFlags(Qt.WindowType.Widget)
    asked.setMinimumWidth(0)
    asked.field.setText("2")
    return _card("", asked)


class Sheet(QWidget):
    """Three columns of cards; the list of the person field is opened once it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        facts = FieldFacts("who", "Người", "person", find=find_person, parse=pick_person, show=show,
                           fresh=(FieldFacts("full_name", "Họ và tên"),))  # fmt: skip
        reading = Reading(self, InlineRunner(), print, TypeAhead(self))
        self._person = _field(reading, facts, "nguyen hoa")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 16)
        whole.addWidget(label("Thành phần giao diện", "title"))
        across = QHBoxLayout()
        across.setSpacing(12)
        for cards in (
            (_colours(), _letters(), _states(), _buttons(), _reminders()),
            (_fields(reading), _dates(reading), _card("Chọn người: gõ không dấu", self._person)),
            (self._table(), self._toasts(), self._progress(), _question(), self._empty()),
        ):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            across.addLayout(column, 1)
        whole.addLayout(across, 1)

    def open_list(self) -> None:
        """Have the person field offer what matches."""
        editor = self._person.editor
        assert isinstance(editor, PickEditor)
        editor.widget.setFocus()
        editor.field.open_list("nguyen hoa")

    def _table(self) -> QWidget:
        source = Teams(20)
        source.columns = [
            replace(facts, share=facts.share if facts.key in SHOWN else 0.0)
            for facts in source.columns
        ]
        model = ListModel(source, Inline(source), today, self)
        table = ListTable("sheet", model, MemorySettings())
        table.setProperty("leads", "1")
        table.setMinimumHeight(170)
        table.ask(Query())
        table.chosen.go_to(1)
        return _card("Bảng: dòng chọn có vạch trái, không chỉ đổi màu", table)

    def _toasts(self) -> QWidget:
        done, failed = Toast(self), Toast(self)
        done.say(Notice("Đã xóa 1 thành viên: Kim Thị Út.", "Hoàn tác", "Ctrl+Z"))
        failed.say(Notice("Chưa in được: máy in Canon LBP 2900 chưa bật.", failed=True))
        return _card("Báo xong và hoàn tác (8 giây)", done, failed)

    @staticmethod
    def _progress() -> QWidget:
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, 100)
        bar.setValue(62)
        steps = Stepper(
            (Step("Dự thảo", "02/07"), Step("Đã trình", "25/07"), Step("Được khen", ""))
        )
        steps.go_to(2)
        words = _across(label("Đọc lại từ USB và kiểm tra"))
        words.addWidget(label("62% · còn 8 giây", "caption", "text2"))
        return _card("Tiến độ", words, bar, steps)

    @staticmethod
    def _empty() -> QWidget:
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout()
        column.addWidget(IconTile("account-group-outline", "green", 52, 26), 0, centre)
        column.addWidget(label("Chưa có tổ nào", "heading"), 0, centre)
        hint = "Thêm từng tổ, hoặc nhập cả danh sách từ tệp Excel đang dùng."
        column.addWidget(label(hint, "small", "text2"), 0, centre)
        acts = _across(
            button("Nhập từ Excel", "", "file-import-outline"),
            button("Thêm tổ", "primary", "plus"),
        )
        acts.insertStretch(0, 1)
        column.addLayout(acts)
        return _card("", column)


SHEETS: dict[str, Callable[[], Sheet]] = {"l-thanh-phan": Sheet}
