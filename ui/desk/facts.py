"""A record's facts as they are read: nothing twice, and what belongs together stands together.

A form asks for a number and a date; a reader wants the decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.facts import Kind
from models.masking import seen
from models.registers.areas import Area
from models.registers.schemes import Scheme
from models.registers.teams import Team
from ui.source import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.register import Register

IN_HEAD = frozenset({"state", "rating", "scheme"})
"""Told by the chips and by the line under the title."""
UNTOLD = frozenset({"origin"})
"""Keys of other records, which tell a reader nothing."""
UNITS = {"households": " hộ", "population": " nhân khẩu"}


@dataclass(frozen=True, slots=True)
class _Together:
    """Fields that are read as one fact, told where the first of them stands."""

    label: str
    fields: tuple[str, ...]
    between: str = ", "


_SIZE = _Together("Quy mô", ("households", "population"), " · ")
_TOGETHER: Mapping[type, tuple[_Together, ...]] = {
    Team: (
        _Together("Địa bàn", ("area", "scope")),
        _SIZE,
        _Together("Quyết định thành lập", ("decision_number", "decision_date")),
        _Together("Quyết định giải thể", ("dissolved_number", "dissolved_on")),
    ),
    Scheme: (
        _Together("Quyết định công nhận", ("recognition_number", "recognition_date")),
        _Together("Quyết định thành lập", ("founding_number", "founding_date")),
        _Together("Quyết định giải thể", ("dissolved_number", "dissolved_on")),
    ),
    Area: (_SIZE, _Together("Trưởng địa bàn", ("head", "head_phone"), " · ")),
}


def facts(register: Register, record: Any) -> tuple[Fact, ...]:  # noqa: ANN401
    """Return what is known of a record in short, long texts apart, in the order of its form."""
    known = {
        field.name: (field.label, _read(field, shown) + UNITS.get(field.name, ""))
        for field in register.form_fields()
        if field.kind is not Kind.LONG_TEXT
        and field.name not in IN_HEAD | UNTOLD
        and (shown := seen(field, getattr(record, field.name)))
        and shown != record.title
    }
    for group in _TOGETHER.get(type(record), ()):
        told = [known.pop(name)[1] for name in group.fields if name in known]
        if told:
            known[group.fields[0]] = (group.label, group.between.join(told))
    order = [field.name for field in register.form_fields()]
    found = sorted(known.items(), key=lambda one: order.index(one[0]))
    return tuple(Fact(label, shown) for _name, (label, shown) in found)


def _read(field: Any, shown: str) -> str:  # noqa: ANN401
    """Say what a cross in a table means."""
    return "Có" if field.kind is Kind.YES_NO else shown


def texts(register: Register, record: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    """Return the long texts of a record that are not empty, each under its label."""
    fields = [field for field in register.form_fields() if field.kind is Kind.LONG_TEXT]
    told = ((field.label, field.show(getattr(record, field.name))) for field in fields)
    return tuple((label, text) for label, text in told if text)
