"""Rows that tell of a person beside what the register is of: the person is found or planned too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange.planner import Planner
from models.exchange.team_areas import AREA
from models.register import field_id
from models.registers.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.exchange.draft import Draft
    from models.exchange.filling import Filling
    from models.exchange.plan import Plan

ADDRESS = field_id(Person.address)
_OWN = {field_id(fact): fact.name for fact in Person.facts() if field_id(fact) != AREA}


class PersonPlanner(Planner):
    """Plans the person of a row.

    Attributes:
        person_changed: whether the row told something new of a person of the register.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.person_changed = False

    def person_of(
        self, draft: Draft, known: Person | None, beside: Callable[[Person], bool] | None = None
    ) -> Person | None:
        """Return who is meant, known or planned; nothing when the row stays out.

        Args:
            draft: the row.
            known: the person where the row's identity tells.
            beside: whether somebody is known to be where the row places the person.
        """
        wanted, told = self.wanted(draft)
        person = known if known is not None else self.person_like(draft, wanted, beside)
        if draft.row.stays_out:
            return None
        remarks = draft.remarks.get(Person.__name__, [])
        self.person_changed = False
        if person is not None:
            return self._tell_more(draft, person, told, wanted, remarks)
        self.filling.remark(wanted, remarks)
        if not self.passes(draft, wanted):
            return None
        self.filling.tell(wanted, told, draft.row)
        self.plan_new(wanted)
        self.people.add(wanted, draft.row)
        self.apart.keep_apart(draft, wanted)
        return wanted

    def wanted(self, draft: Draft) -> tuple[Person, dict[str, Any]]:
        """Return the person as the row tells, and what it tells itself of them."""
        told = person_values(draft)
        text = draft.values.get(AREA, "")
        if text:
            told["area"] = self.links.area(text, draft)
        wanted = Person(**told)
        if wanted.area is None:
            wanted.area = self.area_around(draft)
        return wanted, told

    def area_around(self, draft: Draft) -> Any:  # noqa: ANN401
        """Return where a person lives whose row has no column for that."""
        address = draft.values.get(ADDRESS, "")
        return (self.linked.area_inside(address) if address else None) or self.around.area(draft)

    def _tell_more(
        self,
        draft: Draft,
        person: Person,
        told: dict[str, Any],
        wanted: Person,
        remarks: list[str],
    ) -> Person | None:
        """Put what the row tells into a known person; what an earlier row told otherwise stays."""
        changed = fill_person(self.filling, draft, person, told)
        changed |= self.filling.complete(person, {"area": wanted.area})
        changed |= self.filling.remark(person, remarks)
        self.person_changed = changed and person.id is not None
        if changed:
            self.people.learn(person)
            return person if self.passes(draft, person) else None
        return person


def person_values(draft: Draft) -> dict[str, Any]:
    """Return the values of a row that describe a person, the area aside."""
    return {_OWN[key]: value for key, value in draft.values.items() if key in _OWN}


def fill_person(filling: Filling, draft: Draft, person: Person, told: dict[str, Any]) -> bool:
    """Put what a row tells into a known person; tell whether anything changed.

    What an earlier row of the file told otherwise stands, and is said.
    """
    changed, contradictions = filling.fill(person, told, draft.row)
    for found in contradictions:
        label = f"{found.field.label[0].lower()}{found.field.label[1:]}"
        draft.warn(
            f"Khác {label} ở dòng {found.row.number} trang {found.row.sheet}; giữ theo dòng đó.",
            field_id(found.field),
        )
    return changed
