"""Short ways to issue made-up papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.issuing import runs
from models.issuing.numbers import next_number
from models.registers.issued import IssuedPaper, PrintRun

BOOK = "Giấy chứng nhận"
DAY = date(2026, 11, 16)
PDF = b"%PDF-1.4 ba trang"


def order(first: int | None = None, **changed: Any) -> runs.Order:
    day = changed.pop("issued_on", DAY)
    facts = {
        "book": BOOK,
        "issued_on": day,
        "first": first or next_number(changed.get("book", BOOK), day.year),
        "signer": "Thiếu tá Phạm Quốc Hưng",
        "template": "Giấy chứng nhận",
        "version": 1,
        "body": "{}",
    }
    return runs.Order(**(facts | changed))


def items(count: int, **facts: Any) -> list[runs.Item]:
    return [
        runs.Item(f"Người thứ {at}", {"name": f"Người thứ {at}"}, **facts)
        for at in range(1, count + 1)
    ]


def held(count: int = 3, **changed: Any) -> PrintRun:
    return runs.hold(order(**changed), items(count), PDF)


def issued(count: int = 3, **changed: Any) -> list[IssuedPaper]:
    return runs.confirm(held(count, **changed))


def book() -> list[tuple[str, str]]:
    """Every number that stands, with its state, in the order of numbers."""
    live = IssuedPaper.select().where(IssuedPaper.trashed_at.is_null())
    rows = live.order_by(IssuedPaper.year, IssuedPaper.number)
    return [(paper.label, paper.state) for paper in rows]
