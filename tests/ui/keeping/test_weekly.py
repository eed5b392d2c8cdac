"""The backup of the week: chosen, shown with its next day, and reminded of; the journal printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.clock import stopped_at
from models.roles import Role
from models.store.session import set_user
from tests.ui.keeping.fake_backups import FakeBackups
from tests.ui.keeping.test_backups import words
from tests.ui.workplaces import opened_workplace, shown
from ui.ask import Answers
from ui.keeping.backups import Backups
from ui.keeping.page import BackupPage
from ui.keeping.words import PLACE
from ui.paper.page import PaperPage
from ui.shell import Shell
from ui.workplace import Workplace

FRIDAY = datetime(2026, 11, 20, 15, 59, tzinfo=UTC)
EVERY_FRIDAY = "Hôm nay là ngày sao lưu hằng tuần. Cắm USB rồi bấm Sao lưu ngay."


def choose(page: BackupPage, words: str) -> None:
    """Take an entry of one of the page's menus."""
    menus = [part.menu() for part in page.reminders.findChildren(QPushButton) if part.menu()]
    entries = [entry for menu in menus for entry in menu.actions()]
    next(entry for entry in entries if entry.text() == words).trigger()


def test_a_day_of_the_week_is_chosen_and_shown(page: BackupPage, source: FakeBackups) -> None:
    assert "Chưa hẹn ngày trong tuần" in words(page)
    choose(page, "Thứ Sáu hằng tuần")
    assert "Thứ Sáu hằng tuần, 16:00" in words(page)
    assert "Lần tới: hôm nay, 20\u2060/\u206011\u2060/\u20602026" in words(page)
    source.stand = replace(source.stand, days=0)
    page.visited.emit()
    assert "Lần tới: 27\u2060/\u206011\u2060/\u20602026" in words(page)
    choose(page, "Không hẹn ngày trong tuần")
    assert "Chưa hẹn ngày trong tuần" in words(page)


def test_on_that_day_it_reminds_once_from_its_hour_on(
    backups: Backups, source: FakeBackups, shell: Shell
) -> None:
    backups.standings.set_weekday(FRIDAY.weekday())
    with stopped_at(FRIDAY):
        backups.begin()
        assert shell.notifier.said == []
    with stopped_at(FRIDAY + timedelta(minutes=1)):
        backups._hours.timeout.emit()
        assert shell.notifier.said == [EVERY_FRIDAY]
        backups._hours.timeout.emit()
        backups.begin()
    assert shell.notifier.said == [EVERY_FRIDAY]


@pytest.mark.parametrize("late", [timedelta(days=1), timedelta(days=-1)])
def test_on_other_days_it_does_not(backups: Backups, shell: Shell, late: timedelta) -> None:
    backups.standings.set_weekday(FRIDAY.weekday())
    with stopped_at(FRIDAY + late + timedelta(hours=2)):
        backups.begin()
    assert shell.notifier.said == []


def test_a_copy_of_that_day_is_enough(backups: Backups, source: FakeBackups, shell: Shell) -> None:
    source.stand = replace(source.stand, days=0)
    backups.standings.set_weekday(FRIDAY.weekday())
    with stopped_at(FRIDAY + timedelta(hours=1)):
        backups.begin()
    assert shell.notifier.said == []
    assert backups.may_close()


def test_without_the_journal_there_is_no_button_for_it(page: BackupPage) -> None:
    assert not page.journal_button.isVisible()


def test_it_is_asked_about_at_closing(
    backups: Backups, source: FakeBackups, answers: Answers
) -> None:
    answers._answers.append(True)
    backups.standings.set_weekday(FRIDAY.weekday())
    backups.begin()
    assert backups.may_close()
    assert answers.asked == ["Hôm nay là ngày sao lưu hằng tuần"]


@pytest.fixture
def place(qtbot: QtBot, register: Path) -> Iterator[Workplace]:
    set_user("An", Role.ADMIN)
    with opened_workplace(qtbot, register.parent) as place:
        yield place
    set_user("")


def test_the_journal_is_printed_from_the_page_of_backups(qtbot: QtBot, place: Workplace) -> None:
    place.shell.places.open(PLACE)
    qtbot.waitUntil(lambda: isinstance(shown(place), BackupPage))
    page = shown(place)
    assert isinstance(page, BackupPage)
    page.journal_button.click()
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage))
    paper = shown(place)
    assert isinstance(paper, PaperPage)
    assert [one.id for one in paper.selection.papers] == ["journal"]
    paper.left.emit()
    qtbot.waitUntil(lambda: shown(place) is page)
