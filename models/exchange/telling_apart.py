"""Who a row means as far as a person said so, and those it may mean shown beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange.choices import Doubt, Likely, Side
from models.exchange.draft import CITIZEN_ID
from models.exchange.filling import is_blank, is_vaguer, same_value
from models.exchange.known_people import Found
from models.registers.people import NotOnePerson, Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.exchange.draft import Draft
    from models.exchange.known_people import KnownPeople
    from models.record import Record


class TellingApart:
    """Asks the known people for whom a row means, with what a person chose about the row.

    Attributes:
        service: where a known person serves now, in words; where that is known.
    """

    def __init__(self, people: KnownPeople, plan_new: Callable[[Record], None]) -> None:
        self.service: Callable[[Person], str] = lambda _person: ""
        self._people = people
        self._plan_new = plan_new

    def chosen(self, draft: Draft) -> Person | None:
        """Return whom a person chose for a row."""
        choice = draft.row.choice
        if choice is None or choice.same_as is None:
            return None
        return self._people.of_identity(choice.same_as)

    def find(
        self, draft: Draft, wanted: Person, beside: Callable[[Person], bool] | None = None
    ) -> Found:
        """Return who is meant; where that is in doubt, the row keeps those it may mean."""
        chosen = self.chosen(draft)
        if chosen is not None:
            return Found(chosen)
        found = self._people.find(wanted, beside, self._others(draft))
        if found.doubt:
            people = tuple(self._likely(wanted, person) for person in found.people)
            draft.row.doubt = Doubt(found.by, people)
        return found

    def keep_apart(self, draft: Draft, person: Person) -> None:
        """Plan to remember of a new person who they are not, so that nobody asks again."""
        for other in self._others(draft):
            self._plan_new(NotOnePerson(first=other, second=person))
            if person.citizen_id and person.citizen_id == other.citizen_id:
                said = f"Số {person.citizen_id} đã có ở {other.full_name}. Vẫn nhập."
                draft.warn(said, CITIZEN_ID)

    def _others(self, draft: Draft) -> list[Person]:
        choice = draft.row.choice
        found = map(self._people.of_identity, choice.others) if choice is not None else ()
        return [person for person in found if person is not None]

    def _likely(self, wanted: Person, person: Person) -> Likely:
        row, identity = self._people.identity_of(person)
        return Likely(
            identity=identity,
            name=person.full_name,
            row=row,
            service=self.service(person),
            sides=tuple(
                _side(fact, getattr(wanted, fact.name), getattr(person, fact.name))
                for fact in Person.facts()
                if not _both_blank(fact, wanted, person)
            ),
        )


def _both_blank(fact: Any, one: Person, other: Person) -> bool:  # noqa: ANN401
    return all(is_blank(fact, getattr(person, fact.name)) for person in (one, other))


def _side(fact: Any, told: Any, known: Any) -> Side:  # noqa: ANN401
    """Lay two values side by side; one less precise than the other is not different."""
    shown = ["" if is_blank(fact, value) else fact.show(value) for value in (told, known)]
    agree = same_value(fact, told, known) or is_vaguer(told, known) or is_vaguer(known, told)
    return Side(fact.label, shown[0], shown[1], differs=all(shown) and not agree)
