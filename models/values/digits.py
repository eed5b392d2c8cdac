"""Figures of ids and phones as cells hold them: text with signs between, or numbers of Excel."""

from __future__ import annotations

import math
import re

from models.errors import UserError
from models.text import nfc, shorten

_SHORTENED = re.compile(r"(\d)(?:[.,](\d+))?e\+?(\d{1,2})", re.IGNORECASE)
_POINT_ZERO = re.compile(r"^(\d{7,})[.,]0+$")
_SIGNS = str.maketrans("", "", " .-–'’‘`_")


def read_digits(value: str | float, noun: str) -> str:
    """Give the digits of a typed or stored number; any other character stays for the caller.

    Args:
        value: text, or the number Excel kept, whose leading zeros are lost.
        noun: what the number is, for the messages ('Số CCCD').

    Raises:
        UserError: a number that Excel shortened (1,2E+11), so that digits are lost.

    """
    if isinstance(value, float) and not (math.isfinite(value) and value.is_integer()):
        raise UserError(f"{noun} không hợp lệ: {value}.", value=str(value))
    if isinstance(value, int | float):
        return str(int(value))
    text = _POINT_ZERO.sub(r"\1", nfc(value).strip("'’‘`\" "))
    short = _SHORTENED.fullmatch(text)
    if short is None:
        return text.translate(_SIGNS)
    digits = short[1] + (short[2] or "")
    if len(digits) != int(short[3]) + 1:
        raise UserError(
            f"{noun} bị Excel rút gọn, mất số: {shorten(value)}. Nhập lại đủ số.", value=value
        )
    return digits
