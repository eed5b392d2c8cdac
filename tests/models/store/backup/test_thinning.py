"""Which copies stay: the newest, then one a day, a week, a month; the proven one always."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.store.backup.keeping import Target, back_up
from models.store.backup.log import Place, entries
from models.store.backup.making import make_copy
from models.store.backup.shelf import copies_in
from models.store.backup.thinning import DAYS, MONTHS, NEWEST, WEEKS, surplus, thin
from models.store.folder import RegisterFolder
from models.store.tables import BackupEntry
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.models.store.backup.conftest import names

PLACE = Place("SAOLUU-01", "a1")


def kept(made: list[datetime], keep: int | None = None) -> list[datetime]:
    gone = surplus(made, keep)
    return [moment for place, moment in enumerate(made) if place not in gone]


def test_two_weeks_of_four_copies_a_day() -> None:
    made = [TODAY - timedelta(hours=6 * n) for n in range(56)]
    left = kept(made)
    assert left[:NEWEST] == made[:NEWEST]
    assert {moment.date() for moment in left} == {moment.date() for moment in made}
    assert len(left) < 30


def test_three_years_of_a_copy_a_day() -> None:
    made = [TODAY - timedelta(days=n) for n in range(1100)]
    left = kept(made)
    assert left[:DAYS] == made[:DAYS]
    assert len({moment.strftime("%G-%V") for moment in left[: DAYS + WEEKS]}) >= WEEKS
    assert len({moment.strftime("%Y-%m") for moment in left}) == MONTHS
    assert len(left) <= DAYS + WEEKS + MONTHS


def test_the_rule_is_stable_day_by_day() -> None:
    """What it kept yesterday is enough for today: months are not lost step by step."""
    left: list[datetime] = []
    for day in range(400):
        left = kept([TODAY + timedelta(days=day), *left])
    assert len({moment.strftime("%Y-%m") for moment in left}) == 14


@pytest.mark.parametrize("keep", [1, 2, 5, 100])
def test_a_number_keeps_so_many_of_the_newest(keep: int) -> None:
    made = [TODAY - timedelta(hours=n) for n in range(10)]
    assert kept(made, keep) == made[:keep]
    assert kept(made[:1], 1) == made[:1]


def test_two_weeks_on_a_stick(folder: RegisterFolder, shelf: Path) -> None:
    target = Target(shelf, PLACE)
    for hour in range(0, 14 * 24, 12):
        with stopped_at(TODAY + timedelta(hours=hour)):
            back_up(folder, target)
    copies = copies_in(shelf)
    days = {copy.manifest.made.date() for copy in copies if copy.manifest}
    assert len(days) == 14
    assert len(entries(-1)) == 28
    assert NEWEST <= len(copies) < 28


def test_what_was_drilled_last_or_is_of_others_or_unreadable_stays(
    folder: RegisterFolder, shelf: Path
) -> None:
    made = [back_up(folder, Target(shelf, PLACE)).copy.path.name for _ in range(3)]
    BackupEntry.update(drilled_at=TODAY.isoformat()).where(BackupEntry.file == made[0]).execute()
    (shelf / "hong.stpbak").write_bytes(b"")
    (shelf / "anh.jpg").write_bytes(b"x")
    done = back_up(folder, Target(shelf, PLACE), keep=1)
    assert sorted(done.removed) == sorted(made[1:])
    assert names(shelf) == sorted([made[0], done.copy.path.name, "hong.stpbak", "anh.jpg"])
    register = Vault.open(folder).register
    assert thin(shelf, "0" * 32, keep=1) == []
    assert len(thin(shelf, register, keep=1)) == 1


def test_copies_are_listed_newest_first_and_the_unreadable_last(
    folder: RegisterFolder, shelf: Path
) -> None:
    for hour in (9, 11, 10):
        with stopped_at(TODAY.replace(hour=hour)):
            make_copy(folder, shelf)
    (shelf / "A-hong.stpbak").write_bytes(b"")
    found = copies_in(shelf, Vault.open(folder).register)
    assert [copy.path.name[-11:-7] for copy in found[:3]] == ["1130", "1030", "0930"]
    assert "0 byte" in found[3].problem
    assert copies_in(shelf, "0" * 32) == found[3:]
