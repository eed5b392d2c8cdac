"""Training classes of the demo register: planned, under way, to print for, done, cancelled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.demo.words import chance, in_sentence, number, pick, rows
from models.registers.classes import CLOSED, ISSUED, OPEN, TO_PRINT, Session, Subject, TrainingClass
from models.registers.trainees import Attendance, Trainee
from models.rules.passing import grade_of
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from models.registers.members import Membership

MARKS = "Có mặt:93|Vắng có phép:3|Vắng không phép:2|Muộn:2"
SCORES = "9.5:4|9:9|8.5:12|8:14|7.5:14|7:14|6.5:11|6:9|5.5:6|5:5|4.5:3|4:2"
ANYONE = "*"
CATEGORIES = {
    "PCCC và CNCH": "Dân phòng",
    "Bồi dưỡng nghiệp vụ bảo vệ ANTT": "Tổ bảo vệ an ninh, trật tự",
    "Tổ chức quần chúng": "Tổ tự quản",
}
AIM = "Trang bị kiến thức, kỹ năng cần thiết để học viên làm tốt nhiệm vụ được giao ở cơ sở."


@dataclass(slots=True)
class Course:
    """One class with all that belongs to it.

    Attributes:
        training: the class.
        entered: days ago that trainees and attendance were written down; nothing for none.
        subjects, sessions, trainees, attendance: in the order they are stored.
    """

    training: TrainingClass
    entered: int | None
    subjects: list[Subject] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    trainees: list[Trainee] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)


def courses(members: list[Membership], today: date) -> list[Course]:
    """Return all classes, their trainees drawn from those who serve in teams."""
    return [_course(row, members, today) for row in rows("classes")]


def _course(row: dict[str, str], members: list[Membership], today: date) -> Course:
    begun = today - timedelta(days=int(row["begun"]))
    days = [begun + timedelta(days=n) for n in range(int(row["days"]))]
    training = TrainingClass(
        name=row["name"].format(year=begun.year),
        code=row["code"].format(year=begun.year),
        kind=row["kind"],
        state=row["state"],
        way="Trực tiếp",
        started=PartialDate.from_date(days[0]),
        ended=PartialDate.from_date(days[-1]),
        periods=number(row["periods"]),
        place=row["place"],
        organiser=row["organiser"],
        issuer=row["issuer"],
        partner=row["partner"],
        head_teacher=row["head_teacher"],
        plan_number=row["plan"],
        plan_date=PartialDate.from_date(begun - timedelta(days=21)),
        target=number(row["target"]),
        budget=number(row["budget"]),
        least_share=number(row["share"]),
        least_score=float(row["score"]) if row["score"] else None,
        aim=AIM,
    )
    course = Course(training, number(row["entered"]))
    parts = row["parts"].split("|")
    course.sessions = [
        Session(training_class=training, day=day, part=part) for day in days for part in parts
    ]
    course.subjects = [_subject(course, told) for told in rows("subjects") if _is_of(told, row)]
    if row["trainees"] != "0":
        _seat(course, row, members)
        _hold(course, today, tested=row["tested"] == "yes")
    return course


def _is_of(told: dict[str, str], row: dict[str, str]) -> bool:
    return told["kind"] == row["kind"]


def _subject(course: Course, told: dict[str, str]) -> Subject:
    session = course.sessions[min(int(told["session"]), len(course.sessions)) - 1]
    return Subject(
        training_class=course.training,
        name=told["name"],
        lecturer=told["lecturer"],
        periods=number(told["periods"]),
        day=session.day,
        part=session.part,
    )


def _seat(course: Course, row: dict[str, str], members: list[Membership]) -> None:
    """Seat as many people as the class has, each once, from the teams of the pool."""
    pool = row["pool"].split("|")
    able = [
        one for one in members if one.left is None and (pool == [ANYONE] or one.team.kind in pool)
    ]
    source = chance("seats", row["code"])
    source.shuffle(able)
    drawn = list({one.person_id: one for one in able}.values())[: int(row["trainees"])]
    for place, one in enumerate(sorted(drawn, key=lambda one: one.title_key()), start=1):
        area = one.team.area
        unit = one.team.name
        if area is not None and in_sentence(area.name) not in unit:
            unit = f"{unit}, {in_sentence(area.name)}"
        course.trainees.append(
            Trainee(
                training_class=course.training,
                person=one.person,
                number=place,
                unit=unit,
                post=one.role,
                category=CATEGORIES.get(row["kind"], ""),
                documents=True,
            )
        )


def _hold(course: Course, today: date, *, tested: bool) -> None:
    """Mark the attendance of the sittings held, and the scores of a class that is over."""
    over = course.training.state in (CLOSED, TO_PRINT, ISSUED)
    held = [one for one in course.sessions if one.day and one.day < today]
    if course.training.state == OPEN:
        held = held[:2]
    for trainee in course.trainees:
        source = chance("taught", course.training.code, trainee.number)
        for session in held:
            mark = pick(source, MARKS)
            course.attendance.append(Attendance(trainee=trainee, session=session, mark=mark))
        if over and tested and source.randrange(100) < 97:
            trainee.score = float(pick(source, SCORES))
            trainee.grade = grade_of(trainee.score)
        elif over and tested:
            trainee.note = "Vắng kiểm tra"
