"""Fills the derived list of any register, as filtered and ordered on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import clock
from models.store.query import Reader
from printing.documents.lists import ListData, shown_fields
from printing.records.office import office_on
from printing.records.words import filter_words

if TYPE_CHECKING:
    from models.store.query import Listing


def list_data(listing: Listing) -> ListData:
    """Return a list as it stands in the register today; it cannot be counted back."""
    today = clock.today()
    fields = shown_fields(listing.register)
    rows = [row[1:] for row in Reader(listing).all_rows(fields)]
    return ListData(listing.register, office_on(today), today, rows, filter_words(listing))
