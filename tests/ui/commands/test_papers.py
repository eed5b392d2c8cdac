"""Printing from the command line: what comes out, what is said, how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.store.change import change
from models.store.folder import RegisterFolder
from models.store.opening import NewRegister, create, opened
from printing.catalogue import all_documents
from tests.models.figures.small_register import make
from tests.printing.pdf_marks import read_pages
from ui.commands.access import VARIABLE
from ui.commands.main import run

PASSWORD = "matkhau123"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> RegisterFolder:
    """A register on disk with the records counted by hand, closed."""
    folder = RegisterFolder(tmp_path_factory.mktemp("made") / "so")
    create(folder, NewRegister("Cà Mau", "Hưng Hội", "An", PASSWORD))
    with opened(folder, "An", lambda: PASSWORD):
        make()
    return folder


@pytest.fixture
def uids(made: RegisterFolder) -> dict[str, str]:
    """Title → uid of teams, models and reviews."""
    with opened(made, "An", lambda: PASSWORD, read_only=True):
        records = [*Team.select(), *Scheme.select(), *Review.select()]
        return {record.title: record.uid for record in records}


class Printer:
    """Runs `print` on the register and reads what it says."""

    def __init__(self, made: RegisterFolder, capsys: pytest.CaptureFixture[str]) -> None:
        self.made = made
        self.capsys = capsys

    def __call__(self, *words: object) -> tuple[int, str, str]:
        code = run(["print", *map(str, words), "--data", str(self.made.path)])
        said = self.capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def printed(
    made: RegisterFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Printer:
    monkeypatch.setenv(VARIABLE, PASSWORD)
    return Printer(made, capsys)


def texts(path: Path) -> list[str]:
    return [page.text for page in read_pages(path.read_bytes())]


def test_documents_are_listed_without_a_register(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", "--json"]) == 0
    facts: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["documents"]
    assert [fact["id"] for fact in facts] == [entry.id for entry in all_documents()]
    assert {fact["form"] for fact in facts} >= {f"F{number:02d}" for number in range(1, 13)}
    assert {"id", "form", "title", "register", "needs", "paper"} <= facts[0].keys()
    assert run(["documents"]) == 0
    said = capsys.readouterr().out
    assert "F03\tDanh sách thành viên tổ\tteams\trecord\tA4 ngang" in said


def test_one_record_as_json(printed: Printer, uids: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "to.pdf"
    words = ("f03", out, "--uid", uids["Tổ kẻng 1"], "--as-of", "2025-05-09", "--json")
    code, said, told = printed(*words)
    assert (code, told) == (0, "")
    assert json.loads(said) == {
        "document": "member-list",
        "file": str(out),
        "pages": 1,
        "records": 1,
    }
    assert "Danh sách này có 3 người (2 nam, 1 nữ)./." in texts(out)[0]


def test_several_records_in_one_file(
    printed: Printer, uids: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "to.pdf"
    pair = ("--uid", uids["Tổ kẻng 2"], "--uid", uids["Tổ kẻng 1"], "--uid", uids["Tổ kẻng 2"])
    assert printed("member-list", out, *pair)[0] == 0
    assert ["TỔ KẺNG 2" in text for text in texts(out)] == [True, False]
    code, said, _ = printed("F03", out, "--where", "area=Ấp Một", "--as-of", "31/12/2025", "--json")
    assert (code, json.loads(said)["records"], len(texts(out))) == (0, 2, 2)


def test_a_form_of_two_kinds_goes_by_the_record(
    printed: Printer, uids: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "ho-so.pdf"
    assert printed("F04", out, "--uid", uids["CLB nữ"])[0] == 0
    assert "HỒ SƠ TỔ TỰ QUẢN" in texts(out)[0]
    assert printed("F04", out, "--uid", uids["Tiếng kẻng"])[0] == 0
    assert "LÝ LỊCH MÔ HÌNH" in texts(out)[0]


def test_a_list_as_filtered_on_a_past_day(printed: Printer, tmp_path: Path) -> None:
    out = tmp_path / "mo-hinh.pdf"
    code, said, _ = printed("F01", out, "--as-of", "31/12/2025")
    assert code == 0
    assert said == (
        f"Đã in danh sách mô hình tự quản về an ninh, trật tự ra {out}: 1 trang, 2 mô hình.\n"
    )
    assert "Danh sách này có 2 mô hình, 2 điểm, 3 tổ, 4 thành viên./." in texts(out)[0]
    assert printed("F01", out, "--search", "phu nu")[0] == 0
    assert "(Lọc theo: tìm “phu nu”)" in texts(out)[0]


def test_a_summary_of_a_past_day_does_not_tell_the_number_of_the_register(
    printed: Printer, tmp_path: Path
) -> None:
    out = tmp_path / "tong-hop.pdf"
    code, said, _ = printed("F02", out, "--as-of", "01/01/1990", "--json")
    assert (code, json.loads(said)["records"]) == (0, None)
    code, said, _ = printed("F02", out, "--as-of", "01/01/1990")
    assert said == (
        f"Đã in bảng tổng hợp mô hình, tổ tự quản về an ninh, trật tự ra {out}: 1 trang.\n"
    )


def test_a_derived_list_says_that_it_is_of_today(printed: Printer, tmp_path: Path) -> None:
    code, _, told = printed("list-teams", tmp_path / "to.pdf", "--as-of", "01/01/2020")
    assert code == 0
    assert "hôm nay" in told
    code, said, told = printed("LIST-TEAMS", tmp_path / "to.pdf", "--json")
    assert (code, told, json.loads(said)["records"]) == (0, "", 5)


def test_a_blank_form_needs_no_record(printed: Printer, tmp_path: Path) -> None:
    out = tmp_path / "trong.pdf"
    code, said, _ = printed("F05", out, "--blank", "--json")
    assert (code, json.loads(said)["records"]) == (0, 0)
    assert "XÃ HƯNG HỘI" in texts(out)[0]


def test_word_for_running_text(printed: Printer, uids: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "ke-hoach.docx"
    code, said, _ = printed("F07", out, "--uid", uids["Tiếng kẻng"], "--json")
    assert (code, json.loads(said)["pages"]) == (0, None)
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("F99", "o.pdf"), "Không có giấy tờ “F99”. Gần giống: "),
        (("quyet dinh", "o.pdf"), "team-decision (Quyết định thành lập (kiện toàn) tổ)"),
        (("zzz", "o.pdf"), "Xem mọi giấy tờ bằng lệnh documents."),
        (("F03", "o.pdf"), "in cho từng tổ. Thêm --uid MÃ hoặc --where"),
        (("F03", "o.pdf", "--uid", "abc"), "Không có tổ mang mã “abc”."),
        (("F03", "o.pdf", "--search", "khong co"), "Không có tổ nào khớp"),
        (("F03", "o.pdf", "--blank", "--uid", "abc"), "Bỏ --blank"),
        (("F01", "o.docx"), "chỉ in ra .pdf"),
        (("F01", "o.txt"), "cần đuôi .pdf hoặc .docx, đang là “o.txt”"),
        (("F01", "o.pdf", "--as-of", "31/02/2025"), "Ngày không hợp lệ: 31/02/2025"),
        (("F01", "o.pdf", "--as-of", "2025"), "Ngày chưa đủ: 2025"),
        (("F01", "o.pdf", "--where", "mau=xanh"), "không có cột “mau”"),
        (("F08", "o.docx", "--where", "year=2025"), "Một tệp Word chỉ chứa một bản"),
    ],
)
def test_what_is_not_right_is_told(
    printed: Printer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said, told = printed(*words)
    assert (code, said) == (1, "")
    assert sentence in told
    assert list(tmp_path.iterdir()) == []


def test_a_letter_that_no_face_has_is_named_and_the_old_file_stays(
    printed: Printer, made: RegisterFolder, tmp_path: Path
) -> None:
    with opened(made, "An", lambda: PASSWORD), change("Sửa") as work:
        person = Person.get(Person.full_name == "Trần Văn Út")
        person.note, person.full_name = "", "Trần Văn 漢"
        work.save(person)
    out = tmp_path / "nguoi.pdf"
    out.write_bytes(b"old")
    code, _, told = printed("list-people", out)
    with opened(made, "An", lambda: PASSWORD), change("Sửa lại") as work:
        person = Person.get_by_id(person.id)
        person.full_name = "Trần Văn Út"
        work.save(person)
    assert code == 1
    assert "“漢” (U+6F22)" in told
    assert out.read_bytes() == b"old"


def test_a_place_that_cannot_be_written_is_the_worlds_error(
    printed: Printer, tmp_path: Path
) -> None:
    code, said, told = printed("F01", tmp_path / "khong-co" / "o.pdf")
    assert (code, said) == (3, "")
    assert "Chưa ghi tệp in được" in told


def test_a_wrong_password_prints_nothing(
    printed: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "sai")
    monkeypatch.setattr("models.store.vault.time.sleep", lambda _seconds: None)
    assert printed("F01", tmp_path / "o.pdf")[0] == 4
    assert list(tmp_path.iterdir()) == []
