"""Results in the room there is: chip and reason are read whole, the units give way."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from ui.classes.results import PADDING, REASON, RESULT, TOOLTIP, UNIT, ResultModel, ResultView
from ui.desk.classes import ClassDesk
from ui.source.classes import ClassSheet, Seat
from ui.theme.sizes import REGULAR, SMALL
from ui.theme.theme import theme

REASON_WORDS = "Chuyên cần 67% dưới 80%"
SHEET = ClassSheet(
    1,
    "Lớp một",
    seats=(Seat(1, "Ngô Thanh Bình", "Tổ tự quản số 3", result="Không đạt", reason=REASON_WORDS),),
)


@pytest.mark.parametrize(("width", "units"), [(817, False), (1100, True)])
def test_the_reason_is_read_whole_and_nothing_scrolls_aside(
    qtbot: QtBot, width: int, units: bool
) -> None:
    model = ResultModel(ClassDesk())
    model.show(SHEET, {})
    view = ResultView(model)
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.show()
    qtbot.waitExposed(view)
    assert view.isColumnHidden(UNIT) is not units
    assert view.horizontalScrollBar().maximum() == 0
    assert view.columnWidth(RESULT) >= theme().px(118)
    words = QFontMetrics(theme().font(SMALL, REGULAR)).horizontalAdvance(REASON_WORDS)
    assert words + 2 * PADDING <= view.columnWidth(REASON)
    assert model.data(model.index(0, REASON), TOOLTIP) == REASON_WORDS
