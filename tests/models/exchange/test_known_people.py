"""Who a row means: by number, else by name with birth and area; a name alone never decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.registers.areas import Area
from models.registers.people import Person
from models.values.partial_date import PartialDate
from tests.models.exchange.imports import (
    imported,
    messages,
    one_person,
    outcome,
    people,
    planned,
    warned,
)
from tests.models.samples import stored, trash

pytestmark = pytest.mark.usefixtures("register")

HEAD = ("Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Ấp", "Nghề nghiệp")
KNOWN = {
    "full_name": "Nguyễn Văn Hòa",
    "birth_date": PartialDate(1985, 3, 14),
    "sex": "Nam",
    "citizen_id": "095085000001",
    "phone": "0913555214",
}
DOUBT = "Có thể là người đã có: Nguyễn Văn Hòa"


@pytest.fixture(autouse=True)
def known(register: Path) -> Person:
    area = stored(Area(name="Ấp Đông", kind="Ấp"))
    return stored(Person(**KNOWN, area=area))


def row(
    name: str = "Nguyễn Văn Hòa",
    *,
    born: object = "",
    sex: str = "",
    number: object = "",
    phone: object = "",
    area: str = "",
) -> tuple[object, ...]:
    return (name, born, sex, number, phone, area, "Làm ruộng")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"number": "095085000001"}, "updated"),
        ({"number": 95085000001}, "updated"),
        ({"number": "095085000001", "name": "NGUYỄN VĂN HOÀ"}, "updated"),
        ({"number": "095085000001", "name": "Nguyễn Văn Hà"}, "doubtful"),
        ({"born": "14/3/1985", "area": "Ấp Đông"}, "updated"),
        ({"born": "14/3/1985", "area": "ấp đông"}, "updated"),
        ({"born": "14/3/1985", "area": "Ap Dong"}, "updated"),
        ({"born": 1985, "area": "Ấp Đông"}, "doubtful"),
        ({"born": "14/3/1985"}, "doubtful"),
        ({"born": "14/3/1985", "area": "Ấp Tây"}, "doubtful"),
        ({"born": 1985, "area": "Ấp Tây"}, "new"),
        ({"born": "15/3/1985", "area": "Ấp Đông"}, "new"),
        ({"born": 1986, "area": "Ấp Đông"}, "new"),
        ({"phone": 913555214}, "updated"),
        ({"phone": "0913555214", "born": 1990}, "new"),
        ({"phone": "0913555214", "sex": "Nữ"}, "new"),
        ({"born": "14/3/1985", "area": "Ấp Đông", "number": "095085000002"}, "new"),
        ({"born": "14/3/1985", "area": "Ấp Đông", "sex": "Nữ"}, "new"),
        ({"phone": "0913555215", "area": "Ấp Đông"}, "new"),
        ({}, "doubtful"),
        ({"area": "Ấp Đông"}, "doubtful"),
        ({"area": "Ấp Tây"}, "new"),
        ({"name": "Nguyễn Văn Hoa"}, "new"),
    ],
)
def test_who_is_meant(tmp_path: Path, cells: dict[str, object], expected: str) -> None:
    plan = planned(tmp_path, "people", [HEAD, row(**cells)])  # type: ignore[arg-type]
    assert outcome(plan) == {"errors" if expected == "error" else expected: 1}
    if expected == "doubtful" and "name" not in cells:
        assert messages(plan)[0][2].startswith(DOUBT)


def test_a_doubt_points_at_the_number_or_the_name(tmp_path: Path) -> None:
    rows = [HEAD, row("Nguyễn Văn Hà", number="095085000001"), row(born=1985, area="Ấp Đông")]
    assert messages(planned(tmp_path, "people", rows)) == [
        (2, "D", "Số 095085000001 đã có ở Nguyễn Văn Hòa, khác tên. Xem lại số hoặc tên."),
        (3, "A", f"{DOUBT}, sinh 14/03/1985, Ấp Đông. Chọn là một người hoặc thêm mới."),
    ]


def test_a_namesake_of_the_area_is_added_with_a_warning(tmp_path: Path) -> None:
    plan = imported(tmp_path, "people", [HEAD, row(phone="0913555215", area="Ấp Đông")])
    assert warned(plan) == ["Cùng tên với Nguyễn Văn Hòa ở Ấp Đông. Thêm mới."]
    assert people() == ["Nguyễn Văn Hòa"] * 2


def test_whom_the_trash_holds_nobody_means(tmp_path: Path, known: Person) -> None:
    trash(known)
    assert outcome(planned(tmp_path, "people", [HEAD, row(number="095085000001")])) == {"new": 1}


def test_an_old_number_identifies_too(tmp_path: Path) -> None:
    rows = [HEAD, row("Lê Văn An", number="385123456"), row("Lê Văn An", number=385123456)]
    plan = imported(tmp_path, "people", rows)
    assert outcome(plan) == {"new": 1, "same": 1}
    assert one_person("Lê Văn An").old_id == "385123456"
    other = planned(tmp_path, "people", [HEAD, row("Lê Văn An", number="385123457")])
    assert outcome(other) == {"new": 1}


def test_a_number_told_in_one_row_is_known_in_the_next(tmp_path: Path) -> None:
    first = row("Lê Văn An", born="1/2/1990", area="Ấp Đông")
    numbered = row("Lê Văn An", born="1/2/1990", area="Ấp Đông", number="095090000001")
    other = row("Lê Văn Bê", number="095090000001")
    plan = planned(tmp_path, "people", [HEAD, first, numbered, other])
    assert outcome(plan) == {"new": 1, "same": 1, "doubtful": 1}


def test_two_names_alone_may_be_one_person(tmp_path: Path) -> None:
    plan = imported(tmp_path, "people", [HEAD, row("Lê Văn An"), row("Lê Văn An")])
    assert outcome(plan) == {"new": 1, "doubtful": 1}
    assert outcome(planned(tmp_path, "people", [HEAD, row("Lê Văn An")])) == {"doubtful": 1}
