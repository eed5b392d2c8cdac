"""What every field of a register knows: its label and limits, how it is read, shown and sorted.

The label, help, choices and limits of a field live here and on the model, nowhere else; form,
table, filter, import, export and list print read them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, overload

from peewee import SQL, Check, Field, ForeignKeyAccessor, ForeignKeyField, Model, TextField

from models import clock
from models.errors import UserError
from models.text import nfc, sort_key

V = TypeVar("V")
R = TypeVar("R")
T = TypeVar("T", bound=Model)

if TYPE_CHECKING:

    class _Stored(Field[V]):
        """A column of this register's own table."""

    class _Linked(Field[V]):
        """A column that holds the key of another record."""

        rel_model: type[Any]
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
    SCORE = "score of 0 to 10"
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
        super().__init__(default="", constraints=[SQL("DEFAULT ''")])


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

    def oddity(self, _value: Any) -> str | None:  # noqa: ANN401
        """Say what is odd with a value that may be stored all the same, or nothing."""
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


class Dated(Stored[V]):
    """A date; one that lies ahead is odd, but of a plan (LOOK 7)."""

    def __init__(self, label: str, *, planned: bool = False, **facts: Any) -> None:  # noqa: ANN401
        super().__init__(label, **facts)
        self.planned = planned

    def oddity(self, value: Any) -> str | None:  # noqa: ANN401
        """Doubt what has not happened yet."""
        if value is None or self.planned or self.derived:
            return None
        first = getattr(value, "first", value)
        return "Ngày ở tương lai. Vẫn lưu được." if first > clock.today() else None


def _complete(fact: Any, model: Any) -> None:  # noqa: ANN401
    checks = [Check(text.format(f'"{fact.column_name}"')) for text in fact.checks()]
    fact.constraints = [*_default(fact.nothing), *checks]
    if fact.key_name != fact.name:
        model._meta.add_field(fact.key_name, KeyField())


def _default(nothing: Any) -> list[SQL]:  # noqa: ANN401
    """Let the file itself fill the column, so that one added later needs no rewriting of rows."""
    if nothing is None:
        return []
    return [SQL(f"DEFAULT {int(nothing)}" if isinstance(nothing, bool) else f"DEFAULT '{nothing}'")]


class _LinkAccessor(ForeignKeyAccessor):
    """Gives nothing for a link not chosen yet, required or not, where peewee would fail."""

    def get_rel_instance(self, instance: Any) -> Any:  # noqa: ANN401
        linked = instance.__rel__.get(self.name)
        if linked is not None or instance.__data__.get(self.name) is None:
            return linked
        return super().get_rel_instance(instance)  # type: ignore[no-untyped-call]


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
            index=False,  # `models.record.live_indexes` has one that also sorts
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

    def problem(self, value: Any) -> str | None:  # noqa: ANN401
        """Refuse an owner that is in the trash; what merely refers may keep referring."""
        owns = self.required or self.name in self.model.OWNERS
        if owns and value is not None and value.trashed_at is not None:
            return f"{self.label} “{value.title}” đã bị xóa. Khôi phục trong Thùng rác trước."
        return super().problem(value)

    def show(self, value: Any) -> str:  # noqa: ANN401
        """Write the record's title."""
        return "" if value is None else value.title

    def key(self, value: Any) -> str:  # noqa: ANN401
        """Take the record's own sort key."""
        return "" if value is None else str(value.sort_key)
