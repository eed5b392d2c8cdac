"""The designs there are: those shipped with the program, and the office's own in their place."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from models.errors import UserError
from models.registers.templates import PaperTemplate
from models.store.change import change
from printing.certificate.template import Template, from_json, to_json

SHIPPED: Final = Path(__file__).parents[2] / "resources" / "certificates"


@cache
def shipped() -> tuple[Template, ...]:
    """Return the designs of the program, by the names of their files."""
    files = sorted(SHIPPED.glob("*.json"), key=lambda file: file.stem)
    return tuple(from_json(file.read_text(encoding="utf-8")) for file in files)


def designs(book: str = "") -> list[Template]:
    """Return the designs of a book, or all: the office's own first, in place of shipped ones."""
    own = [from_json(row.body) for row in _own_rows()]
    names = {one.name for one in own}
    found = own + [one for one in shipped() if one.name not in names]
    return [one for one in found if not book or one.book == book]


def _own_rows() -> list[PaperTemplate]:
    live = PaperTemplate.select().where(PaperTemplate.trashed_at.is_null())
    return list(live.order_by(PaperTemplate.sort_key))


def design(name: str) -> Template:
    """Return a design by its name.

    Raises:
        UserError: there is none; those there are are told.
    """
    known = designs()
    for one in known:
        if one.name == name:
            return one
    names = "; ".join(one.name for one in known)
    raise UserError(f"Không có mẫu giấy “{name}”. Có: {names}.", "template", name)


def keep(template: Template) -> Template:
    """Keep a design as the office's own; a change is a further version of the same name."""
    before = next((one for one in designs() if one.name == template.name), None)
    version = before.version + 1 if before is not None else 1
    kept = replace(template, version=version)
    row = PaperTemplate.get_or_none(
        (PaperTemplate.name == template.name) & PaperTemplate.trashed_at.is_null()
    )
    row = row or PaperTemplate(name=template.name)
    row.version, row.body = version, to_json(kept)
    with change(f"Lưu mẫu giấy {template.name}, bản {version}") as work:
        work.save(row)
    return kept
