"""The code on a paper: which number it is, signed with the register's own key.

The code holds no name, so a photograph of it tells nothing of a person; whoever checks a paper
types the name that stands on it. Its 28 letters and digits and four marks are such that no
Vietnamese keyboard turns what a scanner types into something else (no vowel, no D, no W).

Layout of the 73 signed and signing bytes: version, book, year (2), number (3), day of the year (2),
then the Ed25519 signature over these and the name.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from models.errors import UserError
from models.registers.issued import BOOKS, label_of
from models.store import settings
from models.text import nfc, shorten, unify_tone

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALPHABET: Final = "0123456789BCFGHJKLMNPQRSTVXZ-./:"
_STANDARD: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_OURS: Final = str.maketrans(_STANDARD, ALPHABET)
_TO_STANDARD: Final = str.maketrans(ALPHABET, _STANDARD)
_SETTING: Final = "issue.private_key"
_VERSION: Final = 0x53
_FACTS, _SIGNATURE = 9, 64
LONG: Final = 117
"""Letters of a code; as capitals and digits they fit a QR code of version 5, level M."""
KEY_MARK: Final = "SPT-KHOA-1"


class Match(StrEnum):
    """What a check found."""

    WHOLE = "khớp"
    WRONG = "không khớp"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a code says of its paper."""

    book: str
    number: int
    issued_on: date

    @property
    def label(self) -> str:
        """The number as on paper."""
        return label_of(self.number, self.issued_on.year)


def make_key() -> None:
    """Make the register's key pair where there is none yet; the private half stays in the file."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not settings.get(_SETTING):
        settings.put(_SETTING, Ed25519PrivateKey.generate().private_bytes_raw().hex())


def public_key(office: str) -> str:
    """Return what another office needs to check papers of this register: one line of text.

    Raises:
        UserError: the register gave out no paper yet.
    """
    raw = _private_key().public_key().public_bytes_raw()
    return f"{KEY_MARK} {raw.hex()} {office}"


def _private_key() -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    kept = settings.get(_SETTING)
    if not kept:
        raise UserError("Sổ này chưa có khóa ký giấy. Khóa được tạo khi in giấy lần đầu.")
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept))


class Signer:
    """Signs codes with the register's key, read once for a whole run."""

    def __init__(self) -> None:
        self._key = _private_key()

    def code(self, facts: Facts, name: str) -> str:
        """Return the code of a paper."""
        head = _packed(facts)
        return _spelled(head + self._key.sign(head + _name_bytes(name)))


def _packed(facts: Facts) -> bytes:
    day = facts.issued_on.timetuple().tm_yday
    return (
        bytes((_VERSION, BOOKS.index(facts.book)))
        + facts.issued_on.year.to_bytes(2, "big")
        + facts.number.to_bytes(3, "big")
        + day.to_bytes(2, "big")
    )


def _name_bytes(name: str) -> bytes:
    """A name as compared: composed, small letters, tones in one place, single spaces."""
    return " ".join(unify_tone(nfc(name)).casefold().split()).encode()


def _spelled(content: bytes) -> str:
    return base64.b32encode(content).decode().rstrip("=").translate(_TO_OURS)


def read(code: str) -> Facts:
    """Return what a code says, not yet proven.

    Raises:
        UserError: it is no code of this program, or not whole.
    """
    return _facts(_content(code))


def _content(code: str) -> bytes:
    text = "".join(code.split()).upper()
    strange = [mark for mark in text if mark not in ALPHABET]
    if len(text) != LONG or strange:
        why = f"đang có {len(text)} ký tự, cần {LONG}" if not strange else f"có “{strange[0]}”"
        raise UserError(f"Đây không phải mã của giấy: {why}. Quét lại mã.", "code", shorten(code))
    padded = text.translate(_TO_STANDARD) + "=" * (-len(text) % 8)
    return base64.b32decode(padded)


def _facts(content: bytes) -> Facts:
    version, book = content[0], content[1]
    year, number = int.from_bytes(content[2:4], "big"), int.from_bytes(content[4:7], "big")
    day = int.from_bytes(content[7:9], "big")
    if version != _VERSION or book >= len(BOOKS) or not 1900 <= year <= 2200 or not 1 <= day <= 366:
        raise UserError("Mã này do bản phần mềm khác ghi, hoặc không phải mã của giấy.", "code")
    return Facts(BOOKS[book], number, date(year, 1, 1) + timedelta(days=day - 1))


def check(code: str, name: str, key: str = "") -> Match:
    """Tell whether a code was signed for a name by a key, the open register's own if none is given.

    Raises:
        UserError: the code or the key is none.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    content = _content(code)
    _facts(content)
    raw = _raw_key(key) if key else _private_key().public_key().public_bytes_raw()
    head, signature = content[:_FACTS], content[_FACTS:]
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, head + _name_bytes(name))
    except InvalidSignature:
        return Match.WRONG
    return Match.WHOLE


def _raw_key(key: str) -> bytes:
    mark, _space, rest = key.strip().partition(" ")
    try:
        raw = bytes.fromhex(rest.split(" ")[0])
    except ValueError:
        raw = b""
    if mark != KEY_MARK or len(raw) != 32:
        raise UserError(
            f"Khóa kiểm tra phải là một dòng bắt đầu bằng {KEY_MARK}, do sổ cấp giấy xuất ra.",
            "key",
            shorten(key),
        )
    return raw


def signed_by(key: str) -> str:
    """Return the office that a public key names; empty for none."""
    return " ".join(key.split()[2:])
