"""Prints every document of the catalogue, so that each can be looked at with real records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.figures.counts import members_by_team, teams_by_scheme
from models.registers.classes import CLASSES, TrainingClass
from models.registers.issued import ISSUED, ISSUED_PAPERS, IssuedPaper
from models.registers.members import MEMBERS
from models.registers.reviews import REVIEWS, Review
from models.registers.schemes import SCHEMES, Scheme
from models.registers.teams import TEAMS, Team
from models.registers.trainees import TRAINEES, trainees_of
from models.rules.rating_year import is_of_force
from models.rules.standing import team_stands_on
from models.store.folder import replace_file
from models.store.world import world
from models.text import fold
from printing.catalogue import Document, Needs, all_documents, render, render_word
from printing.content import Letter
from printing.records.build import build
from printing.records.people import serving
from printing.records.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from models.record import Record

LIST_MARK = "DS"
"""Begins the name of a file that holds the list of a register, which has no form number."""


def print_everything(
    folder: Path, progress: Callable[[int, int, str], None] | None = None
) -> list[Path]:
    """Print every document of the open register into a folder, as PDF and, where it can be, Word.

    A document made of one record takes a telling one, and is left blank where there is none.

    Args:
        folder: made when it is not there; files of the same names are replaced.
        progress: called once a document with done, total and words; may raise Cancelled.

    Raises:
        WorldError: the folder cannot be written.
    """
    documents = all_documents()
    written: list[Path] = []
    with world("in ra thư mục"):
        folder.mkdir(parents=True, exist_ok=True)
    for place, document in enumerate(documents):
        if progress is not None:
            progress(place, len(documents), document.title)
        for ending, content in _files(document):
            path = folder / f"{file_name(document)}.{ending}"
            with world("in ra thư mục"):
                replace_file(path, content)
            written.append(path)
    return written


def file_name(document: Document[Any]) -> str:
    """Return the name of a document's file without ending: F03-danh-sach-thanh-vien-to."""
    return f"{document.form or LIST_MARK}-{fold(document.title).replace(' ', '-')}"


def _files(document: Document[Any]) -> list[tuple[str, bytes]]:
    sheet = build(document, telling(document))
    files = [("pdf", render(sheet))]
    return [*files, ("docx", render_word(sheet))] if isinstance(sheet, Letter) else files


def telling(document: Document[Any]) -> Wanted:
    """Return what shows a document best: everything, or the record that has most to tell."""
    wanted = Wanted()
    if document.needs is not Needs.RECORD:
        return wanted
    record = _telling_record(document, wanted.day)
    return replace(wanted, records=(record,)) if record is not None else Wanted(blank=True)


def _telling_record(document: Document[Any], day: date) -> Record | None:
    of_force = document.id in ("team-decision", "self-rating")
    choices: dict[str, Callable[[], Record | None]] = {
        SCHEMES.name: lambda: _fullest(Scheme, teams_by_scheme(day)),
        TEAMS.name: lambda: _fullest_team(day, of_force=of_force),
        MEMBERS.name: lambda: _last_member(day),
        REVIEWS.name: _last_review,
        CLASSES.name: lambda: _fullest_class(day),
        TRAINEES.name: lambda: _first_trainee(day),
        ISSUED_PAPERS.name: _first_issued,
    }
    chosen = choices.get(document.register)
    return chosen() if chosen else None


def _last_member(day: date) -> Record | None:
    team = _fullest_team(day, of_force=True)
    return next(reversed(serving(team, day)), None) if team else None


def _last_review() -> Record | None:
    last = Review.select().where(Review.trashed_at.is_null(), Review.member.is_null())
    found: Record | None = last.order_by(Review.year.desc(), Review.team, Review.id).first()
    return found


def _first_trainee(day: date) -> Record | None:
    training = _fullest_class(day)
    return next(iter(trainees_of(training.id)), None) if training else None


def _fullest_class(day: date) -> TrainingClass | None:
    """Return the class of most trainees that is over."""
    live = TrainingClass.select().where(TrainingClass.trashed_at.is_null())
    over = [one for one in live.order_by(TrainingClass.id) if (one.last_day or day) < day]
    return max(over, key=lambda one: one.enrolled or 0, default=None)


def _first_issued() -> Record | None:
    issued = IssuedPaper.select().where(IssuedPaper.state == ISSUED)
    found: Record | None = issued.order_by(IssuedPaper.id).first()
    return found


def _fullest(model: type[Scheme | Team], counts: dict[int, int]) -> Record | None:
    """Return the record with the highest count; of equals the first entered."""
    live = model.select().where(model.trashed_at.is_null()).order_by(model.id)
    return max(live, key=lambda record: counts.get(record.id, 0), default=None)


def _fullest_team(day: date, *, of_force: bool) -> Team | None:
    """Return the team with most members, one of the force where a form is meant for it."""
    counts = members_by_team(day)
    teams = list(Team.select().where(team_stands_on(day)).order_by(Team.id))
    fitting = [team for team in teams if is_of_force(team)] if of_force else []
    return max(fitting or teams, key=lambda team: counts.get(team.id, 0), default=None)
