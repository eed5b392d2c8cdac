"""What of a field a person may see: sensitive data are dots to those without the right."""

from __future__ import annotations

from typing import Any, Final

from models.roles import Right
from models.store.session import may

DOTS: Final = "•••"
SHOWN_END: Final = 3
"""Last digits of a number left in sight, enough to tell two people of one name apart."""


def hides(field: Any) -> bool:  # noqa: ANN401 - a fact is also a peewee field
    """Tell whether a field's values are hidden from who works now."""
    return bool(getattr(field, "sensitive", False)) and not may(Right.SENSITIVE)


def masked(text: str) -> str:
    """Write a hidden value: dots, and the end of a number; nothing stays nothing."""
    if not text:
        return ""
    digits = "".join(text.split())
    long_number = digits.isdigit() and len(digits) > 2 * SHOWN_END
    return f"{DOTS}{digits[-SHOWN_END:]}" if long_number else DOTS


def seen(field: Any, value: Any) -> str:  # noqa: ANN401
    """Return a field's value as who works now may read it."""
    text: str = field.show(value)
    return masked(text) if hides(field) else text
