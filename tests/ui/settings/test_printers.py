"""The printers in the settings, by keyboard: which is used, how paper lies in it, a test page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.keys import ALT, press
from tests.ui.paper.drawn import FilePrinters
from tests.ui.workplaces import opened_workplace, shown
from ui.paper.offsets import Feed, Offset, Offsets
from ui.paper.pdf import PageSize, Pdf
from ui.paper.printer_topic import NO_PRINTER, PrinterTopic
from ui.paper.sending import LAST_PRINTER
from ui.settings.page import SettingsPage
from ui.workplace import Workplace

Key = Qt.Key
CANON, HP = "Canon LBP 2900", "HP LaserJet"


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path, CANON, HP)


@pytest.fixture
def place(qtbot: QtBot, register: Path, printers: FilePrinters) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent, printers=printers) as place:
        qtbot.waitUntil(lambda: shown(place) is not None)
        yield place


@pytest.fixture
def topic(qtbot: QtBot, place: Workplace) -> PrinterTopic:
    press(Key.Key_9, ALT)
    page = shown(place)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: bool(page.office.boxes["name"].editor.text()))
    topic = page.findChild(PrinterTopic)
    assert isinstance(topic, PrinterTopic)
    qtbot.waitUntil(lambda: topic.printer.count() > 0)
    return topic


def take_back(place: Workplace) -> None:
    toast = place.shell.notifier.toast
    next(one for one in toast.findChildren(QPushButton) if one.text() == "Hoàn tác").click()


def test_the_printer_chosen_is_the_one_of_the_print_page_and_can_be_taken_back(
    place: Workplace, topic: PrinterTopic
) -> None:
    assert topic.printer.currentText() == CANON
    topic.printer.setFocus()
    press(Key.Key_Down)
    assert place.settings.get(LAST_PRINTER) == HP
    assert place.shell.notifier.said[-1] == f"Máy in dùng trước: {HP}."
    take_back(place)
    assert place.settings.get(LAST_PRINTER) == ""
    assert topic.printer.currentText() == CANON


def test_an_offset_is_kept_for_the_printer_and_the_paper(
    place: Workplace, topic: PrinterTopic
) -> None:
    offsets = Offsets(place.printing.tools().offsets)
    feed = Feed(CANON, "A4 ngang", topic._facts.tray if topic._facts else "")
    topic.paper.setFocus()
    press(Key.Key_Down)
    topic.offset.across.setFocus()
    press(Key.Key_Up)
    press(Key.Key_Up)
    assert offsets.get(feed) == Offset(1.0, 0.0)
    assert place.shell.notifier.said.count(f"Đã chỉnh A4 ngang của máy {CANON}.") == 1
    topic.paper.setFocus()
    press(Key.Key_Up)
    assert topic.offset.offset() == Offset()
    take_back(place)
    press(Key.Key_Down)
    assert topic.offset.offset() == offsets.get(feed) == Offset()


def test_a_test_page_is_printed_on_the_paper_that_is_shown(
    qtbot: QtBot, place: Workplace, topic: PrinterTopic, printers: FilePrinters
) -> None:
    topic.paper.setCurrentText("A5 đứng")
    topic.offset.test.setFocus()
    press(Key.Key_Space)
    said = f"Đã gửi 1 trang tới máy in {CANON}."
    qtbot.waitUntil(lambda: said in place.shell.notifier.said)
    pdf = Pdf(printers.printed[-1].read_bytes())
    assert [PageSize(round(one.width), round(one.height)) for one in pdf.sizes] == [
        PageSize(148, 210)
    ]
    pdf.close()


def test_a_printer_that_is_off_is_told(
    qtbot: QtBot, place: Workplace, topic: PrinterTopic, printers: FilePrinters
) -> None:
    printers.broken.add(CANON)
    topic.offset.test.setFocus()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: any("chưa bật" in one for one in place.shell.notifier.said))


def test_a_machine_without_a_printer_says_so(qtbot: QtBot, register: Path, tmp_path: Path) -> None:
    with opened_workplace(qtbot, register.parent, printers=FilePrinters(tmp_path)) as place:
        qtbot.waitUntil(lambda: shown(place) is not None)
        press(Key.Key_9, ALT)
        page = shown(place)
        assert isinstance(page, SettingsPage)
        topic = page.findChild(PrinterTopic)
        assert isinstance(topic, PrinterTopic)
        qtbot.waitUntil(lambda: topic.state.text() == NO_PRINTER)
        assert not topic.printer.isEnabled()
        assert not topic.offset.isEnabled()
