"""A real file system that is full: the register stays whole, and what was typed can be saved."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import World, WorldError
from models.registers.people import Person
from models.store.backup.making import WRITE, make_copy
from models.store.backup.permission import Entrant
from models.store.backup.restoring import restore
from models.store.backup.snapshot import open_key
from models.store.change import change
from models.store.check import findings
from models.store.folder import RegisterFolder
from models.store.reserve import NAME, SIZE
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.models.store.backup.conftest import add_people, names

MEGABYTE = 1 << 20
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="mounting needs the right to"
)


def mount(root: Path, megabytes: int) -> None:
    root.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(root)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let a test mount anything")


def fill(root: Path, leave: int = 0) -> Path:
    """Fill a file system to the last byte but some."""
    path = root / "anh.jpg"
    with path.open("ab") as stream:
        while (room := free(root) - leave) > 0:
            try:
                stream.write(bytes(min(room, MEGABYTE)))
                stream.flush()
            except OSError:
                break
    return path


def free(root: Path) -> int:
    facts = os.statvfs(root)
    return facts.f_bavail * facts.f_frsize


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk for the register."""
    root = tmp_path / "dia"
    mount(root, 48)
    yield root
    subprocess.run(["umount", "-l", str(root)], check=False, capture_output=True)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A stick with hardly any room."""
    root = tmp_path / "usb"
    mount(root, 1)
    yield root
    subprocess.run(["umount", "-l", str(root)], check=False, capture_output=True)


def test_the_reserve_lets_the_form_be_saved(disk: Path, empty_register: Path) -> None:
    folder = make_register(disk / "so", empty_register)
    with stopped_at(TODAY), open_register(folder):
        add_people(1, 5)
        assert (folder.path / NAME).stat().st_size == SIZE
        fill(disk)
        typed = Person(full_name="Người đang nhập", note="x" * 200_000)
        with pytest.raises(WorldError, match="nhả chỗ dự phòng: làm lại lần nữa") as caught:
            save(typed)
        assert caught.value.kind is World.DISK_FULL
        assert Person.select().count() == 5
        save(typed)
        assert Person.select().count() == 6
        assert findings() == []


def save(record: Person) -> None:
    with change("Thêm người") as work:
        work.save(record)


def test_a_full_disk_without_a_reserve_loses_nothing(disk: Path, empty_register: Path) -> None:
    folder = make_register(disk / "so", empty_register)
    with stopped_at(TODAY), open_register(folder):
        add_people(1, 5)
        (folder.path / NAME).unlink()
        ballast = fill(disk)
        for _ in range(3):
            with pytest.raises(WorldError, match="ổ đĩa đã đầy"):
                add_people(6, 2000)
            assert Person.select().count() == 5
        ballast.unlink()
        add_people(6, 2000)
    with stopped_at(TODAY), open_register(folder):
        assert Person.select().count() == 2000
        assert findings() == []


def test_a_register_opens_on_a_full_disk(disk: Path, empty_register: Path) -> None:
    folder = make_register(disk / "so", empty_register)
    with stopped_at(TODAY), open_register(folder):
        add_people(1, 5)
    fill(disk)
    try:
        with open_register(folder):
            pass
    except WorldError as error:
        assert "nhả chỗ dự phòng" in error.message
    with stopped_at(TODAY), open_register(folder):
        assert Person.select().count() == 5


def test_a_stick_without_room_is_told_in_megabytes(
    stick: Path, tmp_path: Path, empty_register: Path
) -> None:
    folder = make_register(tmp_path / "so", empty_register)
    with stopped_at(TODAY), open_register(folder):
        with pytest.raises(
            WorldError, match=r"chỉ còn 1,0 MB, cần [\d,]+ MB. Cắm USB khác"
        ) as caught:
            make_copy(folder, stick)
        assert caught.value.kind is World.DISK_FULL
        assert names(stick) == []


def test_a_stick_that_fills_up_meanwhile_keeps_its_copies(
    tmp_path: Path, empty_register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.backup.making._PAGES_AT_ONCE", 10)
    folder = make_register(tmp_path / "so", empty_register)
    root = tmp_path / "usb"
    mount(root, 12)
    try:
        with stopped_at(TODAY), open_register(folder):
            first = make_copy(folder, root)

            def other_program_writes(_done: int, _total: int, step: str) -> None:
                if step == WRITE:
                    fill(root)

            with pytest.raises(WorldError, match="ổ đĩa đã đầy") as caught:
                make_copy(folder, root, progress=other_program_writes)
            assert caught.value.kind is World.DISK_FULL
            assert names(root) == sorted([first.path.name, "anh.jpg"])
    finally:
        subprocess.run(["umount", "-l", str(root)], check=False, capture_output=True)


def test_a_restore_without_room_changes_nothing(
    disk: Path, tmp_path: Path, empty_register: Path
) -> None:
    folder = make_register(disk / "so", empty_register)
    (tmp_path / "usb").mkdir()
    with stopped_at(TODAY), open_register(folder):
        add_people(1, 5)
        copy, key = make_copy(folder, tmp_path / "usb").path, open_key()
        add_people(6, 7)
    fill(disk, leave=3 * MEGABYTE // 2)
    (folder.path / NAME).unlink(missing_ok=True)
    fill(disk, leave=MEGABYTE // 2)
    with pytest.raises(WorldError, match=r"Ổ đĩa của máy chỉ còn 0,\d MB") as caught:
        restore(folder, copy, Entrant("An", key))
    assert caught.value.kind is World.DISK_FULL
    (disk / "anh.jpg").unlink()
    with stopped_at(TODAY), open_register(RegisterFolder(folder.path)):
        assert Person.select().count() == 7
        assert findings() == []
