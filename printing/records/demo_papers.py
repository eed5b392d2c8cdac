"""Issues certificates in the demo register, so that its book, stock and papers can be looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from models import clock
from models.issuing import runs, seal, stock
from models.issuing.numbers import next_number
from models.registers.blanks import IN, BlankMove
from models.registers.issued import IssuedPaper
from models.registers.members import Membership
from models.store.change import change
from printing.certificate import issue
from printing.certificate.designs import design
from printing.records.certificates import person_item
from printing.records.office import office_on

if TYPE_CHECKING:
    from datetime import date

PAPERS: Final = 36
HANDED: Final = 30
BLANKS: Final = "Phôi giấy chứng nhận A4"
DESIGN: Final = "Giấy chứng nhận, khung lễ hội"
CLASS: Final = "Nghiệp vụ lực lượng bảo vệ ANTT ở cơ sở, khóa 2"
RESULTS: Final = ("Giỏi", "Khá", "Khá", "Trung bình")


def issue_demo_papers() -> None:
    """Issue the certificates of one class, void one, give it again, hand most of them over.

    Raises:
        WorldError: the disk failed; the changes before stand.
    """
    people = _people()
    if not people:
        return
    day = clock.today() - timedelta(days=6)
    with change(f"Nhập 200 tờ {BLANKS.lower()}") as work:
        move = BlankMove(kind=BLANKS, move=IN, day=day - timedelta(days=9), sheets=200)
        work.save(move)
    seal.make_key()
    papers = _issue([_item(one, at, day) for at, one in enumerate(people)], day)
    runs.void(papers[4], "In sai năm sinh")
    _issue([_again(papers[4])], day, BLANKS)
    runs.hand_over([one for one in papers[:HANDED] if one != papers[4]], "", clock.today())


def _people() -> list[Membership]:
    live = Membership.select().where(Membership.trashed_at.is_null(), Membership.left.is_null())
    return list(live.order_by(Membership.sort_key, Membership.id).limit(PAPERS))


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


def _item(member: Membership, at: int, day: date) -> runs.Item:
    begun, result = day - timedelta(days=4), RESULTS[at % len(RESULTS)]
    merit = (
        "Đã hoàn thành lớp “Nghiệp vụ lực lượng bảo vệ ANTT ở cơ sở”, khóa 2 năm "
        f"{day.year}, từ ngày {begun:%d/%m} đến ngày {begun + timedelta(days=2):%d/%m/%Y}"
    )
    unit = f"{member.role.lower()} {member.team.name}".strip()
    item = person_item(member.person, office_on(day), day, merit, unit=unit)
    return replace(
        item,
        data=item.data | {"result": f"Xếp loại: {result}"},
        unit=member.team.name,
        subject=f"{CLASS} năm {day.year}",
        result=result,
    )


def _again(paper: IssuedPaper) -> runs.Item:
    _run, _sheet, data = runs.printed_data(paper)
    return runs.Item(
        receiver=paper.receiver,
        data={name: text for name, text in data.items() if name not in ("code", "number")},
        birth=paper.birth,
        unit=paper.unit,
        subject=paper.subject,
        result=paper.result,
        person=paper.person.id if paper.person is not None else None,
        reissue_of=paper.id,
    )
