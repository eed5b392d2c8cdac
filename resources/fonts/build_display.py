"""Cuts the faces of certificates: a script for names, a heavy display face for titles.

Run once by hand when the source fonts change; the result is committed beside this script. Both
sources come as plain TTF from the package index:

    pip download --no-deps fontpkg-great-vibes==1.103 fontpkg-playfair-display==1.203
    (unpack both into one folder)
    python resources/fonts/build_display.py THAT_FOLDER

Both are under the SIL Open Font License 1.1 (Playfair Display with a reserved name), so the cut
fonts get names of their own. The same source bytes always give the same result bytes.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_serif import EPOCH, RANGES
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

MARKS: Final = range(0x0300, 0x0324)
"""Combining marks: papers are composed, so certificates never need them."""


@dataclass(frozen=True)
class Face:
    """One face to cut: where it comes from, what it is called, where it goes."""

    source: str
    licence: str
    family: str
    folder: str
    weight: int | None = None


FACES: Final = (
    Face(
        "fontpkg_great_vibes/files/GreatVibes-Regular.ttf",
        "fontpkg_great_vibes/LICENSE",
        "So Phong Trao Script",
        "script",
    ),
    Face(
        "fontpkg_playfair_display/files/PlayfairDisplay[wght].ttf",
        "fontpkg_playfair_display/LICENSE",
        "So Phong Trao Display",
        "display",
        900,
    ),
)


def cut(folder: Path, face: Face) -> None:
    """Write one face and its licence."""
    font = TTFont(folder / face.source, recalcTimestamp=False)
    if face.weight is not None:
        font = instantiateVariableFont(font, {"wght": face.weight}, inplace=True)
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["FFTM", "gasp", "GSUB", "GPOS", "GDEF", "kern", "STAT", "DSIG"]
    subsetter = Subsetter(options)
    wanted = {code for low, high in RANGES for code in range(low, high + 1)} - set(MARKS)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    post_script = face.family.replace(" ", "")
    names = {1: face.family, 2: "Regular", 3: f"{post_script};1", 4: face.family, 6: post_script}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in options.name_IDs:
            font["name"].removeNames(nameID=record.nameID)
    font["head"].created = font["head"].modified = EPOCH
    target = Path(__file__).parent / face.folder
    target.mkdir(exist_ok=True)
    font.save(target / f"{post_script}.ttf")
    shutil.copyfile(folder / face.licence, target / "OFL.txt")


if __name__ == "__main__":
    for one in FACES:
        cut(Path(sys.argv[1]), one)
