"""Any document of the catalogue made from the open register: the one door to paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from models.errors import UserError
from models.registers import register
from models.registers.issued import ISSUED
from printing.catalogue import Needs, Sheet
from printing.records.activities import activity_data
from printing.records.classes import (
    class_data,
    class_plan_data,
    invitation_data,
    training_year_data,
)
from printing.records.issued import certificate_data, issue_book_data
from printing.records.journal import journal_data
from printing.records.lists import list_data
from printing.records.office import office_on, with_office
from printing.records.plans import covenant_data, plan_data
from printing.records.profile import profile_data
from printing.records.report import report_data
from printing.records.reviews import minutes_data, reviews_data
from printing.records.schemes import scheme_list_data, schemes_data
from printing.records.teams import decision_data, gone_by, member_list_data, rating_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from printing.catalogue import Document
    from printing.records.wanted import Wanted

OF_MANY: Final[dict[str, Callable[[Wanted], Any]]] = {
    "scheme-list": scheme_list_data,
    "scheme-summary": schemes_data,
    "review-summary": reviews_data,
    "activity-log": activity_data,
    "scheme-report": report_data,
    "training-summary": training_year_data,
    "issue-book": issue_book_data,
    "journal": journal_data,
}
OF_ONE: Final[dict[str, Callable[[Any, Wanted], Any]]] = {
    "member-list": member_list_data,
    "profile": profile_data,
    "team-profile": profile_data,
    "team-decision": decision_data,
    "covenant": covenant_data,
    "launch-plan": plan_data,
    "review-minutes": minutes_data,
    "self-rating": rating_data,
    "member-rating": rating_data,
    "class-plan": class_plan_data,
    "trainee-list": class_data,
    "attendance-sheet": class_data,
    "class-results": class_data,
    "class-report": class_data,
    "class-invitation": invitation_data,
    "certificate": certificate_data,
}


def build(document: Document[Any], wanted: Wanted) -> Sheet:
    """Return one sheet of a document: of the first record wanted where it is made of one.

    Raises:
        UserError: no record is wanted of a document that is made of one.
    """
    return build_all(document, wanted)[0]


def build_all(document: Document[Any], wanted: Wanted) -> list[Sheet]:
    """Return the sheets of a document, one a record where it is made of one; for `render_all`.

    Raises:
        UserError: no record is wanted, or none meets the filter.
    """
    if wanted.blank:
        return [document.build(with_office(document.blank(), office_on(wanted.day)))]
    if document.needs is not Needs.RECORD:
        return [document.build(_data_of_many(document, wanted))]
    fill = OF_ONE[document.id]
    return [document.build(fill(record, wanted)) for record in records_printed(document, wanted)]


def _data_of_many(document: Document[Any], wanted: Wanted) -> Any:  # noqa: ANN401 - each form's own
    if document.id in OF_MANY:
        return OF_MANY[document.id](wanted)
    return list_data(wanted.listing_of(register(document.register)))


def records_printed(document: Document[Any], wanted: Wanted) -> list[Any]:
    """Return the records of a document that is made of one, in the order of its sheets.

    Of a list those are left out that it is not for: teams gone by the day, papers not issued.

    Raises:
        UserError: no record is wanted, or none meets the filter.
    """
    of = register(document.register)
    if not wanted.narrowed:
        raise UserError(
            f"“{document.title}” in cho từng {of.model.NOUN}. Chọn {of.model.NOUN} cần in, hoặc in "
            "mẫu trống.",
            "uid",
        )
    records = wanted.records_of(of)
    if document.id == "member-list" and not wanted.records:
        records = [team for team in records if not gone_by(team, wanted.day)]
    if document.id == "certificate" and not wanted.records:
        records = [paper for paper in records if paper.state == ISSUED]
    if not records:
        raise UserError(f"Không có {of.model.NOUN} nào khớp điều kiện đã chọn.", "where")
    return records
