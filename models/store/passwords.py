"""What a password must be, written once for the first run, for new people and for new passwords."""

from __future__ import annotations

import unicodedata
from typing import Final

from models.errors import UserError

SHORTEST: Final = 8


def length_wrong(password: str) -> str:
    """Return what is wrong with a password's length; nothing where it is long enough."""
    if not password:
        return "Chưa nhập mật khẩu."
    if len(password) < SHORTEST:
        return f"Mật khẩu cần từ {SHORTEST} ký tự, đang có {len(password)}."
    return ""


def refuse_weak(password: str, name: str) -> None:
    """Refuse what is too short, and what anybody would try first.

    Raises:
        UserError: missing, too short, one letter over and over, or the person's own name.
    """
    wrong = length_wrong(password)
    if wrong:
        raise UserError(wrong, "password")
    if len(set(password)) == 1 or _plain(password) == _plain(name):
        raise UserError("Mật khẩu này dễ đoán. Chọn mật khẩu khác.", "password")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
