"""Who gets in, as what, and what each may do; nobody is ever locked out of the last way in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from models import clock
from models.clock import stopped_at
from models.errors import AccessError, UserError
from models.registers.office import Signer
from models.registers.people import Person
from models.registers.users import User
from models.roles import RIGHTS, Right, Role
from models.store import accounts, vault
from models.store.attempts import FREE, LONGEST_WAIT, Attempts, wait_after
from models.store.change import change
from models.store.check import findings
from models.store.folder import RegisterFolder
from models.store.history import broken_links
from models.store.opening import NewRegister, create, opened
from models.store.session import has_given_password, may, user
from models.store.tables import HistoryChange, HistoryEntry
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import make_register
from tests.models.store.first_keys import CHEAP, PASSWORD

NEW = "bà con xóm Bình 26"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keys at a cost tests can bear, no pause after a wrong password, one day."""
    monkeypatch.setattr(vault, "STANDARD_COST", CHEAP)
    monkeypatch.setattr(vault, "FAILURE_DELAY_SECONDS", 0)
    with stopped_at(TODAY):
        yield


@pytest.fixture
def folder(tmp_path: Path, empty_register: Path) -> RegisterFolder:
    return make_register(tmp_path / "so", empty_register)


def added(folder: RegisterFolder, role: Role, name: str = "Bình") -> None:
    with opened(folder, "An", lambda: PASSWORD):
        accounts.add(folder, name, role, NEW)


def titles() -> list[str]:
    return [row.title for row in HistoryChange.select().order_by(HistoryChange.id)]


def test_whoever_makes_a_register_runs_it(tmp_path: Path) -> None:
    folder = RegisterFolder(tmp_path / "mới")
    create(folder, NewRegister("Cà Mau", "Hưng Hội", "Trần Minh Khang", PASSWORD))
    with opened(folder, "trần minh khang", lambda: PASSWORD):
        assert user() == "Trần Minh Khang"
        assert [(one.name, one.role) for one in accounts.users()] == [
            ("Trần Minh Khang", Role.ADMIN)
        ]
        assert all(map(may, Right))
        assert findings() == []


@pytest.mark.parametrize(
    ("post", "signers"),
    [
        ("Trưởng Công an xã", [("Trần Minh Khang", "Đại úy", False)]),
        ("PTCAX", [("Trần Minh Khang", "Đại úy", True)]),
        ("Cán bộ", []),
        ("", []),
    ],
)
def test_whoever_signs_by_their_post_is_a_signer_from_the_beginning(
    tmp_path: Path, post: str, signers: list[tuple[str, str, bool]]
) -> None:
    folder = RegisterFolder(tmp_path / "mới")
    place = ("Cà Mau", "Hưng Hội", "Trần Minh Khang", PASSWORD)
    create(folder, NewRegister(*place, rank="Đại úy", post=post))
    with opened(folder, "Trần Minh Khang", lambda: PASSWORD):
        assert [(one.rank, one.post) for one in accounts.users()] == [("Đại úy", post)]
        assert [(one.full_name, one.rank, one.acting) for one in Signer.select()] == signers
        accounts.describe("Trần Minh Khang", "Thiếu tá", post)
        assert accounts.users()[0].rank == "Thiếu tá"
        assert titles()[-1] == "Sửa cấp bậc, chức vụ của Trần Minh Khang"
        assert findings() == []


def test_a_register_from_before_roles_is_taken_up(folder: RegisterFolder) -> None:
    Vault.open(folder).add_slot("Cúc", NEW, Vault.open(folder).unlock("An", PASSWORD), params=CHEAP)
    with opened(folder, "Cúc", lambda: NEW):
        roles = {one.name: one.role for one in accounts.users()}
        assert roles == {"An": Role.ADMIN, "Cúc": Role.OFFICER}
        assert not may(Right.USERS)


@pytest.mark.parametrize("role", list(Role))
def test_a_person_does_what_the_role_may(folder: RegisterFolder, role: Role) -> None:
    added(folder, role)
    with opened(folder, "Bình", lambda: NEW):
        assert {right for right in Right if may(right)} == RIGHTS[role]
        if may(Right.WRITE):
            with change("Thêm người") as work:
                work.save(Person(full_name="Kim Thị Út"))
        else:
            with pytest.raises(AccessError, match="“Bình” không được sửa sổ"), change("Thêm"):
                pass
        assert Person.select().count() == may(Right.WRITE)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEADER, Role.VIEWER])
def test_only_who_runs_the_register_changes_its_people(folder: RegisterFolder, role: Role) -> None:
    added(folder, role)
    acts: list[Callable[[], object]] = [
        lambda: accounts.add(folder, "Dung", Role.ADMIN, NEW),
        lambda: accounts.end(folder, "An"),
        lambda: accounts.take_back(folder, "An", NEW),
        lambda: accounts.set_role("Bình", Role.ADMIN),
        lambda: accounts.reset_password(folder, "An", NEW),
        lambda: accounts.describe("An", "Đại úy", "Cán bộ"),
    ]
    with opened(folder, "Bình", lambda: NEW):
        for act in acts:
            with pytest.raises(AccessError, match="không được quản lý người dùng"):
                act()
        assert [one.role for one in accounts.users()] == [Role.ADMIN, role]


def test_an_ended_person_is_out_and_can_be_taken_back(folder: RegisterFolder) -> None:
    added(folder, Role.OFFICER)
    with opened(folder, "An", lambda: PASSWORD):
        accounts.end(folder, "bình")
        assert [one.disabled for one in accounts.users()] == [False, True]
    with pytest.raises(AccessError), opened(folder, "Bình", lambda: NEW):
        pass
    with opened(folder, "An", lambda: PASSWORD):
        accounts.take_back(folder, "Bình", "một câu khác hẳn")
    with opened(folder, "Bình", lambda: "một câu khác hẳn"):
        assert has_given_password()
        assert findings() == []


def test_a_slot_left_by_a_crash_only_looks_on(folder: RegisterFolder) -> None:
    with opened(folder, "An", lambda: PASSWORD):
        pass
    keys = Vault.open(folder)
    keys.add_slot("Dung", NEW, keys.unlock("An", PASSWORD), params=CHEAP)
    with opened(folder, "Dung", lambda: NEW):
        assert not any(map(may, Right))


def test_a_crash_between_slot_and_row_shuts_an_ended_person_out(folder: RegisterFolder) -> None:
    added(folder, Role.OFFICER)
    with opened(folder, "An", lambda: PASSWORD), change("Ngừng", kind="event") as work:
        row = User.get(User.name == "Bình")
        row.disabled = True
        work.save(row)
    with pytest.raises(AccessError, match="“Bình” đã ngừng"), opened(folder, "Bình", lambda: NEW):
        pass


def test_the_last_who_runs_the_register_stays(folder: RegisterFolder) -> None:
    added(folder, Role.OFFICER)
    with opened(folder, "An", lambda: PASSWORD):
        with pytest.raises(UserError, match="người quản trị cuối cùng"):
            accounts.set_role("An", Role.OFFICER)
        with pytest.raises(UserError, match="chính mình"):
            accounts.end(folder, "An")
        accounts.set_role("Bình", Role.ADMIN)
        accounts.set_role("An", Role.OFFICER)
    with opened(folder, "An", lambda: PASSWORD):
        assert not may(Right.USERS)


@pytest.mark.parametrize(
    ("name", "password", "message"),
    [
        ("Dung", "", "Chưa nhập mật khẩu"),
        ("Dung", "ngắn", "cần từ 8 ký tự, đang có 4"),
        ("Dung", "aaaaaaaa", "dễ đoán"),
        ("Nguyễn Dung", "nguyễn dung", "dễ đoán"),
        ("", NEW, "Chưa nhập tên"),
        ("AN", NEW, "Đã có người dùng"),
    ],
)
def test_who_cannot_be_added(
    folder: RegisterFolder, name: str, password: str, message: str
) -> None:
    with opened(folder, "An", lambda: PASSWORD):
        with pytest.raises(UserError, match=message):
            accounts.add(folder, name, Role.OFFICER, password)
        assert len(accounts.users()) == len(Vault.open(folder).users()) == 1


def test_a_new_person_chooses_a_password_of_their_own(folder: RegisterFolder) -> None:
    added(folder, Role.VIEWER)
    with opened(folder, "Bình", lambda: NEW):
        assert has_given_password()
        with pytest.raises(AccessError):
            accounts.change_own_password(folder, "sai hẳn rồi", "một câu của riêng tôi")
        with pytest.raises(UserError, match="giống mật khẩu cũ"):
            accounts.change_own_password(folder, NEW, NEW)
        accounts.change_own_password(folder, NEW, "một câu của riêng tôi")
        assert not has_given_password()
    with opened(folder, "Bình", lambda: "một câu của riêng tôi"):
        assert "Bình đổi mật khẩu" in titles()
        assert list(broken_links()) == []


def test_a_forgotten_password_is_reset(folder: RegisterFolder) -> None:
    added(folder, Role.OFFICER)
    with opened(folder, "An", lambda: PASSWORD):
        accounts.reset_password(folder, "Bình", "câu do An đặt")
        assert "Đặt lại mật khẩu của Bình" in titles()
    with pytest.raises(AccessError), opened(folder, "Bình", lambda: NEW):
        pass
    with opened(folder, "Bình", lambda: "câu do An đặt"):
        assert has_given_password()


def test_no_password_stands_in_the_history(folder: RegisterFolder) -> None:
    added(folder, Role.OFFICER)
    with opened(folder, "An", lambda: PASSWORD):
        accounts.reset_password(folder, "Bình", "câu do An đặt")
        told = [row.detail + row.subject for row in HistoryEntry.select()]
        assert not any(word in line for line in told + titles() for word in (NEW, "câu do An đặt"))


# -- wrong passwords


def test_every_opening_is_told_with_the_failures_before_it(folder: RegisterFolder) -> None:
    for _ in range(2):
        with pytest.raises(AccessError), opened(folder, "An", lambda: "sai"):
            pass
    with opened(folder, "An", lambda: PASSWORD, read_only=False):
        assert titles()[-1] == "Mở sổ, sau 2 lần sai mật khẩu"
        assert HistoryChange.select().order_by(HistoryChange.id.desc()).get().user == "An"
    with opened(folder, "An", lambda: PASSWORD):
        assert titles()[-1] == "Mở sổ"


def test_a_reader_that_guessed_is_told_too(folder: RegisterFolder) -> None:
    with opened(folder, "An", lambda: PASSWORD):
        count = len(titles())
    with opened(folder, "An", lambda: PASSWORD, read_only=True):
        assert len(titles()) == count
    with pytest.raises(AccessError), opened(folder, "An", lambda: "sai", read_only=True):
        pass
    with opened(folder, "An", lambda: PASSWORD, read_only=True):
        assert titles()[-1] == "Mở sổ, sau 1 lần sai mật khẩu"
    names = sorted(path.name for path in folder.path.iterdir())
    assert not [name for name in names if name.endswith(("-wal", "-shm"))]


def test_waits_grow_and_end() -> None:
    waits = [wait_after(failures) for failures in range(FREE + 9)]
    assert waits[:FREE] == [0] * FREE
    assert waits[FREE : FREE + 3] == [5, 10, 20]
    assert waits == sorted(waits)
    assert waits[-1] == wait_after(10**9) == LONGEST_WAIT


def test_after_three_wrong_ones_even_the_right_one_waits(folder: RegisterFolder) -> None:
    keys = Vault.open(folder)
    for _ in range(FREE):
        with pytest.raises(AccessError, match="chưa đúng"):
            keys.unlock("An", "sai")
    with pytest.raises(AccessError, match="Đã sai mật khẩu 3 lần liền"):
        Vault.open(folder).unlock("An", PASSWORD)
    with stopped_at(TODAY + timedelta(seconds=5)), opened(folder, "An", lambda: PASSWORD):
        assert keys.attempts.failures() == 0


def test_a_clock_put_back_does_not_lock_for_years(folder: RegisterFolder) -> None:
    attempts = Attempts(folder.attempts)
    for _ in range(FREE):
        attempts.failed()
    past = TODAY - timedelta(days=9000)
    with stopped_at(past), pytest.raises(AccessError, match="Chờ 5 giây"):
        attempts.refuse_haste()
    with stopped_at(past + timedelta(seconds=5)):
        attempts.refuse_haste()


@pytest.mark.parametrize("rest", [b"", b"{}", b"\xff\xfe", b'{"failures": "x", "last": 3}', b"[]"])
def test_a_damaged_count_is_no_reason_to_stay_out(folder: RegisterFolder, rest: bytes) -> None:
    folder.attempts.write_bytes(rest)
    with opened(folder, "An", lambda: PASSWORD):
        assert user() == "An"
    assert clock.now() == TODAY
