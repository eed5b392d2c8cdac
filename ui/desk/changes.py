"""The changes of the register as a list: what was done, by whom, and whether it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models import clock
from models.errors import UserError
from models.store import undo
from models.store.tables import HistoryChange, HistoryEntry
from models.text import fold
from ui.desk.history import moment, past_in
from ui.source import (
    Align,
    CellKind,
    Chip,
    ColumnFacts,
    Detail,
    FilterFacts,
    Option,
    RegisterFacts,
    Row,
    Tab,
)
from ui.table.columns import Room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.source import Query

OPEN, TAKEN_BACK, TOO_OLD = "Hoàn tác được", "Đã hoàn tác", f"Quá {undo.REACH.days} ngày"
AN_UNDO, NEVER = "Là lần hoàn tác", "Không hoàn tác"
LOOKS = {OPEN: "good", TAKEN_BACK: "none", TOO_OLD: "middle", AN_UNDO: "none", NEVER: "middle"}
WHY_NOT = {
    TAKEN_BACK: "Thay đổi này đã được hoàn tác.",
    TOO_OLD: f"Chỉ hoàn tác được trong {undo.REACH.days} ngày.",
    AN_UNDO: "Đây là lần hoàn tác. Muốn làm lại thì bấm Ctrl+Y ngay sau đó.",
    NEVER: "Việc này không hoàn tác được.",
}
KINDS = (
    ("edit", "Trên màn hình"),
    ("import", "Nhập từ Excel"),
    ("merge", "Gộp người"),
    ("unmerge", "Tách người"),
    ("undo", "Hoàn tác"),
    ("redo", "Làm lại"),
    ("event", "Mở sổ, in, xuất, sao lưu"),
)
CHANGES = RegisterFacts(
    name="changes",
    title="Các thay đổi gần đây",
    noun="thay đổi",
    icon="history",
    search_hint="Tìm việc đã làm, người làm… không cần gõ dấu",
    empty="Chưa có thay đổi nào",
    filters=(
        FilterFacts("open", OPEN),
        FilterFacts("kind", "Cách ghi", tuple(Option(key, word) for key, word in KINDS)),
    ),
    can_add=False,
    can_import=False,
    act="undo_change",
)


class ChangeList:
    """Every change, newest first."""

    columns: Sequence[ColumnFacts] = (
        ColumnFacts("title", "Việc", 3.4, sortable=False),
        ColumnFacts("at", "Lúc", 1.6, sortable=False, sample="28/11/2026 16:42"),
        ColumnFacts("who", "Người làm", 1.7, sortable=False, room=Room.USUAL),
        ColumnFacts("records", "Mục", 0.6, Align.RIGHT, CellKind.NUMBER, sortable=False,
                    sample="50.000", room=Room.USUAL),
        ColumnFacts("state", "Hoàn tác", 1.6, kind=CellKind.STATUS, looks=LOOKS, sortable=False,
                    sample=OPEN),
    )  # fmt: skip

    def count(self, query: Query) -> int:
        """Return how many changes there are."""
        return len(self._ids(query))

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Return changes, newest first."""
        ids = self._ids(query)[offset : offset + limit]
        chosen = HistoryChange.select().where(HistoryChange.id.in_(ids))
        open_now = _open()
        return [_row(row, open_now) for row in chosen.order_by(HistoryChange.id.desc())]

    def position(self, query: Query, identity: int) -> int:
        """Return where a change stands, -1 when it is not listed."""
        ids = self._ids(query)
        return ids.index(identity) if identity in ids else -1

    def interrupt(self) -> None:
        """Questions are short."""

    def _ids(self, query: Query) -> list[int]:
        rows: Any = HistoryChange.select(
            HistoryChange.id, HistoryChange.title, HistoryChange.user, HistoryChange.kind
        )
        rows = rows.order_by(HistoryChange.id.desc()).tuples()
        words, filters = fold(query.search).split(), dict(query.filters)
        open_now = _open() if "open" in filters else set()
        return [
            key
            for key, title, user, kind in rows
            if ("open" not in filters or key in open_now)
            and filters.get("kind", kind) == kind
            and (not words or all(word in fold(f"{title} {user}") for word in words))
        ]


class ChangeDetails:
    """Tells what one change did, record by record."""

    def detail(self, identity: int) -> Detail | None:
        """Return the change, or nothing where there is none of that key."""
        row: HistoryChange | None = HistoryChange.get_or_none(HistoryChange.id == identity)
        if row is None:
            return None
        state = _state(row, _open())
        count = HistoryEntry.select().where(HistoryEntry.change == row.id).count()
        return Detail(
            row.title,
            " · ".join(filter(None, (moment(row.at), row.user, row.source))),
            (Chip(state, LOOKS[state]), Chip(f"{count} mục", "plain")),
            tabs=(Tab("past", "Nội dung", past=lambda offset: past_in(row, offset)),),
            foot=WHY_NOT.get(state, ""),
            allowed=state == OPEN,
        )


def undo_change(identity: int) -> str:
    """Take one change back; tell what."""
    row: HistoryChange | None = HistoryChange.get_or_none(HistoryChange.id == identity)
    if row is None:
        raise UserError("Không còn thay đổi này.")
    state = _state(row, _open())
    if state != OPEN:
        raise UserError(f"Chưa hoàn tác được “{row.title}”. {WHY_NOT[state]}")
    return told(undo.undo(row))


def told(done: undo.Undone) -> str:
    """Say what undoing did."""
    kept = f" Giữ lại {len(done.kept)} chỗ đã sửa sau đó." if done.kept else ""
    return f"Đã hoàn tác: {done.title}.{kept}"


def _open() -> set[int]:
    """Return the keys of the changes that can be taken back."""
    return {row.id for row in undo.standing() if row.kind in undo.KINDS}


def _row(row: HistoryChange, open_now: set[int]) -> Row:
    count = HistoryEntry.select().where(HistoryEntry.change == row.id).count()
    state = _state(row, open_now)
    return Row(row.id, (row.title, moment(row.at), row.user, f"{count:,}".replace(",", "."), state))


def _state(row: HistoryChange, open_now: set[int]) -> str:
    if row.id in open_now:
        return OPEN
    if row.kind in ("undo", "redo"):
        return AN_UNDO
    if row.kind not in undo.KINDS:
        return NEVER
    old = row.at < (clock.now() - undo.REACH).isoformat()
    return TOO_OLD if old else TAKEN_BACK
