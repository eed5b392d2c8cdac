"""A record's history in words: who, when, what was, what is."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from models.facts import Kind
from models.masking import seen
from models.store.tables import HistoryChange, HistoryEntry
from ui.source import Line

if TYPE_CHECKING:
    from models.record import Record

SHOWN = 60
LONGEST = 60
ACTS = {"add": "Thêm", "trash": "Xóa", "restore": "Khôi phục", "edit": "Sửa"}


def entries(record: Record) -> tuple[Line, ...]:
    """Return the latest entries of a record's history, newest first."""
    rows = (
        HistoryEntry.select(HistoryEntry, HistoryChange)
        .join(HistoryChange)
        .where(
            (HistoryEntry.table == type(record)._meta.table_name)
            & (HistoryEntry.record == record.id)
        )
        .order_by(HistoryEntry.id.desc())
        .limit(SHOWN)
    )
    return tuple(
        Line(
            row.change.title,
            _words(record, row),
            f"{moment(row.change.at)} · {row.change.user}",
        )
        for row in rows
    )


def last_edit(record: Record) -> str:
    """Return the line at a record's foot."""
    if not record.updated_at:
        return ""
    return f"Sửa lần cuối {moment(record.updated_at)} · {record.updated_by}"


def moment(iso: str) -> str:
    """Write a stored moment as people read it, in this machine's time."""
    return datetime.fromisoformat(iso).astimezone().strftime("%d/%m/%Y %H:%M")


def _words(record: Record, row: HistoryEntry) -> str:
    if row.action != "edit":
        return ACTS[row.action]
    detail: dict[str, list[Any]] = json.loads(row.detail)
    fields = type(record)._meta.fields
    parts = []
    for name, (old, new) in detail.items():
        field = fields.get(name)
        if field is not None:
            parts.append(f"{field.label}: {_shown(field, old)} → {_shown(field, new)}")
    return "; ".join(parts)


def _shown(field: Any, value: Any) -> str:  # noqa: ANN401
    if value is None or value == "":
        return "trống"
    if field.kind is Kind.LINK:
        linked = field.rel_model.get_or_none(field.rel_model.id == value)
        return linked.title if linked is not None else "?"
    text = seen(field, field.python_value(value)) or "trống"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
