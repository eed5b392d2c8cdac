"""Lists against a bare canvas loop that draws the same marks, and against LibreOffice.

    python -m tests.benchmarks.bench_printing

Every figure is the best of fresh processes run in turn in this one run; compare the ratios. Memory
is the most that a process ever had above what it had before: for a list its rows, the drawing and
the PDF, for a bare loop the drawing and the PDF only. LibreOffice is measured from a
ready workbook of the same rows to a PDF; where it is not installed one line says so.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from printing.blocks import Head, Signer, SignList
from printing.columns import PrintColumn
from printing.ink import Ink
from printing.listing import ListPage, render_list
from printing.packed_rows import PackedRows
from printing.page import finished, new_canvas
from printing.styles import LANDSCAPE

ROOT: Final = Path(__file__).parent.parent.parent
FAMILY: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Đặng", "Thạch", "Danh")
GIVEN: Final = ("An", "Bình", "Cường", "Đạt", "Hương", "Khoa", "Linh", "Minh", "Phúc", "Ước")
COLUMNS: Final = (
    PrintColumn("Họ và tên", 4),
    PrintColumn("Ngày sinh", 2, "centre"),
    PrintColumn("Giới tính", 1.2, "centre"),
    PrintColumn("Số định danh cá nhân", 2.6, "centre"),
    PrintColumn("Nơi thường trú", 6),
    PrintColumn("Nghề nghiệp", 2.4),
    PrintColumn("Ghi chú", 2.4),
)
Marks = list[tuple[list[tuple[float, float, str, str, float]], list[Any]]]


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Made-up people, the same ones every time."""
    pick = random.Random(1)
    for _ in range(count):
        yield (
            f"{pick.choice(FAMILY)} {pick.choice(GIVEN)} {pick.choice(GIVEN)}",
            f"{pick.randint(1, 28):02d}/{pick.randint(1, 12):02d}/{pick.randint(1940, 2008)}",
            pick.choice(("Nam", "Nữ")),
            f"0960{pick.randint(10**7, 10**8 - 1)}",
            pick.choice(
                (
                    f"Số nhà {pick.randint(1, 300)}, ấp Nội Ô, xã Hồng Dân, tỉnh Cà Mau",
                    "Ấp Bà Gồng, xã Hồng Dân",
                )
            ),
            pick.choice(("Làm ruộng", "Buôn bán", "Giáo viên")),
            pick.choice(("", "", "Hộ nghèo")),
        )


def page(count: int) -> ListPage:
    """The list that is measured."""
    sign = SignList((Signer("NGƯỜI LẬP BIỂU"), Signer("TRƯỞNG CÔNG AN XÃ", "Nguyễn Văn Ước")))
    head = Head("CÔNG AN XÃ HỒNG DÂN", "CÔNG AN TỈNH CÀ MAU")
    return ListPage(head, "DANH SÁCH NHÂN KHẨU", COLUMNS, PackedRows(rows(count)), sign)


def recorded(sheet: ListPage) -> Marks:
    """Every string and line that the engine puts on each page."""
    from reportlab.pdfgen.canvas import Canvas

    pages: Marks = []
    words: list[tuple[float, float, str, str, float]] = []
    lines: list[Any] = []
    at, draw_lines, show = Ink.at, Canvas.lines, Canvas.showPage

    def keep_text(self: Ink, x: float, y: float, text: str) -> None:
        words.append((x, y, text, *self._font))
        at(self, x, y, text)

    def keep_lines(self: Canvas, given: list[Any]) -> None:
        lines.extend(given)
        draw_lines(self, given)

    def keep_page(self: Canvas) -> None:
        pages.append((list(words), list(lines)))
        words.clear()
        lines.clear()
        show(self)

    patched: Any = (
        (Ink, "at", keep_text),
        (Canvas, "lines", keep_lines),
        (Canvas, "showPage", keep_page),
    )
    for owner, name, new in patched:
        setattr(owner, name, new)
    try:
        render_list(sheet)
    finally:
        for (owner, name, _), old in zip(patched, (at, draw_lines, show), strict=True):
            setattr(owner, name, old)
    return pages


def bare_loop(pages: Marks, *, batched: bool) -> None:
    """Draw the marks with the library's own calls, string by string or a text object a page."""
    canvas = new_canvas(LANDSCAPE, "")
    for words, lines in pages:
        look = ("", 0.0)
        text = canvas.beginText()
        for x, y, string, face, size in words:
            if (face, size) != look:
                look = (face, size)
                canvas.setFont(*look)
                text.setFont(*look)
            if batched:
                text.setTextOrigin(x, y)
                text.textOut(string)
            else:
                canvas.drawString(x, y, string)
        if batched:
            canvas.drawText(text)
            canvas.lines(lines)
        else:
            for line in lines:
                canvas.line(*line)
        canvas.showPage()
    finished(canvas)


def measure(kind: str, count: int) -> None:
    """Run one case in this process: seconds, then megabytes of memory it added."""
    render_list(page(3))
    pages = recorded(page(count)) if kind != "engine" else []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sheet = page(count if kind == "engine" else 0)
    start = time.perf_counter()
    if kind == "engine":
        render_list(sheet)
    else:
        bare_loop(pages, batched=kind == "batched")
    seconds = time.perf_counter() - start
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{seconds:.3f} {added:.1f}")


def in_turn(
    cases: list[tuple[str, int]], times: int = 3
) -> dict[tuple[str, int], tuple[float, float]]:
    """The best seconds and the most memory of every case, each in fresh processes in turn."""
    found: dict[tuple[str, int], tuple[float, float]] = {}
    for case in [case for _ in range(times) for case in cases]:
        command = [
            sys.executable,
            "-m",
            "tests.benchmarks.bench_printing",
            "--case",
            *map(str, case),
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        seconds, memory = map(float, re.findall(r"[\d.]+", done.stdout))
        best = found.get(case, (seconds, memory))
        found[case] = min(best[0], seconds), max(best[1], memory)
    return found


def office_seconds(office: str, count: int) -> float:
    """How long LibreOffice takes from a ready workbook of the same rows to a PDF.

    The first of two runs makes its profile and does not count.
    """
    from openpyxl import Workbook

    with tempfile.TemporaryDirectory() as folder:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Danh sách")
        sheet.append(["STT", *[column.words for column in COLUMNS]])
        for number, row in enumerate(rows(count), 1):
            sheet.append([number, *row])
        book.save(Path(folder) / "list.xlsx")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "list.xlsx"]
        seconds = 0.0
        for _ in range(2):
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            seconds = time.perf_counter() - start
        return seconds


def main() -> None:
    """Print the table of ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--case", nargs=2)
    given = parser.parse_args()
    if given.case:
        measure(given.case[0], int(given.case[1]))
        return
    kinds = ("engine", "strings", "batched")
    found = in_turn([(kind, count) for count in (10_000, 50_000) for kind in kinds])
    for count in (10_000, 50_000):
        seconds, memory = found[("engine", count)]
        print(f"{count} rows: {seconds:.2f} s, +{memory:.0f} MB", end="")
        for kind in kinds[1:]:
            theirs, grown = found[(kind, count)]
            print(
                f"; bare {kind} {theirs:.2f} s (ratio {seconds / theirs:.2f}), +{grown:.0f} MB",
                end="",
            )
        print()
    (little, low), (much, high) = (found[("engine", count)] for count in (10_000, 50_000))
    print(f"50,000 over 10,000 rows: {much / little:.2f} x the time, {high - low:+.0f} MB")
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed here: that comparison is left out.")
        return
    for count in (10_000, 50_000):
        theirs, ours = office_seconds(office, count), found[("engine", count)][0]
        print(f"LibreOffice {count} rows: {theirs:.2f} s, {theirs / ours:.1f} x ours")


if __name__ == "__main__":
    main()
