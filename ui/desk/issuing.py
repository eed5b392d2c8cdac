"""Issuing for the window: drafts drawn, numbers held, sheets entered or given back, codes held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models import clock
from models.errors import UserError
from models.issuing import pictures, runs, seal, stock, verifying
from models.issuing.numbers import begin_at, next_number
from models.registers.classes import TrainingClass
from models.registers.issued import ISSUED, RESERVED, IssuedCopy, IssuedPaper, PrintRun
from models.registers.people import PEOPLE, Person
from models.registers.trainees import Trainee
from models.rules.passing import share_in_words
from models.scores import show_score
from models.store.query import Listing, Reader
from ui.source import Option, Warn
from ui.source.issuing import Checked, ClassDue, Look, RunFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from models.issuing.runs import Item
    from printing.certificate.issue import Issue
    from printing.documents.office import OfficeData
    from ui.source.issuing import Draft
    from ui.source.papers import Tell

MOST_CHOICES = 60
TEST = "IN THỬ"
"""Stands where a number would on a sheet that is only a test."""


class OfficeIssuing:
    """Issues papers of the open register."""

    def open_runs(self) -> Sequence[RunFacts]:
        """Return the runs that wait for an answer."""
        return [_facts(run) for run in runs.open_runs()]

    def run_of(self, paper: int) -> RunFacts | None:
        """Return the run a held paper is in; nothing once it was answered."""
        copy = IssuedCopy.get_or_none(IssuedCopy.paper == paper)
        return _facts(copy.run) if copy is not None and runs.waiting(copy.run) else None

    def pages(self, run: int, tell: Tell) -> bytes:
        """Return the sheets of a run that are not entered yet, as they were drawn."""
        from printing.certificate.issue import sheets_again
        from printing.certificate.sheets import render_certificates

        papers = [paper for _sheet, paper in runs.waiting(_run(run))]
        if not papers:
            raise UserError("Đợt in này đã vào sổ hết hoặc đã trả số.")
        return render_certificates(sheets_again(papers, again=False), progress=tell)

    def leaving(self, run: int, where: str) -> None:
        """Tell in the history that sheets of a run go to a printer or into a file."""
        runs.tell_leaving(_run(run), where)

    def confirm(self, run: int, places: Sequence[int], spoilt: int) -> str:
        """Enter sheets by their places among those waiting, from 0; book the spoilt ones."""
        held = _run(run)
        waiting = runs.waiting(held)
        wanted = {waiting[place][0] for place in places}
        entered = runs.confirm(held, wanted) if wanted else []
        if spoilt:
            stock.spoil(held, spoilt)
        rest = len(waiting) - len(entered)
        bad = f" Đã ghi {spoilt} tờ hỏng." if spoilt else ""
        left = f" Còn {rest} giấy chờ in." if rest else ""
        return f"Đã vào sổ cấp {len(entered)} giấy.{bad}{left}"

    def release(self, run: int) -> str:
        """Give back the numbers that were not printed; tell what became of them."""
        kept = runs.release(_run(run))
        if kept:
            return f"Đã trả số chưa in. Số đã hủy vì sau đó có số khác: {', '.join(kept)}."
        return "Đã trả các số chưa in lại sổ."

    def hand_over(self, paper: int) -> str:
        """Note that a paper was taken by its receiver today; can be undone."""
        found = IssuedPaper.get_by_id(paper)
        runs.hand_over([found], "", clock.today())
        return f"Đã ghi {found.receiver} nhận giấy số {found.label} hôm nay."

    def designs(self) -> Sequence[str]:
        """Return the designs there are."""
        from printing.certificate.designs import designs

        return [one.name for one in designs()]

    def blanks(self) -> Sequence[tuple[str, int]]:
        """Return the kinds of blanks with how many sheets are left."""
        return list(stock.left().items())

    def next_number(self, design: str, day: date) -> int:
        """Return the number that would come next."""
        from printing.certificate.designs import design as find

        return next_number(find(design).book, day.year)

    def people(self, words: str) -> Sequence[Option]:
        """Return people found by words."""
        rows = Reader(Listing(PEOPLE, words)).rows(
            [Person.full_name, Person.birth_date, Person.area], 0, MOST_CHOICES
        )
        return [Option(key, name, " · ".join(filter(None, rest))) for key, name, *rest in rows]

    def class_due(self, training: int) -> ClassDue:
        """Return who of a class is due a paper.

        Raises:
            UserError: nobody is.
        """
        due = self.class_papers(training)
        if not due.trainees:
            raise UserError(
                f"{due.name}: chưa ai đạt mà chưa có giấy. Ghi điểm danh, kết quả trước."
            )
        return due

    def class_papers(self, training: int) -> ClassDue:
        """Return who of a class is due a paper, nobody perhaps."""
        from printing.records.class_certificates import class_merit, due_trainees
        from printing.records.words import decision_words

        found = TrainingClass.get_by_id(training)
        due = due_trainees(found)
        decided = decision_words(found.decision_number, found.decision_date)
        passed = found.passed or 0
        return ClassDue(
            training,
            found.name,
            tuple(one.id for one in due),
            class_merit(found),
            f"Quyết định {decided}" if decided else "",
            (found.enrolled or 0) - passed,
            passed - len(due),
            tuple(Option(one.id, one.title, one.unit) for one in due),
            _rule(found),
        )

    def picture(self, draft: Draft, *, test: bool) -> bytes:
        """Draw a draft as it is, or as a test sheet that nobody takes for a paper."""
        from printing.certificate.issue import page_of
        from printing.certificate.sheets import Sheet, render_certificates

        seal.make_key()
        page = page_of(_issue(draft))
        if test:
            sheets = [Sheet({**one.data, "number": TEST}) for one in page.sheets]
            page = replace(page, sheets=sheets)
        return render_certificates([page])

    def leaving_test(self, draft: Draft, where: str) -> None:
        """Tell in the history that a test sheet goes to a printer or into a file."""
        issue = _issue(draft)
        runs.tell_test(issue.template.book, issue.items[0].receiver, where)

    def look(self, draft: Draft, tell: Tell) -> Look:
        """Draw a draft; no number is taken."""
        from printing.certificate.checking import flaws
        from printing.certificate.issue import page_of
        from printing.certificate.sheets import render_certificates

        seal.make_key()
        page = page_of(_issue(draft))
        found = flaws(page)
        scan = pictures.scan_of(page.template.name) if page.job.words_only else b""
        shown = replace(page, job=replace(page.job, preview=True, scan=scan))
        return Look(
            render_certificates([shown], progress=tell),
            tuple(flaw.message for flaw in found),
            any(flaw.stops for flaw in found),
        )

    def hold(self, draft: Draft, tell: Tell, *, clock_is_right: bool) -> RunFacts:
        """Take the numbers of a draft, with its sheets."""
        from printing.certificate.issue import hold

        seal.make_key()
        issue = _issue(draft)
        begin_at(issue.template.book, draft.day.year, draft.first)
        return _facts(hold(issue, clock_is_right=clock_is_right, progress=tell))

    def verify(self, code: str, name: str, key: str) -> Checked:
        """Hold a code against a name."""
        found = verifying.examine(code, name, key)
        return Checked(found.sentence, found.good)


def _rule(training: TrainingClass) -> str:
    """Say what a class asks of its trainees: so many of its sittings, such a score."""
    told = []
    share = share_in_words(training.least_share, training.sessions)
    if share:
        told.append(share)
    if training.least_score is not None:
        told.append(f"{show_score(training.least_score)} điểm")
    return ", ".join(told)


def _run(key: int) -> PrintRun:
    return PrintRun.get_by_id(key)


def _facts(run: PrintRun) -> RunFacts:
    return RunFacts(run.id, run.name, len(runs.waiting(run)), run.template, run.words_only)


def _issue(draft: Draft) -> Issue:
    from printing.certificate.designs import design
    from printing.certificate.issue import Issue
    from printing.records.office import office_on

    office = office_on(draft.day)
    items, signer = tuple(_items(draft, office)), office.signer.printed_name
    return Issue(design(draft.design), items, draft.first, draft.day, signer, draft.blanks)


def _items(draft: Draft, office: OfficeData) -> Iterator[Item]:
    """Yield the papers of a draft in the order of their numbers."""
    from printing.records.certificate_again import item_again
    from printing.records.certificates import person_item
    from printing.records.class_certificates import trainee_item

    words = office, draft.day, draft.merit, draft.decision
    if draft.reissue_of:
        yield item_again(IssuedPaper.get_by_id(draft.reissue_of), *words, why=draft.why)
        return
    if draft.training:
        trainees = {one.id: one for one in Trainee.select().where(Trainee.id.in_(draft.people))}
        yield from (trainee_item(trainees[key], *words) for key in draft.people if key in trainees)
        return
    people = {one.id: one for one in Person.select().where(Person.id.in_(draft.people))}
    yield from (person_item(people[key], *words) for key in draft.people if key in people)


def paper_warnings(paper: IssuedPaper) -> tuple[Warn, ...]:
    """Return what waits to be done with a number of the book."""
    if paper.state == RESERVED:
        words = "In ra giấy rồi cho biết tờ nào đúng, tờ nào hỏng."
        return (Warn("Đang giữ chỗ, chưa vào sổ cấp", words, "blue", "printer-outline",
                     "In tiếp", "run"),)  # fmt: skip
    if paper.state == ISSUED and paper.handed_on is None:
        words = f"Bấm khi {paper.receiver} đã ký nhận."
        return (Warn("Chưa trao giấy", words, "orange", "clock-outline", "Đã trao", "hand_over"),)
    return ()
