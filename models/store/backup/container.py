r"""The file of one copy: the encrypted database, then what it holds, then a sum over both.

Format 1, fixed for ever; numbers are little-endian:

    offset 0          the database: SQLCipher 4 pages of 4096 bytes, as `register.db`
    after the pages   the manifest: one UTF-8 JSON object, the key slots inside
    last 48 bytes     b"SPTBAK1\n" · length of the manifest (8) · SHA-256 of manifest and these 16

The database stands first, so SQLCipher opens the file as it is (it heeds the number of pages in the
header, not the length of the file). The manifest names the SHA-256 of the pages, and its seal is an
HMAC-SHA256 under a key made of the data key: who has no key cannot alter either unseen. It tells
counts and the office's name, never what a record says.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from models.errors import World, WorldError
from models.store.key_slots import KeyFile, parse
from models.store.world import world

SUFFIX: Final = ".stpbak"
FORMAT: Final = 1
PAGE: Final = 4096
MAGIC: Final = b"SPTBAK1\n"
_HEAD: Final = struct.Struct("<8sQ")
FOOTER_BYTES: Final = _HEAD.size + hashlib.sha256().digest_size
_MOST_MANIFEST: Final = 1 << 24


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a copy holds.

    Attributes:
        register: identity of the register, 32 hexadecimal digits.
        office: name of its office.
        schema: schema version of the database.
        made_at: ISO moment of the snapshot.
        user: who made it.
        counts: rows of every table by name.
        live: records of every register that are not in the trash.
        entries: number of history entries.
        link: last link of the history's chain, hexadecimal.
        size: bytes of the database.
        sha256: of the database, hexadecimal.
        keys: the key slots, as in ``keys.json``.
        seal: HMAC over all the rest.
    """

    register: str
    office: str
    schema: int
    made_at: str
    user: str
    counts: dict[str, int]
    live: dict[str, int]
    entries: int
    link: str
    size: int
    sha256: str
    keys: str
    seal: str = ""

    @property
    def made(self) -> datetime:
        """The moment of the snapshot, aware."""
        return datetime.fromisoformat(self.made_at)

    @property
    def records(self) -> int:
        """How many records the copy holds, the trash left out."""
        return sum(self.live.values())

    def sealed(self, data_key: bytes) -> Manifest:
        """Return the same with its seal."""
        return replace(self, seal=self._seal(data_key))

    def proves(self, data_key: bytes) -> bool:
        """Say whether it was sealed with this data key and nothing of it altered since."""
        return hmac.compare_digest(self.seal, self._seal(data_key))

    def is_under(self, data_key: bytes) -> bool:
        """Say whether it was made under this data key, as its key slots tell without being opened.

        Copies from before the recovery key was changed were not; damaged slots tell nothing.
        """
        found = parse(self.keys.encode(), Path())
        return found is None or found.proves(data_key)

    def key_file(self, path: Path) -> KeyFile:
        """Return the key slots of the copy.

        Raises:
            WorldError: they are damaged.
        """
        found = parse(self.keys.encode(), path)
        if found is None:
            raise damaged(path, "phần khóa bị hỏng")
        return found

    def tail(self) -> bytes:
        """Return all that follows the pages."""
        body = _canonical({"format": FORMAT, **asdict(self)})
        head = _HEAD.pack(MAGIC, len(body))
        return body + head + hashlib.sha256(body + head).digest()

    def _seal(self, data_key: bytes) -> str:
        key = hashlib.blake2b(self.register.encode(), key=data_key, person=b"backup seal").digest()
        facts = {**asdict(self), "seal": ""}
        return hmac.new(key, _canonical(facts), hashlib.sha256).hexdigest()


def read_manifest(path: Path) -> Manifest:
    """Read what a copy says it holds, without its pages and without any key.

    Raises:
        WorldError: missing, empty, foreign, cut short, damaged, or of a newer program.
    """
    with world("đọc bản sao lưu"):
        size = path.stat().st_size
        if not size:
            raise damaged(path, "tệp rỗng (0 byte)")
        with path.open("rb") as stream:
            stream.seek(max(0, size - FOOTER_BYTES))
            length = _manifest_length(stream.read(), path, size)
            stream.seek(size - FOOTER_BYTES - length)
            tail = stream.read()
    return parse_tail(tail, path, size)


def parse_tail(tail: bytes, path: Path, size: int) -> Manifest:
    """Read all that follows the pages.

    Args:
        tail: exactly manifest and footer.
        path: of the copy, for the sentence.
        size: of the whole file, bytes.

    Raises:
        WorldError: see `read_manifest`.
    """
    length = _manifest_length(tail[-FOOTER_BYTES:], path, size)
    body, digest = tail[: -FOOTER_BYTES + _HEAD.size], tail[-hashlib.sha256().digest_size :]
    if len(tail) != length + FOOTER_BYTES or hashlib.sha256(body).digest() != digest:
        raise damaged(path, "phần mục lục bị hỏng")
    try:
        facts: dict[str, Any] = json.loads(tail[:length])
        made_by = int(facts.pop("format"))
        if made_by > FORMAT:
            raise newer(path)
        manifest = Manifest(**facts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise damaged(path, "phần mục lục bị hỏng") from error
    if manifest.size + len(tail) != size:
        raise damaged(path, "tệp thiếu hoặc thừa một phần")
    return manifest


def damaged(path: Path, why: str) -> WorldError:
    """Return what to say of a copy that must not be used."""
    return WorldError(
        f"Bản sao lưu {path.name} hỏng: {why}. Không dùng bản này; chọn bản khác.", World.DAMAGED
    )


def newer(path: Path) -> WorldError:
    """Return what to say of a copy that a newer program made."""
    return WorldError(
        f"Bản sao lưu {path.name} do bản phần mềm mới hơn tạo ra. Cài bản mới rồi làm lại; "
        "bản sao lưu vẫn nguyên.",
        World.NEWER,
    )


def _manifest_length(footer: bytes, path: Path, size: int) -> int:
    magic, length = _HEAD.unpack(footer[: _HEAD.size]) if len(footer) == FOOTER_BYTES else (b"", 0)
    if magic != MAGIC:
        if path.name.endswith(SUFFIX):
            raise damaged(path, "tệp bị cụt hoặc hỏng phần cuối")
        raise WorldError(
            f"Tệp {path.name} không phải bản sao lưu của phần mềm. Chọn tệp có đuôi {SUFFIX}.",
            World.FOREIGN,
        )
    if length > min(size - FOOTER_BYTES, _MOST_MANIFEST):
        raise damaged(path, "phần mục lục bị hỏng")
    return int(length)


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
