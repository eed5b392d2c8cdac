"""Old encodings must be read without loss, and text that is not old must not be touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import legacy_encodings
from models.legacy_encodings import Encoding, decode, detect, is_syllable
from models.text import nfc, title_name
from tests.models.values.hard_cases import ETHNIC, KINH, NAMES

_TCVN3_BYTES = {
    **dict(zip(legacy_encodings._TCVN3_MEANT, legacy_encodings._TCVN3_SHOWN, strict=True)),
    "à": "µ",
    "é": "Ð",
}
_VNI_BYTES = {meant: written for written, meant in reversed(legacy_encodings._VNI.items())}


def as_tcvn3(text: str) -> str:
    """Write as .VnTime does: capitals with a tone do not exist, their small letters stand in."""
    small = "".join(ch if ch in _TCVN3_BYTES or ch.isascii() else ch.lower() for ch in text)
    return "".join(_TCVN3_BYTES.get(ch, ch) for ch in small)


def as_vni(text: str) -> str:
    return "".join(_VNI_BYTES.get(ch, ch) for ch in text)


kinh_names = st.sampled_from(KINH)


@pytest.mark.parametrize("name", KINH)
def test_every_hard_name_is_vietnamese_and_comes_back(name: str) -> None:
    assert all(is_syllable(word) for word in name.split())
    assert title_name(decode(as_tcvn3(name), Encoding.TCVN3)) == name
    assert decode(as_tcvn3(name), Encoding.TCVN3, ".VnTimeH") == name.upper()
    assert decode(as_vni(name), Encoding.VNI) == name
    assert decode(as_vni(name.upper()), Encoding.VNI) == name.upper()


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("TiÕng ViÖt", "Tiếng Việt"),
        ("NguyÔn V¨n §øc", "Nguyễn Văn Đức"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("B¶o Th¾ng", "Bảo Thắng"),
        ("B¸t X¸t", "Bát Xát"),
        ("M\u00adêng Kh\u00ad¬ng", "Mường Khương"),
        ("Mêng Kh¬ng", "Mường Khương"),
        ("Hng Phíc", "Hưng Phước"),
        ("con h¬u, r\u00adîu", "con hươu, rượu"),
        ("NguyÔn Thanh ÐÞnh", "Nguyễn Thanh Định"),
        ("Lª ChÝ Ð¨ng", "Lê Chí Đăng"),
        ("NguyÔn Quèc Ð×nh", "Nguyễn Quốc Đình"),
        ("ThÐp Ðp", "Thép ép"),
        ("Ð/c Xo¸n", "Đ/c Xoán"),
        ("197/QÐ-UBND cña HÐND", "197/QĐ-UBND của HĐND"),
        ("Đ¨ng", "Đăng"),
        ("ĐiÒn", "Điền"),
        ("NGUYÔN V¡N VÒ", "NGUYỄN VĂN VỀ"),
        ("Sè CCCD", "Số CCCD"),
        ("x· TÊN PHó", "xã TẤN PHÚ"),
        ("N÷", "Nữ"),
        ("Khãm 2\nx· H\u00adng Héi", "Khóm 2\nxã Hưng Hội"),
        ("Nguyễn V¨n Kră", "Nguyễn Văn Kră"),
        ("Hà", "Hà"),
        ("Kinh", "Kinh"),
        ("T¤ ¦NG", "TÔ ƯNG"),
        ("¥n", "Ơn"),
        ("", ""),
    ],
)
def test_reads_tcvn3(shown: str, meant: str) -> None:
    assert decode(shown, Encoding.TCVN3) == meant


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("Tieáng Vieät raát hay", "Tiếng Việt rất hay"),
        ("Xin chaøo caùc baïn", "Xin chào các bạn"),
        ("NGUYEÃN VAÊN ÑÖÙC", "NGUYỄN VĂN ĐỨC"),
        ("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức"),
        ("Löông Thò Kyø", "Lương Thị Kỳ"),
        ("xaõ Höng Hoäi", "xã Hưng Hội"),
        ("Ngöôøi ñöôïc khen thöôûng", "Người được khen thưởng"),
        ("yù kieán, nghæ, kyõ", "ý kiến, nghỉ, kỹ"),
        ("Nguyễn Vaên", "Nguyễn Văn"),
    ],
)
def test_reads_vni(shown: str, meant: str) -> None:
    assert decode(shown, Encoding.VNI) == meant


@given(kinh_names, st.sampled_from(list(Encoding)))
def test_unicode_words_that_no_old_encoding_shows_stay(name: str, encoding: Encoding) -> None:
    sure = [word for word in name.split() if any(ch > "\u00ff" for ch in word)]
    assert [decode(word, encoding) for word in sure] == sure


@pytest.mark.parametrize("name", NAMES)
def test_plain_unicode_is_only_composed(name: str) -> None:
    assert decode(unicodedata.normalize("NFD", name), Encoding.UNICODE) == nfc(name)


def test_tells_the_encoding_of_a_column() -> None:
    assert detect(NAMES) is Encoding.UNICODE
    assert detect(map(as_tcvn3, KINH)) is Encoding.TCVN3
    assert detect(map(as_vni, KINH)) is Encoding.VNI
    assert detect(unicodedata.normalize("NFD", name) for name in NAMES) is Encoding.UNICODE
    assert detect(name.replace("Đ", "\u00d0") for name in NAMES) is Encoding.UNICODE


@given(st.lists(kinh_names, min_size=8, max_size=20, unique=True))
def test_tells_the_encoding_of_a_short_column(names: list[str]) -> None:
    assert detect(names) is Encoding.UNICODE
    assert detect(map(as_tcvn3, names)) is Encoding.TCVN3
    assert detect(map(as_vni, names)) is Encoding.VNI


@given(st.lists(kinh_names, min_size=10, max_size=20, unique=True))
def test_old_rows_among_ethnic_names_are_seen(names: list[str]) -> None:
    assert detect([*map(as_tcvn3, names), *ETHNIC[:5]]) is Encoding.TCVN3


@pytest.mark.parametrize(
    "texts",
    [
        ["Hoà", "hoá", "Thoả"],
        ["Hoà"],
        ["Dòng", "Tó", "Tân", "Lâm", "Hà"],
        ["Sony® ©2020", "§ 5", "€ 20", "25 °C", "1½"],
        ["café", "résumé", "naïve", "Müller", "São Paulo"],
        ["· Tổ 1", "· Tổ 2", "«abc»"],
        ["Niê", "Kră", "H'Ƀlô", "Krông"],
        ["abc", "Kinh", ""],
        ["197/QÐ-UBND", "\u00d0\u00e0o"],
        [],
    ],
)
def test_what_is_not_old_is_unicode(texts: list[str]) -> None:
    assert detect(texts) is Encoding.UNICODE


@pytest.mark.parametrize(
    ("texts", "fonts", "encoding"),
    [
        (["Nam", "N÷"], [], Encoding.TCVN3),
        (["Đã nhận", "QĐ 12", "N÷"], [], Encoding.TCVN3),
        (["D©n téc", "Kinh"], [], Encoding.TCVN3),
        (["Dòng", "Tó"], [".VnTime"], Encoding.TCVN3),
        (["Sè CCCD"], [".VnTimeH", "Calibri"], Encoding.TCVN3),
        (["Bình", "Hà"], [".VnTime"], Encoding.UNICODE),
        (["Nguyễn", "Dòng"], [".VnTime"], Encoding.UNICODE),
        (["Hoà", "hoá"], ["VNI-Times"], Encoding.VNI),
        (["Nguyễn", "Hoà"], ["VNI-Times"], Encoding.UNICODE),
        (["Dòng", "Tó"], [".VnTime", "Arial", "Arial"], Encoding.UNICODE),
        (["Nguyễn Thị Bé", "Trần V¨n Tó"], [".VnTime"], Encoding.TCVN3),
        (["abc"], [".VnTime"], Encoding.UNICODE),
    ],
)
def test_fonts_and_words_decide_together(
    texts: list[str], fonts: list[str], encoding: Encoding
) -> None:
    assert detect(texts, fonts) is encoding


@given(st.text(max_size=30), st.sampled_from(list(Encoding)))
def test_any_text_is_read_and_composed(text: str, encoding: Encoding) -> None:
    for line in decode(text, encoding, ".VnTimeH").split("\n"):
        assert unicodedata.is_normalized("NFC", line)


@pytest.mark.parametrize("word", ["Bac", "Hoach", "ngng", "Bình1", "Nguyện", "tăn", "oă", "zà"])
def test_syllables(word: str) -> None:
    assert is_syllable(word) is (word in ("Nguyện", "tăn"))
