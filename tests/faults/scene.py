"""The ground of the works that a disk fails, made once and copied for every fault."""

from __future__ import annotations

import shutil
from pathlib import Path

from openpyxl import Workbook

from models.clock import stopped_at
from models.store.backup.keeping import Target, back_up
from models.store.backup.log import Place
from models.store.database import STEPS
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.models.store.backup.conftest import PEOPLE, add_people

STEP = """
def up(_migrator, db):
    db.execute_sql("ALTER TABLE team ADD COLUMN motto TEXT")
"""


def make_template(path: Path, empty: Path) -> Path:
    """Make a register with people, a stick with one good copy, a workbook, a step not had yet."""
    folder = make_register(path / "so", empty)
    shelf = path / "usb"
    shelf.mkdir()
    with stopped_at(TODAY), open_register(folder):
        add_people(1, PEOPLE)
        back_up(folder, Target(shelf, Place("SAOLUU-01", "a1")))
        add_people(100, 101)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức danh"))
    sheet.append(("Tổ tự quản số 1 (Ấp Sóc Đồn)",))
    for number, given in enumerate(("Anh", "Bình", "Cường", "Dũng", "Giang"), start=1):
        sheet.append((number, f"Trần Văn {given}", "01/02/1980", "Nam", ""))
    book.save(path / "ds.xlsx")
    shutil.copytree(STEPS, path / "steps")
    (path / "steps" / "0099_next.py").write_text(STEP, encoding="utf-8")
    return path
