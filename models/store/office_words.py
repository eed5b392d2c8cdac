"""Changing the words of a catalogue: added, written otherwise, called otherwise, no longer offered.

Records keep the words they were written with: a shipped word that gets another name is no longer
offered from that day on, and the new one is offered in its place.
"""

from __future__ import annotations

from models import catalogues, clock
from models.errors import UserError
from models.registers.words import CatalogueWord, merged, own_words
from models.store.change import change


def words_of(name: str) -> list[CatalogueWord]:
    """Return every word of a catalogue in order; those that are as shipped are not stored yet."""
    own = {row.word: row for row in own_words(name)}
    entries = merged(name, own.values())
    return [own.get(entry.word) or _as_shipped(name, entry) for entry in entries]


def _as_shipped(name: str, entry: catalogues.Entry) -> CatalogueWord:
    return CatalogueWord(
        catalogue=name,
        word=entry.word,
        position=entry.order,
        aliases="|".join(entry.aliases),
        look=entry.look,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )


def refuse_clash(word: CatalogueWord, before: str = "") -> None:
    """Fail where a word as it is to be stored would stand beside one that means something else.

    Raises:
        UserError: it, or another way of writing it, is there already.
    """
    merged(word.catalogue, _rows_with(word, before))


def _rows_with(word: CatalogueWord, before: str) -> list[CatalogueWord]:
    """Return the office's words as they would be with this one in the place of another text."""
    shipped = catalogues.shipped(word.catalogue)
    others = [row for row in own_words(word.catalogue) if row.id != word.id]
    taken = {row.word for row in others} | ({*shipped.words()} if before != word.word else set())
    if word.word in taken:
        message = f"“{word.word}” có hai lần trong danh mục {shipped.title}. Bỏ bớt một chỗ."
        raise UserError(message, "word", word.word)
    closed = _closed(word, before)
    return [*others, word, *([closed] if closed is not None else [])]


def _closed(word: CatalogueWord, before: str) -> CatalogueWord | None:
    """End the shipped word that another takes the place of, where the other begins; return it."""
    if before in ("", word.word) or word.id is not None:
        return None
    shipped = next(one for one in words_of(word.catalogue) if one.word == before)
    word.valid_from = word.valid_from or clock.today()
    shipped.valid_to = word.valid_from
    return shipped


def keep_word(word: CatalogueWord, before: str = "") -> None:
    """Store a word in one named change.

    Args:
        word: as it is to be; without a key where it is new or was as shipped until now.
        before: the text it had, empty for a new one.

    Raises:
        UserError: a field is wrong, or the word is there already.
    """
    refuse_clash(word, before)
    title = catalogues.shipped(word.catalogue).title
    closed = _closed(word, before)
    if not before:
        words = f"Thêm “{word.word}” vào danh mục {title}"
    elif before == word.word:
        words = f"Sửa “{word.word}” trong danh mục {title}"
    else:
        words = f"Đổi “{before}” thành “{word.word}” trong danh mục {title}"
    with change(words) as work:
        if closed is not None:
            work.save(closed)
        work.save(word)


def end_word(word: CatalogueWord) -> str:
    """Offer a word no longer, from today on; tell what was done.

    Raises:
        UserError: it is not offered any more as it is.
    """
    if word.valid_to is not None and word.valid_to <= clock.today():
        raise UserError(f"“{word.word}” đã thôi dùng từ {word.valid_to:%d/%m/%Y}.")
    word.valid_to = clock.today()
    title = catalogues.shipped(word.catalogue).title
    with change(f"Thôi dùng “{word.word}” trong danh mục {title}") as work:
        work.save(word)
    return f"Từ hôm nay thôi dùng “{word.word}”."
