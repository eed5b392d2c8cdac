"""Erases what lies in the trash for good, and keeps how long it has to lie there first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.errors import Cancelled
from ui.ask import Question
from ui.keeping.erase_sheet import EraseSheet
from ui.sentences import words_for
from ui.shell import FORM_HINTS, Shell
from ui.source.erasing import ErasePlan, EraseSource
from ui.widgets.chips import Switch
from ui.widgets.text import label

TRASH, ERASE = "trash", "erase"
TOPIC = ("Thùng rác", "Theo thời hạn lưu trữ của đơn vị. Hết hạn, người quản trị xóa hẳn được.")
WORDS = "Giữ mục đã xóa ít nhất"
STOPPED = "Đã dừng. Chưa xóa hẳn mục nào."


class RetentionTopic(QWidget):
    """`changed` with the years chosen."""

    changed = Signal(int)

    def __init__(self, years: Sequence[int]) -> None:
        super().__init__()
        self.years = Switch(tuple((str(one), f"{one} năm") for one in years))
        words = label(WORDS, "small", "text2")
        words.setBuddy(self.years.buttons[0])
        for part in self.years.buttons:
            part.setAccessibleName(f"{WORDS} {part.text()}")
        self.years.setEnabled(False)  # until it is known
        self.years.changed.connect(lambda chosen: self.changed.emit(int(chosen)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(words)
        row.addWidget(self.years)
        row.addStretch(1)

    def show_years(self, years: int) -> None:
        """Show how long it is now."""
        self.years.choose(str(years))
        self.years.setEnabled(True)


class Erasing(QObject):
    """Everything about the end of deleted records, for who may erase."""

    def __init__(self, shell: Shell, source: EraseSource) -> None:
        super().__init__(shell)
        self._shell, self._source = shell, source
        self._runner = shell.means.runner
        self.sheet: EraseSheet | None = None
        shell.acted.connect(lambda name, act, key: self._acted(name, act, (key,)))
        shell.acted_many.connect(self._acted)

    def topics(self) -> list[tuple[str, str, QWidget]]:
        """The setting of how long what is deleted is kept; nothing for who may not erase."""
        if not self._source.may_erase:
            return []
        topic, source = RetentionTopic(self._source.years), self._source
        notifier = self._shell.notifier

        def failed(error: Exception) -> None:
            notifier.failed(error)
            self._runner.read(lambda _tell: source.kept_for(), topic.show_years, notifier.failed)

        topic.changed.connect(
            lambda years: self._runner.run(
                lambda _tell: source.keep_for(years), notifier.say, failed
            )
        )
        self._runner.read(lambda _tell: source.kept_for(), topic.show_years, notifier.failed)
        return [(*TOPIC, topic)]

    def _acted(self, register: str, act: str, identities: Sequence[int]) -> None:
        if (register, act) != (TRASH, ERASE):
            return
        self._runner.read(
            lambda _tell: self._source.plan(identities),
            lambda plan: self._show(plan, identities),
            self._shell.notifier.failed,
        )

    def _show(self, plan: ErasePlan, identities: Sequence[int]) -> None:
        sheet = self.sheet = EraseSheet(plan)
        uncover = self._shell.uncovering(sheet)

        def back() -> None:
            self.sheet = None
            uncover()

        sheet.left.connect(back)
        sheet.wanted.connect(lambda: self._confirm(sheet, plan, identities, back))
        self._shell.keys.show_keys(sheet.acts.hints(FORM_HINTS))
        sheet.setFocus()

    def _confirm(
        self,
        sheet: EraseSheet,
        plan: ErasePlan,
        identities: Sequence[int],
        back: Callable[[], None],
    ) -> None:
        """Ask for the number of what is lost."""
        question = Question(
            f"Xóa hẳn {plan.many} mục khỏi sổ",
            "Không lấy lại được từ sổ này nữa.",
            "Xóa hẳn",
            "Không xóa",
            typed=str(plan.many),
            typed_label=f"Gõ số mục sẽ mất ({plan.many}) để xóa hẳn",
        )
        if not self._shell.means.asker.confirm(question):
            sheet.set_busy(busy=False)
            return
        why = sheet.why.text().strip()

        def done(words: str) -> None:
            back()
            self._shell.changed()
            self._shell.notifier.say(words)

        def failed(error: Exception) -> None:
            if self.sheet is sheet:
                sheet.refuse(STOPPED if isinstance(error, Cancelled) else words_for(error))
            else:
                self._shell.notifier.failed(error)

        task = self._runner.run(
            lambda tell: self._source.erase(identities, why, tell), done, failed
        )
        self._shell.progress.follow(task, f"Đang xóa hẳn {plan.many} mục…")
