"""Cells as spreadsheets and people leave them, read into what fields keep."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models.exchange.plan import Plan
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.people import Person
from models.registers.teams import Team
from models.values.partial_date import PartialDate
from tests.models.exchange.imports import (
    imported,
    messages,
    one_person,
    outcome,
    planned,
)
from tests.models.samples import fresh, stored

pytestmark = pytest.mark.usefixtures("register")


def repaired(plan: Plan) -> list[tuple[str, str]]:
    return [(found.column, found.message) for found in plan.repairs()]


def read(folder: Path, heading: str, value: object) -> Person:
    """Import one person with one more cell and give back what was kept."""
    plan = imported(folder, "people", [("Họ và tên", heading), ("Lê Văn An", value)])
    assert messages(plan) == []
    return one_person()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1985, PartialDate(1985)),
        ("1985", PartialDate(1985)),
        ("00/00/1985", PartialDate(1985)),
        ("/ /1985", PartialDate(1985)),
        ("3/1985", PartialDate(1985, 3)),
        ("14.3.85", PartialDate(1985, 3, 14)),
        (dt.date(1985, 3, 14), PartialDate(1985, 3, 14)),
        (dt.datetime(1985, 3, 14, 7, 30), PartialDate(1985, 3, 14)),  # noqa: DTZ001
        (31120, PartialDate(1985, 3, 14)),
        (14031985, PartialDate(1985, 3, 14)),
        (4031985, PartialDate(1985, 3, 4)),
        (dt.date(1905, 6, 7), PartialDate(1985)),
        ("không rõ", None),
        ("-", None),
        ("…", None),
    ],
)
def test_births(tmp_path: Path, value: object, expected: PartialDate | None) -> None:
    assert read(tmp_path, "Ngày sinh", value).birth_date == expected


def test_a_year_in_a_cell_for_dates_is_said(tmp_path: Path) -> None:
    head = ("Họ và tên", "Ngày sinh", "CCCD", "SĐT", "Trình độ")
    row = ("Lê Văn An", dt.date(1905, 6, 7), 95085000001, 913555214, dt.date(2025, 12, 9))
    plan = imported(tmp_path, "people", [head, row])
    assert repaired(plan) == [
        ("B", "Đọc là 1985."),
        ("C", "Đọc là 095085000001."),
        ("D", "Đọc là 0913555214."),
        ("E", "Đọc là 9/12."),
    ]
    assert one_person().education == "9/12"


@pytest.mark.parametrize(
    ("value", "number", "old"),
    [
        ("095 085 000 001", "095085000001", ""),
        ("'095085000001", "095085000001", ""),
        (95085000001, "095085000001", ""),
        (95085000001.0, "095085000001", ""),
        ("385123456", "", "385123456"),
        (38512345, "", "038512345"),
        ("385123456/095085000001", "095085000001", "385123456"),
        ("385123456 - 095085000001", "095085000001", "385123456"),
        ("chưa có", "", ""),
        ("không", "", ""),
    ],
)
def test_numbers_of_identity(tmp_path: Path, value: object, number: str, old: str) -> None:
    found = read(tmp_path, "CMND/CCCD", value)
    assert (found.citizen_id, found.old_id) == (number, old)


@pytest.mark.parametrize(
    ("value", "phone", "note"),
    [
        ("0913 555 214", "0913555214", ""),
        (913555214, "0913555214", ""),
        ("+84913555214", "0913555214", ""),
        ("01685555214", "0385555214", ""),
        ("0913555214 - 02913821234", "0913555214", "Điện thoại khác: 02913821234"),
        ("0913555214/0913555215", "0913555214", "Điện thoại khác: 0913555215"),
        ("ko có", "", ""),
        ("x", "", ""),
    ],
)
def test_telephones(tmp_path: Path, value: object, phone: str, note: str) -> None:
    found = read(tmp_path, "Điện thoại", value)
    assert (found.phone, found.note) == (phone, note)


@pytest.mark.parametrize(
    ("value", "is_member", "note"),
    [
        ("x", True, ""),
        ("Có", True, ""),
        ("Đảng viên", True, ""),
        ("không", False, ""),
        ("03/02/2005", True, "Đảng viên: 03/02/2005"),
        (dt.date(2005, 2, 3), True, "Đảng viên: 03/02/2005"),
        ("2005", True, "Đảng viên: 2005"),
    ],
)
def test_ticks(tmp_path: Path, value: object, is_member: bool, note: str) -> None:
    found = read(tmp_path, "Đảng viên", value)
    assert (found.party_member, found.note) == (is_member, note)


def test_an_explicit_no_takes_a_tick_back_and_a_blank_does_not(tmp_path: Path) -> None:
    known = stored(Person(full_name="Lê Văn An", citizen_id="095085000001", party_member=True))
    head = ("Họ và tên", "CCCD", "Đảng viên")
    for value, expected in (("", True), ("không", False)):
        imported(tmp_path, "people", [head, ("Lê Văn An", "095085000001", value)])
        assert fresh(known).party_member is expected


@pytest.mark.parametrize(
    ("heading", "value", "message"),
    [
        ("Ngày sinh", "31/02/1985", "Ngày sinh không hợp lệ: 31/02/1985."),
        ("Ngày sinh", "14/3/2030", "Ngày sinh ở tương lai: 14/3/2030."),
        ("Ngày sinh", dt.date(2030, 3, 14), "Ngày sinh ở tương lai: 2030-03-14."),
        ("Ngày sinh", "hai nghìn", "Ngày sinh không hợp lệ: hai nghìn."),
        ("CCCD", "0950850000", "Số CCCD cần 12 số, đang có 10."),
        ("CCCD", "1,2E+11", "Số CCCD bị Excel rút gọn, mất số: 1,2E+11."),
        ("Điện thoại", "0113555214", "Đầu số không đúng: 0113555214."),
        ("Giới tính", "N", "Giới tính không hợp lệ: N. Nhập Nam hoặc Nữ."),
        ("Đảng viên", "có lẽ", "Đảng viên: gõ x hoặc để trống, không phải “có lẽ”."),
        ("Nghề nghiệp", "dài " * 90, "Nghề nghiệp dài 359 ký tự, nhiều nhất 300."),
    ],
)
def test_what_cannot_be_read_keeps_the_row_out_with_its_cell(
    tmp_path: Path, heading: str, value: object, message: str
) -> None:
    plan = planned(tmp_path, "people", [("Họ và tên", heading), ("Lê Văn An", value)])
    assert outcome(plan) == {"errors": 1}
    (found,) = plan.problems()
    assert (found.sheet, found.row, found.column) == ("Trang 1", 2, "B")
    assert found.message.startswith(message)
    shown = value.strftime("%d/%m/%Y") if isinstance(value, dt.date) else str(value).strip()
    assert found.value == shown


def test_every_wrong_cell_of_a_row_is_told(tmp_path: Path) -> None:
    rows = [("Họ và tên", "Ngày sinh", "CCCD"), ("Lê Văn An 2", "31/02/1985", "123")]
    plan = planned(tmp_path, "people", rows)
    assert [column for _, column, _ in messages(plan)] == ["A", "B", "C"]


def test_a_cell_of_five_thousand_words_is_kept_whole(tmp_path: Path) -> None:
    words = " ".join(["chữ"] * 5000)
    assert read(tmp_path, "Ghi chú", words).note == words


def test_a_state_is_understood_by_its_words(tmp_path: Path) -> None:
    rows = [("Tên tổ", "Tình trạng"), ("Tổ số 1", "hoạt động"), ("Tổ số 2", "Tạm ngừng hoạt động"),
            ("Tổ số 3", "mới")]  # fmt: skip
    plan = imported(tmp_path, "teams", rows)
    assert outcome(plan) == {"new": 2, "errors": 1}
    states = {team.name: team.state for team in Team.select()}
    assert states == {"Tổ số 1": "Đang hoạt động", "Tổ số 2": "Tạm ngừng"}


def test_about_figures_keep_their_word(tmp_path: Path) -> None:
    head = ("Ngày", "Loại hoạt động", "Nội dung", "Số người dự", "Tổ")
    rows = [(dt.date(2026, 3, 14), "Tuyên truyền", "Phát động", "gần 1.200 người", "Tổ số 1")]
    plan = imported(tmp_path, "activities", [head, *rows])
    assert messages(plan) == []
    found = Activity.get()
    assert (found.day, found.attendees, found.attendees_about) == (
        dt.date(2026, 3, 14),
        1200,
        "gần",
    )
    assert outcome(planned(tmp_path, "activities", [head, *rows])) == {"same": 1}


def test_areas_get_their_kind_from_the_name(tmp_path: Path) -> None:
    rows = [("Tên ấp", "Số hộ", "Nhân khẩu", "Sáp nhập vào", "Ngày thôi"),
            ("ẤP ĐÔNG", "1.234", 4567, "", ""), ("TDP 3", 12, "", "", ""),
            ("ấp Tây", 5, "", "Ấp Bắc", 2025), ("Ấp Bắc", 6, "", "", "")]  # fmt: skip
    assert outcome(imported(tmp_path, "areas", rows)) == {"new": 4}
    known = {area.name: (area.kind, area.households) for area in Area.select()}
    assert known == {
        "Ấp Đông": ("Ấp", 1234),
        "Tổ dân phố 3": ("Tổ dân phố", 12),
        "Ấp Tây": ("Ấp", 5),
        "Ấp Bắc": ("Ấp", 6),
    }
    assert Area.get(name="Ấp Tây").merged_into.name == "Ấp Bắc"
    assert Area.get(name="Ấp Đông").merged_into is None
    assert outcome(planned(tmp_path, "areas", rows)) == {"same": 4}
