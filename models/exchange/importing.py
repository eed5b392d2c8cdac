"""Importing a workbook: one plan for the trial run and the run, carried out whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.exchange.drafts import Draft, drafts_of
from models.exchange.meanings import Meanings
from models.exchange.plan import Plan
from models.exchange.planner import Planner
from models.exchange.special_planners import MemberPlanner, SchemePlanner, TeamPlanner
from models.exchange.tables import find_tables
from models.exchange.workbook import read_workbook
from models.register import field_id
from models.registers import RECORDS
from models.registers.people import Person
from models.store.change import change
from models.store.history import last_link

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.exchange.tables import Table
    from models.exchange.workbook import Workbook
    from models.register import Register

    Progress = Callable[[int, int, str], None]

STEP = 500
PLANNERS: dict[str, type[Planner]] = {
    "members": MemberPlanner,
    "teams": TeamPlanner,
    "schemes": SchemePlanner,
}


def plan_import(path: Path, register: Register, *, progress: Progress | None = None) -> Plan:
    """Read a workbook and say for each row what would become of it; nothing is written.

    Args:
        path: .xlsx, .xls, .ods or .csv.
        register: where the rows go.
        progress: called with done, total and words; may raise Cancelled.

    Raises:
        UserError: empty, protected, or no table in it that fits the register.
        WorldError: missing, damaged, or not a workbook.
    """
    report = progress or _quiet
    workbook = read_workbook(path, progress=report)
    plan = Plan(register, path, head=last_link())
    drafts = _drafts(plan, workbook, report)
    if not drafts and not plan.columns:
        raise UserError(
            f"Không thấy bảng nào của sổ {register.title} trong tệp “{path.name}”. "
            "Hàng tiêu đề cần có tên cột như Họ và tên, Ngày sinh, Tên tổ."
        )
    planner = PLANNERS.get(register.name, Planner)(plan)
    planner.prepare(drafts)
    for done, draft in enumerate(drafts):
        if done % STEP == 0:
            report(done, len(drafts), "Đang so với sổ")
        planner.take(draft)
        if not draft.row.stays_out:
            draft.row.texts = {}
    planner.finish()
    plan.rows = [draft.row for draft in drafts]
    return plan


def carry_out(plan: Plan, *, progress: Progress | None = None) -> str | None:
    """Do what a plan says as one change that can be undone whole.

    Returns:
        The uid of the change (the batch); nothing where there was nothing to write.

    Raises:
        UserError: the register changed since the plan was made; read the file again.
        Cancelled: stopped; nothing was written.
        WorldError: the disk failed; nothing was written.
    """
    report = progress or _quiet
    if last_link() != plan.head:
        raise UserError("Sổ đã thay đổi từ lúc đọc tệp. Đọc lại tệp rồi nhập.")
    total = sum(map(len, plan.new.values())) + len(plan.changed)
    done = 0
    with change(f"Nhập {plan.path.name}", kind="import", source=plan.path.name) as work:
        for model in RECORDS:
            records = plan.new.get(model, [])
            for start in range(0, len(records), STEP):
                report(done, total, "Đang ghi vào sổ")
                part = records[start : start + STEP]
                work.add_many(part)
                done += len(part)
        for record in plan.changed:
            work.save(record, by_rules=False)
        report(total, total, "Đang hoàn tất")
    return work.uid


def _drafts(plan: Plan, workbook: Workbook, report: Progress) -> list[Draft]:
    meanings = Meanings(plan.register)
    drafts: list[Draft] = []
    for place, sheet in enumerate(workbook.sheets):
        report(place, len(workbook.sheets), f"Đang đọc {sheet.name}")
        if sheet.hidden:
            plan.unread.append(f"{sheet.name}: trang ẩn")
            continue
        tables = find_tables(sheet, meanings.vocabulary)
        read = [_table_drafts(plan, table, meanings) for table in tables]
        if not any(read):
            plan.unread.append(f"{sheet.name}: không thấy bảng")
        for part in read:
            drafts += part
    return drafts


def _table_drafts(plan: Plan, table: Table, meanings: Meanings) -> list[Draft]:
    """Read one table; nothing when it does not hold what names a record of the register."""
    matches = meanings.vocabulary.assign([column.path for column in table.columns])
    found = {match.key for match in matches.values()}
    if not found & _naming(meanings):
        return []
    for place, match in matches.items():
        heading = " > ".join(table.columns[place].path)
        plan.columns[heading] = meanings.label(match.key) + ("" if match.sure else " ?")
    return drafts_of(table, matches, meanings)


def _naming(meanings: Meanings) -> set[str]:
    """Return the meanings of which a table must have one to be of the register."""
    model = meanings.register.model
    title = model._meta.fields.get(model.TITLE)
    if title is None:
        return {field_id(field) for field in meanings.register.exchange_fields()[:3]}
    if title.name == "person":
        return {field_id(Person.full_name)}
    return {field_id(title)}


def _quiet(_done: int, _total: int, _words: str) -> None:
    return None
