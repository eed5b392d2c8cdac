"""The row over selected records."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.pages.list_bars import SelectionRow


def test_every_field_that_can_be_set_for_many_is_offered(qtbot: QtBot) -> None:
    fields = (("scheme", "loại hình"), ("area", "địa bàn"), ("meeting", "lịch họp"))
    row = SelectionRow({"print": lambda: None}, fields)
    qtbot.addWidget(row)
    set_for_many: list[str] = []
    row.setting.connect(set_for_many.append)
    chips = {chip.text(): chip for chip in row.findChildren(QPushButton)}
    chips["Đổi loại hình"].click()
    menu = next(chip.menu() for chip in chips.values() if chip.menu())
    for entry in menu.actions():
        entry.trigger()
    assert set_for_many == ["scheme", "area", "meeting"]
