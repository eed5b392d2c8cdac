"""The recovery sheet: a new password with it, new key slots where all are lost, the sheet again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import AccessError, UserError, WorldError
from models.roles import Role
from models.store import accounts
from models.store.backup.snapshot import open_key
from models.store.folder import RegisterFolder
from models.store.opening import opened
from models.store.recovering import new_password, sheet_made, sheet_proven, show_sheet
from models.store.recovery_key import RecoveryKey
from models.store.session import set_user
from models.store.tables import HistoryChange
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import USER, make_register, open_register
from tests.models.store.first_keys import CHEAP, PASSWORD, contents

OWN = "mật khẩu mới tinh"


class Office:
    """A closed register and its sheet."""

    def __init__(self, path: Path, empty: Path) -> None:
        self.folder = make_register(path / "so", empty)
        with open_register(self.folder):
            self.sheet = RecoveryKey(open_key()).text

    def opens_with(self, password: str) -> bool:
        try:
            with opened(self.folder, USER, lambda: password):
                return True
        except AccessError:
            return False


@pytest.fixture
def office(
    tmp_path: Path, empty_register: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    monkeypatch.setattr("models.store.vault.STANDARD_COST", CHEAP)
    monkeypatch.setattr("models.store.vault.FAILURE_DELAY_SECONDS", 0)
    with stopped_at(TODAY):
        yield Office(tmp_path, empty_register)


def titles() -> list[str]:
    return [row.title for row in HistoryChange.select().order_by(HistoryChange.id)]


def test_a_forgotten_password_is_replaced_with_the_sheet(office: Office) -> None:
    new_password(office.folder, USER, office.sheet.lower().replace("-", " "), OWN)
    assert office.opens_with(OWN)
    assert not office.opens_with(PASSWORD)


@pytest.mark.parametrize(
    ("user", "sheet", "password", "told"),
    [
        (USER, "", OWN, "Chưa nhập mã khôi phục"),
        (USER, "K7QM", OWN, "đang có 4 ký tự"),
        (USER, None, "ngắn", "cần từ 8 ký tự"),
        ("Bình", None, OWN, "Không có người dùng “Bình”"),
    ],
)
def test_what_is_typed_wrong_is_named_and_changes_nothing(
    office: Office, user: str, sheet: str | None, password: str, told: str
) -> None:
    before = contents(office.folder)
    with pytest.raises(UserError, match=told):
        new_password(office.folder, user, office.sheet if sheet is None else sheet, password)
    assert contents(office.folder) == before


def test_the_sheet_of_another_register_opens_nothing(office: Office) -> None:
    before = contents(office.folder)
    with pytest.raises(AccessError, match="không phải của sổ này"):
        new_password(office.folder, USER, RecoveryKey(bytes(32)).text, OWN)
    assert contents(office.folder) == before


@pytest.mark.parametrize("left", [None, b"{}"], ids=["lost", "damaged"])
def test_where_all_key_slots_are_gone_the_sheet_makes_new_ones(
    office: Office, left: bytes | None
) -> None:
    for part in (office.folder.keys, office.folder.keys_copy):
        part.unlink()
        if left is not None:
            part.write_bytes(left)
    with pytest.raises(WorldError):
        new_password(office.folder, USER, RecoveryKey(bytes(32)).text, OWN)
    new_password(office.folder, USER, office.sheet, OWN)
    assert office.opens_with(OWN)
    assert Vault.open(office.folder).users() == [USER]


def test_the_sheet_is_shown_again_to_who_runs_the_register_and_told(office: Office) -> None:
    with open_register(office.folder):
        assert sheet_made() == ""
        assert show_sheet(office.folder, PASSWORD) == office.sheet
        sheet_proven()
        assert sheet_made() == TODAY.date().isoformat()
        told = titles()[-2:]
    assert told == [
        "Xem mã để lập lại phiếu khôi phục",
        "Lập lại phiếu khôi phục, đã đọc thử trên giấy",
    ]


def test_nobody_else_sees_the_key(office: Office) -> None:
    with open_register(office.folder):
        accounts.add(office.folder, "Bình", Role.OFFICER, "mật khẩu của Bình")
        with pytest.raises(AccessError, match="Mật khẩu chưa đúng"):
            show_sheet(office.folder, "sai")
        with pytest.raises(UserError):
            show_sheet(office.folder, "")
        set_user("Bình", Role.OFFICER)
        with pytest.raises(AccessError, match="không được"):
            show_sheet(office.folder, "mật khẩu của Bình")
        assert not [title for title in titles() if "phiếu khôi phục" in title]


def test_a_register_in_use_keeps_its_password(office: Office) -> None:
    with open_register(office.folder), pytest.raises(WorldError):
        new_password(RegisterFolder(office.folder.path), USER, office.sheet, OWN)
    assert office.opens_with(PASSWORD)
