"""Draws certificates: the ornament once a file, the words of every sheet fitted into their places.

Also used for blanks: then only what blanks do not carry is drawn, moved and scaled as the printer's
readings ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal

from printing.calibration import STRAIGHT, Aim
from printing.certificate.code import draw_code
from printing.certificate.faces import FACES, faces_ready
from printing.certificate.fitting import filled, first_line, fitted
from printing.certificate.ornament import Ornament
from printing.certificate.template import Code, Element, Line, Picture, Seal, Template, Text
from printing.certificate.values import PHOTO
from printing.page import close_page, finished, new_canvas
from printing.styles import MM, Paper

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

Progress = Callable[[int, int, str], None]
FORM: Final = "Ornament"
AGAIN: Final = "Bản in lại"
AGAIN_FROM_EDGE, AGAIN_SIZE = 4.5, 9.0
WRONG: Final = "[wrong]"
"""Colour of words that do not fit, on the screen and nowhere else."""


@dataclass(frozen=True)
class Sheet:
    """One certificate: its fields, its code, and whether it is a further print of the same."""

    data: Mapping[str, str]
    code: str = ""
    again: bool = False


@dataclass(frozen=True)
class Job:
    """How sheets are drawn.

    Attributes:
        pictures: slot to the bytes of a picture.
        words_only: leaves out what blanks carry.
        aim: how the printer's readings move and scale the print.
        preview: shows slots, the place of the seal, and flaws in red; never on paper.
        scan: a picture of the blank, shown under the words in a preview.
    """

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    words_only: bool = False
    aim: Aim = STRAIGHT
    preview: bool = False
    scan: bytes = b""


@dataclass(frozen=True)
class CertificatePage:
    """Certificates of one design, drawn together."""

    template: Template
    sheets: Sequence[Sheet]
    job: Job = field(default_factory=Job)


def render_certificates(
    pages: Sequence[CertificatePage], *, progress: Progress | None = None
) -> bytes:
    """Return one PDF of certificates, a page a sheet, designs and papers mixed as they come.

    `progress` is called once a sheet and may raise Cancelled.
    """
    faces_ready()
    template = pages[0].template
    paper = Paper(template.width, template.height, 0, 0, 0, 0)
    canvas = new_canvas(paper, template.name)
    done, count = 0, sum(len(page.sheets) for page in pages)
    for place, page in enumerate(pages, start=1):
        press = _Press(canvas, page, f"{FORM}{place if place > 1 else ''}")
        for sheet in page.sheets:
            if progress is not None:
                progress(done, count, f"Trang {done + 1}/{count}")
            press.sheet(sheet)
            done += 1
    return finished(canvas)


class _Press:
    """Draws the sheets of one design on a canvas."""

    def __init__(self, canvas: Canvas, page: CertificatePage, form: str) -> None:
        self.template, self.job = page.template, page.job
        self.high = page.template.height * MM
        self.canvas, self.form = canvas, form
        self.elements = printed_elements(page.template, words_only=page.job.words_only)
        self._painters: dict[type[Element], Callable[[Any, Sheet], None]] = {
            Text: self._text,
            Picture: self._picture,
            Code: self._code,
            Line: self._line,
            Seal: self._seal,
        }
        self._images = {name: _image(data) for name, data in self.job.pictures.items()}
        self._scan = _image(self.job.scan) if self.job.scan else None
        if not self.job.words_only:
            self._keep_ornament()

    def _keep_ornament(self) -> None:
        canvas, width, height = self.canvas, self.template.width * MM, self.high
        canvas.beginForm(self.form, 0, 0, width, height)
        canvas.scale(MM, MM)
        Ornament(canvas, self.template).draw()
        canvas.endForm()

    def sheet(self, sheet: Sheet) -> None:
        """Draw one sheet on a page of its own."""
        canvas = self.canvas
        canvas.setPageSize((self.template.width * MM, self.high))
        canvas.saveState()
        self._take_aim()
        if self._scan is not None and self.job.preview:
            canvas.drawImage(self._scan, 0, 0, self.template.width * MM, self.high)
        if not self.job.words_only:
            canvas.doForm(self.form)
        for element in self.elements:
            self._painters[type(element)](element, sheet)
        if sheet.again:
            self._mark_again()
        canvas.restoreState()
        close_page(canvas)

    def _take_aim(self) -> None:
        aim = self.job.aim
        if aim != STRAIGHT:
            across, up = aim.scale
            self.canvas.translate(aim.right * MM, self.high * (1 - up) - aim.down * MM)
            self.canvas.scale(across, up)

    def _colour(self, name: str) -> Color:
        return _hex(self.template.colour(name))

    # -- elements

    def _text(self, element: Text, sheet: Sheet) -> None:
        words = filled(element, sheet.data)
        if not words:
            return
        set_words = fitted(element, words)
        wrong = self.job.preview and not set_words.fits
        colour = self._colour(WRONG if wrong else element.colour)
        y = self.high - element.y * MM + first_line(element, set_words)
        for line, width in set_words.lines:
            at = _left(element, width), y
            if element.outline:
                self._edge(element, set_words.size, line, at)
            self.canvas.setFillColor(colour)
            self._write(element, set_words.size, line, at)
            if element.rule:
                self._rule(at[0], y - element.rule * MM, width, colour)
            y -= set_words.size * element.leading

    def _edge(self, element: Text, size: float, line: str, at: tuple[float, float]) -> None:
        """Draw the outline of a line of words; the words themselves go on top of it."""
        self.canvas.setStrokeColor(self._colour(element.outline))
        self.canvas.setLineWidth(element.edge)
        self.canvas.setLineJoin(1)
        self._write(element, size, line, at, mode=1)

    def _write(
        self,
        element: Text,
        size: float,
        line: str,
        at: tuple[float, float],
        *,
        mode: Literal[0, 1] = 0,
    ) -> None:
        text = self.canvas.beginText(*at)
        text.setFont(FACES[element.face], size)
        if element.spacing:
            text.setCharSpace(element.spacing)
        if mode:
            text.setTextRenderMode(mode)
        text.textOut(line)
        if mode:
            text.setTextRenderMode(0)
        if element.spacing:
            text.setCharSpace(0)
        self.canvas.drawText(text)

    def _rule(self, x: float, y: float, width: float, colour: Color) -> None:
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(0.8)
        self.canvas.line(x, y, x + width, y)

    def _picture(self, element: Picture, _sheet: Sheet) -> None:
        image = self._images.get(element.slot)
        width, height = element.width * MM, element.height * MM
        x, y = _left(element, width), self.high - element.y * MM - height
        if image is not None:
            self.canvas.drawImage(
                image, x, y, width, height, mask="auto", preserveAspectRatio=True, anchor="c"
            )
        elif self.job.preview:
            self._outline(x, y, width, height, round_=element.round)
        elif element.slot == PHOTO:
            self._room_to_glue(x, y, width, height)

    def _room_to_glue(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the frame in which a photo on paper is glued, where there is none to print."""
        self.canvas.setStrokeColor(self._colour("[slot]"))
        self.canvas.setLineWidth(0.5)
        self.canvas.rect(x, y, width, height)

    def _outline(self, x: float, y: float, width: float, height: float, *, round_: bool) -> None:
        canvas = self.canvas
        canvas.saveState()
        canvas.setStrokeColor(self._colour("[slot]"))
        canvas.setLineWidth(0.6)
        canvas.setDash([2, 2])
        if round_:
            canvas.circle(x + width / 2, y + height / 2, min(width, height) / 2)
        else:
            canvas.rect(x, y, width, height)
        canvas.restoreState()

    def _code(self, element: Code, sheet: Sheet) -> None:
        size = element.size * MM
        x, y = _left(element, size), self.high - element.y * MM - size
        if sheet.code:
            draw_code(self.canvas, sheet.code, x, y, size)
        elif self.job.preview:
            self._outline(x, y, size, size, round_=False)

    def _seal(self, element: Seal, _sheet: Sheet) -> None:
        if self.job.preview:
            size = element.size * MM
            x, y = _left(element, size), self.high - element.y * MM - size
            self._outline(x, y, size, size, round_=True)

    def _line(self, element: Line, _sheet: Sheet) -> None:
        canvas, width = self.canvas, element.width * MM
        x, y = _left(element, width), self.high - element.y * MM
        if not element.tapered:
            canvas.setStrokeColor(self._colour(element.colour))
            canvas.setLineWidth(element.thick)
            canvas.line(x, y, x + width, y)
            return
        middle, half, thick = x + width / 2, width / 2, element.thick
        canvas.setFillColor(self._colour(element.colour))
        path = canvas.beginPath()
        for side in (-1, 1):
            path.moveTo(middle + side * 12, y + thick)
            path.lineTo(middle + side * half, y)
            path.lineTo(middle + side * 12, y - thick)
            path.close()
            path.circle(middle + side * 9, y, 1.3)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillColor(self._colour(element.accent))
        path = canvas.beginPath()
        path.moveTo(middle - 5, y)
        for point in ((middle, y + 5), (middle + 5, y), (middle, y - 5)):
            path.lineTo(*point)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def _mark_again(self) -> None:
        canvas = self.canvas
        canvas.setFillColor(self._colour("[text]"))
        canvas.setFont(FACES["serif-italic"], AGAIN_SIZE)
        edge = AGAIN_FROM_EDGE * MM
        canvas.drawRightString(self.template.width * MM - 2 * edge, self.high - edge, AGAIN)


def printed_elements(template: Template, *, words_only: bool) -> list[Element]:
    """Return what is drawn: nothing hidden, and on blanks nothing that they carry already."""
    return [one for one in template.elements if not one.hidden and (one.on_blank or not words_only)]


def _left(element: Element, width: float) -> float:
    """Where an element begins, points; `x` is the point of it that its anchor names."""
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[element.anchor]
    return element.x * MM - width * share


def _image(data: bytes) -> Any:  # noqa: ANN401 - the library's own reader
    from reportlab.lib.utils import ImageReader

    return ImageReader(BytesIO(data))


def _hex(colour: str) -> Color:
    from reportlab.lib.colors import HexColor

    return HexColor(colour)
