"""The print faces: what they hold, what is done to text before it is drawn, what is refused."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from models.errors import UserError
from printing import fonts

ROOT = Path(__file__).parent.parent.parent
TONED = "Nguyễn Thị Ước, Đặng Hữu Khoẻ, ỹ ỵ ẵ ặ ộ ợ ử Ẫ Ễ Ở"


@pytest.mark.parametrize("name", fonts.BUNDLED_FILES)
def test_the_bundled_faces_hold_vietnamese_under_a_name_of_their_own(name: str) -> None:
    font = TTFont(fonts.BUNDLED / name)
    assert all(ord(letter) in font.getBestCmap() for letter in fonts.VIETNAMESE)
    names = " ".join(str(font["name"].getDebugName(number)) for number in (1, 3, 4, 6))
    assert "So Phong Trao Serif" in names
    assert not {"Liberation", "Tinos", "Times"} & set(names.split())
    assert not {"fpgm", "prep", "cvt "} & set(font.keys())


def test_the_bundled_faces_have_the_widths_of_times() -> None:
    widths = {"A": 722, "a": 444, "m": 778, " ": 250, "0": 500, "W": 944, "i": 278}
    for letter, thousandths in widths.items():
        assert fonts.width(letter, fonts.REGULAR, 1000) == pytest.approx(thousandths, abs=1)


def test_the_licence_goes_with_the_faces() -> None:
    words = (fonts.BUNDLED / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "Copyright (c) 2012 Red Hat, Inc. with Reserved Font Name Liberation." in words


def test_times_of_the_machine_is_taken_when_it_is_whole(tmp_path: Path) -> None:
    assert fonts.font_files(tmp_path)[0].name == "SoPhongTraoSerif-Regular.ttf"
    for name, bundled in zip(fonts.SYSTEM_FILES, fonts.BUNDLED_FILES, strict=True):
        (tmp_path / name).write_bytes((fonts.BUNDLED / bundled).read_bytes())
    assert fonts.font_files(tmp_path) == tuple(tmp_path / name for name in fonts.SYSTEM_FILES)
    (tmp_path / "times.ttf").write_bytes(b"not a font")
    assert fonts.font_files(tmp_path)[0].parent == fonts.BUNDLED


def test_decomposed_letters_are_composed_and_shapeless_marks_go() -> None:
    assert fonts.printable(unicodedata.normalize("NFD", TONED)) == TONED
    assert fonts.printable("05\u2060/02\u200b a\tb\u2011c\r\nd\x07") == "05/02 a b-c\nd"


def test_what_no_face_has_is_named_once_in_order() -> None:
    assert fonts.missing_glyphs("☐ một ☑ hai ☐ \n 漢") == ("☐", "☑", "漢")
    with pytest.raises(UserError, match=r"“漢” \(U\+6F22\)") as caught:
        fonts.drawable("Tổ 漢")
    assert caught.value.value == "Tổ 漢"


@pytest.mark.parametrize("text", [TONED, "1.234,5 – “a” … ‘b’ % № ₫ ≥"])
def test_plain_text_is_told_at_once_and_drawn_as_it_is(text: str) -> None:
    assert fonts.is_plain(text)
    assert fonts.drawable(text) is text


@pytest.mark.parametrize("text", ["a\nb", "a\tb", unicodedata.normalize("NFD", "ề"), "☐"])
def test_what_needs_a_look_is_not_plain(text: str) -> None:
    assert not fonts.is_plain(text)


def test_importing_the_room_loads_no_drawing_library() -> None:
    command = (
        "import sys, printing.catalogue;"
        "print([n for n in sys.modules if n.partition('.')[0] in ('reportlab', 'docx')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(
    not Path("/usr/share/fonts/truetype/liberation2").is_dir(), reason="needs the source fonts"
)
def test_building_the_faces_again_gives_the_same_bytes(tmp_path: Path) -> None:
    script = tmp_path / "build_serif.py"
    script.write_bytes((ROOT / "resources/fonts/build_serif.py").read_bytes())
    source = "/usr/share/fonts/truetype/liberation2"
    subprocess.run([sys.executable, str(script), source], check=True, capture_output=True)
    for name in fonts.BUNDLED_FILES:
        built = hashlib.sha256((tmp_path / "serif" / name).read_bytes()).hexdigest()
        assert built == hashlib.sha256((fonts.BUNDLED / name).read_bytes()).hexdigest()
