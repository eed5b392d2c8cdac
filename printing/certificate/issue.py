"""From plain data to sheets that can be issued: numbers and signed codes set, the design kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.issuing import pictures, runs, seal
from models.registers.issued import label_of
from models.store import contents
from printing.certificate.reading import from_json
from printing.certificate.sheets import CertificatePage, Job, Sheet, render_certificates
from printing.certificate.template import Template, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from models.registers.issued import IssuedPaper, PrintRun


@dataclass(frozen=True)
class Issue:
    """Papers about to be issued together.

    Attributes:
        first: their first number, as a look at the book gave it.
        signer: as printed.
        blanks: the kind of blank they are printed on; empty for plain paper.
    """

    template: Template
    items: tuple[runs.Item, ...]
    first: int
    issued_on: date
    signer: str
    blanks: str = ""

    @property
    def labels(self) -> list[str]:
        """Their numbers as on paper."""
        year = self.issued_on.year
        return [label_of(self.first + at, year) for at in range(len(self.items))]


def page_of(issue: Issue, job: Job | None = None) -> CertificatePage:
    """Return the sheets of papers with their numbers and codes; nothing is written to the book.

    The register's key must be there (`seal.make_key`).
    """
    signer = seal.Signer()
    sheets = [
        Sheet(
            {**item.data, "number": label},
            signer.code(
                seal.Facts(issue.template.book, issue.first + at, issue.issued_on), item.receiver
            ),
        )
        for at, (item, label) in enumerate(zip(issue.items, issue.labels, strict=True))
    ]
    wanted = replace(job or Job(), pictures=pictures.office_pictures())
    return CertificatePage(issue.template, sheets, replace(wanted, words_only=bool(issue.blanks)))


def hold(
    issue: Issue,
    *,
    clock_is_right: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
) -> PrintRun:
    """Draw the sheets and take their numbers, in one act of the book.

    What is kept are the sheets as they are meant; the printer's own readings are applied on the
    way to it (`at_printer`), so that another printer can go on with the same run.

    Raises:
        UserError: the numbers are taken, or the clock is behind (`ClockBehind`).
    """
    page = page_of(issue)
    order = runs.Order(
        book=issue.template.book,
        issued_on=issue.issued_on,
        first=issue.first,
        signer=issue.signer,
        template=issue.template.name,
        version=issue.template.version,
        body=_body(issue.template),
        blanks=issue.blanks,
    )
    kept = [
        replace(item, data={**sheet.data, "code": sheet.code})
        for item, sheet in zip(issue.items, page.sheets, strict=True)
    ]
    pdf = render_certificates([page], progress=progress)
    return runs.hold(order, kept, pdf, clock_is_right=clock_is_right)


def _body(template: Template) -> str:
    """What a run keeps of its design: itself, and the pictures of that day by their hashes."""
    return json.dumps(
        {"template": json.loads(to_json(template)), "pictures": pictures.office_hashes()},
        ensure_ascii=False,
        sort_keys=True,
    )


def sheets_again(
    papers: Sequence[IssuedPaper], job: Job | None = None, *, again: bool = True
) -> list[CertificatePage]:
    """Return the sheets of issued papers as they were drawn, marked as further prints.

    Words, design and pictures are those of the day of issue, whatever became of them since.
    """
    found: list[CertificatePage] = []
    for paper in papers:
        run, _sheet, data = runs.printed_data(paper)
        body = json.loads(run.body)
        shown = {name: contents.fetch(mark) for name, mark in body["pictures"].items()}
        wanted = replace(job or Job(), pictures=shown, words_only=bool(run.words_only))
        code = data.pop("code", "")
        template = from_json(json.dumps(body["template"]))
        found.append(CertificatePage(template, (Sheet(data, code, again=again),), wanted))
    return found
