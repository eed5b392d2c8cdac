"""Papers of a real register on threads of their own: seen, printed, stopped, left in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.models.figures.small_register import make
from tests.ui.keys import CONTROL, press
from tests.ui.paper.clerk import CANON, act, count, leaves
from tests.ui.paper.drawn import FilePrinters
from tests.ui.workplaces import opened_workplace, shown
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.workplace import Workplace

Key = Qt.Key
LONG = 20_000


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path, CANON)


@pytest.fixture
def place(qtbot: QtBot, register: Path, printers: FilePrinters) -> Iterator[Workplace]:
    make()
    with opened_workplace(qtbot, register.parent, printers=printers) as place:
        yield place


@pytest.fixture
def page(qtbot: QtBot, place: Workplace) -> PaperPage:
    teams = place.shell.open_register("teams")
    qtbot.waitUntil(lambda: teams.model.rowCount() > 0 and teams.table.hasFocus())
    press(Key.Key_P, CONTROL)
    page = shown(place)
    assert isinstance(page, PaperPage)
    return page


def whole(page: PaperPage) -> bool:
    return all("trang" in line.detail for line in page.choice.list.lines())


def test_every_paper_of_a_record_is_made_seen_and_printed(
    qtbot: QtBot, place: Workplace, page: PaperPage, printers: FilePrinters
) -> None:
    qtbot.waitUntil(lambda: whole(page), timeout=LONG)
    assert [line.id for line in page.choice.list.lines()] == [
        "list-teams", "member-list", "team-profile", "team-decision", "self-rating",
    ]  # fmt: skip
    press(Key.Key_End)
    qtbot.waitUntil(lambda: leaves(page) == ["self-rating 1"], timeout=LONG)
    press(Key.Key_Return)
    told = f"Đã gửi 1 trang tới máy in {CANON}."
    qtbot.waitUntil(lambda: told in place.shell.notifier.said, timeout=LONG)
    assert count(printers.printed[0]) == 1
    sheet = pypdfium2.PdfDocument(printers.printed[0])[0].get_size()
    assert sheet == pytest.approx((595, 842), abs=1)


def test_printing_can_be_stopped(qtbot: QtBot, place: Workplace, page: PaperPage) -> None:
    qtbot.waitUntil(lambda: act(page) == "In 1 trang", timeout=LONG)
    page.panel.copies.setValue(99)
    page.setFocus()
    press(Key.Key_Return)
    assert page.sending.is_busy()
    assert not page.panel.send_button.isEnabled()
    place.shell.progress.stop()
    told = "Đã dừng in. Trang đã gửi có thể vẫn ra giấy."
    qtbot.waitUntil(lambda: told in place.shell.notifier.said, timeout=LONG)
    assert page.panel.send_button.isEnabled()


def test_leaving_while_papers_are_made_and_pages_drawn(
    qtbot: QtBot, place: Workplace, page: PaperPage
) -> None:
    press(Key.Key_Down)
    press(Key.Key_Escape)
    assert isinstance(shown(place), RegisterPage)
    press(Key.Key_P, CONTROL)
    again = shown(place)
    assert isinstance(again, PaperPage)
    assert again is not page
    qtbot.waitUntil(lambda: bool(leaves(again)), timeout=LONG)


def test_the_window_closes_over_the_print_page(qtbot: QtBot, page: PaperPage) -> None:
    qtbot.waitUntil(lambda: bool(leaves(page)), timeout=LONG)
    page.panel.copies.setValue(50)
    page.setFocus()
    press(Key.Key_Return)
    assert page.sending.is_busy()
