"""What the page of backups asks of the open register, on real files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import WorldError
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.tables import BackupEntry
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.models.store.backup.conftest import add_people
from ui.desk.backups import OfficeBackups
from ui.keeping.words import STEPS
from ui.source.backups import Standing


def silent(_done: int, _total: int, _text: str) -> None:
    """Nobody listens."""


@pytest.fixture
def folder(tmp_path: Path, empty_register: Path) -> Iterator[RegisterFolder]:
    made = make_register(tmp_path / "so", empty_register)
    with stopped_at(TODAY), open_register(made):
        add_people(1, 4)
        yield made


@pytest.fixture
def office(folder: RegisterFolder) -> OfficeBackups:
    return OfficeBackups()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def test_before_the_first_backup(office: OfficeBackups) -> None:
    assert office.standing(5) == Standing(records=4)
    assert office.plugged() == ()


def test_a_copy_is_restored_on_trial_once_a_month_when_its_stick_returns(
    office: OfficeBackups, shelf: Path
) -> None:
    office.back_up(shelf, silent)

    def drilled() -> str:
        assert office.look_again(shelf, silent) == []
        return office.standing(5).drilled

    assert drilled() == "Lần gần nhất: 22/11/2026."
    with stopped_at(TODAY + timedelta(days=29)):
        assert drilled() == "Lần gần nhất: 22/11/2026."
    with stopped_at(TODAY + timedelta(days=30)):
        assert drilled() == "Lần gần nhất: 22/12/2026."


def test_what_the_trial_finds_is_told(office: OfficeBackups, shelf: Path) -> None:
    office.back_up(shelf, silent)
    database.execute_sql("UPDATE person SET job = 'khác' WHERE id = 1")
    (problem,) = office.look_again(shelf, silent)
    assert "chưa đạt: người số 1: nội dung khác sổ trên máy." in problem


def test_a_backup_is_told_in_steps_and_in_the_history(office: OfficeBackups, shelf: Path) -> None:
    told: list[str] = []
    name = office.back_up(shelf, lambda _done, _total, text: told.append(text))
    assert tuple(dict.fromkeys(told)) == STEPS
    standing = office.standing(5)
    assert (standing.days, standing.last) == (
        0,
        f"Chủ nhật, 22/11/2026 {TODAY.astimezone():%H:%M} · {shelf}",
    )
    (line,) = standing.lines
    assert (line.who, line.result, line.place) == ("An", "Đã kiểm tra", str(shelf))
    (copy,) = office.copies(shelf)
    assert (copy.path.name, copy.lost, copy.problem) == (name, 0, "")
    add_people(5, 6)
    (copy,) = office.copies(shelf)
    assert copy.lost == 2
    assert ("Người", 4, 6) in copy.counts


def test_a_damaged_copy_is_named_until_a_good_one_is_read(
    office: OfficeBackups, shelf: Path
) -> None:
    path = shelf / office.back_up(shelf, silent)
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
    (problem,) = office.look_again(shelf, silent)
    assert path.name in problem
    standing = office.standing(5)
    assert standing.days is None
    assert path.name in standing.bad
    assert standing.lines[0].result == "Hỏng"
    content[9000] ^= 1
    path.write_bytes(content)
    assert office.look_again(shelf, silent) == []
    assert office.standing(5).days == 0


def test_a_drill_is_told_and_remembered(office: OfficeBackups, shelf: Path) -> None:
    with pytest.raises(WorldError, match="chưa có bản sao lưu nào"):
        office.drill(shelf, silent)
    name = office.back_up(shelf, silent)
    assert office.drill(shelf, silent) == (
        f"Thử phục hồi đạt: {name} mở được, 5 bản ghi khớp với sổ trên máy."
    )
    assert office.standing(5).drilled == "Lần gần nhất: 22/11/2026."
    with stopped_at(TODAY.replace(month=12, day=22)):
        assert office.standing(5).drilled == "Lần gần nhất: 22/11/2026, nên thử lại."


def test_sticks_that_stay_away_are_told(office: OfficeBackups, shelf: Path) -> None:
    office.back_up(shelf, silent)
    BackupEntry.update(stick="a1", place="SAOLUU-02").execute()
    with stopped_at(TODAY.replace(day=28)):
        assert office.standing(5).absent == ()
    with stopped_at(TODAY.replace(day=30)):
        assert office.standing(5).absent == (("SAOLUU-02", 8),)
