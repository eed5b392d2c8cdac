"""Every page by ear and by keyboard: what takes the focus has a name and shows that it has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.store.change import change
from tests.ui.keys import settle
from tests.ui.workplaces import opened_workplace, shown
from ui.entrance.first_run import FirstRun
from ui.entrance.side import SidePanel
from ui.entrance.unlock_page import UnlockPage
from ui.entrance.window import EntranceWindow
from ui.pages.register_page import RegisterPage
from ui.settings.entries import EntryList
from ui.templates.editor import Editor
from ui.templates.list_page import TemplatesPage
from ui.widgets.buttons import button
from ui.widgets.focus_ring import FocusRing
from ui.workplace import Workplace


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[FocusRing]:
    ring = FocusRing(qapp)
    yield ring
    qapp.focusChanged.disconnect(ring._follow)
    ring.setParent(None)
    ring.deleteLater()


@pytest.fixture
def place(qtbot: QtBot, register: Path, ring: FocusRing) -> Iterator[Workplace]:
    with change("Thử") as work:
        area = Area(name="Ấp Sóc Đồn", kind="Ấp")
        scheme = Scheme(name="Camera an ninh")
        person = Person(full_name="Thạch Thị Hồng Nhung", phone="0913555214")
        for record in (area, scheme, person):
            work.save(record)
        team = Team(name="Tổ tự quản số 3", area=area, scheme=scheme)
        work.save(team)
        work.save(Membership(team=team, person=person, role="Tổ trưởng"))
    with opened_workplace(qtbot, register.parent) as place:
        yield place


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def within(page: QWidget) -> list[QWidget]:
    """Everything shown on a page that can be acted upon."""
    return [one for one in page.findChildren(QWidget) if one.isVisible() and one.isEnabled()]


def takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy.value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None


def nameless(page: QWidget) -> list[str]:
    found = [
        one
        for one in within(page)
        if takes_focus(one) or isinstance(one, QAbstractButton | QLineEdit)
    ]
    return [describe(one) for one in found if not name_of(one)]


def describe(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} in {type(parent).__name__}"


def picture(widget: QWidget) -> QImage:
    return widget.window().grab().toImage()


def into_sight(widget: QWidget) -> None:
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()


def unseen(page: QWidget) -> list[str]:
    """What takes the focus by Tab and looks the same with it."""
    found = []
    for one in within(page):
        if not takes_focus(one) or (isinstance(one, QTabBar) and not one.count()):
            continue
        QApplication.focusWidget().clearFocus()  # type: ignore[union-attr]
        into_sight(one)
        before = picture(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        if not one.hasFocus():
            continue
        if picture(one) == before:
            found.append(describe(one))
    return found


def look_over(page: QWidget) -> None:
    assert nameless(page) == []
    page.window().setFocus()
    assert unseen(page) == []


def settled(qtbot: QtBot, place: Workplace) -> QWidget:
    page = shown(place)
    assert page is not None
    if isinstance(page, RegisterPage):
        qtbot.waitUntil(lambda: page.model.total is not None)
        if page.model.total:
            qtbot.waitUntil(lambda: bool(page.detail.title.whole()))
    return place.shell


REGISTERS = ["teams", "schemes", "members", "sites", "reviews", "activities", "people", "areas"]


@pytest.mark.parametrize("name", REGISTERS)
def test_registers(qtbot: QtBot, place: Workplace, name: str) -> None:
    place.shell.open_register(name)
    look_over(settled(qtbot, place))


@pytest.mark.parametrize("name", ["teams", "people", "members", "reviews"])
def test_forms(place: Workplace, name: str) -> None:
    form = place.shell.open_form(name, None)
    assert form is not None
    settle()
    look_over(form)


@pytest.mark.parametrize(
    "go",
    [
        lambda place: place.shell.places.open("settings"),
        lambda place: place.shell.show_keys(),
        lambda place: place.configuring.edit(place.configuring.office.signers, None),
    ],
    ids=["settings", "keys", "signer"],
)
def test_other_pages(qtbot: QtBot, place: Workplace, go: Callable[[Workplace], object]) -> None:
    settled(qtbot, place)
    go(place)
    settle()
    lists = place.shell.findChildren(EntryList)
    qtbot.waitUntil(lambda: not any(one._reading.waiting for one in lists))
    look_over(place.shell)


def test_find_anything_keeps_the_keyboard(qtbot: QtBot, place: Workplace) -> None:
    settled(qtbot, place)
    place.shell.search_anywhere()
    box = place.shell.palette_box
    look_over(box)
    box.field.setFocus()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(box.field, key)
        assert box.field.hasFocus()


def test_many_rows_and_no_match(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.open_register("areas")
    settled(qtbot, place)
    page.list.bars.show_selected(2)
    look_over(page)
    page.list.bars.show_selected(1)
    page.list.search.setText("xyz")
    page.list.search.tell()
    qtbot.waitUntil(page.list.no_match.isVisible)
    look_over(page)


def test_the_ring_stays_when_one_that_had_it_before_goes_away(
    qtbot: QtBot, ring: FocusRing
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second = button("Trước"), button("Sau")
    for part in (first, second):
        row.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for part in (first, second):
        part.setFocus()
    with qtbot.waitSignal(first.destroyed):
        first.deleteLater()
    assert second.hasFocus()
    assert ring.isVisible()


@pytest.mark.parametrize("make", [lambda: UnlockPage("Công an xã Hưng Hội"), FirstRun])
def test_the_first_windows(
    qtbot: QtBot, ring: FocusRing, make: Callable[[], UnlockPage | FirstRun]
) -> None:
    page = make()
    side = SidePanel(page.steps) if isinstance(page, FirstRun) else SidePanel()
    window = EntranceWindow(page, side)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    look_over(page)
    window.close()
    window.deleteLater()


def test_every_label_of_a_field_is_its_buddy(place: Workplace) -> None:
    form = place.shell.open_form("people", None)
    assert form is not None
    for box in form.body.boxes.values():
        assert name_of(box.editor.widget) == box.facts.label


def test_an_error_is_told_with_its_field(place: Workplace) -> None:
    form = place.shell.open_form("people", None)
    assert form is not None
    settle()
    box = form.body.boxes["phone"]
    box.editor.put_text("0913 555 21")
    form.save()
    settle()
    interface = QAccessible.queryAccessibleInterface(box.editor.widget)
    assert interface.text(QAccessible.Text.Description) == "Thiếu 1 số: cần 10 số."


def test_cells_are_read_with_their_headings(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.open_register("people")
    qtbot.waitUntil(lambda: page.model.total == 1)
    spoken = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Họ và tên Thạch Thị Hồng Nhung"


def test_the_pages_of_designs(qtbot: QtBot, place: Workplace) -> None:
    settled(qtbot, place)
    place.templates.open()
    designs = shown(place)
    assert isinstance(designs, TemplatesPage)
    rows = designs.list.count
    qtbot.waitUntil(lambda: rows() > 0 and not place._runner.busy)
    look_over(designs)
    place.templates.edit("Giấy khen")
    qtbot.waitUntil(lambda: isinstance(shown(place), Editor) and not place._runner.busy)
    page = shown(place)
    assert isinstance(page, Editor)
    page.work.choose(0)
    page.tell()
    drawing = page.drawing
    qtbot.waitUntil(lambda: drawing.idle)
    look_over(page)
