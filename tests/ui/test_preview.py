"""The preview shows the very bytes that are printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.errors import WorldError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press
from ui.preview import Preview
from ui.source import Query

PDF = FakeDesk().paper("teams", "F03", Query(), (), lambda *_: None)


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    preview = Preview("Danh sách tổ", "Tổ tự quản")
    qtbot.addWidget(preview)
    preview.resize(900, 700)
    preview.show()
    preview.activateWindow()
    preview.show_pages(PDF)
    return preview


def test_the_button_says_how_many_pages(preview: Preview) -> None:
    assert preview.send_button.text().strip() == "In 3 trang"
    assert preview.place.text() == "1 / 3 trang"


def test_pages_turn_by_key_and_stop_at_the_ends(preview: Preview) -> None:
    preview.view.setFocus()
    for shown in (2, 3, 3):
        press(Qt.Key.Key_PageDown)
        assert preview.page() == shown - 1
    press(Qt.Key.Key_PageUp)
    assert preview.page() == 1


def test_printing_hands_over_what_is_shown(preview: Preview, qtbot: QtBot) -> None:
    preview.view.setFocus()
    with qtbot.waitSignal(preview.sent) as sent:
        press(Qt.Key.Key_P, CONTROL)
    assert sent.args == [PDF]


def test_zoom_has_its_ends(preview: Preview) -> None:
    for _press in range(40):
        preview.zoom(1.2)
    assert preview.view.zoomFactor() == pytest.approx(5.0)
    for _press in range(80):
        preview.zoom(1 / 1.2)
    assert preview.view.zoomFactor() == pytest.approx(0.2)


def test_what_is_no_pdf_is_a_sentence(preview: Preview) -> None:
    with pytest.raises(WorldError, match="bị hỏng"):
        preview.show_pages(b"nothing")
