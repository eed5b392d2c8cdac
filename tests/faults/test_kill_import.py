"""An import killed at any moment of its writing leaves the whole list, or nothing of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store.check import findings
from models.store.folder import RegisterFolder
from models.store.undo import last_change
from tests.faults.killing import killed, make_register, moments, open_register
from tests.faults.numbers import times
from tests.faults.works import import_members

KILLS = times(24, 200)
TEAMS, EACH = times(8, 20), 25


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Teams with their members under captions, as offices keep them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức danh"))
    for team in range(1, TEAMS + 1):
        sheet.append((f"Tổ tự quản số {team} (Ấp Sóc Đồn)",))
        for place in range(1, EACH + 1):
            born = f"{place:02}/0{1 + team % 9}/{1950 + team}"
            sheet.append(
                (place, f"Nguyễn Văn {['Anh', 'Bình', 'Cường'][place % 3]}", born, "Nam", "")
            )
    path = tmp_path_factory.mktemp("list") / "thanh-vien.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> RegisterFolder:
    return make_register(tmp_path_factory.mktemp("imported"), empty_register)


@pytest.fixture(scope="module")
def seconds(
    folder: RegisterFolder, workbook: Path, tmp_path_factory: pytest.TempPathFactory
) -> float:
    """How long the writing takes when nothing kills it."""
    begun, safe = killed(import_members, 2, 0, twin(folder, tmp_path_factory.mktemp("t")), workbook)
    return float(safe - begun)


def twin(source: RegisterFolder, path: Path) -> Path:
    target = RegisterFolder(path)
    for part in (source.database, source.keys, source.keys_copy):
        shutil.copyfile(part, target.path / part.name)
    return path


@pytest.mark.parametrize("seed", range(KILLS))
def test_an_import_is_all_or_nothing(
    folder: RegisterFolder, workbook: Path, seconds: float, tmp_path: Path, seed: int
) -> None:
    """kill -9 while a workbook is imported"""
    path = twin(folder, tmp_path)
    _, delay = moments(seed, longest=1.2 * seconds)
    told = killed(import_members, 1, delay, path, workbook)
    with open_register(RegisterFolder(path)):
        members = Membership.select().count()
        assert members in (0, TEAMS * EACH)
        whole = members > 0
        assert whole or len(told) == 1
        assert [kind.select().count() > 0 for kind in (Area, Team, Person)] == [whole] * 3
        assert (last_change() is not None) is whole
        assert findings() == []
