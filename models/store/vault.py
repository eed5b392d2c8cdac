"""The data key of a register, sealed once for every person's password; the records never see one.

The recovery slot seals nothing: the printed sheet is the data key itself (recovery_key), and the
slot proves that a typed sheet belongs to this register. When both key files are lost the sheet
still opens the database, and `Vault.create` with that key makes new slots.

The slots are written twice. ``keys.json`` decides, the copy serves when it is damaged; the copy is
written first, so that a change reported as failed has not happened.
"""

from __future__ import annotations

import os
import time
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from models.errors import AccessError, UserError, World, WorldError
from models.store.attempts import Attempts
from models.store.folder import RegisterFolder, replace_file
from models.store.key_slots import (
    STANDARD_COST,
    Argon2Cost,
    KeyFile,
    Slot,
    blank_slot,
    read_first,
    seal,
    unseal,
)
from models.store.recovery_key import KEY_BYTES, RecoveryKey
from models.store.world import world

FAILURE_DELAY_SECONDS: Final = 0.5
WRONG_PASSWORD: Final = "Mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt."
RECOVERY_SLOT: Final = "*"  # no person can have this name


class Vault:
    """The key slots of one register folder. Only the holder of the register's lock changes them.

    Attributes:
        attempts: wrong passwords in a row; forgotten once they are told in the history.
    """

    def __init__(self, folder: RegisterFolder, file: KeyFile) -> None:
        self._folder = folder
        self._file = file
        self.attempts = Attempts(folder.attempts)

    @classmethod
    def create(
        cls,
        folder: RegisterFolder,
        user: str,
        password: str,
        *,
        params: Argon2Cost | None = None,
        recovery: RecoveryKey | None = None,
    ) -> tuple[Vault, RecoveryKey]:
        """Make the key slots of a register with its first person.

        Args:
            folder: where; must exist.
            user: name of the first person.
            password: theirs.
            params: another cost than the standard one; only tests go below it.
            recovery: the sheet of an existing database whose slots were lost; a new random key
                otherwise. That the key opens the database is for the caller to try first.

        Returns:
            The vault, and the key to print for the recovery sheet.

        Raises:
            UserError: name or password missing, or readable key slots are there already.
            WorldError: the disk failed.
        """
        with world("tạo sổ"):
            taken = read_first((folder.keys, folder.keys_copy))
        if taken or (folder.exists() and not recovery):
            raise UserError(f"Đã có một sổ ở đây: {folder.path}. Chọn thư mục khác.")
        key = recovery or RecoveryKey(os.urandom(KEY_BYTES))
        vault = cls(folder, KeyFile.new(key.data_key))
        vault.add_slot(user, password, key.data_key, params=params)
        return vault, key

    @classmethod
    def open(cls, folder: RegisterFolder, *, repair: bool = True) -> Vault:
        """Read the key slots; a damaged or missing file is written again from the other one.

        Args:
            folder: the register.
            repair: False for commands that only read, while another program may be writing.

        Raises:
            WorldError: neither file can be read, or a newer program wrote them. The recovery sheet
                still opens the database.
        """
        with world("đọc tệp khóa"):
            file = read_first((folder.keys, folder.keys_copy))
        if file is None:
            raise _lost(folder)
        vault = cls(folder, file)
        if repair:
            vault._mend()
        return vault

    @property
    def register(self) -> str:
        """The identity of the register, 32 hexadecimal digits."""
        return self._file.register

    def users(self) -> list[str]:
        """Return the names that can unlock, in the order they were added."""
        return [slot.user for slot in self._file.slots]

    def content(self) -> bytes:
        """Return the key slots as they stand in the files, for a backup."""
        return self._file.content()

    def proves(self, data_key: bytes) -> bool:
        """Say whether a data key is this register's, without opening the database."""
        return self._file.proves(data_key)

    def put_into(self, folder: RegisterFolder) -> Vault:
        """Write the same slots into another folder; return the vault there.

        Raises:
            WorldError: the disk failed.
        """
        vault = Vault(folder, self._file)
        vault._write(self._file.slots)
        return vault

    def unlock(self, user: str, password: str) -> bytes:
        """Return the data key.

        Raises:
            AccessError: wrong password or no such person: the same sentence after the same work and
                a short delay, and only the count of failures is written; or one too soon after
                several wrong ones, which is not looked at.
        """
        self.attempts.refuse_haste()
        slot = self._find(user) or blank_slot("", self._file.slots[0].cost)
        data_key = unseal(self.register, slot, password)
        if data_key is None:
            self.attempts.failed()
            time.sleep(FAILURE_DELAY_SECONDS)
            raise AccessError(WRONG_PASSWORD)
        return data_key

    def name_of(self, user: str) -> str:
        """Return a person's name as it was given to the register.

        Raises:
            UserError: no such person.
        """
        return self._known(user).user

    def unlock_with_recovery(self, text: str) -> bytes:
        """Return the data key typed from the recovery sheet.

        Raises:
            UserError: mistyped; the message names the group.
            AccessError: a sheet, but of another register.
        """
        data_key = RecoveryKey.parse(text).data_key
        if not self._file.proves(data_key):
            raise AccessError(
                "Mã này viết đúng nhưng không phải của sổ này. Tìm phiếu khôi phục in cho sổ này."
            )
        return data_key

    def add_slot(
        self, user: str, password: str, data_key: bytes, *, params: Argon2Cost | None = None
    ) -> None:
        """Let one more person unlock.

        Raises:
            UserError: name or password missing, or the name is taken.
            WorldError: the disk failed; nothing has changed.
        """
        name = unicodedata.normalize("NFC", user).strip()
        if not name or name == RECOVERY_SLOT:
            raise UserError("Chưa nhập tên người dùng.", field="user", value=user)
        if self._find(name):
            raise UserError(f"Đã có người dùng “{name}”. Chọn tên khác.", field="user", value=user)
        slot = self._sealed(blank_slot(name, params or STANDARD_COST), password, data_key)
        self._write((*self._file.slots, slot))

    def change_password(
        self, user: str, old: str, new: str, *, params: Argon2Cost | None = None
    ) -> None:
        """Let a person replace their own password.

        Raises:
            AccessError: the old one is wrong.
            UserError: the new one is missing.
            WorldError: the disk failed; the old password stays.
        """
        self.set_password(user, new, self.unlock(user, old), params=params)

    def set_password(
        self, user: str, new: str, data_key: bytes, *, params: Argon2Cost | None = None
    ) -> None:
        """Give a person a new password, by someone who has unlocked the register.

        Raises:
            UserError: no such person, or the password is missing.
            WorldError: the disk failed; the old password stays.
        """
        old = self._known(user)
        fresh = self._sealed(blank_slot(old.user, params or STANDARD_COST), new, data_key)
        self._write(fresh if slot is old else slot for slot in self._file.slots)

    def remove_slot(self, user: str) -> None:
        """Take away a person's way in. Who may have kept the data key is shut out only by a rekey.

        Raises:
            UserError: no such person, the last one, or the recovery slot.
            WorldError: the disk failed; nothing has changed.
        """
        if user == RECOVERY_SLOT:
            raise UserError("Không bỏ được phiếu khôi phục của sổ.", field="user", value=user)
        leaving = self._known(user)
        if len(self._file.slots) == 1:
            raise UserError(
                f"“{leaving.user}” là người cuối cùng mở được sổ. Thêm người khác trước.",
                field="user",
                value=user,
            )
        self._write(slot for slot in self._file.slots if slot is not leaving)

    def _find(self, user: str) -> Slot | None:
        wanted = same_name(user)
        return next((slot for slot in self._file.slots if same_name(slot.user) == wanted), None)

    def _known(self, user: str) -> Slot:
        slot = self._find(user)
        if slot is None:
            raise UserError(f"Không có người dùng “{user}”.", field="user", value=user)
        return slot

    def _sealed(self, blank: Slot, password: str, data_key: bytes) -> Slot:
        if not password:
            raise UserError("Chưa nhập mật khẩu.", field="password")
        if not self._file.proves(data_key):
            raise ValueError("this data key belongs to another register")
        return seal(self.register, blank, password, data_key)

    def _write(self, slots: Iterable[Slot]) -> None:
        changed = replace(self._file, slots=tuple(slots))
        content = changed.content()
        with world("lưu khóa"):
            replace_file(self._folder.keys_copy, content)
            replace_file(self._folder.keys, content)
        self._file = changed

    def _mend(self) -> None:
        """Write what is whole where it is missing; a drive that refuses is no reason to stop."""
        content = self._file.content()
        for path in (self._folder.keys, self._folder.keys_copy):
            with suppress(OSError):
                if not path.exists() or path.read_bytes() != content:
                    replace_file(path, content)


def put_under_other_key(
    vault: Vault, folder: RegisterFolder, data_key: bytes, user: str, password: str
) -> None:
    """Write slots of another key of the same register into a folder: one person's alone.

    Raises:
        UserError: no such person, or the password is missing.
        WorldError: the disk failed.
    """
    known = vault._known(user)
    fresh = Vault(folder, KeyFile.new(data_key, vault.register))
    fresh.add_slot(known.user, password, data_key, params=known.cost)


def same_name(user: str) -> str:
    """Return what two spellings of one person's name have in common."""
    return unicodedata.normalize("NFKC", user).strip().casefold()


def _lost(folder: RegisterFolder) -> WorldError:
    if folder.keys.exists() or folder.keys_copy.exists():
        state, kind = "hỏng", World.DAMAGED
    elif folder.database.exists():
        state, kind = "mất", World.MISSING
    else:
        return WorldError(f"Chưa có sổ nào ở đây: {folder.path}.", World.MISSING)
    return WorldError(
        f"Cả hai tệp khóa của sổ đều {state} ({folder.path}). "
        "Mở sổ bằng phiếu khôi phục, hoặc phục hồi từ bản sao lưu.",
        kind,
    )
