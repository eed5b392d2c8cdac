"""What was changed and what was deleted: named in the menu, listed, and taken back, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.values.partial_date import PartialDate
from tests.models.samples import fresh, person, save, stored, trash
from tests.ui.keys import CONTROL, press
from tests.ui.workplaces import opened_workplace, read, shown
from ui.pages.past_view import PastView
from ui.pages.register_page import RegisterPage
from ui.workplace import Workplace

Key = Qt.Key


@pytest.fixture
def someone(register: Path) -> Person:
    made = person("Nguyễn Văn Đức", job="Làm ruộng")
    team = stored(Team(name="Tổ tự quản số 1", state="Đang hoạt động"))
    stored(Membership(person=made, team=team, joined=PartialDate(2019), role="Tổ trưởng"))
    made.job, made.phone = "Giáo viên", "0913555214"
    save(made, title="Sửa Nguyễn Văn Đức")
    return made


@pytest.fixture
def place(qtbot: QtBot, register: Path, someone: Person) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent) as place:
        qtbot.waitUntil(lambda: isinstance(shown(place), RegisterPage))
        yield place


def said(qtbot: QtBot, place: Workplace, words: str) -> None:
    qtbot.waitUntil(lambda: words in place.shell.notifier.said)


def texts(page: RegisterPage) -> list[str]:
    view = page.detail.stack.currentWidget()
    assert isinstance(view, PastView)
    return [part.text() for part in view.findChildren(QLabel) if part.text()]


def test_the_menu_names_the_last_change_after_a_restart(
    qtbot: QtBot, place: Workplace, someone: Person
) -> None:
    place.shell.bar.user.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [entry.text() for entry in menu.actions()]
    assert entries[:2] == ["Hoàn tác: Sửa Nguyễn Văn Đức\tCtrl+Z", "Làm lại\tCtrl+Y"]
    menu.actions()[0].trigger()
    menu.close()
    said(qtbot, place, "Đã hoàn tác: Sửa Nguyễn Văn Đức.")
    assert fresh(someone).job == "Làm ruộng"
    press(Key.Key_Y, CONTROL)
    said(qtbot, place, "Đã làm lại: Sửa Nguyễn Văn Đức.")
    assert fresh(someone).job == "Giáo viên"


def test_changes_are_listed_and_one_is_undone(
    qtbot: QtBot, place: Workplace, someone: Person
) -> None:
    press(Key.Key_H, CONTROL)
    page = read(qtbot, place, 5)
    rows = [page.model.row(at).cells for at in range(5)]  # type: ignore[union-attr]
    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("Sửa Nguyễn Văn Đức", "1", "Hoàn tác được"),
        ("Ghi mẫu", "1", "Hoàn tác được"),
        ("Ghi mẫu", "1", "Hoàn tác được"),
        ("Ghi mẫu", "1", "Hoàn tác được"),
        ("Lập sổ", "1", "Không hoàn tác"),
    ]
    qtbot.waitUntil(lambda: "Làm ruộng → Giáo viên" in texts(page))
    assert {"Nguyễn Văn Đức", "Sửa · người", "trống → 0913 555 214"} <= set(texts(page))
    press(Key.Key_Return)
    said(qtbot, place, "Đã hoàn tác: Sửa Nguyễn Văn Đức.")
    read(qtbot, place, 6)
    qtbot.waitUntil(lambda: not page.detail.edit_button.isEnabled())
    assert page.detail.foot.whole() == "Thay đổi này đã được hoàn tác."
    assert fresh(someone).job == "Làm ruộng"


def test_what_was_deleted_is_listed_and_comes_back_whole(
    qtbot: QtBot, place: Workplace, someone: Person
) -> None:
    trash(someone)
    place.shell.acts.run("trash")
    page = read(qtbot, place, 2)
    assert {page.model.row(at).cells[1] for at in range(2)} == {"Người", "Thành viên"}  # type: ignore[union-attr]
    page.list.search.setText("khong co")
    page.list.search.tell()
    read(qtbot, place, 0)
    page.list.clear()
    read(qtbot, place, 2)
    at = next(at for at in range(2) if page.model.row(at).cells[1] == "Người")  # type: ignore[union-attr]
    page.table.chosen.go_to(at)
    qtbot.waitUntil(
        lambda: "Người" in page.detail.context.whole() or bool(page.detail.tabs.count())
    )
    page.table.setFocus()
    press(Key.Key_Return)
    said(qtbot, place, "Đã khôi phục Nguyễn Văn Đức.")
    assert Membership.get().trashed_at is None
    assert fresh(someone).trashed_at is None


def test_a_persons_life_and_history_stand_in_words(
    qtbot: QtBot, place: Workplace, someone: Person
) -> None:
    page = place.shell.open_register("people")
    read(qtbot, place, 1)
    page.detail.open_tab("history")
    qtbot.waitUntil(lambda: "Làm ruộng → Giáo viên" in texts(page))
    assert texts(page)[0] == "Sửa Nguyễn Văn Đức"
    page.detail.open_tab("life")
    view = page.detail.stack.currentWidget()
    assert view is not None
    model = view.list_model  # type: ignore[attr-defined]
    assert model.row(0).cells == ("2019", "Vào Tổ tự quản số 1, tổ trưởng")
    view.setFocus()
    view.chosen.go_to(0)  # type: ignore[attr-defined]
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: shown(place) is place.shell.registers.get("members"))
    members = read(qtbot, place, 1)
    assert members.detail.title.whole() == "Nguyễn Văn Đức"
