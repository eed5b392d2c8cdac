"""All provinces and communes are there on every day, and a text finds the one it names."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import clock, units
from models.catalogues import FOLDER, read_rows
from models.errors import UserError
from models.text import accented, nfc, unify_tone
from models.units import Commune, Province, find_commune, find_province

START = date(2025, 7, 1)
SUMMER = date(2026, 7, 31)
AUTUMN = date(2026, 11, 22)

# Code: xã, phường, đặc khu in July 2026 (DOMAIN g1).
COUNTS = {
    "01": (75, 51, 0),
    "04": (53, 3, 0),
    "08": (117, 7, 0),
    "11": (42, 3, 0),
    "12": (36, 2, 0),
    "14": (67, 8, 0),
    "15": (89, 10, 0),
    "19": (77, 15, 0),
    "20": (61, 4, 0),
    "22": (22, 30, 2),
    "24": (66, 33, 0),
    "25": (133, 15, 0),
    "31": (67, 45, 2),
    "33": (93, 11, 0),
    "37": (97, 32, 0),
    "38": (147, 19, 0),
    "40": (119, 11, 0),
    "42": (60, 9, 0),
    "44": (69, 8, 1),
    "46": (19, 21, 0),
    "48": (70, 23, 1),
    "51": (86, 9, 1),
    "52": (110, 25, 0),
    "56": (48, 16, 1),
    "66": (88, 14, 0),
    "68": (103, 20, 1),
    "75": (62, 33, 0),
    "79": (54, 113, 1),
    "80": (82, 14, 0),
    "82": (82, 20, 0),
    "86": (105, 19, 0),
    "91": (85, 14, 3),
    "92": (72, 31, 0),
    "96": (55, 9, 0),
}
ISLANDS = (
    "Bạch Long Vĩ, Cát Hải, Côn Đảo, Cô Tô, Cồn Cỏ, Hoàng Sa, Kiên Hải, Lý Sơn, Phú Quý, "
    "Phú Quốc, Thổ Châu, Trường Sa, Vân Đồn"
)


def province(name: str, on: date = AUTUMN) -> Province:
    return find_province(name, on).unit


def kinds(found: tuple[Commune, ...]) -> tuple[int, int, int]:
    count = Counter(unit.kind for unit in found)
    return count["xã"], count["phường"], count["đặc khu"]


@pytest.mark.parametrize("code", COUNTS)
def test_communes_of_each_province(code: str) -> None:
    assert kinds(units.communes(code, SUMMER)) == COUNTS[code]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 1, 1), (2621, 687, 13)),  # before the list: its first day
        (START, (2621, 687, 13)),
        (date(2026, 4, 29), (2621, 687, 13)),
        (date(2026, 4, 30), (2611, 697, 13)),
        (SUMMER, (2611, 697, 13)),
        (date(2026, 9, 19), (2611, 697, 13)),
        (date(2026, 9, 20), (2599, 709, 13)),
    ],
)
def test_the_whole_country(day: date, expected: tuple[int, int, int]) -> None:
    assert kinds(units.communes(on=day)) == expected
    assert sum(expected) == 3321
    assert [unit.code for unit in units.provinces(day)] == list(COUNTS)


def test_cities() -> None:
    def cities(day: date) -> set[str]:
        return {unit.name for unit in units.provinces(day) if unit.kind == "thành phố"}

    six = {"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
    assert cities(START) == six
    assert cities(SUMMER) == six | {"Đồng Nai"}
    assert cities(AUTUMN) == six | {"Đồng Nai", "Quảng Ninh", "Bắc Ninh"}


def test_islands() -> None:
    islands = {unit.name for unit in units.communes(on=AUTUMN) if unit.kind == "đặc khu"}
    assert islands == set(ISLANDS.split(", "))


def test_today_is_asked_from_the_clock() -> None:
    with clock.stopped_at(datetime(2026, 4, 1, 8, tzinfo=UTC)):
        assert kinds(units.communes("75")) == (72, 23, 0)
    with clock.stopped_at(datetime(2026, 7, 1, 8, tzinfo=UTC)):
        assert kinds(units.communes("75")) == (62, 33, 0)


@pytest.mark.parametrize("day", [START, SUMMER, AUTUMN])
def test_codes_and_names_are_unique(day: date) -> None:
    found = units.communes(on=day)
    assert len({unit.code for unit in found}) == 3321
    assert len({(unit.province, accented(unit.name)) for unit in found}) == 3321


def test_names_are_clean() -> None:
    for unit in units.all_communes():
        assert re.fullmatch(r"\d{5}", unit.code)
        assert unit.kind in {"xã", "phường", "đặc khu"}
        assert unit.name == unify_tone(nfc(unit.name)), unit
        assert unit.name[0].isupper() or unit.name[0].isdigit(), unit
        assert not re.match(r"(?i)(xã|phường|đặc khu) ", unit.name), unit
        assert re.fullmatch(r"[\w ’-]+", unit.name), unit
        assert unit.province in COUNTS
    longest = max(units.all_communes(), key=lambda unit: len(unit.full_name))
    assert (longest.full_name, len(longest.full_name)) == ("phường Văn Miếu - Quốc Tử Giám", 30)


def test_periods_follow_each_other() -> None:
    by_code: dict[str, list[units.Unit]] = {}
    for unit in (*units.all_provinces(), *units.all_communes()):
        by_code.setdefault(f"{type(unit).__name__} {unit.code}", []).append(unit)
    for periods in by_code.values():
        assert periods[0].valid_from == START
        assert periods[-1].valid_to is None
        ends = [unit.valid_to for unit in periods[:-1]]
        assert ends == [unit.valid_from for unit in periods[1:]]


@pytest.mark.parametrize("name", ["provinces", "communes", "old_provinces"])
def test_tables_have_no_stray_cells(name: str) -> None:
    _, rows = read_rows(FOLDER / f"{name}.tsv")
    assert len({tuple(row) for row in rows}) == 1


@pytest.mark.parametrize(("code", "name"), [("06325", "xã Bắc Sơn"), ("06970", "xã Ba Chẽ")])
def test_corrected_entries(code: str, name: str) -> None:
    found = units.commune_of_code(code, AUTUMN)
    assert found is not None
    assert found.full_name == name


def test_unknown_codes() -> None:
    assert units.commune_of_code("99999") is None
    assert units.province_of_code("99") is None
    assert units.province_of_code("96") == province("Cà Mau")


def test_old_provinces() -> None:
    old = units.old_provinces()
    assert len(old) == len({unit.citizen_code for unit in old}) == 63
    assert {unit.province for unit in old} == set(COUNTS)
    merged = Counter(unit.province for unit in old)
    assert sorted(code for code, count in merged.items() if count == 1) == [
        *("01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46")
    ]


@pytest.mark.parametrize(
    ("number", "name"),
    [("095086275324", "Bạc Liêu"), ("096", "Cà Mau"), ("001", "Hà Nội"), ("067", "Đắk Nông")],
)
def test_province_of_citizen_id(number: str, name: str) -> None:
    old = units.province_of_citizen_id(number)
    assert old is not None
    assert old.name == name


@pytest.mark.parametrize("number", ["", "09", "003086275324"])
def test_no_province_of_citizen_id(number: str) -> None:
    assert units.province_of_citizen_id(number) is None


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


@pytest.mark.parametrize("code", COUNTS)
def test_every_commune_is_found_by_its_own_name(code: str) -> None:
    where = units.province_of_code(code, AUTUMN)
    assert where is not None
    for unit in units.communes(code, AUTUMN):
        for text in (unit.name, unit.full_name, unit.full_name.upper()):
            found = find_commune(where, text, AUTUMN)
            assert (found.unit, found.told) == (unit, "")


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


def test_provinces_do_not_load_communes(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def watched(path: Path) -> tuple[str, list[dict[str, str]]]:
        read.append(path.stem)
        return read_rows(path)

    monkeypatch.setattr(units, "read_rows", watched)
    units.all_provinces.cache_clear()
    assert len(units.provinces(AUTUMN)) == 34
    assert read == ["provinces"]


@given(st.text(max_size=30))
def test_any_text_finds_or_says_a_sentence(text: str) -> None:
    for look in (find_province, lambda text: find_commune(province("Lâm Đồng"), text, loose=True)):
        try:
            assert look(text).unit.name
        except UserError as error:
            assert error.message.endswith(".")
