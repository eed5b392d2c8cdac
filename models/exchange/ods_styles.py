"""Knows which cell styles of an .ods document stand for which font, and which sheets are hidden."""

from __future__ import annotations

Attributes = dict[str, str]


class Styles:
    """Collects style definitions in the order the document gives them.

    Attributes:
        invisible: names of table styles that hide their sheet.
    """

    def __init__(self) -> None:
        self.invisible: set[str] = set()
        self._faces: dict[str, str] = {}
        self._fonts: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._current = ""

    def face(self, attributes: Attributes) -> None:
        """Note a font face: its name in the document and the family it stands for."""
        family = attributes.get("svg:font-family", "")
        self._faces[attributes.get("style:name", "")] = family.strip("'\"")

    def begin(self, attributes: Attributes) -> None:
        """Note a style and the style it builds on."""
        self._current = attributes.get("style:name", "")
        self._parents[self._current] = attributes.get("style:parent-style-name", "")

    def text(self, attributes: Attributes) -> None:
        """Note the font of the current style."""
        face = attributes.get("style:font-name", "")
        family = attributes.get("fo:font-family", "").strip("'\"")
        if font := self._faces.get(face, face) or family:
            self._fonts.setdefault(self._current, font)

    def table(self, attributes: Attributes) -> None:
        """Note whether the current style hides a sheet."""
        if attributes.get("table:display") == "false":
            self.invisible.add(self._current)

    def font(self, style: str) -> str:
        """Font of a style, its own or that of the nearest style it builds on."""
        for _ in range(8):
            if style in self._fonts:
                return self._fonts[style]
            style = self._parents.get(style, "")
        return ""

    @property
    def fonts(self) -> set[str]:
        """All font names the styles use."""
        return set(self._fonts.values())
