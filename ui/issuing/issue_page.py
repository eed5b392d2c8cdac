"""Papers before they have numbers: whose, which number and day, how they look; nothing is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ActionSet, Scope
from ui.form.pick_field import matching
from ui.issuing.draft_fields import DraftFields
from ui.issuing.step_head import StepHead
from ui.paper.book import Book
from ui.paper.pdf import Pdf
from ui.paper.record_picker import Find, RecordPicker
from ui.paper.viewer import Viewer
from ui.source import Option, PaperFacts
from ui.source.issue_book import Again
from ui.source.issuing import ClassDue, Draft, Look
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.date_field import read_day
from ui.widgets.over_page import OverPage
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule

LEFT = 360
HINTS = ("look", "hold", "leave_issue")
NOT_YET = "Chọn người, xem số và ngày cấp, rồi bấm Xem trước."
AFTER = "In xong, phần mềm hỏi tờ nào đúng rồi mới vào sổ cấp. In hỏng thì in lại, số không đổi."
MOST_FLAWS = 6


class IssuePage(OverPage):
    """Fills in a draft and shows how it would come out.

    Signals: `looked` and `held` with a `Draft`, `dated` when design or day are others, `left`.
    """

    looked = Signal(object)
    held = Signal(object)
    dated = Signal()

    def __init__(self, today: Callable[[], date], find: Find) -> None:
        super().__init__("certificate-outline", "Cấp giấy")
        self._people: tuple[int, ...] = ()
        self._due: ClassDue | None = None
        self._again: Again | None = None
        self.seen: Draft | None = None
        self.fields = DraftFields(today)
        self.design, self.blanks = self.fields.design, self.fields.blanks
        self.first, self.day = self.fields.first, self.fields.day
        self.merit, self.decision = self.fields.merit, self.fields.decision
        self.why = self.fields.why
        self.whose = label("Chưa chọn người.", "small", wrap=True)
        self.pick = button("Chọn người", "link", done=self._pick)
        self.numbers = label("", "caption", "green", wrap=True)
        self.flaws = QVBoxLayout()
        self.look_button = button("Xem trước", "", "eye-outline", self._look)
        self.hold_button = button("Giữ số và in", "primary", "printer-outline", self._hold)
        self._find = find
        self.picker = RecordPicker(self._look_for)
        self.viewer = Viewer()
        self.panel = QStackedWidget()
        self._build()
        self.acts = ActionSet(
            self,
            Scope.ISSUE,
            {"look": self._look, "hold": self._hold, "leave_issue": self.leave},
        )
        self._listen()

    # -- building

    def _build(self) -> None:
        self.divide(self.panel, LEFT, self.viewer)
        self.panel.addWidget(self._steps())
        self.panel.addWidget(self.picker)
        self.viewer.show_book(Book())
        self.viewer.say(NOT_YET)

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
        column.addLayout(who)
        who.addWidget(self.whose, 1)
        who.addWidget(self.pick)
        column.addWidget(rule())
        column.addWidget(self.heads[1])
        column.addWidget(self.fields)
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

    def _listen(self) -> None:
        self.picker.chosen.connect(self._picked)
        self.picker.left.connect(lambda: self.panel.setCurrentIndex(0))
        self.fields.changed.connect(self._tell)
        self.fields.dated.connect(self.dated)

    # -- what is shown

    def show_choices(self, designs: Sequence[str], blanks: Sequence[tuple[str, int]]) -> None:
        """Show the designs and blanks there are."""
        self.fields.show_choices(designs, blanks)
        self._tell()

    def show_class(self, due: ClassDue) -> None:
        """Fill in the papers of a class: of all who passed and hold none."""
        self._due, self._people = due, due.trainees
        self.merit.setPlainText(due.merit)
        self.decision.setText(due.decision)
        self._tell()

    def show_draft(self, draft: Draft) -> None:
        """Fill in what was chosen elsewhere: people, first number, day and design."""
        self._people = draft.people
        self.fields.put(draft.design, draft.first, draft.day)
        self._tell()

    def show_again(self, again: Again) -> None:
        """Fill in a paper that takes an old one's place; the reason is asked for."""
        self._again = again
        self.pick.hide()
        self.fields.ask_why(on=True)
        self.fields.choose_design(again.design)
        self.merit.setPlainText(again.merit)
        self.decision.setText(again.decision)
        self._tell()

    def show_number(self, first: int) -> None:
        """Show the number that would come next, unless one was typed."""
        self.fields.show_number(first)
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
        self.seen = None if look.stops else draft
        self._tell()

    def draft(self) -> Draft | None:
        """What is filled in; nothing while something is missing."""
        day, first = read_day(self.day.text()), self.first.text().strip()
        merit = self.merit.toPlainText().strip()
        why = self.why.text().strip()
        whose = why if self._again is not None else self._people
        if not (whose and day and first.isdecimal() and merit):
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
            self._again.paper if self._again is not None else 0,
            why,
        )

    def _tell(self) -> None:
        draft = self.draft()
        count = 1 if self._again is not None else len(self._people)
        self.whose.setText(self._whose(count))
        self.pick.setText("Chọn lại" if count else "Chọn người")
        day, first = read_day(self.day.text()), self.first.text().strip()
        told = ""
        if count and day and first.isdecimal():
            last = int(first) + count - 1
            to = f" đến {last:03d}/{day.year}" if count > 1 else ""
            told = f"Số {int(first):03d}/{day.year}{to}, chưa dùng lần nào."
        self.numbers.setText(told)
        self.look_button.setText(f" Xem trước {count} giấy" if count else " Xem trước")
        self.hold_button.setText(f" Giữ số và in {count} giấy" if count else " Giữ số và in")
        ready = draft is not None
        self.look_button.setEnabled(ready)
        self.hold_button.setEnabled(ready and draft == self.seen)
        for head, done in zip(
            self.heads, (count > 0, bool(told), self.hold_button.isEnabled()), strict=True
        ):
            head.set_done(done=done)

    def _whose(self, count: int) -> str:
        if self._again is not None:
            return f"{self._again.receiver}, thay giấy số {self._again.label}"
        if not count:
            return "Chưa chọn người."
        if self._due is None:
            return f"{count} người"
        others = self._due.others + len(self._due.trainees) - count
        return f"{count} học viên đạt của {self._due.name}; {others} người chưa cấp."

    # -- acts

    def _pick(self) -> None:
        self.panel.setCurrentIndex(1)
        self.picker.begin("người", self._people)

    def _look_for(self, words: str, told: Callable[[Sequence[Option]], object]) -> object:
        """Of a class its trainees, else anybody of the register."""
        if self._due is None:
            return self._find(words, told)
        return told(matching(self._due.options, words))

    def _picked(self, people: object) -> None:
        if isinstance(people, tuple):
            of_class = self._due.trainees if self._due is not None else people
            self._people = tuple(key for key in of_class if key in people)
        self.panel.setCurrentIndex(0)
        self._tell()
        self.merit.setFocus()

    def _look(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.looked.emit(draft)

    def _hold(self) -> None:
        draft = self.draft()
        if draft is not None and draft == self.seen:
            self.held.emit(draft)

    def leave(self) -> None:
        if self.panel.currentIndex():
            self.panel.setCurrentIndex(0)
        else:
            self.viewer.close_pages()
            super().leave()
