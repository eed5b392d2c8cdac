"""Vietnamese text: one clean form to store, keys to search by, keys to sort by, casing of names.

Lists and searches must mean the same on every machine and in every database, so nothing here
relies on the system's locale or on a collation of the database.
"""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache
from itertools import product

_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # in dictionary order, after no tone
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_VOWELS = "aăâeêioôơuưy"

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_CONTROLS = [*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)]
# Letters that wrong fonts and keyboards leave in the place of Vietnamese ones.
_LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư"}
_CLEANED: dict[int, str | None] = {
    **dict.fromkeys([ord(ch) for ch in _INVISIBLE], None),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], None),
    **dict.fromkeys(_CONTROLS, None),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **{ord(wrong): right for wrong, right in _LOOKALIKES.items()},
}
_LOOSE_MARK = re.compile("[\u0300-\u036f]")
_TONE_BEFORE_SHAPE = re.compile(f"([{''.join(_TONES)}])([{_CIRCUMFLEX}{_BREVE}])")

_PUNCTUATION = ".,;:!?…·•-‐‑‒–—―−/\\'’‘`´\"“”„«»()[]{}_~*|"
_SPACED = dict.fromkeys([ord(ch) for ch in _PUNCTUATION], " ")


def _toned(letter: str) -> tuple[str, ...]:
    """Give the five toned forms of a vowel, precomposed."""
    return tuple(unicodedata.normalize("NFC", letter + tone) for tone in _TONES)


_SHAPES = {
    "ă": ("a", _BREVE),
    "â": ("a", _CIRCUMFLEX),
    "ê": ("e", _CIRCUMFLEX),
    "ô": ("o", _CIRCUMFLEX),
    "ơ": ("o", _HORN),
    "ư": ("u", _HORN),
}
# Shape before tone in every letter, so that 'cô' is a beginning of 'cộng' as it is of 'cổ'.
_APART = {
    ord(letter): base + shape + tone
    for vowel in _VOWELS
    for base, shape in [_SHAPES.get(vowel, (vowel, ""))]
    for letter, tone in [(vowel, ""), *zip(_toned(vowel), _TONES, strict=True)]
}
_BARE = {letter: apart[0] for letter, apart in _APART.items()} | {ord("đ"): "d"} | _SPACED
_APART_SPACED = _APART | _SPACED


def _cased(pair: str) -> list[str]:
    return ["".join(letters) for letters in product(*((ch, ch.upper()) for ch in pair))]


def _placements() -> tuple[dict[str, str], dict[str, str]]:
    """Map each 'oà' to 'òa', and each of the two to the key that carries the tone twice."""
    moved: dict[str, str] = {}
    doubled: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        toned = zip(_toned(first), _toned(second), _TONES, strict=True)
        for first_toned, second_toned, tone in toned:
            new, old = first + second_toned, first_toned + second
            moved.update(zip(_cased(new), _cased(old), strict=True))
            doubled[new] = doubled[old] = first + tone + second + tone
    return moved, doubled


_MOVED, _DOUBLED = _placements()
_NEW_STYLE = re.compile(f"(?<![qQ])(?:{'|'.join(_MOVED)})(?![^\\W\\d_])")
_EITHER_STYLE = re.compile("|".join(_DOUBLED))


# Nearly all cells of a workbook: words of plain and Vietnamese letters, one space between them.
_TIDY_WORD = (
    f"[!-~{''.join(f'{ch}{ch.upper()}' for ch in map(chr, _APART) if not ch.isascii())}đĐ]+"
)
_TIDY = re.compile(f"{_TIDY_WORD}(?: {_TIDY_WORD})*")


def nfc(s: str) -> str:
    """Give the one form in which text is stored: composed, visible characters, single spaces.

    Wrong Đ (U+00D0), full-width digits and tones written before the shape of their vowel are
    put right; invisible characters and soft hyphens go; any white space becomes one space.
    """
    if _TIDY.fullmatch(s):
        return s
    text = unicodedata.normalize("NFC", s.translate(_CLEANED))
    if _LOOSE_MARK.search(text):
        apart = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", _TONE_BEFORE_SHAPE.sub(r"\2\1", apart))
    return " ".join(text.split())


def nfc_lines(s: str) -> str:
    """Clean like `nfc`, line by line; lines stay, empty ones at both ends go."""
    return "\n".join(nfc(line) for line in s.splitlines()).strip("\n")


def shorten(s: str, limit: int = 40) -> str:
    """Give a value as it may stand inside a message: one line, at most `limit` characters."""
    text = nfc(s)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def unify_tone(s: str) -> str:
    """Write hoà, khoẻ, thuý as hòa, khỏe, thúy; quý, hoàng and everything else stay.

    For comparing words, not for storing names: people write their own name as they write it.
    """
    text = unicodedata.normalize("NFC", s)
    return _NEW_STYLE.sub(lambda found: _MOVED[found[0]], text)


def _without_marks(s: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFD", s) if not unicodedata.combining(ch))


@lru_cache(maxsize=1 << 14)
def fold(s: str) -> str:
    """Give the key of the loose search: no accents, đ as d, small letters, no punctuation."""
    text = nfc(s).lower().translate(_BARE)
    if not text.isascii():
        text = _without_marks(text).translate(_BARE)
    return " ".join(text.split())


def accented(s: str) -> str:
    """Give the key of the strict search: accents that are typed are accents required.

    Letters stand apart from their marks, so a word half typed ('đư', 'đứ') is part of the key
    of the whole word ('đức'). In oa, oe and uy the tone stands on both vowels: 'hoà' and 'hòa'
    are one key, both are the beginning of 'hoàng', and any part of a name is part of its key.
    The words are those of `fold`, one for one.
    """
    text = _EITHER_STYLE.sub(lambda found: _DOUBLED[found[0]], nfc(s).lower())
    words = text.translate(_APART_SPACED).split()
    return " ".join(word for word in words if not unicodedata.combining(word[0]) or fold(word))


def has_accents(s: str) -> bool:
    """Tell whether a search text carries accents (or đ) and so asks for the strict search."""
    text = unicodedata.normalize("NFD", nfc(s).lower())
    return not text.isascii() and ("đ" in text or _without_marks(text) != text)


_LETTER_KEY = dict(zip(_ALPHABET, string.ascii_uppercase + "abcdefg", strict=True))
_SHAPED = {apart: letter for letter, apart in _SHAPES.items()}
_TONE_KEY = {tone: str(place) for place, tone in enumerate(_TONES, start=1)}
_RUN = re.compile(r"([0-9]+)|[^0-9]")
_LONG_NUMBER = 16


def _number_key(digits: str) -> str:
    """Order runs of digits by value: their length first, leading zeros left out."""
    value = digits.lstrip("0")
    size = len(value)
    return (chr(ord("0") + size) if size < _LONG_NUMBER else f"@{size:06d}") + value


def _rune_key(ch: str) -> str:
    return _LETTER_KEY.get(ch) or (f"z{ord(ch):05x}" if ch.isalpha() else "-")


def _plain_word_key(word: str) -> str:
    """Give letters first and the tone after all letters, so that tones decide only ties."""
    letters: list[str] = []
    tone, extra = "0", ""
    for ch in unicodedata.normalize("NFD", word):
        if ch in _TONE_KEY:
            tone = _TONE_KEY[ch]
        elif letters and (letters[-1], ch) in _SHAPED:
            letters[-1] = _SHAPED[letters[-1], ch]
        elif unicodedata.combining(ch):
            extra += "~"
        else:
            letters.append(ch)
    runs = _RUN.finditer("".join(letters))
    keys = (_number_key(run[1]) if run[1] else _rune_key(run[0]) for run in runs)
    return "".join(keys) + "!" + tone + extra


@lru_cache(maxsize=1 << 15)
def _word_key(word: str) -> str:
    """Key of what stands between two spaces; empty when that is punctuation only."""
    return " ".join(map(_plain_word_key, nfc(word).lower().translate(_SPACED).split()))


@lru_cache(maxsize=1 << 14)
def sort_key(s: str) -> str:
    """Give an ASCII key whose byte order is Vietnamese dictionary order, word by word.

    Letters a ă â b c d đ e ê …, tones ngang huyền hỏi ngã sắc nặng (DOMAIN h5); digits come
    before letters and count by value. Punctuation separates words. Measured: STORAGE section 3.
    """
    return " ".join(filter(None, map(_word_key, s.split())))


@lru_cache(maxsize=1 << 16)
def name_sort_key(full_name: str) -> str:
    """Give the key that orders people: given name, then family name, then middle names."""
    words = full_name.split()
    return " ".join(filter(None, map(_word_key, words[-1:] + words[:-1])))


_LETTERS = re.compile("[^\\W\\d_](?:[^\\W_]|[\u0300-\u036f])*")


def title_name(s: str) -> str:
    """Write a person's name with a capital at every word and after hyphen or apostrophe."""
    return _LETTERS.sub(_capitalised, nfc(s))


def _capitalised(found: re.Match[str]) -> str:
    word = found[0]
    return word[0].title() + word[1:].lower()
