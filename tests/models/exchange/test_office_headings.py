"""Headings of commune workbooks beyond the registers' own labels, as offices write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.exchange.importing import plan_import
from models.exchange.meanings import Meanings
from models.registers import register as described
from tests.models.exchange import workbooks

pytestmark = pytest.mark.usefixtures("register")

PEOPLE = {
    "Person.area": ["Thôn, ấp", "Ấp/khóm", "Xóm", "Khu phố", "KDC", "Bản", "Thuộc ấp"],
    "Person.citizen_id": ["Số CC", "Căn cước", "Số thẻ căn cước", "Mã định danh", "ĐDCN"],
    "Person.birth_date": ["N.sinh", "Sinh năm"],
    "Person.full_name": ["Tên thành viên", "Họ, chữ đệm và tên"],
    "Person.religion": ["TG", "T.giáo"],
    "Person.phone": ["Liên hệ", "SĐT liên hệ"],
}
MEMBERS = {
    "Membership.team": ["Đội", "Tổ, đội", "Tổ tự quản", "CLB"],
    "Membership.joined": ["Năm tham gia", "Thời gian tham gia"],
    "Membership.role": ["Phân công nhiệm vụ"],
}
TEAMS = {
    "Team.area": ["Thôn, ấp", "Khu phố", "Địa bàn hoạt động"],
    "Team.decision_number": ["QĐ thành lập"],
    "Team.declared": ["Quân số", "Sĩ số"],
    "leader.phone": ["SĐT", "Điện thoại"],
}
CASES = [
    (name, meaning, heading)
    for name, told in (("people", PEOPLE), ("members", MEMBERS), ("teams", TEAMS))
    for meaning, headings in told.items()
    for heading in headings
]


@pytest.mark.parametrize(("name", "meaning", "heading"), CASES)
def test_office_headings_are_understood(name: str, meaning: str, heading: str) -> None:
    match = Meanings(described(name)).vocabulary.match((heading,))
    assert match is not None
    assert (match.key, match.sure) == (meaning, True)


@pytest.mark.parametrize(
    ("leader", "phone_of"), [("Tổ trưởng", "Điện thoại tổ trưởng"), ("", "Điện thoại liên hệ")]
)
def test_a_telephone_beside_a_leader_is_the_leaders(
    tmp_path: Path, leader: str, phone_of: str
) -> None:
    path = tmp_path / "tổ.xlsx"
    rows = [("Tên tổ", leader, "SĐT"), ("Tổ tự quản số 1", leader and "Lê Văn Cê", "0912000002")]
    path.write_bytes(workbooks.xlsx({"Tổ": rows}))
    assert plan_import(path, described("teams")).columns["SĐT"] == phone_of
