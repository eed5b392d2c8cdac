"""Commands about issued papers: an altered name or number does not match, offline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.issuing import runs
from models.store.folder import RegisterFolder
from tests.faults.killing import make_register, open_register
from tests.models.store.first_keys import PASSWORD
from tests.printing.certificate.test_issue import issued
from ui.commands.main import run


@pytest.fixture
def folder(tmp_path: Path, empty_register: Path, monkeypatch: pytest.MonkeyPatch) -> RegisterFolder:
    monkeypatch.setenv("SOPHONGTRAO_PASSWORD", PASSWORD)
    return make_register(tmp_path / "so", empty_register)


@pytest.fixture
def code(folder: RegisterFolder) -> str:
    with open_register(folder):
        return runs.printed_data(issued()[1])[2]["code"]


def test_a_register_verifies_its_own_papers(
    folder: RegisterFolder, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--data", str(folder.path)]
    assert run(["verify-paper", code, *where]) == 0
    said = capsys.readouterr().out
    assert "số 002/2026, cấp ngày 16/11/2026, Huỳnh Tấn Đạt: khớp." in said
    assert "không thay chữ ký và con dấu" in said
    assert run(["verify-paper", code, "--name", "Huỳnh Tấn Đức", *where]) == 1
    assert "không khớp với tên “Huỳnh Tấn Đức”" in capsys.readouterr().err
    assert run(["verify-paper", code, "--json", *where]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["match"], facts["number"], facts["state"]) == (True, "002/2026", "Đã cấp")


def test_any_copy_of_the_program_verifies_with_the_key_alone(
    folder: RegisterFolder, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "khoa.txt"
    assert run(["paper-key", str(key), "--data", str(folder.path)]) == 0
    assert run(["paper-key", "--json", "--data", str(folder.path)]) == 0
    assert key.read_text("utf-8").strip() in capsys.readouterr().out
    nowhere = ["--data", str(tmp_path / "không có")]
    asked = ["verify-paper", code, "--key", str(key), *nowhere]
    assert run([*asked, "--name", "Huỳnh Tấn Đạt"]) == 0
    assert run([*asked, "--name", "Huỳnh Tấn Đạt "]) == 0
    assert run([*asked, "--name", "Lê Văn An"]) == 1
    assert run(asked) == 1
    assert "Nhập họ tên ghi trên giấy" in capsys.readouterr().err
    assert run(["verify-paper", "mã khác", "--key", str(key)]) == 1
    assert run(["verify-paper", code, "--key", str(tmp_path / "thiếu.txt")]) == 3


def test_an_import_into_the_book_is_refused(
    folder: RegisterFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Số vào sổ\n001/2026\n", encoding="utf-8")
    assert run(["import", str(file), "--register", "issued", "--data", str(folder.path)]) == 1
    assert "chỉ do phần mềm ghi khi in giấy" in capsys.readouterr().err
