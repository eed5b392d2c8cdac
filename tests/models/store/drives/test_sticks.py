"""The office's sticks are known again; others, look-alikes and the system's disk are refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import UserError, World, WorldError
from models.store.backup.keeping import back_up
from models.store.drives import sticks
from models.store.drives.drive import Drive
from models.store.drives.sticks import FOLDER, ID_FILE, Stick, read_id, take_into_use
from models.store.folder import RegisterFolder
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register

OFFICE = "Công an xã Hưng Hội"
OURS, OTHERS = "a" * 32, "b" * 32
can_mount = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="mounting needs the right to"
)


def drive(root: Path, **facts: object) -> Drive:
    made = Drive(root, "KINGSTON", "vfat", 16 << 30, 12 << 30, True, False, False, "/dev/sdb1")
    return replace(made, **facts)  # type: ignore[arg-type]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RegisterFolder:
    """The register lies on another drive than the sticks of these tests."""
    monkeypatch.setattr(sticks, "_same_device", lambda path, _: "may" in path.parts)
    return RegisterFolder(tmp_path / "may" / "so")


def stick_at(root: Path, folder: RegisterFolder, **facts: object) -> Stick:
    root.mkdir(exist_ok=True)
    return sticks.look_at(drive(root, **facts), folder, OURS)


def test_a_new_stick_gets_a_name_and_is_known_again(
    tmp_path: Path, elsewhere: RegisterFolder
) -> None:
    stick = stick_at(tmp_path / "usb", elsewhere)
    assert (stick.known, stick.refusal, stick.name) == (None, "", "KINGSTON")
    made = take_into_use(stick, OURS, OFFICE, ["SAOLUU-01"])
    assert (made.name, made.office) == ("SAOLUU-02", OFFICE)
    again = stick_at(tmp_path / "usb", elsewhere)
    assert (again.known, again.refusal, again.name) == (made, "", "SAOLUU-02")
    assert take_into_use(again, OURS, OFFICE, []) == made
    assert sticks.target_on(again, made).place.stick == made.id
    assert sticks.target_on(again, made).fat


def test_another_office_is_refused_by_name(tmp_path: Path, elsewhere: RegisterFolder) -> None:
    take_into_use(stick_at(tmp_path / "usb", elsewhere), OTHERS, "Công an xã Vĩnh Trạch", [])
    stick = stick_at(tmp_path / "usb", elsewhere)
    assert "USB SAOLUU-01 là của Công an xã Vĩnh Trạch" in stick.refusal
    with pytest.raises(UserError, match="Vĩnh Trạch"):
        take_into_use(stick, OURS, OFFICE, [])
    with pytest.raises(UserError, match="Vĩnh Trạch"):
        sticks.target_at(tmp_path / "usb", OURS)


def test_a_locked_stick_and_the_systems_disk_are_refused(
    tmp_path: Path, elsewhere: RegisterFolder
) -> None:
    assert "chống ghi" in stick_at(tmp_path / "usb", elsewhere, read_only=True).refusal
    assert "hệ điều hành" in stick_at(tmp_path / "usb", elsewhere, system=True).refusal
    (tmp_path / "may").mkdir()
    assert "hoặc sổ" in stick_at(tmp_path / "may" / "usb", elsewhere).refusal


def test_drives_that_stay_are_no_sticks(tmp_path: Path, elsewhere: RegisterFolder) -> None:
    found = [drive(tmp_path, removable=False), drive(tmp_path)]
    assert len(sticks.sticks(found, elsewhere, OURS)) == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"format": 1, "id": "x"}', b"\xff"])
def test_a_folder_that_only_looks_like_ours_is_not_known(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FOLDER).mkdir()
    assert read_id(tmp_path) is None
    (tmp_path / FOLDER / ID_FILE).write_bytes(content)
    assert read_id(tmp_path) is None


def test_a_path_is_a_stick_a_folder_or_refused(tmp_path: Path, elsewhere: RegisterFolder) -> None:
    made = take_into_use(stick_at(tmp_path / "usb", elsewhere), OURS, OFFICE, [])
    target = sticks.target_at(tmp_path / "usb", OURS)
    assert (target.folder, target.place.name) == (tmp_path / "usb" / FOLDER, made.name)
    plain = sticks.target_at(tmp_path / "thu muc", OURS)
    assert plain.folder.is_dir()
    assert (plain.place.name, plain.place.stick) == (str(tmp_path / "thu muc"), "")
    (tmp_path / "tep").write_text("")
    with pytest.raises(UserError, match="là một tệp"):
        sticks.target_at(tmp_path / "tep", OURS)


@pytest.mark.parametrize("path", ["/media/an/SAOLUU-01", "/mnt/usb-da-rut", "/khong/co/dau"])
def test_no_folder_is_made_where_a_stick_was_pulled(path: str) -> None:
    with pytest.raises(WorldError, match="Cắm USB rồi làm lại") as caught:
        sticks.target_at(Path(path), OURS)
    assert caught.value.kind is World.MISSING
    assert not Path(path).exists()


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A real file system on a loop device, where the machine allows it."""
    image, root = tmp_path / "usb.img", tmp_path / "usb"
    root.mkdir()
    with image.open("wb") as stream:
        stream.truncate(24 << 20)
    steps = [["mkfs.ext4", "-q", str(image)], ["mount", "-o", "loop", str(image), str(root)]]
    for step in steps:
        try:
            subprocess.run(step, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("this machine cannot make or mount a file system")
    yield root
    subprocess.run(["umount", "-l", str(root)], check=False, capture_output=True)


@can_mount
def test_a_real_device_is_found_taken_into_use_and_kept_apart(
    mounted: Path, tmp_path: Path, empty_register: Path
) -> None:
    folder = make_register(tmp_path / "so", empty_register)
    register = Vault.open(folder).register
    found = next(one for one in sticks.drives() if one.root == mounted)
    assert (found.file_system, found.removable, found.system) == ("ext4", False, False)
    stick = sticks.look_at(replace(found, removable=True), folder, register)
    assert stick.refusal == ""
    made = take_into_use(stick, register, OFFICE, [])
    with stopped_at(TODAY), open_register(folder):
        kept = back_up(folder, sticks.target_at(mounted, register))
    assert kept.copy.path.parent == mounted / FOLDER
    assert not sticks.is_beside(mounted, folder)
    assert read_id(mounted) == made
