"""What a certificate says of a person: from the person's record to the fields of a design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.issuing.runs import Item
from printing.blocks import place_and_date

if TYPE_CHECKING:
    from datetime import date

    from models.registers.people import Person
    from models.values.partial_date import PartialDate
    from printing.documents.office import OfficeData


def person_item(
    person: Person,
    office: OfficeData,
    day: date,
    merit: str,
    decision: str = "",
    *,
    unit: str = "",
) -> Item:
    """Return a paper for a person, with what its sheet says.

    Args:
        person: as the register has them today; the paper keeps what is printed.
        office: who issues and signs.
        day: of issue.
        merit: what is certified.
        decision: line of the decision, empty where there is none.
        unit: team or class, shown after the birth date; the person's area where it is not given.
    """
    area = person.area
    where = unit or (area.name if area is not None else "")
    born = born_words(person.birth_date)
    words = {
        "issuer": f"TRƯỞNG {office.agency_line}",
        "lead": f"Chứng nhận {address_of(person.sex)}",
        "name": person.full_name,
        "who": ", ".join(filter(None, (born, where))),
        "merit": merit,
        "decision": decision,
        "place_date": place_and_date(office.place, day),
        "office": office.signer.office,
        "signer": office.signer.printed_name,
    }
    return Item(
        receiver=person.full_name,
        data=words,
        birth=person.birth_date.shown if person.birth_date else "",
        unit=where,
        subject=merit[:300],
        person=person.id,
    )


def address_of(sex: str) -> str:
    """Return how a person is addressed on paper."""
    return {"Nam": "ông", "Nữ": "bà"}.get(sex, "ông (bà)")


def born_words(day: PartialDate | None) -> str:
    """Return a birth date as it is told on a certificate, as precise as known."""
    if day is None:
        return ""
    words = {4: "năm", 7: "tháng"}.get(len(day.iso), "ngày")
    return f"Sinh {words} {day.shown}"
