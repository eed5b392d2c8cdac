"""Field kinds of the registers: what is stored, how it is written, shown, sorted and checked.

The label, help, choices and limits of a field live here and nowhere else; form, table, filter,
import, export and list print read them.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, overload

from peewee import Check, Field, ForeignKeyAccessor, ForeignKeyField, TextField

from models import catalogues, clock
from models.errors import UserError
from models.text import fold, nfc, nfc_lines, sort_key
from models.values.citizen_id import parse_citizen_id
from models.values.numbers import parse_amount, show_number
from models.values.partial_date import PartialDate, parse_day
from models.values.person_name import clean_person_name
from models.values.phone import parse_phone, show_phone

if TYPE_CHECKING:
    from models.record import Record

V = TypeVar("V")
R = TypeVar("R", bound="Record | None")
T = TypeVar("T", bound="Record")

if TYPE_CHECKING:

    class _Stored(Field[V]):
        """A column of this register's own table."""

    class _Linked(Field[V]):
        """A column that holds the key of another record."""

        rel_model: type[Record]
        object_id_name: str
else:

    class _Stored(Field):
        __class_getitem__ = classmethod(lambda cls, _item: cls)

    class _Linked(ForeignKeyField):
        __class_getitem__ = classmethod(lambda cls, _item: cls)


class Kind(StrEnum):
    """What sort of editor, cell and filter a field asks for."""

    NAME = "person name"
    TEXT = "text"
    LONG_TEXT = "long text"
    NUMBER = "whole number"
    MONEY = "đồng"
    PARTIAL_DATE = "date as precise as known"
    DAY = "day"
    YES_NO = "yes or no"
    CHOICE = "choice"
    CATALOGUE = "catalogue"
    LINK = "link"
    PHONE = "phone"
    CITIZEN_ID = "citizen id"


class KeyField(TextField):
    """Stored sort key of a neighbouring field; filled by the store, never typed."""

    def __init__(self) -> None:
        super().__init__(default="")


class Fact:
    """What every register field knows beside its column.

    Attributes:
        kind: which editor, cell and filter serve it.
        label: Vietnamese, as on forms and headings.
        help_text: one hint under the label, or nothing.
        required: whether an empty value is refused.
        sorts: whether long lists sort by it (it is then indexed, texts through ``<name>_key``).
        sensitive: personal data that roles without the right see masked
            (Luật 91/2025/QH15, Điều 4).
        derived: counted from other records and filled by the store; shown, never typed.
    """

    kind: ClassVar[Kind]
    keyed: ClassVar[bool] = False
    nothing: ClassVar[Any] = None

    name: str
    label: str
    help_text: str
    required: bool = False
    sorts: bool = False
    sensitive: bool = False
    derived: bool = False

    @property
    def key_name(self) -> str:
        """Name of the column that lists sort by."""
        return f"{self.name}_key" if self.keyed and self.sorts else self.name

    def parse(self, text: str) -> Any:  # noqa: ANN401 - each kind narrows it
        """Read what a person typed; the kind's empty value for nothing.

        Raises:
            UserError: naming the value and how to write it.
        """
        tidy = nfc(text)
        return self._read(tidy) if tidy else self.nothing

    def _read(self, text: str) -> Any:  # noqa: ANN401
        return text

    def show(self, value: Any) -> str:  # noqa: ANN401
        """Write a value as people read it; empty for nothing."""
        return "" if value is None else str(value)

    def key(self, value: Any) -> str:  # noqa: ANN401
        """Return the sort key of a value."""
        return sort_key(self.show(value))

    def is_empty(self, value: Any) -> bool:  # noqa: ANN401
        """Tell whether nothing was given."""
        return value is None or value == ""

    def problem(self, value: Any) -> str | None:  # noqa: ANN401
        """Say what is wrong with a value about to be stored, or nothing."""
        if self.required and self.is_empty(value):
            return f"Chưa nhập {self.label[0].lower()}{self.label[1:]}."
        return None

    def checks(self) -> list[str]:
        """Return SQL conditions on the column ``{0}`` that the file itself keeps."""
        return []


class Stored(Fact, _Stored[V]):
    """A typed value in a column of its own."""

    def __init__(
        self,
        label: str,
        *,
        required: bool = False,
        sorts: bool = False,
        sensitive: bool = False,
        derived: bool = False,
        help_text: str = "",
    ) -> None:
        null = self.nothing is None
        super().__init__(null=null, default=self.nothing, verbose_name=label, help_text=help_text)
        self.label, self.required, self.sorts = label, required, sorts
        self.sensitive, self.derived = sensitive, derived

    def bind(self, model: Any, name: str, set_attribute: bool = True) -> None:  # noqa: ANN401
        """Join the model: put the checks into the table, add the sort key's column."""
        super().bind(model, name, set_attribute)
        _complete(self, model)


def _complete(fact: Any, model: Any) -> None:  # noqa: ANN401
    fact.constraints = [Check(text.format(f'"{fact.column_name}"')) for text in fact.checks()]
    if fact.key_name != fact.name:
        model._meta.add_field(fact.key_name, KeyField())


class ShortText(Stored[str]):
    """One line of text, composed and tidied."""

    kind = Kind.TEXT
    field_type = "TEXT"
    keyed = True
    nothing = ""
    longest: ClassVar[int] = 300

    def checks(self) -> list[str]:
        """Keep length, and presence where required, in the table."""
        least = 1 if self.required else 0
        return [f"length({{0}}) BETWEEN {least} AND {self.longest}"]

    def problem(self, value: str) -> str | None:
        """Refuse what is missing or too long."""
        if value and len(value) > self.longest:
            return f"{self.label} dài {len(value)} ký tự, nhiều nhất {self.longest}."
        return super().problem(value)


class LongText(ShortText):
    """Several lines of text, such as a note or an achievement."""

    kind = Kind.LONG_TEXT
    longest = 200_000

    def parse(self, text: str) -> str:
        """Read several lines."""
        return nfc_lines(text)


class OfficialNumber(ShortText):
    """Number and symbol of a document, such as 27/QĐ-UBND."""

    longest = 100


class PersonNameField(ShortText):
    """Full name of a person, family name first."""

    kind = Kind.NAME
    longest = 120

    def _read(self, text: str) -> str:
        return clean_person_name(text).name


class CitizenIdField(ShortText):
    """Citizen id of 12 digits, or nothing (NĐ 137/2015, Điều 13)."""

    kind = Kind.CITIZEN_ID
    keyed = False
    longest = 12

    def checks(self) -> list[str]:
        """Twelve characters or none."""
        return ["length({0}) IN (0, 12)"]

    def _read(self, text: str) -> str:
        value = parse_citizen_id(text)
        if len(value.text) != self.longest:
            message = f"Số CCCD cần 12 số, đang có {len(value.text)}."
            raise UserError(message, self.name, text)
        return value.text


class PhoneField(ShortText):
    """Telephone number, kept as digits with its leading 0."""

    kind = Kind.PHONE
    keyed = False
    longest = 15

    def _read(self, text: str) -> str:
        return parse_phone(text).text

    def show(self, value: str) -> str:
        """Group the digits for reading."""
        return show_phone(value) if value else ""


class Catalogued(ShortText):
    """A word of an editable catalogue; old records keep the words they were written with."""

    kind = Kind.CATALOGUE

    def __init__(self, catalogue: str, label: str, **facts: Any) -> None:  # noqa: ANN401
        self.catalogue = catalogue
        super().__init__(label, **facts)

    def _read(self, text: str) -> str:
        entry = catalogues.catalogue(self.catalogue).find(text)
        return entry.word if entry else text


class Choice(Stored[str]):
    """One of a few fixed words that rules of the program depend on."""

    kind = Kind.CHOICE
    field_type = "TEXT"
    nothing = ""

    def __init__(self, words: tuple[str, ...], label: str, **facts: Any) -> None:  # noqa: ANN401
        self.words = words
        super().__init__(label, **facts)
        self.choices = [(word, word) for word in words]

    def checks(self) -> list[str]:
        """One of the words, or nothing where it is not required."""
        words = self.words if self.required else ("", *self.words)
        return ["{0} IN (%s)" % ", ".join(f"'{word}'" for word in words)]  # noqa: UP031

    def _read(self, text: str) -> str:
        wanted = fold(text)
        for word in self.words:
            if fold(word) == wanted:
                return word
        message = f"{self.label} không có “{text}”. Chọn: {', '.join(self.words)}."
        raise UserError(message, self.name, text)

    def problem(self, value: str) -> str | None:
        """Refuse a word that is not on the list."""
        if value and value not in self.words:
            return f"{self.label} không có “{value}”. Chọn: {', '.join(self.words)}."
        return super().problem(value)


class WholeNumber(Stored["int | None"]):
    """A count, zero or more."""

    kind = Kind.NUMBER
    field_type = "INTEGER"
    largest: ClassVar[int] = 10**15

    def checks(self) -> list[str]:
        """Neither negative nor beyond what is ever counted; text compares above every number."""
        return [f"{{0}} BETWEEN 0 AND {self.largest}"]

    def _read(self, text: str) -> int:
        value = parse_amount(text).value
        if value != int(value) or value < 0:
            raise UserError(f"{self.label} cần số nguyên: {text}.", self.name, text)
        return int(value)

    def show(self, value: int | None) -> str:
        """Group thousands with dots."""
        return "" if value is None else show_number(value)

    def problem(self, value: int | None) -> str | None:
        """Refuse negative counts and such as the file could not hold."""
        if value is not None and value < 0:
            return f"{self.label} không thể âm: {value}."
        if value is not None and value > self.largest:
            return f"{self.label} quá lớn: {value}."
        return super().problem(value)


class Year(WholeNumber):
    """A calendar year: written without a dot."""

    def show(self, value: int | None) -> str:
        """Write the four digits."""
        return "" if value is None else str(value)


class Dong(WholeNumber):
    """Money in whole đồng."""

    kind = Kind.MONEY


class YesNo(Stored[bool]):
    """A tick."""

    kind = Kind.YES_NO
    field_type = "INTEGER"
    nothing = False
    yes: ClassVar[frozenset[str]] = frozenset({"co", "x", "v", "1", "true", "dung", "yes"})
    no: ClassVar[frozenset[str]] = frozenset({"khong", "0", "false", "sai", "no"})

    def checks(self) -> list[str]:
        """Zero or one."""
        return ["{0} IN (0, 1)"]

    def _read(self, text: str) -> bool:
        word = fold(text)
        if word in self.yes or word == fold(self.label):
            return True
        if word in self.no:
            return False
        raise UserError(f"{self.label}: gõ x hoặc để trống, không phải “{text}”.", self.name, text)

    def show(self, value: bool | None) -> str:
        """Write a tick as x, its absence as nothing."""
        return "x" if value else ""

    def python_value(self, value: Any) -> bool:  # noqa: ANN401
        """Read the column."""
        return bool(value)

    def db_value(self, value: Any) -> int:  # noqa: ANN401
        """Write the column."""
        return int(bool(value))


class PartialDateField(Stored["PartialDate | None"]):
    """A date as precise as known: year, month and year, or day."""

    kind = Kind.PARTIAL_DATE
    field_type = "TEXT"
    is_birth: ClassVar[bool] = False

    def checks(self) -> list[str]:
        """ISO: 1985, 1985-03 or 1985-03-14."""
        return ["length({0}) IN (4, 7, 10)", "{0} BETWEEN '1900' AND '2101'"]

    def _read(self, text: str) -> PartialDate:
        return PartialDate.parse(text, today=clock.today(), birth=self.is_birth)

    def show(self, value: PartialDate | None) -> str:
        """Write as on paper, with the precision known."""
        return "" if value is None else value.shown

    def db_value(self, value: Any) -> str | None:  # noqa: ANN401
        """Write the ISO form, which also sorts and compares rightly."""
        return value.iso if isinstance(value, PartialDate) else value

    def python_value(self, value: Any) -> PartialDate | None:  # noqa: ANN401
        """Read the column."""
        return None if value is None else PartialDate.from_iso(value)


class BirthDate(PartialDateField):
    """A date of birth: never in the future."""

    is_birth = True


class Day(Stored["date | None"]):
    """A full date."""

    kind = Kind.DAY
    field_type = "TEXT"

    def checks(self) -> list[str]:
        """ISO day."""
        return ["length({0}) = 10", "{0} BETWEEN '1900' AND '2101'"]

    def _read(self, text: str) -> date:
        return parse_day(text, today=clock.today())

    def show(self, value: date | None) -> str:
        """Write as on paper."""
        return "" if value is None else value.strftime("%d/%m/%Y")

    def db_value(self, value: Any) -> str | None:  # noqa: ANN401
        """Write the ISO form."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: Any) -> date | None:  # noqa: ANN401
        """Read the column."""
        return None if value is None else date.fromisoformat(value)


class _LinkAccessor(ForeignKeyAccessor):
    """Gives nothing for a link not chosen yet, required or not, where peewee would fail."""

    def get_rel_instance(self, instance: Any) -> Any:  # noqa: ANN401
        chosen = instance.__data__.get(self.name) is not None or self.name in instance.__rel__
        return super().get_rel_instance(instance) if chosen else None  # type: ignore[no-untyped-call]


class Link(Fact, _Linked[R]):
    """Another record, found by its title."""

    kind = Kind.LINK
    keyed = True
    accessor_class = _LinkAccessor

    if TYPE_CHECKING:

        @overload
        def __init__(
            self: Link[T],
            target: type[T],
            label: str,
            *,
            required: Literal[True],
            sorts: bool = ...,
            help_text: str = ...,
        ) -> None: ...

        @overload
        def __init__(
            self: Link[T | None],
            target: type[T],
            label: str,
            *,
            sorts: bool = ...,
            help_text: str = ...,
        ) -> None: ...

        @overload
        def __init__(self: Link[Any], target: Literal["self"], label: str) -> None: ...

    def __init__(
        self,
        target: Any,
        label: str,
        *,
        required: bool = False,
        sorts: bool = False,
        help_text: str = "",
    ) -> None:
        super().__init__(
            target,
            null=not required,
            on_delete="RESTRICT",
            backref="+",
            verbose_name=label,
            help_text=help_text,
        )
        self.label, self.required, self.sorts = label, required, sorts

    def bind(self, model: Any, name: str, set_attribute: bool = True) -> None:  # noqa: ANN401
        """Join the model and add the sort key's column."""
        super().bind(model, name, set_attribute)
        _complete(self, model)

    def _read(self, text: str) -> Any:  # noqa: ANN401
        found = self.rel_model.named(text)
        if found is None:
            message = f"Chưa có {self.rel_model.NOUN} tên “{text}”."
            raise UserError(message, self.name, text)
        return found

    def show(self, value: Any) -> str:  # noqa: ANN401
        """Write the record's title."""
        return "" if value is None else value.title

    def key(self, value: Any) -> str:  # noqa: ANN401
        """Take the record's own sort key."""
        return "" if value is None else str(value.sort_key)
