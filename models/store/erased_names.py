"""Names of what is erased, found in other texts word by word and taken out of them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from models.store.erasures import WORDS
from models.text import fold, nfc, unify_tone

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"[^\W_]+")
_BEGINS: Final = re.compile(r"(?:^|[:.“(] ?)$")
"""What stands before the first word of a sentence, which has a capital letter in any case."""


class ErasedNames:
    """Names as rows of words, so that none is found inside the word of another.

    Args:
        names: titles of records.
        loose: as people name files, without accents and with any signs between the words.
    """

    def __init__(self, names: Iterable[str], *, loose: bool = False) -> None:
        self._key = fold if loose else _strict
        self._known: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in names:
            words = tuple(self._key(word) for word in _WORD.findall(nfc(name)))
            if words:
                self._known[words[0]].add(words)

    def stand_in(self, text: str) -> bool:
        """Tell whether any of them stands in a text."""
        return self.out_of(text) != text

    def out_of(self, text: str, beside: ErasedNames | None = None, *, alone: bool = False) -> str:
        """Return a text with words in the place of every name.

        Args:
            text: a title, or the name of a file.
            beside: names that stay; where one is longer than one of these, it is meant.
            alone: leave what may be part of a longer name, with another capital letter beside it.
        """
        found = [(one.start(), one.end(), self._key(one[0])) for one in _WORD.finditer(text)]
        keys = [key for _start, _end, key in found]
        told: list[str] = []
        at = place = 0
        while place < len(found):
            mine = self._length(keys, place)
            longer = beside._length(keys, place) if beside else 0
            if not mine or longer > mine:
                place += longer or 1
                continue
            start, end = found[place][0], found[place + mine - 1][1]
            if not (alone and _is_part(text, start, end)):
                told += [text[at:start], f"({WORDS})"]
                at = end
            place += mine
        return "".join([*told, text[at:]])

    def _length(self, keys: list[str], place: int) -> int:
        """Return how many words the longest name has that begins at a place; 0 for none."""
        known = self._known.get(keys[place], ())
        fits = (len(one) for one in known if tuple(keys[place : place + len(one)]) == one)
        return max(fits, default=0)


@lru_cache(maxsize=1 << 14)
def _strict(word: str) -> str:
    return unify_tone(word)


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether a word with a capital letter goes on before or behind a name."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return True
    before = text[:start].rstrip(" ")
    word = _WORD.search(before[::-1])
    if len(before) != start - 1 or word is None or word.start():
        return False
    first = len(before) - word.end()
    return before[first].isupper() and _BEGINS.search(before[:first]) is None
