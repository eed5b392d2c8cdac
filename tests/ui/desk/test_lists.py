"""Lists as the window shows them: the columns leave the title room, and days stand in order."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.registers import REGISTERS
from models.registers.members import Membership
from models.registers.reviews import EXCELLENT, REVIEWS, Review
from models.registers.schemes import Scheme
from models.registers.teams import Team
from tests.models.samples import person, save
from ui.desk.lists import RegisterList
from ui.pages.fixed_rows import FixedRows
from ui.source import CellKind, ColumnFacts, MemorySettings, Order, Query, Row
from ui.table.columns import ColumnChoice, Room, spread
from ui.table.delegate import FIRST_PADDING, PADDING
from ui.table.header import ListHeader, least_for
from ui.table.view import WIDE_LIST

pytestmark = pytest.mark.usefixtures("register")
INDENT = FIRST_PADDING - PADDING
LEAST_TITLE = 150
"""Logical pixels in which a name can be told from the next."""
ROOMS = {Room.LITTLE: 536, Room.USUAL: 680, Room.MUCH: WIDE_LIST}
"""Logical pixels of a list beside its detail: in windows 1093 and 1366 wide, and wide ones."""


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("name", [register.name for register in REGISTERS])
def test_columns_leave_the_title_room(qtbot: QtBot, name: str, room: Room) -> None:
    register = next(one for one in REGISTERS if one.name == name)
    columns = tuple(RegisterList(register).columns)
    top = QWidget()
    qtbot.addWidget(top)
    head = ListHeader(columns, top)
    head.use_short = room is Room.LITTLE
    shown = ColumnChoice(name, columns, MemorySettings()).visible(room)
    least, shares = [head.least(at) for at in shown], [columns[at].share for at in shown]
    widths = spread(shares, least, ROOMS[room])
    assert sum(widths) == ROOMS[room]
    sample = least_for(columns[shown[0]])
    assert widths[0] >= (sample + INDENT if sample else LEAST_TITLE)


def test_whatever_is_rated_stands_in_one_column() -> None:
    scheme, team, someone = (
        Scheme(name="Camera an ninh"),
        Team(name="Tổ hòa giải"),
        person("Bùi An"),
    )
    save(scheme, team, someone)
    member = Membership(team=team, person=someone)
    save(member)
    save(
        Review(team=team, year=2025, rating="Tốt"),
        Review(scheme=scheme, year=2025, rating="Khá"),
        Review(member=member, year=2025, rating=EXCELLENT),
    )
    listed = RegisterList(REVIEWS)
    rows = listed.page(Query(order=Order(listed.columns[0].key)), 0, 9)
    listed.close()
    assert [row.cells[0] for row in rows] == ["Bùi An", "Camera an ninh", "Tổ hòa giải"]
    keys = [column.key for column in listed.columns]
    assert all(len(row.cells) == len(keys) for row in rows)
    assert [row.cells[keys.index("rating")] for row in rows] == [EXCELLENT, "Khá", "Tốt"]


COLUMNS = (
    ColumnFacts("day", "Ngày", kind=CellKind.DATE),
    ColumnFacts("full_name", "Họ và tên"),
    ColumnFacts("many", "Số", kind=CellKind.NUMBER),
)
ROWS = (
    Row(1, ("24/11/2026", "Trần Văn An", "1.270")),
    Row(2, ("09/2026", "Lê Thị Bé", "95")),
    Row(3, ("2024", "Bùi Văn Cư", "")),
    Row(4, ("13/10/2024", "Võ Thị An", "800")),
)


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order("day"), [3, 4, 2, 1]),
        (Order("day", descending=True), [1, 2, 4, 3]),
        (Order("full_name"), [1, 4, 2, 3]),
        (Order("many"), [3, 2, 4, 1]),
        (Order(), [1, 2, 3, 4]),
    ],
)
def test_short_lists_are_sorted_by_what_cells_mean(order: Order, ids: list[int]) -> None:
    assert [row.id for row in FixedRows(COLUMNS, ROWS).page(Query(order=order), 0, 9)] == ids


def test_a_list_that_cannot_be_sorted_keeps_the_order_it_is_told_in() -> None:
    fixed = (ColumnFacts("when", "Khi nào", kind=CellKind.DATE, sortable=False),)
    assert ColumnChoice("life", fixed, MemorySettings()).order() == Order()
    assert ColumnChoice("life", COLUMNS, MemorySettings()).order() == Order("day")
