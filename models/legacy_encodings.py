"""Old office files hold TCVN3 or VNI bytes shown as Windows-1252 letters; here they become Unicode.

A column is judged by counting the words that are possible Vietnamese syllables under each
reading, so plain Unicode ('Hoà', 'Dòng') and foreign signs ('§', '®') are not taken for old text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice, product

from models.text import nfc, nfc_lines


class Encoding(StrEnum):
    """How the letters of a text are to be read."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


# What Windows-1252 shows, and the letter meant (DOMAIN h1). The soft hyphen is ư; U+00D0, é or
# a wrong Đ, is read by its place.
_TCVN3_SHOWN = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþμ"
_TCVN3_MEANT = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵà"
_TCVN3_TABLE = str.maketrans(_TCVN3_SHOWN, _TCVN3_MEANT)
_NEVER_TCVN3 = frozenset("ÀÁÂÃÄÅÍÙÚÛà")  # letters whose bytes TCVN3 leaves free

# VNI writes a letter and a mark; a row: the letters, the shape they get, the marks by tone.
_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_VNI_ROWS = (
    ("aeouyôö", "", ("", "ù", "ø", "û", "õ", "ï")),
    ("aeo", "\u0302", ("â", "á", "à", "å", "ã", "ä")),
    ("a", "\u0306", ("ê", "é", "è", "ú", "ü", "ë")),
    ("i", "", ("", "í", "ì", "æ", "ó", "ò")),
)
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    small = dict(_VNI_LETTERS)
    for letters, shape, marks in _VNI_ROWS:
        for letter, (mark, tone) in product(letters, zip(marks, _TONES, strict=True)):
            written = mark if mark and letter == "i" else letter + mark
            meant = _VNI_LETTERS.get(letter, letter) + shape + tone
            small[written] = unicodedata.normalize("NFC", meant)
    table = dict(small)
    for written, meant in small.items():
        table[written[0].upper() + written[1:]] = table[written.upper()] = meant.upper()
    return {written: meant for written, meant in table.items() if written != meant}


_VNI = _vni_table()
_VNI_WRITTEN = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet "
    "oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut "
    "uy uya uych uyên uyêt uyn uynh uyp uyt uyu "
    "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS.replace(' ', '|')})?(?:{_RIMES.replace(' ', '|')})")
_TONE = re.compile(f"[{''.join(_TONES)}]")
_CLOSED = ("c", "ch", "p", "t")  # syllables that end so carry sắc or nặng only
_CLOSED_TONES = (["\u0301"], ["\u0323"])

_BREAK = re.compile(r"([\s\-–/.,;:()\"“”'’0-9+]+)")
_LOST_VOWEL = re.compile("(?:[bcdđghklmnrstvx]|[ckgnt]h|ph|tr)ng")
_LOST_FIRST_VOWEL = re.compile("(?<![uư])[ơờởỡớợ](?=(?:ng|c|u)$)")
_SAMPLE = 5000


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Tell whether a word, in any case, is built as Vietnamese syllables are."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(apart)
    plain = unicodedata.normalize("NFC", _TONE.sub("", apart))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not plain.endswith(_CLOSED) or tones in _CLOSED_TONES


@lru_cache(maxsize=1 << 14)
def _is_surely_unicode(word: str) -> bool:
    """Tell whether a word has a Vietnamese letter that no old encoding can show."""
    return any(ch > "\u00ff" and ch.isalpha() for ch in nfc(word.replace("μ", "")))


def _in_capitals(word: str, least: int = 2) -> bool:
    """Tell whether the unaccented letters of a word are capitals, and no fewer than `least`."""
    plain = [ch for ch in word if ch.isascii() and ch.isalpha()]
    return len(plain) >= least and all(ch.isupper() for ch in plain)


def _d_or_e(found: re.Match[str]) -> str:
    """Read U+00D0 in a word otherwise read: the Đ of a careless keyboard, or the byte of é.

    It is Đ at the start of a word unless a consonant follows, and among capitals (QĐ, HĐND).
    """
    before, after = found.string[: found.start()], found.string[found.end() :]
    if before:
        return "Đ" if _in_capitals(before, 1) and not after[:1].islower() else "é"
    base = unicodedata.normalize("NFD", after.lower())[:1]
    return "é" if base.isalpha() and base not in "aeiouy" else "Đ"


def _with_lost_u(word: str) -> str:
    """Put back the ư that tools drop as a soft hyphen: Hưng, Mường, Phước, where it is certain."""
    small = word.lower()
    if _LOST_VOWEL.fullmatch(small) and not word.isupper():
        return f"{word[:-2]}ư{word[-2:]}"
    found = _LOST_FIRST_VOWEL.search(small)
    if found is None:
        return word
    at = found.start()
    letter = "Ư" if word[at].isupper() else "ư"
    rest = word[at].lower() if at == 0 and not word.isupper() else word[at]
    return word[:at] + letter + rest + word[at + 1 :]


@lru_cache(maxsize=1 << 14)
def _tcvn3_word(word: str) -> str:
    """Read one word of TCVN3 text; words that are Unicode already stay."""
    if any(ch in _NEVER_TCVN3 for ch in word):
        return word
    meant = re.sub("Ð", _d_or_e, word.translate(_TCVN3_TABLE))
    if _is_surely_unicode(word) and (is_syllable(nfc(word)) or not is_syllable(meant)):
        return word
    if meant != word and not is_syllable(meant) and "\u00ad" not in word:
        repaired = _with_lost_u(meant)
        meant = repaired if is_syllable(repaired) else meant
    elif meant == word and _LOST_VOWEL.fullmatch(word.lower()):
        meant = _with_lost_u(word)
    return meant.upper() if _in_capitals(word) else meant


def _vni_word(word: str) -> str:
    """Read one word of VNI text; words that are Unicode already stay."""
    if _is_surely_unicode(word):
        return word
    return _VNI_WRITTEN.sub(lambda found: _VNI[found[0]], word)


_READERS: dict[Encoding, Callable[[str], str]] = {
    Encoding.TCVN3: _tcvn3_word,
    Encoding.VNI: _vni_word,
}


def decode(text: str, encoding: Encoding, font_name: str | None = None) -> str:
    """Give the text in Unicode, NFC, cleaned as `models.text.nfc_lines` does.

    Must get the text as the file holds it: cleaning removes the soft hyphen, which is ư in TCVN3.
    Fonts of capitals ('.VnTimeH') show small letters as capitals, so their text becomes capitals.
    Words that are valid Unicode Vietnamese inside old text are left as they are.
    """
    if encoding is Encoding.UNICODE:
        return nfc_lines(text)
    read = _READERS[encoding]
    parts = _BREAK.split(text)
    parts[::2] = map(read, parts[::2])
    meant = nfc_lines("".join(parts))
    capital_font = (font_name or "").startswith(".Vn") and (font_name or "").endswith("H")
    return meant.upper() if capital_font or _is_shouted(parts, text) else meant


def _is_shouted(parts: list[str], text: str) -> bool:
    """Tell whether a whole text is in capitals and was so even in its accented letters' words."""
    small = any(ch.isascii() and ch.islower() for ch in text)
    return not small and any(not word.isascii() and _in_capitals(word) for word in parts[::2])


def _font_encoding(font_names: Iterable[str]) -> Encoding | None:
    """Give the old encoding that at least half of the named fonts belong to."""
    names = [name.strip().lower() for name in font_names]
    for prefix, encoding in ((".vn", Encoding.TCVN3), ("vni-", Encoding.VNI)):
        if names and 2 * sum(name.startswith(prefix) for name in names) >= len(names):
            return encoding
    return None


def _accented_words(text: str) -> list[str]:
    """Give the words of a text that can tell readings apart."""
    words = _BREAK.split(text)[::2]
    return [
        word
        for word in words
        if len(word) > 1 and not word.isascii() and any(ch.isalpha() for ch in word)
    ]


def _reads_as_unicode(word: str) -> bool:
    return "\u00ad" not in word and is_syllable(nfc(word))


@dataclass(slots=True)
class _Evidence:
    """Numbers of texts that one old encoding makes readable, that read well anyway, or neither."""

    gained: int = 0
    plain: int = 0
    either: int = 0
    sure: int = 0
    unread: int = 0

    def add(self, words: list[str], read: Callable[[str], str]) -> None:
        """Judge one text by its accented words."""
        as_is = sum(map(_reads_as_unicode, words))
        as_old = sum(is_syllable(nfc(read(word))) for word in words)
        if as_old > as_is:
            self.gained += 1
        elif as_is < len(words):
            self.unread += 1
        elif any(map(_is_surely_unicode, words)):
            self.sure += 1
        else:
            self.plain += 1
            self.either += as_old == as_is

    def speaks_for(self, *, hinted: bool) -> bool:
        """Weigh the evidence; fonts of the encoding decide what can be read either way."""
        if hinted:
            return self.gained > 0 or (2 * self.either > self.plain and not self.sure)
        return self.gained > self.plain and 2 * self.gained >= self.unread


def detect(texts: Iterable[str], font_names: Iterable[str] = ()) -> Encoding:
    """Tell how a column of texts is encoded, from its words and the fonts of its cells.

    An old encoding must make more texts readable than are readable as they are. With its fonts
    one such text, or a column readable either way, is enough. Must get the texts as the file
    holds them: cleaning removes the soft hyphen.
    """
    hint = _font_encoding(font_names)
    accented = dict.fromkeys(islice((text for text in texts if not text.isascii()), _SAMPLE))
    best, most = Encoding.UNICODE, 0
    for encoding, read in _READERS.items():
        evidence = _Evidence()
        for words in filter(None, map(_accented_words, accented)):
            evidence.add(words, read)
        if evidence.speaks_for(hinted=encoding is hint):
            weight = evidence.gained + evidence.either * (encoding is hint)
            best, most = (encoding, weight) if weight > most else (best, most)
    return best
