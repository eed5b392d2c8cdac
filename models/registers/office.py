"""The office itself: what letterheads, symbols and signature blocks are made of."""

from __future__ import annotations

from typing import ClassVar

from models.fields import Catalogued, Link, OfficialNumber, PartialDateField, ShortText, YesNo
from models.record import Record


class Office(Record):
    """This unit; one row a register."""

    NOUN: ClassVar[str] = "đơn vị"

    name = ShortText("Tên đơn vị", required=True)
    province_code = ShortText("Mã tỉnh", required=True)
    province = ShortText("Tỉnh, thành phố", required=True)
    commune_code = ShortText("Mã xã", required=True)
    commune = ShortText("Xã, phường, đặc khu", required=True)
    parent_line = ShortText("Dòng cơ quan chủ quản", required=True)
    agency_line = ShortText("Dòng cơ quan ban hành", required=True)
    place = ShortText("Địa danh", required=True)
    symbol = OfficialNumber("Chữ viết tắt", help_text="Trong số, ký hiệu: 12/BC-CAX")
    phone = ShortText("Điện thoại")
    address = ShortText("Địa chỉ")

    class Meta:
        """Table name."""

        table_name = "office"


class Signer(Record):
    """Somebody who signs papers of this office, while in post (NĐ 30/2020, Phụ lục I)."""

    NOUN: ClassVar[str] = "người ký"
    TITLE: ClassVar[str] = "full_name"

    office = Link(Office, "Đơn vị", required=True)
    full_name = ShortText("Họ và tên", required=True)
    rank = Catalogued("police_ranks", "Cấp bậc")
    post = ShortText("Chức vụ", required=True)
    acting = YesNo("Ký thay", help_text="Ghi KT. trước chức vụ cấp trưởng")
    started = PartialDateField("Từ")
    ended = PartialDateField("Đến")

    class Meta:
        """Table name."""

        table_name = "signer"
