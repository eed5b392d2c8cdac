"""Lists written to Excel: nothing is lost on the way, and what comes back is the same."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from models.errors import Cancelled
from models.exchange.export import UID_HEADING, export_list
from models.exchange.importing import carry_out, plan_import
from models.record import Record
from models.register import Register
from models.registers import REGISTERS
from models.registers import register as described
from models.registers.areas import Area
from models.registers.people import PEOPLE, Person
from models.registers.teams import Team
from models.store.query import Listing, condition
from tests.models.exchange.imports import outcome
from tests.models.samples import save, stored, whole

pytestmark = pytest.mark.usefixtures("register")
TAKEN_IN = [known for known in REGISTERS if not known.model.BOOKED]
every_register = pytest.mark.parametrize("register_", TAKEN_IN, ids=lambda known: known.name)
NAMED = [known for known in TAKEN_IN if known.name != "blanks"]
"""Registers whose records are known by what they are; boxes of sheets are all alike."""

NASTY = ("=1+1", "+84913555214", "@SUM(A1)", "-x", "007", "1/2", "'x", "1,5", "#N/A", "TRUE")
NAMES = {
    "full_name": "Lê Văn An",
    "name": "Điểm sáng biên giới",
    "content": "Phát động phong trào",
    "head": "Lý Tám",
    "note": "Dòng một\nDòng hai",
}
"""Titles that, unlike the made-up ones, no reader takes for headings."""


def lifelike(register_: Register) -> Record:
    """Make a whole record with values as offices have them."""
    names = {fact.name for fact in register_.model.facts()}
    return whole(register_.model, **{k: v for k, v in NAMES.items() if k in names})


def exported(listing: Listing, folder: Path) -> Path:
    path = folder / "xuất.xlsx"
    export_list(listing, path)
    return path


def cells(path: Path) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [list(row) for row in sheet.iter_rows()]


@every_register
def test_what_was_exported_imports_as_the_same(register_: Register, tmp_path: Path) -> None:
    stored(lifelike(register_))
    plan = plan_import(exported(Listing(register_), tmp_path), register_)
    assert [problem.message for problem in plan.problems()] == []
    assert outcome(plan) == {"same": plan.counts()["rows"]}
    assert plan.unused == []
    assert carry_out(plan) is None


@pytest.mark.parametrize("register_", NAMED, ids=lambda known: known.name)
def test_without_the_identity_it_is_still_the_same(register_: Register, tmp_path: Path) -> None:
    stored(lifelike(register_))
    path = exported(Listing(register_), tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    assert sheet.cell(1, sheet.max_column).value == UID_HEADING
    sheet.delete_cols(sheet.max_column)
    book.save(path)
    assert outcome(plan_import(path, register_)) == {"same": len(cells(path)) - 1}


@every_register
def test_an_empty_list_is_a_workbook_of_headings(register_: Register, tmp_path: Path) -> None:
    path = exported(Listing(register_, "khongcoaitenthenay"), tmp_path)
    (head,) = cells(path)
    assert [cell.value for cell in head][-1] == UID_HEADING
    assert all(cell.font.bold for cell in head)
    assert plan_import(path, register_).counts()["rows"] == 0


def test_numbers_and_formulas_stay_text(tmp_path: Path) -> None:
    save(
        *(
            Person(
                full_name="Lê Văn An", citizen_id=f"09508500000{n}", job=text, phone="0913555214"
            )
            for n, text in enumerate(NASTY)
        )
    )
    path = exported(Listing(PEOPLE), tmp_path)
    head, *rows = cells(path)
    at = {cell.value: place for place, cell in enumerate(head)}
    for row in rows:
        for label in ("Số định danh", "Điện thoại", "Nghề nghiệp"):
            assert row[at[label]].data_type == "s"
        assert row[at["Điện thoại"]].value == "0913555214"
    shown = {row[at["Nghề nghiệp"]].value for row in rows}
    assert {"=1+1", "+84913555214", "@SUM(A1)", "-x", "007"} <= shown
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert outcome(plan_import(path, PEOPLE)) == {"same": len(NASTY)}


def test_a_long_note_comes_back_whole(tmp_path: Path) -> None:
    save(Person(full_name="Lê Văn An", citizen_id="095085000001", note=" ".join(["chữ"] * 5000)))
    path = exported(Listing(PEOPLE), tmp_path)
    assert outcome(plan_import(path, PEOPLE)) == {"same": 1}


def test_a_note_longer_than_a_cell_is_not_cut_on_the_way_back(tmp_path: Path) -> None:
    note = "x" * 40_000
    known = stored(Person(full_name="Lê Văn An", citizen_id="095085000001", note=note))
    plan = plan_import(exported(Listing(PEOPLE), tmp_path), PEOPLE)
    carry_out(plan)
    assert Person.get_by_id(known.id).note == note


def test_only_what_the_list_shows_is_exported(tmp_path: Path) -> None:
    area = stored(Area(name="Ấp Đông", kind="Ấp"))
    save(Person(full_name="Lê Văn An", area=area), Person(full_name="Trần Thị Bình"))
    teams = described("people")
    listing = Listing(teams, where=(condition(teams, "area", "Ấp Đông"),))
    assert len(cells(exported(listing, tmp_path))) == 2
    assert len(cells(exported(Listing(PEOPLE, "binh"), tmp_path))) == 2


def test_what_people_changed_in_the_export_comes_in(tmp_path: Path) -> None:
    known = stored(Team(name="Tổ số 1", households=12))
    path = exported(Listing(described("teams")), tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    at = {cell.value: place for place, cell in enumerate(sheet[1], start=1)}
    sheet.cell(2, at["Tên tổ"], "Tổ số 2")
    sheet.cell(2, at["Số hộ"], 15)
    book.save(path)
    plan = plan_import(path, described("teams"))
    assert outcome(plan) == {"updated": 1}
    carry_out(plan)
    again = Team.get_by_id(known.id)
    assert (again.name, again.households) == ("Tổ số 2", 15)


def test_stopping_leaves_an_older_file_alone(tmp_path: Path) -> None:
    save(Person(full_name="Lê Văn An"))
    path = tmp_path / "xuất.xlsx"
    path.write_bytes(b"old")

    def stop(_done: int, _total: int, _words: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_list(Listing(PEOPLE), path, progress=stop)
    assert path.read_bytes() == b"old"
