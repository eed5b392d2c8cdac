"""A person's life over all registers, in words, newest first."""

from __future__ import annotations

import pytest

from models.registers.classes import TrainingClass
from models.registers.lives import life_of
from models.registers.members import EarlierService, Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.teams import Team
from models.registers.trainees import Trainee
from models.store.change import change
from models.store.merging import merge
from models.store.trash import restore_with_belongings
from models.values.partial_date import PartialDate
from tests.models.samples import fresh, person, stored, trash

pytestmark = pytest.mark.usefixtures("register")


def life(someone: Person) -> list[str]:
    return [f"{one.when.shown if one.when else '?'}: {one.words}" for one in life_of(someone)]


def told() -> tuple[Person, Membership]:
    someone = person("Nguyễn Văn Đức", birth_date=PartialDate(1979))
    team = stored(Team(name="Tổ 1", state="Đang hoạt động"))
    member = stored(
        Membership(
            person=someone,
            team=team,
            role="Tổ phó",
            joined=PartialDate(2019, 3),
            left=PartialDate(2024, 1, 5),
            left_why="Chuyển nơi ở",
        )
    )
    stored(Membership(person=someone, team=stored(Team(name="Tổ 2", state="Đang hoạt động"))))
    stored(Review(member=member, year=2022, part="Cả năm", rating="Tốt"))
    stored(
        EarlierService(
            person=someone, force="Dân phòng", unit="Ấp 3", started=PartialDate(2010), ended=None
        )
    )
    return someone, member


def test_every_register_tells_its_part_newest_first_and_undated_last() -> None:
    someone, _member = told()
    assert life(someone) == [
        "05/01/2024: Thôi Tổ 1: chuyển nơi ở",
        "2022: Xếp loại Tốt, cả năm 2022, Tổ 1",
        "03/2019: Vào Tổ 1, tổ phó",
        "2010: Dân phòng, Ấp 3",
        "?: Vào Tổ 2, thành viên",
    ]


def test_classes_tell_when_they_ended_and_with_what_result() -> None:
    someone = person("Nguyễn Văn Đức")
    for name, day, score in (
        ("Lớp tập huấn PCCC", PartialDate(2025, 9, 17), 7.5),
        ("Bồi dưỡng nghiệp vụ", PartialDate(2024), 4.0),
        ("PCCC và CNCH", None, None),
    ):
        training = stored(TrainingClass(name=name, ended=day, least_score=5.0))
        stored(Trainee(training_class=training, person=someone, score=score))
    assert life(someone) == [
        "17/09/2025: Học lớp tập huấn PCCC: đạt",
        "2024: Học lớp bồi dưỡng nghiệp vụ: không đạt",
        "?: Học lớp PCCC và CNCH",
    ]
    trash(TrainingClass.get(TrainingClass.name == "Lớp tập huấn PCCC"))
    assert len(life(someone)) == 2


def test_a_merge_stands_in_the_life_and_what_is_deleted_does_not() -> None:
    someone, member = told()
    other = person("Nguyen Van Duc")
    merge(someone, other, {})
    assert "22/11/2026: Gộp với Nguyen Van Duc" in life(fresh(someone))
    trash(member)
    assert not any("Tổ 1" in line for line in life(fresh(someone)))


def test_what_was_deleted_along_comes_back_along_and_what_before_does_not() -> None:
    someone, member = told()
    before = life(someone)
    early = Membership.select().where(Membership.joined.is_null()).get()
    trash(early)
    trash(fresh(someone))
    with change("Khôi phục") as work:
        restore_with_belongings(work, someone)
    assert life(fresh(someone)) == before[:-1]
    assert fresh(member).trashed_at is None
    assert fresh(early).trashed_at is not None
