"""Words of catalogues as this office keeps them: added to the shipped ones, or in their place.

Records keep the words they were written with, so a word that is no longer offered gets an end, it
is not removed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, ClassVar

from models import catalogues
from models.catalogues import Catalogue, Entry
from models.fields import Day, ShortText, WholeNumber
from models.problem import Problem
from models.record import Record
from models.register import Column, Register, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class CatalogueWord(Record):
    """One word of one catalogue while it holds (decision: catalogues are data with dates)."""

    NOUN: ClassVar[str] = "mục danh mục"
    TITLE: ClassVar[str] = "word"

    catalogue = ShortText("Danh mục", required=True)
    word = ShortText("Từ dùng", required=True)
    position = WholeNumber("Thứ tự")
    aliases = ShortText("Cách viết khác", help_text="Cách nhau bằng dấu |")
    look = ShortText("Kiểu hiển thị")
    valid_from = Day("Dùng từ", planned=True)
    valid_to = Day("Thôi dùng từ", planned=True)

    class Meta:
        """Table name."""

        table_name = "catalogue_word"

    @property
    def entry(self) -> Entry:
        """The word as catalogues hold it."""
        shipped = catalogues.shipped(self.catalogue).find(self.word)
        return Entry(
            word=self.word,
            order=self.position or (shipped.order if shipped else len(_shipped_words(self))),
            aliases=tuple(filter(None, self.aliases.split("|"))),
            look=self.look or (shipped.look if shipped else ""),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            extra=shipped.extra if shipped else {},
        )


def _shipped_words(word: CatalogueWord) -> list[str]:
    return catalogues.shipped(word.catalogue).words()


def word_ends_after_start(word: CatalogueWord) -> Iterator[Problem]:
    """No word goes out of use before it comes into use."""
    if word.valid_from and word.valid_to and word.valid_to < word.valid_from:
        first, last = f"{word.valid_from:%d/%m/%Y}", f"{word.valid_to:%d/%m/%Y}"
        yield Problem("valid_to", f"Ngày thôi dùng {last} trước ngày bắt đầu {first}.")


WORDS = Register(
    name="words",
    title="Danh mục",
    model=CatalogueWord,
    sections=(
        Section("Từ dùng", (CatalogueWord.word, CatalogueWord.aliases)),
        Section("Thời gian", (CatalogueWord.valid_from, CatalogueWord.valid_to)),
    ),
    columns=(
        Column(CatalogueWord.word, 3),
        Column(CatalogueWord.aliases, 3),
        Column(CatalogueWord.valid_from, 1.2),
        Column(CatalogueWord.valid_to, 1.2),
    ),
    search=(CatalogueWord.word,),
    rules=(word_ends_after_start,),
)


def own_words(name: str) -> list[CatalogueWord]:
    """Return the words that the office added to a catalogue, or put in place of shipped ones."""
    rows = CatalogueWord.select().where(
        (CatalogueWord.catalogue == name) & CatalogueWord.trashed_at.is_null()
    )
    return list(rows.order_by(CatalogueWord.id))


def merged(name: str, rows: Iterable[CatalogueWord]) -> Catalogue:
    """Return a shipped catalogue with an office's words; they take the place of the same text.

    Raises:
        UserError: a word or another way of writing one would stand for two at the same time.
    """
    shipped, rows = catalogues.shipped(name), list(rows)
    replaced = {row.word for row in rows}
    kept = [entry for entry in shipped if entry.word not in replaced]
    return Catalogue(name, shipped.title, [*kept, *(row.entry for row in rows)])


def use_office_words() -> None:
    """Let every catalogue answer with the open register's words; those of before are forgotten."""
    own: dict[str, list[CatalogueWord]] = defaultdict(list)
    for row in CatalogueWord.select().where(CatalogueWord.trashed_at.is_null()):
        own[row.catalogue].append(row)
    catalogues.use({name: merged(name, rows) for name, rows in own.items()})
