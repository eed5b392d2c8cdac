"""Making the first register: the office, a person, and a sheet that was really written down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, type_text
from ui.entrance.first_run import (
    BEGIN,
    GROUPS,
    NO_OFFICE,
    OFFICE,
    SHEET,
    USER,
    Answers,
    FirstRun,
    any_group,
)
from ui.entrance.office_page import NO_KIND, NO_PLACE
from ui.entrance.password_pair import DIFFERENT, strength
from ui.entrance.rank_post import NO_RANK

KEY = "2DFV-NX50-X7Y8-VWYT-4HPZ-REM7-GPZZ-KPDT-BG0N-BGXN-K90E-9Z8R-56H9-ENXK-QSWE"
Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> FirstRun:
    page = FirstRun(lambda: 3)
    qtbot.addWidget(page)
    page.resize(1046, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    return page


@pytest.fixture
def wanted(page: FirstRun) -> list[Answers]:
    heard: list[Answers] = []
    page.wanted.connect(heard.append)
    return heard


def choose_office(page: FirstRun, province: str = "ca mau", commune: str = "hung hoi") -> None:
    page.office.province.setFocus()
    type_text(page.office.province, province)
    press(Key.Key_Return)
    page.office.search.setFocus()
    type_text(page.office.search, commune)
    press(Key.Key_Return)


def name_user(page: FirstRun, password: str = "bà con ấp sóc", again: str = "") -> None:
    type_text(page.user.name, "Trần Minh Khang")
    for _field in ("cấp bậc", "chức vụ", "mật khẩu"):
        press(Key.Key_Return)
    type_text(page.user.passwords.password, password)
    press(Key.Key_Return)
    type_text(page.user.passwords.again, again or password)


def test_the_letterhead_is_shown_while_the_office_is_chosen(page: FirstRun) -> None:
    choose_office(page)
    assert page.office.place() == ("tỉnh Cà Mau", "xã Hưng Hội")
    assert page.office.letterhead.lines == ("CÔNG AN TỈNH CÀ MAU", "CÔNG AN XÃ HƯNG HỘI")


def test_no_commune_is_taken_by_itself(page: FirstRun) -> None:
    page.office.province.setFocus()
    type_text(page.office.province, "ca mau")
    press(Key.Key_Return)
    assert page.office.table.list_model.rowCount() == 64
    assert page.office.commune is None
    page.go_on()
    assert page.step == OFFICE
    assert NO_OFFICE in page.trouble()


def test_the_name_before_the_merger_leads_to_the_present_one(page: FirstRun) -> None:
    page.office.province.setFocus()
    type_text(page.office.province, "Bạc Liêu")
    page.office.search.setFocus()
    assert page.office.province.text() == "Tỉnh Cà Mau"


def test_a_province_that_is_none_is_said_at_its_field(page: FirstRun) -> None:
    page.office.province.setFocus()
    type_text(page.office.province, "xyz")
    page.office.search.setFocus()
    assert "xyz" in page.office.province_box.said()
    assert page.office.table.list_model.rowCount() == 0


def test_a_commune_that_is_none_is_said_at_its_field(page: FirstRun) -> None:
    choose_office(page, commune="hung hoi")
    page.office.search.setFocus()
    type_text(page.office.search, "xyz")
    page.office.search.tell()
    assert page.office.commune is None
    assert "xyz" in page.office.search_box.said()


def test_by_keyboard_from_the_office_to_the_wish(page: FirstRun, wanted: list[Answers]) -> None:
    choose_office(page)
    press(Key.Key_Return)
    assert page.step == USER
    name_user(page)
    press(Key.Key_Return)
    office = ("tỉnh Cà Mau", "xã Hưng Hội")
    assert wanted == [Answers(*office, "Trần Minh Khang", "bà con ấp sóc", "Ấp", "Hưng Hội")]
    assert page.next_button.text() == "Đang lập sổ…"
    assert not page.next_button.isEnabled()


def test_rank_and_post_go_along(page: FirstRun, wanted: list[Answers]) -> None:
    choose_office(page)
    press(Key.Key_Return)
    type_text(page.user.name, "Trần Minh Khang")
    press(Key.Key_Return)
    assert page.user.rank_post.rank.hasFocus()
    type_text(page.user.rank_post.rank, "thuong uy")
    press(Key.Key_Return)
    assert page.user.rank_post.post.hasFocus()
    type_text(page.user.rank_post.post, "can bo")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert page.user.passwords.password.hasFocus()
    type_text(page.user.passwords.password, "bà con ấp sóc")
    type_text(page.user.passwords.again, "bà con ấp sóc")
    page.go_on()
    assert [(one.rank, one.post) for one in wanted] == [("Thượng úy", "Cán bộ")]


def test_a_rank_that_is_none_is_told(page: FirstRun, wanted: list[Answers]) -> None:
    choose_office(page)
    page.go_on()
    name_user(page)
    page.user.rank_post.rank.setText("Thượng tướng quân")
    page.go_on()
    assert page.user.rank_post.rank_box.said() == NO_RANK
    assert page.user.rank_post.rank.hasFocus()
    assert wanted == []


def test_two_passwords_that_differ_are_told(page: FirstRun, wanted: list[Answers]) -> None:
    choose_office(page)
    page.go_on()
    name_user(page, again="bà con")
    press(Key.Key_Return)
    assert page.user.passwords.again_box.said() == DIFFERENT
    assert page.user.passwords.again.property("e") == "1"
    assert not wanted


def test_a_short_password_is_told_with_its_length(page: FirstRun) -> None:
    choose_office(page)
    page.go_on()
    name_user(page, "ngắn")
    press(Key.Key_Return)
    assert page.user.passwords.password_box.said() == "Mật khẩu cần từ 8 ký tự, đang có 4."
    assert page.user.passwords.password.hasFocus()


def test_answers_stay_when_one_goes_back(page: FirstRun) -> None:
    choose_office(page)
    page.go_on()
    name_user(page)
    page.back()
    assert page.office.commune is not None
    page.go_on()
    assert page.user.answers() == ("Trần Minh Khang", "bà con ấp sóc")


def test_a_failure_keeps_everything_typed(page: FirstRun) -> None:
    choose_office(page)
    page.go_on()
    name_user(page)
    press(Key.Key_Return)
    page.refuse("Chưa lập sổ được: ổ đĩa đã đầy.")
    assert page.trouble() == "Chưa lập sổ được: ổ đĩa đã đầy."
    assert page.next_button.isEnabled()
    assert page.user.answers()[0] == "Trần Minh Khang"


def test_the_sheet_is_passed_only_with_its_group_and_the_promise(page: FirstRun) -> None:
    done: list[bool] = []
    page.done.connect(done.append)
    page.show_sheet(KEY, "Công an xã Hưng Hội")
    assert page.step == SHEET
    assert not page.back_button.isVisible()
    sheet = page.sheet
    assert sheet is not None
    page.go_on()
    assert sheet.typed_box.said() == "Chưa gõ đủ 4 ký tự của nhóm số 3."
    type_text(sheet.typed, "XXXX")
    assert sheet.typed_box.said() == "Nhóm 3 chưa đúng: “XXXX”. Xem lại trên phiếu."
    sheet.typed.clear()
    type_text(sheet.typed, "x7y8")
    assert sheet.typed_box.said() == "Đúng"
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert not done
    assert page.next_button.hasFocus()
    press(Key.Key_Return)
    assert page.step == BEGIN
    assert not done
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert done == [False]


def test_a_register_that_was_made_may_begin_with_old_workbooks(page: FirstRun) -> None:
    done: list[bool] = []
    page.done.connect(done.append)
    page.show_sheet(KEY, "Công an xã Hưng Hội")
    assert page.sheet is not None
    type_text(page.sheet.typed, "X7Y8")
    page.sheet.kept.setChecked(True)
    page.go_on()
    page.back()
    assert page.step == SHEET
    page.go_on()
    press(Key.Key_Return)
    assert done == [True]
    assert not page.next_button.isEnabled()


@pytest.mark.parametrize(
    ("commune", "kind", "place"),
    [("hung hoi", "Ấp", "Hưng Hội"), ("phuong bac lieu", "Khu phố", "Bạc Liêu")],
)
def test_words_of_the_place_begin_with_what_is_usual_there(
    page: FirstRun, commune: str, kind: str, place: str
) -> None:
    choose_office(page, commune=commune)
    assert page.office.words() == (kind, place)


def test_words_of_the_place_are_the_offices_own(page: FirstRun) -> None:
    choose_office(page)
    page.office.area_kind.setFocus()
    type_text(page.office.area_kind, "xyz")
    page.go_on()
    assert page.step == OFFICE
    assert page.office.area_box.said() == NO_KIND
    page.office.area_kind.clear()
    type_text(page.office.area_kind, "khom")
    page.office.place_name.clear()
    page.go_on()
    assert page.office.place_box.said() == NO_PLACE
    type_text(page.office.place_name, "TP. Cà Mau")
    page.go_on()
    assert page.step == USER
    assert page.office.words() == ("Khóm", "TP. Cà Mau")


def test_instead_of_making_one_may_restore_or_look_around(page: FirstRun) -> None:
    heard: list[str] = []
    page.restoring.connect(lambda: heard.append("restore"))
    page.looking.connect(lambda: heard.append("look"))
    for part in (page.office.restore_button, page.office.look_button):
        part.setFocus()
        press(Key.Key_Space)
    assert heard == ["restore", "look"]


def test_look_alikes_count_as_on_paper(page: FirstRun) -> None:
    page.show_sheet(KEY.replace("X7Y8", "1O0I".replace("O", "0").replace("I", "1")), "")
    assert page.sheet is not None
    type_text(page.sheet.typed, "lOoi")
    assert page.sheet.is_right()


def test_every_group_may_be_asked_for() -> None:
    assert {any_group() for _ in range(2000)} == set(range(1, GROUPS + 1))


@pytest.mark.parametrize(
    ("password", "value"),
    [("", 0), ("ngắn", 1), ("aaaaaaaaaaaa", 1), ("12345678", 2), ("bà con ấp sóc", 3),
     ("bà con ấp sóc đồn 2026", 4)],
)  # fmt: skip
def test_strength_grows_with_length_and_letters(password: str, value: int) -> None:
    assert strength(password) == value
