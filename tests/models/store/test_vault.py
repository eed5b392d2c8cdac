"""Whoever knows a password gets in, nobody else; no failure and no damage may cost the key."""

from __future__ import annotations

import errno
import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from models.errors import AccessError, UserError, World, WorldError
from models.store import vault as vault_module
from models.store.folder import RegisterFolder
from models.store.key_slots import STANDARD_COST, Argon2Cost
from models.store.recovery_key import RecoveryKey
from models.store.vault import RECOVERY_SLOT, WRONG_PASSWORD, Vault

CHEAP = Argon2Cost(time_cost=1, memory_kib=8, parallelism=1)
PASSWORD = "Mật khẩu của Đội 3"


@pytest.fixture
def folder(tmp_path: Path) -> RegisterFolder:
    return RegisterFolder(tmp_path)


@pytest.fixture
def recovery(folder: RegisterFolder) -> RecoveryKey:
    return Vault.create(folder, "An", PASSWORD, params=CHEAP)[1]


@pytest.fixture
def vault(folder: RegisterFolder, recovery: RecoveryKey) -> Vault:
    return Vault.open(folder)


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    taken: list[float] = []
    monkeypatch.setattr("models.store.vault.time.sleep", taken.append)
    return taken


def contents(folder: RegisterFolder) -> tuple[bytes, bytes]:
    return folder.keys.read_bytes(), folder.keys_copy.read_bytes()


def test_the_password_gives_the_key_of_the_sheet(vault: Vault, recovery: RecoveryKey) -> None:
    assert vault.unlock("An", PASSWORD) == recovery.data_key
    assert len(recovery.data_key) == 32


def test_two_registers_never_share_a_key(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        folder = RegisterFolder(tmp_path / name)
        folder.create()
        made.append(Vault.create(folder, "An", PASSWORD, params=CHEAP))
    assert made[0][1].data_key != made[1][1].data_key
    assert made[0][0].register != made[1][0].register


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_the_same_password_from_any_keyboard(
    vault: Vault, recovery: RecoveryKey, form: str
) -> None:
    typed = unicodedata.normalize(form, PASSWORD)  # type: ignore[arg-type]
    assert vault.unlock("An", typed) == recovery.data_key


@pytest.mark.parametrize("name", ["an", " AN ", "An"])
def test_names_are_found_in_any_case(vault: Vault, recovery: RecoveryKey, name: str) -> None:
    assert vault.unlock(name, PASSWORD) == recovery.data_key


@pytest.mark.parametrize(
    ("user", "password"),
    [("An", "sai"), ("An", ""), ("An", PASSWORD + " "), ("Bình", PASSWORD), ("", ""), ("*", "")],
)
def test_whoever_is_refused_hears_the_same_after_a_delay(
    vault: Vault, folder: RegisterFolder, pauses: list[float], user: str, password: str
) -> None:
    before, stamps = contents(folder), [path.stat() for path in folder.path.iterdir()]
    with pytest.raises(AccessError) as caught:
        vault.unlock(user, password)
    assert caught.value.message == WRONG_PASSWORD
    assert pauses == [vault_module.FAILURE_DELAY_SECONDS]
    assert contents(folder) == before
    assert [path.stat() for path in folder.path.iterdir()] == stamps


def test_an_unknown_name_costs_the_same_work(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    import argon2.low_level

    costs: list[object] = []
    derive = argon2.low_level.hash_secret_raw

    def counting(*args: object, **options: object) -> bytes:
        costs.append([options[name] for name in ("time_cost", "memory_cost", "parallelism")])
        return derive(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(argon2.low_level, "hash_secret_raw", counting)
    for user in ("An", "Nobody"):
        with pytest.raises(AccessError):
            vault.unlock(user, "sai")
    assert costs == [[1, 8, 1], [1, 8, 1]]


def test_success_does_not_wait(vault: Vault, pauses: list[float]) -> None:
    vault.unlock("An", PASSWORD)
    assert pauses == []


def test_the_standard_cost_is_used_unless_told(folder: RegisterFolder) -> None:
    vault, recovery = Vault.create(folder, "An", PASSWORD)
    cost = json.loads(folder.keys.read_bytes())["slots"][0]["cost"]
    assert cost == {"time_cost": 3, "memory_kib": 64 * 1024, "parallelism": 4}
    assert vault.unlock("An", PASSWORD) == recovery.data_key
    assert Argon2Cost() == STANDARD_COST


def test_no_secret_stands_in_the_files(folder: RegisterFolder, recovery: RecoveryKey) -> None:
    for content in contents(folder):
        text = content.decode().lower()
        assert recovery.data_key.hex() not in text
        assert recovery.text.lower() not in text
        assert PASSWORD.lower() not in text


def test_several_people_each_with_their_own_password(vault: Vault, folder: RegisterFolder) -> None:
    data_key = vault.unlock("An", PASSWORD)
    vault.add_slot("Bình", "khác", data_key, params=CHEAP)
    again = Vault.open(folder)
    assert again.users() == ["An", "Bình"]
    assert again.unlock("Bình", "khác") == again.unlock("An", PASSWORD) == data_key
    with pytest.raises(AccessError):
        again.unlock("Bình", PASSWORD)


@pytest.mark.parametrize("name", ["An", "an", unicodedata.normalize("NFD", "AN "), "", "  ", "*"])
def test_a_name_is_given_once_and_never_empty(vault: Vault, name: str) -> None:
    data_key = vault.unlock("An", PASSWORD)
    with pytest.raises(UserError) as caught:
        vault.add_slot(name, "x", data_key, params=CHEAP)
    assert caught.value.field == "user"
    assert vault.users() == ["An"]


def test_an_empty_password_is_refused(vault: Vault, folder: RegisterFolder) -> None:
    before = contents(folder)
    data_key = vault.unlock("An", PASSWORD)
    with pytest.raises(UserError, match="Chưa nhập mật khẩu"):
        vault.add_slot("Bình", "", data_key, params=CHEAP)
    with pytest.raises(UserError, match="Chưa nhập mật khẩu"):
        vault.change_password("An", PASSWORD, "", params=CHEAP)
    assert contents(folder) == before


def test_change_password(vault: Vault, folder: RegisterFolder, recovery: RecoveryKey) -> None:
    vault.change_password("An", PASSWORD, "mới", params=CHEAP)
    again = Vault.open(folder)
    assert again.unlock("An", "mới") == recovery.data_key
    assert again.unlock_with_recovery(recovery.text) == recovery.data_key
    with pytest.raises(AccessError):
        again.unlock("An", PASSWORD)


def test_change_password_needs_the_old_one(vault: Vault, folder: RegisterFolder) -> None:
    before = contents(folder)
    with pytest.raises(AccessError):
        vault.change_password("An", "sai", "mới", params=CHEAP)
    assert contents(folder) == before


def test_a_forgotten_password_is_set_anew_with_the_sheet(
    vault: Vault, recovery: RecoveryKey
) -> None:
    data_key = vault.unlock_with_recovery(recovery.text.lower())
    vault.set_password("an", "mới", data_key, params=CHEAP)
    assert vault.unlock("An", "mới") == data_key
    assert vault.users() == ["An"]
    with pytest.raises(UserError, match="Không có người dùng “Bình”"):
        vault.set_password("Bình", "mới", data_key, params=CHEAP)


def test_a_foreign_key_is_never_sealed(vault: Vault) -> None:
    with pytest.raises(ValueError, match="another register"):
        vault.add_slot("Bình", "x", bytes(32), params=CHEAP)


def test_remove_slot(vault: Vault, folder: RegisterFolder) -> None:
    vault.add_slot("Bình", "khác", vault.unlock("An", PASSWORD), params=CHEAP)
    vault.remove_slot("an")
    assert Vault.open(folder).users() == ["Bình"]
    with pytest.raises(AccessError):
        vault.unlock("An", PASSWORD)


@pytest.mark.parametrize("user", ["An", RECOVERY_SLOT, "Bình"])
def test_the_last_slot_and_the_recovery_slot_stay(
    vault: Vault, folder: RegisterFolder, user: str
) -> None:
    before = contents(folder)
    with pytest.raises(UserError):
        vault.remove_slot(user)
    assert contents(folder) == before


def test_the_sheet_of_another_register_is_refused(vault: Vault) -> None:
    with pytest.raises(AccessError, match="không phải của sổ này"):
        vault.unlock_with_recovery(RecoveryKey(bytes(32)).text)


def test_a_register_is_never_made_over_another(folder: RegisterFolder, vault: Vault) -> None:
    before = contents(folder)
    with pytest.raises(UserError, match="Đã có một sổ ở đây"):
        Vault.create(folder, "Bình", "x", params=CHEAP)
    folder.keys.unlink()
    with pytest.raises(UserError, match="Đã có một sổ ở đây"):
        Vault.create(folder, "Bình", "x", params=CHEAP)
    folder.keys_copy.unlink()
    folder.database.touch()
    with pytest.raises(UserError, match="Đã có một sổ ở đây"):
        Vault.create(folder, "Bình", "x", params=CHEAP)
    assert before[0] == before[1]


def test_lost_slots_are_made_anew_from_the_sheet(
    folder: RegisterFolder, recovery: RecoveryKey
) -> None:
    folder.database.touch()
    for path in (folder.keys, folder.keys_copy):
        path.write_bytes(b"rubbish")
    typed = RecoveryKey.parse(recovery.text)
    Vault.create(folder, "Bình", "mới", params=CHEAP, recovery=typed)
    again = Vault.open(folder)
    assert again.unlock("Bình", "mới") == recovery.data_key
    assert again.unlock_with_recovery(recovery.text) == recovery.data_key


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flip(content: bytes) -> bytes:
    """Damage a salt so that the file still reads as JSON."""
    at = content.index(b'"salt": "') + 12
    return content[:at] + (b"0" if content[at : at + 1] != b"0" else b"1") + content[at + 1 :]


@pytest.mark.parametrize(
    "damage", [cut, flip, lambda _: b"", lambda _: b"[]", lambda _: b"7", lambda _: b"\xff\x00"]
)
@pytest.mark.parametrize("which", ["keys", "keys_copy"])
def test_one_damaged_file_is_mended_from_the_other(
    folder: RegisterFolder,
    recovery: RecoveryKey,
    which: str,
    damage: Callable[[bytes], bytes],
) -> None:
    before = contents(folder)
    path: Path = getattr(folder, which)
    path.write_bytes(damage(path.read_bytes()))
    assert Vault.open(folder, repair=False).unlock("An", PASSWORD) == recovery.data_key
    assert contents(folder) != before
    assert Vault.open(folder).unlock("An", PASSWORD) == recovery.data_key
    assert contents(folder) == before


def test_every_flipped_byte_is_survived(folder: RegisterFolder, recovery: RecoveryKey) -> None:
    good = folder.keys.read_bytes()
    for at in range(0, len(good), 7):
        folder.keys.write_bytes(good[:at] + bytes([good[at] ^ 4]) + good[at + 1 :])
        Vault.open(folder)
        assert contents(folder) == (good, good)


def test_a_missing_file_is_written_again(folder: RegisterFolder, recovery: RecoveryKey) -> None:
    before = contents(folder)
    folder.keys.unlink()
    Vault.open(folder)
    assert contents(folder) == before


def test_the_first_file_decides_when_both_are_whole(folder: RegisterFolder, vault: Vault) -> None:
    old = folder.keys_copy.read_bytes()
    vault.change_password("An", PASSWORD, "mới", params=CHEAP)
    folder.keys_copy.write_bytes(old)
    Vault.open(folder).unlock("An", "mới")
    assert folder.keys_copy.read_bytes() == folder.keys.read_bytes()


def test_both_damaged_names_the_sheet(folder: RegisterFolder, recovery: RecoveryKey) -> None:
    for path in (folder.keys, folder.keys_copy):
        path.write_bytes(cut(path.read_bytes()))
    with pytest.raises(WorldError, match=r"đều hỏng .*phiếu khôi phục") as caught:
        Vault.open(folder)
    assert caught.value.kind is World.DAMAGED


def test_both_missing_names_the_sheet_only_where_there_is_a_register(
    folder: RegisterFolder,
) -> None:
    with pytest.raises(WorldError, match="Chưa có sổ nào ở đây") as caught:
        Vault.open(folder)
    assert caught.value.kind is World.MISSING
    folder.database.touch()
    with pytest.raises(WorldError, match=r"đều mất .*phiếu khôi phục") as caught:
        Vault.open(folder)
    assert caught.value.kind is World.MISSING


def test_a_drive_that_refuses_one_file_is_survived(
    folder: RegisterFolder, recovery: RecoveryKey
) -> None:
    folder.keys.unlink()
    folder.keys.mkdir()
    assert Vault.open(folder).unlock("An", PASSWORD) == recovery.data_key
    folder.keys_copy.unlink()
    with pytest.raises(WorldError, match="Chưa đọc tệp khóa được"):
        Vault.open(folder)


def signed(body: dict[str, object]) -> bytes:
    from models.store import key_slots

    body.pop("sum", None)
    return json.dumps({**body, "sum": key_slots._sum(body)}).encode()


def test_a_newer_key_file_is_refused(folder: RegisterFolder, recovery: RecoveryKey) -> None:
    body = json.loads(folder.keys.read_bytes())
    folder.keys.write_bytes(signed({**body, "format": 2}))
    before = contents(folder)
    with pytest.raises(WorldError) as caught:
        Vault.open(folder)
    assert caught.value.kind is World.NEWER
    assert contents(folder) == before


@pytest.mark.parametrize(
    "change", [{"user": "Bình"}, {"cost": {"time_cost": 2, "memory_kib": 8, "parallelism": 1}}]
)
def test_a_slot_rewritten_by_hand_opens_nothing(
    folder: RegisterFolder, recovery: RecoveryKey, change: dict[str, object]
) -> None:
    body = json.loads(folder.keys.read_bytes())
    body["slots"][0].update(change)
    folder.keys.write_bytes(signed(body))
    vault = Vault.open(folder)
    with pytest.raises(AccessError):
        vault.unlock(vault.users()[0], PASSWORD)


@pytest.mark.parametrize("slots", [[], [{"cost": {"memory_kib": 1 << 40}}], [{"cost": {"x": 1}}]])
def test_a_forged_cost_counts_as_damage(
    folder: RegisterFolder, recovery: RecoveryKey, slots: list[dict[str, object]]
) -> None:
    body = json.loads(folder.keys.read_bytes())
    body["slots"] = [{**body["slots"][0], **slot} for slot in slots]
    forged = signed(body)
    folder.keys.write_bytes(forged)
    Vault.open(folder)
    assert folder.keys.read_bytes() != forged


def test_a_change_that_fails_at_any_step_has_not_happened(
    folder: RegisterFolder, recovery: RecoveryKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = fail_at = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            nonlocal calls
            calls += 1
            if calls == fail_at:
                raise OSError(errno.ENOSPC, "full")
            return real(*args, **options)

        return call

    while True:
        fail_at += 1
        vault = Vault.open(folder)
        with monkeypatch.context() as patch:
            calls = 0
            for owner, name in [(os, "open"), (os, "fsync"), (Path, "replace")]:
                patch.setattr(owner, name, counted(getattr(owner, name)))
            try:
                vault.change_password("An", PASSWORD, "mới", params=CHEAP)
                break
            except WorldError as error:
                assert error.kind is World.DISK_FULL
        if calls <= 8:  # everything before the second name is in place
            assert Vault.open(folder).unlock("An", PASSWORD) == recovery.data_key
        else:
            Vault.open(folder).unlock("An", "mới")
            vault.set_password("An", PASSWORD, recovery.data_key, params=CHEAP)
        assert set(folder.path.iterdir()) == {folder.keys, folder.keys_copy}
    assert fail_at == 11
    assert Vault.open(folder).unlock("An", "mới") == recovery.data_key


def test_a_part_file_left_by_a_blackout_is_no_obstacle(
    folder: RegisterFolder, vault: Vault
) -> None:
    for path in (folder.keys, folder.keys_copy):
        path.with_name(path.name + ".part").write_bytes(b"half")
    vault.change_password("An", PASSWORD, "mới", params=CHEAP)
    assert set(folder.path.iterdir()) == {folder.keys, folder.keys_copy}


def test_a_write_protected_drive_can_still_be_opened(
    folder: RegisterFolder, recovery: RecoveryKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.keys.write_bytes(b"")

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "read only")

    monkeypatch.setattr(vault_module, "replace_file", refuse)
    assert Vault.open(folder).unlock("An", PASSWORD) == recovery.data_key
