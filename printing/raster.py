"""Pages of a finished PDF as pixels at true size, in bands, for printers and thumbnails.

A band at a time keeps a page at 600 dpi under ten megabytes. The page is never fitted into the
printable area: that is what shrinks forms to 96 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from types import TracebackType
from typing import Any, Final, Self

LIST_DPI: Final = 300
FORM_DPI: Final = 600
"""Lists are printed at 300 dpi, forms and small text at 600."""
POINTS: Final = 72
BAND_PIXELS: Final = 2_500_000
SHARPER: Final = 3
"""Thumbnails are drawn so many times larger and scaled down, since hairlines keep one pixel."""
_ONE_AT_A_TIME: Final = Lock()


@dataclass(frozen=True)
class PixelBand:
    """A strip of a page: where it begins, its size in pixels, its bytes.

    One byte a pixel when `grey`, else four in the order blue, green, red, unused.
    """

    top: int
    width: int
    height: int
    stride: int
    grey: bool
    pixels: bytes


class Raster:
    """An open PDF from memory; close it, or use it in a `with` block."""

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument

        with _ONE_AT_A_TIME:
            self._document: Any = PdfDocument(pdf)
            self.pages = len(self._document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the document."""
        with _ONE_AT_A_TIME:
            self._document.close()

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page, counted from 0, in points."""
        with _ONE_AT_A_TIME:
            width, height = self._document[page].get_size()
        return float(width), float(height)

    def bands(self, page: int, dpi: int, *, grey: bool = False) -> Iterator[PixelBand]:
        """The page at its true size from top to bottom, in strips of some megabytes."""
        width, height = (round(points * dpi / POINTS) for points in self.size(page))
        step = max(1, BAND_PIXELS // width)
        for top in range(0, height, step):
            yield self._band(page, dpi / POINTS, top, min(height, top + step), grey=grey)

    def _band(self, page: int, scale: float, top: int, bottom: int, *, grey: bool) -> PixelBand:
        """Draw the rows of pixels from `top` up to `bottom`."""
        with _ONE_AT_A_TIME:
            sheet = self._document[page]
            height = sheet.get_height()
            under = max(0.0, height - bottom / scale)
            bitmap = sheet.render(
                scale=scale,
                crop=(0, under, 0, top / scale),
                grayscale=grey,
                prefer_bgrx=True,
            )
            rows = bottom - top
            pixels = bytes(bitmap.buffer)[: bitmap.stride * rows]
            band = PixelBand(top, bitmap.width, rows, bitmap.stride, grey, pixels)
            bitmap.close()
        return band

    def thumbnail(self, page: int, width: int) -> PixelBand:
        """The page to be scaled down smoothly to `width` pixels: SHARPER times as wide."""
        scale = SHARPER * width / self.size(page)[0]
        height = round(self.size(page)[1] * scale)
        return self._band(page, scale, 0, height, grey=False)
