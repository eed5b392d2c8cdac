"""The list of a fire safety class as an office keeps it: 64 trainees, three days, mixed scores."""

from __future__ import annotations

from pathlib import Path

from tests.models.exchange import workbooks

SHEET = "Lớp PCCC 02-2025"
NAME = "Lớp huấn luyện, bồi dưỡng nghiệp vụ PCCC và CNCH cho lực lượng dân phòng"
TITLES: list[list[object]] = [
    ["DANH SÁCH HỌC VIÊN"],
    [NAME],
    ["Từ ngày 15/9/2025 đến ngày 17/9/2025, tại Hội trường UBND xã Hưng Hội"],
    [],
]
SCORE = 8


def rows() -> list[list[object]]:
    """Give the rows of the sheet, its headings included; cells as Excel holds them."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [*TITLES, *(list(map(_cell, range(len(row)), row)) for row in cells)]


def _cell(place: int, text: str) -> object:
    if place == 0 and text.isdigit():
        return int(text)
    if place == SCORE and text and "," not in text and text[0].isdigit():
        return float(text)
    return text or None


def write(folder: Path) -> Path:
    """Write the workbook and give its path."""
    path = folder / "hoc_vien.xlsx"
    merges = {SHEET: ["A1:K1", "A2:K2", "A3:K3"]}
    path.write_bytes(workbooks.xlsx({SHEET: rows()}, merges=merges))
    return path
