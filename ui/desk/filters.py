"""The filter chips of each register and the conditions they stand for."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from models import clock
from models.catalogues import catalogue
from models.facts import Kind, Link
from models.masking import hides
from models.registers.areas import Area
from models.registers.issued import ISSUED, RESERVED, IssuedPaper
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.store.query import Condition
from ui.looks import SOON_DAYS
from ui.source import FilterFacts, Option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.register import Register

_WEAK, _DUE, LATE = "weak", "due_soon", "late"
_HELD, _TO_HAND, _THIS_YEAR = "held", "to_hand", "this_year"
_PICKED = (Kind.LINK, Kind.CHOICE, Kind.CATALOGUE)
MOST_OPTIONS = 200
_CHIPS: dict[str, tuple[tuple[str, str], ...]] = {
    "teams": ((_DUE, "Cần đánh giá"), (_WEAK, "Xếp loại yếu")),
    "issued": ((_HELD, "Chờ in"), (_TO_HAND, "Chưa trao"), (_THIS_YEAR, "Năm nay")),
}
_WITHIN = {_DUE: timedelta(days=SOON_DAYS), LATE: timedelta(days=-1)}
"""Filters by the day a review is due: how far ahead of today it may lie."""
_BOOK: Mapping[str, Callable[[], tuple[Condition, ...]]] = {
    _HELD: lambda: (Condition(IssuedPaper.state, (RESERVED,)),),
    _TO_HAND: lambda: (Condition(IssuedPaper.state, (ISSUED,)), Condition(IssuedPaper.handed_on)),
    _THIS_YEAR: lambda: (Condition(IssuedPaper.year, (clock.today().year,)),),
}
"""Filters of the issue book."""
_WORDS = {"area": "Địa bàn", "team": "Tổ"}


def filter_facts(register: Register) -> tuple[FilterFacts, ...]:
    """Return a register's chips: its own on-off ones, then one for each field worth choosing by."""
    chips = [FilterFacts(key, title) for key, title in _CHIPS.get(register.name, ())]
    for field in _choosable(register):
        title = _WORDS.get(field.name, field.label)
        if isinstance(field, Link):
            if field.rel_model in (Area, Scheme, Team):
                chips.append(FilterFacts(field.name, title, fresh=partial(_records, field)))
        elif options := _options(field):
            chips.append(FilterFacts(field.name, title, options))
    return tuple(chips)


def conditions(register: Register, filters: tuple[tuple[str, str], ...]) -> tuple[Condition, ...]:
    """Return what chips that are on ask of a record."""
    found: list[Condition] = []
    for key, value in filters:
        if key in _BOOK:
            found += _BOOK[key]()
            continue
        if key == _WEAK:
            weak = [entry.word for entry in catalogue("ratings") if entry.look == _WEAK]
            found.append(Condition(Team.rating, tuple(weak)))
            continue
        if key in _WITHIN:
            last = clock.today() + _WITHIN[key]
            found.append(Condition(Team.review_due, until=last.isoformat()))
            continue
        field = register.model._meta.fields[key]
        found.append(Condition(field, (int(value) if isinstance(field, Link) else value,)))
    return tuple(found)


def _choosable(register: Register) -> list[Any]:
    """Return the fields people narrow a list by: places, kinds, states."""
    own = [field for field in register.model.facts() if field.kind in _PICKED]
    wanted = [field for field in own if field.sorts and not field.derived and not hides(field)]
    return sorted(wanted[:4], key=lambda field: (field.name != "area", field.name != "scheme"))


def _options(field: Any) -> tuple[Option, ...]:  # noqa: ANN401
    if field.kind is Kind.CHOICE:
        return tuple(Option(word, word) for word in field.words)
    if field.kind is Kind.CATALOGUE:
        return tuple(Option(word, word) for word in catalogue(field.catalogue).words())
    return ()


def _records(field: Any) -> tuple[Option, ...]:  # noqa: ANN401
    """Return the records a list can be narrowed to, as they are now."""
    model = field.rel_model
    live = model.select().where(model.trashed_at.is_null()).order_by(model.sort_key)
    return tuple(Option(str(record.id), record.title) for record in live.limit(MOST_OPTIONS))
