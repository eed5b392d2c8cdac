"""In which order pages go to the printer: on one side, on both, or on both with turning by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def on_both_sides(pages: Sequence[T], paper_of: Callable[[T], object]) -> list[T | None]:
    """Return pages as sides of sheets; every paper begins on a sheet of its own.

    A side without a page is None; there is an even number of sides, so that copies can follow.
    """
    sides: list[T | None] = []
    before: object = None
    for page in pages:
        if len(sides) % 2 and paper_of(page) != before:
            sides.append(None)
        sides.append(page)
        before = paper_of(page)
    if len(sides) % 2:
        sides.append(None)
    return sides


def fronts(sides: Sequence[T | None]) -> list[T | None]:
    """Return what is printed first when the sheets are turned by hand."""
    return list(sides[0::2])


def backs(sides: Sequence[T | None]) -> list[T | None]:
    """Return what is printed after turning the pile: the last sheet comes first.

    A back without a page stays as an empty side, else the pile would be a sheet short.
    """
    return list(sides[1::2])[::-1]
