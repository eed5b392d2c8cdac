"""Whoever knows a password gets in, nobody else; no failure and no damage may cost the key."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from models.errors import AccessError, UserError
from models.store import vault as vault_module
from models.store.folder import RegisterFolder
from models.store.key_slots import STANDARD_COST, Argon2Cost
from models.store.recovery_key import RecoveryKey
from models.store.vault import RECOVERY_SLOT, WRONG_PASSWORD, Vault
from tests.models.store.first_keys import CHEAP, PASSWORD, contents

pytestmark = pytest.mark.usefixtures("pauses")


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
    assert folder.attempts not in folder.path.iterdir()
    with pytest.raises(AccessError) as caught:
        vault.unlock(user, password)
    assert caught.value.message == WRONG_PASSWORD
    assert pauses == [vault_module.FAILURE_DELAY_SECONDS]
    assert contents(folder) == before
    others = [path for path in folder.path.iterdir() if path != folder.attempts]
    assert [path.stat() for path in others] == stamps
    assert vault.attempts.failures() == 1


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
