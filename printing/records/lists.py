"""Fills the derived list of any register, as filtered and ordered on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import clock
from models.facts import Kind
from models.store.query import Reader
from printing.documents.lists import ListData, shown_fields
from printing.packed_rows import PackedRows
from printing.records.office import office_on
from printing.records.words import filter_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.store.query import Listing


def list_data(listing: Listing) -> ListData:
    """Return a list as it stands in the register today; it cannot be counted back."""
    today = clock.today()
    fields = shown_fields(listing.register)
    tight = [field.kind is Kind.PHONE for field in fields]
    rows = PackedRows(_cells(row[1:], tight) for row in Reader(listing).all_rows(fields))
    return ListData(listing.register, office_on(today), today, rows, filter_words(listing))


def _cells(row: Sequence[str], tight: list[bool]) -> Sequence[str]:
    """Return the cells of a row, telephones without the gaps at which they would be broken."""
    if not any(tight):
        return row
    return [cell.replace(" ", "") if one else cell for cell, one in zip(row, tight, strict=True)]
