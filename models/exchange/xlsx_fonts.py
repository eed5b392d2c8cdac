"""Finds which cells of an .xlsx are written in a legacy Vietnamese font (.VnTime, VNI-Times).

Only the font tells some of these texts apart (capitals exist in .VnTimeH alone), and most
workbooks hold none, so the look at every cell is paid only where such a font is defined.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from xml.etree import ElementTree

from models.exchange.cells import Place, Sheet, column_index, is_legacy
from models.exchange.containers import damaged, first_of

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_SHARED = re.compile(rb'\bt="s"')
_SHARED_INDEX = re.compile(rb"<(?:\w+:)?v>\s*(\d+)")
_RUN_FONT = re.compile(rb'<(?:\w+:)?rFont\b[^>]*?\bval="([^"]*)"')
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_RUN_TEXT = re.compile(rb"<(?:\w+:)?t\b[^>]*>([^<]*)")


@dataclass(slots=True)
class Fonts:
    """Font names by style number and, for strings with fonts of their own, by string number."""

    by_style: list[str]
    by_string: dict[int, str] = field(default_factory=dict)

    @property
    def any_legacy(self) -> bool:
        """Whether any cell could be in a legacy font."""
        return any(map(is_legacy, [*self.by_style, *self.by_string.values()]))

    def of_sheet(self, text: bytes, sheet: Sheet) -> dict[Place, str]:
        """Font of each cell whose text is not plain ASCII, from the sheet's own XML."""
        fonts: dict[Place, str] = {}
        for found in _CELL.finditer(text):
            reference = _REFERENCE.search(found[1])
            if reference is None:
                continue
            place = (int(reference[2]) - 1, column_index(reference[1].decode()))
            value = sheet.value(*place)
            if isinstance(value, str) and not value.isascii():
                fonts[place] = self._font(found[1], found[2] or b"")
        return fonts

    def _font(self, attributes: bytes, content: bytes) -> str:
        if _SHARED.search(attributes) and (index := _SHARED_INDEX.search(content)):
            own = self.by_string.get(int(index[1]))
        else:
            own = run_font(content)
        if own:
            return own
        style = _STYLE.search(attributes)
        number = int(style[1]) if style else 0
        return self.by_style[number] if number < len(self.by_style) else ""


def read_fonts(archive: zipfile.ZipFile, name: str) -> Fonts:
    """Read the fonts of all styles, and of rich strings where one of them is legacy."""
    styles = first_of(["xl/styles.xml"], archive, name)
    strings = first_of(["xl/sharedStrings.xml"], archive, name)
    fonts = Fonts(_style_fonts(styles, name) if styles else [])
    if has_legacy_run(strings):
        for index, item in enumerate(_ITEM.finditer(strings)):
            if font := run_font(item[1] or b""):
                fonts.by_string[index] = font
    return fonts


def has_legacy_run(text: bytes) -> bool:
    """Tell whether any rich string in a part is partly in a legacy font."""
    names = set(_RUN_FONT.findall(text)) if b"rFont" in text else set()
    return any(is_legacy(name.decode("utf-8", "replace")) for name in names)


def run_font(content: bytes) -> str:
    """Font that covers most letters of a rich string; empty when that is the cell's own."""
    letters: Counter[str] = Counter()
    for run in _RUN.findall(content):
        font = _RUN_FONT.search(run)
        size = sum(map(len, _RUN_TEXT.findall(run)))
        letters[font[1].decode("utf-8", "replace") if font else ""] += size
    return letters.most_common(1)[0][0] if letters else ""


def _style_fonts(styles: bytes, name: str) -> list[str]:
    try:
        root = ElementTree.fromstring(styles)
    except ElementTree.ParseError as problem:
        raise damaged(name) from problem
    names = [_first(font, "name") for font in _children(root, "fonts")]
    numbers = [int(xf.get("fontId", "0")) for xf in _children(root, "cellXfs")]
    return [names[number] if number < len(names) else "" for number in numbers]


def _children(root: ElementTree.Element, group: str) -> list[ElementTree.Element]:
    return next((list(part) for part in root if part.tag.rpartition("}")[2] == group), [])


def _first(font: ElementTree.Element, tag: str) -> str:
    return next((part.get("val", "") for part in font if part.tag.rpartition("}")[2] == tag), "")
