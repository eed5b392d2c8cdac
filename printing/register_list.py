"""The list of any register as it stands on screen, filter and all, on the page of the decree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printing.documents.lists import register_page
from printing.listing import render_list
from printing.records.lists import list_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.store.query import Listing


def register_list(
    listing: Listing, *, progress: Callable[[int, int, str], None] | None = None
) -> bytes:
    """Return the PDF of a list with its search and filters told in words.

    Args:
        listing: register with search, filters and order.
        progress: called once a page with done, total and words; may raise Cancelled.

    Raises:
        UserError: a character that no font has; it is named.
    """
    return render_list(register_page(list_data(listing)), progress=progress)
