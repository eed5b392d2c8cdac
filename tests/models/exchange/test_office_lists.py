"""The office's lists of members in every format and writing: the same people come out of all."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from models.exchange.importing import carry_out, plan_import
from models.registers import register as described
from models.registers.members import Membership
from models.registers.people import Person
from models.text import nfc
from models.values.partial_date import PartialDate
from tests.models.exchange import workbooks
from tests.models.exchange.imports import outcome, places

pytestmark = pytest.mark.usefixtures("register")

HEAD = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số CCCD",
    "Dân tộc",
    "Chức danh",
    "Điện thoại",
)
EAST: list[tuple[object, ...]] = [
    ("DANH SÁCH THÀNH VIÊN CÁC TỔ TỰ QUẢN",),
    ("Ấp Sóc Đồn, xã Hưng Hội",),
    HEAD,
    ("Tổ tự quản số 01 (Ấp Sóc Đồn)",),
    (1, "Trần Hữu Vũ", 1986, "Nam", "095086275324", "Kinh", "Tổ trưởng", "0883764334"),
    (2, "Trần Thị Nguyên", "10/06/1961", "Nữ", 95161558789, "Hoa", "Tổ phó", 812713652),
    ("Tổ an ninh nhân dân số 02 (Ấp Sóc Đồn)",),
    (1, "Cao Thanh Lực", "1.8.1999", "Nam", "095099097662", "Kinh", "Tổ trưởng", 389891695),
    (None, "Tổng cộng: 03 thành viên"),
]
WEST: list[tuple[object, ...]] = [
    ("DANH SÁCH THÀNH VIÊN CÁC TỔ TỰ QUẢN",),
    ("Khóm 2, xã Hưng Hội",),
    HEAD,
    ("Câu lạc bộ số 03 (Khóm 2)",),
    (1, "Nguyễn Tấn Phước", dt.date(1987, 4, 26), "Nam", None, "Khmer", "Chủ nhiệm", "0386461138"),
    (2, "Phạm Đức Việt", "15/05/1998", "Nam", None, "Kinh", "Thành viên", "0349906633"),
    (3, "Thạch Thị Ưng Đào", "1970", "Nữ", None, "Khmer", "Thành viên", ""),
]
PLACES = [
    ("Câu lạc bộ số 03", "Khóm 2", "Nguyễn Tấn Phước"),
    ("Câu lạc bộ số 03", "Khóm 2", "Phạm Đức Việt"),
    ("Câu lạc bộ số 03", "Khóm 2", "Thạch Thị Ưng Đào"),
    ("Tổ an ninh nhân dân số 02", "Ấp Sóc Đồn", "Cao Thanh Lực"),
    ("Tổ tự quản số 01", "Ấp Sóc Đồn", "Trần Hữu Vũ"),
    ("Tổ tự quản số 01", "Ấp Sóc Đồn", "Trần Thị Nguyên"),
]
SHEETS = {"Ấp Sóc Đồn": EAST, "Khóm 2": WEST}


def written(rows: list[tuple[object, ...]], write: Callable[[str], str]) -> list[list[object]]:
    return [[write(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def as_csv(rows: list[tuple[object, ...]], encoding: str, delimiter: str) -> bytes:
    out = io.StringIO()
    shown = [
        [cell.strftime("%d/%m/%Y") if isinstance(cell, dt.date) else cell for cell in row]
        for row in rows
    ]
    csv.writer(out, delimiter=delimiter).writerows(shown)
    return out.getvalue().encode(encoding)


FILES: dict[str, bytes] = {
    "xlsx": workbooks.xlsx(SHEETS, merges={name: ["A1:H1", "A2:H2", "A4:H4"] for name in SHEETS}),
    "xls": workbooks.xls(SHEETS),
    "ods": workbooks.ods(SHEETS),
    "NFD.xlsx": workbooks.xlsx({name: written(SHEETS[name], decomposed) for name in SHEETS}),
    "TCVN3.xlsx": workbooks.xlsx(
        {"Ấp Sóc Đồn": EAST, "Khóm 2": written(WEST, workbooks.tcvn3)},
        fonts={"Khóm 2": ".VnTime"},
    ),
    "TCVN3 without fonts.xlsx": workbooks.xlsx(
        {"Ấp Sóc Đồn": EAST, "Khóm 2": written(WEST, workbooks.tcvn3)}
    ),
    "VNI.xls": workbooks.xls(
        {name: written(SHEETS[name], workbooks.vni) for name in SHEETS}, font="VNI-Times"
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_the_same_people_come_out_of_every_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"Danh sách.{name}"
    path.write_bytes(FILES[name])
    plan = plan_import(path, described("members"))
    assert outcome(plan) == {"new": 6}
    carry_out(plan)
    assert [(t, a, nfc(p)) for t, a, p in places()] == PLACES
    assert all(person.full_name == nfc(person.full_name) for person in Person.select())
    known = {person.full_name: person for person in Person.select()}
    assert known["Trần Thị Nguyên"].citizen_id == "095161558789"
    assert known["Trần Thị Nguyên"].phone == "0812713652"
    assert known["Cao Thanh Lực"].birth_date == PartialDate(1999, 8, 1)
    assert known["Nguyễn Tấn Phước"].birth_date == PartialDate(1987, 4, 26)
    assert known["Thạch Thị Ưng Đào"].ethnicity == "Khơ-me"
    assert {m.role for m in Membership.select()} == {
        "Tổ trưởng",
        "Tổ phó",
        "Chủ nhiệm",
        "Thành viên",
    }
    assert outcome(plan_import(path, described("members"))) == {"same": 6}


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("utf-8", ";"), ("utf-16", "\t")]
)
def test_text_files_are_read_too(tmp_path: Path, encoding: str, delimiter: str) -> None:
    for name, rows in SHEETS.items():
        path = tmp_path / f"{name}.csv"
        path.write_bytes(as_csv(rows, encoding, delimiter))
        carry_out(plan_import(path, described("members")))
    assert places() == PLACES


def test_one_person_is_the_same_in_every_file(tmp_path: Path) -> None:
    for name, content in FILES.items():
        path = tmp_path / f"Danh sách.{name}"
        path.write_bytes(content)
        carry_out(plan_import(path, described("members")))
    assert (Person.select().count(), Membership.select().count()) == (6, 6)


def test_several_files_are_one_plan(tmp_path: Path) -> None:
    paths = []
    for name, rows in SHEETS.items():
        paths.append(tmp_path / f"{name}.xlsx")
        paths[-1].write_bytes(workbooks.xlsx({"Trang": rows}))
    paths.append(paths[0])
    plan = plan_import(paths, described("members"))
    assert outcome(plan) == {"new": 6, "same": 3}
    assert plan.source == "Ấp Sóc Đồn.xlsx, Khóm 2.xlsx, Ấp Sóc Đồn.xlsx"
    carry_out(plan)
    assert places() == PLACES
