"""The pages of a register's file without their encryption, as whoever has the key could read them.

SQLCipher 4: AES-256-CBC, the IV at the end of each page before its seal; the first page begins
with the salt in clear.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.store.backup.container import PAGE
from models.store.backup.pages import SALT_BYTES, SEAL_BYTES

IV_BYTES = 16


def decrypted(path: Path, key: bytes) -> bytes:
    """Return every byte of a closed file, of pages that nothing refers to as well."""
    content = path.read_bytes()
    pages = (content[at : at + PAGE] for at in range(0, len(content), PAGE))
    return b"".join(_page(page, key, SALT_BYTES if at == 0 else 0) for at, page in enumerate(pages))


def _page(page: bytes, key: bytes, begins: int) -> bytes:
    end = PAGE - SEAL_BYTES - IV_BYTES
    cipher = Cipher(algorithms.AES(key), modes.CBC(page[end : end + IV_BYTES]))
    plain = cipher.decryptor()
    return plain.update(page[begins:end]) + plain.finalize()
