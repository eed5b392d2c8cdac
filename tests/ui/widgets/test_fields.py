"""Search and date fields by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import delete, isValid

from tests.ui.fakes import today
from tests.ui.keys import CONTROL, type_text
from ui.widgets.date_field import DateField, read_day
from ui.widgets.fields import SearchField


@pytest.fixture
def search(qtbot: QtBot) -> SearchField:
    field = SearchField("Tìm tên tổ…")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField(today)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_burst_of_keys_is_searched_for_once(search: SearchField, qtbot: QtBot) -> None:
    said: list[str] = []
    search.searched.connect(said.append)
    with qtbot.waitSignal(search.searched):
        type_text(search, "hoa giai")
    assert said == ["hoa giai"]


def test_enter_searches_at_once_and_goes_down(search: SearchField, qtbot: QtBot) -> None:
    search.setText("soc")
    with qtbot.waitSignals([search.searched, search.left_downward]):
        QTest.keyClick(search, Qt.Key.Key_Return)


def test_escape_clears_first(search: SearchField) -> None:
    said: list[str] = []
    search.setText("soc")
    search.tell()
    search.searched.connect(said.append)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), said) == ("", [""])


def test_arrows_move_a_full_date_by_days_only(day: DateField) -> None:
    day.setText("28/02/2024")
    QTest.keyClick(day, Qt.Key.Key_Up)
    assert day.text() == "29/02/2024"
    QTest.keyClick(day, Qt.Key.Key_Down)
    assert day.text() == "28/02/2024"
    day.setText("2019")
    QTest.keyClick(day, Qt.Key.Key_Up)
    assert day.text() == "2019"


def test_today_by_key(day: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(day.textEdited):
        QTest.keyClick(day, Qt.Key.Key_Semicolon, CONTROL)
    assert day.text() == "20/11/2026"


def test_the_calendar_begins_on_the_day_typed_and_on_monday(day: DateField) -> None:
    day.setText("14/03/2019")
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day.calendar()
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2019, 3, 14)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.activated.emit(QDate(2019, 3, 20))
    assert day.text() == "20/03/2019"
    assert day.calendar() is None


@pytest.mark.parametrize(("text", "month"), [("03/1972", (1972, 3)), ("14031972", (1972, 3)),
                                             ("1972", (1972, 1)), ("abc", (2026, 11))])  # fmt: skip
def test_the_calendar_opens_where_the_date_typed_is(
    day: DateField, text: str, month: tuple[int, int]
) -> None:
    day.setText(text)
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day.calendar()
    assert calendar is not None
    assert (calendar.yearShown(), calendar.monthShown()) == month


def test_a_day_typed_over_the_calendar_goes_into_the_field(day: DateField, qtbot: QtBot) -> None:
    day.setText("14/03/2019")
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day.calendar()
    assert calendar is not None
    month = calendar.findChild(QTableView)
    assert month is not None
    QTest.keyClick(month, Qt.Key.Key_2)
    assert day.calendar() is None
    QTest.keyClick(day, Qt.Key.Key_5)
    assert day.text() == "25"
    qtbot.waitUntil(lambda: not isValid(calendar))


def test_a_field_may_go_away_with_its_calendar_open(qtbot: QtBot) -> None:
    form = QWidget()
    field = DateField(today)
    field.setParent(form)
    field.open_calendar()
    calendar = field.calendar()
    del field
    delete(form)
    assert calendar is not None
    assert not isValid(calendar)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("14/03/2019", date(2019, 3, 14)), ("31/02/2019", None), ("2019", None), ("a/b/c", None)],
)
def test_only_whole_dates_are_days(text: str, meant: date | None) -> None:
    assert read_day(text) == meant
