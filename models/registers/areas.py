"""Residential units of the commune: where people live and teams work (NĐ 185/2026/NĐ-CP)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from models.fields import (
    Catalogued,
    Link,
    LongText,
    PartialDateField,
    PhoneField,
    ShortText,
    WholeNumber,
)
from models.problem import Problem, warning
from models.record import Record
from models.register import Column, Register, Section
from models.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator


class Area(Record):
    """An ấp, thôn, khóm or tổ dân phố."""

    NOUN: ClassVar[str] = "địa bàn"

    name = ShortText("Tên địa bàn", required=True, help_text="Cả loại, ví dụ: Ấp Sóc Đồn, Khóm 1")
    kind = Catalogued("area_kinds", "Loại địa bàn", sorts=True)
    code = ShortText("Mã")
    households = WholeNumber("Số hộ", sorts=True)
    population = WholeNumber("Nhân khẩu", sorts=True)
    head = ShortText("Trưởng địa bàn", sorts=True)
    head_phone = PhoneField("Điện thoại trưởng địa bàn", sorts=True, sensitive=True)
    party_secretary = ShortText("Bí thư chi bộ")
    started = PartialDateField("Ngày thành lập")
    ended = PartialDateField("Ngày thôi")
    merged_into: Link[Any] = Link("self", "Sáp nhập vào")
    note = LongText("Ghi chú")

    class Meta:
        """Table name."""

        table_name = "area"

    @classmethod
    def named(cls, text: str) -> Self | None:
        """Find by full name, or by the name without its kind where only one has it."""
        whole = super().named(text)
        if whole is not None:
            return whole
        wanted = fold(text)
        live = cls.select().where(cls.trashed_at.is_null())
        found = [area for area in live if _bare(area) == wanted]
        return found[0] if len(found) == 1 else None


def _bare(area: Area) -> str:
    return fold(area.name).removeprefix(f"{fold(area.kind)} ")


def dates_in_order(area: Area) -> Iterator[Problem]:
    """An area cannot end before it starts, nor merge into itself."""
    if area.started and area.ended and area.ended.last < area.started.first:
        yield Problem(
            "ended", f"Ngày thôi {area.ended.shown} trước ngày thành lập {area.started.shown}."
        )
    if area.merged_into is not None and area.id is not None and area.merged_into.id == area.id:
        yield Problem("merged_into", "Địa bàn không thể sáp nhập vào chính nó.")
    if area.merged_into is not None and area.ended is None:
        yield warning("ended", "Đã sáp nhập nhưng chưa ghi ngày thôi. Vẫn lưu được.")


AREA_HEADINGS = (
    "Ấp",
    "Thôn",
    "Khóm",
    "Xóm",
    "Bản",
    "Buôn",
    "Khu phố",
    "Tổ dân phố",
    "Khu dân cư",
    "KDC",
    "Thôn/TDP",
    "Ấp/khóm",
    "Thôn, ấp",
    "Thôn, bản",
    "Thôn, xóm",
    "Thôn, tổ dân phố",
    "Thuộc ấp",
    "Thuộc thôn",
    "Thuộc khóm",
)
"""What office workbooks write over the area of a person or team."""

AREAS = Register(
    name="areas",
    title="Địa bàn",
    model=Area,
    sections=(
        Section(
            "Thông tin chung", (Area.name, Area.kind, Area.code, Area.households, Area.population)
        ),
        Section("Phụ trách", (Area.head, Area.head_phone, Area.party_secretary)),
        Section("Thời gian", (Area.started, Area.ended, Area.merged_into)),
        Section("Ghi chú", (Area.note,)),
    ),
    columns=(
        Column(Area.name, 4),
        Column(Area.kind, 2),
        Column(Area.households, 1.2),
        Column(Area.population, 1.4),
        Column(Area.head, 3),
        Column(Area.head_phone, 2),
    ),
    search=(Area.name, Area.code, Area.head, Area.head_phone),
    rules=(dates_in_order,),
    aliases=(
        (
            Area.name,
            ("Địa bàn", *AREA_HEADINGS, "Tên ấp", "Tên thôn", "Tên khóm"),
        ),
        (Area.kind, ("Loại",)),
        (
            Area.head,
            ("Trưởng ấp", "Trưởng thôn", "Trưởng khóm", "Tổ trưởng TDP", "Trưởng ban nhân dân ấp"),
        ),
        (Area.head_phone, ("Điện thoại", "SĐT")),
        (Area.population, ("Số nhân khẩu", "Số khẩu", "Dân số")),
    ),
)
