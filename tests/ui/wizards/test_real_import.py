"""Workbooks brought into a real register by keyboard: put right, answered, left out, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.exchange.importing import plan_import
from models.registers import register as described
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import NotOnePerson, Person
from models.registers.trainees import Trainee
from models.store.tables import HistoryChange
from models.values.partial_date import PartialDate
from tests.models.exchange import fire_class
from tests.models.samples import SAMPLE_WORKBOOKS, needs_sample_workbooks, stored
from tests.ui.keys import CONTROL, press
from tests.ui.wizards.test_rows import shown as rows_shown
from tests.ui.wizards.test_rows import write
from tests.ui.workplaces import opened_workplace, shown, workbook
from ui.wizards.import_page import ImportPage
from ui.workplace import Workplace

Key = Qt.Key
LONG = 30_000
HEADS = ("Họ và tên", "Ngày sinh", "Điện thoại", "Ấp")
ROWS = (
    ("Phan Văn Đực", "31/02/1963", "0913555214", "Ấp Đông"),
    ("Nguyễn Văn Hòa", "14/03/1985", "0907555861", "Ấp Tây"),
    ("Kim Thị Út", "12/13/1990", "", "Ấp Đông"),
    ("Lý Thị Sa", "1969", "", "Ấp Đông"),
)

pytestmark = pytest.mark.usefixtures("register")


@contextmanager
def importing(
    qtbot: QtBot, folder: Path, register: str, file: Path
) -> Iterator[tuple[Workplace, ImportPage]]:
    """The page of an import with the file read."""
    with opened_workplace(qtbot, folder, file) as place:
        qtbot.waitUntil(lambda: shown(place) is not None)
        place.shell.open_register(register)
        place.shell.importing.emit(register)
        qtbot.waitUntil(lambda: isinstance(shown(place), ImportPage), timeout=LONG)
        page = shown(place)
        assert isinstance(page, ImportPage)
        page.flaws.table.setFocus()
        qtbot.waitUntil(page.flaws.table.hasFocus)
        yield place, page


def checked(qtbot: QtBot, page: ImportPage, until: Callable[[], bool]) -> None:
    """Wait until what was decided is planned, and the keys go to the rows again."""
    qtbot.waitUntil(lambda: page.carry_button.isEnabled() and until(), timeout=LONG)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.flaws.table)


def heard(qtbot: QtBot, place: Workplace, words: str) -> None:
    qtbot.waitUntil(lambda: words in place.shell.notifier.said, timeout=LONG)


def test_wrong_rows_are_put_right_answered_and_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    area = stored(Area(name="Ấp Đông", kind="Ấp"))
    born = PartialDate(1985, 3, 14)
    known = stored(Person(full_name="Nguyễn Văn Hòa", birth_date=born, area=area))
    file = workbook(tmp_path / "người.xlsx", HEADS, *ROWS)
    with importing(qtbot, tmp_path, "people", file) as (place, page):
        assert rows_shown(page) == [3, 4, 5]
        write("1963")
        press(Key.Key_Return)
        checked(qtbot, page, lambda: rows_shown(page) == [4, 5])
        assert page.flaws.doubt.isVisible()
        press(Key.Key_1, CONTROL)
        checked(qtbot, page, lambda: rows_shown(page) == [5])
        press(Key.Key_Delete)
        checked(qtbot, page, lambda: page.planned.left_out == 0)
        assert Person.select().count() == 1
        press(Key.Key_Return, CONTROL)
        heard(qtbot, place, "Đã nhập 3 người.")
        assert Person.get_by_id(known.id).phone == "0907555861"
        assert Person.get(Person.full_name == ROWS[0][0]).birth_date == PartialDate(1963)
        assert not Person.select().where(Person.full_name == ROWS[2][0]).exists()
        title = HistoryChange.select().order_by(HistoryChange.id.desc()).get().title
        told = "sửa 1 ô, 1 dòng nhận là người đã có, bỏ 1 dòng"
        assert title == f"Nhập người.xlsx ({told})"
        press(Key.Key_Z, CONTROL)
        heard(qtbot, place, f"Đã hoàn tác: {title}.")
    again = plan_import(file, described("people"))
    assert again.counts() == {
        "rows": 4, "new": 1, "updated": 0, "same": 0, "doubtful": 1, "errors": 2,
    }  # fmt: skip


def test_trainees_of_sample_04_beside_one_who_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    file = fire_class.write(tmp_path)
    first = plan_import(file, described("trainees")).new[Person][0]
    area = stored(Area(name="Ấp Xa", kind="Ấp"))
    stored(Person(full_name=first.full_name, birth_date=first.birth_date, area=area))
    with importing(qtbot, tmp_path, "trainees", file) as (place, page):
        assert (page.planned.added, page.planned.doubtful) == (63, 1)
        assert page.flaws.doubt.isVisible()
        press(Key.Key_2, CONTROL)
        checked(qtbot, page, lambda: page.planned.added == 64)
        press(Key.Key_Return, CONTROL)
        heard(qtbot, place, "Đã nhập 64 học viên.")
    assert Trainee.select().count() == 64
    assert Person.select().where(Person.full_name == first.full_name).count() == 2
    assert NotOnePerson.select().count() == 1


@needs_sample_workbooks
def test_rows_of_sample_02_are_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    file = SAMPLE_WORKBOOKS / "02_thanh_vien_to_tu_quan.xlsx"
    with importing(qtbot, tmp_path, "members", file) as (place, page):
        goes_in = page.planned.goes_in
        page.flaws.table.go_to(0, 0)
        press(Key.Key_Delete)
        checked(qtbot, page, lambda: page.planned.goes_in == goes_in - 1)
        press(Key.Key_Return, CONTROL)
        heard(qtbot, place, f"Đã nhập {goes_in - 1} thành viên.")
    assert Membership.select().count() == goes_in - 1
