"""What somebody wants on paper: which records, on which day, or an empty form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models import clock
from models.store.query import Condition, Listing, Reader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.record import Record
    from models.register import Register

CHUNK = 500


@dataclass(frozen=True)
class Wanted:
    """One wish for paper.

    Attributes:
        listing: the list as filtered on screen; without it the whole register.
        records: records chosen one by one; they go before the listing.
        as_of: day the figures are counted on; today unless given.
        since: first day of a paper about a span of days, which ends on the day of the figures.
        blank: the empty form with the office's head, to be filled in by hand.
    """

    listing: Listing | None = None
    records: tuple[Record, ...] = ()
    as_of: date | None = None
    blank: bool = False
    since: date | None = None

    @property
    def day(self) -> date:
        """The day of the figures."""
        return self.as_of or clock.today()

    def listing_of(self, register: Register) -> Listing:
        """Return the list of a register that is wanted, narrowed to the records chosen."""
        listing = self.listing or Listing(register)
        return (
            listing.named(tuple(record.id for record in self.records)) if self.records else listing
        )

    def records_of(self, register: Register) -> list[Any]:
        """Return the records wanted of a register, chosen ones first come, lists in their order."""
        if self.records:
            return list(self.records)
        return load(register.model, Reader(self.listing_of(register)).ids())

    @property
    def narrowed(self) -> bool:
        """Whether anything keeps records of the register out."""
        listing = self.listing
        return bool(self.records or (listing and (listing.search or listing.where)))


def load(model: type[Record], ids: Sequence[int]) -> list[Any]:
    """Return records in the order of their keys."""
    found: dict[int, Any] = {}
    for start in range(0, len(ids), CHUNK):
        part = list(ids[start : start + CHUNK])
        found |= {record.id: record for record in model.select().where(model.id.in_(part))}
    return [found[key] for key in ids if key in found]


def values_asked(listing: Listing | None, field: Any) -> tuple[object, ...]:  # noqa: ANN401
    """Return the values a list is filtered to in one field; nothing where it is not filtered."""
    conditions: tuple[Condition, ...] = listing.where if listing else ()
    return next((wanted.values for wanted in conditions if wanted.field is field), ())
