"""The print faces: Times New Roman of the machine or the bundled face of the same widths.

Everything that is drawn passes `drawable` first, because a decomposed letter prints wrong while
reading back right, and a letter that no face has would print as a box.
"""

from __future__ import annotations

import os
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from models.errors import UserError

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR: Final = "Serif"
BOLD: Final = "Serif-Bold"
ITALIC: Final = "Serif-Italic"
BOLD_ITALIC: Final = "Serif-BoldItalic"
FACES: Final = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)

BUNDLED: Final = Path(__file__).parent.parent / "resources" / "fonts" / "serif"
BUNDLED_FILES: Final = tuple(
    f"SoPhongTraoSerif-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")
)
SYSTEM_FILES: Final = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
VIETNAMESE: Final = "".join(
    chr(code)
    for code in (*range(0x1EA0, 0x1EFA), 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0)
)
_REPLACED: Final = str.maketrans(
    {"\t": " ", "\r": "\n", "\v": "\n", "\u2028": "\n", "\u2029": "\n", "\u2011": "-"}
    | {chr(code): " " for code in range(0x2000, 0x200B)}
    | {chr(code): "\u00a0" for code in (0x2007, 0x202F)}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)
_UNSEEN: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def font_files(system: Path | None = None) -> tuple[Path, ...]:
    """Regular, bold, italic, bold italic: of the system when it has all four, else bundled.

    `system` is the folder of the machine's fonts; None looks where Windows keeps them.
    """
    if system is None:
        system = Path(os.environ.get("WINDIR", "")) / "Fonts"
    of_machine = tuple(system / name for name in SYSTEM_FILES)
    if all(file.is_file() for file in of_machine) and _has_vietnamese(of_machine[0]):
        return of_machine
    return tuple(BUNDLED / name for name in BUNDLED_FILES)


def _has_vietnamese(file: Path) -> bool:
    """Whether a font file holds every Vietnamese letter; the oldest Times files do not."""
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

    try:
        letters = TTFontFace(str(file)).charToGlyph
    except (TTFError, OSError):
        return False
    return all(ord(letter) in letters for letter in VIETNAMESE)


@cache
def ready() -> bool:
    """Register the four faces with the drawing library, once per process."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in zip(FACES, font_files(), strict=True):
        pdfmetrics.registerFont(TTFont(name, str(file)))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    rl_config.useA85 = 0  # text armour only makes the file a fifth larger
    return True


def _letters(face: str) -> set[int]:
    """Code points a registered face can draw."""
    from reportlab.pdfbase import pdfmetrics

    return set(cast("TTFont", pdfmetrics.getFont(face)).face.charToGlyph)


@cache
def _odd() -> re.Pattern[str]:
    """Matches every character that needs a look: marks, controls, what a face does not have."""
    ready()
    letters = set.intersection(*(_letters(face) for face in FACES))
    plain = [chr(code) for code in sorted(letters) if code >= 0x20]
    kept = [mark for mark in plain if mark == printable(mark) and not unicodedata.combining(mark)]
    return re.compile(f"[^{re.escape(''.join(kept))}]")


def is_plain(text: str) -> bool:
    """Whether `text` can be drawn as it stands, in one line; quick enough for every cell."""
    return _odd().search(text) is None


def printable(text: str) -> str:
    """`text` composed (NFC), spaces made plain, what has no shape dropped; line ends stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_REPLACED)
    return _UNSEEN.sub("", text)


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters of `text` that no face can draw, each once, in order of appearance."""
    found = _odd().findall(printable(text))
    return tuple(dict.fromkeys(mark for mark in found if mark != "\n"))


def drawable(text: str) -> str:
    """`text` as it will be drawn; UserError names every character of it that no face has."""
    if is_plain(text):
        return text
    missing = missing_glyphs(text)
    if missing:
        named = ", ".join(f"“{mark}” (U+{ord(mark):04X})" for mark in missing)
        raise UserError(
            f"Có ký tự không in được: {named}. Sửa lại chỗ có ký tự này rồi in.", value=text
        )
    return printable(text)


def width(text: str, face: str, size: float) -> float:
    """Width of one line of `text` in points; `size` in points."""
    from reportlab.pdfbase import pdfmetrics

    ready()
    return float(pdfmetrics.stringWidth(text, face, size))
