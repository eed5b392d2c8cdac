"""The pages of single acts by ear and by keyboard: names, focus that is seen, what is announced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.registers.areas import Area
from models.registers.classes import TrainingClass
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.registers.trainees import Trainee
from models.store.change import change
from tests.ui.keeping.fake_backups import COPIES
from tests.ui.paper.drawn import FilePrinters
from tests.ui.test_accessible import look_over
from tests.ui.workplaces import TEAM_HEADS, TEAMS, opened_workplace, shown, workbook
from ui.classes.head import ATTENDANCE, RESULTS, ROSTER
from ui.classes.page import ClassPage
from ui.issuing.check_page import CheckPage
from ui.issuing.issue_page import IssuePage
from ui.keeping.restore_page import RestorePage
from ui.pages.doubles_page import DoublesPage
from ui.pages.notices_sheet import NoticesSheet
from ui.pages.register_page import RegisterPage
from ui.pages.wishes import Wish
from ui.paper.page import PaperPage
from ui.places import SETTINGS
from ui.widgets.focus_ring import FocusRing
from ui.wizards.import_page import ImportPage
from ui.workplace import Workplace

LONG = 30_000


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[FocusRing]:
    ring = FocusRing(qapp)
    yield ring
    qapp.focusChanged.disconnect(ring._follow)
    ring.setParent(None)
    ring.deleteLater()


@pytest.fixture
def place(qtbot: QtBot, register: Path, ring: FocusRing) -> Iterator[Workplace]:
    folder = register.parent
    file = workbook(folder / "to.xlsx", TEAM_HEADS, *TEAMS, ("4", "", "Tổ tự quản", "", "", "091"))
    with change("Thử") as work:
        area = Area(name="Ấp Sóc Đồn", kind="Ấp")
        twins = [Person(full_name="Thạch Thị Hồng Nhung", phone="0913555214") for _one in range(2)]
        for record in (area, *twins):
            work.save(record)
        team = Team(name="Tổ tự quản số 3", area=area)
        work.save(team)
        work.save(Membership(team=team, person=twins[0], role="Tổ trưởng"))
        training = TrainingClass(name="Lớp một", kind="Tập huấn nghiệp vụ")
        work.save(training)
        work.save(Trainee(training_class=training, person=twins[0]))
    printers = FilePrinters(folder, "Canon LBP 2900")
    with opened_workplace(qtbot, folder, file, printers=printers) as place:
        page = shown(place)
        assert isinstance(page, RegisterPage)
        qtbot.waitUntil(lambda: page.feed._shown == page.table.chosen.identity() != 0)
        yield place


def class_page(place: Workplace, tab: int) -> None:
    place.classes.open(TrainingClass.get().id)
    page = place.classes.page
    assert page is not None
    page.head.tabs.setCurrentIndex(tab)


PAGES: dict[str, tuple[type[QWidget], Callable[[Workplace], object]]] = {
    "roster": (ClassPage, lambda place: class_page(place, ROSTER)),
    "attendance": (ClassPage, lambda place: class_page(place, ATTENDANCE)),
    "results": (ClassPage, lambda place: class_page(place, RESULTS)),
    "check": (CheckPage, lambda place: place.shell.acts.run("check_paper")),
    "issue": (IssuePage, lambda place: place.shell.acted.emit("issued", "add", 0)),
    "notices": (NoticesSheet, lambda place: place.shell.run("notices")),
    "backup": (QWidget, lambda place: place.shell.places.open("backup")),
    "own password": (QWidget, lambda place: place.shell.acts.run("own_password")),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(qtbot: QtBot, place: Workplace, name: str) -> None:
    kind, go = PAGES[name]
    before = shown(place)
    go(place)
    qtbot.waitUntil(lambda: isinstance(shown(place), kind) and shown(place) is not before)
    page = shown(place)
    if isinstance(page, ClassPage):
        qtbot.waitUntil(lambda: page.results.results.rowCount() == 1)
    look_over(place.shell)


def test_the_sheet_of_a_user(qtbot: QtBot, place: Workplace) -> None:
    place.shell.places.open(SETTINGS)
    settings = shown(place)
    place.admitting.edit(0)
    qtbot.waitUntil(lambda: shown(place) is not settings)
    look_over(place.shell)


def test_the_print_page(qtbot: QtBot, place: Workplace) -> None:
    place.shell.printing.emit("teams", Wish("print"))
    page = shown(place)
    assert isinstance(page, PaperPage)
    qtbot.waitUntil(lambda: bool(page.viewer.pictures.book.leaves), timeout=LONG)
    look_over(place.shell)


def test_the_import_page(qtbot: QtBot, place: Workplace) -> None:
    place.shell.run("import")
    qtbot.waitUntil(
        lambda: (
            isinstance(page := shown(place), ImportPage) and page.flaws.table.model().rowCount() > 0
        ),
        timeout=LONG,
    )
    look_over(place.shell)


def test_the_comparison_of_doubles(qtbot: QtBot, place: Workplace) -> None:
    place.shell.run("doubles")
    qtbot.waitUntil(lambda: isinstance(shown(place), DoublesPage))
    page = shown(place)
    assert isinstance(page, DoublesPage)
    qtbot.waitUntil(lambda: page.compare.comparison is not None)
    look_over(place.shell)


def test_the_field_of_many_records(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.open_register("people")
    qtbot.waitUntil(lambda: page.feed._shown == page.table.chosen.identity() != 0)
    page.table.selectAll()
    page.acts.run("set_field")
    qtbot.waitUntil(page.list.bars.is_setting)
    look_over(page)
    editor = page.list.bars.value.editor
    assert editor is not None
    assert editor.widget.accessibleName() == "Địa bàn của 2 người"


def test_restoring(qtbot: QtBot, ring: FocusRing) -> None:
    page = RestorePage(COPIES)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    look_over(page)
    page.close()
    page.deleteLater()


def test_acts_of_a_tab_say_what_they_do(qtbot: QtBot, place: Workplace) -> None:
    page = shown(place)
    assert isinstance(page, RegisterPage)
    page.detail.open_tab("members")
    look_over(page.detail)
    names = {one.accessibleName() for one in page.detail.findChildren(QWidget)}
    assert {"Thêm thành viên", "In danh sách"} <= names


def test_a_notice_is_read_out(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        "ui.widgets.toast.announce",
        lambda _widget, words, assertive=False: heard.append((words, assertive)),
    )
    place.shell.notifier.say("Đã lưu Tổ tự quản số 3.")
    place.shell.notifier.failed(ValueError("hỏng"))
    assert heard[0] == ("Đã lưu Tổ tự quản số 3.", False)
    assert heard[1][1] is True


def test_the_tab_order_of_a_list_is_the_reading_order(qtbot: QtBot, place: Workplace) -> None:
    page = shown(place)
    assert isinstance(page, RegisterPage)
    page.list.import_button.setFocus(Qt.FocusReason.TabFocusReason)
    order: list[QWidget | None] = []
    for _stop in range(8):
        order.append(QApplication.focusWidget())
        page.window().focusNextChild()
    wanted = [page.list.import_button, page.list.print_button, page.list.add_button,
              page.list.search, page.list.views.buttons[0], page.list.filters.chips.buttons[0],
              page.table]  # fmt: skip
    places = [order.index(one) for one in wanted]
    assert places == sorted(places)
