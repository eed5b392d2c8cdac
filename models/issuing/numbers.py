"""Numbers of a book: the next free one, and those that are missing.

A look at the next numbers promises nothing; they are taken by `models.issuing.runs.hold`, whose
transaction looks again.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from models.errors import UserError
from models.registers.issued import BOOKS, IssuedPaper, label_of
from models.roles import Right
from models.store import settings
from models.store.session import require

if TYPE_CHECKING:
    from collections.abc import Iterator


LIVE_PAPER: Final[Any] = IssuedPaper.trashed_at.is_null()


def next_number(book: str, year: int) -> int:
    """Return the number that comes next: 1 in a new year, unless the book was begun on paper."""
    last = IssuedPaper.select(fn.MAX(IssuedPaper.number)).where(_live(book, year)).scalar()
    return int(last) + 1 if last is not None else first_number(book, year)


def first_number(book: str, year: int) -> int:
    """Return the first number this register gives in a year; those before it are on paper."""
    return int(settings.get(_begun(book, year), "1"))


def begin_at(book: str, year: int, first: int) -> None:
    """Go on after a paper book: the first number this register gives in a year.

    Raises:
        UserError: the register has given numbers of that year already, or the number is below 1.
    """
    require(Right.ISSUE)
    if first < 1:
        raise UserError(f"Số bắt đầu phải từ 1 trở lên: {first}.", "first", str(first))
    following = next_number(book, year)
    if first == following:
        return
    if IssuedPaper.select().where(_live(book, year)).exists():
        raise UserError(
            f"Sổ {book.lower()} năm {year} đã cấp đến số {label_of(following - 1, year)}. "
            f"Số kế tiếp: {label_of(following, year)}.",
            "first",
            str(first),
        )
    settings.put(_begun(book, year), str(first))


def _begun(book: str, year: int) -> str:
    return f"issue.first.{book}.{year}"


def _live(book: str, year: int) -> Any:  # noqa: ANN401 - peewee's own expression
    return (IssuedPaper.book == book) & (IssuedPaper.year == year) & LIVE_PAPER


def missing_numbers() -> Iterator[str]:
    """Yield a sentence for every book and year in which numbers are missing."""
    given: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    fields = (IssuedPaper.book, IssuedPaper.year, IssuedPaper.number)
    rows: Any = IssuedPaper.select(*fields).where(LIVE_PAPER).tuples()
    for book, year, number in rows:
        given[book, year].add(number)
    for (book, year), numbers in sorted(given.items(), key=lambda one: _place(one[0])):
        wanted = range(first_number(book, year), max(numbers) + 1)
        lost = [number for number in wanted if number not in numbers]
        if lost:
            yield f"Sổ {book.lower()} năm {year} thiếu số {in_words(lost)}."


def _place(of: tuple[str, int]) -> tuple[int, int]:
    return of[1], BOOKS.index(of[0])


def in_words(numbers: list[int]) -> str:
    """Write ascending numbers with runs drawn together: 17, 20–22."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] + 1 == number:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ", ".join("–".join(map(str, part)) for part in parts)
