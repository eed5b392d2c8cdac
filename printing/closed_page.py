"""A finished page kept small: the library's own page is made again when the file is written.

The library keeps every page of a file as an object of some thousand bytes beside its drawing, and
its drawing once more for every step of the writing; over 50,000 rows that was six times the file.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final, cast

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFPage,
    PDFStream,
)

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

_COMPRESSED: Final = PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])})


class _Drawing(PDFStream):
    """The compressed marks of a page, let go as soon as they are written."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the bytes for the file; can be asked for once only."""
        written: bytes = super().format(document)
        self.content = None
        return written


class ClosedPage(PDFObject):
    """A page of which only what tells it from an empty one is kept."""

    __RefOnly__ = 1

    def __init__(self, page: PDFPage) -> None:
        self._drawing = _Drawing(_COMPRESSED, zlib.compress(cast("Any", page).stream.encode()))
        self._told = {
            name: value
            for name, value in vars(page).items()
            if name != "stream" and (value is not None or name not in PDFPage.__NoDefault__)
        }
        self.__InternalName__ = self._told.pop("__InternalName__")

    def format(self, document: PDFDocument) -> bytes:
        """Return the bytes for the file."""
        page = PDFPage()
        vars(page).update(self._told, Contents=self._drawing)
        written: bytes = page.format(document)
        return written
