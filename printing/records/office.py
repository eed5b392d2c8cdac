"""The office as it prints on a day: head lines, symbol, place, and who signs for it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from models import units
from models.catalogues import catalogue
from models.registers.office import Office, Signer
from models.store.opening import the_office
from printing.blocks import Signer as PrintedSigner
from printing.documents.office import LIST_MAKER, OfficeData

if TYPE_CHECKING:
    from datetime import date

    from models.catalogues import Entry

D = TypeVar("D")
POLICE = "Công an"


def office_on(day: date) -> OfficeData:
    """Return the office with the signer of a day; the chairman's name is never filled in.

    Decisions of the People's Committee are drafted here and signed there.
    """
    office = the_office()
    return OfficeData(
        parent_line=office.parent_line,
        agency_line=office.agency_line,
        place=office.place,
        name=office.name,
        commune=office.commune,
        symbol=office.symbol,
        signer=signer_on(office, day),
        maker=LIST_MAKER,
    )


def signer_on(office: Office, day: date) -> PrintedSigner:
    """Return who signs for the office on a day: the head, else a deputy, else only the post."""
    head_line = f"TRƯỞNG CÔNG AN {_kind_of(office).upper()}"
    live = (Signer.office == office.id) & Signer.trashed_at.is_null()
    in_post = [
        one
        for one in Signer.select().where(live)
        if _holds(one, day) and _may_sign(one) is not None
    ]
    in_post.sort(key=lambda one: (one.acting or _may_sign(one) == "deputy", -_since(one), one.id))
    if not in_post:
        return PrintedSigner(head_line)
    first = in_post[0]
    acting = first.acting or _may_sign(first) == "deputy"
    lines = f"KT. {head_line}\n{first.post.upper()}" if acting else first.post.upper()
    return PrintedSigner(lines, first.full_name, first.rank)


def with_office(data: D, office: OfficeData) -> D:
    """Return the data of a form with the office put in wherever an office stands."""
    if not is_dataclass(data) or isinstance(data, type):
        return data
    changed: dict[str, Any] = {}
    for field in fields(data):
        value = getattr(data, field.name)
        if isinstance(value, OfficeData):
            changed[field.name] = office
        elif is_dataclass(value):
            changed[field.name] = with_office(value, office)
    return replace(data, **changed)


def _kind_of(office: Office) -> str:
    """Return xã, phường or đặc khu; the office's own words where the catalogue lost the code."""
    commune = units.commune_of_code(office.commune_code)
    return commune.kind if commune else office.commune.split(" ")[0]


def _holds(signer: Signer, day: date) -> bool:
    """Tell whether somebody is in post on a day, the last one included."""
    started = signer.started is None or signer.started.first <= day
    return started and (signer.ended is None or day <= signer.ended.last)


def _since(signer: Signer) -> int:
    return signer.started.first.toordinal() if signer.started else 0


def _may_sign(signer: Signer) -> str | None:
    """Return "head" or "deputy"; nothing for posts of others and for those that do not sign."""
    entry: Entry | None = catalogue("posts").find(signer.post)
    if entry is None:
        return "head"
    return entry.extra["signs"] or None if entry.extra["body"] == POLICE else None
