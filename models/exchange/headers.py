"""Matches the words at the head of a column to what the column means.

Offices write the same heading in fifty ways ('Họ và tên học viên', 'HoTen', 'HỌ TÊN', 'Tổ trưởng
> Họ và tên'). A match here always has a reason a person can follow: the same words, the same
letters without spaces, or known words followed by words that do not change whose or what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.text import fold, nfc, unify_tone

Path = tuple[str, ...]

SURE = 0.75
MALE, FEMALE = "Nam", "Nữ"

_ABBREVIATIONS = {
    "sđt": "số điện thoại",
    "sdt": "số điện thoại",
    "đt": "điện thoại",
    "đtdđ": "điện thoại di động",
    "dtdd": "điện thoại di động",
    "cmnd": "chứng minh nhân dân",
    "cmt": "chứng minh nhân dân",
    "cccd": "căn cước công dân",
    "đdcn": "định danh cá nhân",
    "ddcn": "định danh cá nhân",
    "ntns": "ngày tháng năm sinh",
    "tdp": "tổ dân phố",
    "qđ": "quyết định",
    "qd": "quyết định",
    "tv": "thành viên",
    "sl": "số lượng",
    "đv": "đơn vị",
    "đc": "địa chỉ",
    "cv": "chức vụ",
    "xl": "xếp loại",
    "gcn": "giấy chứng nhận",
    "hktt": "hộ khẩu thường trú",
    "tđhv": "trình độ học vấn",
    "tdhv": "trình độ học vấn",
    "tđvh": "trình độ văn hóa",
    "tdvh": "trình độ văn hóa",
}
_ALONE = {"tt": "số thứ tự", "stt": "số thứ tự", "gt": "giới tính", "dt": "dân tộc"}
_SAME = (
    ("số lượng", "số"),
    ("số tt", "số thứ tự"),
    ("so dt", "so dien thoai"),
    ("ngày tháng(?: năm)?", "ngày"),
    ("ngay thang(?: nam)?", "ngay"),
    ("số ngày", "số"),  # 'Số, ngày quyết định': number and date in one cell begin with the number
)
_DROPPED = frozenset({"và", "va", "của", "các", "cua", "cac"})

# Words in front of known words that leave their meaning: 'Số căn cước', 'Họ tên tổ trưởng'.
_LEAD = frozenset({"số", "so", "mã", "ma", "thẻ", "the", "họ", "ho", "tên", "ten"} | {"kết", "quả"})
# Words behind known words that make it another person's, or another thing.
_OTHERS = re.compile(
    r"\b(cha|me|bo|vo|chong|con|chu ho|giam ho|phu huynh|dai dien|phu trach"
    r"|to truong|to pho|doi truong|doi pho|truong (ap|thon|khom|ban)|nguoi (lap|ky|gioi thieu)"
    r"|cap|cu|moi|het han|giai the|thu hoi|du kien|nu|nam(?! \d)|tinh|vang|cap lai|phu)\b"
)
_COMPOUNDS = frozenset({"to chuc", "to truong", "to pho", "vi tinh", "sinh hoat", "ho khau"})
_OF_A_PERSON = re.compile(r"\b(sinh|gioi tinh|tuoi|phai)\b")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CAMEL = re.compile(r"[^\W\d_]+")
_SIDES = re.compile(r"/|\bhoặc\b|\bhoac\b", re.IGNORECASE)
_SEX_WORDS = {"nam": MALE, "nữ": FEMALE, "nu": FEMALE}


@dataclass(frozen=True, slots=True)
class Match:
    """What a column was taken for.

    Attributes:
        key: the meaning, one of the vocabulary's keys.
        score: 0 to 1; 1 is the very words of an alias.
        sure: good enough to go on without asking.
        sex: `MALE` or `FEMALE` where the column is that half of a Nam/Nữ pair.
    """

    key: str
    score: float
    sure: bool
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A heading cut into words that count, as written and without accents; and all its letters."""

    words: tuple[str, ...]
    plain: tuple[str, ...]
    letters: str

    @property
    def bare(self) -> bool:
        """Whether it was typed without any accent."""
        return self.words == self.plain

    @property
    def joined(self) -> str:
        return "".join(self.plain)

    def after(self, place: int) -> str:
        """Give the words from a place on without accents, but for 'năm', which is not 'nam'."""
        pairs = zip(self.words[place:], self.plain[place:], strict=True)
        return " ".join(word if word == "năm" else plain for word, plain in pairs)

    @property
    def is_sex(self) -> bool:
        return self.words in {("nam",), ("nữ",)}


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a heading; `whole` asks for the very words of an alias."""

    phrase: _Phrase
    weight: float
    sex: str | None = None
    whole: bool = False


class Vocabulary:
    """The headings a register answers to.

    Args:
        aliases: for each key the phrases that name it.
        learned: what people chose before, as `heading_key` of the heading to key; it wins. An empty
            key leaves the column out.
    """

    def __init__(
        self, aliases: Mapping[str, Iterable[str]], learned: Mapping[str, str] | None = None
    ) -> None:
        self._aliases = [
            (key, phrase)
            for key, texts in aliases.items()
            for phrase in dict.fromkeys(p for text in texts for p in _phrases(text)[:1])
        ]
        self._learned = dict(learned or {})
        self._known: dict[Path, Match | None] = {}

    def match(self, path: Path) -> Match | None:
        """Tell what a heading means; `path` is the heading with its groups above it first."""
        if path not in self._known:
            self._known[path] = max(self.matches(path), key=lambda m: m.score, default=None)
        return self._known[path]

    def matches(self, path: Path) -> list[Match]:
        """All meanings a heading could have, the best score of each."""
        learned = self._learned.get(heading_key(path))
        if learned is not None:
            return [Match(learned, 1.0, True, _sex_of(path))] if learned else []
        best: dict[str, Match] = {}
        for reading in _readings(path):
            for key, alias in self._aliases:
                likeness = _likeness(reading.phrase, alias, reading.whole)
                score = round(reading.weight * likeness, 3)
                if score > (best[key].score if key in best else 0.0):
                    best[key] = Match(key, score, score >= SURE, reading.sex)
        return list(best.values())

    def assign(self, paths: Sequence[Path]) -> dict[int, Match]:
        """Give each heading of a table its meaning; each key once, best match first.

        What a person chose comes before every likeness.

        Only a Nam/Nữ pair shares its key. Returns matches by position in `paths`.
        """
        offers = [
            (match, position) for position, path in enumerate(paths) for match in self.matches(path)
        ]
        chosen = {at for at, path in enumerate(paths) if self._learned.get(heading_key(path))}
        offers.sort(key=lambda offer: (offer[1] not in chosen, -offer[0].score, offer[1]))
        given: dict[int, Match] = {}
        taken: dict[str, list[str | None]] = {}
        for match, position in offers:
            holders = taken.get(match.key, [])
            free = not holders or (match.sex and None not in holders and match.sex not in holders)
            if position not in given and free:
                given[position] = match
                taken.setdefault(match.key, []).append(match.sex)
        return dict(sorted(given.items()))


def heading_key(path: Path) -> str:
    """Form in which a heading is remembered: groups and heading, normalised, '>' between."""
    return " > ".join(" ".join(_phrases(part)[0].words) for part in path)


def is_number_heading(text: str) -> bool:
    """Tell whether a heading stands over running numbers (TT, STT, Số TT)."""
    return _phrases(text)[0].words == ("số", "thứ", "tự")


def is_person_heading(text: str) -> bool:
    """Tell whether a heading stands over names of people (Họ và tên, Họ tên học viên)."""
    words = _phrases(text)[0].words
    return words[:2] in {("họ", "tên"), ("ho", "ten")}


def sex_of_heading(text: str) -> str | None:
    """Tell which sex a heading names; nothing when it names none or both."""
    words = _phrases(text)[0].words
    return _SEX_WORDS.get(words[0]) if len(words) == 1 else None


def _sex_of(path: Path) -> str | None:
    return sex_of_heading(path[-1]) if path else None


def _readings(path: Path) -> list[_Reading]:
    """Give every way to read a heading: alone, and together with each group above it."""
    *groups, leaf = path or ("",)
    sex = _sex_of(path)
    above = [_phrases(group)[0] for group in groups]
    alone = 0.9 if above else 1.0
    readings = [
        _Reading(phrase, alone if n == 0 else 0.95 * alone, sex)
        for n, phrase in enumerate(_phrases(leaf))
    ]
    if any(_OTHERS.search(" ".join(group.plain)) for group in above):
        readings = []
    first = _phrases(leaf)[0]
    for group in above:
        readings.append(_Reading(_joined(first, group), 1.0))
        readings.append(_Reading(_joined(group, first), 1.0, whole=True))
        if sex and _OF_A_PERSON.search(" ".join(group.plain)):
            readings.append(_Reading(group, 0.98, sex))
    return readings


def _joined(first: _Phrase, second: _Phrase) -> _Phrase:
    words, plain = first.words + second.words, first.plain + second.plain
    return _Phrase(words, plain, first.letters + second.letters)


@lru_cache(maxsize=4096)
def _phrases(text: str) -> tuple[_Phrase, ...]:
    """Readings of one heading: whole, without brackets, then each side of 'or'."""
    text = nfc(text.replace("\n", " "))
    outside = _BRACKETS.sub(" ", text)
    texts = [text]
    if outside.strip() and outside != text:
        texts = [outside, text]
    sides = _SIDES.split(outside)
    if len(sides) > 1 and not all(side.strip().lower() in _SEX_WORDS for side in sides):
        texts += sides
    return tuple(dict.fromkeys(map(_phrase, texts)))


def _phrase(text: str) -> _Phrase:
    spaced = text if " " in text.strip() else _CAMEL.sub(_apart, text)
    words = unify_tone(re.sub(r"[\W_]+", " ", spaced).lower()).split()
    if all(len(word) == 1 for word in words):
        words = ["".join(words)] if words else []
    if len(words) == 1:
        words = _ALONE.get(words[0], words[0]).split()
    words = " ".join(_ABBREVIATIONS.get(word, word) for word in words).split()
    line = " ".join([word for word in words if word not in _DROPPED] or words)
    for written, meant in _SAME:
        line = re.sub(rf"\b{written}\b", meant, line)
    kept = line.split()
    letters = "".join(map(fold, words))
    return _Phrase(tuple(kept), tuple(fold(word) for word in kept), letters)


def _apart(found: re.Match[str]) -> str:
    """Cut 'SoCCCD' and 'HoTenMe' at the capitals that begin a word."""
    run = found[0]
    starts = [
        at
        for at in range(1, len(run))
        if run[at].isupper() and (run[at - 1].islower() or run[at + 1 : at + 2].islower())
    ]
    return " ".join(run[i:j] for i, j in zip([0, *starts], [*starts, len(run)], strict=True))


def _likeness(heading: _Phrase, alias: _Phrase, whole: bool) -> float:
    """Score a heading against one alias; 0 where there is no reason to take it for that."""
    if not heading.words or not alias.words:
        return 0.0
    if heading.words == alias.words:
        return 1.0
    if heading.plain == alias.plain and not heading.is_sex:
        if heading.bare:
            return 0.97
        return 0.85 if len(alias.plain) > 1 else 0.0
    if len(alias.joined) > 3 and heading.letters in {alias.joined, alias.letters}:
        return 0.95
    return 0.0 if whole else _contained(heading, alias)


def _contained(heading: _Phrase, alias: _Phrase) -> float:
    """Score an alias of two words or more that stands within a longer heading."""
    size = len(alias.words)
    if size < 2 or len(heading.words) <= size:
        return 0.0
    words, wanted = (heading.plain, alias.plain) if heading.bare else (heading.words, alias.words)
    for start in range(len(words) - size + 1):
        if words[start : start + size] == wanted:
            lead, trail = words[:start], heading.after(start + size)
            seam = " ".join(heading.plain[start + size - 1 : start + size + 1])
            if _LEAD.issuperset(lead) and seam not in _COMPOUNDS and not _OTHERS.search(trail):
                return 0.6 + 0.35 * size / len(words)
    return 0.0
