"""A clerk's jobs in the window, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from models.errors import WorldError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import ALT, CONTROL, SHIFT, press, type_text
from tests.ui.windows import shell_over
from ui.ask import Answers
from ui.form.page import FormPage
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.shell import Shell
from ui.source import Option


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "to.pdf")


@pytest.fixture
def shell(qtbot: QtBot, desk: FakeDesk, answers: Answers) -> Iterator[Shell]:
    yield from shell_over(qtbot, desk, answers)


@pytest.fixture
def page(shell: Shell) -> RegisterPage:
    return shell.open_register("teams")


def focused() -> str:
    widget = QApplication.focusWidget()
    return type(widget).__name__ if widget is not None else ""


def test_a_register_opens_on_its_list(page: RegisterPage, shell: Shell) -> None:
    assert focused() == "ListTable"
    assert shell.keys.said() == "57 tổ · đang chọn 1"
    assert page.detail.title.whole() == "CLB 3 tích cực đồng bào dân tộc Khmer"


def test_search_narrows_and_the_record_follows(page: RegisterPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CONTROL)
    type_text(page.list.search, "hong nhung")
    press(Qt.Key.Key_Return)
    assert page.model.rowCount() == 1
    assert focused() == "ListTable"
    assert page.detail.title.whole() == "Tổ tự quản ANTT số 3"
    press(Qt.Key.Key_Escape)
    assert page.model.rowCount() == 57
    assert page.detail.title.whole() == "Tổ tự quản ANTT số 3"


def test_nothing_found_says_what_was_searched_for(page: RegisterPage, shell: Shell) -> None:
    press(Qt.Key.Key_F, CONTROL)
    type_text(page.list.search, "xyz")
    page.list.search.tell()
    assert page.list.no_match.isVisible()
    assert page.list.no_match.words() == "Không có tổ nào khớp “xyz”."
    assert page.detail.title.whole() == ""
    press(Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_chips_filter_count_and_clear(page: RegisterPage) -> None:
    weak = page.list.filters.chips.chip("weak")
    assert weak is not None
    assert weak.text() == "Xếp loại yếu 1"
    weak.setFocus()
    press(Qt.Key.Key_Space)
    assert page.model.rowCount() == 1
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    assert page.model.rowCount() == 57


def test_edit_save_and_come_back_to_the_same_row(
    page: RegisterPage, shell: Shell, desk: FakeDesk
) -> None:
    page.table.chosen.go_to_record(17)
    press(Qt.Key.Key_F2)
    form = shell.pages.currentWidget()
    assert isinstance(form, FormPage)
    assert form.identity == 17
    press(Qt.Key.Key_End)
    type_text(form.body.boxes["name"].editor.widget, " mới")
    press(Qt.Key.Key_S, CONTROL)
    assert shell.pages.currentWidget() is page
    assert page.table.chosen.identity() == 17
    assert focused() == "ListTable"
    assert shell.notifier.said[-1] == "Đã lưu Tổ tự quản ANTT số 3 mới."
    assert desk.form.saved[0][0] == 17


def test_add_one_after_another(page: RegisterPage, shell: Shell, desk: FakeDesk) -> None:
    press(Qt.Key.Key_N, CONTROL)
    form = shell.forms["teams"]
    assert form.head.title() == "Thêm tổ"
    for name, text in (("name", "Tổ mới"), ("scheme", "Camera an ninh"), ("area", "Cái Giá"),
                       ("since", "2026"), ("leader", "nguyen thi hoa")):  # fmt: skip
        form.body.go_to(name)
        type_text(form.body.boxes[name].editor.widget, text)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, CONTROL)
    ((identity, values, revision),) = desk.form.saved
    assert (identity, revision) == (None, None)
    leader = values["leader"]
    assert isinstance(leader, Option)
    assert leader.value == 4
    assert shell.pages.currentWidget() is form
    assert form.texts()["name"] == ""


def test_escape_from_a_form_keeps_a_draft_and_offers_it(page: RegisterPage, shell: Shell) -> None:
    press(Qt.Key.Key_F2)
    form = shell.forms["teams"]
    type_text(form.body.boxes["name"].editor.widget, "X")
    press(Qt.Key.Key_Escape)
    assert shell.pages.currentWidget() is page
    notice = shell.notifier.toast.notice
    assert notice is not None
    assert notice.text == "Chưa lưu. Bản nháp còn giữ."
    resume = next(
        one for one in shell.notifier.toast.findChildren(QPushButton) if one.text() == "Sửa tiếp"
    )
    resume.click()
    assert shell.pages.currentWidget() is form
    assert form.texts()["name"] == "X"


def test_delete_and_undo(page: RegisterPage, shell: Shell) -> None:
    page.table.chosen.go_to_record(17)
    press(Qt.Key.Key_Delete)
    assert page.model.total == 56
    assert shell.notifier.said[-1] == "Đã xóa 1 tổ: Tổ tự quản ANTT số 3."
    press(Qt.Key.Key_Z, CONTROL)
    assert page.model.total == 57
    assert shell.notifier.said[-1] == "Đã khôi phục 1 tổ."
    press(Qt.Key.Key_Z, CONTROL)
    assert shell.notifier.said[-1] == "Không còn gì để hoàn tác."


def test_many_rows_are_acted_upon(page: RegisterPage, desk: FakeDesk) -> None:
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    assert page.list.bars.currentIndex() == 1
    press(Qt.Key.Key_Delete)
    assert desk.done == ["remove [1, 2, 3]"]
    assert page.model.total == 54


def test_next_and_previous_record_by_keys(page: RegisterPage) -> None:
    press(Qt.Key.Key_Down, ALT)
    assert page.detail.place.text() == "2 / 57"
    press(Qt.Key.Key_Up, ALT)
    assert page.detail.place.text() == "1 / 57"


def test_tabs_turn_and_stay_from_record_to_record(page: RegisterPage) -> None:
    press(Qt.Key.Key_PageDown, CONTROL)
    assert page.detail.tabs.tabText(page.detail.tabs.currentIndex()) == "Thành viên"
    page.table.chosen.go_to_record(17)
    assert page.detail.tabs.tabText(page.detail.tabs.currentIndex()) == "Thành viên"


def test_f6_goes_round(page: RegisterPage) -> None:
    seen = []
    for _turn in range(3):
        press(Qt.Key.Key_F6)
        seen.append(focused())
    assert seen == ["QTabBar", "NavItem", "ListTable"]


def test_the_menu_of_further_acts_opens_at_its_button_on_the_first(page: RegisterPage) -> None:
    page.detail.more_button.setFocus()
    press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction() is menu.actions()[0]
    button = page.detail.more_button
    assert menu.y() >= button.mapToGlobal(button.rect().bottomLeft()).y()
    menu.close()


def test_enter_on_the_quick_search_opens_it(page: RegisterPage, shell: Shell) -> None:
    shell.bar.search.setFocus()
    press(Qt.Key.Key_Return)
    assert shell.palette_box.isVisible()
    assert QApplication.focusWidget() is shell.palette_box.field


def test_who_works_comes_after_the_places_of_the_left_bar(page: RegisterPage, shell: Shell) -> None:
    shell.bar.items["teams"].setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shell.bar.user


def test_f6_leads_out_of_a_form_and_back_to_its_field(page: RegisterPage, shell: Shell) -> None:
    press(Qt.Key.Key_F2)
    shell.forms["teams"].body.go_to("area")
    here = QApplication.focusWidget()
    press(Qt.Key.Key_F6)
    assert focused() == "NavItem"
    press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is here


def test_left_bar_is_one_stop_with_arrows_inside(page: RegisterPage, shell: Shell) -> None:
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert shell.pages.currentWidget() is shell.registers["nominations"]


def test_numbers_go_to_registers(page: RegisterPage, shell: Shell) -> None:
    press(Qt.Key.Key_3, ALT)
    empty = shell.registers["classes"]
    assert shell.pages.currentWidget() is empty
    assert empty.pages.is_empty
    assert shell.keys.said() == "Chưa có bản ghi"
    press(Qt.Key.Key_1, ALT)
    assert not page.pages.is_empty


def test_find_anything_opens_the_record(page: RegisterPage, shell: Shell) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text(shell.palette_box.field, "hong nhung")
    press(Qt.Key.Key_Return)
    assert not shell.palette_box.isVisible()
    assert page.table.chosen.identity() == 17
    assert page.detail.title.whole() == "Tổ tự quản ANTT số 3"


def test_find_anything_does_commands(page: RegisterPage, shell: Shell) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text(shell.palette_box.field, "phim tat")
    shell.palette_box.look()
    assert shell.palette_box.titles() == ["Phím tắt", "Tìm “phim tat” trong nội dung"]
    press(Qt.Key.Key_Return)
    assert type(shell.pages.currentWidget()).__name__ == "KeysSheet"


def test_find_anything_closes_with_escape_and_gives_the_focus_back(
    page: RegisterPage, shell: Shell
) -> None:
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_Escape)
    assert not shell.palette_box.isVisible()
    assert focused() == "ListTable"


def test_print_preview_and_store(
    page: RegisterPage, shell: Shell, desk: FakeDesk, answers: Answers, tmp_path: Path
) -> None:
    press(Qt.Key.Key_P, CONTROL)
    papers = shell.pages.currentWidget()
    assert isinstance(papers, PaperPage)
    assert desk.done[0] == "paper list []"
    assert not shell.bar.isVisible()
    press(Qt.Key.Key_S, CONTROL)
    assert answers.asked == ["Lưu thành PDF"]
    assert (tmp_path / "to.pdf").read_bytes().startswith(b"%PDF")
    assert shell.notifier.said[-1] == "Đã lưu to.pdf."
    press(Qt.Key.Key_Escape)
    assert shell.pages.currentWidget() is page
    assert shell.bar.isVisible()


def test_printing_several_rows_prints_those(page: RegisterPage, desk: FakeDesk) -> None:
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_P, CONTROL)
    assert desk.done[0] == "paper list [1, 2]"


def test_a_failure_stays_until_closed(
    page: RegisterPage, shell: Shell, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> str:
        raise WorldError("Đĩa đầy. Xóa bớt tệp rồi làm lại.")

    monkeypatch.setattr(desk, "remove", fail)
    press(Qt.Key.Key_Delete)
    notice = shell.notifier.toast.notice
    assert notice is not None
    assert notice.failed
    assert notice.text == "Đĩa đầy. Xóa bớt tệp rồi làm lại."
    assert not shell.notifier.toast._rest.isActive()


def test_closing_keeps_drafts_and_gives_lists_back(
    page: RegisterPage, shell: Shell, desk: FakeDesk
) -> None:
    press(Qt.Key.Key_F2)
    form = shell.forms["teams"]
    type_text(form.body.boxes["name"].editor.widget, "X")
    shell.close_down()
    kept = desk.drafts.kept("teams", 1)
    assert kept is not None
    assert kept.texts["name"] == "X"
    assert desk.done[-1] == "close"


@pytest.mark.parametrize(
    ("width", "bar", "both"),
    [(1700, 208, True), (1366, 188, True), (1100, 64, True), (980, 64, False)],
)
def test_layouts_by_width(qtbot: QtBot, width: int, bar: int, both: bool) -> None:
    for shell in shell_over(qtbot, FakeDesk(), width=width):
        page = shell.open_register("teams")
        assert shell.bar.width() == bar
        assert page.list.isVisible()
        assert page.detail.isVisible() is both
        keys = [facts.key for facts in page.model.columns]
        hidden = page.table.isColumnHidden(keys.index("leader"))
        assert hidden is (both and width < 1180)
        if not both:
            press(Qt.Key.Key_Return)
            assert page.detail.isVisible()
            assert not page.list.isVisible()
            press(Qt.Key.Key_Escape)
            assert page.list.isVisible()
            assert focused() == "ListTable"


def test_no_primary_action_is_below_the_edge(page: RegisterPage, shell: Shell) -> None:
    window = shell.window()
    window.resize(960, 540)
    shell.open_form("teams", 17)
    save = shell.forms["teams"].save_button
    corner = save.mapTo(window, save.rect().bottomRight())
    assert window.rect().contains(corner)
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert shell.notifier.said
