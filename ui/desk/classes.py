"""Training classes behind their page: read whole, marks and results kept as they are typed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from models.catalogues import catalogue
from models.errors import UserError
from models.record import parts
from models.registers.classes import CLASSES, Session, TrainingClass, sessions_of
from models.registers.issued import VOID, IssuedPaper
from models.registers.people import PEOPLE, Person
from models.registers.trainees import (
    MARKS,
    Attendance,
    Trainee,
    letter_of,
    marks_of,
    trainees_of,
)
from models.rules.passing import PASSED, grade_of, share_in_words
from models.scores import show_score
from models.store.change import change
from models.store.query import Listing, Reader
from ui.desk.details import RegisterDetails
from ui.desk.fields import OFFERED
from ui.source import Option
from ui.source.classes import WHOLE_DAY, ClassSheet, Given, Seat, Sitting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.store.change import Change
    from ui.source.classes import Cell

CHUNK, NOT_GIVEN = 500, "Chưa cấp"
WORD_OF = {letter_of(word): word for word in MARKS} | {"": ""}


class ClassDesk:
    """Reads and changes the classes of the open register."""

    def __init__(self) -> None:
        self._details = RegisterDetails(CLASSES)

    def load(self, identity: int) -> ClassSheet | None:
        """Return a class with its sheet, or nothing when it is gone."""
        training = _live(identity)
        detail = self._details.detail(identity)
        if training is None or detail is None:
            return None
        marks = marks_of(identity)
        return ClassSheet(
            identity,
            training.name,
            training.state,
            _facts(training),
            tuple(
                _sitting(place, session)
                for place, session in enumerate(sessions_of(identity), start=1)
            ),
            tuple(map(_seat, trainees_of(identity))),
            {cell: letter_of(one.mark) for cell, one in marks.items() if one.mark},
            training.least_share or 0,
            share_in_words(training.least_share, training.sessions),
            tuple(catalogue("grades").words()),
            detail,
            _papers(identity),
        )

    def put_marks(self, identity: int, marks: Mapping[Cell, str]) -> None:
        """Keep marks, those of one sitting as one change that goes on while it is marked."""
        training = TrainingClass.get_by_id(identity)
        of_sitting: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for (trainee, sitting), letter in marks.items():
            of_sitting[sitting][trainee] = WORD_OF[letter]
        for sitting, words in of_sitting.items():
            session = Session.get_by_id(sitting)
            title = f"Điểm danh {_inside(session.title)}, {training.in_sentence}"
            with change(title, goes_on=True) as work:
                _mark(work, session, words)

    def put_results(self, identity: int, results: Mapping[int, tuple[str, str]]) -> None:
        """Keep scores and grades as one change that goes on while they are typed."""
        training = TrainingClass.get_by_id(identity)
        with change(f"Ghi kết quả {training.in_sentence}", goes_on=True) as work:
            for key, (score, grade) in results.items():
                trainee = Trainee.get_by_id(key)
                trainee.score = Trainee.score.parse(score)
                trainee.grade = Trainee.grade.parse(grade)
                work.save(trainee)

    def read_score(self, text: str) -> str:
        """Return a typed score as it is shown.

        Raises:
            UserError: not a score of 0 to 10 with one decimal.
        """
        return show_score(Trainee.score.parse(text))

    def grade_of(self, score: str) -> str:
        """Return the grade that a shown score means."""
        return grade_of(Trainee.score.parse(score))

    def find_people(self, words: str) -> Sequence[Option]:
        """Return the first people who match what is typed."""
        ids = Reader(Listing(PEOPLE, words)).ids(0, OFFERED)
        found = {person.id: person for person in Person.select().where(Person.id.in_(ids))}
        return [Option(key, found[key].full_name, _told(found[key])) for key in ids if key in found]

    def add_person(self, identity: int, person: int) -> str:
        """Seat a person behind the others.

        Raises:
            UserError: the person sits in the class already.
        """
        training, known = TrainingClass.get_by_id(identity), Person.get_by_id(person)
        seats = trainees_of(identity)
        numbered = all(seat.number is not None for seat in seats)
        last = max((seat.number or 0 for seat in seats), default=0)
        number = last + 1 if numbered else None
        unit = known.area.name if known.area is not None else ""
        seat = Trainee(training_class=training, person=known, number=number, unit=unit)
        with change(f"Thêm {known.full_name} vào {training.in_sentence}") as work:
            work.save(seat)
        return f"Đã thêm {known.full_name}."

    def remove(self, seats: Sequence[int]) -> str:
        """Take trainees out of their class.

        Raises:
            UserError: they are gone already.
        """
        live = Trainee.id.in_(list(seats)) & Trainee.trashed_at.is_null()
        trainees = list(Trainee.select().where(live))
        if not trainees:
            raise UserError("Không còn gì để xóa.")
        name = trainees[0].title if len(trainees) == 1 else f"{len(trainees)} học viên"
        with change(f"Xóa {name} khỏi {trainees[0].training_class.in_sentence}") as work:
            for trainee in trainees:
                work.trash(trainee)
        return f"Đã xóa {name}."

    def add_sitting(self, identity: int, day: str, part: str) -> str:
        """Add a sitting.

        Raises:
            UserError: no day, or the class has that sitting already.
        """
        training, when = TrainingClass.get_by_id(identity), Session.day.parse(day)
        if when is None:
            raise UserError("Chưa nhập ngày của buổi học. Nhập dd/mm/yyyy.", "day")
        of_day = "" if part == WHOLE_DAY else part
        session = Session(training_class=training, day=when, part=of_day)
        if any((one.day, one.part) == (when, of_day) for one in sessions_of(identity)):
            raise UserError(f"Lớp đã có {_inside(session.title)}.", "day", day)
        with change(f"Thêm {_inside(session.title)}, {training.in_sentence}") as work:
            work.save(session)
        return f"Đã thêm {_inside(session.title)}."

    def remove_sitting(self, sitting: int) -> str:
        """Take a sitting away with its marks."""
        session = Session.get_by_id(sitting)
        with change(f"Xóa {_inside(session.title)}, {session.training_class.in_sentence}") as work:
            work.trash(session)
        return f"Đã xóa {_inside(session.title)}."


def _papers(identity: int) -> tuple[Given, ...]:
    """Return the papers of those who passed or hold one, in the order of the class's sheets."""
    seats = trainees_of(identity)
    live = IssuedPaper.trashed_at.is_null() & (IssuedPaper.state != VOID)
    found: dict[str, IssuedPaper] = {}
    for part in parts([seat.uid for seat in seats], CHUNK):
        for paper in IssuedPaper.select().where(live, IssuedPaper.origin.in_(part)):
            found[paper.origin] = paper
    return tuple(
        _given(seat, found.get(seat.uid))
        for seat in seats
        if seat.result == PASSED or seat.uid in found
    )


def _given(seat: Trainee, paper: IssuedPaper | None) -> Given:
    told = (seat.title, seat.unit, seat.grade or seat.result)
    if paper is None:
        return Given(0, ("", *told, "", NOT_GIVEN, ""))
    issued, handed = (
        f"{day:%d/%m/%Y}" if day else "" for day in (paper.issued_on, paper.handed_on)
    )
    return Given(paper.id, (paper.label, *told, issued, paper.state, handed))


def _live(identity: int) -> TrainingClass | None:
    wanted = (TrainingClass.id == identity) & TrainingClass.trashed_at.is_null()
    found: TrainingClass | None = TrainingClass.get_or_none(wanted)
    return found


def _mark(work: Change, session: Session, words: Mapping[int, str]) -> None:
    """Keep one sitting's marks; a mark taken back before is brought back rather than doubled."""
    kept: dict[int, Any] = {}
    query = Attendance.select().where(
        Attendance.session == session.id, Attendance.trainee.in_(list(words))
    )
    for one in query.order_by(Attendance.trashed_at.is_null()):
        kept[one.trainee_id] = one
    new = []
    for trainee, word in words.items():
        known = kept.get(trainee)
        if known is None and word:
            new.append(Attendance(trainee=trainee, session=session.id, mark=word))
        elif known is not None:
            if known.trashed_at is not None and word:
                work.restore(known)
                known = Attendance.get_by_id(known.id)
            if known.trashed_at is None and known.mark != word:
                known.mark = word
                work.save(known)
    work.add_many(new)


def _facts(training: TrainingClass) -> tuple[tuple[str, str], ...]:
    """Say when, where and under whom a class is held."""
    started, ended = training.started, training.ended
    if started and ended and started != ended:
        when = _span(started.shown, ended.shown)
    else:
        known = started or ended
        when = known.shown if known else ""
    if training.sessions:
        when = " · ".join(filter(None, (when, f"{training.sessions} buổi")))
    found = (
        ("calendar-blank-outline", when),
        ("map-marker-outline", training.place),
        ("account-tie-outline", training.head_teacher),
    )
    return tuple(fact for fact in found if fact[1])


def _span(first: str, last: str) -> str:
    """Write two days of one month as 12–14/11/2026."""
    if len(first) == len(last) == 10 and first[3:] == last[3:]:
        return f"{first[:2]}–{last}"
    return f"{first} – {last}"


def _sitting(place: int, session: Session) -> Sitting:
    day = f"{session.day:%d/%m}" if session.day else ""
    under = " ".join(filter(None, (day, session.part.lower()))) or session.label
    return Sitting(session.id, f"Buổi {place}", under, session.title)


def _seat(trainee: Trainee) -> Seat:
    person = trainee.person
    return Seat(
        trainee.id,
        person.full_name,
        trainee.unit,
        person.birth_date.shown if person.birth_date else "",
        show_score(trainee.score),
        trainee.grade,
        trainee.result,
        trainee.reason,
        "" if trainee.share is None else f"{trainee.share}%",
    )


def _told(person: Person) -> str:
    """Return what tells two people of one name apart."""
    born = str(person.birth_date.year) if person.birth_date else ""
    area = person.area.name if person.area is not None else ""
    return " · ".join(part for part in (born, area) if part)


def _inside(title: str) -> str:
    """Write a title as it stands inside a sentence."""
    return f"{title[:1].lower()}{title[1:]}"
