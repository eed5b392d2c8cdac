"""Drives as a Linux kernel tells of them, in a made-up tree of its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.store.drives.linux import LinuxPlaces, drives

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
/dev/sda1 {root}/boot vfat rw 0 0
/dev/sdb1 {root}/SAO\\040LUU vfat rw,nosuid,uid=1000 0 0
/dev/sdb1 {root}/again vfat rw 0 0
/dev/sdc1 {root}/case fuseblk ro,nosuid 0 0
/dev/sdd1 {root}/inside ext4 rw 0 0
/dev/sde1 {root}/pulled vfat rw 0 0
broken
"""


@pytest.fixture
def places(tmp_path: Path) -> LinuxPlaces:
    for name in ("boot", "SAO LUU", "again", "case", "inside", "blocks", "labels", "dev"):
        (tmp_path / name).mkdir()
    buses = {
        "sda": ("ata1", 0, 2),
        "sdb": ("usb1", 1, 1),
        "sdc": ("usb2", 0, 1),
        "sdd": ("ata2", 0, 1),
    }
    for name, (bus, removable, parts) in buses.items():
        whole = tmp_path / "devices" / bus / name
        whole.mkdir(parents=True)
        (whole / "removable").write_text(f"{removable}\n")
        for number in range(1, parts + 1):
            part = whole / f"{name}{number}"
            part.mkdir()
            (part / "partition").write_text(f"{number}\n")
            (tmp_path / "blocks" / part.name).symlink_to(part)
    (tmp_path / "labels" / "SAOLUU\\x2001").symlink_to("/dev/sdb1")
    (tmp_path / "mounts").write_text(MOUNTS.format(root=tmp_path))
    return LinuxPlaces(tmp_path / "mounts", tmp_path / "blocks", tmp_path / "labels")


def test_what_can_be_pulled_out_is_told_from_what_cannot(places: LinuxPlaces) -> None:
    found = {drive.device: drive for drive in drives(places)}
    assert list(found) == ["/dev/sda2", "/dev/sda1", "/dev/sdb1", "/dev/sdc1", "/dev/sdd1"]
    assert [name for name, drive in found.items() if drive.removable] == ["/dev/sdb1", "/dev/sdc1"]
    assert [name for name, drive in found.items() if drive.system] == ["/dev/sda2"]
    assert [name for name, drive in found.items() if drive.read_only] == ["/dev/sdc1"]
    assert [name for name, drive in found.items() if drive.is_fat] == ["/dev/sda1", "/dev/sdb1"]


def test_names_with_blanks_are_read(places: LinuxPlaces) -> None:
    stick = next(drive for drive in drives(places) if drive.device == "/dev/sdb1")
    assert (stick.label, stick.root.name, stick.name) == ("SAOLUU 01", "SAO LUU", "SAOLUU 01")
    assert stick.size >= stick.free > 0
    case = next(drive for drive in drives(places) if drive.device == "/dev/sdc1")
    assert (case.label, case.name, case.file_system) == ("", "case", "ntfs")


def test_this_machine_has_a_drive_it_runs_from_or_none() -> None:
    assert all(drive.size for drive in drives())
