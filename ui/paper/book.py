"""The pages of all papers chosen, as one row of pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.paper.offsets import NOWHERE, Feed, Offset, Offsets
from ui.paper.pdf import Edges, PageSize, Pdf
from ui.paper.press import COLOURED, TABLE, TEXT, Job, Quality, Side
from ui.paper.printers import PrinterFacts
from ui.source import PaperFacts, PaperWish

A4 = PageSize(210, 297)
NAMES = {(148, 210): "A5", (210, 297): "A4", (297, 420): "A3"}
"""Millimetres of the short and the long side to what a paper is called."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """One page: the paper it belongs to, that paper's place in the book, and its own in it."""

    paper: PaperFacts
    part: int
    page: int
    size: PageSize


class Book:
    """Papers one after the other, with what was asked for to make each."""

    def __init__(
        self,
        parts: Sequence[tuple[PaperFacts, Pdf]] = (),
        wishes: Sequence[PaperWish] = (),
        only: int | None = None,
    ) -> None:
        """Take all their pages, or of each that one alone."""
        self.parts, self.wishes = tuple(parts), tuple(wishes)
        self.leaves = tuple(
            Leaf(paper, part, page, size)
            for part, (paper, pdf) in enumerate(parts)
            for page, size in enumerate(pdf.sizes)
            if only is None or page == only
        )

    def pdf(self, leaf: int) -> Pdf:
        """The PDF a page is in."""
        return self.parts[self.leaves[leaf].part][1]

    def first_of(self, paper: str) -> int:
        """The first page of a paper, -1 when it is not in the book."""
        return next((at for at, leaf in enumerate(self.leaves) if leaf.paper.id == paper), -1)

    def same_as(self, other: Book) -> bool:
        """Whether the pages are the same."""
        return self.parts == other.parts

    def title(self) -> str:
        """What the printer's own window calls it."""
        return " · ".join(paper.title for paper, _pdf in self.parts)

    def job(
        self,
        sides: Sequence[Leaf | None],
        offsets: OffsetOf,
        copies: int = 1,
        *,
        both_sides: bool = False,
    ) -> Job:
        """What is sent to the printer, a side for each page given; None leaves one empty."""
        contents = tuple(pdf.content for _paper, pdf in self.parts)
        given = [
            _side(leaf, offsets) if leaf else _empty(self._like(sides, at))
            for at, leaf in enumerate(sides)
        ]
        printed = sorted({side.part for side in given if side.page is not None})
        wishes = tuple(self.wishes[part] for part in printed) if self.wishes else ()
        return Job(self.title(), contents, tuple(given), copies, both_sides, wishes)

    def _like(self, sides: Sequence[Leaf | None], at: int) -> Leaf:
        """A page whose paper an empty side takes: the one before it, else the next."""
        around = [*reversed(sides[:at]), *sides[at:]]
        return next(leaf for leaf in around if leaf is not None)


class OffsetOf:
    """The offsets of one printer by paper."""

    def __init__(self, offsets: Offsets, printer: PrinterFacts) -> None:
        self._offsets, self._printer = offsets, printer

    def feed(self, sheet: str) -> Feed:
        """The feed of a paper in words."""
        return Feed(self._printer.name, sheet, self._printer.tray)

    def __call__(self, sheet: str) -> Offset:
        """How far pages on a paper are moved."""
        return self._offsets.get(self.feed(sheet))


def sheet_of(size: PageSize) -> str:
    """A paper in words; a printer misses differently on each."""
    sides = round(min(size.width, size.height)), round(max(size.width, size.height))
    name = NAMES.get(sides)
    if name is None:
        return f"{size.width:.0f} × {size.height:.0f} mm"
    return f"{name} {'ngang' if size.landscape else 'đứng'}"


def _side(leaf: Leaf, offsets: OffsetOf) -> Side:
    quality = quality_of(leaf.paper)
    return Side(leaf.part, leaf.page, leaf.size, quality, offsets(sheet_of(leaf.size)))


def _empty(like: Leaf) -> Side:
    return Side(like.part, None, like.size, quality_of(like.paper), NOWHERE)


def quality_of(paper: PaperFacts) -> Quality:
    """How finely a paper is drawn, and whether in colour."""
    if paper.coloured:
        return COLOURED
    return TEXT if paper.running else TABLE


def trial_sheet(size: PageSize) -> PageSize:
    """The paper of the test page that goes with a page."""
    return PageSize(round(size.width), round(size.height))


def trial_job(content: bytes, offsets: OffsetOf) -> Job:
    """The job that prints a test page as the offset of its paper has it."""
    size = Pdf(content).sizes[0]
    return Job("Trang in thử", (content,), (Side(0, 0, size, offset=offsets(sheet_of(size))),))


def is_cut(edges: Edges, border: Edges, offset: Offset) -> bool:
    """Whether a printer cannot reach all that is drawn, moved by its offset."""
    reach = 0.3
    return (
        edges.left + offset.right < border.left - reach
        or edges.right - offset.right < border.right - reach
        or edges.top + offset.down < border.top - reach
        or edges.bottom - offset.down < border.bottom - reach
    )
