"""Qt's own words in Vietnamese, and its names of keys left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.qt_words import WORDS, QtWords


@pytest.fixture
def words(qapp: QApplication) -> Iterator[QtWords]:
    words = QtWords()
    qapp.installTranslator(words)
    yield words
    qapp.removeTranslator(words)


@pytest.mark.usefixtures("words")
def test_the_menu_of_a_field_speaks_vietnamese(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["&Hoàn tác", "&Làm lại", "&Cắt", "&Sao chép", "&Dán", "Xóa", "Chọn hết"]
    menu.deleteLater()


@pytest.mark.usefixtures("words")
def test_the_dialog_of_qt_speaks_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    labels = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Tìm &trong:", "&Tên tệp:", "&Loại tệp:"} <= labels


@pytest.mark.usefixtures("words")
def test_keys_are_read_as_before() -> None:
    assert QKeySequence("Delete") == QKeySequence(Qt.Key.Key_Delete)
    assert QKeySequence("Ctrl+Z").toString() == "Ctrl+Z"
    assert QKeySequence("Back").count() == 1


def test_places_for_values_stay() -> None:
    for english, vietnamese in WORDS.items():
        assert english.count("%1") == vietnamese.count("%1")
