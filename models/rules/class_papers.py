"""Which paper a class gives to those who pass, by its kind and day.

Until 30 June 2025 a PCCC class gave a certificate of five years (NĐ 136/2020, Điều 33); since
1 July 2025 facilities are asked for the statement of results instead (NĐ 105/2025). The dates and
years are rows of resources/catalogues/class_papers.tsv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import clock
from models.catalogues import Entry, catalogue

if TYPE_CHECKING:
    from datetime import date

NAME = "class_papers"
CERTIFICATE = "Giấy chứng nhận"
NONE = "Không cấp giấy"


def paper_of(kind: str, day: date | None) -> Entry:
    """Return the paper of a kind of class that ends on a day; of an unknown day, today's."""
    on = day or clock.today()
    entries = [entry for entry in catalogue(NAME) if entry.holds_on(on)]
    own = [entry for entry in entries if kind and entry.extra.get("kind") == kind]
    return own[0] if own else next(e for e in entries if not e.extra.get("kind"))


def paper_title(kind: str, day: date | None) -> str:
    """Return what that paper is called."""
    return paper_of(kind, day).word


def papers_on(day: date) -> list[str]:
    """Return the papers that may be given for a class that ends on a day."""
    return catalogue(NAME).words(day)


def valid_to(paper: str, issued: date) -> date | None:
    """Return the last day on which a paper holds; nothing where it holds for good."""
    entry = catalogue(NAME).find(paper)
    years = int(entry.extra.get("years") or 0) if entry else 0
    if not years:
        return None
    try:
        return issued.replace(year=issued.year + years)
    except ValueError:  # 29 February
        return issued.replace(year=issued.year + years, day=28)
