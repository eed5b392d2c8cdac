"""What a running paper says, as plain blocks that the PDF and the Word writer both read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from printing.blocks import Head, SignList
from printing.columns import PrintColumn, Row


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


Text = str | tuple[Run, ...]


@dataclass(frozen=True)
class Title:
    """Tên loại in capitals and the trích yếu under it, which carries the rule."""

    kind: str
    about: str = ""
    subtitle: str = ""


@dataclass(frozen=True)
class Centred:
    """A bold line in the middle: the office that decides, "QUYẾT ĐỊNH:", a chapter."""

    text: str


@dataclass(frozen=True)
class Basis:
    """The căn cứ, one line each without end marks; ";" and the last "." are set by the writer."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Addressed:
    """Kính gửi: one receiver on the same line, several on a line each."""

    receivers: tuple[str, ...]


@dataclass(frozen=True)
class Para:
    """A paragraph of the body."""

    text: Text


@dataclass(frozen=True)
class Section:
    """A bold heading such as "I. MỤC ĐÍCH, YÊU CẦU" that stays with what follows."""

    text: str


@dataclass(frozen=True)
class Article:
    """Điều: its number and heading in bold, then its words."""

    number: int
    text: str
    heading: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The article as runs of one paragraph."""
        label = f"Điều {self.number}. {self.heading}".strip()
        return (Run(label, bold=True), Run(f" {self.text}")) if self.text else (Run(label, True),)


@dataclass(frozen=True)
class Entry:
    """A label and its value; without a value the line is dotted, to be filled in by hand."""

    label: str
    value: str = ""

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of a given value: one, or the label over each line of the value."""
        lines = [line for line in self.value.split("\n") if line.strip()]
        return [f"{self.label}:", *lines] if len(lines) > 1 else [f"{self.label}: {self.value}"]


@dataclass(frozen=True)
class Dotted:
    """Empty dotted lines."""

    lines: int = 3


@dataclass(frozen=True)
class Choice:
    """Boxes to tick; `chosen` is the place of the ticked one, or None."""

    options: tuple[str, ...]
    chosen: int | None = None


@dataclass(frozen=True)
class Ruled:
    """A table inside the text; no rows give `blank` rows to be filled in."""

    columns: Sequence[PrintColumn]
    rows: Sequence[Row]
    total: Sequence[str] | None = None
    numbered: bool = True
    lettered: bool = False
    blank: int = 3


@dataclass(frozen=True)
class Signatures:
    """The signatures; never alone on a page."""

    sign: SignList


@dataclass(frozen=True)
class Annex:
    """Begins an annex on a new page with page numbers of its own."""

    name: str
    title: str
    reference: str = ""
    landscape: bool = False


Block = (
    Head
    | Title
    | Centred
    | Basis
    | Addressed
    | Para
    | Section
    | Article
    | Entry
    | Dotted
    | Choice
    | Ruled
    | Signatures
    | Annex
)


@dataclass(frozen=True)
class Letter:
    """A paper of running text, portrait, from head to signatures and annexes."""

    title: str
    blocks: tuple[Block, ...]


def leads(blocks: Sequence[Block], place: int) -> bool:
    """Whether the block at a place only leads over to the table after it."""
    return place + 1 < len(blocks) and isinstance(blocks[place + 1], Ruled)


def basis_lines(basis: Basis) -> list[str]:
    """The căn cứ with their end marks."""
    *before, last = basis.lines
    return [f"{line.rstrip(';.')};" for line in before] + [f"{last.rstrip(';.')}."]


def addressed_lines(addressed: Addressed) -> list[str]:
    """The lines after "Kính gửi:" with dashes and end marks; one receiver has none."""
    receivers = addressed.receivers
    if len(receivers) == 1:
        return [receivers[0]]
    return [f"- {name};" for name in receivers[:-1]] + [f"- {receivers[-1]}."]
