"""Papers before they have numbers: whose, which number and day, how they look; nothing is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ActionSet, Scope
from ui.issuing.step_head import StepHead
from ui.paper.book import Book
from ui.paper.pdf import Pdf
from ui.paper.record_picker import Find, RecordPicker
from ui.paper.viewer import Viewer
from ui.source import PaperFacts
from ui.source.issuing import ClassDue, Draft, Look
from ui.theme.theme import theme
from ui.widgets.avatar import IconTile
from ui.widgets.banner import banner
from ui.widgets.buttons import button, icon_button
from ui.widgets.date_field import DateField, read_day
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule, surface

LEFT, HEAD, MERIT_HIGH = 360, 60, 84
HINTS = ("look", "hold", "leave_issue")
PLAIN = "Giấy trắng, in đủ khung"
NOT_YET = "Chọn người, xem số và ngày cấp, rồi bấm Xem trước."
AFTER = "In xong, phần mềm hỏi tờ nào đúng rồi mới vào sổ cấp. In hỏng thì in lại, số không đổi."
MOST_FLAWS = 6


class IssuePage(QWidget):
    """Fills in a draft and shows how it would come out.

    Signals: `looked` and `held` with a `Draft`, `dated` when design or day are others, `left`.
    """

    looked = Signal(object)
    held = Signal(object)
    dated = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date], find: Find) -> None:
        super().__init__()
        self.setObjectName("page")
        self._people: tuple[int, ...] = ()
        self._due: ClassDue | None = None
        self._seen: Draft | None = None
        self.design, self.blanks = QComboBox(), QComboBox()
        self.first, self.decision = QLineEdit(), QLineEdit()
        self.day = DateField(today)
        self.day.setText(f"{today():%d/%m/%Y}")
        self.merit = QPlainTextEdit()
        self.merit.setTabChangesFocus(True)
        self.merit.setFixedHeight(theme().px(MERIT_HIGH))
        self.whose = label("Chưa chọn người.", "small", wrap=True)
        self.pick = button("Chọn người", "link", done=self._pick)
        self.numbers = label("", "caption", "green", wrap=True)
        self.flaws = QVBoxLayout()
        self.look_button = button("Xem trước", "", "eye-outline", self._look)
        self.hold_button = button("Giữ số và in", "primary", "printer-outline", self._hold)
        self.picker = RecordPicker(find)
        self.viewer = Viewer()
        self.panel = QStackedWidget()
        self._build()
        self.acts = ActionSet(
            self,
            Scope.ISSUE,
            {"look": self._look, "hold": self._hold, "leave_issue": self._leave},
        )
        self._listen()

    # -- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        across = QHBoxLayout()
        across.setSpacing(0)
        self.panel.setFixedWidth(theme().px(LEFT))
        self.panel.setProperty("k", "surface")
        self.panel.addWidget(self._steps())
        self.panel.addWidget(self.picker)
        across.addWidget(self.panel)
        across.addWidget(surface("upright"))
        across.addWidget(self.viewer, 1)
        column.addLayout(across, 1)
        self.viewer.show_book(Book())
        self.viewer.say(NOT_YET)

    def _head(self) -> QWidget:
        head = surface("head")
        head.setFixedHeight(theme().px(HEAD) + 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 14, 0)
        row.setSpacing(14)
        row.addWidget(IconTile("certificate-outline", "green", 36))
        row.addWidget(label("Cấp giấy", "heading"), 1)
        row.addWidget(icon_button("close", "Đóng", "Esc", self._leave, 18))
        return head

    def _steps(self) -> QWidget:
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        self.heads = [StepHead(at, title) for at, title in enumerate(
            ("Chọn người", "Số và ngày cấp", "Xem và in"), start=1)]  # fmt: skip
        column.addWidget(self.heads[0])
        who = QHBoxLayout()
        who.addWidget(self.whose, 1)
        who.addWidget(self.pick)
        column.addLayout(who)
        column.addWidget(rule())
        column.addWidget(self.heads[1])
        column.addLayout(self._fields())
        column.addWidget(self.numbers)
        column.addWidget(rule())
        column.addWidget(self.heads[2])
        column.addLayout(self.flaws)
        for part in (self.look_button, self.hold_button):
            column.addWidget(part)
        column.addWidget(label(AFTER, "caption", "text2", wrap=True))
        column.addStretch(1)
        area = UprightArea()
        area.setWidget(body)
        return area

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        rows: tuple[tuple[str, QWidget, int, int, int], ...] = (
            ("Mẫu giấy", self.design, 0, 0, 2),
            ("In trên", self.blanks, 2, 0, 2),
            ("Số bắt đầu", self.first, 4, 0, 1),
            ("Ngày cấp", self.day, 4, 1, 1),
            ("Nội dung chứng nhận", self.merit, 6, 0, 2),
            ("Quyết định (nếu có)", self.decision, 8, 0, 2),
        )
        for words, part, at, across, span in rows:
            name = label(words, "small", "text2")
            name.setBuddy(part)
            part.setAccessibleName(words)
            grid.addWidget(name, at, across, 1, span)
            grid.addWidget(part, at + 1, across, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _listen(self) -> None:
        self.picker.chosen.connect(self._picked)
        self.picker.left.connect(lambda: self.panel.setCurrentIndex(0))
        self.design.activated.connect(lambda _at: self._dated())
        self.day.editingFinished.connect(self._dated)
        self.blanks.activated.connect(lambda _at: self._tell())
        self.first.textEdited.connect(lambda _text: self._tell())
        self.merit.textChanged.connect(self._tell)
        self.decision.textEdited.connect(lambda _text: self._tell())

    # -- what is shown

    def show_choices(self, designs: Sequence[str], blanks: Sequence[tuple[str, int]]) -> None:
        """Show the designs and blanks there are."""
        self.design.addItems(list(designs))
        self.blanks.addItem(PLAIN, "")
        for kind, left in blanks:
            self.blanks.addItem(f"{kind} (còn {left} tờ)", kind)
        self._tell()

    def show_class(self, due: ClassDue) -> None:
        """Fill in the papers of a class: of all who passed and hold none."""
        self._due, self._people = due, due.trainees
        self.pick.hide()
        self.merit.setPlainText(due.merit)
        self.decision.setText(due.decision)
        self._tell()

    def show_number(self, first: int) -> None:
        """Show the number that would come next."""
        self.first.setText(f"{first:03d}")
        self._tell()

    def show_look(self, draft: Draft, look: Look) -> None:
        """Show how a draft comes out, and what is wrong with it."""
        paper = PaperFacts("draft", self.numbers.text(), "certificate-outline", coloured=True)
        self.viewer.show_book(Book([(paper, Pdf(look.pdf))]), 0)
        self.viewer.go_to(0)
        while (item := self.flaws.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        tint = ("red", "alert-circle") if look.stops else ("orange", "alert-outline")
        for words in look.flaws[:MOST_FLAWS]:
            self.flaws.addWidget(banner(tint, words))
        if len(look.flaws) > MOST_FLAWS:
            self.flaws.addWidget(label(f"và {len(look.flaws) - MOST_FLAWS} chỗ nữa.", "caption"))
        self._seen = None if look.stops else draft
        self._tell()

    def draft(self) -> Draft | None:
        """What is filled in; nothing while something is missing."""
        day, first = read_day(self.day.text()), self.first.text().strip()
        merit = self.merit.toPlainText().strip()
        if not (self._people and day and first.isdecimal() and merit):
            return None
        return Draft(
            self.design.currentText(),
            self._people,
            int(first),
            day,
            " ".join(merit.split()),
            self.decision.text().strip(),
            self.blanks.currentData() or "",
            self._due.id if self._due is not None else 0,
        )

    def _tell(self) -> None:
        draft, count = self.draft(), len(self._people)
        self.whose.setText(self._whose(count))
        self.pick.setText("Chọn lại" if count else "Chọn người")
        day, first = read_day(self.day.text()), self.first.text().strip()
        told = ""
        if count and day and first.isdecimal():
            last = int(first) + count - 1
            told = f"Số {int(first):03d}/{day.year} đến {last:03d}/{day.year}, chưa dùng lần nào."
        self.numbers.setText(told)
        self.look_button.setText(f" Xem trước {count} giấy" if count else " Xem trước")
        self.hold_button.setText(f" Giữ số và in {count} giấy" if count else " Giữ số và in")
        ready = draft is not None
        self.look_button.setEnabled(ready)
        self.hold_button.setEnabled(ready and draft == self._seen)
        for head, done in zip(
            self.heads, (count > 0, bool(told), self.hold_button.isEnabled()), strict=True
        ):
            head.set_done(done=done)

    def _whose(self, count: int) -> str:
        if not count:
            return "Chưa chọn người."
        if self._due is None:
            return f"{count} người"
        return f"{count} học viên đạt của {self._due.name}; {self._due.others} người chưa cấp."

    # -- acts

    def _dated(self) -> None:
        self.dated.emit()

    def _pick(self) -> None:
        self.panel.setCurrentIndex(1)
        self.picker.begin("người", self._people)

    def _picked(self, people: object) -> None:
        if isinstance(people, tuple):
            self._people = people
        self.panel.setCurrentIndex(0)
        self._tell()
        self.merit.setFocus()

    def _look(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.looked.emit(draft)

    def _hold(self) -> None:
        draft = self.draft()
        if draft is not None and draft == self._seen:
            self.held.emit(draft)

    def _leave(self) -> None:
        if self.panel.currentIndex():
            self.panel.setCurrentIndex(0)
        else:
            self.viewer.close_pages()
            self.left.emit()
