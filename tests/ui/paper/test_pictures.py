"""Pictures of pages: the right page, on white, the last asked first, none after the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.paper.drawn import LANDSCAPE, PORTRAIT, lines_pdf, words_pdf
from ui.paper.book import Book
from ui.paper.pdf import Pdf
from ui.paper.pictures import Pictures
from ui.source import PaperFacts

LIST, TEXT = PaperFacts("list", "Danh sách"), PaperFacts("text", "Quyết định", running=True)


@pytest.fixture
def pictures(qtbot: QtBot) -> Iterator[Pictures]:
    pictures = Pictures()
    parts = (LIST, Pdf(lines_pdf(LANDSCAPE))), (TEXT, Pdf(words_pdf("A", "", size=PORTRAIT)))
    pictures.show(Book(parts))
    yield pictures
    pictures.close()


def taken(qtbot: QtBot, pictures: Pictures, leaf: int, width: int) -> QImage:
    if pictures.picture(leaf, width, 1.0) is None:
        with qtbot.waitSignal(pictures.drawn):
            pass
    picture = pictures.picture(leaf, width, 1.0)
    assert picture is not None
    return picture.toImage()


@pytest.mark.parametrize("width", [100, 500])
def test_a_page_stands_on_white_in_its_own_shape(
    pictures: Pictures, qtbot: QtBot, width: int
) -> None:
    image = taken(qtbot, pictures, 0, width)
    assert image.width() == width
    assert image.height() == round(width * 210 / 297)
    assert image.pixelColor(width // 2, image.height() // 2).name() == "#ffffff"
    assert image.pixelColor(round(width * 10 / 297), image.height() // 2).lightness() < 240


def test_pages_of_the_second_paper_are_its_own(pictures: Pictures, qtbot: QtBot) -> None:
    written, empty = taken(qtbot, pictures, 1, 500), taken(qtbot, pictures, 2, 500)
    assert written != empty
    assert empty.pixelColor(250, 350).name() == "#ffffff"


def test_what_was_asked_last_is_drawn_next(pictures: Pictures, qtbot: QtBot) -> None:
    order: list[int] = []
    pictures.drawn.connect(order.append)
    for leaf in (0, 1, 2):
        assert pictures.picture(leaf, 200, 1.0) is None
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == [0, 2, 1]
    assert pictures.idle()


def test_a_picture_in_another_size_stands_in(pictures: Pictures, qtbot: QtBot) -> None:
    assert pictures.any_picture(0) is None
    taken(qtbot, pictures, 0, 100)
    stand_in = pictures.any_picture(0)
    assert stand_in is not None
    assert stand_in.width() == 100


def test_closing_while_a_page_is_drawn(pictures: Pictures) -> None:
    pictures.picture(0, 3000, 1.0)
    pictures.close()
    assert pictures.idle()
    assert pictures.any_picture(0) is None


def test_few_pictures_are_kept(
    pictures: Pictures, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.paper.pictures.MOST_BYTES", 500_000)
    taken(qtbot, pictures, 0, 300)
    taken(qtbot, pictures, 1, 300)
    assert pictures.any_picture(0) is None
    assert pictures.any_picture(1) is not None
