"""Chips that filter tell their counts as every other figure is told."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.chips import FilterChips


def test_thousands_are_grouped(qtbot: QtBot) -> None:
    chips = FilterChips()
    qtbot.addWidget(chips)
    chips.put("all", "Tất cả", 1127)
    chips.put("due", "Cần đánh giá", 6)
    chips.put("weak", "Xếp loại yếu")
    assert [one.text().strip() for one in chips.buttons] == [
        "Tất cả 1.127",
        "Cần đánh giá 6",
        "Xếp loại yếu",
    ]
