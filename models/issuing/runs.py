"""Print runs: numbers are held when sheets go to the printer, and entered once they came out right.

Held numbers are in the file before the first sheet is printed, so a number on paper is never given
a second time, whatever happens to the program between the printer and the answer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from models import clock
from models.errors import UserError
from models.issuing.class_state import follow
from models.issuing.clock_guard import refuse_early_clock
from models.issuing.numbers import LIVE_PAPER, in_words, next_number
from models.issuing.stock import note_used
from models.registers.issued import (
    ISSUED,
    RESERVED,
    VOID,
    IssuedCopy,
    IssuedPaper,
    PrintRun,
    label_of,
)
from models.roles import Right
from models.store import contents, journal
from models.store.change import change
from models.store.session import require

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from models.store.change import Change

TRASHED_WHY = "Chưa in, trả số lại sổ"
REISSUE_WHY = "reissue_why"
"""Field of a paper's data that says why it is given again; no design draws it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One paper to be issued, in plain data.

    Attributes:
        receiver: to whom, as printed.
        data: field name to text, everything the sheet says; kept as it is.
        person: key of the person's record, where there is one.
        origin: uid of the record it is issued for, such as a trainee's.
        reissue_of: key of the paper it replaces.
    """

    receiver: str
    data: dict[str, str] = field(default_factory=dict)
    birth: str = ""
    unit: str = ""
    subject: str = ""
    result: str = ""
    serial: str = ""
    person: int | None = None
    origin: str = ""
    reissue_of: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What papers are issued together as.

    Attributes:
        first: the first number, as it was shown and drawn.
        template: name, version and body (JSON) of the design they were drawn with.
        blanks: the kind of blank printed on; empty for plain paper.
    """

    book: str
    issued_on: date
    first: int
    signer: str
    template: str
    version: int
    body: str
    blanks: str = ""


def hold(
    order: Order, items: Sequence[Item], pdf: bytes, *, clock_is_right: bool = False
) -> PrintRun:
    """Take the numbers that a look promised, with what is about to be printed under them.

    Args:
        order: what they have in common.
        items: in the order of the sheets and of their numbers.
        pdf: their sheets, a page each.
        clock_is_right: a person confirmed a clock that is behind the last change.

    Raises:
        AccessError: who works now issues no papers.
        UserError: somebody took the numbers meanwhile, or there is nothing to issue.
        ClockBehind: the clock is behind; ask, then say `clock_is_right`.
    """
    require(Right.ISSUE)
    if not items:
        raise UserError("Chưa chọn ai để cấp giấy.")
    if not clock_is_right:
        refuse_early_clock()
    year, last = order.issued_on.year, order.first + len(items) - 1
    numbers = f"{order.first}–{last}" if last > order.first else f"{order.first}"
    title = f"Giữ số {numbers}/{year} để in {len(items)} {order.book.lower()}"
    with change(title, kind="event") as work:
        _refuse_taken(order)
        run = PrintRun(
            name=f"{order.book} {numbers}/{year}",
            template=order.template,
            version=order.version,
            body=order.body,
            words_only=order.blanks,
            pdf_hash=contents.keep(pdf),
        )
        work.save(run)
        papers = [_paper(order, item, order.first + at) for at, item in enumerate(items)]
        work.add_many(papers)
        work.add_many(
            [
                IssuedCopy(paper=paper, run=run, sheet=at, data=_text(item.data))
                for at, (paper, item) in enumerate(zip(papers, items, strict=True), start=1)
            ]
        )
        follow(work, papers)
    return run


def _refuse_taken(order: Order) -> None:
    year = order.issued_on.year
    following = next_number(order.book, year)
    if following != order.first:
        raise UserError(
            f"Số {label_of(order.first, year)} không còn trống. "
            f"Số trống kế tiếp: {label_of(following, year)}. Xem lại rồi in.",
            "first",
            str(order.first),
        )


def _paper(order: Order, item: Item, number: int) -> IssuedPaper:
    year = order.issued_on.year
    return IssuedPaper(
        label=label_of(number, year),
        book=order.book,
        year=year,
        number=number,
        state=RESERVED,
        receiver=item.receiver,
        birth=item.birth,
        unit=item.unit,
        subject=item.subject,
        result=item.result,
        serial=item.serial,
        issued_on=order.issued_on,
        signer=order.signer,
        person=item.person,
        origin=item.origin,
        reissue_of=item.reissue_of,
    )


def _text(data: dict[str, str]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def confirm(run: PrintRun, sheets: Collection[int] | None = None) -> list[IssuedPaper]:
    """Enter the papers whose sheets came out right: all that are held, or those named.

    Args:
        run: as it was held.
        sheets: places in the run, from 1.

    Raises:
        UserError: none of them is held any more.
    """
    require(Right.ISSUE)
    with change(f"Vào sổ cấp: {run.name}", kind="event") as work:
        papers = [paper for sheet, paper in waiting(run) if sheets is None or sheet in sheets]
        if not papers:
            raise UserError("Các giấy này đã vào sổ hoặc đã trả số rồi.")
        for paper in papers:
            paper.state, paper.printed_on = ISSUED, clock.today()
            work.save(paper)
            if paper.reissue_of is not None and paper.reissue_of.state == ISSUED:
                _void(work, paper.reissue_of, _given_again(paper))
        note_used(work, run, len(papers))
        follow(work, papers)
    return papers


def _given_again(paper: IssuedPaper) -> str:
    """Say for what a paper's forerunner is void."""
    why = printed_data(paper)[2].get(REISSUE_WHY, "")
    return f"Cấp lại, số mới {paper.label}{f': {why}' if why else ''}"


def release(run: PrintRun) -> list[str]:
    """Give back the numbers that are still held; those with others behind them become void.

    Returns:
        The labels that had to be kept as void.
    """
    require(Right.ISSUE)
    kept: list[str] = []
    with change(f"Chưa in được, trả số: {run.name}", kind="event") as work:
        for _sheet, paper in reversed(waiting(run)):
            if paper.refuses_trash():
                _void(work, paper, "Giữ số nhưng không in")
                kept.append(paper.label)
            else:
                work.trash(paper, TRASHED_WHY)
    return kept[::-1]


def waiting(run: PrintRun) -> list[tuple[int, IssuedPaper]]:
    """Return the papers of a run that are held and not entered, with their places in it."""
    copies: Any = (
        IssuedCopy.select(IssuedCopy, IssuedPaper)
        .join(IssuedPaper)
        .where(IssuedCopy.run == run.id, IssuedPaper.state == RESERVED, LIVE_PAPER)
        .order_by(IssuedCopy.sheet)
    )
    return [(copy.sheet, copy.paper) for copy in copies]


def open_runs() -> list[PrintRun]:
    """Return the runs that wait for an answer, the oldest first."""
    held = (
        IssuedCopy.select(IssuedCopy.run)
        .join(IssuedPaper)
        .where(IssuedPaper.state == RESERVED, LIVE_PAPER)
    )
    return list(PrintRun.select().where(PrintRun.id.in_(held)).order_by(PrintRun.id))


def tell_leaving(run: PrintRun, where: str) -> None:
    """Tell in the history that the sheets of a run leave the program; called before they do.

    Args:
        run: whose sheets are printed or written to a file.
        where: as it ends the sentence: "ở máy in Canon, 3 trang".

    Raises:
        WorldError: the disk failed; the sheets must stay.
    """
    journal.tell(journal.Act.PRINT, f"In {run.name} ({len(waiting(run))} giấy) {where}")


def tell_further(paper: IssuedPaper, where: str) -> None:
    """Tell in the history that a sheet leaves the program once more; as `tell_leaving`."""
    journal.tell(journal.Act.PRINT, f"In lại {paper.book.lower()} số {paper.label} {where}")


def tell_test(book: str, receiver: str, where: str) -> None:
    """Tell in the history that a test sheet leaves the program; as `tell_leaving`."""
    journal.tell(journal.Act.PRINT, f"In thử {book.lower()} của {receiver} {where}")


def void(paper: IssuedPaper, reason: str) -> None:
    """Declare a paper void; its number stays in the book.

    Raises:
        UserError: no reason is given, or it is void already.
    """
    require(Right.ISSUE)
    if not reason.strip():
        raise UserError("Chưa nhập lý do hủy.", "void_reason")
    with change(f"Hủy {paper.book.lower()} số {paper.label}", kind="event") as work:
        _void(work, paper, reason.strip())
        follow(work, [paper])


def _void(work: Change, paper: IssuedPaper, reason: str) -> None:
    theirs = IssuedPaper.get_by_id(paper.id)
    if theirs.state == VOID:
        raise UserError(f"Số {theirs.label} đã hủy rồi: {theirs.void_reason}.")
    theirs.state, theirs.void_reason, theirs.voided_on = VOID, reason, clock.today()
    work.save(theirs)


def hand_over(papers: Sequence[IssuedPaper], to: str, on: date) -> None:
    """Note who took papers and when; without a name each was taken by its receiver.

    Raises:
        UserError: one of them is not issued, or the day is before that of issue.
    """
    require(Right.ISSUE)
    names = in_words(sorted(paper.number or 0 for paper in papers))
    with change(f"Trao {len(papers)} giấy, số {names}") as work:
        for paper in papers:
            theirs = IssuedPaper.get_by_id(paper.id)
            if theirs.state != ISSUED:
                raise UserError(f"Số {theirs.label}: {theirs.state.lower()}, chưa trao được.")
            if theirs.issued_on is not None and on < theirs.issued_on:
                raise UserError(
                    f"Ngày nhận {on:%d/%m/%Y} trước ngày cấp {theirs.issued_on:%d/%m/%Y}.",
                    "handed_on",
                )
            theirs.handed_to, theirs.handed_on = to.strip() or theirs.receiver, on
            work.save(theirs)


def printed_data(paper: IssuedPaper) -> tuple[PrintRun, int, dict[str, str]]:
    """Return the run of a paper, its page there from 1, and what its sheet says."""
    copy: Any = IssuedCopy.get(IssuedCopy.paper == paper.id)
    return copy.run, copy.sheet, json.loads(copy.data)
