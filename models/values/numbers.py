"""Figures as reports write them: '1.234.567,5', 'gần 1,5 triệu đồng', '04', and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from models.errors import UserError
from models.text import nfc, shorten

_MULTIPLIERS = {
    **dict.fromkeys(("nghìn", "ngàn"), Decimal(1000)),
    **dict.fromkeys(("triệu", "tr"), Decimal(10**6)),
    **dict.fromkeys(("tỷ", "tỉ"), Decimal(10**9)),
}
_QUALIFIERS = {
    **{word: word for word in ("trên", "hơn", "gần", "khoảng", "dưới", "ước", "xấp xỉ", "độ")},
    **{word: word for word in ("ít nhất", "tối thiểu", "nhiều nhất", "tối đa", "không quá")},
    ">": "trên",
    "<": "dưới",
    "~": "khoảng",
    "≈": "khoảng",
    "≥": "ít nhất",
    "≤": "không quá",
}
_DONG = ("đ", "đồng", "vnđ", "vnd", "đ.")
_MEASURES = ("%", "tấn", "tạ", "kg", "g", "gam", "lít", "ha", "km", "m", "m2", "m²", "m3", "m³")

_LEAD = re.compile(
    f"({'|'.join(map(re.escape, sorted(_QUALIFIERS, key=len, reverse=True)))})\\s*", re.IGNORECASE
)
_FIGURE = re.compile(r"[0-9]+(?:[., ][0-9]+)*")
_WORD = re.compile(r"\s*([^\W\d_]+)", re.IGNORECASE)
_UNIT = re.compile(r"%|[^\W\d_][^\d]{0,29}|m[23]|km2", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with the word before it ('gần') and the unit after it ('tấn', '%', 'đồng')."""

    value: Decimal
    qualifier: str | None = None
    unit: str | None = None


def parse_amount(value: str | float | Decimal) -> Amount:
    """Read a figure the Vietnamese way: dot groups thousands, comma starts decimals.

    A comma before exactly three digits groups too ('1,234' people, as English Excel writes),
    except after 0, before a multiplier (nghìn, triệu, tỷ) and before a measure ('1,234 tấn').
    A dot before one, two or four digits starts decimals, as English Excel writes.

    Raises:
        UserError: no figure, or more than one.

    """
    if not isinstance(value, str):
        return Amount(_finite(value))
    text = nfc(value)
    if not text:
        raise UserError("Chưa nhập số.", value=value)
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    negative = rest[:1] in ("-", "−")
    number, unit = _sum_of_figures(rest[negative:], value)
    return Amount(
        value=-number if negative else number,
        qualifier=_QUALIFIERS[lead[1].lower()] if lead else None,
        unit=unit,
    )


def _wrong(value: str) -> UserError:
    return UserError(f"Số không hợp lệ: {shorten(value)}. Nhập dạng 1.234,5.", value=value)


def _finite(value: float | Decimal) -> Decimal:
    number = Decimal(str(value))
    if not number.is_finite():
        raise _wrong(str(value))
    return number


def _sum_of_figures(text: str, value: str) -> tuple[Decimal, str | None]:
    """Read '1 tỷ 250 triệu đồng': figures with falling multipliers, then perhaps a unit."""
    total, smallest, rest = Decimal(0), Decimal("Infinity"), text
    while True:
        figure = _FIGURE.match(rest)
        if figure is None:
            raise _wrong(value)
        rest = rest[figure.end() :]
        word = _WORD.match(rest)
        multiplier = _MULTIPLIERS.get(word[1].lower()) if word else None
        if word and multiplier:
            rest = rest[word.end() :]
        rest = rest.strip()
        exact = multiplier is not None or rest.lower() in _MEASURES
        total += _decimal(figure[0], value, comma_is_decimal=exact) * (multiplier or 1)
        if (multiplier or Decimal(1)) >= smallest:
            raise _wrong(value)
        smallest = multiplier or Decimal(1)
        if not (multiplier and rest[:1].isdigit()):
            return total, _unit(rest, value)


def _unit(text: str, value: str) -> str | None:
    if not text:
        return None
    if text.lower() in _DONG:
        return "đồng"
    slip = len(text) == 1 and text.lower() not in _MEASURES  # '12a' is a slip of the finger
    if slip or not _UNIT.fullmatch(text):
        raise _wrong(value)
    return text


def _decimal(figure: str, value: str, *, comma_is_decimal: bool) -> Decimal:
    """Read digits with dots, commas and spaces between them."""
    digits = figure.replace(" ", "")
    if " " in figure and not re.fullmatch(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?", figure):
        raise _wrong(value)
    point = _decimal_sign(digits, comma_is_decimal=comma_is_decimal)
    whole, _, decimals = digits.rpartition(point) if point else (digits, "", "")
    if not re.fullmatch(r"\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+", whole):
        raise _wrong(value)
    return Decimal(re.sub("[.,]", "", whole) + ("." + decimals if decimals else ""))


def _decimal_sign(digits: str, *, comma_is_decimal: bool) -> str | None:
    """Tell which of dot and comma starts the decimals, if one does."""
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        last = max(".,", key=digits.rfind)
        return last if digits.count(last) == 1 else None
    if dots + commas != 1:
        return None
    sign = "." if dots else ","
    whole, decimals = digits.split(sign)
    grouped = len(decimals) == 3 and len(whole) <= 3 and whole.strip("0") != ""
    return None if grouped and not (sign == "," and comma_is_decimal) else sign


def show_number(value: float | Decimal) -> str:
    """Write a figure as Vietnamese offices do: 1.234,5.

    Raises:
        ValueError: not a finite number.

    """
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"not a number to show: {value}")
    whole, _, decimals = f"{number:,f}".partition(".")
    decimals = decimals.rstrip("0")
    shown = whole.replace(",", ".") + ("," + decimals if decimals else "")
    return "0" if shown == "-0" else shown


def two_digits(number: int) -> str:
    """Write a count as documents do: 4 as '04', 12 as '12'."""
    return f"{number:02d}"


_DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION = 10**9


def number_words(number: int) -> str:
    """Write a whole number in words, as printed forms do: 25 as 'hai mươi lăm'."""
    if number < 0:
        return "âm " + number_words(-number)
    return " ".join(_words(number, led=False)) or _DIGIT_WORDS[0]


def _words(number: int, *, led: bool) -> list[str]:
    """Give the words of a number; after a higher group (`led`) its hundreds are always said."""
    if number >= _BILLION:
        high, low = divmod(number, _BILLION)
        return [*_words(high, led=led), "tỷ", *_words(low, led=True)]
    words: list[str] = []
    for size, name in ((10**6, "triệu"), (1000, "nghìn"), (1, "")):
        group = number // size % 1000
        if group:
            words += [*_group_words(group, led=led or bool(words)), *filter(None, [name])]
    return words


def _group_words(group: int, *, led: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGIT_WORDS[hundreds], "trăm"] if hundreds or led else []
    if tens > 1:
        words += [_DIGIT_WORDS[tens], "mươi"]
        return words + ([_AFTER_TENS.get(ones, _DIGIT_WORDS[ones])] if ones else [])
    if tens:
        words.append("mười")
        return words + (["lăm" if ones == 5 else _DIGIT_WORDS[ones]] if ones else [])
    if ones:
        words += (["linh"] if words else []) + [_DIGIT_WORDS[ones]]
    return words
