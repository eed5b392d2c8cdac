"""Scores of tests: 0 to 10 with one decimal, written with a comma as offices do."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar

from models.errors import UserError
from models.facts import Kind, Stored
from models.values.numbers import parse_amount

_TENTH = Decimal("0.1")


def show_score(value: float | None) -> str:
    """Write a score as on result sheets: 7,5 and 8,0; nothing for none."""
    return "" if value is None else f"{value:.1f}".replace(".", ",")


def rounded(value: Decimal) -> float:
    """Round to one decimal as schools do: a half goes up."""
    return float(value.quantize(_TENTH, ROUND_HALF_UP))


class Score(Stored["float | None"]):
    """A score of 0 to 10 with one decimal; the file keeps tenths, so that it compares exactly."""

    kind = Kind.SCORE
    field_type = "INTEGER"
    largest: ClassVar[int] = 10

    def checks(self) -> list[str]:
        """Tenths of the scale."""
        return [f"{{0}} BETWEEN 0 AND {10 * self.largest}"]

    def _read(self, text: str) -> float:
        value = parse_amount(text).value
        if not 0 <= value <= self.largest:
            message = f"{self.label} từ 0 đến {self.largest}, đang ghi {text}."
            raise UserError(message, self.name, text)
        if value != value.quantize(_TENTH):
            message = f"{self.label} ghi một số lẻ: {text} ghi là {show_score(rounded(value))}."
            raise UserError(message, self.name, text)
        return float(value)

    def show(self, value: float | None) -> str:
        """Write one decimal after a comma."""
        return show_score(value)

    def problem(self, value: float | None) -> str | None:
        """Refuse what lies outside the scale."""
        if value is not None and not 0 <= value <= self.largest:
            return f"{self.label} từ 0 đến {self.largest}, đang ghi {show_score(value)}."
        return super().problem(value)

    def db_value(self, value: Any) -> int | None:  # noqa: ANN401
        """Write tenths."""
        return None if value is None else round(value * 10)

    def python_value(self, value: Any) -> float | None:  # noqa: ANN401
        """Read tenths."""
        return None if value is None else value / 10
