"""Figures and days as the forms write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

DOTS: Final = "……"
KEPT_BLANK: Final = "\u00a0"
"""Looks empty but keeps its cell in a row of totals, whose words run over empty ones."""


def thousands(number: int) -> str:
    """1234 → "1.234", as tables write it."""
    return f"{number:,}".replace(",", ".")


def counted(number: int) -> str:
    """A count in a sentence: under 10 with a zero ("09 mô hình"), else as in a table."""
    return f"{number:02d}" if 0 <= number < 10 else thousands(number)


def decimal(number: float) -> str:
    """12.5 → "12,5"; whole numbers without decimals."""
    return thousands(int(number)) if number == int(number) else f"{number:.1f}".replace(".", ",")


def share(part: int, whole: int) -> str:
    """A part in percent with one decimal; blank when there is no whole."""
    return f"{decimal(round(100 * part / whole, 1))}%" if whole else ""


def figure(number: float | None) -> str:
    """A figure of a table; unknown prints blank."""
    return "" if number is None else decimal(number)


def added(numbers: Iterable[int | None]) -> int:
    """The sum of what is known."""
    return sum(number or 0 for number in numbers)


def as_of_words(day: date | None) -> str:
    """The line in brackets under a title that tells the day of the figures."""
    return f"(Tính đến ngày {f'{day:%d/%m/%Y}' if day else '…/…/……'})"


def year_words(year: int | None) -> str:
    """The year in a title, dots when it is to be filled in."""
    return str(year) if year else DOTS
