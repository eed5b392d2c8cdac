"""An import without a workbook: the picture's file, and everything asked of it written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ui.shell import Shell
from ui.source import Option
from ui.wizards.import_facts import Flaw, Heading, Kind, Known, Line, Planned, Typed
from ui.wizards.importing import Importing

COLUMNS = ("Họ và tên", "Ngày sinh", "Điện thoại")
KNOWN = Known("Danh Hoàng Phúc", 0, "Tổ phó Tổ tự quản số 3", (
    ("Họ và tên", "Danh Hoàng Phúc", "Danh Hoàng Phúc", False),
    ("Ngày sinh", "05/01/1995", "05/01/1995", False),
    ("Điện thoại", "0366 555 918", "0907 555 861", True),
))  # fmt: skip
DOUBT = Flaw(Kind.DOUBTFUL, 0, "A", "Danh Hoàng Phúc",
             "Có thể là người đã có: Danh Hoàng Phúc, 1995.")  # fmt: skip
BIRTH = Flaw(Kind.WRONG, 1, "B", "31/02/1963",
             "Ngày sinh không hợp lệ: 31/02/1963. Nhập dd/mm/yyyy hoặc chỉ năm.",
             "1963")  # fmt: skip
LINES = (
    Line("7", "DS", 7, Kind.WRONG, ("Phan Văn Đực", "31/02/1963", "0913 555 700"), (BIRTH,)),
    Line("9", "DS", 9, Kind.ODD, ("Trần Thị Lành", "1950", ""), (
        Flaw(Kind.ODD, 1, "B", "1950", "Đã 76 tuổi, trên 70. Vẫn lưu được."),)),
    Line("12", "DS", 12, Kind.DOUBTFUL, ("Danh Hoàng Phúc", "05/01/1995", "0366 555 918"),
         (DOUBT,), (KNOWN,)),
    Line("20", "DS", 20, Kind.FINE, ("Lý Thị Sa", "12/12/1990", None)),
    Line("31", "DS", 31, Kind.WRONG, ("Thạch Chanh Đa", "1969", "0918 555 2"), (
        Flaw(Kind.WRONG, 2, "E", "0918 555 2", "Thiếu 2 số: cần 10 số."),)),
    Line("44", "DS", 44, Kind.WRONG, ("Kim Thị Út", "31/02/1963", "0974 555 330"), (BIRTH,)),
    Line("67", "DS", 67, Kind.DOUBTFUL, ("Danh Hoàng Phúc", "05/01/1995", "0366 555 918"),
         (DOUBT,), (KNOWN, KNOWN)),
)  # fmt: skip


class FakeLines:
    """Rows that are all there; those with the same first flaw are alike."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)

    @property
    def kinds(self) -> Sequence[Kind]:
        return [line.kind for line in self.lines]

    def line(self, at: int) -> Line:
        return self.lines[at]

    def find(self, line: Line) -> int:
        keys = [one.key for one in self.lines]
        return keys.index(line.key) if line.key in keys else -1

    def alike(self, at: int, column: int) -> Sequence[int]:
        flaws = [one for one in self.lines[at].flaws if one.column == column]
        known = len(self.lines[at].known)
        return [other for other, line in enumerate(self.lines)
                if [*line.flaws] == flaws and len(line.known) == known]  # fmt: skip


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
    columns=COLUMNS,
    lines=FakeLines(LINES),
    unread=("Bìa: không thấy bảng",),
    wrong=3,
    doubtful=2,
    plan="the plan",
)


class FakeImport:
    """Plans the same file again and again; what was decided about rows makes them right or out."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.within: int | None = None
        self.planned = PLANNED
        self.past: list[Planned] = []
        self.typed: Sequence[Typed] = ()
        self.refuses: Exception | None = None

    def plan(self, path: Path, progress: Callable[[int, int, str], None]) -> Planned:
        self.done.append(f"plan {path.name}")
        progress(1, 1, "Đang đọc")
        if self.refuses is not None:
            raise self.refuses
        return self.planned

    def again(self, progress: Callable[[int, int, str], None]) -> Planned:
        self.done.append("again")
        progress(1, 1, "Đang so với sổ")
        if self.refuses is not None:
            raise self.refuses
        return self.planned

    def type_into(self, cells: Sequence[Typed]) -> None:
        self.typed = cells
        texts = dict.fromkeys(f"{column} {text}" for _line, column, text in cells)
        lines = list(dict.fromkeys(line for line, _column, _text in cells))
        self._decided(lines, f"type {', '.join(texts)}", Kind.DECIDED)

    def drop(self, lines: Sequence[Line]) -> None:
        self._decided(lines, "drop", Kind.DROPPED)

    def take_back(self, line: Line) -> None:
        first = next(one for one in LINES if one.key == line.key)
        self._decided([first], "take back", first.kind)

    def same(self, lines: Sequence[Line], at: int) -> None:
        self._decided(lines, f"same {at}", Kind.DECIDED)

    def other(self, lines: Sequence[Line]) -> None:
        self._decided(lines, "other", Kind.DECIDED)

    def undo(self) -> bool:
        self.done.append("undo")
        if not self.past:
            return False
        self.planned = self.past.pop()
        return True

    def redo(self) -> bool:
        self.done.append("redo")
        return False

    def _decided(self, lines: Sequence[Line], act: str, kind: Kind) -> None:
        self.past.append(self.planned)
        self.done.append(f"{act} {' '.join(str(line.key) for line in lines)}")
        now = {line.key: line for line in self.planned.lines.lines}  # type: ignore[attr-defined]
        now |= {line.key: replace(line, kind=kind) for line in lines}
        kinds = Counter(line.kind for line in now.values())
        self.planned = replace(
            self.planned, lines=FakeLines(list(now.values())), wrong=kinds[Kind.WRONG],
            doubtful=kinds[Kind.DOUBTFUL],
        )  # fmt: skip

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


def imported_by(shell: Shell) -> FakeImport:
    source = FakeImport()
    Importing(shell, lambda _name: source)
    return source
