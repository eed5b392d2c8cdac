"""Commands that bring workbooks in and out: import, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.exchange.export import export_list
from models.exchange.importing import carry_out, plan_import
from models.exchange.left_out import write_left_out
from models.registers import register
from ui.commands.access import register_of
from ui.commands.answer import Exit, complain, give, tell
from ui.commands.lists import add_narrowing, listing_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from models.exchange.plan import Plan, RowProblem

SHOWN = 20
"""Problems told to people; --json gives them all."""


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands of this room."""
    bring = commands.add_parser("import", parents=[common], help="nhập tệp Excel vào một sổ")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--register", required=True, metavar="R")
    bring.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ nhập gì")
    bring.add_argument("--left-out", type=Path, metavar="FILE.xlsx", help="ghi các dòng không nhập")
    bring.set_defaults(act=bring_in)
    take = commands.add_parser("export", parents=[common], help="xuất một sổ ra tệp .xlsx")
    take.add_argument("register", metavar="R")
    take.add_argument("file", type=Path, metavar="FILE.xlsx")
    add_narrowing(take)
    take.set_defaults(act=take_out)


def bring_in(wanted: Namespace) -> int:
    """Import workbooks together: all of them, as one change that can be undone, or none."""
    known = register(wanted.register)
    batch = None
    with register_of(wanted, read_only=wanted.dry_run):
        plan = plan_import(wanted.files, known)
        if not wanted.dry_run:
            batch = carry_out(plan)
        if wanted.left_out:
            write_left_out(plan, wanted.left_out)
    if wanted.json:
        give(_facts(plan, batch))
    else:
        _tell(plan, dry=wanted.dry_run)
    return Exit.DONE


def take_out(wanted: Namespace) -> int:
    """Export a list to a workbook."""
    known = register(wanted.register)
    if wanted.file.suffix.lower() != ".xlsx":
        raise UserError(f"Tệp xuất cần đuôi .xlsx, đang là “{wanted.file.name}”.")
    with register_of(wanted, read_only=True):
        rows = export_list(listing_of(wanted, known), wanted.file)
    if wanted.json:
        give({"register": known.name, "rows": rows, "file": str(wanted.file)})
    else:
        tell(f"Đã xuất {rows} {known.model.NOUN} ra {wanted.file}.")
    return Exit.DONE


def _tell(plan: Plan, *, dry: bool) -> None:
    counts = plan.counts()
    tell(f"{plan.source}: {counts['rows']} dòng" + (" (xem thử, chưa nhập)." if dry else "."))
    tell(
        f"Thêm {counts['new']}, cập nhật {counts['updated']}, không đổi {counts['same']}, "
        f"nghi trùng {counts['doubtful']}, sai {counts['errors']}."
    )
    _tell_some(plan.problems(), "Còn {} chỗ nữa; xem đủ với --json hoặc --left-out.")
    if plan.warnings():
        complain("Nên xem lại, vẫn nhập:")
        _tell_some(plan.warnings(), "Còn {} chỗ nữa; xem đủ với --json.")
    for reason in plan.unread:
        complain(reason)
    if plan.unused:
        complain(f"Cột không dùng: {'; '.join(plan.unused[:SHOWN])}.")


def _tell_some(found: list[RowProblem], more: str) -> None:
    for problem in found[:SHOWN]:
        place = f"ô {problem.column}{problem.row}" if problem.column else f"dòng {problem.row}"
        complain(f"{problem.sheet}, {place}: {problem.message}")
    if len(found) > SHOWN:
        complain(more.format(len(found) - SHOWN))


def _facts(plan: Plan, batch: str | None) -> dict[str, Any]:
    return {
        **plan.counts(),
        "problems": [problem._asdict() for problem in plan.problems()],
        "warnings": [problem._asdict() for problem in plan.warnings()],
        "repairs": [problem._asdict() for problem in plan.repairs()],
        "unread": plan.unread,
        "unused": plan.unused,
        "batch": batch,
    }
