"""A clerk copies the register's folder with the file manager: while it is closed, all is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import World, WorldError
from models.registers.people import Person
from models.store.check import findings
from models.store.folder import RegisterFolder
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.models.store.backup.conftest import add_people


def people(folder: RegisterFolder) -> int:
    with stopped_at(TODAY), open_register(folder):
        assert findings() == []
        return int(Person.select().count())


def test_the_folder_copied_while_closed(tmp_path: Path, empty_register: Path) -> None:
    """The whole folder copied by hand while the program is closed"""
    folder = make_register(tmp_path / "so", empty_register)
    with stopped_at(TODAY), open_register(folder):
        add_people(1, 50)
    shutil.copytree(folder.path, tmp_path / "Copy of so")
    assert people(RegisterFolder(tmp_path / "Copy of so")) == 50


def test_the_file_alone_copied_while_closed(tmp_path: Path, empty_register: Path) -> None:
    """Only register.db copied by hand, put back into the folder later"""
    folder = make_register(tmp_path / "so", empty_register)
    with stopped_at(TODAY), open_register(folder):
        add_people(1, 50)
    shutil.copyfile(folder.database, tmp_path / "register.db")
    with stopped_at(TODAY), open_register(folder):
        add_people(51, 60)
    shutil.copyfile(tmp_path / "register.db", folder.database)
    assert people(folder) == 50


def test_an_old_file_beside_a_newer_log(tmp_path: Path, empty_register: Path) -> None:
    """An old register.db put beside the log of a window that died: never a mix of both"""
    folder = make_register(tmp_path / "so", empty_register)
    twin = RegisterFolder(tmp_path / "twin")
    twin.create()
    with stopped_at(TODAY), open_register(folder):
        add_people(1, 50)
    shutil.copyfile(folder.database, tmp_path / "old.db")
    with stopped_at(TODAY), open_register(folder):
        add_people(51, 60)
    with stopped_at(TODAY), open_register(folder):
        add_people(61, 70)
        for part in folder.path.iterdir():
            shutil.copyfile(part, twin.path / part.name)
    shutil.copyfile(tmp_path / "old.db", twin.database)
    before = twin.database.read_bytes()
    with pytest.raises(WorldError, match="không cùng một lúc") as caught, open_register(twin):
        pass
    assert caught.value.kind is World.DAMAGED
    assert twin.database.read_bytes() == before
    shutil.copyfile(folder.database, twin.database)
    Path(f"{twin.database}-wal").unlink()
    assert people(twin) == 70
