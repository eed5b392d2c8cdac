"""A screen that is not there is one sentence and code 3, never an abort."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ui.display import NO_DISPLAY, has_display

SCREENS = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
OPEN = "from ui.application import make_application; make_application(['x']); print('open')"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="other systems have a screen")


def run_on(screen: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    others = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, *words],
        env={**others, **screen},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@linux_only
def test_without_a_screen_the_window_ends_with_one_sentence() -> None:
    done = run_on({}, "main.py")
    assert (done.returncode, done.stderr, done.stdout) == (3, f"{NO_DISPLAY}\n", "")
    assert "make demo" in NO_DISPLAY


@linux_only
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_that_does_not_answer_is_the_same_sentence(name: str) -> None:
    done = run_on({name: ":77"}, "-c", OPEN)
    assert (done.returncode, done.stderr, done.stdout) == (3, f"{NO_DISPLAY}\n", "")


def test_qt_starts_where_a_platform_is_chosen_by_hand() -> None:
    done = run_on({"QT_QPA_PLATFORM": "offscreen"}, "-c", OPEN)
    assert (done.returncode, done.stdout) == (0, "open\n"), done.stderr


@linux_only
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_named_in_the_environment_counts(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in SCREENS:
        monkeypatch.delenv(other, raising=False)
    assert not has_display()
    monkeypatch.setenv(name, ":0")
    assert has_display()
