"""The office itself: what letterheads, symbols and signature blocks are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.fields import Catalogued, Link, OfficialNumber, PartialDateField, ShortText, YesNo
from models.problem import Problem
from models.record import Record
from models.register import Column, Register, Section

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    area_kind = Catalogued("area_kinds", "Đơn vị dân cư gọi là")

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
    started = PartialDateField("Từ", planned=True)
    ended = PartialDateField("Đến", planned=True)

    class Meta:
        """Table name."""

        table_name = "signer"


def post_ends_after_start(signer: Signer) -> Iterator[Problem]:
    """Nobody leaves a post before taking it."""
    if signer.started and signer.ended and signer.ended.last < signer.started.first:
        yield Problem(
            "ended", f"Ngày thôi {signer.ended.shown} trước ngày nhận {signer.started.shown}."
        )


OFFICE = Register(
    name="office",
    title="Đơn vị",
    model=Office,
    sections=(
        Section("Đầu trang", (Office.name, Office.parent_line, Office.agency_line)),
        Section(
            "Ký hiệu",
            (Office.place, Office.symbol, Office.phone, Office.address, Office.area_kind),
        ),
    ),
    columns=(Column(Office.name, 1),),
    search=(Office.name,),
)

SIGNERS = Register(
    name="signers",
    title="Người ký",
    model=Signer,
    sections=(
        Section("Người ký", (Signer.full_name, Signer.rank, Signer.post, Signer.acting)),
        Section("Thời gian giữ chức", (Signer.started, Signer.ended)),
    ),
    columns=(
        Column(Signer.full_name, 3),
        Column(Signer.rank, 1.4),
        Column(Signer.post, 2.6),
        Column(Signer.acting, 1),
        Column(Signer.started, 1.2),
        Column(Signer.ended, 1.2),
    ),
    search=(Signer.full_name,),
    rules=(post_ends_after_start,),
)
