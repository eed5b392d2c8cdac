"""Rows on the clipboard as Excel takes them: cells stay texts, nothing becomes a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData

RISKY = ("=", "+", "-", "@", "\t", "\r")
CELL = "<td style=\"mso-number-format:'\\@'\">{}</td>"


def harmless(text: str) -> str:
    """One cell: no tabs or line ends, and an apostrophe before what Excel would calculate."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(RISKY) else flat


def as_cells(rows: Iterable[Sequence[str]]) -> QMimeData:
    """Plain text with tabs, and a table whose cells are marked as text (zeros in front stay)."""
    lines = [list(row) for row in rows]
    data = QMimeData()
    data.setText("\n".join("\t".join(map(harmless, line)) for line in lines))
    body = "".join(
        f"<tr>{''.join(CELL.format(escape(cell)) for cell in line)}</tr>" for line in lines
    )
    data.setHtml(f"<table>{body}</table>")
    return data
