"""Issues certificates in the demo register, so that its book, stock and papers can be looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from models import clock
from models.issuing import runs, seal, stock
from models.issuing.numbers import next_number
from models.registers.blanks import IN, BlankMove
from models.registers.issued import IssuedPaper
from models.registers.members import Membership
from models.store.change import change
from printing.blocks import place_and_date
from printing.certificate import issue
from printing.certificate.designs import design
from printing.records.office import office_on

if TYPE_CHECKING:
    from datetime import date

    from printing.documents.office import OfficeData

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
    with clock.stopped_at(clock.now() - timedelta(minutes=50)):
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
    person, office = member.person, office_on(day)
    born = person.birth_date.shown if person.birth_date else ""
    result = RESULTS[at % len(RESULTS)]
    return runs.Item(
        receiver=person.full_name,
        data=_words(member, office, day) | {"result": f"Xếp loại: {result}"},
        birth=born,
        unit=member.team.name,
        subject=f"{CLASS} năm {day.year}",
        result=result,
        person=person.id,
    )


def _words(member: Membership, office: OfficeData, day: date) -> dict[str, str]:
    person = member.person
    lead = {"Nữ": "bà", "Nam": "ông"}.get(person.sex, "ông (bà)")
    born = f"Sinh {_born(person.birth_date.shown)}, " if person.birth_date else ""
    begun = day - timedelta(days=4)
    return {
        "issuer": f"TRƯỞNG {office.agency_line}",
        "lead": f"Chứng nhận {lead}",
        "name": person.full_name,
        "who": f"{born}{member.role.lower()} {member.team.name}".strip(),
        "merit": (
            "Đã hoàn thành lớp “Nghiệp vụ lực lượng bảo vệ ANTT ở cơ sở”, khóa 2 năm "
            f"{day.year}, từ ngày {begun:%d/%m} đến ngày {begun + timedelta(days=2):%d/%m/%Y}"
        ),
        "place_date": place_and_date(office.place, day),
        "office": office.signer.office,
        "signer": office.signer.printed_name,
    }


def _born(shown: str) -> str:
    return f"ngày {shown}" if shown.count("/") == 2 else f"năm {shown[-4:]}"


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
