"""The page of one class: what it is, who is in it, attendance and results by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.classes.attendance import AttendanceTab
from ui.classes.head import ATTENDANCE, PAPERS, RESULTS, ROSTER, ClassHead
from ui.classes.papers import PapersTab
from ui.classes.results import ResultModel, ResultView
from ui.classes.roster import Roster
from ui.classes.work import ClassWork
from ui.issuing.class_panel import ClassPanel
from ui.pages.blocks import blocks_widget
from ui.reading import Reading
from ui.shell import Means
from ui.source.classes import ClassSheet, ClassSource
from ui.theme.theme import theme
from ui.type_ahead import TypeAhead
from ui.widgets.buttons import open_below
from ui.widgets.scroll import UprightArea
from ui.widgets.text import surface

PLAIN_HINTS = ("class_tab", "edit_class", "print_class", "leave_class")
HINTS: Mapping[int, tuple[str, ...]] = {
    ATTENDANCE: ("cells", "by_number", "fill_down", "print_class", "leave_class"),
    RESULTS: ("cells", "cell_down", "print_class", "leave_class"),
}
MORE = (
    "certify_class",
    "",
    "import_trainees",
    "all_present",
    "",
    "remove_trainee",
    "remove_sitting",
)
SHEET = "attendance-sheet"
PANEL_FROM = 1100


class ClassPage(QWidget):
    """Everything of one class.

    Signals: `left` to the list; `wished` an act of the shell (edit, import, print) with a
    document; `told` a line for the key bar; `hinted` the keys that work now; `stood` the trainee
    the cursor is on; `shown` the class whose papers the panel is to show.
    """

    left = Signal()
    wished = Signal(str, str)
    told = Signal(str)
    hinted = Signal(object)
    stood = Signal(int)
    shown = Signal(int)

    def __init__(self, source: ClassSource, means: Means, panel: ClassPanel | None = None) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sheet = ClassSheet(0, "")
        self.work = ClassWork(source, means.runner)
        self.head = ClassHead(self.left.emit, self._run)
        reading = Reading(self, means.runner, self.work.failed.emit, TypeAhead(self))
        self.roster = Roster(source, means.settings, means.today, reading)
        self.attendance = AttendanceTab(means.today)
        self.results = ResultView(ResultModel(source))
        self.papers = PapersTab(means.settings, means.today)
        self.panel = panel
        self.facts, self.history = UprightArea(), UprightArea()
        self.stack = QStackedWidget()
        tabs = (self.facts, self.roster, self.attendance, self.results, self.papers, self.history)
        for page in tabs:
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        across = QHBoxLayout()
        column.addLayout(across, 1)
        across.setSpacing(0)
        across.addWidget(self.stack, 1)
        self._edge = surface("upright")
        for part in (self._edge, panel):
            if part is not None:
                across.addWidget(part)
        self.acts = ActionSet(self, Scope.CLASS, self._handlers())
        self._listen()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "all_present": self.attendance.fill_present,
            "edit_class": lambda: self.wished.emit("edit", ""),
            "search_trainee": self._search,
            "print_class": lambda: self._print(SHEET if self.head.tab == ATTENDANCE else ""),
            "certify_class": lambda: self.wished.emit("certify", ""),
            "import_trainees": lambda: self.wished.emit("import", ""),
            "remove_trainee": self.roster.remove,
            "remove_sitting": self._remove_sitting,
            "class_tab": partial(self.head.turn, 1),
            "class_tab_before": partial(self.head.turn, -1),
            "leave_class": self.left.emit,
        }

    def _run(self, name: str) -> None:
        if name == "more":
            self._more()
        elif name == "print_sheet":
            self._print(SHEET)
        else:
            self.acts.run(name)

    def _listen(self) -> None:
        self.head.turned.connect(self._show_tab)
        self.work.came.connect(self._show)
        self.work.gone.connect(self.left)
        self.attendance.told.connect(self.told)
        self.attendance.model.marked.connect(self.work.keep_marks)
        self.attendance.sitting_added.connect(self._add_sitting)
        self.results.stood.connect(self.told)
        self.results.results.wrong.connect(self.told)
        self.results.results.typed.connect(self.work.keep_scores)
        self.roster.chosen.connect(self._add_person)
        self.roster.typing.connect(lambda: self.acts.run("edit_class"))
        self.roster.importing.connect(lambda: self.acts.run("import_trainees"))
        self.roster.removing.connect(self._remove)
        for view in (self.attendance.view, self.results):
            view.selectionModel().currentChanged.connect(self._stood)

    # -- what is shown

    def begin(self, identity: int) -> None:
        """Show a class; what was typed in another is being kept."""
        if identity != self.work.identity:
            self.work.turn_to(identity)
            self.sheet = ClassSheet(0, "")
            self.head.tabs.setCurrentIndex(ATTENDANCE)
        self._hint()
        self.work.reload()

    def _show(self, sheet: ClassSheet) -> None:
        first = self.sheet.id != sheet.id
        self.sheet = sheet
        self.head.show_sheet(sheet)
        self.roster.show_sheet(sheet)
        self.attendance.show_sheet(sheet, self.work.marks.unsaved)
        self.results.results.show(sheet, self.work.scores.unsaved)
        self.papers.show_sheet(sheet)
        self._lay_panel()
        self.shown.emit(sheet.id)
        tabs = {tab.key: tab for tab in sheet.detail.tabs}
        for key, area in (("facts", self.facts), ("history", self.history)):
            if key in tabs:
                area.setWidget(
                    blocks_widget((), tabs[key].blocks, lambda _tab: None, lambda _act: None)
                )
        if first:
            self._show_tab(self.head.tab)

    def _show_tab(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self._lay_panel()
        self.told.emit("")
        self._hint()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where work goes on in this tab."""
        at = self.head.tab
        if at == ATTENDANCE:
            self.attendance.begin()
        elif at == RESULTS:
            self.results.begin()
            self.results.setFocus()
        elif at == ROSTER:
            self.roster.begin()
        elif at == PAPERS:
            self.papers.begin()
        else:
            self.head.tabs.setFocus()

    def _lay_panel(self) -> None:
        """Papers are issued beside attendance, results and papers, where there is room for it."""
        wanted = self.head.tab in (ATTENDANCE, RESULTS, PAPERS) and bool(self.sheet.seats)
        shown = wanted and self.panel is not None and self.width() >= theme().px(PANEL_FROM)
        for part in (self._edge, self.panel):
            if part is not None:
                part.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_panel()

    def _stood(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.sheet.seats):
            self.stood.emit(self.sheet.seats[index.row()].id)

    def _hint(self) -> None:
        self.hinted.emit(HINTS.get(self.head.tab, PLAIN_HINTS))

    def areas(self) -> list[QWidget]:
        """Where F6 goes in turn."""
        own = [self.panel.first] if self.panel is not None else []
        return [self.head.tabs, self.attendance.view, self.results, *own]

    # -- acts

    def _search(self) -> None:
        self.head.tabs.setCurrentIndex(ATTENDANCE)
        self.attendance.search.setFocus()

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.acts.fill(menu, MORE)
        open_below(menu, self.head.more_button)

    def _print(self, document: str) -> None:
        self.work.finish()
        self.wished.emit("print", document)

    def _add_person(self, person: int) -> None:
        source, identity = self.work.source, self.work.identity
        self.work.do(lambda: source.add_person(identity, person), self.roster.begin)

    def _add_sitting(self, day: str, part: str) -> None:
        source, identity = self.work.source, self.work.identity
        self.work.do(lambda: source.add_sitting(identity, day, part), self.attendance.sitting_kept)

    def _remove_sitting(self) -> None:
        sitting = self.attendance.current_sitting()
        if sitting:
            self.work.do(lambda: self.work.source.remove_sitting(sitting))

    def _remove(self, seats: tuple[int, ...]) -> None:
        self.work.do(lambda: self.work.source.remove(seats))
