"""Every screen of the program and the way to it, for `tests.ui.screenshots`.

A new screen is a function that leads to it and a line in the table below; it begins on the first
register, with nothing open over it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from models.demo.story import EXAMPLE
from models.errors import World, WorldError
from models.registers.classes import TrainingClass
from models.registers.members import Membership
from models.registers.teams import Team
from models.store.change import change
from tests.ui.keys import settle
from ui.ask import Answers
from ui.classes.head import ATTENDANCE, FACTS, RESULTS, ROSTER
from ui.classes.page import ClassPage
from ui.form.editors import PickEditor
from ui.form.page import FormPage
from ui.pages.doubles_page import DoublesPage
from ui.pages.past_view import PastView
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.places import SETTINGS
from ui.settings.page import SettingsPage
from ui.workplace import Workplace

FULL = "Đĩa đầy, còn 9 MB. Xóa bớt tệp rồi làm lại."
REST_MS, LONGEST_SECONDS = 350, 240
LEAVING = ("close", "leave_import", "leave_class", "leave_pairs", "leave_issue", "leave_restore",
           "leave", "leave_sheet", "leave_paper")  # fmt: skip
Flag = QItemSelectionModel.SelectionFlag


class Stage:
    """The window over a demo register, with what a step needs to lead it somewhere."""

    def __init__(self, place: Workplace, answers: Answers, folder: Path) -> None:
        self.place, self.answers, self.folder = place, answers, folder
        self.shell = place.shell
        self.after: Callable[[], object] = lambda: None
        """What puts things back once the picture is taken."""

    @staticmethod
    def wait(until: Callable[[], bool] = lambda: True) -> None:
        """Let the window work until something is so, and a moment longer.

        Raises:
            TimeoutError: it does not come about.
        """
        last = time.monotonic() + LONGEST_SECONDS
        while not until():
            if time.monotonic() > last:
                raise TimeoutError("the screen did not come about")
            QTest.qWait(20)
        QTest.qWait(REST_MS)

    @property
    def shown(self) -> QWidget | None:
        """The page that is shown."""
        return self.shell.pages.currentWidget()

    def begin(self) -> None:
        """Back to the first register, nothing over it, nothing searched for."""
        self.after()
        self.after = lambda: None
        self.shell.palette_box.close_palette()
        self.shell.notifier.toast.close_notice()
        if isinstance(self.shown, FormPage):
            self.shown.discard()
        elif not isinstance(self.shown, RegisterPage):
            for act in LEAVING:
                self.shell.run(act)
        page = self.register("teams")
        page.list.clear()
        page.panes.show_one(detail=False)
        page.detail.open_tab("facts")
        self.settle()

    def register(self, name: str) -> RegisterPage:
        """Go to a register and wait until it is read."""
        page = self.shell.open_register(name)
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until the page that is shown has all it asked for."""
        page = self.shown
        if not isinstance(page, RegisterPage):
            self.wait()
            return
        self.wait(lambda: page.model.total is not None)
        if page.model.rowCount():
            self.wait(lambda: page.feed._shown == page.table.chosen.identity() != 0)

    def example(self) -> RegisterPage:
        """The team of the look's pictures."""
        page = self.register("teams")
        page.select(Team.get(Team.name == EXAMPLE).id)
        self.settle()
        self.wait(lambda: page.detail.title.whole() == EXAMPLE)
        return page


def teams(here: Stage) -> None:
    here.example().table.setFocus()


def members_tab(here: Stage) -> None:
    page = here.example()
    page.panes.show_one(detail=True)
    page.detail.open_tab("members")


def history_tab(here: Stage) -> None:
    page = here.example()
    page.panes.show_one(detail=True)
    page.detail.open_tab("history")
    past = page.detail.stack.currentWidget()
    assert isinstance(past, PastView)
    here.wait(lambda: past._shown > 0)


def one_pane(here: Stage) -> None:
    here.example().panes.show_one(detail=True)


def filtered(here: Stage) -> None:
    page = here.register("teams")
    chip = page.list.filters.chips.chip("weak")
    assert chip is not None
    chip.click()
    chip.setFocus(Qt.FocusReason.TabFocusReason)


def many(here: Stage) -> None:
    page = here.example()
    for at in range(page.table.chosen.row() - 4, page.table.chosen.row()):
        page.table.selectionModel().select(page.model.index(at, 0), Flag.Select | Flag.Rows)


def no_match(here: Stage) -> None:
    page = here.register("teams")
    page.list.search.setText("xyz")
    page.list.search.tell()
    here.wait(page.list.no_match.isVisible)


def another(name: str) -> Callable[[Stage], None]:
    """A register as it opens."""

    def step(here: Stage) -> None:
        here.register(name).table.setFocus()

    return step


def form(here: Stage) -> FormPage:
    page = here.example()
    form = here.shell.open_form("teams", page.table.chosen.identity())
    assert form is not None
    settle()
    return form


def wrong_form(here: Stage) -> None:
    shown = form(here)
    shown.body.boxes["decision_date"].editor.put_text("31/02/2019")
    shown.body.boxes["phone"].editor.put_text("0913 555 21")
    shown.body.boxes["phone"].editor.edited.emit()
    shown.save()
    here.wait(lambda: shown.body.boxes["decision_date"].problem is not None)


def typing_rows(here: Stage) -> None:
    rows = form(here).body.grids["membership"]
    rows.model.rows.put(2, 3, "09508800652")
    rows.model.rows.put(5, 1, "1950")
    rows.go_to(2, "Person.citizen_id")
    here.wait(lambda: bool(rows.line._words.whole()))


def two_values(here: Stage) -> None:
    shown = form(here)
    team = Team.get_by_id(shown.identity)
    team.scope, team.households = "Tuyến 2, 3 và 5", 91
    with change("Sửa ở máy khác") as work:
        work.save(team)
    shown.body.boxes["scope"].editor.put_text("Tuyến 9")
    shown.save()
    settle()


def new_person(here: Stage) -> None:
    here.shell.open_form("people", None)


def picking(here: Stage) -> None:
    shown = here.shell.open_form("members", None)
    assert shown is not None
    editor = shown.body.boxes["person"].editor
    assert isinstance(editor, PickEditor)
    settle()
    shown.body.go_to("person")
    editor.put_text("nguyen")
    editor.field.open_list("nguyen")
    here.wait(lambda: editor.field._list is not None and editor.field._list.isVisible())


def find(here: Stage) -> None:
    teams(here)
    here.shell.notifier.undoable("Đã xóa 1 thành viên: Kim Thị Út.", here.shell.changes.undo)
    box = here.shell.palette_box
    box.open("hong nhung")
    box.field.deselect()
    here.wait(lambda: bool(box.titles()))


def failure(here: Stage) -> None:
    teams(here)
    here.shell.notifier.failed(WorldError(FULL, World.DISK_FULL))


def papers(here: Stage) -> None:
    here.example().wishes.printed("member-list")
    page = here.shell.pages.currentWidget()
    assert isinstance(page, PaperPage)
    here.wait(lambda: bool(page.viewer.pictures.book.leaves))
    here.wait(here.shell.progress.isHidden)
    QTest.qWait(2500)


def class_page(here: Stage, tab: int = ATTENDANCE) -> ClassPage:
    """The class of the look's picture: six sittings, forty-two trainees."""
    here.place.classes.open(TrainingClass.get(TrainingClass.enrolled == 42).id)
    page = here.place.classes.page
    assert page is not None
    here.wait(lambda: page.attendance.view.currentIndex().isValid())
    page.head.tabs.setCurrentIndex(tab)
    page.attendance.view.go(10, 2)
    panel = page.panel
    assert panel is not None
    here.wait(lambda: panel.picture.is_drawn or panel.isHidden() or not panel.people)
    page.take_focus()
    return page


def class_tab(tab: int) -> Callable[[Stage], None]:
    """A tab of the class."""

    def step(here: Stage) -> None:
        class_page(here, tab)

    return step


def settings(here: Stage) -> None:
    here.shell.places.open(SETTINGS)
    page = here.shown
    assert page is not None
    here.wait(lambda: any(field.text() for field in page.findChildren(QLineEdit)))


def settings_below(here: Stage) -> None:
    settings(here)
    page = here.shown
    assert isinstance(page, SettingsPage)
    QTest.qWait(50)
    page.topics.verticalScrollBar().setValue(page.topics.verticalScrollBar().maximum())
    page.words.choice.setFocus()


def life_tab(here: Stage) -> None:
    page = here.register("people")
    membership = Membership.select().where(Membership.trashed_at.is_null()).first()
    page.select(membership.person_id)
    here.settle()
    page.panes.show_one(detail=True)
    page.detail.open_tab("life")


def doubles(here: Stage) -> None:
    here.shell.acts.run("doubles")
    here.wait(
        lambda: isinstance(here.shown, DoublesPage) and here.shown.compare.comparison is not None
    )
    assert isinstance(here.shown, DoublesPage)
    here.shown.compare.begin()


def changes(here: Stage) -> None:
    here.register("changes").table.setFocus()


def trash(here: Stage) -> None:
    here.register("trash").table.setFocus()


Steps = dict[str, Callable[[Stage], object]]
SCREENS: Steps = {
    "a-to": teams,
    "a-to-mot-khung": one_pane,
    "a-to-thanh-vien": members_tab,
    "a-to-lich-su": history_tab,
    "a-to-loc": filtered,
    "a-to-nhieu-dong": many,
    "a-to-khong-khop": no_match,
    "a-nguoi": another("people"),
    "a-thanh-vien": another("members"),
    "a-mo-hinh": another("schemes"),
    "a-diem": another("sites"),
    "a-danh-gia": another("reviews"),
    "a-hoat-dong": another("activities"),
    "a-dia-ban": another("areas"),
    "b-bieu-mau": form,
    "b-bieu-mau-bao-loi": wrong_form,
    "b-go-thanh-vien": typing_rows,
    "b-hai-gia-tri": two_values,
    "b-nguoi-moi": new_person,
    "b-chon-nguoi": picking,
    "d-lop": another("classes"),
    "d-hoc-vien-moi-lop": another("trainees"),
    "d-diem-danh": class_page,
    "d-hoc-vien": class_tab(ROSTER),
    "d-ket-qua": class_tab(RESULTS),
    "d-thong-tin": class_tab(FACTS),
    "g-xem-truoc": papers,
    "m-tim-nhanh": find,
    "m-bao-loi": failure,
    "thiet-lap": settings,
    "thiet-lap-duoi": settings_below,
    "d-nguoi-trung": doubles,
    "d-qua-trinh": life_tab,
    "d-thay-doi": changes,
    "d-thung-rac": trash,
    "phim-tat": lambda here: here.shell.acts.run("keys"),
}
EMPTY: Steps = {"n-so-con-trong": lambda here: here.begin()}
