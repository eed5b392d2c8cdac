"""Plans rows of people in a class: attendance, score, grade; titles tell the class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models import clock
from models.exchange import places
from models.exchange.class_titles import ClassTold, class_kind, class_told
from models.exchange.draft import NAME, ROLE
from models.exchange.known_classes import KnownClasses, KnownSeats
from models.exchange.meanings import RESULT
from models.exchange.person_rows import PersonPlanner
from models.exchange.plan import State
from models.exchange.planner import Planner
from models.register import field_id
from models.registers.areas import Area
from models.registers.classes import CLOSED, TrainingClass, state_on
from models.registers.trainees import Attendance, Trainee
from models.rules.passing import grade_of

if TYPE_CHECKING:
    from models.exchange.draft import Draft
    from models.exchange.plan import Plan
    from models.registers.people import Person

CLASS = field_id(Trainee.training_class)
UNIT = field_id(Trainee.unit)
_OWN = [fact.name for fact in Trainee.facts() if not fact.derived]


class ClassPlanner(Planner):
    """Lists of classes: the kind stands in the name, the state follows from the days."""

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:
        """Take the kind from the name and the state from the days."""
        started, ended = values.get("started"), values.get("ended")
        state = state_on(
            started.first if started else None, ended.last if ended else None, clock.today()
        )
        known = started is not None or ended is not None
        return {"kind": class_kind(values.get("name", "")), "state": state if known else CLOSED}


class TraineePlanner(PersonPlanner):
    """One row is one trainee; the class, its sittings and people not known are planned with it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.classes = KnownClasses(self.filling, self.undoing, self.plan_new, plan.within)
        self.seats = KnownSeats(self.people, self.undoing, self.plan_new)
        self._told: dict[int, ClassTold] = {}
        self._opened: set[tuple[int, int]] = set()
        self._elsewhere: set[int] = set()

    def plan_row(self, draft: Draft) -> None:
        """Plan the person, then the seat in the class, then the attendance."""
        known = self.known.of_identity(draft)
        training = self._class(draft, known)
        if NAME not in draft.values and known is None:
            draft.refuse("Chưa có họ và tên.", NAME)
        if training is None:
            draft.refuse("Chưa có lớp. Ghi “Lớp …” ở dòng tiêu đề hoặc ở cột Lớp.", CLASS)
        if draft.row.stays_out or training is None:
            return
        if known is not None:
            known = self.seats.met(known, training)
        met = known.person if known is not None else None
        person = self.person_of(draft, met, self.seats.are_in(training))
        if person is None:
            return
        self._tell_elsewhere(draft, training)
        self._open_sittings(draft, training)
        values = self._values(draft, training, person)
        trainee = known or self.seats.of(training, person)
        if trainee is None:
            self.add(draft, values)
            return
        meant = grade_of(values.get("score"))
        if meant and not trainee.grade:
            values.setdefault("grade", meant)
        self.change(draft, trainee, values)

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:
        """Seat a new trainee behind the others; the score tells a grade that the row does not."""
        number = self.seats.next_number(values["training_class"])
        return {"number": number, "grade": grade_of(values.get("score"))}

    def after(self, draft: Draft, record: Trainee) -> None:
        """Plan the attendance; count a person or a mark changed as a row updated."""
        if (
            draft.row.state is State.NEW
            and self.seats.of(record.training_class, record.person) is None
        ):
            self.seats.add(record)
        changed = self._attend(draft, record) or self.person_changed
        if draft.row.state is State.SAME and changed:
            draft.row.state = State.UPDATED

    def area_around(self, draft: Draft) -> Any:  # noqa: ANN401
        """Return where a trainee lives: the known area that the unit names, too."""
        found = places.area_inside(draft.values.get(UNIT, ""))
        known = self.linked.titled(Area, found[1]) if found else []
        return known[0] if known else super().area_around(draft)

    def _class(self, draft: Draft, known: Trainee | None) -> TrainingClass | None:
        """Return the class of a row.

        That is the one of its identity, of its own cell, its section or the titles, else the one
        on whose page the list was asked for.
        """
        text = draft.values.get(CLASS, "")
        if known is not None and (not text or same_title(known.training_class, text)):
            return self.classes.met(known.training_class_id)
        if text:
            return self.classes.told(ClassTold(name=text))
        layout = draft.row.layout
        for caption in reversed(draft.row.captions):
            told = class_told([caption])
            if told.name:
                return self.classes.told(told)
        if id(layout) not in self._told:
            self._told[id(layout)] = class_told(layout.titles, layout.sheet)
        told = self._told[id(layout)]
        return self.classes.told(told) if told.name else self.classes.within

    def _tell_elsewhere(self, draft: Draft, training: TrainingClass) -> None:
        """Say once that rows name a class other than the one they were asked for in."""
        asked = self.classes.within
        key = id(training)
        if asked is None or asked is training or key in self._elsewhere:
            return
        draft.warn(
            f"Bảng ghi “{training.name}” nên nhập vào lớp đó, không vào “{asked.name}”.", CLASS
        )
        self._elsewhere.add(key)
        self.undoing.note(lambda: self._elsewhere.discard(key))

    def _open_sittings(self, draft: Draft, training: TrainingClass) -> None:
        """Plan the sittings of a list once, those that nobody is marked in too."""
        key = id(draft.row.layout), id(training)
        if key in self._opened:
            return
        for told in draft.sittings:
            self.seats.session(training, told)
        self._opened.add(key)
        self.undoing.note(lambda: self._opened.discard(key))

    def _values(self, draft: Draft, training: TrainingClass, person: Person) -> dict[str, Any]:
        told = draft.values
        own = {name: told[key] for name in _OWN if (key := f"Trainee.{name}") in told}
        if "grade" not in own and RESULT in told:
            own["grade"] = Trainee.grade.parse(told[RESULT])
        if "post" not in own and ROLE in told:
            own["post"] = told[ROLE]
        return {**own, "training_class": training, "person": person}

    def _attend(self, draft: Draft, trainee: Trainee) -> bool:
        """Plan a row's marks; tell whether any is new or other than kept."""
        changed = False
        for told, mark in draft.marks:
            session = self.seats.session(trainee.training_class, told)
            known = self.seats.mark(trainee, session)
            if known is None:
                known = Attendance(trainee=trainee, session=session, mark=mark)
                self.seats.add_mark(known)
                self.filling.tell(known, {"mark": mark}, draft.row)
                changed = True
                continue
            different, contradictions = self.filling.fill(known, {"mark": mark}, draft.row)
            changed |= different
            for found in contradictions:
                draft.warn(f"Khác điểm danh ở dòng {found.row.number}; giữ theo dòng đó.", NAME)
        return changed


def same_title(training: TrainingClass, text: str) -> bool:
    """Tell whether a cell names a class."""
    return training.title_key() == TrainingClass.key_of_title(text)
