"""What the papers of a training class are filled from: the class, its sittings, its trainees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from printing.documents.office import BLANK_OFFICE, OfficeData


@dataclass(frozen=True)
class SubjectRow:
    """A subject of the plan F28; `when` in words, such as "sáng 15/09/2025"."""

    words: str
    periods: int | None = None
    lecturer: str = ""
    when: str = ""


@dataclass(frozen=True)
class TraineeRow:
    """A trainee; `marks` are the letters x, P, K, M of the sittings in order, blank for none.

    `why` tells why somebody did not pass; `paper` is the number in the issue book of what the
    trainee was given.
    """

    name: str
    born: str = ""
    sex: str = ""
    citizen_id: str = ""
    unit: str = ""
    post: str = ""
    phone: str = ""
    marks: tuple[str, ...] = ()
    share: int | None = None
    score: str = ""
    grade: str = ""
    result: str = ""
    why: str = ""
    paper: str = ""
    note: str = ""


@dataclass(frozen=True)
class ClassData:
    """For F28 to F31 and F34: one class with all that belongs to it.

    `name` begins with "lớp", as inside a sentence; `days` are words ("từ ngày … đến ngày …");
    `sessions` are the sittings as (day or name, part of the day).
    """

    office: OfficeData = BLANK_OFFICE
    name: str = ""
    days: str = ""
    place: str = ""
    way: str = ""
    organiser: str = ""
    partner: str = ""
    head_teacher: str = ""
    whom: str = ""
    target: int | None = None
    periods: int | None = None
    budget: int | None = None
    aim: str = ""
    rule: str = ""
    paper: str = ""
    plan: str = ""
    year: int | None = None
    number: int | None = None
    day: date | None = None
    sessions: tuple[tuple[str, str], ...] = ()
    subjects: tuple[SubjectRow, ...] = ()
    trainees: tuple[TraineeRow, ...] = ()


@dataclass(frozen=True)
class InvitationData:
    """For F35: one trainee called to a class."""

    of: ClassData = ClassData()
    trainee: TraineeRow = TraineeRow("")


@dataclass(frozen=True)
class KindRow:
    """Classes of one kind in a year, counted, in F36; `indicator` is DT01 to DT03 or nothing."""

    indicator: str
    kind: str
    classes: int = 0
    trainees: int = 0
    passed: int = 0
    failed: int = 0
    papers: int = 0


@dataclass(frozen=True)
class TrainingYearData:
    """For F36: the classes that ended in a year, up to a day."""

    office: OfficeData = BLANK_OFFICE
    year: int | None = None
    as_of: date | None = None
    day: date | None = None
    rows: tuple[KindRow, ...] = ()
