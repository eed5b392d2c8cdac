"""The rows above a list: views, chips that fold away, what waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.clock import today
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import TEAMS, Team
from models.store.change import change
from models.store.query import Condition, Listing, Reader
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import press
from tests.ui.windows import shell_over
from tests.ui.workplaces import opened_workplace, shown
from ui.desk.filters import conditions
from ui.pages.list_pane import ListPane
from ui.pages.register_page import RegisterPage
from ui.workplace import Workplace

Key = Qt.Key


@pytest.fixture
def place(qtbot: QtBot, register: Path) -> Iterator[Workplace]:
    with change("Thử") as work:
        for at in range(3):
            work.save(Team(name=f"Tổ tự quản số {at}"))
        work.save(Scheme(name="Camera an ninh"))
        late = Team.get(Team.name == "Tổ tự quản số 1")
        work.save(Review(team=late, year=today().year - 2, rating="Khá"))
    with opened_workplace(qtbot, register.parent) as place:
        yield place


def test_two_views_share_one_place(qtbot: QtBot, place: Workplace) -> None:
    teams = place.shell.open_register("teams")
    schemes = teams.list.views.buttons[1]
    teams.list.views.buttons[0].setFocus()
    press(Key.Key_Right)
    assert schemes.hasFocus()
    press(Key.Key_Space)
    page = shown(place)
    assert isinstance(page, RegisterPage)
    assert page.facts.name == "schemes"
    assert page.list.views.chosen() == "schemes"
    assert teams.list.views.chosen() == "teams"
    assert place.shell.bar.items["teams"].isChecked()
    place.shell.open_register("areas")
    place.shell.places.go_to_number(1)
    assert shown(place) is page


def test_what_is_late_waits_on_the_left_bar(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.open_register("teams")
    item = place.shell.bar.items["teams"]
    qtbot.waitUntil(lambda: item.badge == 1)
    assert item.accessibleName() == "Mô hình & tổ, 1 việc"
    chip = page.list.filters.chips.chip("due_soon")
    assert chip is not None
    qtbot.waitUntil(lambda: chip.text() == "Cần đánh giá 3")
    chip.click()
    qtbot.waitUntil(lambda: page.list.filters.filters() == (("due_soon", "1"),))
    assert page.list.filters.clear_button.isVisibleTo(page)


@pytest.mark.usefixtures("place")
def test_due_days_are_met_up_to_the_last_one() -> None:
    day = Team.get(Team.name == "Tổ tự quản số 1").review_due
    assert day is not None
    found = {
        last: Reader(Listing(TEAMS, where=(Condition(Team.review_due, until=last),))).count()
        for last in (day.replace(year=day.year - 1).isoformat(), day.isoformat(), "2100-01-01")
    }
    assert list(found.values()) == [0, 1, 3]
    assert [one.until for one in conditions(TEAMS, (("late", "1"),))] == ["2026-11-21"]


def test_chips_without_room_fold_into_one(qtbot: QtBot) -> None:
    for shell in shell_over(qtbot, FakeDesk(), width=1100):
        row = shell.open_register("teams").list.filters
        seen = [chip.text() for chip in row.chips.buttons if chip.isVisible()]
        assert seen == ["Tất cả 57", "Cần đánh giá 6", "Lọc "]
        menu = row.more.menu()
        menu.aboutToShow.emit()
        assert [act.text() for act in menu.actions()] == ["Xếp loại yếu 1", "Ấp", "Mô hình"]
        menu.actions()[0].trigger()
        assert row.filters() == (("weak", "1"),)
        assert [chip.text() for chip in row.chips.buttons if chip.isVisible()] == [
            "Tất cả 57", "Xếp loại yếu 1", "Lọc ",
        ]  # fmt: skip


def test_a_wide_window_has_room_for_all_chips(qtbot: QtBot) -> None:
    for shell in shell_over(qtbot, FakeDesk(), width=1900):
        row = shell.open_register("teams").list.filters
        assert not row.more.isVisible()


def test_a_list_among_one_pane_has_its_filters_beside_the_search(qtbot: QtBot) -> None:
    for shell in shell_over(qtbot, FakeDesk(), width=960):
        page = shell.open_register("teams")
        search, bars = page.list.search.geometry(), page.list.bars.geometry()
        assert abs(search.center().y() - bars.center().y()) <= 1
        assert bars.left() > search.right()


def test_beside_the_filters_the_search_has_all_the_room_they_leave(qtbot: QtBot) -> None:
    for shell in shell_over(qtbot, FakeDesk(), width=960):
        share_room(qtbot, shell.open_register("teams").list)


def share_room(qtbot: QtBot, pane: ListPane) -> None:
    row, bars = pane.filters, pane.bars
    qtbot.waitUntil(lambda: bars.width() == max(row.wanted(), bars.minimumWidth()))
    assert sum(chip.isVisible() for chip in row.chips.buttons) == 3
    assert bars.sizeHint().width() == row.wanted()
    bars.show_selected(2)
    acts = bars.currentWidget()
    assert acts is not None
    assert bars.sizeHint().width() >= acts.sizeHint().width()
