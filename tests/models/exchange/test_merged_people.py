"""What was decided about doubles in the register counts when a list is imported again."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.exchange.export import export_list
from models.exchange.importing import carry_out, plan_import
from models.registers import register as described
from models.registers.areas import Area
from models.registers.people import Person
from models.store.doubles import declare_different
from models.store.merging import merge
from models.store.query import Listing
from models.values.partial_date import PartialDate
from tests.models.exchange.imports import messages, outcome, people, planned
from tests.models.samples import fresh, person, stored

pytestmark = pytest.mark.usefixtures("register")
HEAD = ("Họ và tên", "Năm sinh", "Ấp", "Điện thoại", "Nghề nghiệp")


def namesakes() -> tuple[Person, Person]:
    area = stored(Area(name="Ấp Đông"))
    one = person("Lê Văn An", birth_date=PartialDate(1980), area=area)
    other = person(
        "Lê Văn An", birth_date=PartialDate(1980), area=area, phone="0913555214", job="Thợ hồ"
    )
    return one, other


def row(phone: str, job: str) -> tuple[object, ...]:
    return "Lê Văn An", 1980, "Ấp Đông", phone, job


def test_a_row_means_the_namesake_it_tells_more_of_once_they_are_told_apart(
    tmp_path: Path,
) -> None:
    one, other = namesakes()
    rows = [HEAD, row("0913555214", "Thợ hồ")]
    assert outcome(planned(tmp_path, "people", rows)) == {"doubtful": 1}
    declare_different(one, other)
    assert outcome(planned(tmp_path, "people", rows)) == {"same": 1}


def test_a_row_that_tells_no_more_of_either_still_waits(tmp_path: Path) -> None:
    one, other = namesakes()
    declare_different(one, other)
    plan = planned(tmp_path, "people", [HEAD, row("", "")])
    assert outcome(plan) == {"doubtful": 1}
    assert "Có thể là người đã có: Lê Văn An" in messages(plan)[0][2]


def test_a_workbook_written_before_a_merge_still_means_the_kept_person(tmp_path: Path) -> None:
    one, other = namesakes()
    path = tmp_path / "trước.xlsx"
    export_list(Listing(described("people")), path)
    merge(one, fresh(other), {"phone": other.phone, "job": other.job})
    plan = plan_import(path, described("people"))
    assert outcome(plan).keys() <= {"same", "updated"}
    carry_out(plan)
    assert people() == ["Lê Văn An"]
