"""Rows left out go back as a workbook that, once mended, imports as it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from models.exchange.importing import carry_out, plan_import
from models.exchange.left_out import PLACE, REASON, write_left_out
from models.exchange.plan import Plan
from models.registers import register as described
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from tests.models.exchange.imports import imported, messages, outcome, places, planned

pytestmark = pytest.mark.usefixtures("register")

HEAD = ("STT", "Họ và tên", "Năm sinh", "Số CCCD", "Chức vụ")
SHEETS = {
    "Ấp Đông": [
        ("DANH SÁCH THÀNH VIÊN CÁC TỔ",),
        (),
        HEAD,
        ("I. Tổ tự quản số 01",),
        (1, "Lê Văn An", 1980, "095080000001", "Tổ trưởng"),
        (2, "Lê Văn Bê", 1981, "0950", "Tổ phó"),
        ("II. Tổ hòa giải số 02",),
        (1, "Lê Văn Cê", "31/02/1982", "", "Tổ trưởng"),
    ],
    "Khóm 2": [HEAD, ("Tổ tự quản số 03",), (1, "Lê Văn Dê 4", 1983, "", "=1+1")],
}


def mended(path: Path, changes: dict[str, object]) -> None:
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in changes:
                    cell.value = changes[str(cell.value)]  # type: ignore[assignment]
    book.save(path)


def left_out(plan: Plan, folder: Path) -> Path:
    path = folder / "chưa nhập.xlsx"
    assert write_left_out(plan, path) == len(plan.left_out())
    return path


def test_rows_go_back_with_titles_captions_and_reasons(tmp_path: Path) -> None:
    path = left_out(planned(tmp_path, "members", SHEETS), tmp_path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Ấp Đông", "Khóm 2"]
    rows = [[cell for cell in row if cell is not None] for row in book["Ấp Đông"].values]
    assert rows == [
        ["DANH SÁCH THÀNH VIÊN CÁC TỔ"],
        [*HEAD, REASON, PLACE],
        ["I. Tổ tự quản số 01"],
        [
            "2",
            "Lê Văn Bê",
            "1981",
            "0950",
            "Tổ phó",
            "Cột D: Số CCCD cần 12 số, đang có 4.",
            "Ấp Đông, dòng 6",
        ],
        ["II. Tổ hòa giải số 02"],
        [
            "1",
            "Lê Văn Cê",
            "31/02/1982",
            "Tổ trưởng",
            "Cột C: Ngày sinh không hợp lệ: 31/02/1982. Nhập dd/mm/yyyy hoặc chỉ năm.",
            "Ấp Đông, dòng 8",
        ],
    ]


def test_mended_rows_import_with_their_team_and_area(tmp_path: Path) -> None:
    plan = imported(tmp_path, "members", SHEETS)
    assert outcome(plan) == {"new": 1, "errors": 3}
    path = left_out(plan, tmp_path)
    mended(path, {"0950": "095081000001", "31/02/1982": "28/02/1982", "Lê Văn Dê 4": "Lê Văn Dê"})
    again = plan_import(path, described("members"))
    assert outcome(again) == {"new": 3}
    assert set(again.unused) == {
        f"{sheet}: {heading}" for sheet in SHEETS for heading in (PLACE, REASON)
    }
    carry_out(again)
    assert places() == [
        ("Tổ hòa giải số 02", "Ấp Đông", "Lê Văn Cê"),
        ("Tổ tự quản số 01", "Ấp Đông", "Lê Văn An"),
        ("Tổ tự quản số 01", "Ấp Đông", "Lê Văn Bê"),
        ("Tổ tự quản số 03", "Khóm 2", "Lê Văn Dê"),
    ]


def test_groups_of_headings_go_back_too(tmp_path: Path) -> None:
    rows = [
        ("TT", "Tên tổ", "Quyết định thành lập", "", "Tổ trưởng", ""),
        ("", "", "Số", "Ngày", "Họ và tên", "Điện thoại"),
        (1, "Tổ số 1", "27/QĐ-UBND", "31/2/2012", "Lê Văn An", "0913555214"),
        (2, "Tổ số 2", "28/QĐ-UBND", "1/2/2012", "Lê Văn Bê", "091355"),
    ]
    boxes = {"Trang 1": ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]}
    plan = imported(tmp_path, "teams", rows, merges=boxes)
    assert [(row, column) for row, column, _ in messages(plan)] == [(3, "D"), (4, "F")]
    path = left_out(plan, tmp_path)
    mended(path, {"31/2/2012": "28/2/2012", "091355": "0913555215"})
    again = plan_import(path, described("teams"))
    assert outcome(again) == {"new": 2}
    carry_out(again)
    known = {t.name: (t.decision_number, t.decision_date and t.decision_date.iso, t.leader)
             for t in Team.select()}  # fmt: skip
    assert known == {
        "Tổ số 1": ("27/QĐ-UBND", "2012-02-28", "Lê Văn An"),
        "Tổ số 2": ("28/QĐ-UBND", "2012-02-01", "Lê Văn Bê"),
    }


def test_years_under_the_sexes_go_back_too(tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "Năm sinh", "", "Điện thoại"),
        ("", "", "Nam", "Nữ", ""),
        (1, "Trần Thị Bình", "", 1985, "0913"),
        (2, "Lê Văn An", 1980, "", "0914"),
    ]
    boxes = {"Trang 1": ["A1:A2", "B1:B2", "C1:D1", "E1:E2"]}
    path = left_out(planned(tmp_path, "people", rows, merges=boxes), tmp_path)
    mended(path, {"0913": "0913555214", "0914": "0913555215"})
    carry_out(plan_import(path, described("people")))
    known = {p.full_name: (p.sex, p.birth_date and p.birth_date.year) for p in Person.select()}
    assert known == {"Trần Thị Bình": ("Nữ", 1985), "Lê Văn An": ("Nam", 1980)}


def test_no_file_is_written_for_nothing(tmp_path: Path) -> None:
    plan = planned(tmp_path, "people", [("Họ và tên", "Năm sinh"), ("Lê Văn An", 1980)])
    path = tmp_path / "chưa nhập.xlsx"
    assert write_left_out(plan, path) == 0
    assert not path.exists()


def test_sheets_of_several_files_and_tables_keep_apart(tmp_path: Path) -> None:
    head, row = ("Họ và tên", "Năm sinh", "Tổ"), ("Lê Văn An", "31/2/1980", "Tổ số 1")
    paths = [tmp_path / f"{name}.xlsx" for name in ("a", "b")]
    for path in paths:
        sheets = {"Trang rất dài, tên gần ba mươi": [head, row]}
        planned(tmp_path, "members", sheets, name=path.name)
    plan = plan_import(paths, described("members"))
    book = openpyxl.load_workbook(left_out(plan, tmp_path))
    assert len(book.sheetnames) == 2
    assert Membership.select().count() == 0
