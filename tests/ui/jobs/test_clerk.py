"""The clerk's day on a real register, with nothing but keys."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.values.partial_date import PartialDate
from tests.models.samples import SAMPLE_WORKBOOKS, fresh, needs_sample_workbooks, person
from tests.ui.grid.clerk import type_row
from tests.ui.jobs.hands import Hands
from tests.ui.keys import CONTROL, press
from tests.ui.paper.clerk import leaves
from tests.ui.workplaces import opened_workplace, read
from ui.form.page import FormPage
from ui.pages.compare_pane import KEEP
from ui.pages.doubles_page import DoublesPage
from ui.paper.page import PaperPage
from ui.wizards.import_page import ImportPage

Key = Qt.Key
LONG = 20_000


def test_making_a_team_and_taking_it_back(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        read(qtbot, place, 3)
        press(Key.Key_N, CONTROL)
        form = hands.page(FormPage)
        hands.fill(form, name="Tổ tự quản số 3", area="cai gia", meeting="Ngày 15")
        press(Key.Key_S, CONTROL)
        hands.heard("Đã lưu Tổ tự quản số 3.")
        page = read(qtbot, place, 4)
        qtbot.waitUntil(lambda: page.detail.title.whole() == "Tổ tự quản số 3")
        made = Team.get(Team.name == "Tổ tự quản số 3")
        assert made.area is not None
        assert made.area.name == "Ấp Cái Giá"
        press(Key.Key_Z, CONTROL)
        hands.heard("Đã hoàn tác: Thêm Tổ tự quản số 3.")
        read(qtbot, place, 3)
        press(Key.Key_Y, CONTROL)
        read(qtbot, place, 4)


def test_adding_members_in_the_form_of_their_team(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        page = read(qtbot, place, 3)
        team = Team.get(Team.name == page.detail.title.whole())
        members = Membership.select().where(
            Membership.team == team, Membership.trashed_at.is_null()
        )
        assert members.count() == 1
        press(Key.Key_F2)
        form = hands.page(FormPage)
        hands.tab_to_rows(form, "membership")
        press(Key.Key_Down)
        type_row("Lâm Sà Quên", "30/9/1988", "Nam", "", "0907 555 861", "Thành viên")
        type_row("Kim Thị Út", "1972", "Nữ")
        press(Key.Key_S, CONTROL)
        hands.heard(f"Đã lưu {team.name}.")
        hands.list("teams", 3)
        assert [one.person.full_name for one in members.order_by(Membership.id)][1:] == [
            "Lâm Sà Quên",
            "Kim Thị Út",
        ]
        assert Person.get(Person.full_name == "Lâm Sà Quên").birth_date == PartialDate(1988, 9, 30)
        press(Key.Key_Z, CONTROL)
        hands.heard(f"Đã hoàn tác: Sửa {team.name}.")
        assert members.count() == 1
        hands.go_to("people", 3)


def test_merging_a_person_who_was_written_twice(qtbot: QtBot, filled: Path) -> None:
    written = person("Nguyen Van Duc", phone="0913555214", job="Thợ hồ")
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        read(qtbot, place, 3)
        press(Key.Key_K, CONTROL)
        hands.write("tim nguoi trung")
        press(Key.Key_Return)
        page = hands.page(DoublesPage)
        qtbot.waitUntil(lambda: page.compare.comparison is not None)
        press(Key.Key_Return)
        qtbot.waitUntil(page.compare.rows[KEEP][0].hasFocus)
        press(Key.Key_Return, CONTROL)
        hands.heard("Đã gộp hai người thành một: Nguyễn Văn Đức.")
        kept = Person.get(Person.full_name == "Nguyễn Văn Đức")
        assert (kept.job, fresh(written).trashed_at is None) == ("Thợ hồ", False)
        press(Key.Key_Escape)
        read(qtbot, place, 3)
        hands.go_to("people", 3)
        press(Key.Key_Z, CONTROL)
        read(qtbot, place, 4)
        assert fresh(written).trashed_at is None


def test_correcting_a_birth_date_found_from_anywhere(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        read(qtbot, place, 3)
        press(Key.Key_K, CONTROL)
        hands.write("thach nhung")
        press(Key.Key_Return)
        page = hands.list("people", 3)
        qtbot.waitUntil(lambda: page.detail.title.whole() == "Thạch Thị Hồng Nhung")
        press(Key.Key_F2)
        form = hands.page(FormPage)
        hands.fill(form, birth_date="31/02/1979")
        press(Key.Key_S, CONTROL)
        qtbot.waitUntil(lambda: form.body.boxes["birth_date"].problem is not None)
        qtbot.waitUntil(lambda: form.body.here() == "birth_date")
        press(Key.Key_A, CONTROL)
        hands.write("2/1979")
        press(Key.Key_S, CONTROL)
        hands.heard("Đã lưu Thạch Thị Hồng Nhung.")
        hands.list("people", 3)
        someone = Person.get(Person.full_name == "Thạch Thị Hồng Nhung")
        assert someone.birth_date == PartialDate(1979, 2)


def test_finding_a_person_by_the_end_of_a_telephone_number(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        read(qtbot, place, 3)
        page = hands.go_to("people", 3)
        press(Key.Key_F, CONTROL)
        hands.write("5214")
        press(Key.Key_Return)
        read(qtbot, place, 1)
        qtbot.waitUntil(lambda: page.detail.title.whole() == "Nguyễn Văn Đức")
        press(Key.Key_Escape)
        read(qtbot, place, 3)


@needs_sample_workbooks
def test_importing_a_real_workbook_and_taking_it_back(qtbot: QtBot, register: Path) -> None:
    file = SAMPLE_WORKBOOKS / "02_thanh_vien_to_tu_quan.xlsx"
    with opened_workplace(qtbot, register.parent, file) as place:
        hands = Hands(qtbot, place)
        read(qtbot, place, 0)
        hands.go_to("members", 0)
        press(Key.Key_I, CONTROL)
        qtbot.waitUntil(lambda: place.shell.pages.findChild(ImportPage) is not None, timeout=LONG)
        page = hands.page(ImportPage)
        assert (page.planned.goes_in, page.planned.left_out) == (446, 0)
        press(Key.Key_Return, CONTROL)
        hands.heard("Đã nhập 446 thành viên.")
        read(qtbot, place, 446)
        press(Key.Key_Z, CONTROL)
        hands.heard(f"Đã hoàn tác: Nhập {file.name}.")
        read(qtbot, place, 0)


def test_storing_the_members_of_a_team_as_pdf(qtbot: QtBot, filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "F03.pdf"
    with opened_workplace(qtbot, filled.parent, target) as place:
        hands = Hands(qtbot, place)
        read(qtbot, place, 3)
        press(Key.Key_P, CONTROL)
        papers = hands.page(PaperPage)
        press(Key.Key_Down)
        qtbot.waitUntil(lambda: leaves(papers) == ["member-list 1"], timeout=LONG)
        press(Key.Key_S, CONTROL)
        qtbot.waitUntil(target.exists, timeout=LONG)
        press(Key.Key_Escape)
        read(qtbot, place, 3)
    text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_bounded()
    assert "Nguyễn Văn Dục" in text
    assert "Danh sách này có 1 người" in text


def test_removing_many_and_taking_that_back(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        read(qtbot, place, 3)
        press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        press(Key.Key_Delete)
        read(qtbot, place, 1)
        hands.heard("Đã xóa 2 tổ.")
        press(Key.Key_Z, CONTROL)
        read(qtbot, place, 3)
