"""A copy comes back on the same machine or a new one; what it replaces is counted and kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import AccessError, Cancelled, UserError, World, WorldError
from models.registers.people import Person
from models.store import pending
from models.store.backup.comparing import look
from models.store.backup.container import Manifest, read_manifest
from models.store.backup.drilling import drill
from models.store.backup.log import Place, last_drill, note_copy, note_drill
from models.store.backup.making import make_copy
from models.store.backup.permission import Entrant, by_password
from models.store.backup.restoring import restore
from models.store.backup.snapshot import open_key
from models.store.backup.unlocking import unlock, unlock_with_recovery
from models.store.change import change
from models.store.check import findings
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.opening import opened
from models.store.recovery_key import RecoveryKey
from models.store.tables import HistoryChange
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.models.store.backup.conftest import PEOPLE, add_people, names
from tests.models.store.first_keys import CHEAP, PASSWORD


class Made:
    """A closed register, a copy of it, and three more people since."""

    def __init__(self, path: Path, empty: Path) -> None:
        self.folder = make_register(path / "so", empty)
        self.shelf = path / "usb"
        self.shelf.mkdir()
        with stopped_at(TODAY), open_register(self.folder):
            add_people(1, PEOPLE)
            self.copy = make_copy(self.folder, self.shelf).path
            self.key = open_key()
            add_people(PEOPLE + 1, PEOPLE + 3)

    @property
    def manifest(self) -> Manifest:
        return read_manifest(self.copy)

    def entrant(self) -> Entrant:
        return Entrant("An", self.key)


@pytest.fixture
def made(tmp_path: Path, empty_register: Path) -> Made:
    return Made(tmp_path, empty_register)


def people(folder: RegisterFolder, password: str = PASSWORD, user: str = "An") -> int:
    with stopped_at(TODAY), opened(folder, user, lambda: password):
        assert findings() == []
        return int(Person.select().count())


def test_on_a_new_machine(made: Made, tmp_path: Path) -> None:
    new = RegisterFolder(tmp_path / "moi" / "so")
    key = unlock(made.copy, "", PASSWORD, new)
    assert look(new, made.copy, made.manifest, key) is None
    kept = restore(new, made.copy, Entrant("An", key))
    assert not kept.exists()
    assert people(new) == PEOPLE
    assert names(new.path) == ["keys.copy.json", "keys.json", "lock", "register.db", "reserve"]
    assert Vault.open(new).register == made.manifest.register


def test_on_the_same_machine_the_lost_are_counted_and_the_old_is_kept(made: Made) -> None:
    here = look(made.folder, made.copy, made.manifest, made.key)
    assert here is not None
    assert (here.live["people"], here.lost, here.readable) == (PEOPLE + 3, 3, True)
    with stopped_at(TODAY):
        kept = restore(made.folder, made.copy, made.entrant())
    assert people(made.folder) == PEOPLE
    assert people(RegisterFolder(kept)) == PEOPLE + 3
    with open_register(made.folder):
        title = f"Phục hồi từ bản sao lưu {made.copy.name}"
        assert HistoryChange.get(HistoryChange.title == title).user == "An"
    assert names(made.shelf) == [made.copy.name]


def test_nothing_is_lost_where_the_copy_is_newer_or_the_same(made: Made) -> None:
    with stopped_at(TODAY), open_register(made.folder):
        newer = make_copy(made.folder, made.shelf)
    here = look(made.folder, newer.path, newer.manifest, made.key)
    assert here is not None
    assert here.lost == 0
    restore(made.folder, made.copy, made.entrant())
    here = look(made.folder, newer.path, newer.manifest, made.key)
    assert here is not None
    assert here.lost == PEOPLE, "the restoring is an entry that the newer copy does not have"


def test_a_register_of_another_history_is_lost_whole(made: Made, empty_register: Path) -> None:
    other = make_register(made.shelf.parent / "khac", empty_register)
    with stopped_at(TODAY), open_register(other):
        add_people(1, 5)
    here = look(other, made.copy, made.manifest, made.key)
    assert here is not None
    assert (here.readable, here.lost) == (False, other.database.stat().st_size // 1000)
    kept = restore(other, made.copy, by_password(made.copy, "An", PASSWORD, other))
    assert people(other) == PEOPLE
    assert people(RegisterFolder(kept)) == 5


def test_a_damaged_register_is_replaced_and_kept(made: Made) -> None:
    made.folder.database.write_bytes(b"")
    here = look(made.folder, made.copy, made.manifest, made.key)
    assert here is not None
    assert (here.readable, here.lost) == (False, 1)
    kept = restore(made.folder, made.copy, made.entrant())
    assert people(made.folder) == PEOPLE
    assert (kept / "register.db").read_bytes() == b""


def test_who_was_shut_out_since_stays_out(made: Made) -> None:
    Vault.open(made.folder).set_password("An", "mật khẩu mới", made.key, params=CHEAP)
    assert unlock(made.copy, "An", "mật khẩu mới", made.folder) == made.key
    restore(made.folder, made.copy, made.entrant())
    assert people(made.folder, "mật khẩu mới") == PEOPLE
    with pytest.raises(AccessError):
        people(made.folder)


def test_with_the_recovery_sheet_and_a_new_password(made: Made, tmp_path: Path) -> None:
    text = RecoveryKey(made.key).text
    assert unlock_with_recovery(made.copy, text.lower()) == made.key
    new = RegisterFolder(tmp_path / "moi")
    restore(new, made.copy, Entrant("An", made.key, "mật khẩu khác"))
    assert people(new, "mật khẩu khác") == PEOPLE
    again = RegisterFolder(tmp_path / "moi2")
    restore(again, made.copy, Entrant("Bình", made.key, "của Bình"))
    assert people(again, "của Bình", "Bình") == PEOPLE
    assert people(again) == PEOPLE


def test_wrong_passwords_and_sheets_are_refused(made: Made, tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="Mật khẩu chưa đúng"):
        unlock(made.copy, "An", "sai", RegisterFolder(tmp_path / "moi"))
    with pytest.raises(AccessError, match="không phải của bản sao lưu này"):
        unlock_with_recovery(made.copy, RecoveryKey(bytes(32)).text)
    with pytest.raises(UserError, match="Chưa nhập mã khôi phục"):
        unlock_with_recovery(made.copy, "")


def test_a_damaged_copy_changes_nothing(made: Made) -> None:
    content = bytearray(made.copy.read_bytes())
    content[9000] ^= 1
    made.copy.write_bytes(content)
    before = names(made.folder.path)
    with pytest.raises(WorldError, match="hỏng"):
        restore(made.folder, made.copy, made.entrant())
    assert names(made.folder.path) == before
    assert people(made.folder) == PEOPLE + 3


def test_a_register_in_use_is_not_replaced(made: Made) -> None:
    with stopped_at(TODAY), open_register(made.folder):
        with pytest.raises(WorldError) as caught:
            restore(made.folder, made.copy, made.entrant())
        assert caught.value.kind is World.IN_USE
        assert Person.select().count() == PEOPLE + 3


def test_a_stopped_restore_changes_nothing(made: Made) -> None:
    for step in ("Đọc và kiểm tra bản sao lưu", "Chép vào máy"):

        def stop(_done: int, _total: int, text: str, step: str = step) -> None:
            if text == step:
                raise Cancelled

        with pytest.raises(Cancelled):
            restore(made.folder, made.copy, made.entrant(), stop)
        assert not list(made.folder.path.glob("re*-*"))
    assert people(made.folder) == PEOPLE + 3


@pytest.mark.parametrize("failing", range(1, 12))
def test_broken_off_at_any_renaming_the_next_opening_finishes_it(
    made: Made, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Before the exchange counts the old register stands, after it the new one, never a mix."""
    calls = []

    def replace(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == failing:
            raise OSError(5, "pulled")
        return real(path, target)

    real = Path.replace
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        try:
            restore(made.folder, made.copy, made.entrant())
        except WorldError as error:
            assert error.kind is World.GONE
    counted = bool(list(made.folder.path.glob("restored-*")))
    if counted:
        assert made.folder.exists()
        with (
            pytest.raises(WorldError, match="phục hồi dở"),
            opened(made.folder, "An", lambda: PASSWORD, read_only=True),
        ):
            pass
    assert people(made.folder) in ((PEOPLE,) if counted else (PEOPLE, PEOPLE + 3))
    assert not list(made.folder.path.glob("restor*"))


def test_the_log_of_a_dead_window_goes_with_its_register(made: Made) -> None:
    """A log left by a blackout must not be read into the restored file."""
    twin = RegisterFolder(made.folder.path.parent / "twin")
    twin.create()
    with stopped_at(TODAY), open_register(made.folder):
        add_people(90, 99)
        for part in made.folder.path.iterdir():
            shutil.copyfile(part, twin.path / part.name)
    assert (twin.path / "register.db-wal").stat().st_size
    kept = restore(twin, made.copy, made.entrant())
    assert people(twin) == PEOPLE
    assert people(RegisterFolder(kept)) == PEOPLE + 13


def test_a_folder_half_restored_counts_as_a_register(tmp_path: Path) -> None:
    folder = RegisterFolder(tmp_path)
    assert not folder.exists()
    (tmp_path / "restored-1").mkdir()
    assert folder.exists()
    pending.finish(folder)
    assert not folder.exists()


def test_a_drill_compares_everything_and_leaves_nothing(made: Made) -> None:
    with stopped_at(TODAY), open_register(made.folder):
        note_copy(Place("SAOLUU-01"), make_copy(made.folder, made.shelf))
        done = drill(made.folder, made.copy)
        assert (done.records, done.findings) == (PEOPLE, ())
        assert done.compared == PEOPLE + 1, "the office is compared, too"
        edited = Person.get_by_id(3)
        edited.full_name = "Trần Thị Sáu"
        with change("Sửa") as work:
            work.save(edited)
        assert drill(made.folder, made.copy).findings == ()
        assert not list(made.folder.path.glob("drill-*"))
        note_drill(made.copy.name, done.compared, 0)
        assert last_drill() is None, "this copy was never noted"


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE person SET note = 'khác' WHERE id = 3", "người số 3: nội dung khác"),
        ("DELETE FROM person WHERE id = 3", "người số 3: có trong bản sao lưu, không có"),
        ("DELETE FROM history_entry WHERE id = 4", "Nhật ký: mục 4 khác"),
    ],
)
def test_a_drill_finds_what_differs(made: Made, harm: str, told: str) -> None:
    with stopped_at(TODAY), open_register(made.folder):
        database.execute_sql(harm)
        found = drill(made.folder, made.copy).findings
    assert [sentence for sentence in found if told in sentence]


def test_restoring_never_thins(made: Made) -> None:
    with stopped_at(TODAY), open_register(made.folder):
        for _ in range(3):
            make_copy(made.folder, made.shelf)
    before = names(made.shelf)
    restore(made.folder, made.copy, made.entrant())
    assert names(made.shelf) == before
