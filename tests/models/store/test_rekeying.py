"""Another key for a register: the new sheet opens it, the old one opens old copies and no more."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import AccessError, Cancelled, UserError, WorldError
from models.registers.people import Person
from models.roles import Role
from models.store import accounts, pending, rekeying
from models.store.backup.keeping import Target, back_up, look_again
from models.store.backup.log import Place
from models.store.backup.permission import Entrant, by_password, by_sheet
from models.store.backup.restoring import restore
from models.store.backup.set_aside import set_aside
from models.store.backup.snapshot import open_key
from models.store.check import findings
from models.store.database import check_file
from models.store.folder import RegisterFolder
from models.store.opening import opened
from models.store.recovering import new_password, sheet_made
from models.store.recovery_key import RecoveryKey
from models.store.rekeying import change_key, new_sheet
from models.store.session import has_given_password
from models.store.tables import HistoryChange
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import USER, make_register, open_register
from tests.models.samples import person
from tests.models.store.first_keys import CHEAP, PASSWORD

Disk = namedtuple("Disk", "total used free")
BINH, HIS = "Bình", "mật khẩu của Bình"


class Office:
    """A closed register of two users and a person, a copy of it, and its sheet."""

    def __init__(self, path: Path, empty: Path) -> None:
        self.folder, self.shelf = make_register(path / "so", empty), path / "usb"
        self.shelf.mkdir()
        with open_register(self.folder):
            person("Lê Thị Hoa")
            accounts.add(self.folder, BINH, Role.OFFICER, HIS)
            self.sheet = RecoveryKey(open_key()).text
            self.copy = back_up(self.folder, Target(self.shelf, Place("USB"))).copy.path
            self.fresh = new_sheet(self.folder, PASSWORD)
        self.key = RecoveryKey.parse(self.sheet).data_key

    def changed(self) -> None:
        change_key(self.folder, USER, PASSWORD, self.fresh)

    def names(self) -> list[str]:
        with open_register(self.folder):
            assert findings() == []
            return [one.full_name for one in Person.select()]


@pytest.fixture
def office(tmp_path: Path, empty_register: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr("models.store.vault.STANDARD_COST", CHEAP)
    monkeypatch.setattr("models.store.vault.FAILURE_DELAY_SECONDS", 0)
    with stopped_at(TODAY):
        return Office(tmp_path, empty_register)


def test_only_the_new_sheet_opens_the_register(office: Office) -> None:
    with stopped_at(TODAY):
        before = Vault.open(office.folder).register
        office.changed()
        assert office.names() == ["Lê Thị Hoa"]
        vault = Vault.open(office.folder)
        assert vault.register == before
        with pytest.raises(AccessError, match="không phải của sổ này"):
            vault.unlock_with_recovery(office.sheet)
        with pytest.raises(WorldError):
            check_file(office.folder.database, office.key)
        with pytest.raises(AccessError):
            new_password(office.folder, USER, office.sheet, "mật khẩu mới tinh")
        new_password(office.folder, USER, office.fresh, "mật khẩu mới tinh")
        with opened(office.folder, USER, lambda: "mật khẩu mới tinh"):
            assert sheet_made() == "2026-11-22"
            titles = [row.title for row in HistoryChange.select()]
        assert "Đổi mã khôi phục, phiếu mới đã đọc thử trên giấy" in titles


def test_nothing_of_the_old_key_is_left_in_the_folder(office: Office) -> None:
    office.changed()
    left = {part.name for part in office.folder.path.iterdir()} - {"lock", "reserve"}
    assert left == {"register.db", "keys.json", "keys.copy.json"}
    assert set_aside(office.folder) == []


def test_old_slots_put_beside_the_new_file_do_not_open_it(office: Office, tmp_path: Path) -> None:
    """Somebody kept the old key files along with the old sheet."""
    shutil.copytree(office.folder.path, tmp_path / "kept")
    office.changed()
    for name in ("keys.json", "keys.copy.json"):
        shutil.copyfile(tmp_path / "kept" / name, office.folder.path / name)
    with pytest.raises(WorldError), open_register(office.folder):
        pass


def test_the_others_come_in_again_with_a_new_password(office: Office) -> None:
    office.changed()
    with pytest.raises(AccessError), opened(office.folder, BINH, lambda: HIS):
        pass
    with open_register(office.folder):
        assert [one.name for one in accounts.without_password(office.folder)] == [BINH]
        accounts.reset_password(office.folder, BINH, "tạm cho Bình 1")
        assert accounts.without_password(office.folder) == []
    with opened(office.folder, BINH, lambda: "tạm cho Bình 1"):
        assert has_given_password()


def test_a_copy_from_before_opens_with_what_opened_it_then(office: Office, tmp_path: Path) -> None:
    office.changed()
    elsewhere = RegisterFolder(tmp_path / "khác")
    restore(elsewhere, office.copy, by_password(office.copy, BINH, HIS, elsewhere))
    with opened(elsewhere, BINH, lambda: HIS):
        assert Person.select().count() == 1
    third = RegisterFolder(tmp_path / "ba")
    restore(third, office.copy, by_sheet(office.copy, USER, office.sheet, "mật khẩu mới tinh"))
    with opened(third, USER, lambda: "mật khẩu mới tinh"):
        assert Person.select().count() == 1


def test_the_old_sheet_and_an_old_copy_do_not_replace_the_register(office: Office) -> None:
    office.changed()
    entrant = by_sheet(office.copy, USER, office.sheet, "mật khẩu mới tinh")
    with pytest.raises(AccessError, match="Trên máy đang có sổ khác"):
        restore(office.folder, office.copy, entrant)
    assert office.names() == ["Lê Thị Hoa"]


def test_who_runs_the_register_may_put_an_old_copy_back(office: Office) -> None:
    office.changed()
    with open_register(office.folder):
        person("Trần Văn Bảy")
    restore(office.folder, office.copy, by_password(office.copy, USER, PASSWORD, office.folder))
    assert office.names() == ["Lê Thị Hoa"]


def test_old_copies_are_not_called_damaged_nor_taken_away(office: Office) -> None:
    office.changed()
    with open_register(office.folder):
        assert look_again(office.shelf, Vault.open(office.folder).register) == []
        made = back_up(office.folder, Target(office.shelf, Place("USB")))
        seen = look_again(office.shelf, Vault.open(office.folder).register)
    assert [(one.file, one.problem) for one in seen] == [(made.copy.path.name, "")]
    assert office.copy.exists()


def test_only_who_runs_it_changes_the_key(office: Office) -> None:
    with pytest.raises(AccessError, match="không được quản lý người dùng"):
        change_key(office.folder, BINH, HIS, office.fresh)
    with pytest.raises(AccessError, match="Mật khẩu chưa đúng"):
        change_key(office.folder, USER, "sai", office.fresh)
    with opened(office.folder, BINH, lambda: HIS), pytest.raises(AccessError):
        new_sheet(office.folder, HIS)
    with open_register(office.folder), pytest.raises(UserError, match="Chưa nhập mật khẩu"):
        new_sheet(office.folder, "")
    with open_register(office.folder), pytest.raises(AccessError):
        new_sheet(office.folder, "sai")
    with open_register(office.folder), pytest.raises(WorldError, match="đang mở"):
        change_key(RegisterFolder(office.folder.path), USER, PASSWORD, office.fresh)
    assert office.names() == ["Lê Thị Hoa"]


def test_stopped_or_failed_nothing_has_changed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_done: int, _total: int, _words: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        change_key(office.folder, USER, PASSWORD, office.fresh, stop)
    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "contents", lambda connection: connection)
        with pytest.raises(WorldError, match="không giống sổ"):
            office.changed()
    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda _path: Disk(1, 1, 0))
        with pytest.raises(WorldError, match="chỉ còn"):
            office.changed()
    assert Vault.open(office.folder).proves(office.key)
    assert not list(office.folder.path.glob(f"{pending.STAGED}*"))
    assert office.names() == ["Lê Thị Hoa"]


def test_a_restored_copy_of_today_keeps_the_new_key(office: Office) -> None:
    office.changed()
    with open_register(office.folder):
        made = back_up(office.folder, Target(office.shelf, Place("USB"))).copy.path
        entrant = Entrant(USER, open_key())
    restore(office.folder, made, entrant)
    assert Vault.open(office.folder).proves(RecoveryKey.parse(office.fresh).data_key)


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("nth", [1, 2])
def test_no_folder_is_left_when_the_end_is_cut_between_its_last_steps(
    office: Office, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    own, left = Path.rmdir, [nth]

    def remove(folder: Path) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        own(folder)

    with stopped_at(TODAY):
        with monkeypatch.context() as patch, pytest.raises(Killed):
            patch.setattr(Path, "rmdir", remove)
            office.changed()
        assert office.names() == ["Lê Thị Hoa"]
    assert [part.name for part in office.folder.path.iterdir() if part.is_dir()] == []
