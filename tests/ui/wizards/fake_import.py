"""An import without a workbook: the picture's file, and everything asked of it written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from models.errors import WorldError
from ui.source import Option
from ui.wizards.import_facts import Flaw, Heading, Kind, Planned

FLAWS = (
    Flaw(Kind.ODD, "DS", 9, "C", "1950", "Đã 76 tuổi, trên 70. Vẫn lưu được."),
    Flaw(Kind.DOUBTFUL, "DS", 12, "", "", "Có thể là người đã có: Danh Hoàng Phúc, 1995."),
    Flaw(Kind.WRONG, "DS", 7, "B", "31/02/1963",
         "Ngày sinh không hợp lệ: 31/02/1963. Nhập dd/mm/yyyy hoặc chỉ năm."),
    Flaw(Kind.WRONG, "DS", 31, "E", "0918 555 2", "Thiếu 2 số: cần 10 số."),
)  # fmt: skip
HEADINGS = (
    Heading("A", ("HỌ VÀ TÊN",), "Danh Hoàng Phúc", "name", sure=True),
    Heading("B", ("NĂM SINH",), "05/01/1995", "birth", sure=True),
    Heading("D", ("SỐ CMND",), "095095007741", "citizen", sure=False),
    Heading("H", ("GHI CHÚ 2",), "", "", sure=True),
)
CHOICES = (
    Option("", "Bỏ qua cột này"),
    Option("name", "Họ và tên"),
    Option("birth", "Ngày sinh"),
    Option("citizen", "Số định danh"),
    Option("note", "Ghi chú"),
)
PLANNED = Planned(
    file="DS-thanh-vien-2026.xlsx",
    headings=HEADINGS,
    choices=CHOICES,
    rows=1112,
    added=1009,
    updated=0,
    same=100,
    flaws=FLAWS,
    unread=("Bìa: không thấy bảng",),
    wrong=2,
    doubtful=1,
    plan="the plan",
)


class FakeImport:
    """Plans the same file again and again."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.within: int | None = None
        self.planned = PLANNED
        self.refuses: WorldError | None = None

    def plan(self, path: Path, progress: Callable[[int, int, str], None]) -> Planned:
        self.done.append(f"plan {path.name}")
        progress(1, 1, "Đang đọc")
        if self.refuses is not None:
            raise self.refuses
        return self.planned

    def mean(self, path: Sequence[str], meaning: str) -> None:
        self.done.append(f"mean {path[-1]} {meaning}")
        self.planned = replace(
            self.planned,
            headings=tuple(
                replace(one, meaning=meaning, sure=True) if one.path == tuple(path) else one
                for one in self.planned.headings
            ),
        )

    def carry_out(self, planned: Planned, progress: Callable[[int, int, str], None]) -> None:
        progress(1, 1, "Đang ghi")
        if self.refuses is not None:
            raise self.refuses
        self.done.append(f"carry out {planned.plan}")

    def write_left_out(self, planned: Planned, path: Path) -> int:
        self.done.append(f"left out {path.name}")
        return planned.left_out

    def write_template(self, path: Path) -> None:
        self.done.append(f"template {path.name}")
