"""Who may restore the register that is there, and nobody else, puts a copy in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import AccessError
from models.registers.people import Person
from models.roles import Role
from models.store import accounts
from models.store.backup.making import make_copy
from models.store.backup.permission import by_password, by_sheet
from models.store.backup.restoring import restore
from models.store.folder import RegisterFolder
from models.store.opening import opened
from models.store.recovery_key import RecoveryKey
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.models.store.backup.conftest import add_people
from tests.models.store.first_keys import CHEAP, PASSWORD

OTHERS = "mật khẩu của Bình"


class Office:
    """A register that An runs and Bình works in, and a copy of it from before 2 more people."""

    def __init__(self, path: Path, empty: Path, role: Role) -> None:
        self.path, self.folder = path, make_register(path / "so", empty)
        shelf = path / "usb"
        shelf.mkdir()
        with stopped_at(TODAY), open_register(self.folder):
            accounts.add(self.folder, "Bình", role, OTHERS)
            add_people(1, 5)
            self.copy = make_copy(self.folder, shelf).path
            add_people(6, 7)

    def count(self, folder: RegisterFolder | None = None) -> int:
        with stopped_at(TODAY), opened(folder or self.folder, "An", lambda: PASSWORD):
            return int(Person.select().count())

    def restore_as(self, user: str, password: str, folder: RegisterFolder | None = None) -> None:
        here = folder or self.folder
        restore(here, self.copy, by_password(self.copy, user, password, here))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.vault.STANDARD_COST", CHEAP)
    monkeypatch.setattr("models.store.vault.FAILURE_DELAY_SECONDS", 0)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEADER, Role.VIEWER])
def test_only_who_runs_the_register_replaces_it(
    tmp_path: Path, empty_register: Path, role: Role
) -> None:
    office = Office(tmp_path, empty_register, role)
    with pytest.raises(AccessError, match="“Bình” không được phục hồi"):
        office.restore_as("Bình", OTHERS)
    assert office.count() == 7
    assert not list(office.folder.path.glob("before-*"))
    office.restore_as("An", PASSWORD)
    assert office.count() == 5


def test_on_a_new_machine_a_password_of_the_copy_suffices(
    tmp_path: Path, empty_register: Path
) -> None:
    office = Office(tmp_path, empty_register, Role.VIEWER)
    new = RegisterFolder(tmp_path / "moi")
    office.restore_as("Bình", OTHERS, new)
    assert office.count(new) == 5


def test_who_was_ended_restores_nothing(tmp_path: Path, empty_register: Path) -> None:
    office = Office(tmp_path, empty_register, Role.ADMIN)
    with stopped_at(TODAY), open_register(office.folder):
        accounts.end(office.folder, "Bình")
    with pytest.raises(AccessError):
        office.restore_as("Bình", OTHERS)
    assert office.count() == 7


def test_an_old_password_restores_nothing(tmp_path: Path, empty_register: Path) -> None:
    office = Office(tmp_path, empty_register, Role.ADMIN)
    with stopped_at(TODAY), open_register(office.folder):
        accounts.reset_password(office.folder, "Bình", "mật khẩu mới của Bình")
    with pytest.raises(AccessError, match="Mật khẩu chưa đúng"):
        office.restore_as("Bình", OTHERS)
    assert office.count() == 7


def test_the_sheet_of_the_register_is_the_offices_own_word(
    tmp_path: Path, empty_register: Path
) -> None:
    office = Office(tmp_path, empty_register, Role.VIEWER)
    with stopped_at(TODAY), open_register(office.folder):
        from models.store.backup.snapshot import open_key

        text = RecoveryKey(open_key()).text
    restore(office.folder, office.copy, by_sheet(office.copy, "An", text, PASSWORD))
    assert office.count() == 5


def test_another_register_is_replaced_only_by_who_runs_it(
    tmp_path: Path, empty_register: Path
) -> None:
    office = Office(tmp_path, empty_register, Role.ADMIN)
    other = make_register(tmp_path / "khac", empty_register)
    with stopped_at(TODAY), open_register(other):
        add_people(1, 3)
    with pytest.raises(AccessError, match="Trên máy đang có sổ khác"):
        office.restore_as("Bình", OTHERS, other)
    assert office.count(other) == 3
    office.restore_as("An", PASSWORD, other)
    assert office.count(other) == 5


def test_a_register_past_opening_asks_nobody(tmp_path: Path, empty_register: Path) -> None:
    office = Office(tmp_path, empty_register, Role.VIEWER)
    office.folder.database.write_bytes(b"x" * 8192)
    office.restore_as("Bình", OTHERS)
    assert office.count() == 5
