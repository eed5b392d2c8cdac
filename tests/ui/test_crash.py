"""What nobody foresaw: one report without data, one sentence, and the program lives on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import UserError
from ui.crash import KEPT, Crashes
from ui.crash_report import Report, report_of
from ui.sentences import UNFORESEEN, words_for

SECRET = "Nguyễn Văn Đức 095085123456"


@pytest.fixture
def crashes(tmp_path: Path) -> Iterator[Crashes]:
    crashes = Crashes(tmp_path)
    undo = crashes.install()
    yield crashes
    undo()


@pytest.fixture
def heard(crashes: Crashes) -> list[Report]:
    heard: list[Report] = []
    crashes.happened.connect(heard.append)
    return heard


def fail() -> None:
    name = SECRET
    raise ValueError(name)


def failure() -> ValueError:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_places_of_our_own_and_no_value(tmp_path: Path) -> None:
    report = report_of(failure())
    assert report.kind == "ValueError"
    assert report.places[-1].startswith("tests/ui/test_crash.py:")
    assert report.places[-1].endswith(" fail")
    assert "Nguyễn" not in report.text()
    assert str(tmp_path) not in report.text()


def test_the_cause_is_told_with_its_own_places() -> None:
    try:
        try:
            fail()
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        report = report_of(error)
    assert report.kind == "KeyError ← ValueError"
    assert [place.rpartition(" ")[2] for place in report.places][:2] == [
        "test_the_cause_is_told_with_its_own_places", "fail",
    ]  # fmt: skip


def test_one_fault_is_written_once_and_told_each_time(
    crashes: Crashes, heard: list[Report], tmp_path: Path
) -> None:
    error = failure()
    crashes.hear(error)
    crashes.hear(error)
    assert len(heard) == 2
    files = list(tmp_path.glob("bao-loi-*.txt"))
    assert len(files) == 1
    assert files[0].read_text(encoding="utf-8") == heard[0].text()


def test_only_the_last_reports_are_kept(crashes: Crashes, tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        (tmp_path / f"bao-loi-20260101-000000-{number:06}.txt").write_text("")
    crashes.hear(failure())
    assert len(list(tmp_path.glob("bao-loi-*.txt"))) == KEPT


def test_python_its_threads_and_the_log_are_heard(
    qtbot: QtBot, crashes: Crashes, heard: list[Report]
) -> None:
    error = failure()
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert words_for(KeyError("x")) == UNFORESEEN
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert sorted(report.kind for report in heard) == ["KeyError", "ValueError", "ValueError"]


def test_a_log_without_an_error_says_nothing(crashes: Crashes, heard: list[Report]) -> None:
    logging.getLogger("ui").error("chỉ là lời")
    assert not heard


def test_an_error_with_a_sentence_of_its_own_is_no_crash(
    crashes: Crashes, heard: list[Report]
) -> None:
    told: list[object] = []
    crashes.foreseen.connect(told.append)
    crashes.hear(UserError("Chưa nhập tên tổ."))
    assert [str(one) for one in told] == ["Chưa nhập tên tổ."]
    assert not heard


def test_a_slot_that_fails_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    crashes = Crashes(tmp_path)
    heard: list[Report] = []
    crashes.happened.connect(heard.append)
    trigger = Crashes(tmp_path)
    trigger.happened.connect(lambda _report: fail())
    with qtbot.captureExceptions() as caught:
        trigger.happened.emit(None)
    crashes.hear(caught[0][1])
    assert heard[0].kind == "ValueError"


def test_a_full_disk_does_not_make_it_worse(
    heard: list[Report], crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "write_text", refuse)
    crashes.hear(failure())
    assert len(heard) == 1
