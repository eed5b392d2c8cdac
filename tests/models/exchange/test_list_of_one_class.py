"""Lists of trainees asked for on the page of one class: where their rows go."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.exchange.importing import carry_out, plan_import
from models.registers import register as described
from models.registers.classes import TrainingClass
from models.registers.trainees import trainees_of
from models.values.partial_date import PartialDate
from tests.models.exchange.imports import outcome, planned, warned
from tests.models.exchange.test_trainees_import import AN, BINH, HEAD, TITLE, sheet_of
from tests.models.samples import stored

pytestmark = pytest.mark.usefixtures("register")


def class_of(name: str, day: int) -> TrainingClass:
    day_of = PartialDate(2026, 9, day)
    return stored(TrainingClass(name=name, started=day_of, ended=day_of))


def test_a_list_that_names_no_class_goes_to_the_one_it_was_asked_for_in(tmp_path: Path) -> None:
    class_of("Lớp một", 1)
    training = class_of("Lớp hai", 15)
    path = planned(tmp_path, "trainees", [HEAD, AN, BINH]).paths[0]
    refused = plan_import(path, described("trainees"))
    assert outcome(refused) == {"errors": 2}
    plan = plan_import(path, described("trainees"), within=training.id)
    assert (outcome(plan), plan.warnings()) == ({"new": 2}, [])
    carry_out(plan)
    assert sheet_of(training) == [("Lê Văn An", "xx", "Khá"), ("Trần Thị Bình", "xP", "Không đạt")]


def test_of_two_classes_of_one_name_the_one_asked_in_is_meant(tmp_path: Path) -> None:
    class_of("Lớp tập huấn PCCC", 1)
    training = class_of("Lớp tập huấn PCCC", 8)
    titled = [("Danh sách học viên lớp tập huấn PCCC",), HEAD, AN]
    path = planned(tmp_path, "trainees", titled).paths[0]
    assert outcome(plan_import(path, described("trainees"))) == {"doubtful": 1}
    carry_out(plan_import(path, described("trainees"), within=training.id))
    assert [one.title for one in trainees_of(training.id)] == ["Lê Văn An"]


def test_titles_of_another_class_are_followed_and_said_once(tmp_path: Path) -> None:
    asked = class_of("Lớp một", 1)
    path = planned(tmp_path, "trainees", [TITLE, HEAD, AN, BINH]).paths[0]
    plan = plan_import(path, described("trainees"), within=asked.id)
    words = "Bảng ghi “Lớp tập huấn PCCC” nên nhập vào lớp đó, không vào “Lớp một”."
    assert warned(plan) == [words]
    carry_out(plan)
    assert trainees_of(asked.id) == []


def test_a_score_that_comes_later_brings_its_grade_to_who_has_none(tmp_path: Path) -> None:
    training = class_of("Lớp một", 15)
    head = (*HEAD[:6], "Điểm")
    for score in (None, "7,5", "4"):
        path = planned(tmp_path, "trainees", [head, (*AN[:6], score)]).paths[0]
        carry_out(plan_import(path, described("trainees"), within=training.id))
    (seat,) = trainees_of(training.id)
    assert (seat.score, seat.grade) == (4.0, "Khá")
