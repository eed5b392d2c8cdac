"""backup, verify and restore: exit codes, sentences and JSON as scripts rely on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.clock import stopped_at
from models.registers.people import Person
from models.store.backup.log import entries
from models.store.folder import RegisterFolder
from models.store.recovery_key import RecoveryKey
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.models.store.backup.conftest import add_people, names
from tests.models.store.first_keys import PASSWORD
from ui.commands.access import VARIABLE
from ui.commands.answer import Exit
from ui.commands.main import run

Said = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, empty_register: Path, monkeypatch: pytest.MonkeyPatch) -> RegisterFolder:
    monkeypatch.setenv(VARIABLE, PASSWORD)
    made = make_register(tmp_path / "so", empty_register)
    with stopped_at(TODAY), open_register(made):
        add_people(1, 4)
    return made


def asked(folder: RegisterFolder, capsys: Said, *words: object) -> dict[str, Any]:
    code = run([*map(str, words), "--data", str(folder.path), "--json"])
    said = capsys.readouterr()
    assert code == Exit.DONE, said.err
    facts: dict[str, Any] = json.loads(said.out)
    return facts


def refused(folder: RegisterFolder, capsys: Said, code: Exit, *words: object) -> str:
    assert run([*map(str, words), "--data", str(folder.path)]) == code
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_a_backup_is_made_noted_verified_and_thinned(
    folder: RegisterFolder, tmp_path: Path, capsys: Said
) -> None:
    first = asked(folder, capsys, "backup", tmp_path / "usb")
    assert (first["verified"], first["records"], first["counts"]["people"]) == (True, 4, 4)
    second = asked(folder, capsys, "backup", tmp_path / "usb", "--keep", 1)
    assert second["removed"] == [Path(first["file"]).name]
    assert names(tmp_path / "usb") == [Path(second["file"]).name]
    whole = asked(folder, capsys, "verify", second["file"])
    assert (whole["whole"], whole["sha256"]) == (True, second["sha256"])
    with open_register(folder):
        assert [entry.result for entry in entries(-1)] == ["good", "good"]


def test_a_backup_is_made_beside_an_open_window(
    folder: RegisterFolder, tmp_path: Path, capsys: Said
) -> None:
    with stopped_at(TODAY), open_register(folder):
        made = run(["backup", str(tmp_path / "usb"), "--data", str(folder.path)])
    assert made == Exit.DONE
    assert len(names(tmp_path / "usb")) == 1
    assert "cùng ổ đĩa với sổ" in capsys.readouterr().err


def test_what_cannot_be_is_said_in_a_sentence(
    folder: RegisterFolder, tmp_path: Path, capsys: Said
) -> None:
    assert "từ 1: 0" in refused(folder, capsys, Exit.USER, "backup", tmp_path, "--keep", 0)
    inside = folder.path / "usb"
    assert "nằm trong thư mục sổ" in refused(folder, capsys, Exit.USER, "backup", inside)
    gone = "/media/an/SAOLUU-01"
    assert "Cắm USB rồi làm lại" in refused(folder, capsys, Exit.WORLD, "backup", gone)
    assert "không thấy tệp" in refused(folder, capsys, Exit.WORLD, "verify", tmp_path / "x")


def test_a_damaged_copy_and_a_wrong_password_have_their_codes(
    folder: RegisterFolder, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(asked(folder, capsys, "backup", tmp_path / "usb")["file"])
    monkeypatch.setattr("models.store.vault.time.sleep", lambda _seconds: None)
    monkeypatch.setenv(VARIABLE, "sai")
    assert "Mật khẩu chưa đúng" in refused(folder, capsys, Exit.ACCESS, "verify", copy)
    monkeypatch.setenv(VARIABLE, PASSWORD)
    content = bytearray(copy.read_bytes())
    content[10_000] ^= 1
    copy.write_bytes(content)
    for command in ("verify", "restore"):
        assert "chọn bản khác" in refused(folder, capsys, Exit.WORLD, command, copy)


def test_a_copy_comes_back_on_a_new_machine(
    folder: RegisterFolder, tmp_path: Path, capsys: Said
) -> None:
    copy = asked(folder, capsys, "backup", tmp_path / "usb")["file"]
    new = RegisterFolder(tmp_path / "moi")
    told = asked(new, capsys, "restore", copy)
    assert (told["kept"], told["records"]) == (None, 4)
    assert asked(new, capsys, "list", "people")["count"] == 4
    assert asked(new, capsys, "check")["whole"]


def test_the_digits_of_what_is_lost_are_asked_for(
    folder: RegisterFolder, tmp_path: Path, capsys: Said
) -> None:
    copy = asked(folder, capsys, "backup", tmp_path / "usb")["file"]
    with stopped_at(TODAY), open_register(folder):
        add_people(5, 7)
    for words in ((), ("--lose", 4)):
        said = refused(folder, capsys, Exit.USER, "restore", copy, *words)
        assert "sẽ mất 3 bản ghi. Sổ chưa đổi" in said
    told = asked(folder, capsys, "restore", copy, "--lose", 3)
    assert Path(told["kept"], "register.db").is_file()
    with open_register(folder):
        assert Person.select().count() == 4


def test_the_package_wants_a_password_of_its_own(
    folder: RegisterFolder, tmp_path: Path, capsys: Said
) -> None:
    own = tmp_path / "mat-khau.txt"
    own.write_text("một câu dễ nhớ\n", "utf-8")
    words = ("--package-password-file", own)
    told = asked(folder, capsys, "package", tmp_path / "goi.xlsx", *words)
    assert told["records"] == 4
    assert (tmp_path / "goi.xlsx").read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert "đuôi .xlsx" in refused(folder, capsys, Exit.USER, "package", tmp_path / "goi.zip")
    said = refused(folder, capsys, Exit.USER, "package", tmp_path / "goi.xlsx")
    assert "--package-password-file" in said


def test_the_recovery_sheet_opens_a_copy_and_sets_a_new_password(
    folder: RegisterFolder, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = asked(folder, capsys, "backup", tmp_path / "usb")["file"]
    sheet = tmp_path / "phieu.txt"
    sheet.write_text(RecoveryKey(Vault.open(folder).unlock("An", PASSWORD)).text, "utf-8")
    monkeypatch.setenv(VARIABLE, "mật khẩu mới")
    new = RegisterFolder(tmp_path / "moi")
    asked(new, capsys, "restore", copy, "--recovery-file", sheet)
    assert asked(new, capsys, "list", "people")["count"] == 4
