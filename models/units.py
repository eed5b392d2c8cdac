"""Provinces and communes of the country, since and until when, and how papers write their names.

The tables stand in resources/catalogues. There is no district since 1 July 2025; old records keep
the old names as text, and an old province's name leads to the one it belongs to now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Generic, TypeVar

from models import clock
from models.catalogues import FOLDER, day_or_none, read_rows, read_table
from models.errors import UserError
from models.text import accented, fold, has_accents, shorten

FIRST_DAY = date(2025, 7, 1)
"""The first day of the 34 provinces; for an earlier day the list of this day is given."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit in one period: `valid_to` is the first day the row no longer holds."""

    code: str
    kind: str
    name: str
    valid_from: date
    valid_to: date | None
    named_after: str

    def holds_on(self, day: date) -> bool:
        """Tell whether the unit had this name and kind on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    @property
    def keeps_kind(self) -> bool:
        """Tell whether the name needs its class noun: it is a number, a person or an event."""
        return bool(self.named_after) or self.name[:1].isdigit()

    @property
    def full_name(self) -> str:
        """Name in running text: xã Hưng Hội, but Phường 1 (NĐ 30/2020/NĐ-CP, Phụ lục II)."""
        name = f"{self.kind} {self.name}"
        return name[0].upper() + name[1:] if self.keeps_kind else name

    @property
    def place_name(self) -> str:
        """Name before the date of a paper: Hưng Hội, but Phường 1 (NĐ 30/2020, Phụ lục I)."""
        return self.full_name if self.keeps_kind else self.name


@dataclass(frozen=True, slots=True)
class Province(Unit):
    """A province or a city of that level; `code` has two digits."""

    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commune(Unit):
    """A xã, phường or đặc khu; `code` has five digits, `province` two."""

    province: str = ""

    @property
    def symbol(self) -> str:
        """Police office in the symbol of a paper: CAX, CAP, CAĐK (practice, a setting)."""
        return "CA" + "".join(word[0] for word in self.kind.upper().split())


@dataclass(frozen=True, slots=True)
class OldProvince:
    """One of the 63 provinces before 1 July 2025; `citizen_code` opens the ids of its citizens."""

    citizen_code: str
    kind: str
    name: str
    province: str
    aliases: tuple[str, ...]


U = TypeVar("U", bound=Unit)


@dataclass(frozen=True, slots=True)
class Found(Generic[U]):
    """A unit that a text names, and what the person should be told about it, if anything."""

    unit: U
    told: str = ""


def _aliases(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _rows(name: str) -> list[dict[str, str]]:
    return read_rows(FOLDER / f"{name}.tsv")[1]


@cache
def all_provinces() -> tuple[Province, ...]:
    """List every province in every period, in the order of codes and days."""
    return tuple(
        Province(
            row["code"],
            row["kind"],
            row["name"],
            date.fromisoformat(row["valid_from"]),
            day_or_none(row["valid_to"]),
            row["named_after"],
            _aliases(row["aliases"]),
        )
        for row in _rows("provinces")
    )


@cache
def all_communes() -> tuple[Commune, ...]:
    """List every commune in every period, in the order of provinces, codes and days."""
    day = cache(day_or_none)
    _, _, table = read_table(FOLDER / "communes.tsv")
    return tuple(
        Commune(code, kind, name, day(start) or FIRST_DAY, day(end), after, province)
        for code, kind, name, province, start, end, after, *_ in ([*row, "", ""] for row in table)
    )


@cache
def old_provinces() -> tuple[OldProvince, ...]:
    """List the 63 provinces before 1 July 2025."""
    return tuple(
        OldProvince(
            row["code"], row["kind"], row["name"], row["province"], _aliases(row["aliases"])
        )
        for row in _rows("old_provinces")
    )


def _day(on: date | None) -> date:
    return max(on or clock.today(), FIRST_DAY)


def provinces(on: date | None = None) -> tuple[Province, ...]:
    """List the 34 provinces as they are on a day, today without one."""
    day = _day(on)
    return tuple(unit for unit in all_provinces() if unit.holds_on(day))


@cache
def _communes_of(province: str) -> tuple[Commune, ...]:
    return tuple(unit for unit in all_communes() if unit.province == province)


def communes(province: str | None = None, on: date | None = None) -> tuple[Commune, ...]:
    """List the communes of a province code, or all, as they are on a day, today without one."""
    day = _day(on)
    units = all_communes() if province is None else _communes_of(province)
    return tuple(unit for unit in units if unit.holds_on(day))


def province_of_code(code: str, on: date | None = None) -> Province | None:
    """Give the province with a code of two digits."""
    return next((unit for unit in provinces(on) if unit.code == code), None)


def commune_of_code(code: str, on: date | None = None) -> Commune | None:
    """Give the commune with a code of five digits."""
    return next((unit for unit in communes(on=on) if unit.code == code), None)


def province_of_citizen_id(number: str) -> OldProvince | None:
    """Give the old province that the first three digits of a citizen id stand for."""
    return next((old for old in old_provinces() if old.citizen_code == number[:3]), None)


_PROVINCE_WORDS = (("thành", "phố"), ("tỉnh",), ("tp",), ("t", "p"), ("t",))
_COMMUNE_WORDS = {
    ("đặc", "khu"): "đặc khu",
    ("đk",): "đặc khu",
    ("phường",): "phường",
    ("p",): "phường",
    ("xã",): "xã",
    ("x",): "xã",
}
Key = Callable[[str], str]


def _without_kind(text: str, kinds: Iterable[Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """Split 'xã Hưng Hội', 'P. 1' or 'P1' into the name and the words of the kind, if any."""
    words = shorten(text, 200).replace(".", ". ").split()
    if words and words[0][:1] in "pPxX" and words[0][1:].isdigit():
        words[:1] = [words[0][0], words[0][1:]]
    plain = [fold(word) for word in words]
    for kind in kinds:
        if len(words) > len(kind) and plain[: len(kind)] == [fold(word) for word in kind]:
            return " ".join(words[len(kind) :]), tuple(kind)
    return " ".join(words), ()


def _key_for(text: str) -> Key:
    return accented if has_accents(text) else fold


def _near(text: str, names: Sequence[str]) -> str:
    """Say which names look like a text: those that differ in accents only, else three at most."""
    by_key: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        by_key.setdefault(fold(name), []).append(name)
    wanted = fold(text)
    keys = [wanted] if wanted in by_key else get_close_matches(wanted, by_key, n=3, cutoff=0.7)
    if not keys:
        return f" Ghi như: {names[0]}."
    return f" Gần giống: {', '.join(name for key in keys for name in by_key[key])}."


def _named(unit: Province | OldProvince, wanted: str, key: Key) -> bool:
    return wanted in {key(name) for name in (unit.name, *unit.aliases)}


def find_province(text: str, on: date | None = None) -> Found[Province]:
    """Find the province a text names, with or without its kind and its accents.

    The name of a province that was merged leads to the present one, and `told` says so.

    Raises:
        UserError: nothing is written, or no province has this name.
    """
    bare, _ = _without_kind(text, _PROVINCE_WORDS)
    for written in (text, bare):
        key = _key_for(written)
        wanted = key(written)
        for unit in provinces(on):
            if _named(unit, wanted, key):
                return Found(unit)
        for old in old_provinces():
            if _named(old, wanted, key):
                return _present(old, on)
    raise _no_province(text, bare, on)


def _present(old: OldProvince, on: date | None) -> Found[Province]:
    unit = next(unit for unit in provinces(on) if unit.code == old.province)
    return Found(unit, f"{old.name} thuộc {unit.full_name} từ ngày {FIRST_DAY:%d/%m/%Y}.")


def _no_province(text: str, bare: str, on: date | None) -> UserError:
    if not bare:
        return UserError("Chưa ghi tên tỉnh, thành phố.", "province", text)
    names = [unit.name for unit in provinces(on)] + [old.name for old in old_provinces()]
    message = f"Không có tỉnh, thành phố nào tên “{shorten(text)}”."
    return UserError(message + _near(bare, names), "province", text)


@lru_cache(maxsize=8)
def _by_key(units: tuple[Commune, ...], key: Key) -> dict[str, list[Commune]]:
    keyed: dict[str, list[Commune]] = {}
    for unit in units:
        keyed.setdefault(key(unit.name), []).append(unit)
    return keyed


def find_commune(
    province: Province, text: str, on: date | None = None, *, loose: bool = False
) -> Found[Commune]:
    """Find the commune of a province that a text names, with or without its kind.

    Accents are required, since 'Loc Thanh' may be Lộc Thành or Lộc Thạnh; with `loose` a text
    without accents is taken when only one name fits. `told` says when the kind is another one.

    Raises:
        UserError: nothing is written, no commune has this name, or more than one fits.
    """
    units = communes(province.code, on)
    bare, kind = _without_kind(text, _COMMUNE_WORDS)
    for written, typed in ((text, ""), (bare, _COMMUNE_WORDS.get(kind, ""))):
        key = fold if loose and not has_accents(written) else accented
        fitting = _by_key(units, key).get(key(written), [])
        if len(fitting) > 1:
            raise _many_communes(text, fitting)
        if fitting:
            return Found(fitting[0], _kind_told(fitting[0], typed))
    raise _no_commune(province, text, bare, units)


def _kind_told(unit: Commune, typed: str) -> str:
    if typed in ("", unit.kind):
        return ""
    was = any(past.code == unit.code and past.kind == typed for past in _communes_of(unit.province))
    if was:
        return f"{unit.name} là {unit.kind} từ ngày {unit.valid_from:%d/%m/%Y}."
    return f"{unit.name} là {unit.kind}, không phải {typed}."


def _many_communes(text: str, units: list[Commune]) -> UserError:
    names = ", ".join(unit.full_name for unit in units)
    message = f"“{shorten(text)}” có thể là {names}. Hãy gõ đủ dấu."
    return UserError(message, "commune", text)


def _no_commune(province: Province, text: str, bare: str, units: tuple[Commune, ...]) -> UserError:
    if not bare:
        return UserError("Chưa ghi tên xã, phường.", "commune", text)
    kinds = ", ".join(k for k in ("xã", "phường", "đặc khu") if k in {unit.kind for unit in units})
    message = f"Không có {kinds} nào tên “{shorten(text)}” ở {province.name}."
    return UserError(message + _near(bare, [unit.name for unit in units]), "commune", text)


def police_lines(province: Province, commune: Commune) -> tuple[str, str]:
    """Give the two agency lines of a commune police paper: the province's police, then our own."""
    return (
        f"CÔNG AN {province.kind} {province.name}".upper(),
        f"CÔNG AN {commune.kind} {commune.name}".upper(),
    )


def committee_lines(commune: Commune) -> tuple[str, str]:
    """Give the two lines of a paper drafted for the commune's People's Committee."""
    return "ỦY BAN NHÂN DÂN", f"{commune.kind} {commune.name}".upper()


def police_name(unit: Unit) -> str:
    """Name the police of a unit in running text: Công an xã Hưng Hội."""
    return f"Công an {unit.full_name}"
