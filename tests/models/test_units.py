"""All provinces and communes are there on every day, with clean names and codes."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from models import clock, units
from models.catalogues import FOLDER, read_rows
from models.text import accented, nfc, unify_tone
from models.units import Commune

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


def test_names_with_numbers_and_names_in_common() -> None:
    found = units.communes(on=SUMMER)
    assert sum(bool(re.search(r"\d", unit.name)) for unit in found) == 37
    common = Counter(unit.full_name for unit in found)
    assert common["xã Tân Tiến"] == common["xã Tân Thành"] == max(common.values()) == 7


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
    found = units.province_of_code("96")
    assert found is not None
    assert found.name == "Cà Mau"


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


def test_provinces_do_not_load_communes(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def watched(path: Path) -> tuple[str, list[dict[str, str]]]:
        read.append(path.stem)
        return read_rows(path)

    monkeypatch.setattr(units, "read_rows", watched)
    units.all_provinces.cache_clear()
    assert len(units.provinces(AUTUMN)) == 34
    assert read == ["provinces"]
