"""What goes wrong while a clerk saves: each kind of failure in its place, the typing kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.registers.people import Person
from models.registers.teams import Team
from models.store import drafts
from models.store.change import Change
from models.store.connection import connect
from models.store.database import database
from tests.conftest import KEY
from tests.ui.jobs.hands import Hands
from tests.ui.keys import CONTROL, press
from tests.ui.workplaces import opened_workplace, read
from ui.form.page import FormPage
from ui.pages.detail_pane import DetailPane
from ui.sentences import COPY_WORDS, UNFORESEEN
from ui.workplace import Workplace

Key = Qt.Key
SECRET = "Nguyễn Văn Đức 0913555214"


@pytest.fixture
def place(qtbot: QtBot, filled: Path) -> Iterator[Workplace]:
    with opened_workplace(qtbot, filled.parent) as place:
        read(qtbot, place, 3)
        forget = place.crashes.install()
        yield place
        forget()


@pytest.fixture
def hands(qtbot: QtBot, place: Workplace) -> Hands:
    return Hands(qtbot, place)


@pytest.fixture
def form(hands: Hands) -> FormPage:
    """A new team, typed and not saved."""
    press(Key.Key_N, CONTROL)
    form = hands.page(FormPage)
    hands.fill(form, name="Tổ tự quản số 3")
    hands.tab_to(form, "note")
    QGuiApplication.clipboard().setText("Ghi dài. " * 2000)
    press(Key.Key_V, CONTROL)
    return form


def where_saving_is_done(qtbot: QtBot, place: Workplace, sql: str) -> None:
    """Run a statement on the connection that saves."""
    done: list[object] = []
    runner = place.shell.means.runner
    runner.run(lambda _tell: database.execute_sql(sql) and None, done.append, done.append)
    qtbot.waitUntil(lambda: done == [None])


def reports(place: Workplace) -> list[str]:
    assert place.crashes._folder is not None
    return [file.read_text(encoding="utf-8") for file in place.crashes._folder.glob("bao-loi-*")]


def is_kept(form: FormPage) -> bool:
    return form.isVisible() and form.dirty and form.texts()["name"] == "Tổ tự quản số 3"


def test_a_full_disk_says_what_to_do_and_keeps_the_typing(
    qtbot: QtBot, place: Workplace, hands: Hands, form: FormPage
) -> None:
    where_saving_is_done(qtbot, place, "PRAGMA max_page_count = 1")
    press(Key.Key_S, CONTROL)
    hands.heard(
        "Chưa lưu được: ổ đĩa đã đầy. Xóa bớt tệp không dùng hoặc chọn ổ khác, rồi làm lại."
    )
    assert is_kept(form)
    assert reports(place) == []
    where_saving_is_done(qtbot, place, "PRAGMA max_page_count = 1000000")
    press(Key.Key_S, CONTROL)
    hands.heard("Đã lưu Tổ tự quản số 3.")
    read(qtbot, place, 4)
    assert Team.get(Team.name == "Tổ tự quản số 3").note.startswith("Ghi dài.")


def test_a_register_that_another_window_writes_says_so(
    qtbot: QtBot, place: Workplace, hands: Hands, form: FormPage
) -> None:
    where_saving_is_done(qtbot, place, "PRAGMA busy_timeout = 1")
    other = connect(database.database, KEY)
    other.execute("BEGIN IMMEDIATE")
    press(Key.Key_S, CONTROL)
    hands.heard("Chưa lưu được: sổ đang bận ghi ở cửa sổ khác. Chờ một lát, rồi làm lại.")
    assert is_kept(form)
    other.execute("ROLLBACK")
    other.close()
    press(Key.Key_S, CONTROL)
    hands.heard("Đã lưu Tổ tự quản số 3.")


def test_an_unforeseen_error_keeps_the_typing_and_reports_nobodys_data(
    qtbot: QtBot,
    place: Workplace,
    hands: Hands,
    form: FormPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Change, "save", failing)
        press(Key.Key_S, CONTROL)
        hands.heard(UNFORESEEN)
        qtbot.waitUntil(lambda: len(reports(place)) == 1)
        assert is_kept(form)
    (report,) = reports(place)
    assert "KeyError" in report
    assert "ui/desk/forms.py" in report
    told(report)
    form.drafting.keep()
    qtbot.waitUntil(lambda: bool(drafts.all_of("An")))
    press(Key.Key_S, CONTROL)
    hands.heard("Đã lưu Tổ tự quản số 3.")


def test_one_on_the_windows_own_thread_is_told_and_the_list_lives_on(
    qtbot: QtBot, place: Workplace, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = hands.go_to("people", 3)
    with monkeypatch.context() as broken:
        broken.setattr(DetailPane, "show_detail", failing)
        press(Key.Key_Down)
        toast = place.shell.notifier.toast
        qtbot.waitUntil(lambda: toast.notice is not None and toast.notice.action == COPY_WORDS)
        (report,) = reports(place)
        told(report)
    press(Key.Key_Down)
    third = Person.select().order_by(Person.sort_key)[2].full_name
    qtbot.waitUntil(lambda: page.detail.title.whole() == third)


def failing(*_words: object, **_named: object) -> None:
    raise KeyError(SECRET) from sqlite3.OperationalError(f"near {SECRET}")


def told(report: str) -> None:
    """A report tells where, and nothing of anybody."""
    for secret in (SECRET, "Nguyễn", "0913", "Tổ tự quản", "Ghi dài", "near"):
        assert secret not in report
