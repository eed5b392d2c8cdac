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
    """Import workbooks one after the other, each whole or not at all."""
    known = register(wanted.register)
    if wanted.left_out and len(wanted.files) > 1:
        raise UserError("--left-out chỉ dùng với một tệp.")
    plans: list[Plan] = []
    batches: list[str] = []
    with register_of(wanted, read_only=wanted.dry_run):
        for path in wanted.files:
            plan = plan_import(path, known)
            batch = None if wanted.dry_run else carry_out(plan)
            plans.append(plan)
            batches += [batch] if batch else []
            if wanted.left_out:
                write_left_out(plan, wanted.left_out)
            if not wanted.json:
                _tell(plan, dry=wanted.dry_run)
    if wanted.json:
        give(_facts(plans, batches))
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
    tell(f"{plan.path.name}: {counts['rows']} dòng" + (" (xem thử, chưa nhập)." if dry else "."))
    tell(
        f"Thêm {counts['new']}, cập nhật {counts['updated']}, không đổi {counts['same']}, "
        f"nghi trùng {counts['doubtful']}, sai {counts['errors']}."
    )
    problems = plan.problems()
    for problem in problems[:SHOWN]:
        complain(f"{problem.sheet}, ô {problem.column}{problem.row}: {problem.message}")
    if len(problems) > SHOWN:
        complain(f"Còn {len(problems) - SHOWN} chỗ nữa; xem đủ với --json hoặc --left-out.")
    for reason in plan.unread:
        complain(reason)


def _facts(plans: list[Plan], batches: list[str]) -> dict[str, Any]:
    facts: dict[str, Any] = dict.fromkeys(
        ("rows", "new", "updated", "same", "doubtful", "errors"), 0
    )
    for plan in plans:
        for name, count in plan.counts().items():
            facts[name] += count
    facts["problems"] = [_problem(problem) for plan in plans for problem in plan.problems()]
    facts["warnings"] = [_problem(problem) for plan in plans for problem in plan.warnings()]
    facts["unread"] = [reason for plan in plans for reason in plan.unread]
    facts["batch"] = batches[0] if len(batches) == 1 else batches or None
    return facts


def _problem(problem: RowProblem) -> dict[str, Any]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "message": problem.message,
    }
