"""A text finds the province or commune it names, and papers write the name as the rules ask."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import units
from models.errors import UserError
from models.units import Commune, Province, find_commune, find_province

START = date(2025, 7, 1)
AUTUMN = date(2026, 11, 22)


def province(name: str) -> Province:
    return find_province(name, AUTUMN).unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cà Mau", "tỉnh Cà Mau"),
        ("tỉnh Cà Mau", "tỉnh Cà Mau"),
        ("TỈNH CÀ MAU", "tỉnh Cà Mau"),
        ("ca mau", "tỉnh Cà Mau"),
        ("tinh  ca mau", "tỉnh Cà Mau"),
        ("Thanh Hoá", "tỉnh Thanh Hóa"),
        ("Khánh Hoà", "tỉnh Khánh Hòa"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("Tp. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("T.P. Huế", "thành phố Huế"),
        ("Thừa Thiên Huế", "thành phố Huế"),
        ("thành phố Đồng Nai", "thành phố Đồng Nai"),
        ("Thủ đô Hà Nội", "thành phố Hà Nội"),
    ],
)
def test_find_province(text: str, name: str) -> None:
    found = find_province(text, AUTUMN)
    assert (found.unit.full_name, found.told) == (name, "")


@pytest.mark.parametrize(
    ("text", "now", "told"),
    [
        ("Bạc Liêu", "Cà Mau", "Bạc Liêu thuộc tỉnh Cà Mau từ ngày 01/07/2025."),
        ("tỉnh bac lieu", "Cà Mau", "Bạc Liêu thuộc tỉnh Cà Mau từ ngày 01/07/2025."),
        ("Bình Phước", "Đồng Nai", "Bình Phước thuộc thành phố Đồng Nai từ ngày 01/07/2025."),
        ("Hoà Bình", "Phú Thọ", "Hòa Bình thuộc tỉnh Phú Thọ từ ngày 01/07/2025."),
    ],
)
def test_old_name_leads_to_the_present_province(text: str, now: str, told: str) -> None:
    found = find_province(text, AUTUMN)
    assert (found.unit.name, found.told) == (now, told)


@pytest.mark.parametrize("unit", units.old_provinces(), ids=lambda old: old.name)
def test_every_old_province_is_found(unit: units.OldProvince) -> None:
    for text in (unit.name, f"{unit.kind} {unit.name}", *unit.aliases):
        assert find_province(text, AUTUMN).unit.code == unit.province


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ca Mao", "Không có tỉnh, thành phố nào tên “Ca Mao”. Gần giống: Cà Mau."),
        ("Cà Màu", "Không có tỉnh, thành phố nào tên “Cà Màu”. Gần giống: Cà Mau."),
        ("xyz", "Không có tỉnh, thành phố nào tên “xyz”. Ghi như: Hà Nội."),
        (" ", "Chưa ghi tên tỉnh, thành phố."),
    ],
)
def test_no_such_province(text: str, message: str) -> None:
    with pytest.raises(UserError) as caught:
        find_province(text, AUTUMN)
    assert caught.value.message == message
    assert (caught.value.field, caught.value.value) == ("province", text)


@pytest.mark.parametrize(
    ("where", "text", "name"),
    [
        ("Cà Mau", "Hưng Hội", "xã Hưng Hội"),
        ("Cà Mau", "xã Hưng Hội", "xã Hưng Hội"),
        ("Cà Mau", "XÃ HƯNG HỘI", "xã Hưng Hội"),
        ("Cà Mau", "x. hưng hội", "xã Hưng Hội"),
        ("Cà Mau", "Hưng Hội", "xã Hưng Hội"),
        ("Cà Mau", "Hoà Bình", "xã Hòa Bình"),
        ("Điện Biên", "Xa Dung", "xã Xa Dung"),
        ("Điện Biên", "xã Xa Dung", "xã Xa Dung"),
        ("Lâm Đồng", "P. 1 Bảo Lộc", "Phường 1 Bảo Lộc"),
        ("Lâm Đồng", "P1 Bảo Lộc", "Phường 1 Bảo Lộc"),
        ("Lâm Đồng", "P.B'Lao", "phường B’Lao"),
        ("Lâm Đồng", "ĐK Phú Quý", "đặc khu Phú Quý"),
    ],
)
def test_find_commune(where: str, text: str, name: str) -> None:
    found = find_commune(province(where), text, AUTUMN)
    assert (found.unit.full_name, found.told) == (name, "")


@pytest.mark.parametrize(
    ("where", "text", "told"),
    [
        ("Cà Mau", "phường Hưng Hội", "Hưng Hội là xã, không phải phường."),
        ("Bắc Ninh", "xã Yên Phong", "Yên Phong là phường từ ngày 20/09/2026."),
        ("Đồng Nai", "xã Long Thành", "Long Thành là phường từ ngày 30/04/2026."),
    ],
)
def test_another_kind_is_told(where: str, text: str, told: str) -> None:
    assert find_commune(province(where), text, AUTUMN).told == told


@pytest.mark.parametrize(
    ("where", "text", "message"),
    [
        (
            "Cà Mau",
            "Hung Hoi",
            "Không có xã, phường nào tên “Hung Hoi” ở Cà Mau. Gần giống: Hưng Hội.",
        ),
        (
            "Cà Mau",
            "xã Hưng Hộp",
            "Không có xã, phường nào tên “xã Hưng Hộp” ở Cà Mau. Gần giống: Hưng Hội.",
        ),
        (
            "Đồng Nai",
            "loc thanh",
            "Không có xã, phường nào tên “loc thanh” ở Đồng Nai. Gần giống: Lộc Thạnh, Lộc Thành.",
        ),
        ("Cà Mau", "P. 1", "Không có xã, phường nào tên “P. 1” ở Cà Mau. Ghi như: Bạc Liêu."),
        ("Cà Mau", "", "Chưa ghi tên xã, phường."),
        (
            "An Giang",
            "xyz",
            "Không có xã, phường, đặc khu nào tên “xyz” ở An Giang. Ghi như: Bình Đức.",
        ),
    ],
)
def test_no_such_commune(where: str, text: str, message: str) -> None:
    with pytest.raises(UserError) as caught:
        find_commune(province(where), text, AUTUMN)
    assert caught.value.message == message
    assert (caught.value.field, caught.value.value) == ("commune", text)


def test_loose_takes_what_can_only_be_one() -> None:
    found = find_commune(province("Cà Mau"), "xa hung hoi", AUTUMN, loose=True)
    assert found.unit.name == "Hưng Hội"
    with pytest.raises(UserError, match="xã Lộc Thạnh, xã Lộc Thành"):
        find_commune(province("Đồng Nai"), "loc thanh", AUTUMN, loose=True)


def made(kind: str, name: str, named_after: str = "") -> Commune:
    return Commune("00001", kind, name, START, None, named_after, "96")


@pytest.mark.parametrize(
    ("unit", "full", "place", "symbol"),
    [
        (made("xã", "Hưng Hội"), "xã Hưng Hội", "Hưng Hội", "CAX"),
        (made("phường", "1"), "Phường 1", "Phường 1", "CAP"),
        (made("phường", "Lê Chân", "người"), "Phường Lê Chân", "Phường Lê Chân", "CAP"),
        (made("đặc khu", "Phú Quốc"), "đặc khu Phú Quốc", "Phú Quốc", "CAĐK"),
    ],
)
def test_how_papers_write_a_name(unit: Commune, full: str, place: str, symbol: str) -> None:
    assert (unit.full_name, unit.place_name, unit.symbol) == (full, place, symbol)
    assert units.police_name(unit) == f"Công an {full}"


def test_names_of_persons_and_events_are_marked() -> None:
    event = find_commune(province("Điện Biên"), "Điện Biên Phủ", AUTUMN).unit
    assert event.full_name == "Phường Điện Biên Phủ"
    marks = Counter(unit.named_after for unit in units.communes(on=AUTUMN))
    assert set(marks) == {"", "người", "sự kiện"}


@pytest.mark.parametrize(
    ("where", "text", "lines"),
    [
        ("Cà Mau", "Hưng Hội", ("CÔNG AN TỈNH CÀ MAU", "CÔNG AN XÃ HƯNG HỘI")),
        ("Hải Phòng", "Lê Chân", ("CÔNG AN THÀNH PHỐ HẢI PHÒNG", "CÔNG AN PHƯỜNG LÊ CHÂN")),
        ("An Giang", "Phú Quốc", ("CÔNG AN TỈNH AN GIANG", "CÔNG AN ĐẶC KHU PHÚ QUỐC")),
    ],
)
def test_police_lines(where: str, text: str, lines: tuple[str, str]) -> None:
    unit = find_commune(province(where), text, AUTUMN).unit
    assert units.police_lines(province(where), unit) == lines


def test_committee_lines() -> None:
    unit = find_commune(province("Cà Mau"), "Hưng Hội", AUTUMN).unit
    assert units.committee_lines(unit) == ("ỦY BAN NHÂN DÂN", "XÃ HƯNG HỘI")


@pytest.mark.parametrize("where", units.provinces(AUTUMN), ids=lambda unit: unit.name)
def test_every_commune_is_found_by_its_own_name(where: Province) -> None:
    for unit in units.communes(where.code, AUTUMN):
        for text in (unit.name, unit.full_name, unit.full_name.upper()):
            found = find_commune(where, text, AUTUMN)
            assert (found.unit, found.told) == (unit, "")


@given(st.text(max_size=30))
def test_any_text_finds_or_says_a_sentence(text: str) -> None:
    for look in (find_province, lambda text: find_commune(province("Lâm Đồng"), text, loose=True)):
        try:
            assert look(text).unit.name
        except UserError as error:
            assert error.message.endswith(".")
