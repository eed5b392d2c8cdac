"""Cases of the rules of training classes and trainees."""

from __future__ import annotations

from models.record import Record
from models.register import Rule
from models.registers import classes, trainees
from models.registers.classes import TrainingClass
from models.registers.people import Person
from models.registers.trainees import Trainee
from models.values.partial_date import PartialDate
from tests.contracts.cases import Case, made
from tests.models.samples import fresh, stored, whole


def _again() -> Record:
    return whole(Trainee, person=stored(whole(Trainee)).person)


def _in_another_class() -> Record:
    first = stored(whole(Trainee))
    other = stored(TrainingClass(name="Lớp khác"))
    return whole(Trainee, person=first.person, training_class=other)


def _class_of(count: int) -> Record:
    training = stored(whole(TrainingClass, target=1))
    for number in range(count):
        person = stored(Person(full_name=f"Nguyễn Văn {'ABC'[number]}"))
        stored(Trainee(training_class=training, person=person))
    return fresh(training)


NOVEMBER, OCTOBER = PartialDate(2026, 11, 12), PartialDate(2026, 11, 10)
STATEMENT = "Thông báo kết quả huấn luyện nghiệp vụ PCCC, CNCH"
CERTIFICATE = "Chứng nhận huấn luyện nghiệp vụ PCCC"

CLASS_CASES: dict[Rule, Case] = {
    classes.days_in_order: Case(
        ("ended", "Ngày bế giảng 10/11/2026 trước ngày khai giảng 12/11/2026."),
        made(TrainingClass, started=NOVEMBER, ended=OCTOBER),
        made(TrainingClass, started=NOVEMBER, ended=NOVEMBER),
        blocks=True,
    ),
    classes.share_is_percent: Case(
        ("least_share", "từ 0 đến 100%, đang ghi 101."),
        made(TrainingClass, least_share=101),
        made(TrainingClass, least_share=100),
        blocks=True,
    ),
    classes.paper_is_of_its_time: Case(
        ("paper", f"Lớp này thường cấp “{STATEMENT}”."),
        made(TrainingClass, kind="PCCC và CNCH", ended=NOVEMBER, paper=CERTIFICATE),
        made(TrainingClass, kind="PCCC và CNCH", ended=PartialDate(2025, 6), paper=CERTIFICATE),
    ),
    classes.over_target: Case(
        ("target", "Có 2 học viên, chỉ tiêu 1."),
        lambda: _class_of(2),
        lambda: _class_of(1),
    ),
    trainees.not_twice_in_class: Case(
        ("person", "Nguyễn Văn Đức đã có trong Tên lớp 27/QĐ."),
        _again,
        _in_another_class,
        blocks=True,
    ),
    trainees.grade_agrees: Case(
        ("grade", "Điểm 7,5 thường xếp loại Khá."),
        made(Trainee, grade="Giỏi"),
        made(Trainee, grade="Đạt"),
    ),
}
