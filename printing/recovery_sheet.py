"""The recovery sheet: the register's own key on paper, with what it is for and where it is kept.

It is drawn in memory and handed to the printer; nothing of it is ever written to a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from printing import styles
from printing.blocks import Head, head_sketch, place_and_date, title_sketch
from printing.fonts import BOLD, REGULAR, drawable
from printing.page import finished, new_canvas
from printing.sketch import ASCENT, Column, Rule, Sketch, Word
from printing.styles import MM, PORTRAIT, Style
from printing.wrap import ruler

if TYPE_CHECKING:
    from collections.abc import Sequence

ACROSS: Final = 3
CELL: Final = 15 * MM
"""Height of the box of one group."""
GROUP: Final = Style(BOLD, 24)
NUMBER: Final = Style(REGULAR, 11)
LETTER_GAP: Final = 5.0
"""Between the letters of a group, in points, so that each is copied by itself."""
WHY: Final = (
    "Phiếu này mở được dữ liệu của sổ khi quên mật khẩu hoặc khi máy hỏng. Ai có phiếu và có máy "
    "hoặc bản sao lưu thì xem được mọi dữ liệu. Không chụp ảnh, không gửi qua mạng."
)
STEPS: Final = (
    "1. Cất phiếu trong tủ hồ sơ có khóa, không để cùng chỗ với USB sao lưu.",
    "2. Quên mật khẩu: ở cửa sổ đầu tiên chọn “Quên mật khẩu”, gõ đủ 15 nhóm theo thứ tự, rồi đặt "
    "mật khẩu mới.",
    "3. Máy hỏng: cài phần mềm trên máy khác, cắm USB sao lưu, chọn “Phục hồi từ bản sao lưu”, rồi "
    "gõ 15 nhóm thay cho mật khẩu.",
    "4. Chữ trên phiếu không có O, I, L và U: chỉ có số 0 và số 1. Gõ hoa hay thường đều được.",
    "5. Phiếu hư, mờ: vào trang Sao lưu, chọn Phiếu khôi phục để in lại. Bàn giao người phụ trách "
    "thì bàn giao cả phiếu này.",
)
KEPT: Final = (
    "Nơi cất: ..................................................  Người giữ: ............."
)


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on a sheet.

    Attributes:
        parent: the agency above, as it heads the office's papers.
        agency: the office's own line.
        place: where, in the line of place and date.
        day: when it was made.
        maker: who made it.
        groups: of the key, in order; never in a repr.
    """

    parent: str
    agency: str
    place: str
    day: date
    maker: str
    groups: Sequence[str] = field(repr=False)


def recovery_sheet(sheet: RecoverySheet) -> bytes:
    """The PDF of one page; UserError when a name cannot be printed."""
    canvas = new_canvas(PORTRAIT, "Phiếu khôi phục")
    room, whole = PORTRAIT.text_width, Sketch()
    dated = place_and_date(sheet.place, sheet.day)
    parts = (
        head_sketch(Head(sheet.agency, sheet.parent, place_date=dated), PORTRAIT),
        title_sketch(PORTRAIT, "PHIẾU KHÔI PHỤC", "Sổ phong trào", f"Người lập: {sheet.maker}"),
        _running((WHY,), room),
        _boxes(sheet.groups, room),
        _running((*STEPS, "", KEPT), room),
    )
    for part in parts:
        whole.merge(part, y=whole.height + (styles.TITLE_GAP if whole.height else 0))
    whole.draw(canvas, PORTRAIT.left * MM, (PORTRAIT.height - PORTRAIT.top) * MM)
    return finished(canvas)


def _running(lines: Sequence[str], room: float) -> Sketch:
    sketch = Sketch()
    column = Column(sketch, room / 2, room)
    for line in lines:
        column.left(line, styles.SUBTITLE if line == WHY else styles.PARENT)
        column.gap(styles.PARAGRAPH_GAP)
    return sketch


def _boxes(groups: Sequence[str], room: float) -> Sketch:
    """Boxes of a number and four letters set apart, row by row."""
    sketch, wide = Sketch(), room / ACROSS
    rows = -(-len(groups) // ACROSS)
    sketch.height = rows * CELL
    sketch.rules = [Rule(0, row * CELL, room, row * CELL) for row in range(rows + 1)]
    sketch.rules += [Rule(at * wide, 0, at * wide, sketch.height) for at in range(ACROSS + 1)]
    measure = ruler(GROUP.face, GROUP.size)
    for at, group in enumerate(groups):
        left, top = at % ACROSS * wide, at // ACROSS * CELL
        sketch.words.append(
            Word(left + 6, top + 6 + ASCENT * NUMBER.size, str(at + 1), NUMBER.face, NUMBER.size)
        )
        letters = drawable(group)
        taken = sum(measure.width(one) + LETTER_GAP for one in letters) - LETTER_GAP
        x = left + (wide - taken) / 2
        baseline = top + (CELL + GROUP.size * 0.66) / 2
        for one in letters:
            sketch.words.append(Word(x, baseline, one, GROUP.face, GROUP.size))
            x += measure.width(one) + LETTER_GAP
    return sketch
