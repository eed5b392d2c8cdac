"""The command that makes a demo register: what it says, what it leaves, how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.demo import story
from models.errors import AccessError
from models.issuing.given import given_to
from models.registers import REGISTERS
from models.registers.classes import ISSUED as CLASS_ISSUED
from models.registers.classes import TrainingClass
from models.registers.issued import ISSUED, IssuedPaper
from models.registers.trainees import trainees_of
from models.rules.passing import PASSED
from models.store.folder import RegisterFolder
from models.store.opening import opened
from printing.catalogue import all_documents
from printing.records.demo_papers import CLASS
from printing.records.everything import file_name, print_everything
from ui.commands.access import VARIABLE
from ui.commands.main import run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> RegisterFolder:
    """A demo register of the person Lan, closed."""
    folder = RegisterFolder(tmp_path_factory.mktemp("made") / "demo")
    story.make(folder, "Lan", "matkhau")
    return folder


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo register without its people, for what does not look at them."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(story, "fill", lambda _between: None)


def demo(*words: object) -> int:
    return run(["demo", *map(str, words)])


def test_the_register_opens_and_lists(
    made: RegisterFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "matkhau")
    words = ["list", "members", "--search", "hong nhung", "--data", str(made.path), "--json"]
    assert run(words) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    teams = {(row["full_name"], row["team"]) for row in found["rows"]}
    assert ("Thạch Thị Hồng Nhung", "Tổ tự quản ANTT số 3") in teams


def test_every_list_and_form_becomes_a_file(made: RegisterFolder, tmp_path: Path) -> None:
    with opened(made, "Lan", lambda: "matkhau", read_only=True):
        papers = print_everything(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(papers)
    printed = [path.stem for path in papers if path.suffix == ".pdf"]
    assert printed == [file_name(document) for document in all_documents()]
    assert len(printed) >= len(REGISTERS) + 12
    assert all(path.read_bytes()[:4] in (b"%PDF", b"PK\x03\x04") for path in papers)


def test_a_second_demo_in_the_same_place_is_refused(
    made: RegisterFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = made.keys.read_bytes()
    assert demo("--data", made.path) == 1
    assert str(made.path) in capsys.readouterr().err
    assert made.keys.read_bytes() == before


@pytest.mark.usefixtures("quick")
def test_json_says_where_who_and_how_much(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo("--data", tmp_path / "r", "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts == {
        "folder": str(tmp_path / "r"),
        "office": "Công an xã Hưng Hội",
        "user": "admin",
        "counts": {known.name: 0 for known in REGISTERS},
    }


@pytest.mark.usefixtures("quick")
def test_json_names_the_papers_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printing.records.everything.print_everything", lambda folder: [folder])
    assert demo("--data", tmp_path / "r", "--print", tmp_path / "p", "--json") == 0
    assert json.loads(capsys.readouterr().out)["printed"] == ["p"]
    assert (tmp_path / "p").is_dir()


@pytest.mark.usefixtures("quick")
def test_people_are_told_the_password_only_when_it_is_the_usual_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("matkhau\n", encoding="utf-8")
    assert demo("--data", tmp_path / "usual") == 0
    assert "Mật khẩu: demo." in capsys.readouterr().out
    assert demo("--data", tmp_path / "own", "--user", "Lan", "--password-file", secret) == 0
    told = capsys.readouterr().out
    assert "Lan" in told
    assert "matkhau" not in told
    with opened(RegisterFolder(tmp_path / "usual"), "admin", lambda: "demo", read_only=True):
        pass
    with opened(RegisterFolder(tmp_path / "own"), "Lan", lambda: "matkhau", read_only=True):
        pass
    with (
        pytest.raises(AccessError),
        opened(RegisterFolder(tmp_path / "own"), "admin", lambda: "demo", read_only=True),
    ):
        pass


@pytest.mark.usefixtures("quick")
def test_a_file_is_no_folder_to_print_into_and_no_register_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    assert demo("--data", tmp_path / "r", "--print", taken) == 1
    assert str(taken) in capsys.readouterr().err
    assert not RegisterFolder(tmp_path / "r").exists()


def test_a_demo_that_was_stopped_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_between: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(story, "fill", stop)
    assert demo("--data", tmp_path / "r") == 1
    assert "Đã dừng" in capsys.readouterr().err
    assert not RegisterFolder(tmp_path / "r").exists()


def test_an_unknown_option_is_wrong_usage() -> None:
    assert demo("--small") == 2


def test_the_papers_of_the_demo_are_of_the_trainees_of_a_class(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert demo("--data", tmp_path / "r", "--json") == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    with opened(RegisterFolder(tmp_path / "r"), "admin", lambda: "demo", read_only=True):
        training = TrainingClass.get(TrainingClass.code.startswith(CLASS))
        trainees = trainees_of(training.id)
        passed = [one for one in trainees if one.result == PASSED]
        given = given_to([one.uid for one in trainees], (ISSUED,))
        assert training.state == CLASS_ISSUED
        assert given.keys() == {one.uid for one in passed}
        assert len(passed) < len(trainees)
        papers = list(IssuedPaper.select().where(IssuedPaper.state == ISSUED))
        assert {one.person for one in papers} == {one.person for one in passed}
        assert any(one.reissue_of for one in papers)
        waiting = [one for one in papers if one.handed_on is None]
        assert 0 < len(waiting) < len(papers)
    assert (counts["issued"], counts["blanks"]) == (len(passed) + 1, 3)
