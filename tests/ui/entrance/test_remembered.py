"""What is remembered outside the register is there again, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.cache import cache_folder, users_own
from ui.entrance import remembered
from ui.entrance.remembered import OFFICE, USER, Remembered


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(remembered, "cache_folder", lambda _part: tmp_path)
    return tmp_path


def test_it_is_known_to_the_next_window_over_the_same_register(tmp_path: Path) -> None:
    first = Remembered(tmp_path / "so")
    first.put(USER, "Trần Bình")
    first.put(OFFICE, "Công an xã = Hưng Hội")
    again, other = Remembered(tmp_path / "so"), Remembered(tmp_path / "so khác")
    assert (again.get(USER), again.get(OFFICE)) == ("Trần Bình", "Công an xã = Hưng Hội")
    assert (other.get(USER), other.get(OFFICE, "chưa có")) == ("", "chưa có")


def test_only_news_are_written(tmp_path: Path, place: Path) -> None:
    kept = Remembered(tmp_path / "so")
    kept.put(USER, "An")
    (file,) = place.glob("*.txt")
    file.unlink()
    kept.put(USER, "An")
    assert not list(place.iterdir())


@pytest.mark.parametrize("damage", [b"\xff\xfe\x00", b"", b"no sign\n\n"])
def test_a_damaged_file_remembers_nothing(tmp_path: Path, place: Path, damage: bytes) -> None:
    Remembered(tmp_path / "so").put(USER, "An")
    (file,) = place.glob("*.txt")
    file.write_bytes(damage)
    kept = Remembered(tmp_path / "so")
    assert kept.get(USER) == ""
    kept.put(USER, "Bình")
    assert Remembered(tmp_path / "so").get(USER) == "Bình"


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path: Path, place: Path) -> None:
    kept = Remembered(tmp_path / "so")
    place.rmdir()
    kept.put(USER, "An")
    assert kept.get(USER) == "An"


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/kept"}, Path("/kept")),
        ("linux", {"XDG_CACHE_HOME": "beside"}, Path.home() / ".cache"),
        ("linux", {}, Path.home() / ".cache"),
        ("darwin", {}, Path.home() / "Library" / "Caches"),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local/cache")),
        ("win32", {}, Path.home() / "AppData" / "Local" / "cache"),
    ],
)
def test_each_system_has_its_place(
    platform: str, environment: dict[str, str], folder: Path
) -> None:
    assert users_own(environment, platform) == folder


def test_without_a_place_of_ones_own_there_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("", encoding="ascii")
    monkeypatch.setattr("ui.cache.users_own", lambda: tmp_path / "taken")
    monkeypatch.setattr("ui.cache.tempfile.gettempdir", lambda: str(tmp_path / "other"))
    assert cache_folder.__wrapped__("icons").is_relative_to(tmp_path / "other")
