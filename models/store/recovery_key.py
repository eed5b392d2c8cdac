"""The register's own key in a form that survives on paper and is typed back without guessing.

The sheet carries the data key itself, not a password to a slot, so it opens the database even when
both files of key slots are gone. The price: changing the data key makes every printed sheet void.

Format 1, fixed for ever: 4 bits of format number, then the 256 bits of the key, as 13 groups of
four Crockford base32 characters; then two check groups. A group is read as an element of GF(2^20).
Counting the 13 from the right, the first check group sums each group times x^k and the second each
times x^2k: so one wrong group, whatever is wrong in it, is not only noticed but named, and two that
changed places are never mistaken for one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from models.errors import UserError

KEY_BYTES: Final = 32
FORMAT: Final = 1

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_SEPARATORS: Final = re.compile(r"[\s\-\u2010-\u2015_.,:;/|]+")
_GROUP: Final = 4
_GROUP_BITS: Final = 20
_KEY_GROUPS: Final = 13
_GROUPS: Final = _KEY_GROUPS + 2
_FIELD: Final = (1 << 20) | (1 << 3) | 1  # x^20 + x^3 + 1, irreducible
_GROUP_MASK: Final = (1 << _GROUP_BITS) - 1


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The 32-byte data key of one register; its bytes never show in a repr, so never in a log."""

    data_key: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """The sheet's line: 15 groups of four characters, joined by dashes."""
        number = (FORMAT << (8 * KEY_BYTES)) | int.from_bytes(self.data_key, "big")
        shifts = range(_GROUP_BITS * (_KEY_GROUPS - 1), -1, -_GROUP_BITS)
        groups = [(number >> shift) & _GROUP_MASK for shift in shifts]
        return "-".join(map(_spell, [*groups, *_checks(groups)]))

    @classmethod
    def parse(cls, text: str) -> RecoveryKey:
        """Read a typed key: any case, any separators, O for 0, I and L for 1.

        Raises:
            UserError: names the group that is wrong, where one group is.
        """
        typed = _groups(text)
        values = [_value(group, position) for position, group in enumerate(typed, 1)]
        wrong = _wrong_group(values)
        if wrong:
            raise _refusal(
                f"Nhóm {wrong} chưa đúng: “{typed[wrong - 1]}”. Xem lại nhóm này trên phiếu."
            )
        number = 0
        for value in values[:_KEY_GROUPS]:
            number = (number << _GROUP_BITS) | value
        if number >> (8 * KEY_BYTES) != FORMAT:
            raise _refusal(
                "Phiếu khôi phục này do bản phần mềm khác in. Dùng bản đã in phiếu, hoặc mới hơn."
            )
        return cls((number & ((1 << (8 * KEY_BYTES)) - 1)).to_bytes(KEY_BYTES, "big"))


def _groups(text: str) -> list[str]:
    """Cut what was typed into 15 groups of four; a wrong length is named by group where it can."""
    typed = [
        part for part in _SEPARATORS.split(unicodedata.normalize("NFKC", text).upper()) if part
    ]
    joined = "".join(typed)
    if not joined:
        raise _refusal("Chưa nhập mã khôi phục. Gõ 15 nhóm trên phiếu khôi phục.")
    accented = next(
        (letter for letter in joined if letter.isalpha() and not letter.isascii()), None
    )
    if accented:
        raise _refusal(f"Có chữ có dấu: “{accented}”. Tắt bộ gõ tiếng Việt, rồi gõ lại.")
    if len(typed) == _GROUPS:
        for position, group in enumerate(typed, 1):
            if len(group) != _GROUP:
                raise _refusal(
                    f"Nhóm {position} có {len(group)} ký tự: “{group}”. Mỗi nhóm cần 4 ký tự."
                )
        return typed
    if len(joined) != _GROUPS * _GROUP:
        raise _refusal(f"Mã khôi phục có 15 nhóm, cộng 60 ký tự; đang có {len(joined)} ký tự.")
    return [joined[start : start + _GROUP] for start in range(0, len(joined), _GROUP)]


def _value(group: str, position: int) -> int:
    value = 0
    for letter in group:
        digit = _ALPHABET.find(letter.translate(_LOOKALIKES))
        if digit < 0:
            raise _refusal(
                f"Nhóm {position} có ký tự không dùng trong mã: “{letter}”. Xem lại trên phiếu."
            )
        value = (value << 5) | digit
    return value


def _spell(value: int) -> str:
    return "".join(_ALPHABET[(value >> shift) & 31] for shift in (15, 10, 5, 0))


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value >> _GROUP_BITS else value


def _checks(groups: Sequence[int]) -> tuple[int, int]:
    first = second = 0
    for value in groups:
        first = _times_x(first ^ value)
        second = _times_x(_times_x(second ^ value))
    return first, second


def _wrong_group(values: Sequence[int]) -> int:
    """Return the number (from 1) of the one wrong group, 0 when all is right.

    Raises:
        UserError: two or more groups are wrong, so none can be named.
    """
    first, second = _checks(values[:_KEY_GROUPS])
    first ^= values[_KEY_GROUPS]
    second ^= values[_KEY_GROUPS + 1]
    if not first or not second:
        return _KEY_GROUPS + 1 if first else _KEY_GROUPS + 2 if second else 0
    for position in range(_KEY_GROUPS, 0, -1):
        first = _times_x(first)
        if first == second:
            return position
    raise _refusal(
        "Có từ hai nhóm trở lên chưa đúng, hoặc hai nhóm đổi chỗ. Gõ lại lần lượt theo phiếu."
    )


def _refusal(message: str) -> UserError:
    return UserError(message, field="recovery_key")
