"""The key file: its slots, how one is sealed and opened, and damage told from a wrong password.

A slot holds argon2id's salt and cost, and the data key sealed by AES-256-GCM and bound to register,
slot, person and cost. Format 1 is fixed for ever, the NFKC form of passwords included.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from models.errors import World, WorldError
from models.store.recovery_key import KEY_BYTES

FORMAT: Final = 1

_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_MOST_MEMORY_KIB: Final = 4 << 20
_MOST_ROUNDS: Final = 1000


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """Cost of turning a password into a key; the default is also the least the program uses.

    RFC 9106 section 4, second recommended option: about 0.2 s on an office machine.
    """

    time_cost: int = 3
    memory_kib: int = 65536
    parallelism: int = 4


STANDARD_COST: Final = Argon2Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """One person's sealed copy of the data key; all bytes as hexadecimal text."""

    user: str
    cost: Argon2Cost
    id: str
    salt: str
    nonce: str
    sealed: str = ""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file says: the register, the recovery slot's proof, one slot a person."""

    register: str
    proof: str
    slots: tuple[Slot, ...] = ()

    @classmethod
    def new(cls, data_key: bytes, register: str = "") -> KeyFile:
        """Give a new register its identity and its recovery slot; or one its slot for a new key."""
        register = register or uuid.uuid4().hex
        return cls(register, _proof(register, data_key))

    def proves(self, data_key: bytes) -> bool:
        """Say whether a data key is this register's, without opening the database."""
        return _proof(self.register, data_key) == self.proof

    def content(self) -> bytes:
        """Return readable JSON with a sum: one flipped byte is damage, never a wrong password."""
        body = {"format": FORMAT, **asdict(self)}
        return json.dumps({**body, "sum": _sum(body)}, ensure_ascii=False, indent=1).encode()


def blank_slot(user: str, cost: Argon2Cost) -> Slot:
    """Return a slot with fresh salt and nonce that nothing opens yet."""
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    return Slot(user, cost, uuid.uuid4().hex, salt.hex(), nonce.hex())


def seal(register: str, slot: Slot, password: str, data_key: bytes) -> Slot:
    """Seal the data key into a blank slot; takes the time the slot's cost says."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_derive(password, slot))
    sealed = cipher.encrypt(bytes.fromhex(slot.nonce), data_key, _bound(register, slot))
    return replace(slot, sealed=sealed.hex())


def unseal(register: str, slot: Slot, password: str) -> bytes | None:
    """Return the data key, None for a wrong password; takes the time the slot's cost says."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_derive(password, slot))
    nonce, sealed = bytes.fromhex(slot.nonce), bytes.fromhex(slot.sealed)
    try:
        return cipher.decrypt(nonce, sealed, _bound(register, slot))
    except InvalidTag:
        return None


def read_first(paths: Iterable[Path]) -> KeyFile | None:
    """Return the first key file that is whole, None when none is.

    Raises:
        OSError: none is whole and the drive refused one of them.
        WorldError: a newer program wrote it.
    """
    refused: OSError | None = None
    for path in paths:
        try:
            found = _read(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            refused = refused or error
            continue
        if found:
            return found
    if refused:
        raise refused
    return None


def _read(path: Path) -> KeyFile | None:
    return parse(path.read_bytes(), path)


def parse(content: bytes, path: Path) -> KeyFile | None:
    """Read what `KeyFile.content` wrote; None when it is not whole.

    Args:
        content: of a key file, or the same inside a backup.
        path: where it stands, for the sentence.

    Raises:
        WorldError: a newer program wrote it.
    """
    try:
        body: dict[str, Any] = json.loads(content)
        if body.pop("sum") != _sum(body):
            return None
        if body.pop("format") > FORMAT:
            raise WorldError(
                f"Tệp khóa do bản phần mềm mới hơn tạo ra: {path}. Cài bản mới rồi mở lại.",
                World.NEWER,
            )
        slots = tuple(
            Slot(**{**slot, "cost": Argon2Cost(**slot["cost"])}) for slot in body.pop("slots")
        )
        return KeyFile(**body, slots=slots) if slots and all(map(_bearable, slots)) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _bearable(slot: Slot) -> bool:
    """Keep a forged file from taking all memory before any password is checked."""
    return slot.cost.memory_kib <= _MOST_MEMORY_KIB and slot.cost.time_cost <= _MOST_ROUNDS


def _derive(password: str, slot: Slot) -> bytes:
    """NFKC first: the same password typed on another system may arrive as other bytes."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFKC", password).encode(),
        bytes.fromhex(slot.salt),
        time_cost=slot.cost.time_cost,
        memory_cost=slot.cost.memory_kib,
        parallelism=slot.cost.parallelism,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound(register: str, slot: Slot) -> bytes:
    """Return what a sealed key is tied to, so that no part can be swapped or made cheaper."""
    facts = {"register": register, "slot": slot.id, "user": slot.user, "cost": asdict(slot.cost)}
    return _canonical(facts)


def _proof(register: str, data_key: bytes) -> str:
    return hashlib.blake2b(register.encode(), key=data_key, person=b"recovery slot").hexdigest()


def _sum(body: object) -> str:
    return hashlib.sha256(_canonical(body)).hexdigest()


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
