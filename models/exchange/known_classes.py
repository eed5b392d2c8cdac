"""Training classes that lists of trainees are of, with their sittings, trainees and attendance."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from models import clock
from models.errors import UserError
from models.exchange.class_titles import ClassTold, class_kind
from models.exchange.linked import Ambiguous
from models.registers.classes import Session, TrainingClass, sessions_of, state_on
from models.registers.trainees import Attendance, Trainee, marks_of
from models.store.rows import wrong_fields

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from models.exchange.filling import Filling, Undoing
    from models.exchange.known_people import KnownPeople
    from models.exchange.session_headings import SessionTold
    from models.record import Record
    from models.registers.people import Person
    from models.values.partial_date import PartialDate

    Plan = Callable[[Record], None]


class KnownClasses:
    """Classes of the register and of the plan, by name.

    Args:
        filling: completes what lines tell more of a known class.
        undoing: what a row did, to be taken back when it stays out.
        plan: plans to add a record.
        within: key of the class whose page the list was asked for on, which goes before others
            of its name.
    """

    def __init__(
        self, filling: Filling, undoing: Undoing, plan: Plan, within: int | None = None
    ) -> None:
        self._filling = filling
        self._undoing = undoing
        self._plan = plan
        self._within = within
        self._by_name: defaultdict[str, list[TrainingClass]] = defaultdict(list)
        for training in TrainingClass.select().where(TrainingClass.trashed_at.is_null()):
            self._by_name[training.title_key()].append(training)

    def met(self, key: int) -> TrainingClass:
        """Return the one object in memory that stands for a stored class."""
        known = (one for same in self._by_name.values() for one in same)
        return next(training for training in known if training.id == key)

    @property
    def within(self) -> TrainingClass | None:
        """The class whose page the list was asked for on."""
        if self._within is None:
            return None
        known = (one for same in self._by_name.values() for one in same)
        return next((one for one in known if one.id == self._within), None)

    def told(self, told: ClassTold) -> TrainingClass:
        """Return the class that lines tell of, planned where it is not known.

        Raises:
            Ambiguous: several classes of that name, and no day tells which.
            UserError: what is told cannot be stored.
        """
        same = self._by_name[TrainingClass.key_of_title(told.name)]
        exact = [one for one in same if told.started and one.started == told.started]
        near = exact or [one for one in same if _may_be_one(one.started, told.started)]
        near = [one for one in near if one is self.within] or near
        if len(near) > 1:
            many = f"Có {len(near)} lớp tên “{told.name}”"
            message = f"{many}. Ghi thêm ngày khai giảng ở dòng tiêu đề."
            raise Ambiguous(message, TrainingClass.__name__)
        values = told.values()
        if near:
            self._filling.complete(near[0], {k: v for k, v in values.items() if k != "name"})
            return near[0]
        training = TrainingClass(**values, kind=class_kind(told.name), state=_state(told))
        for _, message in wrong_fields(training):
            raise UserError(message, TrainingClass.__name__, told.name)
        self._plan(training)
        same.append(training)
        self._undoing.note(same.pop)
        return training


class KnownSeats:
    """Who sits in which class, at which sittings, as far as the rows need to know."""

    def __init__(self, people: KnownPeople, undoing: Undoing, plan: Plan) -> None:
        self._people = people
        self._undoing = undoing
        self._plan = plan
        self._trainees: dict[object, list[Trainee]] = {}
        self._sessions: dict[object, list[Session]] = {}
        self._marks: dict[tuple[object, object], Attendance] = {}

    def met(self, trainee: Trainee, training: TrainingClass) -> Trainee:
        """Return the one object in memory that stands for a stored trainee of a class."""
        return next(one for one in self._of(training) if one.id == trainee.id)

    def of(self, training: TrainingClass, person: Person) -> Trainee | None:
        """Return a person's seat in a class."""
        wanted = _key(person)
        return next((one for one in self._of(training) if _key(one.person) == wanted), None)

    def are_in(self, training: TrainingClass) -> Callable[[Person], bool]:
        """Return the question whether a known person is in a class."""
        return lambda person: self.of(training, person) is not None

    def next_number(self, training: TrainingClass) -> int:
        """Return the place of one more trainee of a class."""
        return max((one.number or 0 for one in self._of(training)), default=0) + 1

    def add(self, trainee: Trainee) -> None:
        """Count a trainee of the plan among the known."""
        seats = self._of(trainee.training_class)
        seats.append(trainee)
        self._undoing.note(seats.pop)

    def session(self, training: TrainingClass, told: SessionTold) -> Session:
        """Return the sitting a heading stands over, planned where it is not known."""
        day, label = _when(training, told), told.label
        if day is None and not label:
            label = f"Buổi {told.part.lower()}"
        self._of(training)
        known = self._sessions[_key(training)]
        for session in known:
            if _is_meant(session, day, told.part, label):
                return session
        session = Session(
            training_class=training, day=day, part=told.part, label="" if day else label
        )
        self._plan(session)
        known.append(session)
        self._undoing.note(known.pop)
        return session

    def mark(self, trainee: Trainee, session: Session) -> Attendance | None:
        """Return the attendance of a trainee at a sitting, as kept or planned."""
        return self._marks.get((_key(trainee), _key(session)))

    def add_mark(self, attendance: Attendance) -> None:
        """Plan an attendance."""
        key = _key(attendance.trainee), _key(attendance.session)
        self._plan(attendance)
        self._marks[key] = attendance
        self._undoing.note(lambda: self._marks.pop(key))

    def _of(self, training: TrainingClass) -> list[Trainee]:
        key = _key(training)
        if key not in self._trainees:
            self._trainees[key], self._sessions[key] = [], []
            if training.id is not None:
                self._read(training)
        return self._trainees[key]

    def _read(self, training: TrainingClass) -> None:
        of_class = (Trainee.training_class == training.id) & Trainee.trashed_at.is_null()
        found = list(Trainee.select().where(of_class))
        people = self._people.with_keys({trainee.person_id for trainee in found})
        for trainee in found:
            if trainee.person_id in people:
                trainee.__rel__.update(person=people[trainee.person_id], training_class=training)
                self._trainees[training.id].append(trainee)
        self._sessions[training.id] = sessions_of(training.id)
        for place, kept in marks_of(training.id).items():
            self._marks[place] = kept


def _key(record: Any) -> object:  # noqa: ANN401 - any record
    return record.id or ("planned", id(record))


def _may_be_one(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether two days can be one, as far as both are known."""
    if one is None or other is None:
        return True
    shorter, longer = sorted((one.iso, other.iso), key=len)
    return longer.startswith(shorter)


def _state(told: ClassTold) -> str:
    started = told.started.first if told.started else None
    return state_on(started, told.ended.last if told.ended else None, clock.today())


def _when(training: TrainingClass, told: SessionTold) -> date | None:
    """Return the day of a sitting; a day without a year is of the year the class is held in."""
    first = training.started.first if training.started else None
    last = training.ended.last if training.ended else first
    if told.day is None:
        return first if told.part and first is not None and first == last else None
    years = [day.year for day in (first, last) if day] or [clock.today().year]
    days = [day for day in map(told.on, dict.fromkeys(years)) if day is not None]
    inside = [day for day in days if first and last and first <= day <= last]
    return next(iter([*inside, *days]), None)


def _is_meant(session: Session, day: date | None, part: str, label: str) -> bool:
    if day is None:
        return session.day is None and session.label == label
    return session.day == day and session.part == part
