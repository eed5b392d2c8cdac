"""Papers of the book printed once more: only what is issued, and each time is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.issuing.numbers import in_words
from models.registers.issued import ISSUED, IssuedPaper
from models.roles import Right
from models.store.change import change
from models.store.session import require

if TYPE_CHECKING:
    from collections.abc import Sequence


def note(papers: Sequence[IssuedPaper]) -> list[IssuedPaper]:
    """Count a further copy of the sheets of one or more papers, which say that they are such.

    What a file holds can be printed anywhere, so it counts as what a printer took.

    Returns:
        The papers as they are now, with how often each was printed again.

    Raises:
        UserError: one of them is not issued.
    """
    require(Right.ISSUE)
    fresh = [IssuedPaper.get_by_id(paper.id) for paper in papers]
    for paper in fresh:
        refuse_unissued(paper)
        paper.reprints = (paper.reprints or 0) + 1
    with change(f"In lại {_named(fresh)}", kind="event") as work:
        for paper in fresh:
            work.save(paper)
    return fresh


def _named(papers: Sequence[IssuedPaper]) -> str:
    """Name one paper by its book and number, several by their count and numbers."""
    if len(papers) == 1:
        return f"{papers[0].book.lower()} số {papers[0].label}"
    return f"{len(papers)} giấy, số {in_words(sorted(paper.number or 0 for paper in papers))}"


def refuse_unissued(paper: IssuedPaper) -> None:
    """Refuse a further copy of what is no paper of the book, or none any more.

    Raises:
        UserError: the number is held only, or void.
    """
    if paper.state != ISSUED:
        raise UserError(
            f"Số {paper.label}: {paper.state.lower()}, không in lại được.", "uid", paper.label
        )
