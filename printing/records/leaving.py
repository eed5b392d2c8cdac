"""Paper that leaves the program, on a printer or in a file: told in the history before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.registers import register
from models.store.journal import Act, tell
from models.store.query import Reader
from printing.entry import Needs

if TYPE_CHECKING:
    from printing.entry import Document
    from printing.records.wanted import Wanted


def tell_leaving(document: Document[Any], wanted: Wanted, where: str) -> None:
    """Tell which paper leaves, of how many records, and where to; an empty form tells nothing.

    Args:
        document: the paper.
        wanted: what it was made of.
        where: as it ends the sentence: "ra ds.pdf", "ở máy in Canon, 3 trang".

    Raises:
        WorldError: the disk failed; the paper must stay.
    """
    if not wanted.blank:
        tell(Act.PRINT, f"In {document.title}{_how_many(document, wanted)} {where}")


def _how_many(document: Document[Any], wanted: Wanted) -> str:
    if document.needs is Needs.SUMMARY:
        return ""
    of = register(document.register)
    count = len(wanted.records) or Reader(wanted.listing_of(of)).count()
    return f" ({count} {of.model.NOUN})"
