"""Whatever happens to the two key files, the key is not lost while one of them is whole."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from models.errors import AccessError, World, WorldError
from models.store import vault as vault_module
from models.store.folder import RegisterFolder
from models.store.recovery_key import RecoveryKey
from models.store.vault import Vault
from tests.models.store.first_keys import CHEAP, PASSWORD, contents

pytestmark = pytest.mark.usefixtures("pauses")


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
