"""Cuts Inter to what the window shows, so that dates and counts line up without font features.

Run once per Inter release: ``python resources/fonts/build_inter.py InterVariable.ttf``. The same
input gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

FAMILY = "Inter Tabular"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}
TEXT_SIZE_AXIS = 14
EPOCH = 3_786_912_000  # 2024-01-01 in the seconds since 1904 that fonts count

CHARACTERS = frozenset(
    {*range(0x20, 0x7F), *range(0xA0, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA)}
    | {*range(0x300, 0x305), 0x306, 0x308, 0x309, 0x30A, 0x30C, 0x31B, 0x323, 0x2BC}
    | {*map(ord, "‐‑–—‘’‚“”„•…‰′″‹›€₫№™−×≈≠≤≥→←↑↓⋯✓✗")}
    | {0x2009, 0x200B, 0x202F, 0x2060}
)


def cut(source: Path, weight: int) -> TTFont:
    """One static weight with tabular digits as its ordinary digits, cut to `CHARACTERS`."""
    font = instantiateVariableFont(TTFont(source), {"opsz": TEXT_SIZE_AXIS, "wght": weight})
    use_tabular_digits(font)
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(CHARACTERS))
    subsetter.subset(font)
    return font


def use_tabular_digits(font: TTFont) -> None:
    """Point the character map at the glyphs the ``tnum`` feature would substitute."""
    substitution = tabular_substitution(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, glyph in table.cmap.items():
                table.cmap[code] = substitution.get(glyph, glyph)


def tabular_substitution(font: TTFont) -> dict[str, str]:
    """Digit glyph → tabular glyph, as the font itself states it."""
    layout = font["GSUB"].table
    indices = {
        index
        for record in layout.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    best = font.getBestCmap()
    digits = {best[code] for code in range(ord("0"), ord("9") + 1)}
    found: dict[str, str] = {}
    for index in sorted(indices):
        for subtable in layout.LookupList.Lookup[index].SubTable:
            mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
            found |= {old: new for old, new in mapping.items() if old in digits}
    return found


def name(font: TTFont, style: str, weight: int) -> None:
    """A family name of its own: an Inter installed on the machine has other digits."""
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 13, 14}]
    plain = style == "Regular"
    words = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: "Regular",
        3: f"{FAMILY} {style}",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
    }
    if not plain:
        words |= {16: FAMILY, 17: style}
    for identity, text in words.items():
        table.setName(text, identity, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = EPOCH


def main() -> None:
    """Write the three weights beside this script."""
    source = Path(sys.argv[1])
    folder = Path(__file__).parent / "inter"
    for style, weight in WEIGHTS.items():
        font = cut(source, weight)
        name(font, style, weight)
        font.recalcTimestamp = False
        font.save(folder / f"Inter-{style}.ttf", reorderTables=True)


if __name__ == "__main__":
    main()
