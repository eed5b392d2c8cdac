"""Sex as records print it, read from the many ways lists write it."""

from __future__ import annotations

from typing import Literal

from models.errors import UserError
from models.text import fold, shorten

Sex = Literal["Nam", "Nữ"]

_MEANT: dict[str, Sex] = {
    **dict.fromkeys(("nam", "nam gioi", "trai", "con trai", "m", "male", "ong", "anh"), "Nam"),
    **dict.fromkeys(("nu", "nu gioi", "gai", "con gai", "f", "female", "ba", "chi"), "Nữ"),
}


def parse_sex(text: str) -> Sex:
    """Read 'nam', 'Nữ', 'gái', 'F' and the like.

    Codes (0, 1) and the letter N mean either, so they are refused as everything else is. Crosses
    under a heading are read by whoever knows the heading.

    Raises:
        UserError: anything else.

    """
    meant = _MEANT.get(fold(text))
    if meant is None:
        if not fold(text):
            raise UserError("Chưa nhập giới tính.", value=text)
        raise UserError(f"Giới tính không hợp lệ: {shorten(text)}. Nhập Nam hoặc Nữ.", value=text)
    return meant
