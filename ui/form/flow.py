"""Places fields in rows of twelve columns, so that a form needs no layout of its own."""

from __future__ import annotations

from collections.abc import Sequence

from ui.source import FieldFacts

COLUMNS = 12
WIDTHS = {
    "long text": 12,
    "person name": 5,
    "text": 4,
    "whole number": 2,
    "đồng": 3,
    "date as precise as known": 3,
    "day": 3,
    "yes or no": 3,
    "choice": 3,
    "catalogue": 4,
    "link": 4,
    "person": 4,
    "phone": 3,
    "citizen id": 3,
}
GROWS = ("text", "person name", "link", "person", "catalogue")
LONG_LABELS = ((26, 4), (15, 3))
"""A field with more letters above it than these is so wide at least: a label is never cut."""


def rows(fields: Sequence[FieldFacts]) -> list[list[tuple[FieldFacts, int]]]:
    """Fields with their widths in columns, a list for each row, in reading order."""
    result: list[list[tuple[FieldFacts, int]]] = []
    row: list[tuple[FieldFacts, int]] = []
    for facts in fields:
        letters = len(facts.label)
        least = next((wide for longer, wide in LONG_LABELS if letters > longer), 1)
        width = facts.width or max(WIDTHS.get(facts.kind, 4), least)
        if row and sum(wide for _facts, wide in row) + width > COLUMNS:
            result.append(_filled(row))
            row = []
        row.append((facts, width))
    if row:
        result.append(_filled(row))
    return result


def _filled(row: list[tuple[FieldFacts, int]]) -> list[tuple[FieldFacts, int]]:
    """Let texts take what is left of the row, the narrowest first."""
    widths = [wide for _facts, wide in row]
    growing = [at for at, (facts, _wide) in enumerate(row) if facts.kind in GROWS]
    for _spare in range(COLUMNS - sum(widths)):
        if growing:
            narrowest = min(growing, key=lambda at: widths[at])
            widths[narrowest] += 1
    return [(facts, wide) for (facts, _old), wide in zip(row, widths, strict=True)]
