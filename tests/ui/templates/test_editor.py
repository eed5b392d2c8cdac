"""The editor by mouse and keys: elements taken in hand, moved, sized, typed, undone, saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from printing.certificate.designs import keep
from printing.certificate.template import Picture
from tests.printing.certificate.designs_for_tests import FESTIVE, named
from tests.ui.keys import CONTROL, PLAIN, SHIFT, press, type_text
from tests.ui.templates.clerk import (
    drag,
    drawn,
    editor,
    element,
    hold,
    middle_of,
    place_of,
    text_of,
)
from tests.ui.workplaces import shown
from ui.templates.entries import ColourEntry, NumberEntry, WordsEntry
from ui.templates.geometry import Grip
from ui.templates.work import NOTHING
from ui.workplace import Workplace

Key = Qt.Key
NAME, TITLE = "{name}", "GIẤY CHỨNG NHẬN"


def test_a_click_takes_an_element_in_hand_and_tab_goes_on(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place)
    at = page.work.chosen
    assert page.list.currentRow() == at
    assert page.properties.form() is not None
    press(Key.Key_Tab)
    assert page.work.chosen == at + 1
    press(Key.Key_Tab, SHIFT)
    press(Key.Key_Tab, SHIFT)
    assert page.work.chosen == at - 1
    assert page.canvas.hasFocus()
    assert "148,5 mm ngang" in page.canvas.accessibleName()
    press(Key.Key_Escape)
    assert page.work.chosen == NOTHING
    assert shown(place) is page


def test_tab_leaves_the_paper_behind_its_last_element(qtbot: QtBot, place: Workplace) -> None:
    page = editor(qtbot, place)
    page.work.choose(len(page.work.template.elements) - 1)
    press(Key.Key_Tab)
    assert not page.canvas.hasFocus()


def test_arrows_move_by_half_a_millimetre_and_with_shift_by_five(
    qtbot: QtBot, place: Workplace
) -> None:
    page = hold(qtbot, place)
    x, y = element(page).x, element(page).y
    press(Key.Key_Right)
    press(Key.Key_Up, SHIFT)
    assert (element(page).x, element(page).y) == (x + 0.5, y - 5)
    width = text_of(page).width
    press(Key.Key_Left, CONTROL)
    assert text_of(page).width == width - 0.5
    for wanted in ((x + 0.5, y - 5), (x + 0.5, y), (x, y)):
        press(Key.Key_Z, CONTROL)
        assert (element(page).x, element(page).y) == wanted
    assert not page.work.dirty
    press(Key.Key_Y, CONTROL)
    assert element(page).x == x + 0.5


def test_a_dragged_element_goes_with_the_mouse_in_half_millimetres(
    qtbot: QtBot, place: Workplace
) -> None:
    page = hold(qtbot, place)
    mm = page.canvas.scale().mm
    x, y = element(page).x, element(page).y
    drag(page.canvas.viewport(), middle_of(page, NAME), (30 * mm, 13 * mm),
         Qt.KeyboardModifier.AltModifier)  # fmt: skip
    assert element(page).x == pytest.approx(x + 30, abs=0.51)
    assert element(page).y == pytest.approx(y + 13, abs=0.51)
    assert element(page).x % 0.5 == element(page).y % 0.5 == 0
    assert page.work.turns == (True, False)
    page.undo()
    assert (element(page).x, element(page).y) == (x, y)
    assert page.work.turns == (False, True)


def test_a_dragged_element_holds_to_the_middle_of_the_page(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place)
    page.work.set(x=160.0)
    page.tell()
    drawn(qtbot, place, page)
    mm = page.canvas.scale().mm
    QTest.mousePress(page.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN,
                     middle_of(page, NAME).toPoint())  # fmt: skip
    end = middle_of(page, NAME) + QPointF(-10.9 * mm, 20 * mm)
    QTest.mouseMove(page.canvas.viewport(), end.toPoint())
    qtbot.waitUntil(lambda: page.canvas.lines is not None)
    assert page.canvas.lines is not None
    assert page.canvas.lines.upright == element(page).x == 148.5
    QTest.mouseRelease(page.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN, end.toPoint())
    assert page.canvas.lines is None


def test_a_grip_makes_room_for_words(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place)
    mm = page.canvas.scale().mm
    before = text_of(page)
    drag(page.canvas.viewport(), page.canvas.grips()[Grip.RIGHT], (-40 * mm, 0))
    after = text_of(page)
    assert after.width == pytest.approx(before.width - 40, abs=0.51)
    assert after.x - after.width / 2 == pytest.approx(before.x - before.width / 2, abs=0.01)


def test_the_picture_follows_at_once_and_is_drawn_by_the_engine_after(
    qtbot: QtBot, place: Workplace
) -> None:
    page = hold(qtbot, place)
    for _ in range(8):
        press(Key.Key_Down, SHIFT)
    moved = page.canvas.viewport().grab().toImage()
    drawn(qtbot, place, page)
    settled = page.canvas.viewport().grab().toImage()
    where = middle_of(page, NAME).toPoint()
    ratio = moved.devicePixelRatio()
    spots = [(round((where.x() + across) * ratio), round((where.y() + down) * ratio))
             for across in range(-80, 80, 4) for down in range(-6, 7, 3)]  # fmt: skip
    dark = [spot for spot in spots if settled.pixelColor(*spot).lightness() < 120]
    assert dark
    same = sum(moved.pixelColor(*spot).lightness() < 200 for spot in dark)
    assert same > 0.7 * len(dark)


def test_words_are_typed_with_the_names_people_know(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place, "Số vào sổ: {number}")
    press(Key.Key_F2)
    form = page.properties.form()
    assert form is not None
    entry = form.entries["text"]
    assert isinstance(entry, WordsEntry)
    assert entry.field.hasFocus()
    assert entry.field.toPlainText() == "Số vào sổ: {số vào sổ}"
    type_text(entry.field, "Vào sổ số ")
    entry.menu.actions()[list(page_labels()).index("số vào sổ")].trigger()
    assert text_of(page).text == "Vào sổ số {number}"
    page.undo()
    assert text_of(page).text == "Số vào sổ: {number}"
    assert entry.field.toPlainText() == "Số vào sổ: {số vào sổ}"


def page_labels() -> list[str]:
    from printing.certificate.values import SAMPLE

    return [label for label, _sample in SAMPLE.values()]


def test_size_face_side_and_colour_are_set_at_the_right(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place, TITLE)
    form = page.properties.form()
    assert form is not None
    size = form.entries["size"]
    assert isinstance(size, NumberEntry)
    size.widget.setFocus()
    size.widget.selectAll()
    type_text(size.widget, "31,5")
    press(Key.Key_Return)
    assert text_of(page).size == 31.5
    face = form.entries["face"].widget
    face.setFocus()
    press(Key.Key_Up)
    press(Key.Key_Up)
    anchor = form.entries["anchor"].widget
    anchor.setFocus()
    press(Key.Key_Up)
    now = text_of(page)
    assert (now.face, now.anchor, now.x) == ("serif-bold-italic", "left", 148.5 - now.width / 2)
    colour = form.entries["colour"]
    assert isinstance(colour, ColourEntry)
    colour.line.setFocus()
    colour.line.selectAll()
    type_text(colour.line, "1b4e91")
    press(Key.Key_Return)
    assert text_of(page).colour == "#1B4E91"
    colour.line.selectAll()
    type_text(colour.line, "xanh")
    press(Key.Key_Return)
    assert colour.widget.property("e") == "1"
    assert text_of(page).colour == "#1B4E91"
    shown_box = form.entries["hidden"].widget
    shown_box.click()  # type: ignore[attr-defined]
    assert text_of(page).hidden
    assert page.list.item(page.work.chosen).text() == f"{TITLE} (ẩn)"


def test_undo_in_a_number_is_the_pages(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place)
    form = page.properties.form()
    assert form is not None
    number = form.entries["width"].widget
    number.setFocus()
    press(Key.Key_Up)
    press(Key.Key_Z, CONTROL)
    assert page.work.template == named(FESTIVE)


def test_an_element_is_added_and_taken_out_by_key(qtbot: QtBot, place: Workplace) -> None:
    page = editor(qtbot, place)
    count = len(page.work.template.elements)
    next(one for one in page.add_menu.actions() if one.text().startswith("Ảnh người")).trigger()
    photo = element(page)
    assert isinstance(photo, Picture)
    assert (photo.slot, photo.width, photo.height) == ("photo", 30, 40)
    drawn(qtbot, place, page)
    assert page.drawing.flaws == (
        "Chưa có ảnh người được cấp: tờ in ra có khung trống để dán ảnh.",
    )
    press(Key.Key_Delete)
    assert len(page.work.template.elements) == count


def test_a_long_name_is_seen_to_shrink_and_a_blank_to_be_bare(
    qtbot: QtBot, place: Workplace
) -> None:
    page = editor(qtbot, place)
    at = place_of(page, NAME)
    one_line = page.canvas.boxes()[at].height
    page.sample.buttons[1].click()
    drawn(qtbot, place, page)
    assert page.canvas.boxes()[at].height > 1.3 * one_line
    assert page.canvas.boxes()[at].fits
    page.ground.buttons[1].click()
    drawn(qtbot, place, page)
    assert [box.drawn for box in page.canvas.boxes()[:2]] == [False, False]


def test_the_programs_own_design_is_back_at_a_press(qtbot: QtBot, place: Workplace) -> None:
    keep(replace(named(FESTIVE), elements=named(FESTIVE).elements[:3]))
    page = editor(qtbot, place)
    page.reset_button.click()
    qtbot.waitUntil(lambda: page.work.dirty)
    assert page.work.template.elements == named(FESTIVE).elements
    page.undo()
    assert len(page.work.template.elements) == 3


def test_paper_and_ornament_are_of_the_whole_page(qtbot: QtBot, place: Workplace) -> None:
    page = editor(qtbot, place)
    form = page.properties.page
    form.paper.widget.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: page.work.template.width == 210)
    assert page.work.template.height == 148
    form.ornament.widget.setFocus()
    press(Key.Key_End)
    qtbot.waitUntil(lambda: page.work.template.design == "none")
    drawn(qtbot, place, page)
    assert QApplication.focusWidget() is form.ornament.widget
