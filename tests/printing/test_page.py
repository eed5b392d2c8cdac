"""Closed pages: the bytes the library would write itself, and less memory on the way."""

from __future__ import annotations

import tracemalloc

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import BOLD
from printing.page import close_page, finished, new_canvas
from printing.styles import LANDSCAPE, PORTRAIT


def drawn(*, close: bool, pages: int = 3, marks: int = 3) -> Canvas:
    """Pages of two papers, some with a stored form."""
    canvas = new_canvas(PORTRAIT, "Báo cáo")
    canvas.beginForm("Mark", 0, 0, 50, 50)
    canvas.circle(20, 20, 10)
    canvas.endForm()
    for page in range(pages):
        canvas.setFont(BOLD, 13)
        for mark in range(marks):
            canvas.drawString(50, 700 - mark, f"Trang {page} dòng {mark * page}")
        if page % 2:
            canvas.doForm("Mark")
        if close:
            close_page(canvas)
        else:
            canvas.showPage()
        canvas.setPageSize((LANDSCAPE if page % 2 else PORTRAIT).size)
    return canvas


def test_a_closed_page_is_written_as_the_library_writes_it() -> None:
    assert finished(drawn(close=True)) == finished(drawn(close=False))


def test_a_file_of_closed_pages_never_takes_four_times_its_size() -> None:
    drawn(close=True)
    tracemalloc.start()
    try:
        size = len(finished(drawn(close=True, pages=100, marks=300)))
        assert tracemalloc.get_traced_memory()[1] < 4 * size
    finally:
        tracemalloc.stop()
