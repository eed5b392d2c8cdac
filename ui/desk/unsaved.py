"""What a person left unsaved anywhere, with the words by which they know it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.registers import REGISTERS
from ui.source import LeftUnsaved
from ui.source.keeping import DESIGN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.register import Register
    from models.unsaved import Unsaved

DESIGNS, SETTINGS = "Mẫu giấy", "Thiết lập"


def left_unsaved(drafts: Iterable[Unsaved]) -> list[LeftUnsaved]:
    """Name drafts by record and register; not those of records that were deleted since."""
    registers = {one.name: one for one in REGISTERS}
    named = ((one, _named(one, registers.get(one.form))) for one in drafts)
    return [
        LeftUnsaved(one.form, one.record, title, place, one.at)
        for one, (title, place) in named
        if title
    ]


def _named(draft: Unsaved, register: Register | None) -> tuple[str, str]:
    if register is None:
        design = draft.form.removeprefix(DESIGN)
        return (design, DESIGNS) if design != draft.form else (SETTINGS, SETTINGS)
    model = register.model
    if draft.record is None:
        return f"Thêm {model.NOUN}", register.title
    record = model.get_or_none((model.id == draft.record) & model.trashed_at.is_null())
    return record.title if record is not None else "", register.title
