"""A paper given again: what it says is filled in anew, so that a wrong name is put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.issuing import runs
from models.registers.trainees import Trainee
from printing.blocks import place_and_date
from printing.records.certificates import person_item
from printing.records.class_certificates import trainee_item

if TYPE_CHECKING:
    from datetime import date

    from models.registers.issued import IssuedPaper
    from printing.documents.office import OfficeData


def item_again(
    old: IssuedPaper, office: OfficeData, day: date, merit: str, decision: str, *, why: str
) -> runs.Item:
    """Return the paper that takes an old one's place.

    Its words come from the trainee's or person's record as it is now; where there is none any
    more, from what the old paper said.
    """
    item = _filled(old, office, day, merit, decision)
    return replace(item, data={**item.data, runs.REISSUE_WHY: why.strip()}, reissue_of=old.id)


def _filled(
    old: IssuedPaper, office: OfficeData, day: date, merit: str, decision: str
) -> runs.Item:
    live = (Trainee.uid == old.origin) & Trainee.trashed_at.is_null()
    trainee = Trainee.get_or_none(live) if old.origin else None
    if trainee is not None:
        return trainee_item(trainee, office, day, merit, decision)
    if not old.origin and old.person is not None and old.person.trashed_at is None:
        return person_item(old.person, office, day, merit, decision)
    _run, _sheet, words = runs.printed_data(old)
    kept = {name: text for name, text in words.items() if name not in ("code", "number")}
    signed = {
        "place_date": place_and_date(office.place, day),
        "office": office.signer.office,
        "signer": office.signer.printed_name,
    }
    return runs.Item(
        receiver=old.receiver,
        data={**kept, **signed, "merit": merit, "decision": decision},
        birth=old.birth,
        unit=old.unit,
        subject=old.subject,
        result=old.result,
        origin=old.origin,
    )
