"""Names of areas and teams inside captions, titles and cells, as offices write them.

'I. TỔ TỰ QUẢN SỐ 01 (Ấp Sóc Đồn): 15 thành viên' names a team and an area; only the kinds that
the catalogues know tell where a name begins.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from models.catalogues import catalogue
from models.text import accented, fold, has_accents, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERED: Final = re.compile(
    r"^(?:(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[A-Za-zĐđ])\s*[.):/-](?:\s+|(?=[^\W\d]))|[-–+*•]\s*)+"
)
_LABEL: Final = re.compile(
    r"^(?:tên )?(?:tổ|đội|đơn vị|địa bàn|ấp|thôn|khóm|danh sách(?: thành viên)?)\s*[:-]\s*(?=\S)",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    r"\s*[:,–-]?\s*[(\[]?\s*(?:gồm|có|tổng(?: số)?:?)?\s*\d{1,5}\s*"
    r"(?:thành viên|tổ viên|hội viên|đội viên|người|hộ|tổ|đội|tv|đ/c|đồng chí)\.?\s*[)\]]?\s*$"
    r"|\s*[(\[]\s*\d{1,4}\s*[)\]]\s*$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_END: Final = re.compile(
    r"[,;:()\[\]“”\"]|\s[-–]\s|\s(?:xã|phường|đặc khu|thị trấn|huyện|tỉnh|thành phố|năm|tháng"
    r"|ngày|quý|đến|và|thuộc|tính)\b",
    re.IGNORECASE,
)
_NOT_AN_AREA: Final = frozenset(
    ("bien", "van", "ban", "thong", "tai", "cac", "nhung", "moi", "toan", "hoa", "truong")
)
"""Words before a word for areas that make it something else: 'văn bản', 'các ấp', 'trưởng ấp'."""
_DOUBTFUL_KINDS: Final = frozenset({"ban", "lang", "khu", "khoi", "cum", "bon", "soc", "tk", "kp"})
"""Words for areas that mean too much else to be looked for in the middle of a line."""
_ROMAN: Final = re.compile(r"[IVXLC]+[A-Z]?|\w*\d\w*")
_TEAM_WORDS: Final = ("to", "doi", "cau lac bo", "clb", "nhom", "ban", "lien gia", "chi hoi")
_NOT_A_TEAM: Final = re.compile(
    r"(?:to|doi|nhom|ban) ?(?:truong|pho|vien|dan pho|chuc)\b|ban (?:do|in|sao|thao|ke)\b"
)
_DISTINCT: Final = re.compile(r"\d|“|\"")

Kinds = tuple[tuple[str, str], ...]


def tidy(text: str) -> str:
    """Take numbering, a label before a colon and a count of members off a caption or cell."""
    plain = nfc(text)
    for pattern in (_NUMBERED, _LABEL, _NUMBERED):
        plain = pattern.sub("", plain, count=1)
    return _COUNT.sub("", plain).strip(" :.,;-–*").strip("“”\"' ")


@cache
def _kinds(name: str) -> Kinds:
    """Return the folded writings of a catalogue's words, the longest first, with the word."""
    texts = [(t, entry.word) for entry in catalogue(name) for t in (entry.word, *entry.aliases)]
    return tuple(sorted(((fold(t), word) for t, word in texts), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1 << 12)
def area_kind(name: str) -> str:
    """Return the kind that a name begins with (Ấp, Khóm, Tổ dân phố …), or nothing."""
    return _leading(name, _kinds("area_kinds"))


def team_kind(name: str) -> tuple[str, bool]:
    """Return the kind that a team's name begins with and whether the law sets that kind up."""
    kind = _leading(name, _kinds("team_kinds"))
    found = catalogue("team_kinds").find(kind) if kind else None
    return kind, bool(found and found.extra.get("basis") == "luật định")


def is_team(name: str) -> bool:
    """Tell whether a text is the name of a team: a word for teams and more behind it."""
    folded = fold(name)
    if area_kind(name) or _NOT_A_TEAM.match(folded):
        return False
    if team_kind(name)[0]:
        return True
    return any(folded.startswith(f"{word} ") for word in _TEAM_WORDS)


def _leading(name: str, kinds: Kinds) -> str:
    folded = f"{fold(name)} "
    return next((word for text, word in kinds if folded.startswith(f"{text} ")), "")


@lru_cache(maxsize=1 << 12)
def area_name(text: str) -> str:
    """Return the name of an area as registers write it: 'ẤP SÓC ĐỒN, xã …' is 'Ấp Sóc Đồn'.

    A name that begins with no kind of area stays as it is, but for what follows it.
    """
    plain = tidy(text)
    found = _END.search(plain)
    plain = plain[: found.start()].strip() if found and found.start() else plain
    kind = area_kind(plain)
    if not kind:
        return plain
    words = plain.split()
    rest = words[_words_of_kind(plain) :]
    loud = plain.isupper()
    named = [_capital(word, loud=loud) for word in rest]
    return " ".join([kind, *named])


def _words_of_kind(name: str) -> int:
    folded = f"{fold(name)} "
    text = next(text for text, _ in _kinds("area_kinds") if folded.startswith(f"{text} "))
    return len(text.split())


def _capital(word: str, *, loud: bool) -> str:
    if _ROMAN.fullmatch(word):
        return word
    return word.title() if loud else word[:1].upper() + word[1:]


def area_inside(text: str) -> tuple[int, str] | None:
    """Find an area in the middle of a line: where it begins, and its name.

    'DANH SÁCH TỔ TỰ QUẢN ẤP SÓC ĐỒN NĂM 2025' names Ấp Sóc Đồn; 'VĂN BẢN SỐ 3' names none.
    """
    plain = nfc(text)
    words = plain.split()
    for at, word in enumerate(words):
        rest = " ".join(words[at:])
        kind = area_kind(rest)
        before = fold(words[at - 1]) if at else ""
        if not kind or before in _NOT_AN_AREA or (at and fold(word) in _DOUBTFUL_KINDS):
            continue
        name = _cut(rest)
        if area_kind(name) and len(name.split()) > _words_of_kind(name):
            return len(" ".join(words[:at])), area_name(name)
    return None


def _cut(rest: str) -> str:
    """Cut an area's name out of the line that begins with it."""
    found = _END.search(rest)
    name = rest[: found.start()] if found else rest
    words = name.split()
    if name.isupper():
        return " ".join(words[:6])
    size = _words_of_kind(name) if area_kind(name) else 1
    kept = words[:size]
    for word in words[size:]:
        if not (word[0].isupper() or word[0].isdigit() or word.lower() == "số"):
            break
        kept.append(word)
    return " ".join(kept)


def split_team(text: str) -> tuple[str, str]:
    """Split a caption or cell into the name of a team and the area it names; either may be blank.

    'Tổ tự quản số 01 (Ấp Sóc Đồn)', 'Tổ tự quản số 01 - ấp Sóc Đồn' and 'TỔ TỰ QUẢN SỐ 01 ẤP SÓC
    ĐỒN' are one. Where nothing but the kind of team would stay, the area is part of the name.
    """
    plain = tidy(text)
    area = ""
    for inside in _BRACKETED.findall(plain):
        if area_kind(inside):
            area = inside.strip()
    name = tidy(_BRACKETED.sub(" ", plain)) if area else plain
    found = area_inside(name)
    if found and found[0]:
        area = area or name[found[0] :].strip()
        before = name[: found[0]].rstrip(" ,-–:")
        name = before if _is_distinct(before) else name
    return team_name(name), area_name(area) if area else ""


def _is_distinct(name: str) -> bool:
    """Tell whether more than the kind of team stands in a name."""
    folded = fold(name)
    return all(folded != text for text, _ in _kinds("team_kinds")) and folded not in _TEAM_WORDS


def team_name(name: str) -> str:
    """Return a team's name without shouting: 'TỔ TỰ QUẢN SỐ 01' is 'Tổ tự quản số 01'."""
    plain = nfc(name)
    if not plain.isupper():
        return plain[:1].upper() + plain[1:]
    found = area_inside(plain)
    end = found[0] if found and found[0] else len(plain)
    words = [w if _ROMAN.fullmatch(w) else w.lower() for w in plain[:end].split()]
    words = [w.upper() if w in ("antt", "pccc", "ctxh", "atgt") else w for w in words]
    area = area_name(plain[end:])
    whole = " ".join([*words, area[:1].lower() + area[1:]] if area else words)
    return whole[:1].upper() + whole[1:]


def team_inside(text: str) -> str:
    """Find one team in a title: 'DANH SÁCH THÀNH VIÊN TỔ TỰ QUẢN SỐ 05 ẤP CÁI GIÁ'.

    A kind of team alone names none, nor does 'các tổ tự quản'.
    """
    words = nfc(text).split()
    for at in range(len(words)):
        rest = " ".join(words[at:])
        kind = team_kind(rest)[0] or (fold(words[at]) in ("to", "doi") and is_team(rest))
        if not kind or (at and fold(words[at - 1]) in ("cac", "nhung", "moi", "so")):
            continue
        found = _END.search(rest)
        name = rest[: found.start()] if found and found[0].strip() not in '(“"' else rest
        if _DISTINCT.search(name) or area_inside(name):
            return name
        return ""
    return ""


def known_inside(text: str, names: Iterable[str]) -> str:
    """Return the one of the names that a line holds as whole words; nothing for none or several.

    Accents must agree where the line has any; a name within a longer one does not count.
    """
    key = accented if has_accents(text) else fold
    line = f" {key(text)} "
    found = [name for name in names if f" {key(name)} " in line]
    widest = [n for n in found if not any(n != m and f" {key(n)} " in f" {key(m)} " for m in found)]
    return widest[0] if len(widest) == 1 else ""


def is_number(text: str) -> bool:
    """Tell whether a cell for teams holds only a number ('5', 'số 05')."""
    return fold(text).removeprefix("so ").isdigit()


def without_number_word(name: str) -> str:
    """Return a key that is the same for 'Tổ tự quản số 05' and 'Tổ tự quản 5'."""
    return " ".join(word.lstrip("0") or "0" for word in fold(name).split() if word != "so")
