"""Phone numbers as people write them, kept in the one form that can be searched and dialled."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.errors import UserError
from models.text import nfc, shorten
from models.values.digits import read_digits

_MOBILE = re.compile(r"0[35789][0-9]{8}")
_LANDLINE = re.compile(r"02[0-9]{9}")
_POLICE_NETWORK = re.compile(r"069[0-9]{7}")
_DIALLED = re.compile(f"{_MOBILE.pattern}|{_LANDLINE.pattern}|{_POLICE_NETWORK.pattern}")
_ABROAD = re.compile(r"^(?:(?:\+|00)840?|84(?=[35789]\d{8}$|2\d{9}$))")

# The eleven-digit mobile numbers given before 15 September 2018: first four digits, then now.
_RENUMBERED = {
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    **{f"016{digit}": f"03{digit}" for digit in range(2, 10)},
    "0186": "056",
    "0188": "058",
    "0199": "059",
}
_REMARK = re.compile(r"\([^()\d]*\)|\b(?:sđt|đt|dđ|tel|số)\b[.:]*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/|\n&]|\s[-–]\s|\bhoặc\b|\bvà\b", re.IGNORECASE)
_MOST_WORDS = 40  # a longer piece is no row of numbers


class Phone(NamedTuple):
    """A number in digits with its leading zero; `repaired` when zeros or a new prefix were put."""

    text: str
    repaired: bool = False


def parse_phone(value: str | float) -> Phone:
    """Read one number: mobile (10 digits), landline (11, from 02) or the police network (069).

    +84 becomes 0. A zero that a spreadsheet dropped is put back, an eleven-digit mobile number of
    before 2018 gets its present prefix (DOMAIN g3).

    Raises:
        UserError: says how many digits are missing or too many, or that the prefix is not in use.

    """
    digits = read_digits(value, "Số điện thoại")
    digits = _ABROAD.sub("0", digits.replace("(", "").replace(")", ""), count=1)
    if not digits:
        raise UserError("Chưa nhập số điện thoại.", value=str(value))
    if not (digits.isascii() and digits.isdecimal()):
        raise UserError(f"Số điện thoại chỉ gồm chữ số: {shorten(str(value))}.", value=str(value))
    for number in (digits, "0" + digits):
        dialled = _renumbered(number)
        if is_dialled(dialled):
            return Phone(dialled, repaired=dialled != digits)
    raise UserError(_what_is_wrong(digits), value=str(value))


def _renumbered(digits: str) -> str:
    prefix = _RENUMBERED.get(digits[:4]) if len(digits) == 11 else None
    return digits if prefix is None else prefix + digits[4:]


def is_dialled(digits: str) -> bool:
    """Tell whether this is how a number in use is kept."""
    return _DIALLED.fullmatch(digits) is not None


def _what_is_wrong(digits: str) -> str:
    needed = 11 if digits.startswith("02") else 10
    if len(digits) < needed:
        return f"Thiếu {needed - len(digits)} số: cần {needed} số."
    if len(digits) > needed:
        return f"Thừa {len(digits) - needed} số: cần {needed} số."
    return f"Đầu số không đúng: {digits}. Di động bắt đầu bằng 03, 05, 07, 08, 09, máy bàn bằng 02."


def parse_phones(value: str | float) -> list[Phone]:
    """Read every number of a cell; an empty cell holds none.

    Raises:
        UserError: one of them is not a number.

    """
    if not isinstance(value, str):
        return [parse_phone(value)]
    if is_dialled(value):
        return [Phone(value)]
    pieces = [nfc(_REMARK.sub(" ", piece)) for piece in _BETWEEN.split(value)]
    return [phone for piece in pieces if piece for phone in _in_a_row(piece)]


def _in_a_row(piece: str) -> list[Phone]:
    """Read numbers that only spaces part, where the piece is not one number."""
    words = piece.split()
    for end in range(1, len(words) if len(words) <= _MOST_WORDS else 0):
        try:
            first = parse_phone(" ".join(words[:end]))
            return [first, *_in_a_row(" ".join(words[end:]))]
        except UserError:
            continue
    return [parse_phone(piece)]


def show_phone(text: str) -> str:
    """Group the digits for reading: 0913 555 214; 0291 382 1234; 024 3825 1234; 069 234 1193."""
    if _MOBILE.fullmatch(text):
        sizes = (4, 3)
    elif _LANDLINE.fullmatch(text):
        sizes = (3, 4) if text.startswith(("024", "028")) else (4, 3)
    elif _POLICE_NETWORK.fullmatch(text):
        sizes = (3, 3)
    else:
        return text
    first, second = sizes[0], sizes[0] + sizes[1]
    return f"{text[:first]} {text[first:second]} {text[second:]}"
