"""A first person's password at a cost that tests can bear, and what stands in the key files."""

from __future__ import annotations

from models.store.folder import RegisterFolder
from models.store.key_slots import Argon2Cost

CHEAP = Argon2Cost(time_cost=1, memory_kib=8, parallelism=1)
PASSWORD = "Mật khẩu của Đội 3"


def contents(folder: RegisterFolder) -> tuple[bytes, bytes]:
    return folder.keys.read_bytes(), folder.keys_copy.read_bytes()
