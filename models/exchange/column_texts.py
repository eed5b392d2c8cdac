"""Reads the texts of one column, which may be in TCVN3 or VNI, and cleans them to NFC."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from models.exchange.cells import BLANK, Cell, Sheet
from models.legacy_encodings import Encoding, decode, detect, is_syllable
from models.text import nfc_lines

Written = tuple[str, str | None]
"""A text as the file holds it and the font it is in, where known."""

_UNUSUAL = re.compile(r"[ÐðƉɖƢƣμ０-９\u0300-\u036f]|^ | $|  ")
_REMEMBERED = 4000
_SAMPLE = 200


def clean(text: str) -> str:
    """Clean like `nfc_lines`; the usual text, clean already, costs next to nothing."""
    if text.isprintable() and not _UNUSUAL.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    return nfc_lines(text)


def font_kind(font: str | None) -> Encoding:
    """Encoding that a font was made for."""
    if not font:
        return Encoding.UNICODE
    name = font.strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else Encoding.UNICODE


def surely_unicode(text: str) -> bool:
    """Tell whether a text has letters that neither TCVN3 nor VNI can show."""
    return any("\u0100" <= ch <= "\u01b0" or "\u1ea0" <= ch <= "\u1ef9" for ch in text)


class ColumnTexts:
    """Knows how the texts of a column are written, separately for each kind of font in it.

    Args:
        texts: those of the column, with fonts; plain ASCII may be left out.
        fallback: what to think of a column too short to tell by itself.
    """

    def __init__(self, texts: Iterable[Written], fallback: Encoding = Encoding.UNICODE) -> None:
        groups: defaultdict[Encoding, list[Written]] = defaultdict(list)
        for text, font in texts:
            if not text.isascii():
                groups[font_kind(font)].append((text, font))
        self._fallback = fallback
        self._encodings = {kind: _verdict(group, fallback) for kind, group in groups.items()}
        sizes = Counter({self._encodings[kind]: len(group) for kind, group in groups.items()})
        self.encoding = sizes.most_common(1)[0][0] if sizes else Encoding.UNICODE
        self._cells: dict[Written, Cell] = {}

    def read(self, text: str, font: str | None = None) -> str:
        """Give a text of the column in Unicode, NFC, single spaces, lines kept."""
        if text.isascii():
            return clean(text)
        encoding = self._encodings.get(font_kind(font), self._fallback)
        return clean(text) if encoding is Encoding.UNICODE else decode(text, encoding, font)

    def cell(self, text: str, font: str | None = None) -> Cell:
        """Give a cell with a text of the column read; equal texts share one cell."""
        known = self._cells.get((text, font))
        if known is None:
            read = self.read(text, font)
            known = Cell(read, font) if read else BLANK
            if len(self._cells) > _REMEMBERED:
                self._cells.clear()
            self._cells[text, font] = known
        return known


def texts_of(sheet: Sheet, column: int, rows: Iterable[int]) -> Iterator[Written]:
    """Give the texts of a column that need thought: those beyond ASCII."""
    for row in rows:
        line = sheet.values[row]
        value = line[column] if column < len(line) else None
        if type(value) is str and not value.isascii():
            yield value, sheet.fonts.get((row, column))


def _verdict(group: list[Written], fallback: Encoding) -> Encoding:
    """Judge texts in fonts of one kind; in doubt they are like the rest of the table.

    A modern font speaks for Unicode, so there the fallback must read more words, not as many.
    """
    texts = [text for text, _ in group]
    fonts = [font for _, font in group if font]
    found = detect(texts, fonts)
    if found is not fallback and not any(map(surely_unicode, texts)):
        lead = _readable(texts, fallback) - _readable(texts, found)
        if lead > 0 or (lead == 0 and not fonts):
            return fallback
    return found


def _readable(texts: list[str], encoding: Encoding) -> int:
    words = {word for text in texts[:_SAMPLE] for word in decode(text, encoding).split()}
    return sum(not word.isascii() and is_syllable(word.strip('.,;:()"')) for word in words)
