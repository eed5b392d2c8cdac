"""A draft of an earlier run is offered by its time and place; taken, refused, or left for later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.clock import stopped_at
from models.unsaved import Unsaved
from tests.ui.fake_form import TeamForm
from tests.ui.keys import CONTROL, press, type_text
from ui.form.draft_offer import told
from ui.form.page import FormPage
from ui.source import MemoryDrafts
from ui.tasks import InlineRunner

NOW = datetime(2026, 11, 22, 15, 5, tzinfo=timezone(timedelta(hours=7)))
AT = NOW.replace(hour=14, minute=32)
STORED = "Tuyến 2 và 3"
Key = Qt.Key


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with stopped_at(NOW):
        yield


@pytest.fixture
def source() -> TeamForm:
    return TeamForm()


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


@pytest.fixture
def page(qtbot: QtBot, source: TeamForm, drafts: MemoryDrafts) -> FormPage:
    form = FormPage("teams", "Tổ tự quản", source, InlineRunner(), drafts)
    qtbot.addWidget(form)
    form.resize(1100, 700)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def leave_behind(
    drafts: MemoryDrafts, record: int | None = 17, revision: int | None = 7, **texts: str
) -> Unsaved:
    """Have an earlier run keep a draft."""
    left = Unsaved("teams", record, texts or {"scope": "Tuyến 9"}, revision, AT)
    drafts.keep(left, lambda: None, lambda _error: None)
    return left


def type_over(page: FormPage, name: str, text: str) -> None:
    page.body.go_to(name)
    widget = page.body.boxes[name].editor.widget
    QTest.keyClick(widget, Key.Key_A, CONTROL)
    type_text(widget, text)


def test_a_moment_is_told_as_people_say_it() -> None:
    assert told(AT) == "lúc 14:32 hôm nay"
    assert told(AT - timedelta(days=1)) == "lúc 14:32 hôm qua"
    assert told(AT - timedelta(days=2)) == "lúc 14:32 ngày 20/11/2026"
    utc = (NOW - timedelta(hours=9)).astimezone(UTC)
    assert told(utc) == "lúc 06:05 hôm nay"


def test_it_is_offered_and_not_put_in_by_itself(page: FormPage, drafts: MemoryDrafts) -> None:
    leave_behind(drafts, scope="Tuyến 9", note="x")
    page.begin(17)
    assert page.drafting.offer.isVisible()
    words = page.drafting.offer.words()
    assert words == "Bản nháp lúc 14:32 hôm nay, đã gõ: Phạm vi, Ghi chú."
    assert page.texts()["scope"] == STORED
    assert not page.dirty
    page.begin(18)
    assert not page.drafting.offer.isVisible()


def test_it_is_taken_by_keyboard_and_saved(
    page: FormPage, source: TeamForm, drafts: MemoryDrafts
) -> None:
    leave_behind(drafts)
    page.begin(17)
    press(Key.Key_Space)
    assert page.texts()["scope"] == "Tuyến 9"
    assert page.dirty
    assert page.body.here() == "scope"
    press(Key.Key_S, CONTROL)
    assert source.saved[0][1]["scope"] == "Tuyến 9"
    assert drafts.kept("teams", 17) is None
    assert not page.drafting.offer.isVisible()


def test_it_is_refused_by_keyboard(page: FormPage, drafts: MemoryDrafts) -> None:
    leave_behind(drafts)
    page.begin(17)
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.drafting.offer.drop_button
    press(Key.Key_Space)
    assert drafts.kept("teams", 17) is None
    assert page.texts()["scope"] == STORED
    assert not page.dirty
    assert page.body.here() == "name"


def test_what_stands_in_the_form_already_can_still_be_refused(
    page: FormPage, drafts: MemoryDrafts
) -> None:
    leave_behind(drafts)
    page.begin(17)
    page.drafting.offer.take_button.click()
    page.drafting.offer.drop_button.click()
    assert page.texts()["scope"] == STORED
    assert not page.dirty
    assert not page.drafting.offer.isVisible()
    assert drafts.kept("teams", 17) is None


def test_a_record_saved_meanwhile_is_said_and_keeps_what_was_saved(
    page: FormPage, source: TeamForm, drafts: MemoryDrafts
) -> None:
    leave_behind(drafts, revision=6)
    page.begin(17)
    after = "Sau đó Tổ tự quản ANTT số 3 đã được lưu lại: các ô khác giữ như vừa lưu."
    assert page.drafting.offer.words().endswith(after)
    page.drafting.offer.take_button.click()
    page.save()
    _identity, values, revision = source.saved[0]
    assert (values["scope"], values["households"], revision) == ("Tuyến 9", 86, 7)


def test_typing_beside_an_offer_loses_neither(page: FormPage, drafts: MemoryDrafts) -> None:
    leave_behind(drafts, scope="Tuyến 9", phone="0913 555 999")
    page.begin(17)
    type_over(page, "scope", "Tuyến 5")
    page.drafting.keep()
    kept = drafts.kept("teams", 17)
    assert kept is not None
    assert kept.texts == {"scope": "Tuyến 5", "phone": "0913 555 999"}
    page.drafting.offer.take_button.click()
    assert page.texts()["scope"] == "Tuyến 5"
    assert page.texts()["phone"] == "0913 555 999"


def test_refusing_an_offer_keeps_what_was_typed_beside_it(
    page: FormPage, drafts: MemoryDrafts
) -> None:
    leave_behind(drafts, phone="0913 555 999")
    page.begin(17)
    type_over(page, "scope", "Tuyến 5")
    page.drafting.offer.drop_button.click()
    kept = drafts.kept("teams", 17)
    assert kept is not None
    assert kept.texts == {"scope": "Tuyến 5"}
    assert page.texts()["scope"] == "Tuyến 5"
    assert page.dirty


def test_saving_beside_an_offer_leaves_it_for_later(page: FormPage, drafts: MemoryDrafts) -> None:
    left = leave_behind(drafts)
    page.begin(17)
    type_over(page, "households", "90")
    page.drafting.keep()
    page.save()
    assert drafts.kept("teams", 17) == left


def test_the_draft_of_a_new_record_is_offered_to_the_next_new_one(
    page: FormPage, drafts: MemoryDrafts
) -> None:
    page.begin(None, "Thêm tổ")
    type_over(page, "name", "Tổ tự quản số 12")
    page.drafting.rest.timeout.emit()
    again = FormPage("teams", "Tổ tự quản", TeamForm(), InlineRunner(), drafts)
    again.begin(17)
    assert again.drafting.waiting is None
    again.begin(None, "Thêm tổ")
    assert again.texts()["name"] == ""
    again.drafting.take()
    assert again.texts()["name"] == "Tổ tự quản số 12"


def test_a_draft_is_kept_within_two_seconds(
    page: FormPage, drafts: MemoryDrafts, qtbot: QtBot
) -> None:
    page.begin(17)
    type_over(page, "scope", "Tuyến 9")
    assert page.drafting.rest.isActive()
    assert page.drafting.rest.interval() <= 2000
    with qtbot.waitSignal(page.told) as line:
        page.drafting.rest.timeout.emit()
    assert line.args == ["Đang sửa · bản nháp tự giữ lúc 15:05"]
    assert drafts.kept("teams", 17) == Unsaved("teams", 17, {"scope": "Tuyến 9"}, 7, NOW)


def test_a_draft_of_this_run_of_a_record_saved_meanwhile_is_offered(
    page: FormPage, drafts: MemoryDrafts
) -> None:
    page.begin(17)
    type_over(page, "scope", "Tuyến 9")
    page.leave()
    page.begin(17)
    assert page.texts()["scope"] == "Tuyến 9"
    page.leave()
    leave_behind(drafts, revision=6)
    page.begin(17)
    assert page.texts()["scope"] == STORED
    assert page.drafting.waiting is not None


def test_a_draft_taken_up_is_gone_on_with_where_it_ended(
    page: FormPage, drafts: MemoryDrafts
) -> None:
    leave_behind(drafts, name="Tổ 9", scope="Tuyến 9")
    page.begin(17)
    press(Key.Key_Return)
    assert page.texts()["scope"] == "Tuyến 9"
    assert page.body.here() == "scope"


def test_tab_goes_from_the_offer_to_the_first_field(page: FormPage, drafts: MemoryDrafts) -> None:
    leave_behind(drafts)
    page.begin(17)
    offer = page.drafting.offer
    for part in (offer.take_button, offer.compare_button, offer.drop_button):
        assert QApplication.focusWidget() is part
        press(Key.Key_Tab)
    assert page.body.here() == page.body.order[0]
