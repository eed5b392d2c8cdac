"""The people who work with the register: their names and roles; their passwords are nowhere."""

from __future__ import annotations

from typing import ClassVar

from models.fields import Catalogued, Choice, ShortText, YesNo
from models.record import Record
from models.roles import Role


class User(Record):
    """Somebody who may open the register; the way in itself is a key slot of the same name."""

    NOUN: ClassVar[str] = "người dùng"

    name = ShortText("Tên người dùng", required=True)
    role = Choice(tuple(Role), "Quyền", required=True)
    must_change = YesNo("Phải đổi mật khẩu", help_text="Mật khẩu do người quản trị đặt")
    disabled = YesNo("Đã ngừng")
    rank = Catalogued("police_ranks", "Cấp bậc")
    post = ShortText("Chức vụ")

    class Meta:
        """Table name; `user` alone is a word of SQL."""

        table_name = "user_account"
