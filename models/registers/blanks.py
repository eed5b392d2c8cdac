"""Stock of pre-printed sheets (phôi): what came in, what was printed on, what was spoilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from models.fields import Choice, Day, Link, LongText, ShortText, WholeNumber
from models.problem import Problem
from models.record import Record
from models.register import Column, Register, Section
from models.registers.issued import PrintRun

if TYPE_CHECKING:
    from collections.abc import Iterator

IN, USED, SPOILT = "Nhập về", "Đã in", "Hỏng"
MOVES: Final = (IN, USED, SPOILT)


class BlankMove(Record):
    """Sheets of one kind that came or went on a day."""

    NOUN: ClassVar[str] = "lần nhập, xuất phôi"
    TITLE: ClassVar[str] = "kind"

    kind = ShortText("Loại phôi", required=True, help_text="Ví dụ: Phôi giấy chứng nhận A4")
    move = Choice(MOVES, "Nhập hay xuất", required=True, sorts=True)
    day = Day("Ngày", required=True, sorts=True)
    sheets = WholeNumber("Số tờ", required=True, sorts=True)
    serials = ShortText("Số hiệu", help_text="Từ số đến số, nếu phôi có đánh số")
    reason = ShortText("Lý do, chứng từ")
    run = Link(PrintRun, "Đợt in")
    note = LongText("Ghi chú")

    class Meta:
        """Table name."""

        table_name = "blank_move"


def some_sheets(moved: BlankMove) -> Iterator[Problem]:
    """A move of no sheets is a slip of the keys."""
    if moved.sheets == 0:
        yield Problem("sheets", "Số tờ phải từ 1 trở lên.")


BLANKS = Register(
    name="blanks",
    title="Phôi giấy",
    model=BlankMove,
    sections=(
        Section("Nhập, xuất", (BlankMove.kind, BlankMove.move, BlankMove.day, BlankMove.sheets)),
        Section("Chứng từ", (BlankMove.serials, BlankMove.reason, BlankMove.run)),
        Section("Ghi chú", (BlankMove.note,)),
    ),
    columns=(
        Column(BlankMove.kind, 4),
        Column(BlankMove.move, 1.6),
        Column(BlankMove.day, 1.6),
        Column(BlankMove.sheets, 1.2),
        Column(BlankMove.serials, 0),
        Column(BlankMove.reason, 0),
    ),
    search=(BlankMove.kind, BlankMove.serials, BlankMove.reason),
    rules=(some_sheets,),
    aliases=(
        (BlankMove.kind, ("Tên phôi", "Loại giấy")),
        (BlankMove.sheets, ("Số lượng", "Số tờ phôi")),
        (BlankMove.move, ("Nhập/xuất",)),
    ),
)
