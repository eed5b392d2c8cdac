"""Who may do what: four roles of an office, and the acts that not everybody may do.

Sensitive personal data are for those whose work needs them (Luật 91/2025/QH15, Điều 4).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What a person is to the register, in the words of the program."""

    ADMIN = "Quản trị"
    OFFICER = "Cán bộ"
    LEADER = "Lãnh đạo xem"
    VIEWER = "Chỉ xem"


class Right(StrEnum):
    """An act that a role may lack, as it stands in “không được …”."""

    WRITE = "sửa sổ"
    ISSUE = "cấp giấy"
    SENSITIVE = "xem dữ liệu nhạy cảm"
    UNMASK = "hiện dữ liệu nhạy cảm"
    BACK_UP = "sao lưu"
    RESTORE = "phục hồi"
    ERASE = "xóa hẳn"
    USERS = "quản lý người dùng"
    JOURNAL = "in nhật ký"


RIGHTS: Final[Mapping[Role, frozenset[Right]]] = {
    Role.ADMIN: frozenset(Right),
    Role.OFFICER: frozenset(
        {Right.WRITE, Right.ISSUE, Right.SENSITIVE, Right.UNMASK, Right.BACK_UP}
    ),
    Role.LEADER: frozenset({Right.UNMASK, Right.JOURNAL}),
    Role.VIEWER: frozenset(),
}
"""A leader sees sensitive data only after asking, which the history tells; a viewer never does."""

ROLE_HINTS: Final[Mapping[Role, str]] = {
    Role.ADMIN: "Làm mọi việc, thêm người dùng, phục hồi",
    Role.OFFICER: "Nhập, sửa, in, cấp giấy, sao lưu",
    Role.LEADER: "Xem, in; hiện dữ liệu nhạy cảm khi cần, có ghi nhật ký",
    Role.VIEWER: "Xem, in; không thấy dữ liệu nhạy cảm",
}
