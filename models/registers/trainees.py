"""Trainees: people in a class, their attendance session by session, their score and grade."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.catalogues import shipped
from models.fields import Choice, Link
from models.passage import Passage
from models.problem import Problem, warning
from models.record import Record
from models.register import Column, Register, Section, asks_register
from models.registers.classes import Session, Trainee, TrainingClass
from models.registers.people import Person
from models.rules.passing import grade_of
from models.scores import show_score

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TRAINEES", "Attendance", "Trainee"]

MARKS = tuple(shipped("attendance").words())
PRESENT, EXCUSED, ABSENT, LATE = MARKS


class Attendance(Record):
    """How one trainee attended one session; no mark means not marked yet."""

    NOUN: ClassVar[str] = "điểm danh"
    ONCE: ClassVar[tuple[str, ...]] = ("trainee", "session")

    trainee_id: int
    session_id: int
    trainee = Link(Trainee, "Học viên", required=True)
    session = Link(Session, "Buổi học", required=True)
    mark = Choice(MARKS, "Điểm danh")

    class Meta:
        """Table name."""

        table_name = "attendance"

    @property
    def title(self) -> str:
        """Trainee and session."""
        return f"{self.trainee.title}, {self.session.title[:1].lower()}{self.session.title[1:]}"


def classes_of_person(person: Person) -> Iterator[Passage]:
    """Tell which classes a person sat in, and with what result."""
    live = (Trainee.person == person.id) & Trainee.trashed_at.is_null()
    for trainee in Trainee.select().where(live):
        sitting = trainee.training_class
        result = f": {trainee.result.lower()}" if trainee.result else ""
        yield Passage(
            sitting.ended or sitting.started, f"Học {sitting.in_sentence}{result}", trainee
        )


def trainees_of(key: int) -> list[Trainee]:
    """Return the trainees of the class with a key, in the order of its printed sheets."""
    live = (Trainee.training_class == key) & Trainee.trashed_at.is_null()
    query = Trainee.select(Trainee, Person).join(Person).where(live)
    return list(query.order_by(Trainee.number.is_null(), Trainee.number, Trainee.id))


def marks_of(key: int) -> dict[tuple[int, int], Attendance]:
    """Return the attendance kept of the class with a key, by trainee and session."""
    live = (Session.training_class == key) & Attendance.trashed_at.is_null()
    query = Attendance.select().join(Session, on=Attendance.session == Session.id).where(live)
    return {(one.trainee_id, one.session_id): one for one in query}


def letter_of(mark: str) -> str:
    """Return the letter of a mark as it stands on sheets: x, P, K, M; nothing for none."""
    entry = shipped("attendance").find(mark) if mark else None
    return entry.extra.get("mark", "") if entry else ""


@asks_register
def not_twice_in_class(trainee: Trainee) -> Iterator[Problem]:
    """One person sits in a class once."""
    if trainee.person_id is None or trainee.training_class_id is None:
        return
    same = (Trainee.training_class == trainee.training_class_id) & Trainee.trashed_at.is_null()
    for other in Trainee.select().where(same, Trainee.person == trainee.person_id).limit(2):
        if other.id != trainee.id:
            yield Problem("person", f"{trainee.title} đã có trong {trainee.training_class.title}.")


def grade_agrees(trainee: Trainee) -> Iterator[Problem]:
    """Warn when the grade is not what the score means."""
    meant = grade_of(trainee.score)
    plain = trainee.grade == "Đạt" and meant != "Không đạt"
    if meant and trainee.grade and trainee.grade != meant and not plain:
        score = show_score(trainee.score)
        yield warning("grade", f"Điểm {score} thường xếp loại {meant}. Vẫn lưu được.")


TRAINEES = Register(
    name="trainees",
    title="Học viên",
    model=Trainee,
    sections=(
        Section(
            "Người và lớp",
            (
                Trainee.training_class,
                Trainee.person,
                Trainee.number,
                Trainee.unit,
                Trainee.post,
                Trainee.category,
                Trainee.documents,
            ),
        ),
        Section("Kết quả", (Trainee.score, Trainee.grade)),
        Section("Ghi chú", (Trainee.note,)),
    ),
    columns=(
        Column(Person.full_name, 3),
        Column(Person.birth_date, 1.4),
        Column(Trainee.unit, 2.6),
        Column(Trainee.training_class, 3),
        Column(Trainee.share, 1.1),
        Column(Trainee.score, 0.9),
        Column(Trainee.grade, 1.4),
        Column(Trainee.result, 1.3),
        Column(Person.sex, 0),
        Column(Person.citizen_id, 0),
        Column(Person.phone, 0),
        Column(Person.area, 0),
        Column(Person.address, 0),
        Column(Trainee.post, 0),
    ),
    search=(
        Person.full_name,
        Person.citizen_id,
        Person.phone,
        Trainee.unit,
        TrainingClass.name,
        Trainee.grade,
    ),
    rules=(not_twice_in_class, grade_agrees),
    aliases=(
        (Person.full_name, ("Họ và tên học viên", "Tên học viên", "Học viên", "Họ tên người học")),
        (Trainee.training_class, ("Tên lớp", "Lớp học", "Lớp tập huấn")),
        (
            Trainee.unit,
            (
                "Đơn vị công tác",
                "Tổ",
                "Đội",
                "Tổ, đội",
                "Nơi công tác",
                "Đơn vị, tổ",
                "Cơ quan, đơn vị",
                "Cơ quan",
                "Tổ chức",
            ),
        ),
        (Trainee.post, ("Chức danh", "Vai trò", "Nhiệm vụ")),
        (Trainee.category, ("Thành phần", "Loại học viên")),
        (Trainee.documents, ("Ký nhận tài liệu", "Nhận tài liệu", "Tài liệu")),
        (
            Trainee.score,
            (
                "Điểm thi",
                "Điểm kiểm tra",
                "Điểm thu hoạch",
                "Điểm bài thu hoạch",
                "Kết quả kiểm tra",
                "Điểm số",
                "Điểm trung bình",
                "Điểm TB",
                "Điểm cuối khóa",
                "Điểm kết thúc",
                "Điểm thực hành",
            ),
        ),
        (Trainee.grade, ("Xếp loại học tập", "Loại", "Kết quả xếp loại", "Phân loại")),
    ),
)
