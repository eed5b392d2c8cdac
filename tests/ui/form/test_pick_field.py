"""The list of a field: found without accents, never completed inline, at the hands of the keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_form import find_person, words
from tests.ui.keys import type_text
from tests.ui.readings import inline
from ui.form.pick_field import Lookup, PickField, matching

AREAS = words("Sóc Đồn", "Cái Giá", "Đay Tà Ni", "Phú Tòng", "Cả Vĩnh")


@pytest.fixture
def holder(qtbot: QtBot) -> Iterator[QWidget]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(500, 400)
    QVBoxLayout(holder)
    holder.show()
    holder.activateWindow()
    yield holder


def placed(holder: QWidget, field: PickField) -> PickField:
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    field.setFocus()
    return field


@pytest.fixture
def field(holder: QWidget) -> PickField:
    return placed(holder, PickField(AREAS))


def test_typing_offers_without_accents_and_completes_nothing(field: PickField) -> None:
    type_text(field, "da")
    assert field.offered() == ["Đay Tà Ni"]
    assert field.text() == "da"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Đay Tà Ni"
    assert not field.is_open()


def test_what_begins_with_the_words_comes_first() -> None:
    assert [one.text for one in matching(words("Cả Vĩnh", "Vĩnh Cả"), "vinh")] == [
        "Vĩnh Cả",
        "Cả Vĩnh",
    ]


def test_arrows_walk_and_escape_closes_only_the_list(field: PickField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.is_open()
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Cái Giá"
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.is_open()
    assert field.text() == "Cái Giá"


def test_tab_takes_what_is_marked(field: PickField) -> None:
    type_text(field, "soc")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "Sóc Đồn"
    assert not field.is_open()


def test_nothing_that_matches_closes_the_list(field: PickField) -> None:
    type_text(field, "xyz")
    assert not field.is_open()
    assert field.chosen() is None


def test_words_typed_in_full_mean_their_option(field: PickField) -> None:
    type_text(field, "cai gia")
    chosen = field.chosen()
    assert chosen is not None
    assert chosen.value == "Cái Giá"


def test_two_of_one_name_are_not_guessed(holder: QWidget) -> None:
    field = placed(holder, PickField(lookup=Lookup(find_person, inline(holder))))
    type_text(field, "nguyen van hoa")
    assert len(field.offered()) == 2
    assert field.chosen() is None
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    chosen = field.chosen()
    assert chosen is not None
    assert chosen.value == 3


def test_a_burst_of_keys_and_backspaces_is_kept_as_typed(field: PickField) -> None:
    type_text(field, "phus")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    type_text(field, "ú tòng")
    assert field.text() == "phú tòng"


def test_the_list_goes_with_its_page(holder: QWidget, field: PickField) -> None:
    type_text(field, "s")
    holder.hide()
    assert not field.is_open()
