"""The office, its signers and its words, for the settings page: their descriptions as forms."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from models import catalogues
from models.errors import UserError
from models.facts import Kind
from models.problem import Problem
from models.registers import REGISTERS
from models.registers.office import OFFICE, SIGNERS, Signer
from models.registers.words import WORDS, CatalogueWord
from models.store.change import change
from models.store.office_words import end_word, keep_word, refuse_clash, words_of
from models.store.opening import the_office
from ui.desk.forms import RegisterForm
from ui.desk.lists import column_facts
from ui.source import NOTHING, Loaded, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.record import Record
    from models.register import Register
    from ui.source import ColumnFacts, EntrySource, FormSource, RowsTyped


class OfficeSettings:
    """What the office of the open register sets for itself."""

    def __init__(self) -> None:
        self.office: FormSource = OfficeForm(OFFICE)
        self.signers: EntrySource = Signers()

    def catalogues(self) -> Sequence[tuple[str, str]]:
        """Return the catalogues that fields of registers choose from."""
        models = [register.model for register in (*REGISTERS, SIGNERS)]
        facts: list[Any] = [fact for model in models for fact in model.facts()]
        names = {fact.catalogue for fact in facts if fact.kind is Kind.CATALOGUE}
        return sorted(
            ((name, catalogues.shipped(name).title) for name in names), key=lambda one: one[1]
        )

    def words(self, catalogue: str) -> EntrySource:
        """Return the words of a catalogue."""
        return Words(catalogue)


class OfficeForm(RegisterForm):
    """The form of the one office there is."""

    def load(self, identity: int | None, borrowed: Mapping[str, Sequence[int]] = NOTHING) -> Loaded:
        """Return the office."""
        return super().load(identity or the_office().id, borrowed)

    def save(
        self,
        identity: int | None,
        values: Mapping[str, object],
        revision: int | None,
        rows: Mapping[str, RowsTyped],
    ) -> int:
        """Store it in one named change."""
        return super().save(identity or the_office().id, values, revision, rows)

    def check(self, identity: int | None, values: Mapping[str, object]) -> Sequence[Problem]:
        """Return everything wrong or odd with the values."""
        return super().check(identity or the_office().id, values)


class SignerForm(RegisterForm):
    """The form of a signer, who signs for this office."""

    def _record(
        self, identity: int | None, values: Mapping[str, object]
    ) -> tuple[Any, list[Problem]]:
        signer, unread = super()._record(identity, values)
        if identity is None:
            signer.office = the_office()
        return signer, unread


class Signers:
    """Who signs, newest first."""

    name, title, noun, ending = "signers", SIGNERS.title, Signer.NOUN, "Xóa"

    def __init__(self) -> None:
        self.columns = _columns(SIGNERS)
        self.form: FormSource = SignerForm(SIGNERS)

    def rows(self) -> Sequence[Row]:
        """Return those of this office, who signs now before who did."""
        live = Signer.select().where(Signer.trashed_at.is_null())
        now_first = sorted(live, key=lambda one: (one.ended is not None, one.acting, one.id))
        return [Row(one.id, _cells(SIGNERS, one)) for one in now_first]

    def end(self, identity: int) -> str:
        """Move a signer to the trash."""
        signer = Signer.get_by_id(identity)
        with change(f"Xóa người ký {signer.title}") as work:
            work.trash(signer)
        return f"Đã xóa người ký {signer.title}."


class Words:
    """The words of one catalogue; one that is as shipped has a key below zero."""

    noun, ending = "từ", "Thôi dùng"

    def __init__(self, catalogue: str) -> None:
        self.name = f"words/{catalogue}"
        self._catalogue = catalogue
        self.title = catalogues.shipped(catalogue).title
        self.columns = _columns(WORDS)

    @cached_property
    def form(self) -> FormSource:
        """The form of a word."""
        return WordForm(self._catalogue)

    def rows(self) -> Sequence[Row]:
        """Return all words, those of the past too."""
        words = words_of(self._catalogue)
        return [Row(_key(word), _cells(WORDS, word)) for word in words]

    def end(self, identity: int) -> str:
        """Offer a word no longer."""
        return end_word(_word(self._catalogue, identity))


class WordForm(RegisterForm):
    """The form of a word of one catalogue."""

    def __init__(self, catalogue: str) -> None:
        super().__init__(WORDS)
        self._catalogue = catalogue

    def load(self, identity: int | None, borrowed: Mapping[str, Sequence[int]] = NOTHING) -> Loaded:
        """Return a word as it is now, or the beginnings of a new one."""
        if identity is None:
            return super().load(None, borrowed)
        word = _word(self._catalogue, identity)
        return Loaded(word.word, self._values(word), word.revision if word.id else None)

    def check(self, identity: int | None, values: Mapping[str, object]) -> Sequence[Problem]:
        """Return everything wrong or odd with the values, a clash with another word included."""
        word, before = self._word(identity, values)
        found = list(self.register.problems(word))
        if not found:
            try:
                refuse_clash(word, before)
            except UserError as error:
                found.append(Problem("word", error.message))
        return found

    def save(
        self,
        identity: int | None,
        values: Mapping[str, object],
        revision: int | None,
        rows: Mapping[str, RowsTyped],  # noqa: ARG002 - a word has none
    ) -> int:
        """Store in one named change; the key is that of the word as it is kept now."""
        word, before = self._word(identity, values)
        if revision is not None:
            word.revision = revision
        keep_word(word, before)
        return int(word.id)

    def _word(
        self, identity: int | None, values: Mapping[str, object]
    ) -> tuple[CatalogueWord, str]:
        """Return the word as it is to be, and the text it had."""
        word = CatalogueWord(catalogue=self._catalogue)
        if identity is not None:
            word = _word(self._catalogue, identity)
        before = word.word if identity is not None else ""
        for name, value in values.items():
            setattr(word, name, value)
        return word, before


def _columns(register: Register) -> Sequence[ColumnFacts]:
    """Return the columns of a short list, which keeps its own order."""
    return [replace(column_facts(column), sortable=False) for column in register.columns]


def _cells(register: Register, record: Record) -> tuple[str, ...]:
    fields = [column.field for column in register.columns]
    return tuple(field.show(getattr(record, field.name)) for field in fields)


def _key(word: CatalogueWord) -> int:
    if word.id is not None:
        return int(word.id)
    return -1 - catalogues.shipped(word.catalogue).words().index(word.word)


def _word(catalogue: str, identity: int) -> CatalogueWord:
    """Return a word by its key; one that is as shipped is not stored yet.

    Raises:
        UserError: it is gone.
    """
    for word in words_of(catalogue):
        if _key(word) == identity:
            return word
    raise UserError("Từ này không còn trong danh mục. Mở lại danh mục rồi làm tiếp.")
