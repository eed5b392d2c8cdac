"""A PDF in memory: its sizes, its edges, and what is none."""

from __future__ import annotations

import pytest

from models.errors import WorldError
from tests.ui.paper.drawn import LANDSCAPE, PORTRAIT, lines_pdf, words_pdf
from ui.paper.pdf import LOOK_DPI, Pdf

PIXEL = 25.4 / LOOK_DPI


def test_sizes_are_millimetres() -> None:
    first, second = Pdf(lines_pdf(PORTRAIT, LANDSCAPE)).sizes
    assert (first.width, first.height) == pytest.approx((210, 297), abs=0.01)
    assert second.landscape
    assert not first.landscape


def test_edges_tell_where_drawing_begins() -> None:
    edges = Pdf(words_pdf("HHHHH", size=LANDSCAPE)).edges(0)
    assert edges.left == pytest.approx(edges.right, abs=3 * PIXEL)
    assert edges.left == pytest.approx((297 - 51) / 2, abs=2)
    assert edges.top == pytest.approx(105 - 10, abs=2)
    assert edges.bottom == pytest.approx(105, abs=2)


def test_lines_to_the_edge_leave_none() -> None:
    edges = Pdf(lines_pdf(PORTRAIT)).edges(0)
    assert (edges.left, edges.top, edges.right, edges.bottom) == (0, 0, 0, 0)


def test_an_empty_page_is_all_edge() -> None:
    edges = Pdf(words_pdf(" ")).edges(0)
    assert (edges.left, edges.top) == pytest.approx((210, 297), abs=PIXEL)


@pytest.mark.parametrize("content", [b"", b"nothing", b"%PDF-1.7"])
def test_what_is_no_pdf_is_a_sentence(content: bytes) -> None:
    with pytest.raises(WorldError, match="trang in bị hỏng"):
        Pdf(content)
