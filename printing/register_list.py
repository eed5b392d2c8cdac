"""The list of any register as it stands on screen, filter and all, on the page of the decree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models import clock, units
from models.facts import Kind
from models.registers.office import Office, Signer
from models.store.opening import the_office
from models.store.query import Reader
from printing.blocks import Head, SignList, place_and_date
from printing.blocks import Signer as PrintedSigner
from printing.columns import Align, PrintColumn
from printing.listing import ListPage, render_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from models.store.query import Condition, Listing

WIDE = 9
"""More columns than this are printed on landscape paper (DOMAIN J)."""
_CENTRED = frozenset({Kind.PARTIAL_DATE, Kind.DAY, Kind.CHOICE, Kind.YES_NO, Kind.CITIZEN_ID})
_RIGHT = frozenset({Kind.NUMBER, Kind.MONEY})


def register_list(
    listing: Listing,
    *,
    as_of: date | None = None,
    blank: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
) -> bytes:
    """Return the PDF of a list with its search and filters told in words.

    Args:
        listing: register with search, filters and order.
        as_of: day printed on the paper; today unless given.
        blank: ruled empty rows to be filled in by hand instead of records.
        progress: called once a page with done, total and words; may raise Cancelled.

    Raises:
        UserError: a character that no font has; it is named.
    """
    register = listing.register
    day = as_of or clock.today()
    columns = [column for column in register.columns if column.share > 0]
    rows: list[Sequence[str]] = []
    if not blank:
        rows = [row[1:] for row in Reader(listing).all_rows([column.field for column in columns])]
    office = the_office()
    page = ListPage(
        head=Head(
            agency=office.agency_line,
            parent=office.parent_line,
            place_date=place_and_date(office.place, None if blank else day),
        ),
        title=f"DANH SÁCH {register.title.upper()}",
        subtitle="" if blank else f"(Tính đến ngày {day:%d/%m/%Y})",
        filter_words=in_words(listing),
        columns=[
            PrintColumn(column.field.label, column.share, align=_align(column.field))
            for column in columns
        ],
        rows=rows,
        count_line="" if blank else f"Danh sách này có {len(rows)} {register.model.NOUN}./.",
        sign=sign_list(office, day),
        landscape=len(columns) > 5,
    )
    return render_list(page, progress=progress)


def _align(field: Any) -> Align:  # noqa: ANN401 - a fact is also a peewee field
    if field.kind in _RIGHT:
        return "right"
    return "centre" if field.kind in _CENTRED else "left"


def in_words(listing: Listing) -> str:
    """Say what narrows a list, as printed under its title; empty for a whole register."""
    parts = [f"tìm “{listing.search}”"] if listing.search else []
    parts += [
        _condition_words(wanted) for wanted in listing.where if hasattr(wanted.field, "label")
    ]
    return f"(Lọc theo: {'; '.join(parts)})" if parts else ""


def _condition_words(wanted: Condition) -> str:
    field = wanted.field
    if not wanted.values:
        return f"{field.label.lower()}: để trống"
    shown = []
    for value in wanted.values:
        if field.kind is Kind.LINK:
            record = field.rel_model.get_or_none(field.rel_model.id == value)
            shown.append(record.title if record else "")
        else:
            shown.append(field.show(field.python_value(value)))
    return f"{field.label.lower()}: {', '.join(shown)}"


def sign_list(office: Office, day: date) -> SignList:
    """Return who draws up and who signs a list on a day."""
    head = head_on(office, day)
    chief = f"TRƯỞNG CÔNG AN {_kind_of(office).upper()}"
    signer = PrintedSigner(office=chief)
    if head is not None:
        lines = f"KT. {chief}\n{head.post.upper()}" if head.acting else head.post.upper()
        signer = PrintedSigner(office=lines, name=head.full_name, rank=head.rank)
    drawn_up = PrintedSigner(office="NGƯỜI LẬP BIỂU", note="(Ký, ghi rõ họ tên)")
    return SignList(signers=(drawn_up, signer))


def _kind_of(office: Office) -> str:
    """Return xã, phường or đặc khu; the office's own words where the catalogue lost the code."""
    commune = units.commune_of_code(office.commune_code)
    return commune.kind if commune else office.commune.split(" ")[0]


def head_on(office: Office, day: date) -> Signer | None:
    """Return who signed for the office on a day: the head, else the first who signs for them."""
    text = day.isoformat()
    started = Signer.started.is_null() | (Signer.started <= text)
    ended = Signer.ended.is_null() | (Signer.ended > text)
    live = (Signer.office == office.id) & Signer.trashed_at.is_null()
    query: Any = Signer.select().where(live & started & ended).order_by(Signer.acting, Signer.id)
    return query.first()  # type: ignore[no-any-return]
