"""Opens a PDF the same way for every paper and sets the page number by the decree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, cast

from printing import styles
from printing.fonts import REGULAR, ready, width
from printing.styles import MM, Paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Numbering = Literal["decree", "of_total"]
CREATOR: Final = "Sổ phong trào"
SETTINGS: Final[dict[str, Any]] = {
    "invariant": 1,
    "pageCompression": 1,
    "initialFontName": REGULAR,
    "initialFontSize": styles.BODY.size,
    "lang": "vi",
}
"""What every PDF is opened with: no clock in the file, and no face that is not embedded."""


def new_canvas(paper: Paper, title: str) -> Canvas:
    """A canvas whose bytes depend on what is drawn only: no clock, no random mark in the file."""
    from reportlab.pdfgen.canvas import Canvas

    ready()
    canvas = Canvas("", pagesize=paper.size, **SETTINGS)
    canvas.setTitle(title)
    canvas.setCreator(CREATOR)
    return canvas


def close_page(canvas: Canvas) -> None:
    """End the page, compress it at once and keep no more of it than the file needs.

    The library would keep it plain until the file is saved, and a list of 50,000 rows with it.
    """
    from printing.closed_page import ClosedPage

    canvas.showPage()
    document = cast("Any", canvas)._doc
    page = document.Pages.pages[-1]
    name = page.__InternalName__
    closed = ClosedPage(page)
    document.Pages.pages[-1] = document.idToObject[name] = closed


def finished(canvas: Canvas) -> bytes:
    """The PDF of everything drawn; ends the canvas."""
    pdf: bytes = cast("Any", canvas).getpdfdata()
    return pdf


def number_page(
    canvas: Canvas, paper: Paper, number: int, total: int, numbering: Numbering = "decree"
) -> None:
    """Number a page: centred in the top margin and not on page 1, or "Trang x/y" at the foot."""
    if numbering == "of_total":
        style, words = styles.PAGE_OF, f"Trang {number}/{total}"
        x = (paper.width - paper.right) * MM - width(words, style.face, style.size)
        y = styles.PAGE_OF_FROM_BOTTOM
    elif number > 1:
        style, words = styles.PAGE_NUMBER, str(number)
        centre = paper.left * MM + paper.text_width / 2
        x = centre - width(words, style.face, style.size) / 2
        y = paper.height * MM - styles.PAGE_NUMBER_FROM_TOP
    else:
        return
    canvas.setFont(style.face, style.size)
    canvas.drawString(x, y, words)
