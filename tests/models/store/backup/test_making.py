"""A copy holds the register of one moment; damage of any kind is found, half a copy has no name."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import Cancelled, UserError, World, WorldError
from models.registers.people import Person
from models.store.backup import making
from models.store.backup.container import read_manifest
from models.store.backup.keeping import Target, back_up, look_again
from models.store.backup.log import (
    BAD,
    FAILED,
    GOOD,
    STOPPED,
    Place,
    days_without,
    entries,
    last_good,
)
from models.store.backup.making import READ_BACK, STEPS, WRITE, make_copy
from models.store.backup.pages import read_device, sync
from models.store.backup.proving import prove
from models.store.backup.shelf import copies_in
from models.store.backup.snapshot import open_key
from models.store.change import change
from models.store.check import findings
from models.store.database import second_database
from models.store.folder import RegisterFolder
from models.store.history import last_link
from tests.conftest import TODAY
from tests.models.store.backup.conftest import PEOPLE, add_people, names

NAME = "HungHoi-2026-11-22-0930.stpbak"


def place(shelf: Path) -> Target:
    return Target(shelf, Place("SAOLUU-01", "a1"))


def test_a_copy_says_what_it_holds_and_opens_as_it_is(folder: RegisterFolder, shelf: Path) -> None:
    copy = make_copy(folder, shelf)
    assert copy.path == shelf / NAME
    assert names(shelf) == [NAME]
    manifest = read_manifest(copy.path)
    assert manifest == copy.manifest
    assert (manifest.office, manifest.user) == ("Công an xã Hưng Hội", "An")
    assert (manifest.live["people"], manifest.counts["person"]) == (PEOPLE, PEOPLE)
    assert manifest.link == last_link().hex()
    assert manifest.keys.encode() == folder.keys.read_bytes()
    assert copy.size == copy.path.stat().st_size
    pages = shelf / "pages.db"
    with copy.path.open("rb") as stream:
        pages.write_bytes(stream.read(manifest.size))
    with second_database(pages, open_key()) as second:
        assert second.execute_sql("SELECT count(*) FROM person").fetchone()[0] == PEOPLE


def test_nothing_of_a_record_can_be_read_in_a_copy(folder: RegisterFolder, shelf: Path) -> None:
    content = make_copy(folder, shelf).path.read_bytes()
    assert b"SQLite format 3" not in content
    assert "Nguyễn Văn".encode() not in content
    assert open_key() not in content
    assert open_key().hex().encode() not in content


def test_work_goes_on_while_a_copy_is_made(folder: RegisterFolder, shelf: Path) -> None:
    told: list[str] = []

    def work(_done: int, _total: int, step: str) -> None:
        if step == WRITE and WRITE not in told:
            add_people(PEOPLE + 1, PEOPLE + 5)
        told.append(step)

    copy = make_copy(folder, shelf, progress=work)
    assert tuple(dict.fromkeys(told)) == STEPS
    assert copy.manifest.live["people"] == PEOPLE
    assert Person.select().count() == PEOPLE + 5
    assert findings() == []


@pytest.mark.parametrize("step", STEPS)
def test_a_stopped_copy_leaves_nothing(folder: RegisterFolder, shelf: Path, step: str) -> None:
    def stop(_done: int, _total: int, text: str) -> None:
        if text == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        back_up(folder, place(shelf), progress=stop)
    assert names(shelf) == []
    assert [entry.result for entry in entries(5)] == [STOPPED]


def test_two_copies_of_one_minute_have_two_names(folder: RegisterFolder, shelf: Path) -> None:
    made = [make_copy(folder, shelf).path.name for _ in range(3)]
    assert made == [NAME, NAME.replace("0930", "0930-2"), NAME.replace("0930", "0930-3")]


def test_what_a_blackout_left_is_swept_and_is_no_copy(folder: RegisterFolder, shelf: Path) -> None:
    (shelf / f"{NAME}.part").write_bytes(b"half")
    assert copies_in(shelf) == []
    make_copy(folder, shelf)
    assert names(shelf) == [NAME]


def test_too_small_a_place_is_refused_before_anything_is_written(
    folder: RegisterFolder, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(shelf)._replace(free=9_000_000)
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage)
    monkeypatch.setattr(making, "_ROOM", 100)
    with pytest.raises(WorldError, match=r"chỉ còn 9,0 MB, cần [\d,]+ MB. Cắm USB khác") as caught:
        back_up(folder, place(shelf))
    assert caught.value.kind is World.DISK_FULL
    assert [(entry.result, entry.file) for entry in entries(5)] == [(FAILED, "")]


def test_a_file_of_four_gigabytes_is_refused_on_fat(
    folder: RegisterFolder, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_LARGEST_FAT", 1000)
    with pytest.raises(WorldError, match="FAT32 không nhận tệp từ 4 GB"):
        make_copy(folder, shelf, fat=True)
    assert names(shelf) == []


def test_the_folder_of_the_register_is_no_place_for_copies(folder: RegisterFolder) -> None:
    inside = folder.path / "usb"
    inside.mkdir()
    for wrong in (folder.path, inside):
        with pytest.raises(UserError, match="nằm trong thư mục sổ"):
            back_up(folder, place(wrong))


def flip(path: Path, at: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(at, os.SEEK_SET if at >= 0 else os.SEEK_END)
        byte = stream.read(1)
        stream.seek(-1, os.SEEK_CUR)
        stream.write(bytes([byte[0] ^ 1]))


def cut(path: Path, at: int) -> None:
    os.truncate(path, at if at >= 0 else path.stat().st_size + at)


DAMAGES: dict[str, Callable[[Path], object]] = {
    **{
        f"byte {at} flipped": lambda path, at=at: flip(path, at)  # type: ignore[misc]
        for at in (0, 20, 4095, 4096, 9000, 100_000, -1, -20, -47, -48, -60, -2000)
    },
    **{
        f"cut at {at}": lambda path, at=at: cut(path, at)  # type: ignore[misc]
        for at in (0, 1, 47, 48, 4096, 50_000, -1, -48, -100)
    },
    "a byte more": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "a page swapped": lambda path: path.write_bytes(swapped(path.read_bytes())),
    "a page of zeros": lambda path: path.write_bytes(
        path.read_bytes()[:8192] + bytes(4096) + path.read_bytes()[12288:]
    ),
}


def swapped(content: bytes) -> bytes:
    return content[:8192] + content[12288:16384] + content[8192:12288] + content[16384:]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_copy_is_never_called_good(
    folder: RegisterFolder, shelf: Path, damage: str
) -> None:
    good = back_up(folder, place(shelf)).copy.path
    with stopped_at(TODAY.replace(hour=11)):
        bad = back_up(folder, place(shelf)).copy.path
    DAMAGES[damage](bad)
    with pytest.raises(WorldError, match=f"Bản sao lưu {bad.name} hỏng: .*chọn bản khác"):
        prove(bad, open_key())
    seen = {one.file: one.problem for one in look_again(shelf, read_manifest(good).register)}
    assert seen[good.name] == ""
    assert "hỏng" in seen[bad.name]
    assert {entry.file: entry.result for entry in entries(5)} == {good.name: GOOD, bad.name: BAD}
    newest = last_good()
    assert newest is not None
    assert newest.file == good.name


def test_a_manifest_of_somebody_without_the_key_is_refused(
    folder: RegisterFolder, shelf: Path
) -> None:
    copy = make_copy(folder, shelf)
    forged = replace(copy.manifest, user="Kẻ khác")
    content = copy.path.read_bytes()[: copy.manifest.size]
    copy.path.write_bytes(content + forged.tail())
    assert read_manifest(copy.path).user == "Kẻ khác"
    with pytest.raises(WorldError, match="dấu niêm"):
        prove(copy.path, open_key())


def test_foreign_and_newer_files_are_told_apart(folder: RegisterFolder, shelf: Path) -> None:
    foreign = shelf / "anh.jpg"
    foreign.write_bytes(b"\xff\xd8" * 100)
    with pytest.raises(WorldError, match="không phải bản sao lưu") as caught:
        read_manifest(foreign)
    assert caught.value.kind is World.FOREIGN
    copy = make_copy(folder, shelf)
    future = replace(copy.manifest, schema=9999).sealed(open_key())
    content = copy.path.read_bytes()[: copy.manifest.size]
    copy.path.write_bytes(content + future.tail())
    with pytest.raises(WorldError, match="bản phần mềm mới hơn") as caught:
        prove(copy.path, open_key())
    assert caught.value.kind is World.NEWER


@pytest.mark.skipif(not hasattr(os, "RWF_NOWAIT"), reason="only Linux tells what is in its cache")
def test_what_is_read_back_comes_from_the_device(tmp_path: Path) -> None:
    """A read that must not wait fails on what the system would have to fetch."""
    path = tmp_path / "big"
    path.write_bytes(os.urandom(1 << 20))
    sync(path)
    read_device(path, 1 << 20, None)
    with (
        path.open("rb") as stream,
        pytest.raises(OSError, match=r"temporarily|supported") as caught,
    ):
        os.preadv(stream.fileno(), [bytearray(4096)], 1 << 19, os.RWF_NOWAIT)
    if caught.value.errno != errno.EAGAIN:
        pytest.skip("this file system does not tell what is in the cache")


def test_the_register_tells_how_long_nothing_was_backed_up(
    folder: RegisterFolder, shelf: Path
) -> None:
    assert days_without() is None
    back_up(folder, place(shelf))
    assert days_without() == 0
    with stopped_at(TODAY.replace(day=29)):
        assert days_without() == 7
    with change("Sửa") as work:
        work.save(Person(full_name="Lê Thị Ánh"))
    assert findings() == []


def test_reading_back_tells_how_far_it_is(folder: RegisterFolder, shelf: Path) -> None:
    told: list[tuple[int, int]] = []

    def hear(done: int, total: int, step: str) -> None:
        if step == READ_BACK:
            told.append((done, total))

    make_copy(folder, shelf, progress=hear)
    assert told[-1][0] == told[-1][1] == (shelf / NAME).stat().st_size
