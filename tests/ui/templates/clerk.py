"""What a clerk does on the pages of designs: opens them, waits until all is drawn, takes hold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from printing.certificate.template import Element, Text
from tests.printing.certificate.designs_for_tests import FESTIVE
from tests.ui.workplaces import shown
from ui.templates.editor import Editor
from ui.templates.list_page import TemplatesPage
from ui.workplace import Workplace

LONG = 20_000


def list_page(qtbot: QtBot, place: Workplace) -> TemplatesPage:
    """The list of designs, read and with the picture of the one chosen."""
    place.shell.run("templates")
    page = shown(place)
    assert isinstance(page, TemplatesPage)
    settled_list(qtbot, place, page)
    return page


def settled_list(qtbot: QtBot, place: Workplace, page: TemplatesPage) -> None:
    qtbot.waitUntil(
        lambda: (
            page.list.count() > 0
            and bool(page.pictures.book.leaves)
            and page.pictures.idle()
            and not place._runner.busy
        ),
        timeout=LONG,
    )


def drawn(qtbot: QtBot, place: Workplace, page: Editor) -> None:
    """Wait until what is shown is the state of the work, and nothing else is on its way."""
    qtbot.waitUntil(
        lambda: (
            page.drawing.idle
            and page.drawing.shown is not None
            and page.drawing.shown.template == page.work.template
            and not place._runner.busy
        ),
        timeout=LONG,
    )


def editor(qtbot: QtBot, place: Workplace, name: str = FESTIVE) -> Editor:
    """The editor on a design, drawn, with the focus on the paper."""
    place.templates.edit(name)
    qtbot.waitUntil(lambda: isinstance(shown(place), Editor), timeout=LONG)
    page = shown(place)
    assert isinstance(page, Editor)
    drawn(qtbot, place, page)
    qtbot.waitUntil(page.canvas.hasFocus)
    return page


def element(page: Editor) -> Element:
    """The element in hand."""
    found = page.work.element
    assert found is not None
    return found


def place_of(page: Editor, text: str) -> int:
    """Where the element with some words stands among the elements."""
    return next(
        at
        for at, one in enumerate(page.work.template.elements)
        if isinstance(one, Text) and one.text == text
    )


def middle_of(page: Editor, text: str) -> QPointF:
    """The middle of the words of an element on the screen."""
    box = page.canvas.boxes()[place_of(page, text)]
    return page.canvas.scale().point(box.left + box.width / 2, box.top + box.height / 2)


def click(page: Editor, at: QPointF) -> None:
    QTest.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())


def drag(widget: QWidget, start: QPointF, by: tuple[float, float],
         held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:  # fmt: skip
    """Press, move in two steps, let go."""
    begin = start.toPoint()
    end = (start + QPointF(*by)).toPoint()
    half = QPoint((begin.x() + end.x()) // 2, (begin.y() + end.y()) // 2)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, held, begin)
    for at in (half, end):
        move(widget, at, held)
    QTest.mouseRelease(widget, left, held, end)


def move(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier) -> None:
    """Move the mouse with its button down; the test library's own move knows no modifiers."""
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(widget.mapToGlobal(at)), left, left, held
    )
    QApplication.sendEvent(widget, event)


def text_of(page: Editor) -> Text:
    """The text in hand."""
    found = element(page)
    assert isinstance(found, Text)
    return found


def hold(qtbot: QtBot, place: Workplace, text: str = "{name}") -> Editor:
    """The editor with an element taken in hand by the mouse."""
    page = editor(qtbot, place)
    click(page, middle_of(page, text))
    assert text_of(page).text == text
    drawn(qtbot, place, page)
    return page
