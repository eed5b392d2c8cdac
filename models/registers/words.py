"""Words of catalogues as this office keeps them: added to the shipped ones, or in their place.

Records keep the words they were written with, so a word that is no longer offered gets an end, it
is not removed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import ClassVar

from models import catalogues
from models.catalogues import Catalogue, Entry
from models.fields import Day, ShortText, WholeNumber
from models.record import Record


class CatalogueWord(Record):
    """One word of one catalogue while it holds (decision: catalogues are data with dates)."""

    NOUN: ClassVar[str] = "mục danh mục"
    TITLE: ClassVar[str] = "word"

    catalogue = ShortText("Danh mục", required=True)
    word = ShortText("Từ dùng", required=True)
    position = WholeNumber("Thứ tự")
    aliases = ShortText("Cách viết khác", help_text="Cách nhau bằng dấu |")
    look = ShortText("Kiểu hiển thị")
    valid_from = Day("Dùng từ")
    valid_to = Day("Dùng đến")

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


def use_office_words() -> None:
    """Let every catalogue answer with the open register's words; those of before are forgotten.

    An office's word takes the place of the shipped word of the same text.
    """
    own: dict[str, list[CatalogueWord]] = defaultdict(list)
    for row in CatalogueWord.select().where(CatalogueWord.trashed_at.is_null()):
        own[row.catalogue].append(row)
    merged = {}
    for name, rows in own.items():
        shipped = catalogues.shipped(name)
        replaced = {row.word for row in rows}
        kept = [entry for entry in shipped if entry.word not in replaced]
        merged[name] = Catalogue(name, shipped.title, [*kept, *(row.entry for row in rows)])
    catalogues.use(merged)
