"""What would be printed now, and what after turning the pile: settled before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.paper.book import Book, Leaf, OffsetOf
from ui.paper.press import Job
from ui.paper.sides import backs, fronts, on_both_sides


@dataclass(frozen=True, slots=True)
class Manner:
    """How pages are put on paper; ``turns`` is whether the printer turns sheets itself."""

    copies: int = 1
    both_sides: bool = False
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A job, what its button says, and the job of the backs where the pile is turned by hand."""

    words: str
    job: Job
    then: Plan | None = None


def plan(book: Book, leaves: Sequence[Leaf], manner: Manner, offsets: OffsetOf) -> Plan:
    """Return what to send for at least one page; a single page has no back."""
    copies, count = manner.copies, len(leaves)
    more = f", {copies} bản" if copies > 1 else ""
    if not manner.both_sides or count < 2:
        return Plan(f"In {count} trang{more}", book.job(leaves, offsets, copies))
    sides = on_both_sides(leaves, lambda leaf: leaf.part)
    if manner.turns:
        job = book.job(sides, offsets, copies, both_sides=True)
        return Plan(f"In {count} trang{more}", job)
    front, back = fronts(sides), backs(sides)
    then = None
    if _pages(back):
        then = Plan(f"In {_pages(back)} trang chẵn{more}", book.job(back, offsets, copies))
    return Plan(f"In {_pages(front)} trang lẻ{more}", book.job(front, offsets, copies), then)


def sent_words(job: Job, printer: str) -> str:
    """Tell what went to a printer."""
    return f"Đã gửi {_amount(job)} tới máy in {printer}."


def leaving_words(job: Job, printer: str) -> str:
    """End the sentence that tells the history of a job."""
    return f"ở máy in {printer}, {_amount(job)}"


def _amount(job: Job) -> str:
    more = f", {job.copies} bản" if job.copies > 1 else ""
    return f"{job.pages} trang{more}"


def _pages(sides: Sequence[Leaf | None]) -> int:
    return sum(side is not None for side in sides)
