"""Cuts the bundled print face out of Liberation Serif, so any machine prints with Times metrics.

Run once by hand when the source fonts change; the result is committed beside this script:

    python resources/fonts/build_serif.py /usr/share/fonts/truetype/liberation2

Liberation Serif is under the SIL Open Font License 1.1 with reserved names, so the cut fonts get
a name of their own. The same source bytes always give the same result bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY: Final = "So Phong Trao Serif"
STYLES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
STYLE_WORDS: Final = {"BoldItalic": "Bold Italic"}
EPOCH: Final = 3_786_912_000  # 2024-01-01 in seconds since 1904, the clock of a font file
RANGES: Final = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x00FF),  # Latin with accents, marks of punctuation
    (0x0102, 0x0103),  # Ă
    (0x0110, 0x0111),  # Đ
    (0x0128, 0x0129),  # Ĩ
    (0x0168, 0x0169),  # Ũ
    (0x01A0, 0x01A1),  # Ơ
    (0x01AF, 0x01B0),  # Ư
    (0x0300, 0x0304),  # combining marks, for screens that show undone text
    (0x0306, 0x0306),
    (0x0309, 0x0309),
    (0x031B, 0x031B),
    (0x0323, 0x0323),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2020, 0x2022),
    (0x2026, 0x2026),  # …
    (0x2030, 0x2030),  # ‰
    (0x2032, 0x2033),
    (0x20AB, 0x20AC),  # ₫ €
    (0x2116, 0x2116),  # №
    (0x2122, 0x2122),
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),  # −
    (0x2248, 0x2248),  # ≈
    (0x2260, 0x2260),
    (0x2264, 0x2265),  # ≤ ≥
)


def rename(font: TTFont, style: str) -> None:
    """Give the cut font a family of its own, as the licence asks of a changed font."""
    words = STYLE_WORDS.get(style, style)
    post_script = f"{FAMILY.replace(' ', '')}-{style}"
    names = {1: FAMILY, 2: words, 3: f"{post_script};1", 4: f"{FAMILY} {words}", 6: post_script}
    for record in list(font["name"].names):
        if record.nameID in (16, 17, 18, 21, 22):
            font["name"].removeNames(nameID=record.nameID)
        elif record.nameID in names:
            record.string = names[record.nameID]


def cut(source: Path, target: Path, style: str) -> None:
    """Write the subset of one style: our letters only, without hinting, with fixed dates."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["FFTM", "gasp"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    wanted = {code for low, high in RANGES for code in range(low, high + 1)}
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, style)
    font["head"].created = font["head"].modified = EPOCH
    font.save(target)


def main(folder: Path) -> None:
    """Cut the four styles of `folder` into `serif/` beside this script."""
    target = Path(__file__).parent / "serif"
    target.mkdir(exist_ok=True)
    for style in STYLES:
        cut(
            folder / f"LiberationSerif-{style}.ttf", target / f"SoPhongTraoSerif-{style}.ttf", style
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
