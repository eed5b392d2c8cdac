"""Issues certificates in the demo register, so that its book, stock and papers can be looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from models import clock
from models.issuing import runs, seal, stock
from models.issuing.numbers import next_number
from models.registers.blanks import IN, BlankMove
from models.registers.classes import TrainingClass
from models.store.change import change
from printing.certificate import issue
from printing.certificate.designs import design
from printing.records.certificate_again import item_again
from printing.records.class_certificates import class_merit, due_trainees, trainee_item
from printing.records.office import office_on

if TYPE_CHECKING:
    from datetime import date

    from models.registers.issued import IssuedPaper

CLASS: Final = "ANTT-01/"
"""How the code of the class begins whose trainees hold their papers."""
TO_HAND: Final = 6
BLANKS: Final = "Phôi giấy chứng nhận A4"
DESIGN: Final = "Giấy chứng nhận, khung lễ hội"


def issue_demo_papers() -> None:
    """Issue the certificates of the class, one of them twice, and hand most of them over.

    Raises:
        WorldError: the disk failed; the changes before stand.
    """
    training = TrainingClass.get_or_none(TrainingClass.code.startswith(CLASS))
    if training is None:
        return
    day = clock.today() - timedelta(days=6)
    office, merit = office_on(day), class_merit(training)
    with change(f"Nhập 200 tờ {BLANKS.lower()}") as work:
        move = BlankMove(kind=BLANKS, move=IN, day=day - timedelta(days=9), sheets=200)
        work.save(move)
    seal.make_key()
    items = [trainee_item(one, office, day, merit) for one in due_trainees(training)]
    papers = _issue(items, day)
    wrong = papers[4]
    again = item_again(wrong, office, day, merit, "", why="In sai năm sinh")
    _issue([again], day, BLANKS)
    runs.hand_over([one for one in papers[:-TO_HAND] if one != wrong], "", clock.today())


def _issue(items: list[runs.Item], day: date, blanks: str = "") -> list[IssuedPaper]:
    template = design(DESIGN)
    office = office_on(day)
    first = next_number(template.book, day.year)
    held = issue.hold(
        issue.Issue(template, tuple(items), first, day, office.signer.printed_name, blanks)
    )
    if blanks:
        stock.spoil(held, 1, "Kẹt giấy")
    return runs.confirm(held)
