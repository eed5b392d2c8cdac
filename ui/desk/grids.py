"""Rows typed inside a form: read, checked and stored with the record they belong to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.facts import Link
from models.problem import Problem, Severity, warning
from models.record import parts
from models.register import field_id, path_between
from models.registers import register_of
from models.registers.members import Membership
from models.registers.people import Person
from models.store.rows import wrong_fields
from models.text import fold
from ui.desk.fields import detail, field_facts, found
from ui.source import GridFacts, GridRow, Option, RowsTyped, cell_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.record import Record
    from models.register import Register, Section
    from models.store.change import Change

CHUNK = 500
GONE = "Dòng này đã bị bỏ ở nơi khác. Bỏ dòng, hoặc gõ lại ở dòng mới."


class RegisterGrid:
    """One grid of a register's form.

    A row is a record that belongs to the form's; where the grid also has columns of a record that
    it links to, a row brings a new one of those or borrows one that is there.
    """

    def __init__(self, section: Section, owner: Link[Any]) -> None:
        self.title, self.fields, self.owner = section.title, section.fields, owner
        self.model: Any = owner.model
        lent = {field.model for field in self.fields} - {self.model}
        self.lender = path_between(self.model, lent.pop())[0] if lent else None
        self._first = field_id(self.fields[0])

    @property
    def name(self) -> str:
        """The grid's name among the fields of the form."""
        return str(self.model._meta.table_name)

    def facts(self) -> GridFacts:
        """Say what the grid asks; words of catalogues as they are now."""
        register = register_of(self.model) if self.lender is not None else None
        lender: Any = self.lender.rel_model if self.lender is not None else None
        noun = (lender or self.model).NOUN
        first = self.fields[0].label
        return GridFacts(
            name=self.name,
            title=self.title,
            columns=tuple(field_facts(field, field_id(field)) for field in self.fields),
            sums=partial(_sums, noun, lender is Person),
            invitation=f"Gõ {_lower(_short(first))} để thêm dòng mới…",
            register=register.name if register is not None else "",
            known=self._known if lender is not None else None,
        )

    # -- reading

    def load(self, key: int | None) -> tuple[GridRow, ...]:
        """Return the rows of a record; who left a team stands in the register alone."""
        if key is None:
            return ()
        wanted = (self.owner == key) & self.model.trashed_at.is_null()
        if self.model is Membership:
            wanted &= Membership.left.is_null()
        records = list(self.model.select().where(wanted).order_by(self.model.id))
        if self.lender is not None:
            self._fetch(records)
        return tuple(self._row(record) for record in records)

    def _fetch(self, records: Sequence[Any]) -> None:
        """Read what the records borrow, many at a time."""
        assert self.lender is not None
        target = self.lender.rel_model
        for part in parts(records, CHUNK):
            keys = [getattr(record, self.lender.object_id_name) for record in part]
            found = {one.id: one for one in target.select().where(target.id.in_(keys))}
            for record, key in zip(part, keys, strict=True):
                setattr(record, self.lender.name, found[key])

    def _row(self, record: Any) -> GridRow:  # noqa: ANN401
        own = self._lend(GridRow(key=record.id, revision=record.revision), record)
        lent = getattr(record, self.lender.name) if self.lender is not None else None
        return self._borrow_from(own, lent) if lent is not None else own

    def _known(self, words: str) -> list[Option]:
        """Return the records that a new row can borrow from, each as the row that would be."""
        assert self.lender is not None
        return [
            Option(self._borrow_from(GridRow(), one), one.title, detail(one))
            for one in found(self.lender.rel_model, words)
        ]

    def lent(self, keys: Sequence[int]) -> Mapping[int, GridRow]:
        """Return the rows that stand for records, as they are stored now, by key."""
        if self.lender is None:
            return {}
        target = self.lender.rel_model
        return {
            one.id: self._borrow_from(GridRow(), one)
            for part in parts(keys, CHUNK)
            for one in target.select().where(target.id.in_(part))
        }

    def _borrow_from(self, row: GridRow, lent: Record) -> GridRow:
        row = self._lend(row, lent)
        return replace(row, linked=lent.id, linked_revision=lent.revision)

    def _lend(self, row: GridRow, record: Any) -> GridRow:  # noqa: ANN401
        """Put into a row what the columns of a record show."""
        fields = self._columns_of(record)
        texts = {field_id(field): field.show(getattr(record, field.name)) for field in fields}
        picked = {
            field_id(field): getattr(record, field.object_id_name)
            for field in fields
            if isinstance(field, Link)
        }
        return replace(
            row,
            texts={**row.texts, **texts},
            before={**row.before, **texts},
            picked={**row.picked, **picked},
        )

    # -- checking

    def problems(self, at: int, rows: Sequence[GridRow], parent: Record) -> list[Problem]:
        """Return everything wrong or odd with a row, by column; errors come first."""
        row = rows[at]
        record, lent, found = self._read(row, parent)
        if record is None:
            return [Problem(self._first, GONE)]
        record.beside = lambda: [
            typed
            for place, other in enumerate(rows)
            if place != at
            and not other.blank
            and (typed := self._read(other, parent)[0]) is not None
        ]
        unread = {problem.field for problem in found}
        for one in (lent, record):
            found += [
                problem
                for problem in self._by_rules(one, fresh=one is lent and row.linked is None)
                if problem.field not in unread
            ]
        found += self._beside(at, rows)
        return sorted(found, key=lambda problem: problem.severity is Severity.WARNING)

    def _by_rules(self, record: Record | None, *, fresh: bool) -> Iterator[Problem]:
        """Yield what the rules say; of a borrowed record only what is wrong or asked for here."""
        if record is None:
            return
        columns = {field_id(field) for field in self.fields}
        register = register_of(type(record))
        if register is not None:
            problems = register.problems(record)
        else:
            problems = [Problem(fact.name, message) for fact, message in wrong_fields(record)]
        for problem in problems:
            name = f"{type(record).__name__}.{problem.field}"
            place = name if name in columns else self._first
            if place == name or fresh or type(record) is self.model:
                yield Problem(place, problem.message, problem.severity)

    def _beside(self, at: int, rows: Sequence[GridRow]) -> Iterator[Problem]:
        """Yield what is odd beside the other rows, and a name changed for all registers."""
        row, title = rows[at], rows[at].text(self._first)
        for other, beside in enumerate(rows):
            if other == at or beside.blank:
                continue
            if row.linked is not None and row.linked == beside.linked:
                yield Problem(self._first, f"{title} đã có ở dòng {other + 1}.")
            elif other < at and row.key is None and _same(row, beside, self.fields):
                yield warning(self._first, f"Giống dòng {other + 1}. Vẫn lưu được.")
        if row.linked is not None and row.touched(self._first) and title:
            old = row.before[self._first]
            words = f"Tên {old} sẽ đổi thành {title} ở mọi sổ. Người khác thì gõ ở dòng mới."
            yield warning(self._first, words)

    def _read(self, row: GridRow, parent: Record) -> tuple[Any, Any, list[Problem]]:
        """Return the row's record, what it borrows, and what could not be read into them."""
        record = self.model() if row.key is None else self._live(self.model, row.key)
        if record is None:
            return None, None, []
        if row.revision is not None:
            record.revision = row.revision
        setattr(record, self.owner.name, parent)
        lent = self._lent(row, parent)
        if self.lender is not None:
            setattr(record, self.lender.name, lent)
        found = []
        for field in self.fields:
            name = field_id(field)
            if not row.touched(name):
                continue
            try:
                value = row.picked[name] if name in row.picked else field.parse(row.text(name))
                setattr(record if field.model is self.model else lent, field.name, value)
            except UserError as error:
                found.append(Problem(name, error.message))
        return record, lent, found

    def _lent(self, row: GridRow, parent: Any) -> Any:  # noqa: ANN401
        """Return the record a row borrows from; a new one lives where the form's record is."""
        if self.lender is None:
            return None
        target = self.lender.rel_model
        if row.linked is not None:
            lent = target.get_by_id(row.linked)
            lent.revision = row.linked_revision
            return lent
        lent = target()
        for fact in target.facts():
            own = parent._meta.fields.get(fact.name)
            if isinstance(fact, Link) and isinstance(own, Link) and own.rel_model is fact.rel_model:
                setattr(lent, fact.name, getattr(parent, own.name))
        return lent

    @staticmethod
    def _live(model: Any, key: int) -> Any:  # noqa: ANN401
        return model.get_or_none((model.id == key) & model.trashed_at.is_null())

    # -- storing

    def store(self, work: Change, parent: Record, typed: RowsTyped) -> None:
        """Store what changed in the rows of a record that is stored already.

        Raises:
            UserError: a cell is wrong; its place is named.
            Conflict: somebody stored a newer version of a row.
        """
        for row in typed.removed:
            record = self._live(self.model, row.key or 0)
            if record is not None:
                work.trash(record)
        new: list[Any] = []
        new_lent: list[Any] = []
        for at, row in enumerate(typed.rows):
            if row.changed:
                record, lent = self._accepted(at, typed.rows, parent)
                self._keep(work, row, lent, new_lent)
                self._keep(work, row, record, new)
        work.add_many(new_lent)
        work.add_many(new)

    def _accepted(self, at: int, rows: Sequence[GridRow], parent: Record) -> tuple[Any, Any]:
        for problem in self.problems(at, rows, parent):
            if problem.severity is Severity.ERROR:
                place = cell_place(self.name, at, problem.field)
                raise UserError(problem.message, place)
        record, lent, _found = self._read(rows[at], parent)
        return record, lent

    def _keep(self, work: Change, row: GridRow, record: Any, new: list[Any]) -> None:  # noqa: ANN401
        """Store an old record where a column of its own was touched; gather new ones."""
        if record is None:
            return
        if record.id is None:
            new.append(record)
        elif any(row.touched(field_id(field)) for field in self._columns_of(record)):
            work.save(record, by_rules=False)

    def _columns_of(self, record: Record) -> list[Any]:
        return [field for field in self.fields if field.model is type(record)]


def grids_of(register: Register) -> Mapping[str, RegisterGrid]:
    """Return the grids of a register's form, by title of their section."""
    return {
        section.title: RegisterGrid(section, owner)
        for section in register.sections
        if (owner := register.owner_of_rows(section)) is not None
    }


def _sums(noun: str, of_people: bool, rows: Sequence[GridRow]) -> str:
    """Return how many rows there are, of people also how many women."""
    words = f"{len(rows)} {noun}" if rows else ""
    women = sum(row.text(field_id(Person.sex)) == "Nữ" for row in rows) if of_people else 0
    return f"{words} · {women} nữ" if women else words


def _same(row: GridRow, other: GridRow, fields: Sequence[Any]) -> bool:
    """Tell whether two rows say the same of who or what they are."""
    told = [field_id(field) for field in fields[:2]]
    return all(fold(row.text(name)) == fold(other.text(name)) for name in told)


def _short(label: str) -> str:
    """Return the last word of a heading that asks for a name."""
    return "tên" if label == Person.full_name.label else label


def _lower(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"
