"""Labels whose text is longer than their room, and what stands in place of what is cut."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.pages.blocks import block_widget
from ui.source import Block, Fact
from ui.widgets.text import BREAK, ElidedLabel, breakable
from ui.widgets.toast import Notice, Toast

NAME = "Lớp bồi dưỡng nghiệp vụ lực lượng bảo vệ an ninh, trật tự ở cơ sở, khóa 2/2026"
KEY = "01a22b99d9fefc61d06abe0a6edcd44b"


@pytest.mark.parametrize(
    ("width", "lines", "cut"), [(1200, 1, False), (300, 1, True), (460, 2, False), (200, 2, True)]
)
def test_a_title_takes_its_lines_and_tells_what_is_cut(
    qtbot: QtBot, width: int, lines: int, *, cut: bool
) -> None:
    title = ElidedLabel(NAME, "title", lines=lines)
    qtbot.addWidget(title)
    title.ensurePolished()
    title.resize(width, 60)
    title.show()
    assert (title.text() == NAME, title.toolTip()) == (not cut, NAME if cut else "")
    tall = title.heightForWidth(width) if lines > 1 else title.sizeHint().height()
    assert tall <= lines * title.fontMetrics().lineSpacing() + 4
    assert title.whole() == title.accessibleName() == NAME


def test_a_word_wider_than_its_column_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    assert breakable(f"Nguồn {KEY}").replace(BREAK, "") == f"Nguồn {KEY}"
    assert breakable(NAME) == NAME
    part = block_widget(Block(facts=(Fact("Nguồn", KEY), Fact("Lớp", NAME))), lambda _name: None)
    qtbot.addWidget(part)
    part.resize(340, 200)
    part.show()
    assert part.minimumSizeHint().width() <= 340


def test_a_long_notice_stays_inside_the_window(qtbot: QtBot) -> None:
    window = ElidedLabel("")
    qtbot.addWidget(window)
    window.resize(420, 300)
    window.show()
    toast = Toast(window)
    for words in ("Đã lưu.", f"{NAME}. {NAME}."):
        toast.say(Notice(words, "Hoàn tác", "Ctrl+Z"))
        assert window.rect().contains(toast.geometry())
        assert toast.sizeHint().width() <= toast.width()
