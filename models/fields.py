"""Field kinds of the registers: texts, words of catalogues, counts, ticks and dates."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from models import catalogues, clock
from models.errors import UserError
from models.facts import Dated, Fact, KeyField, Kind, Link, Stored
from models.text import fold, nfc_lines
from models.values.citizen_id import parse_citizen_id
from models.values.numbers import parse_amount, show_number
from models.values.partial_date import PartialDate, parse_day
from models.values.person_name import clean_person_name
from models.values.phone import is_dialled, parse_phone, show_phone

__all__ = [
    "BirthDate",
    "Catalogued",
    "Choice",
    "CitizenIdField",
    "Day",
    "Dong",
    "Fact",
    "KeyField",
    "Kind",
    "Link",
    "LongText",
    "OfficialNumber",
    "PartialDateField",
    "PersonNameField",
    "PhoneField",
    "ShortText",
    "Stored",
    "WholeNumber",
    "Year",
    "YesNo",
]


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
        if not value:
            return super().problem(value)
        if len(value) > self.longest:
            return f"{self.label} dài {len(value)} ký tự, nhiều nhất {self.longest}."
        return None


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

    def problem(self, value: str) -> str | None:
        """Refuse anything but twelve digits."""
        if (
            value
            and len(value) <= self.longest
            and (len(value) < self.longest or not value.isdecimal())
        ):
            return f"Số CCCD cần 12 số, đang có {len(value)}: {value}."
        return super().problem(value)


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

    def problem(self, value: str) -> str | None:
        """Refuse a number that nobody can call, as reading one would."""
        if not value or len(value) > self.longest:
            return super().problem(value)
        if is_dialled(value):
            return None
        try:
            parse_phone(value)
        except UserError as error:
            return error.message
        return None


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
        if not value:
            return super().problem(value)
        if value not in self.words:
            return f"{self.label} không có “{value}”. Chọn: {', '.join(self.words)}."
        return None


class WholeNumber(Stored["int | None"]):
    """A count, zero or more."""

    kind = Kind.NUMBER
    field_type = "INTEGER"
    largest: ClassVar[int] = 10**15

    def checks(self) -> list[str]:
        """Neither negative nor beyond what is ever counted; text compares above every number."""
        return [f"{{0}} BETWEEN 0 AND {self.largest}"]

    def _read(self, text: str) -> int:
        amount = parse_amount(text)
        value = amount.value
        if value != int(value) or value < 0 or amount.unit == "%":
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


def _called(label: str, error: UserError) -> UserError:
    """Let a sentence about a date say which one: “Ngày thành lập không hợp lệ”."""
    plain = "Ngày không"
    if not (label.startswith("Ngày") and error.message.startswith(plain)):
        return error
    message = f"{label} không{error.message[len(plain) :]}"
    return UserError(message, error.field, error.value)


class PartialDateField(Dated["PartialDate | None"]):
    """A date as precise as known: year, month and year, or day."""

    kind = Kind.PARTIAL_DATE
    field_type = "TEXT"
    is_birth: ClassVar[bool] = False

    def checks(self) -> list[str]:
        """ISO: 1985, 1985-03 or 1985-03-14."""
        return ["length({0}) IN (4, 7, 10)", "{0} BETWEEN '1900' AND '2101'"]

    def _read(self, text: str) -> PartialDate:
        try:
            return PartialDate.parse(text, today=clock.today(), birth=self.is_birth)
        except UserError as error:
            raise _called(self.label, error) from None

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


class Day(Dated["date | None"]):
    """A full date."""

    kind = Kind.DAY
    field_type = "TEXT"

    def checks(self) -> list[str]:
        """ISO day."""
        return ["length({0}) = 10", "{0} BETWEEN '1900' AND '2101'"]

    def _read(self, text: str) -> date:
        try:
            return parse_day(text, today=clock.today())
        except UserError as error:
            raise _called(self.label, error) from None

    def show(self, value: date | None) -> str:
        """Write as on paper."""
        return "" if value is None else value.strftime("%d/%m/%Y")

    def db_value(self, value: Any) -> str | None:  # noqa: ANN401
        """Write the ISO form."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: Any) -> date | None:  # noqa: ANN401
        """Read the column."""
        return None if value is None else date.fromisoformat(value)
