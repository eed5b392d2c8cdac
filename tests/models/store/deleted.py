"""Somebody who is deleted and erased years later, and all that the file holds of them."""

from __future__ import annotations

from datetime import timedelta

from models.clock import stopped_at
from models.record import Record
from models.registers.people import Person
from models.store.change import change
from models.store.database import database
from models.store.erasing import Erasing, erase
from tests.conftest import TODAY
from tests.models.samples import fresh, person, save

WHY = "hết hạn lưu"
NAME, ID, PHONE = "Quách Xuân Phượng", "095179004412", "0868123456"
SECRETS = (NAME, ID, PHONE, "quach xuan phuong", "Quách")
LATER = TODAY + timedelta(days=6 * 366)


def gone(*records: Record, why: str = "") -> None:
    with change(f"Xóa {records[0].title}") as work:
        for record in records:
            work.trash(record, why)


def quach() -> Person:
    found = person(NAME, citizen_id=ID, phone=PHONE)
    found.job = "Làm ruộng"
    save(found, title=f"Sửa {NAME}")
    return fresh(found)


def later_erased(*records: Record) -> Erasing:
    with stopped_at(LATER):
        return erase([fresh(one) for one in records], WHY)


def everything() -> str:
    """All that the file holds, its search index included, as one text."""
    tables = database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = [
        value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        for (table,) in tables
        if not table.endswith("_trigram")
        for row in database.execute_sql(f'SELECT * FROM "{table}"').fetchall()
        for value in row
    ]
    return "\n".join(rows)
