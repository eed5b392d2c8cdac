"""The designs there are: those shipped with the program, and the office's own in their place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.errors import UserError
from models.registers.templates import PaperTemplate
from models.store.change import Conflict, change
from printing.certificate.reading import LONGEST_NAME, from_json, refuse_odd
from printing.certificate.template import FRAME, Template, to_json

if TYPE_CHECKING:
    from collections.abc import Collection

    from printing.certificate.template import Design

SHIPPED: Final = Path(__file__).parents[2] / "resources" / "certificates"


@dataclass(frozen=True, slots=True)
class Known:
    """A design, with the record it is kept in; none while it is as shipped."""

    template: Template
    row: PaperTemplate | None = None


@cache
def shipped() -> tuple[Template, ...]:
    """Return the designs of the program, by the names of their files."""
    files = sorted(SHIPPED.glob("*.json"), key=lambda file: file.stem)
    return tuple(from_json(file.read_text(encoding="utf-8")) for file in files)


def known_designs() -> list[Known]:
    """Return all designs: the office's own first, in place of shipped ones of their names."""
    own = {row.name: row for row in _own_rows()}
    found = [Known(from_json(row.body), row) for row in own.values()]
    return found + [Known(one) for one in shipped() if one.name not in own]


def designs(book: str = "") -> list[Template]:
    """Return the designs of a book, or all: the office's own first, in place of shipped ones."""
    found = (one.template for one in known_designs())
    return [one for one in found if not book or one.book == book]


def _own_rows() -> list[PaperTemplate]:
    live = PaperTemplate.select().where(PaperTemplate.trashed_at.is_null())
    return list(live.order_by(PaperTemplate.sort_key, PaperTemplate.id))


def known(name: str) -> Known:
    """Return a design by its name, with its record.

    Raises:
        UserError: there is none; those there are are told.
    """
    all_known = known_designs()
    for one in all_known:
        if one.template.name == name:
            return one
    names = "; ".join(one.template.name for one in all_known)
    raise UserError(f"Không có mẫu giấy “{name}”. Có: {names}.", "template", name)


def design(name: str) -> Template:
    """Return a design by its name.

    Raises:
        UserError: there is none; those there are are told.
    """
    return known(name).template


def original(template: Template) -> Template | None:
    """Return the shipped design that one began as, under its own name; nothing for other ones."""
    wanted = template.origin or template.name
    for one in shipped():
        if one.name == wanted:
            return replace(
                one, name=template.name, version=template.version, origin=template.origin
            )
    return None


def with_ornament(template: Template, ornament: Design) -> Template:
    """Return a design with another ornament; colours it lacks for that are those of the program."""
    like = next((one for one in shipped() if one.design == ornament), template)
    lent = next(one for one in shipped() if one.colours.keys() >= FRAME).colours
    return replace(
        template, design=ornament, colours=dict(lent) | dict(like.colours) | template.colours
    )


# -- the office's own


def keep(template: Template, revision: int | None = None) -> Template:
    """Keep a design as the office's own; a change is a further version of the same name.

    Args:
        template: as it is to be.
        revision: of the record it was read from, 0 where it was as shipped; nothing to keep it
            whatever there is.

    Raises:
        UserError: it could not be drawn.
        Conflict: somebody saved it meanwhile.
    """
    refuse_odd(template)
    all_known = {one.template.name: one for one in known_designs()}
    before = all_known.get(template.name)
    version = before.template.version + 1 if before is not None else 1
    kept = replace(template, version=version)
    theirs = before.row if before is not None else None
    row = PaperTemplate.get_by_id(theirs.id) if theirs else PaperTemplate(name=template.name)
    row.version, row.body = version, to_json(kept)
    if theirs is not None and revision is not None and theirs.revision != revision:
        raise Conflict(row, theirs)
    with change(f"Lưu mẫu giấy {template.name}, bản {version}") as work:
        work.save(row)
    return kept


def copy(name: str) -> Template:
    """Keep a copy of a design under a free name."""
    template = design(name)
    origin = template.origin or (name if any(one.name == name for one in shipped()) else "")
    return _add(replace(template, origin=origin), f"{name} (bản sao)", "Chép")


def bring_in(text: str) -> Template:
    """Keep a design from the text of a file, under its name or a free one like it.

    Raises:
        UserError: the text is no design; the place that is wrong is named.
    """
    template = from_json(text)
    return _add(template, template.name, "Nhận")


def _add(template: Template, wanted: str, verb: str) -> Template:
    name = _free_name(wanted, {one.name for one in designs()})
    kept = replace(template, name=name, version=1)
    with change(f"{verb} mẫu giấy {name}") as work:
        work.save(PaperTemplate(name=name, version=1, body=to_json(kept)))
    return kept


def _free_name(wanted: str, taken: Collection[str]) -> str:
    """Return a name that no design has: the one wanted, or with a number behind it."""
    name, number = wanted[:LONGEST_NAME], 1
    while name in taken:
        number += 1
        name = f"{wanted[: LONGEST_NAME - 5]} {number}"
    return name


def rename(name: str, wanted: str) -> Template:
    """Call a design of the office otherwise.

    Raises:
        UserError: it is the program's own, or the name is taken or none.
    """
    row = _own(name, "đổi tên")
    new = " ".join(wanted.split())
    template = replace(from_json(row.body), name=new)
    refuse_odd(template)
    if new != name and any(one.name == new for one in designs()):
        raise UserError(f"Đã có mẫu giấy “{new}”. Đặt tên khác.", "name", new)
    row.name, row.body = new, to_json(template)
    with change(f"Đổi tên mẫu giấy {name} thành {new}") as work:
        work.save(row)
    return template


def remove(name: str) -> None:
    """Move a design of the office to the trash; the program's own of its name is back then.

    Raises:
        UserError: it is the program's own.
    """
    row = _own(name, "xóa")
    with change(f"Xóa mẫu giấy {name}") as work:
        work.trash(row)


def _own(name: str, act: str) -> PaperTemplate:
    row = known(name).row
    if row is None:
        raise UserError(
            f"“{name}” là mẫu của phần mềm, không {act} được. Chép thành mẫu của cơ quan trước."
        )
    return row
