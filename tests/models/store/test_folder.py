"""The folder's names are a contract: older registers are found by them."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from models.store.folder import RegisterFolder, default_folder, replace_file


def test_four_files_and_nothing_else(tmp_path: Path) -> None:
    folder = RegisterFolder(tmp_path)
    named = [folder.database, folder.keys, folder.keys_copy, folder.lock]
    assert [path.name for path in named] == ["register.db", "keys.json", "keys.copy.json", "lock"]
    assert {path.parent for path in named} == {tmp_path}


@pytest.mark.parametrize("part", ["register.db", "keys.json", "keys.copy.json"])
def test_any_part_of_a_register_counts_as_one(tmp_path: Path, part: str) -> None:
    folder = RegisterFolder(tmp_path)
    (tmp_path / "lock").touch()
    assert not folder.exists()
    (tmp_path / part).touch()
    assert folder.exists()


def test_create_makes_parents_and_is_not_surprised_by_itself(tmp_path: Path) -> None:
    folder = RegisterFolder(tmp_path / "a" / "b")
    folder.create()
    folder.create()
    assert folder.path.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_only_the_owner_can_look_inside(tmp_path: Path) -> None:
    folder = RegisterFolder(tmp_path / "register")
    folder.create()
    replace_file(folder.keys, b"x")
    assert folder.path.stat().st_mode & 0o077 == 0
    assert folder.keys.stat().st_mode & 0o077 == 0


def test_default_folder_of_windows_is_local_not_roaming() -> None:
    folder = default_folder({"LOCALAPPDATA": "/local", "APPDATA": "/roaming"}, "win32")
    assert folder.path == Path("/local/So Phong Trao")


def test_default_folder_of_windows_without_the_variable() -> None:
    assert default_folder({}, "win32").path == Path.home() / "AppData/Local/So Phong Trao"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_DATA_HOME": "/data"}, Path("/data/so-phong-trao")),
        ({"XDG_DATA_HOME": "relative"}, Path.home() / ".local/share/so-phong-trao"),
        ({"XDG_DATA_HOME": ""}, Path.home() / ".local/share/so-phong-trao"),
        ({}, Path.home() / ".local/share/so-phong-trao"),
    ],
)
def test_default_folder_of_linux(environment: dict[str, str], expected: Path) -> None:
    assert default_folder(environment, "linux").path == expected


def test_replace_file_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "keys.json"
    replace_file(target, b"old")
    replace_file(target, b"new\nline\r\n\x1a")
    assert target.read_bytes() == b"new\nline\r\n\x1a"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_replace_file_that_fails_keeps_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "keys.json"
    replace_file(target, b"old")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="full"):
        replace_file(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
