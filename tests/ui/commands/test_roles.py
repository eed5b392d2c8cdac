"""Every role against every command: what is refused ends with 4 and changes nothing."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.issuing import seal
from models.registers.people import Person
from models.roles import Role
from models.store import accounts, vault
from models.store.backup.making import make_copy
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.opening import opened
from models.store.tables import HistoryChange
from tests.conftest import TODAY
from tests.faults.killing import make_register
from tests.models.samples import stored, trash
from tests.models.store.first_keys import CHEAP, PASSWORD
from tests.printing.pdf_marks import read_pages
from ui.commands.access import VARIABLE
from ui.commands.answer import Exit
from ui.commands.main import _parser, run
from ui.commands.users import ACTS

SECRET = "095179004412"
GONE, OLD = "Lê Thị Đã Xóa", "2020-11-20T09:00:00+07:00"
OTHER = "câu của người khác"
NEW = "một câu mới tinh 26"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(vault, "STANDARD_COST", CHEAP)
    with stopped_at(TODAY):
        yield


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> RegisterFolder:
    """A register with a person and somebody of every role."""
    folder = make_register(tmp_path_factory.mktemp("roles") / "so", empty_register)
    with stopped_at(TODAY), opened(folder, "An", lambda: PASSWORD):
        stored(Person(full_name="Thạch Thị Hồng Nhung", citizen_id=SECRET, phone="0913555214"))
        trash(stored(Person(full_name=GONE)))
        database.execute_sql("UPDATE person SET trashed_at = ? WHERE full_name = ?", [OLD, GONE])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(vault, "STANDARD_COST", CHEAP)
            for role in Role:
                accounts.add(folder, f"{role} ạ", role, OTHER)
            for name in ("Giang", "Hà"):
                accounts.add(folder, name, Role.VIEWER, OTHER)
            accounts.end(folder, "Hà")
        seal.make_key()
        make_copy(folder, folder.path.parent)
    return folder


@pytest.fixture
def so(office: RegisterFolder, tmp_path: Path) -> RegisterFolder:
    """A copy of it for one test."""
    folder = RegisterFolder(tmp_path / "so")
    folder.create()
    for part in office.path.iterdir():
        (folder.path / part.name).write_bytes(part.read_bytes())
    return folder


class Clerk:
    """Runs commands as somebody of a role."""

    def __init__(self, so: RegisterFolder, role: Role, capsys: pytest.CaptureFixture[str]) -> None:
        self.so, self.name, self.capsys = so, f"{role} ạ", capsys

    def __call__(self, *words: object) -> tuple[int, str]:
        options = ["--data", str(self.so.path), "--user", self.name]
        code = run([*map(str, words), *options])
        said = self.capsys.readouterr()
        return code, said.out + said.err


@pytest.fixture(params=list(Role), ids=[role.name.lower() for role in Role])
def role(request: pytest.FixtureRequest) -> Role:
    found: Role = request.param
    return found


@pytest.fixture
def do(
    so: RegisterFolder,
    role: Role,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Clerk:
    monkeypatch.setenv(VARIABLE, OTHER)
    return Clerk(so, role, capsys)


def writes(role: Role) -> bool:
    return role in (Role.ADMIN, Role.OFFICER)


def history(so: RegisterFolder) -> list[tuple[str, str]]:
    with opened(so, "An", lambda: PASSWORD, read_only=True):
        rows = HistoryChange.select().order_by(HistoryChange.id)
        return [(row.user, row.title) for row in rows]


WRITERS, ADMIN, ALL = (Role.ADMIN, Role.OFFICER), (Role.ADMIN,), tuple(Role)
NEW_WORDS = ("--new-password-file", "mới.txt")
OVERSEERS = (Role.ADMIN, Role.LEADER)
COMMANDS: dict[str, tuple[tuple[Role, ...], tuple[str, ...]]] = {
    "list": (ALL, ("list", "people")),
    "list by what is masked": (WRITERS, ("list", "people", "--where", f"citizen_id={SECRET}")),
    "check": (ALL, ("check",)),
    "documents": (ALL, ("documents",)),
    "export": (ALL, ("export", "people", "ra.xlsx")),
    "print": (ALL, ("print", "list-people", "ra.pdf")),
    "print the journal": (OVERSEERS, ("print", "journal", "ra.pdf", "--since", "01/10/2026")),
    "import": (WRITERS, ("import", "vào.csv", "--register", "people")),
    "import, dry": (WRITERS, ("import", "vào.csv", "--register", "people", "--dry-run")),
    "backup": (WRITERS, ("backup", "usb")),
    "package": (WRITERS, ("package", "gói.xlsx", "--package-password-file", "gói.txt")),
    "verify": (ALL, ("verify", "bản.stpbak")),
    "restore": (ADMIN, ("restore", "bản.stpbak")),
    "erase": (ADMIN, ("erase", "people", "--reason", "hết hạn lưu", "--lose", "1")),
    "paper-key": (ALL, ("paper-key", "khóa.txt")),
    "verify-paper": (ALL, ("verify-paper", "chữ không phải mã")),
    "users": (ALL, ("users",)),
    "user add": (ADMIN, ("user", "add", "Dung", "--role", "viewer", *NEW_WORDS)),
    "user reset": (ADMIN, ("user", "reset", "Giang", *NEW_WORDS)),
    "user take-back": (ADMIN, ("user", "take-back", "Hà", *NEW_WORDS)),
    "user end": (ADMIN, ("user", "end", "Giang")),
    "user role": (ADMIN, ("user", "role", "Giang", "--role", "admin")),
    "user password": (ALL, ("user", "password", *NEW_WORDS)),
}
WITHOUT_A_REGISTER = {"init", "demo"}
"""They make one, so nobody is anything there yet."""


@pytest.fixture
def room(office: RegisterFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run in, with whatever a command reads."""
    room = tmp_path / "chỗ làm"
    (room / "usb").mkdir(parents=True)
    (room / "vào.csv").write_text("Họ và tên,CCCD\nKim Út,095172003308\n", encoding="utf-8")
    (room / "mới.txt").write_text(NEW, encoding="utf-8")
    (room / "gói.txt").write_text("một câu dài để khóa gói", encoding="utf-8")
    copy = next(office.path.parent.glob("*.stpbak"))
    (room / "bản.stpbak").write_bytes(copy.read_bytes())
    monkeypatch.chdir(room)
    return room


def everything(folder: Path) -> dict[str, bytes]:
    """What stands in a folder; of a register what it holds, not the bytes of the last opening."""
    parts = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: path.read_bytes() for path in parts if path.name not in PASSING}


PASSING = {"register.db", "lock", "reserve", "attempts.json"}


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_role_against_every_command(do: Clerk, role: Role, room: Path, name: str) -> None:
    """Every role against every command: who may not gets 4 and changes nothing"""
    who, words = COMMANDS[name]
    keys, outside, records = everything(do.so.path), everything(room), history(do.so)
    code, said = do(*words)
    if role in who:
        assert code == (Exit.USER if name == "verify-paper" else Exit.DONE), said
        return
    assert code == Exit.ACCESS, said
    assert f"“{do.name}” không được " in said
    assert (everything(do.so.path), everything(room)) == (keys, outside)
    assert [row for row in history(do.so) if row[1] != "Mở sổ"] == [
        row for row in records if row[1] != "Mở sổ"
    ]


def test_every_command_stands_in_the_table() -> None:
    actions = _parser()._actions
    known = next(one.choices for one in actions if isinstance(one, argparse._SubParsersAction))
    assert {words[0] for _who, words in COMMANDS.values()} == set(known) - WITHOUT_A_REGISTER
    acts = {words[1] for _who, words in COMMANDS.values() if words[0] == "user"}
    assert acts == set(ACTS)


def test_list_and_check_are_for_everybody(do: Clerk, role: Role) -> None:
    code, said = do("list", "people", "--json")
    assert code == Exit.DONE
    assert (SECRET in said) is writes(role)
    code, said = do("list", "people", "--where", f"citizen_id={SECRET}")
    assert code == (Exit.DONE if writes(role) else Exit.ACCESS)
    assert (SECRET in said) is writes(role)
    assert do("check")[0] == Exit.DONE
    assert do("documents")[0] == Exit.DONE


def test_exports_are_masked_and_told(do: Clerk, role: Role, tmp_path: Path) -> None:
    out = tmp_path / "ra.xlsx"
    assert do("export", "people", out)[0] == Exit.DONE
    from openpyxl import load_workbook

    sheet = load_workbook(out).active
    assert sheet is not None
    cells = {cell for row in sheet.values for cell in row}
    assert (SECRET in cells) is writes(role)
    assert history(do.so)[-1] == (do.name, "Xuất 1 người ra ra.xlsx")


def test_papers_are_masked_and_told(do: Clerk, role: Role, tmp_path: Path) -> None:
    out = tmp_path / "ra.pdf"
    assert do("print", "list-people", out)[0] == Exit.DONE
    text = "\n".join(page.text for page in read_pages(out.read_bytes()))
    assert ("0913555214" in text.replace(" ", "")) is writes(role)
    user, title = history(do.so)[-1]
    assert user == do.name
    assert title.startswith("In ")
    assert title.endswith("ra.pdf")


def test_only_those_who_write_import(do: Clerk, role: Role, tmp_path: Path) -> None:
    table = tmp_path / "vào.csv"
    table.write_text("Họ và tên,CCCD\nKim Thị Út,095172003308\n", encoding="utf-8")
    for words in (["--dry-run"], []):
        code, said = do("import", table, "--register", "people", *words)
        assert code == (Exit.DONE if writes(role) else Exit.ACCESS), said
    with opened(do.so, "An", lambda: PASSWORD, read_only=True):
        live = Person.select().where(Person.trashed_at.is_null())
        assert live.count() == 1 + writes(role)


def test_only_those_who_may_take_copies_out(do: Clerk, role: Role, tmp_path: Path) -> None:
    sticks, sheet = tmp_path / "usb", tmp_path / "mật khẩu gói.txt"
    sticks.mkdir()
    sheet.write_text("một câu dài để khóa gói", encoding="utf-8")
    package = tmp_path / "gói.xlsx"
    wanted = Exit.DONE if writes(role) else Exit.ACCESS
    assert do("backup", sticks)[0] == wanted
    assert do("package", package, "--package-password-file", sheet)[0] == wanted
    assert package.exists() is bool(list(sticks.glob("*.stpbak"))) is writes(role)


@pytest.mark.parametrize(
    "words",
    [
        ["add", "Dung", "--role", "viewer"],
        ["reset", "An"],
        ["end", "Chỉ xem ạ"],
        ["role", "Chỉ xem ạ", "--role", "quản trị"],
    ],
    ids=["add", "reset", "end", "role"],
)
def test_only_who_runs_the_register_changes_its_people(
    do: Clerk, role: Role, tmp_path: Path, words: list[str]
) -> None:
    new = tmp_path / "mới.txt"
    new.write_text(f"{NEW}\n", encoding="utf-8")
    if role is Role.VIEWER and "Chỉ xem ạ" in words:
        words = [word.replace("Chỉ xem ạ", "An") for word in words]
    before = do.so.keys.read_bytes()
    code, said = do("user", *words, "--new-password-file", new)
    assert code == (Exit.DONE if role is Role.ADMIN else Exit.ACCESS), said
    if role is not Role.ADMIN:
        assert do.so.keys.read_bytes() == before
    assert NEW not in said


def test_everybody_changes_their_own_password(do: Clerk, tmp_path: Path) -> None:
    new = tmp_path / "mới.txt"
    new.write_text(NEW, encoding="utf-8")
    assert do("user", "password", "--new-password-file", new)[0] == Exit.DONE
    assert do("check")[0] == Exit.ACCESS
    code, said = do("users", "--json", "--password-file", new)
    assert code == Exit.DONE
    assert {one["role"] for one in json.loads(said)["users"]} == set(Role)


def test_erasing_wants_a_number_and_a_reason(do: Clerk, role: Role) -> None:
    if role is not Role.ADMIN:
        return
    for words, told in (
        ((), "chạy lại với --lose 1"),
        (("--lose", "2"), "chạy lại với --lose 1"),
        (("--lose", "1"), "Chưa ghi lý do xóa hẳn"),
        (("--lose", "1", "--uid", "x"), "Không có người mang mã “x”"),
    ):
        code, said = do("erase", "people", *words)
        assert (code, told in said) == (Exit.USER, True), said
    code, said = do("erase", "people", "--reason", "hết hạn", "--lose", "1", "--json")
    assert code == Exit.DONE
    assert json.loads(said) == {"erased": 1, "chosen": 1, "papers_kept": []}
    code, said = do("erase", "people", "--reason", "hết hạn", "--lose", "1")
    assert "Chưa có người nào trong Thùng rác đủ hạn giữ" in said
    assert do("check")[0] == Exit.DONE


def test_what_is_not_told_rightly_is_explained(do: Clerk, role: Role, tmp_path: Path) -> None:
    if role is not Role.ADMIN:
        return
    assert do("user", "add", "Dung", "--role", "vua")[1].startswith("Quyền “vua” không có. Chọn: ")
    assert "--new-password-file" in do("user", "reset", "An")[1]
    assert do("user", "end")[0] == Exit.USER
    assert do("user", "fly", "An")[0] == Exit.USAGE
