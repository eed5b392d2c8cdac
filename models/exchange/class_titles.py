"""What the lines above a list of trainees say of their class: its name, days, place and plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.catalogues import catalogue
from models.text import fold, nfc
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME: Final = re.compile(r"\b(?:lớp|khóa)\s*:?\s+\S", re.IGNORECASE)
_NOT_A_NAME: Final = re.compile(
    r"^(?:giảng viên|chủ nhiệm|ban tổ chức|kinh phí|điều kiện|kế hoạch)\b", re.IGNORECASE
)
_TAIL: Final = re.compile(
    r"\s*[(,;–-]?\s*(?:(?:bắt đầu |khai giảng )?(?:từ|ngày)\s+(?:ngày\s+)?\d|tại\s|năm \d{4}\s*$"
    r"|kèm theo|thời gian\s*:|địa điểm\s*:)",
    re.IGNORECASE,
)
_YEAR_TAIL: Final = re.compile(r"\s+năm\s+\d{4}\s*$", re.IGNORECASE)
_DATE: Final = (
    r"(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(\d{4}|\d{2}))?"
)
_RANGE: Final = re.compile(
    r"(?:từ\s+)?(?:ngày\s+)?(\d{1,2})(?:(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2}))?"
    r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(\d{4}|\d{2}))?\s*(?:đến|tới|-|–|—)\s*(?:hết\s+)?(?:ngày\s+)?"
    + _DATE,
    re.IGNORECASE,
)
_ONE: Final = re.compile(rf"(?:ngày|thời gian\s*:|lúc)\s+(?:ngày\s+)?{_DATE}", re.IGNORECASE)
_PLACE: Final = re.compile(r"\b(?:tại|địa điểm)\s*:?\s+(.+)$", re.IGNORECASE)
_PLACE_END: Final = re.compile(r"[)(;]|[,.]\s*(?:từ|ngày|thời gian|do)\s", re.IGNORECASE)
_PLAN: Final = re.compile(
    r"(kế hoạch|quyết định)\s*(?:mở lớp\s*)?số\s*:?\s*([\w/.&-]+)"
    rf"(?:\s*,?\s*ngày\s+{_DATE})?",
    re.IGNORECASE,
)
_BODY: Final = re.compile(r"(?:đơn vị|cơ quan)\s+(?:tổ chức|mở lớp)\s*:\s*(.+)$", re.IGNORECASE)
_LABEL: Final = re.compile(r"^(lớp|khóa)\s*:\s*(\w)", re.IGNORECASE)
_CODE: Final = re.compile(r"lớp\s+(.*\d.*)", re.IGNORECASE)
_LOUD_WORDS: Final = frozenset(
    [
        "PCCC",
        "CNCH",
        "PCCC&CNCH",
        "ANTT",
        "ANTQ",
        "BVANTT",
        "BVDP",
        "CAND",
        "TTXH",
        "TTATGT",
        "ATGT",
        "CQ",
        "DN",
        "CSGD",
        "UBND",
        "HĐND",
        "CA",
    ]
)
_OF_PEOPLE: Final = re.compile(r"\bdanh sách|bảng điểm|kết quả|điểm danh|theo dõi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClassTold:
    """What lines say of a class; blank where they do not say."""

    name: str = ""
    code: str = ""
    started: PartialDate | None = None
    ended: PartialDate | None = None
    place: str = ""
    plan_number: str = ""
    plan_date: PartialDate | None = None
    decision_number: str = ""
    decision_date: PartialDate | None = None
    organiser: str = ""

    def values(self) -> dict[str, object]:
        """Return what is told, by field of the class."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in told.items() if value}


def class_told(titles: Iterable[str], sheet: str = "") -> ClassTold:
    """Read the lines above a list, the sheet's name where they name no class."""
    lines = [nfc(line) for line in titles]
    found: dict[str, object] = {}
    for line in lines:
        for name, value in (*_papers(line), *_days(line), *_where(line)):
            found.setdefault(name, value)
    name = next((name for line in lines if (name := _name(line))), "")
    code = _CODE.fullmatch(nfc(sheet))
    found["name"] = name or _name(nfc(sheet))
    found["code"] = code[1] if code and name else ""
    return ClassTold(**found)  # type: ignore[arg-type]


def class_kind(name: str) -> str:
    """Return the kind of class whose word or other writing stands in a name; the longest wins."""
    folded = f" {fold(name)} "
    writings = [
        (len(text), entry.word)
        for entry in catalogue("class_kinds")
        for text in map(fold, (entry.word, *entry.aliases))
        if f" {text} " in folded and text != "khac"
    ]
    return max(writings)[1] if writings else ""


def _name(line: str) -> str:
    """Return the class a line names: from the word 'lớp' to what tells its days or place."""
    found = _NAME.search(line)
    if found is None or _NOT_A_NAME.match(line):
        return ""
    if found.start() and not _OF_PEOPLE.search(line[: found.start()]):
        return ""
    name = line[found.start() :]
    tail = _TAIL.search(name, 4)
    name = name[: tail.start()] if tail else name
    name = _YEAR_TAIL.sub("", name).strip(' :.,;-–()"“”')
    return _calm(_LABEL.sub(lambda label: f"{label[1]} {label[2].lower()}", name))


def _calm(name: str) -> str:
    """Write a name in capitals as a sentence; abbreviations stay."""
    if name.isupper():
        words = [w if w.strip(",;.()") in _LOUD_WORDS else w.lower() for w in name.split()]
        name = " ".join(words)
    return name[:1].upper() + name[1:]


def _days(line: str) -> list[tuple[str, object]]:
    if _PLAN.search(line):
        line = _PLAN.sub(" ", line)
    found = _RANGE.search(line)
    if found:
        day, month, year, last, last_month, last_year = found.groups()
        if not (last_year or year):
            return []
        ended = _date(last, last_month, last_year or year)
        started = _date(day, month or last_month, year or last_year)
        return [("started", started), ("ended", ended)] if started and ended else []
    one = _ONE.search(line)
    day_told = _date(*one.groups()) if one and one[3] else None
    return [("started", day_told), ("ended", day_told)] if day_told else []


def _date(day: str, month: str, year: str) -> PartialDate | None:
    whole = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return PartialDate(whole, int(month), int(day))
    except ValueError:
        return None


def _where(line: str) -> list[tuple[str, object]]:
    found = _PLACE.search(line)
    told: list[tuple[str, object]] = []
    if found:
        place = _PLACE_END.split(found[1])[0].strip(" .,;:")
        told.append(("place", place[:1].upper() + place[1:]))
    body = _BODY.search(line)
    return [*told, ("organiser", body[1].strip(" .;"))] if body else told


def _papers(line: str) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    for kind, number, *day in _PLAN.findall(line):
        field = "plan" if fold(kind) == "ke hoach" else "decision"
        told.append((f"{field}_number", number.rstrip(".,;-")))
        if day and day[2]:
            told.append((f"{field}_date", _date(*day)))
    return told
