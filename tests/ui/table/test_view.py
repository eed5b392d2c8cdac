"""The list by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import Million, Teams, today
from ui.source import MemorySettings, Query
from ui.table.columns import Room, spread
from ui.table.copying import as_cells, harmless
from ui.table.model import ListModel
from ui.table.order_menu import order_menu
from ui.table.view import ListTable
from ui.table.worker import Inline

KEEP = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def table(qtbot: QtBot, source: Teams | Million, settings: MemorySettings) -> ListTable:
    model = ListModel(source, Inline(source), today)
    view = ListTable("teams", model, settings)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.ask(Query())
    return view


@pytest.fixture
def settings() -> MemorySettings:
    return MemorySettings()


@pytest.fixture
def teams(qtbot: QtBot, settings: MemorySettings) -> ListTable:
    return table(qtbot, Teams(), settings)


def test_arrows_pick_the_record_after_the_last_key(teams: ListTable, qtbot: QtBot) -> None:
    picked: list[int] = []
    teams.chosen.picked.connect(picked.append)
    with qtbot.waitSignal(teams.chosen.picked):
        for _press in range(3):
            QTest.keyClick(teams, Qt.Key.Key_Down)
    assert picked == [4]


def test_control_with_a_key_that_moves_selects_what_it_reaches(teams: ListTable) -> None:
    for key, row in ((Qt.Key.Key_End, 56), (Qt.Key.Key_Up, 55), (Qt.Key.Key_Home, 0),
                     (Qt.Key.Key_Down, 1)):  # fmt: skip
        QTest.keyClick(teams, key, Qt.KeyboardModifier.ControlModifier)
        QTest.keyRelease(teams, Qt.Key.Key_Control)
        assert teams.chosen.row() == row
        assert teams.chosen.ranges() == [(row, 1)]


def test_enter_and_double_click_open(teams: ListTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(teams.opened) as opened:
        QTest.keyClick(teams, Qt.Key.Key_Return)
    assert opened.args == [1]
    place = teams.visualRect(teams.list_model.index(2, 0)).center()
    with qtbot.waitSignal(teams.opened) as opened:
        QTest.mouseClick(teams.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(teams.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [3]


def test_selection_is_by_key_through_another_order(teams: ListTable, qtbot: QtBot) -> None:
    teams.chosen.go_to_record(17)
    teams.head.sectionClicked.emit(2)
    row = teams.list_model.known(teams.currentIndex().row())
    assert row is not None
    assert row.id == 17


def test_many_selected_rows_are_found_again(teams: ListTable) -> None:
    teams.chosen.go_to_record(3)
    teams.selectionModel().select(teams.list_model.index(7, 0), KEEP)
    teams.list_model.refresh()
    assert teams.chosen.count() == 2


def test_going_to_a_record_selects_only_it_while_ctrl_is_down(teams: ListTable) -> None:
    QTest.keyPress(teams, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    teams.chosen.go_to_record(17)
    QTest.keyRelease(teams, Qt.Key.Key_Control)
    assert teams.chosen.ranges() == [(16, 1)]


def test_sorting_turns_round_and_is_remembered(
    qtbot: QtBot, teams: ListTable, settings: MemorySettings
) -> None:
    teams.head.sectionClicked.emit(4)
    assert teams.list_model.data(teams.list_model.index(0, 4)) == "5"
    teams.head.sectionClicked.emit(4)
    assert teams.list_model.data(teams.list_model.index(0, 4)) == "24"
    again = table(qtbot, Teams(), settings)
    assert again.head.order == teams.head.order


def test_columns_chosen_and_widened_are_remembered(
    qtbot: QtBot, teams: ListTable, settings: MemorySettings
) -> None:
    menu = teams.column_menu()
    next(act for act in menu.actions() if act.text() == "Mô hình").trigger()
    teams.head.resizeSection(3, 222)
    again = table(qtbot, Teams(), settings)
    assert not again.isColumnHidden(1)
    assert again.columnWidth(3) == 222
    menu = again.column_menu()
    menu.actions()[-1].trigger()
    assert again.isColumnHidden(1)


def test_the_order_is_chosen_by_keyboard(teams: ListTable) -> None:
    for first, words in (("5", "TV: đang tăng dần"), ("24", "TV: đang giảm dần")):
        menu = order_menu(teams)
        menu.setActiveAction(menu.actions()[4])
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert teams.list_model.data(teams.list_model.index(0, 4)) == first
        entries = order_menu(teams).actions()
        assert [entry.text() for entry in entries if entry.isChecked()] == [words]


def test_a_damaged_memory_of_columns_is_no_obstacle(qtbot: QtBot, settings: MemorySettings) -> None:
    settings.put("list/teams/columns", '{"shown": 7, "widths": [')
    settings.put("list/teams/order", '{"column": "gone"}')
    view = table(qtbot, Teams(), settings)
    assert not view.isColumnHidden(0)


def test_columns_fill_the_width_and_leave_when_narrow(teams: ListTable) -> None:
    assert teams.head.length() == teams.viewport().width()
    teams.room = Room.LITTLE
    teams.lay_out()
    shown = [facts.key for at, facts in enumerate(teams.list_model.columns)
             if not teams.isColumnHidden(at)]  # fmt: skip
    assert shown == ["name", "area", "rating", "due"]
    assert teams.head.title(6) == "Hạn"


def test_copy_gives_cells_of_the_columns_shown(teams: ListTable, qtbot: QtBot) -> None:
    teams.chosen.go_to_record(17)
    with qtbot.waitSignal(teams.copied):
        QTest.keyClick(teams, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == "Tổ tự quản ANTT số 3\tSóc Đồn\tThạch Thị Hồng Nhung\t14\tKhá\t30/11/2026"


def test_what_is_gone_leaves_the_list_where_it_was(qtbot: QtBot, settings: MemorySettings) -> None:
    source = Teams()
    view = table(qtbot, source, settings)

    def without(*identities: int) -> list[tuple[int, int]]:
        source.rows = [row for row in source.rows if row.id not in identities]
        view.list_model.refresh()
        return view.chosen.ranges()

    view.chosen.go_to_record(17)
    assert without(17) == [(16, 1)]
    assert view.chosen.identity() == 18
    view.selectionModel().select(view.list_model.index(17, 0), KEEP)
    assert without(18, 19) == [(16, 1)]
    assert view.chosen.identity() == 20
    view.chosen.go_to_record(57)
    assert without(57) == [(52, 1)]
    assert view.chosen.identity() == 56


def test_another_search_begins_at_its_first_row(teams: ListTable) -> None:
    teams.chosen.go_to_record(17)
    teams.ask(Query(search="hoa giai"))
    assert teams.chosen.row() == 0


def test_a_record_far_down_is_gone_to_before_the_list_is_counted(qtbot: QtBot) -> None:
    view = table(qtbot, Million(), MemorySettings())
    view.chosen.want(654_321)
    view.list_model.refresh()
    assert view.chosen.ranges() == [(654_320, 1)]
    qtbot.waitUntil(lambda: view.chosen.identity() == 654_321)
    assert view.list_model.total == view.list_model.rowCount() == 1_000_000


def test_everything_selected_in_a_million_is_counted_not_listed(qtbot: QtBot) -> None:
    view = table(qtbot, Million(), MemorySettings())
    view.selectAll()
    assert view.chosen.count() == 1_000_000
    assert view.chosen.ranges() == [(0, 1_000_000)]


def test_letters_do_not_search_a_million_rows(qtbot: QtBot) -> None:
    source = Million()
    view = table(qtbot, source, MemorySettings())
    source.asked.clear()
    QTest.keyClicks(view, "nguoi 9")
    assert source.asked == []


def test_heading_opens_the_choice_of_columns(teams: ListTable) -> None:
    teams.open_column_menu(QPoint(5, 5))


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-5", "@x"])
def test_no_cell_becomes_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_cells_keep_their_zeros_and_stay_in_one_cell() -> None:
    data = as_cells([("095179004412", "một\thai\nba", "<b>")])
    assert data.text() == "095179004412\tmột hai ba\t<b>"
    assert "mso-number-format:'\\@'" in data.html()
    assert "&lt;b&gt;" in data.html()


def test_widths_are_spread_by_share_over_all_the_room() -> None:
    assert spread([3, 1], [50, 50], 400) == [300, 100]
    assert sum(spread([3, 1, 1], [10, 120, 10], 333)) == 333
    assert spread([1, 1], [200, 200], 300) == [200, 200]
