"""Beside the sheet of a class: whose certificates, from which number, and how one looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.form.pick_field import matching
from ui.issuing.number_fields import NumberFields
from ui.issuing.paper_picture import PaperPicture
from ui.issuing.step_head import StepHead
from ui.paper.record_picker import RecordPicker
from ui.source.issuing import ClassDue, Draft
from ui.theme.theme import theme
from ui.widgets.buttons import button
from ui.widgets.date_field import read_day
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule

WIDE, INDENT, AFTER_MS = 360, 30, 150
ALL = "Chỉ người đạt"
AFTER = "In xong, bấm “Đúng hết, vào sổ cấp”. In hỏng thì in lại, số không đổi."


class ClassPanel(QWidget):
    """Fills in the papers of a class in three steps; takes no number.

    Signals: `dated` the design and day to number for, `pictured` a draft of one paper to be drawn,
    `looked` and `tested` drafts of all chosen and of one.
    """

    dated = Signal(str, object)
    pictured = Signal(object)
    looked = Signal(object)
    tested = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setFixedWidth(theme().px(WIDE))
        self._due = ClassDue(0, "", (), "", "", 0)
        self._design = ""
        self._chosen: tuple[int, ...] | None = None
        self._here = 0
        self._drawn: Draft | None = None
        self.all = QCheckBox(ALL)
        self.count = label("", "medium", wrap=True)
        self.pick = button("Chọn lại", "link", done=self._pick)
        self.number = NumberFields(today)
        self.first, self.day = self.number.first, self.number.day
        self.numbers = label("", "caption", "green", wrap=True)
        self.picture = PaperPicture()
        self.look = button("Xem trước", "primary", "eye-outline", self._look)
        self.test = button("In thử 1", "", "printer-outline", self._test)
        self.picker = RecordPicker(lambda words, told: told(matching(self._due.options, words)))
        self.pages = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._draw)
        self._build()
        self._listen()
        self._tell()

    # -- building

    def _build(self) -> None:
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        column.addWidget(label("In giấy chứng nhận", "heading"))
        self.heads = [StepHead(at, title) for at, title in enumerate(
            ("Chọn người", "Số và ngày cấp", "Xem và in"), start=1)]  # fmt: skip
        column.addWidget(self.heads[0])
        _indented(column, self.all)
        who = _indented(column, self.count)
        who.addWidget(self.pick)
        column.addWidget(rule())
        column.addWidget(self.heads[1])
        _indented(column, self.number)
        _indented(column, self.numbers)
        column.addWidget(rule())
        column.addWidget(self.heads[2])
        _indented(column, self.picture)
        across = _indented(column, self.look)
        across.setSpacing(8)
        across.addWidget(self.test)
        _indented(column, label(AFTER, "caption", "text2", wrap=True))
        column.addStretch(1)
        area = UprightArea()
        area.setWidget(body)
        self.pages.addWidget(area)
        self.pages.addWidget(self.picker)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _listen(self) -> None:
        self.all.toggled.connect(self._turned)
        self.number.changed.connect(self._tell)
        self.number.dated.connect(self._ask_number)
        self.picker.chosen.connect(self._picked)
        self.picker.left.connect(self._given_up)

    # -- what is shown

    def show_class(self, due: ClassDue, design: str) -> None:
        """Show who of a class is due a paper now; those chosen stay as long as they are due."""
        if due.id != self._due.id:
            self._chosen, self._drawn = None, None
            self.number.begin_anew()
            self.pages.setCurrentIndex(0)
        self._due, self._design = due, design
        if self._chosen is not None:
            self._chosen = tuple(key for key in self._chosen if key in due.trainees)
        self.all.setText(f"{ALL} ({due.rule})" if due.rule else ALL)
        self._check(on=self._chosen is None)
        self._tell()
        self._ask_number()

    def show_picture(self, draft: Draft, pdf: bytes) -> None:
        """Show how one paper comes out."""
        if draft == self._drawn:
            self.picture.show_pdf(pdf)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def stand_on(self, trainee: int) -> None:
        """The cursor of the sheet is on a trainee: theirs is the paper that is shown."""
        self._here = trainee
        self._later.start()

    @property
    def people(self) -> tuple[int, ...]:
        """Who gets a paper."""
        return self._due.trainees if self._chosen is None else self._chosen

    def draft(self) -> Draft | None:
        """What is filled in; nothing while something is missing."""
        typed = self.number.typed()
        if typed is None or not (self.people and self._design):
            return None
        first, day = typed
        due = self._due
        return Draft(
            self._design, self.people, first, day, due.merit, due.decision, training=due.id
        )

    def one(self) -> Draft | None:
        """The paper of the trainee the cursor is on, else the first one."""
        draft = self.draft()
        if draft is None:
            return None
        at = self.people.index(self._here) if self._here in self.people else 0
        return replace(draft, people=(self.people[at],), first=draft.first + at)

    def _tell(self) -> None:
        draft, count, due = self.draft(), len(self.people), self._due
        self.count.setText(_who(due, count))
        self.pick.setEnabled(bool(due.trainees))
        self.all.setEnabled(bool(due.trainees))
        told = ""
        if draft is not None:
            year, last = draft.day.year, draft.first + count - 1
            to = f" đến {last:03d}/{year}" if count > 1 else ""
            told = f"Số {draft.first:03d}/{year}{to}, chưa dùng lần nào."
        self.numbers.setText(told)
        self.look.setText(f" Xem trước {count} giấy" if count else " Xem trước")
        for part in (self.look, self.test):
            part.setEnabled(draft is not None)
        for head, done in zip(self.heads, (count > 0, bool(told), False), strict=True):
            head.set_done(done=done)
        self._later.start()

    def _draw(self) -> None:
        """Have the picture drawn when it would be another one; nobody looks at a hidden panel."""
        if not self.isVisible():
            return
        one = self.one()
        if one is None:
            self._drawn = None
            self.picture.show_nothing()
        elif one != self._drawn:
            self._drawn = one
            self.pictured.emit(one)

    # -- acts

    def _turned(self, on: bool) -> None:
        if on:
            self._chosen = None
            self._tell()
        else:
            self._pick()

    def _check(self, *, on: bool) -> None:
        self.all.blockSignals(True)
        self.all.setChecked(on)
        self.all.blockSignals(False)

    def _ask_number(self) -> None:
        day = read_day(self.day.text())
        if day is not None and self._design:
            self.dated.emit(self._design, day)

    def _pick(self) -> None:
        self.pages.setCurrentIndex(1)
        self.picker.begin("học viên", self.people)

    def _given_up(self) -> None:
        self._check(on=self._chosen is None)
        self.pages.setCurrentIndex(0)
        self.pick.setFocus()

    def _picked(self, chosen: object) -> None:
        """Those ticked, in the order of the class's sheets."""
        keys = set(chosen) if isinstance(chosen, tuple) else set()
        picked = tuple(key for key in self._due.trainees if key in keys)
        self._chosen = None if picked == self._due.trainees else picked
        self._check(on=self._chosen is None)
        self.pages.setCurrentIndex(0)
        self._tell()

    def _look(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.looked.emit(draft)

    def _test(self) -> None:
        one = self.one()
        if one is not None:
            self.tested.emit(one)


def _indented(column: QVBoxLayout, part: QWidget) -> QHBoxLayout:
    """Put a part under the words of its step's head, not under its number; the row it stands in."""
    row = QHBoxLayout()
    column.addLayout(row)
    row.setContentsMargins(theme().px(INDENT), 0, 0, 0)
    row.addWidget(part, 1)
    return row


def _who(due: ClassDue, count: int) -> str:
    """How many get a paper, and why the others do not."""
    others = []
    if len(due.trainees) > count:
        others.append(f"{len(due.trainees) - count} người chưa chọn")
    if due.failing:
        others.append(f"{due.failing} người chưa đủ")
    if due.given:
        others.append(f"{due.given} người đã có giấy")
    nobody = "Không còn ai cần cấp giấy" if due.given else "Chưa ai cần cấp giấy"
    return " · ".join((f"{count} người" if count else nobody, *others))
