"""The screens of backups, for `tests.ui.screenshots`: the stick and its history are made up."""

from __future__ import annotations

import threading
from collections.abc import Callable

from tests.ui.keeping.fake_backups import FIRST, FakeBackups
from tests.ui.screens import Stage, Steps
from ui.keeping.page import BackupPage
from ui.source.backups import BackupSource, Plugged

LONGEST_SECONDS = 60


def shown(here: Stage, source: BackupSource) -> BackupPage:
    """The page of backups over another source."""
    backups = here.place.backups
    for part in (backups, backups.copying, backups.standings, backups.restoring):
        part._source = source
    here.shell.places.open("backup")
    backups.look()
    backups.standings.read()
    page = backups.page
    assert page is not None
    here.wait(lambda: bool(backups.standings.now.lines))
    return page


def over(*sticks: Plugged) -> Callable[[Stage, Callable[[BackupPage, FakeBackups], object]], None]:
    """Draw over made up sticks, and give the register's own copies back afterwards."""

    def draw(here: Stage, act: Callable[[BackupPage, FakeBackups], object]) -> None:
        own, made = here.place.backups._source, FakeBackups(*sticks)
        page = shown(here, made)
        here.wait(lambda: len(page.stick.sticks) == len(sticks))
        act(page, made)
        here.after = lambda: shown(here, own)

    return draw


def nothing(here: Stage) -> None:
    over()(here, lambda _page, _made: None)


def found(here: Stage) -> None:
    over(FIRST)(here, lambda _page, _made: None)


def writing(here: Stage) -> None:
    """The third step of a backup, which is held there until the picture is taken."""
    go_on = threading.Event()

    def begin(page: BackupPage, made: FakeBackups) -> None:
        made.during = lambda _tell: go_on.wait(LONGEST_SECONDS)
        page.stick.start_button.click()
        here.wait(lambda: page.stick.steps is not None)

    over(FIRST)(here, begin)
    back = here.after

    def end() -> None:
        go_on.set()
        here.wait(lambda: not here.place.backups.copying.busy)
        back()

    here.after = end


def done(here: Stage) -> None:
    def begin(page: BackupPage, _made: FakeBackups) -> None:
        page.stick.start_button.click()
        here.wait(lambda: not here.place.backups.copying.busy)

    over(FIRST)(here, begin)


BACKUPS: Steps = {
    "h-sao-luu": nothing,
    "h-sao-luu-co-usb": found,
    "h-sao-luu-dang-ghi": writing,
    "h-sao-luu-xong": done,
}
