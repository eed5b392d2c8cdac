"""On no page and in no room of the look is a word cut without saying so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.registers import REGISTERS
from tests.models.figures.small_register import Small
from tests.ui.cut_texts import cut_texts
from tests.ui.keeping.fake_backups import FIRST, STANDING
from tests.ui.keys import settle
from tests.ui.workplaces import opened_workplace, shown
from ui.keeping.page import BackupPage
from ui.paper.offset_box import OffsetBox
from ui.paper.offsets import Offset
from ui.places import SETTINGS
from ui.widgets.buttons import button
from ui.widgets.text import ElidedLabel, label
from ui.workplace import Workplace

NAMES = [register.name for register in REGISTERS]
ROOMS = ((1366, 690), (1093, 614), (960, 540))
"""The windows of the look: a screen of 1366x768 with its taskbar, at 125 %, and the smallest."""
WORDS = "Xóa hẳn những mục đã chọn"


@pytest.fixture
def place(qtbot: QtBot, register: Path, small: Small) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent) as place:
        yield place


def cut(window: QWidget, page: Callable[[], QWidget | None]) -> list[str]:
    """What is cut on the page that is shown, once it is laid out in each room."""
    found = []
    for wide, high in ROOMS:
        window.resize(wide, high)
        QApplication.processEvents()
        QApplication.processEvents()  # what wrapped anew asks once more for its height
        here = page()
        assert here is not None
        found += [f"{wide}: {words}" for words in cut_texts(here)]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_on_a_list_with_its_record(qtbot: QtBot, place: Workplace, name: str) -> None:
    page = place.shell.open_register(name)
    qtbot.waitUntil(lambda: page.model.total is not None)
    qtbot.waitUntil(lambda: not page.model.total or bool(page.detail.title.whole()))
    assert cut(place.window, lambda: shown(place)) == []


@pytest.mark.parametrize("name", NAMES)
def test_on_a_new_form(place: Workplace, name: str) -> None:
    form = place.shell.open_form(name, None)
    if form is not None:
        settle()
        assert cut(place.window, lambda: form) == []
        form.discard()


def test_what_is_wrong_is_said_in_sight(qtbot: QtBot, place: Workplace) -> None:
    place.window.resize(960, 540)
    form = place.shell.open_form("teams", None)
    assert form is not None
    settle()
    box = form.body.boxes["decision_date"]
    form.body.boxes["name"].editor.put_text("Tổ tự quản số 9")
    box.editor.put_text("31/02/2019")
    form.save()
    qtbot.waitUntil(lambda: box.problem is not None)
    QApplication.processEvents()
    seen = form.body.viewport()
    foot = box.mapTo(seen, box.rect().bottomLeft()).y()
    assert box.height() > 90  # its sentence wraps
    assert foot <= seen.height()
    form.discard()


def test_on_the_settings(place: Workplace) -> None:
    page = place.shell.places.open(SETTINGS)
    assert cut(place.window, lambda: page) == []
    box = page.findChild(OffsetBox)
    assert isinstance(box, OffsetBox)
    box.show_offset(Offset(), "Canon LBP 2900", "A4 đứng")
    assert cut(place.window, lambda: page) == []
    assert box.height() >= box.heightForWidth(box.width())
    assert box.down.y() - box.across.geometry().bottom() >= 6


@pytest.mark.parametrize("act", ["keys", "notices", "own_password", "check_paper"])
def test_on_a_page_over_another(place: Workplace, act: str) -> None:
    place.shell.acts.run(act)
    assert cut(place.window, lambda: shown(place)) == []


def test_on_the_page_of_backups(qtbot: QtBot) -> None:
    window, page = QWidget(), BackupPage()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(page)
    page.show_standing(
        STANDING, 7, ("Thứ Sáu hằng tuần, 16:00", "Lần tới: hôm nay"), automatic=True
    )
    page.history.show_lines(STANDING.lines, everything=False)
    page.stick.show_sticks((FIRST,))
    window.show()
    assert cut(window, lambda: page) == []
    page.stick.begin(FIRST.name, STANDING.records)
    page.stick.progress(2, 62, 100)
    assert cut(window, lambda: page) == []


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 200)
    parts = [label(WORDS), label(WORDS, wrap=True), button(WORDS), ElidedLabel(WORDS)]
    for part in parts:
        part.setParent(page)
        part.setGeometry(0, 0, 60, 20)
    page.show()
    assert len(cut_texts(page)) == len(parts) - 1
    parts[-1].setToolTip("")
    assert len(cut_texts(page)) == len(parts)
    for part in parts:
        part.setGeometry(0, 0, 400, 90)
    assert cut_texts(page) == [f"{WORDS!r}: from 0 to 400 in QWidget 200"] * len(parts)
