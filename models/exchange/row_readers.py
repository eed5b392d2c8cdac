"""Readers of cells, one for each meaning a column can have; what a cell tells goes into a draft."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from models.catalogues import catalogue
from models.errors import UserError
from models.exchange import cell_values
from models.exchange.draft import (
    BIRTH,
    CITIZEN_ID,
    EDUCATION,
    LEADER,
    LEADER_SEX,
    OLD_ID,
    ROLE,
    SEX,
)
from models.exchange.meanings import LEADER_NAME, LEADER_PHONE, RESULT, UID
from models.facts import Kind
from models.register import field_id
from models.registers.members import Membership
from models.registers.people import Person
from models.text import fold, nfc
from models.values.citizen_id import parse_citizen_id
from models.values.person_name import clean_person_name
from models.values.phone import parse_phones
from models.values.sex import parse_sex

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.exchange.cells import Cell
    from models.exchange.draft import Draft
    from models.exchange.session_headings import SessionTold
    from models.values.partial_date import PartialDate

    Reader = Callable[[Draft, Cell], None]

_REMEMBERED: Final = 4000
_DAYS_REMEMBERED: Final = 1 << 14
_WRITTEN: Final = frozenset({str, int, date})
"""What dates are written as; no two values of these types are equal but alike."""
_OFTEN_NONE: Final = frozenset({Kind.PHONE, Kind.CITIZEN_ID, Kind.PARTIAL_DATE, Kind.DAY})


def reader_of(key: str, fact: Any) -> Reader:  # noqa: ANN401
    """Return what reads the cells of a meaning.

    Args:
        key: the meaning.
        fact: its field; nothing where the meaning is not one of a field.
    """
    if key in (UID, RESULT):
        return partial(_read_text, key)
    if key == LEADER_NAME:
        return partial(_read_name, key, LEADER, LEADER_SEX)
    if key == LEADER_PHONE:
        return partial(_read_phone, key, LEADER)
    return _field_reader(key, fact)


def half_reader(sex: str) -> Reader:
    """Return what reads the cells of one column of a Nam/Nữ pair."""
    return partial(_read_half, sex, _date_reader(BIRTH, Person.birth_date))


def rating_reader(year: int) -> Reader:
    """Return what reads the ratings of a year."""
    return partial(_read_rating, year)


def mark_reader(told: SessionTold) -> Reader:
    """Return what reads the attendance at one sitting."""
    return partial(_read_mark, told)


def _field_reader(key: str, fact: Any) -> Reader:  # noqa: ANN401
    model = fact.model.__name__
    special: dict[str, Reader] = {
        SEX: _remembering(key, lambda text: str(parse_sex(text))),
        OLD_ID: partial(_read_old_id, fact),
        EDUCATION: partial(_read_education, _remembering(key, fact.parse)),
    }
    by_kind: dict[Kind, Reader] = {
        Kind.NAME: partial(_read_name, key, model, SEX),
        Kind.PHONE: partial(_read_phone, key, model),
        Kind.CITIZEN_ID: _read_ids,
        Kind.PARTIAL_DATE: _date_reader(key, fact),
        Kind.DAY: partial(_read_day, key, fact),
        Kind.YES_NO: partial(_read_tick, key, fact),
        Kind.NUMBER: partial(_read_number, key, fact),
        Kind.SCORE: partial(_read_score, key, fact),
        Kind.LINK: _remembering(key, nfc),
        Kind.CATALOGUE: _remembering(key, fact.parse),
        Kind.CHOICE: _remembering(key, partial(cell_values.choice, fact)),
    }
    reader = special.get(key) or by_kind.get(fact.kind) or partial(_read_parsed, key, fact)
    return partial(_unless_none, reader) if fact.kind in _OFTEN_NONE else reader


def _unless_none(reader: Reader, draft: Draft, cell: Cell) -> None:
    if not cell_values.says_none(cell):
        reader(draft, cell)


def _remembering(key: str, parse: Callable[[str], Any]) -> Reader:
    """Return a reader of words that come again and again in a column."""
    known: dict[str, Any] = {}

    def read(draft: Draft, cell: Cell) -> None:
        text = cell.text
        value = known.get(text)
        if value is None:
            value = parse(text)
            if len(known) < _REMEMBERED:
                known[text] = value
        draft.values[key] = value

    return read


def _read_text(key: str, draft: Draft, cell: Cell) -> None:
    draft.values[key] = nfc(cell.text)


def _read_parsed(key: str, fact: Any, draft: Draft, cell: Cell) -> None:  # noqa: ANN401
    draft.values[key] = fact.parse(cell.text)


def _read_half(sex: str, read_birth: Reader, draft: Draft, cell: Cell) -> None:
    """Read a cell of a Nam/Nữ pair: a tick tells the sex, a year or date the birth as well."""
    if cell.value == 0:
        return
    if draft.values.get(SEX, sex) != sex:
        raise UserError("Cả hai cột Nam và Nữ đều có ghi. Để lại một cột.")
    draft.values[SEX] = sex
    if fold(cell.text) not in cell_values.TICKS:
        read_birth(draft, cell)


def _read_rating(year: int, draft: Draft, cell: Cell) -> None:
    draft.ratings.append((year, nfc(cell.text)))


def _read_name(key: str, model: str, sex: str, draft: Draft, cell: Cell) -> None:
    clean = clean_person_name(cell.text)
    draft.values[key] = clean.name
    if clean.sex_hint:
        draft.values.setdefault(sex, str(clean.sex_hint))
    if clean.rank:
        draft.remark(model, f"Cấp bậc: {clean.rank}")
    for note in clean.note.split("; ") if clean.note else ():
        role = Membership.role.parse(note)
        if fold(role) in _roles():
            draft.values.setdefault(ROLE, role)
        elif note:
            draft.remark(model, note)


def _roles() -> frozenset[str]:
    return frozenset(fold(word) for word in catalogue("member_roles").words())


def _read_phone(key: str, model: str, draft: Draft, cell: Cell) -> None:
    phones = parse_phones(cell_values.raw(cell))
    for first in phones[:1]:
        draft.values[key] = first.text
        if first.repaired:
            draft.row.repairs.append(draft.problem(f"Đọc là {first.text}.", key))
    for other in phones[1:]:
        draft.remark(model, f"Điện thoại khác: {other.text}")


def _read_ids(draft: Draft, cell: Cell) -> None:
    for value in cell_values.numbers_of(cell):
        number = parse_citizen_id(value)
        key = OLD_ID if number.is_old else CITIZEN_ID
        draft.values[key] = number.text
        if number.repaired:
            draft.row.repairs.append(draft.problem(f"Đọc là {number.text}.", key, CITIZEN_ID))


def _read_old_id(fact: Any, draft: Draft, cell: Cell) -> None:  # noqa: ANN401
    """Read an old number; in a column of its own any other text is kept as it stands."""
    try:
        _read_ids(draft, cell)
    except UserError:
        draft.values[OLD_ID] = fact.parse(cell.text)


def _read_education(read: Reader, draft: Draft, cell: Cell) -> None:
    grade = cell_values.grade(cell)
    if grade is None:
        read(draft, cell)
        return
    draft.values[EDUCATION] = grade
    draft.row.repairs.append(draft.problem(f"Đọc là {grade}.", EDUCATION))


def _date_reader(key: str, fact: Any) -> Reader:  # noqa: ANN401
    """Return a reader of dates; most days come again."""
    known: dict[Any, tuple[PartialDate | None, bool]] = {}

    def read(draft: Draft, cell: Cell) -> None:
        written = cell.value
        told = known.get(written) if type(written) in _WRITTEN else None
        if told is None:
            told = cell_values.partial_date(fact, cell)
            if type(written) in _WRITTEN and len(known) < _DAYS_REMEMBERED:
                known[written] = told
        value, repaired = told
        draft.values[key] = value
        if repaired and value:
            draft.row.repairs.append(draft.problem(f"Đọc là {value.shown}.", key))

    return read


def _read_day(key: str, fact: Any, draft: Draft, cell: Cell) -> None:  # noqa: ANN401
    draft.values[key] = cell_values.full_day(fact, cell)


def _read_tick(key: str, fact: Any, draft: Draft, cell: Cell) -> None:  # noqa: ANN401
    draft.values[key], more = cell_values.ticked(fact, cell)
    if more:
        draft.remark(fact.model.__name__, f"{fact.label}: {more}")


def _read_number(key: str, fact: Any, draft: Draft, cell: Cell) -> None:  # noqa: ANN401
    draft.values[key] = fact.parse(cell.text)
    about = fact.model._meta.fields.get(f"{fact.name}_about")
    word = cell_values.amount_word(cell.text, about.words) if about is not None else ""
    if word:
        draft.values[field_id(about)] = word


def _read_score(key: str, fact: Any, draft: Draft, cell: Cell) -> None:  # noqa: ANN401
    absent = cell_values.not_scored(cell)
    if absent:
        draft.remark(fact.model.__name__, f"{fact.label}: {absent}")
        return
    value, repaired = cell_values.score(fact, cell)
    draft.values[key] = value
    if repaired:
        draft.row.repairs.append(draft.problem(f"Đọc là {fact.show(value)}.", key))


def _read_mark(told: SessionTold, draft: Draft, cell: Cell) -> None:
    draft.marks.append((told, cell_values.attendance(cell)))
