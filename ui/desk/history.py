"""The history in words: of one record, and of one change; some of it at a time."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.facts import Kind
from models.masking import seen
from models.registers.templates import PaperTemplate
from models.store.backup.comparing import OWN_NOTES
from models.store.journal import TABLE
from models.store.schema import MODELS
from models.store.tables import HistoryChange, HistoryEntry
from ui.source import Deed, Edit, Past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.record import Record

SHOWN = 40
LONGEST = 300
ACTS = {
    "add": "Thêm mới",
    "trash": "Chuyển vào Thùng rác",
    "restore": "Khôi phục từ Thùng rác",
    "edit": "Sửa",
    "erase": "Xóa hẳn",
    "password": "Đổi mật khẩu",
}
DEEDS = {
    "login": "Mở sổ",
    "lock": "Khóa sổ",
    "unmask": "Hiện dữ liệu nhạy cảm",
    "print": "In giấy tờ",
    "export": "Xuất ra tệp",
    "verify": "Kiểm tra bản sao lưu",
    "drill": "Thử phục hồi",
    "erase": "Xóa hẳn",
    "sheet": "Phiếu khôi phục",
    "retention": "Đổi thời hạn giữ",
    "add": "Sao lưu",
    "restore": "Phục hồi",
}
"""What was done with the register itself, of no record."""
DESIGNS, DESIGNED = PaperTemplate._meta.table_name, PaperTemplate.body.label
_TABLES: dict[str, Any] = {model._meta.table_name: model for model in MODELS}


def past_of(record: Record, offset: int) -> Past:
    """Return what was done to a record, newest first."""
    mine = (HistoryEntry.table == type(record)._meta.table_name) & (
        HistoryEntry.record == record.id
    )
    rows = (
        HistoryEntry.select(HistoryEntry, HistoryChange)
        .join(HistoryChange)
        .where(mine)
        .order_by(HistoryEntry.id.desc())
    )
    return _past(rows, offset, lambda row: _deed(row, row.change.title, _when(row)))


def past_in(change: HistoryChange, offset: int) -> Past:
    """Return what one change did, record by record, in the order it happened."""
    rows = HistoryEntry.select().where(HistoryEntry.change == change.id).order_by(HistoryEntry.id)
    return _past(rows, offset, lambda row: _deed(row, row.subject, _kind_of(row)))


def _past(rows: Any, offset: int, deed: Callable[[HistoryEntry], Deed]) -> Past:  # noqa: ANN401
    found = list(rows.limit(SHOWN + 1).offset(offset))
    return Past(tuple(map(deed, found[:SHOWN])), len(found) > SHOWN)


def _deed(row: HistoryEntry, title: str, told: str) -> Deed:
    return Deed(title, told, _edits(row), row.action == "add")


def _when(row: HistoryEntry) -> str:
    act = "" if row.action == "edit" else f" · {ACTS[row.action].lower()}"
    return f"{moment(row.change.at)} · {row.change.user}{act}"


def _kind_of(row: HistoryEntry) -> str:
    if row.table in (TABLE, OWN_NOTES):
        return DEEDS[row.action]
    noun = getattr(_TABLES.get(row.table), "NOUN", "")
    return " · ".join(filter(None, (ACTS[row.action], noun)))


def last_edit(record: Record) -> str:
    """Return the line at a record's foot."""
    if not record.updated_at:
        return ""
    return f"Sửa lần cuối {moment(record.updated_at)} · {record.updated_by}"


def moment(iso: str) -> str:
    """Write a stored moment as people read it, in this machine's time."""
    return datetime.fromisoformat(iso).astimezone().strftime("%d/%m/%Y %H:%M")


def _edits(row: HistoryEntry) -> tuple[Edit, ...]:
    """Return the fields an entry changed, under today's labels; fields gone since are left out."""
    detail: dict[str, list[Any]] = json.loads(row.detail)
    fields = _fields(row.table)
    designed = detail.pop("body", None) if row.table == DESIGNS else None
    plain = tuple(
        Edit(fields[name].label, _shown(fields[name], old), _shown(fields[name], new))
        for name, (old, new) in detail.items()
        if name in fields and name != "snapshot"
    )
    return plain if designed is None else (*plain, *_design_edits(*designed))


def _design_edits(old: str | None, new: str | None) -> Iterator[Edit]:
    """Tell in words what was changed about a design; its text is for the program alone."""
    from printing.certificate.reading import from_json
    from printing.certificate.telling import differences

    try:
        was, now = (from_json(text) if text else None for text in (old, new))
    except UserError:
        yield Edit(DESIGNED, "", "đã đổi")
        return
    if was is not None and now is not None:
        for one in differences(was, now):
            yield Edit(one.part, one.first, one.second)
    else:
        parts = [f"{len(one.elements)} phần" if one is not None else "" for one in (was, now)]
        yield Edit(DESIGNED, *parts)


def in_words(field: Any, value: Any) -> str:  # noqa: ANN401
    """Write a value for reading by itself, where a mere mark would say nothing."""
    if field.kind is Kind.YES_NO:
        return "Có" if value else "Không"
    return seen(field, value)


@lru_cache
def _fields(table: str) -> dict[str, Any]:
    model: Any = _TABLES.get(table)
    return {fact.name: fact for fact in model.facts()} if hasattr(model, "facts") else {}


def _shown(field: Any, value: Any) -> str:  # noqa: ANN401
    if value is None or value == "":
        return ""
    if field.kind is Kind.LINK:
        linked = field.rel_model.get_or_none(field.rel_model.id == value)
        return linked.title if linked is not None else "?"
    text = in_words(field, field.python_value(value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
