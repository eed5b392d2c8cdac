"""Importing workbooks: one plan for the trial run and the run, carried out whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.exchange.draft import Draft
from models.exchange.drafts import drafts_of
from models.exchange.headers import Match, is_number_heading
from models.exchange.meanings import LEADER_NAME, LEADER_PHONE, RATING, Meanings, year_in
from models.exchange.plan import Plan
from models.exchange.planner import Planner
from models.exchange.quiet import without_collecting
from models.exchange.session_headings import ATTENDANCE
from models.exchange.special_planners import PLANNERS
from models.exchange.tables import find_tables
from models.exchange.workbook import read_workbook
from models.register import field_id
from models.registers import RECORDS
from models.registers.people import Person
from models.registers.teams import Team
from models.roles import Right
from models.store.change import change
from models.store.history import last_change_link
from models.store.session import require

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.exchange.tables import Table
    from models.exchange.workbook import Workbook
    from models.register import Register

    Progress = Callable[[int, int, str], None]

STEP = 500
MANY = 2500
"""So many records are stored at once: a quarter of a second between two looks at the stop."""
WRITING = "Đang ghi vào sổ"


@without_collecting()
def plan_import(
    paths: Path | Sequence[Path],
    register: Register,
    *,
    progress: Progress | None = None,
    within: int | None = None,
) -> Plan:
    """Read workbooks and say for each row what would become of it; nothing is written.

    Args:
        paths: one or more of .xlsx, .xls, .ods or .csv; they are planned as one.
        register: where the rows go.
        progress: called with done, total and words; may raise Cancelled.
        within: key of the team or class that rows go to whose cells and captions name none.

    Raises:
        AccessError: who works now may not import; doubtful rows would show them whom we know.
        UserError: empty, protected, or no table in it that fits the register.
        WorldError: missing, damaged, or not a workbook.
    """
    if register.model.BOOKED:
        raise UserError(f"{register.title} chỉ do phần mềm ghi khi in giấy, không nhập từ tệp.")
    require(Right.WRITE)
    report = progress or _quiet
    files = (paths,) if isinstance(paths, Path) else tuple(paths)
    plan = Plan(register, files, head=last_change_link())
    plan.within = within
    meanings = Meanings(register)
    drafts = [draft for path in plan.paths for draft in _file_drafts(plan, path, meanings, report)]
    planner = PLANNERS.get(register.model, Planner)(plan)
    planner.prepare(drafts, report)
    for done, draft in enumerate(drafts):
        if done % STEP == 0:
            report(done, len(drafts), "Đang so với sổ")
        planner.take(draft)
    planner.finish()
    plan.rows = [draft.row for draft in drafts]
    return plan


@without_collecting()
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
    total = sum(map(len, plan.new.values())) + len(plan.changed)
    done = 0
    with change(f"Nhập {plan.source}", kind="import", source=plan.source) as work:
        if last_change_link() != plan.head:
            raise UserError("Sổ đã thay đổi từ lúc đọc tệp. Đọc lại tệp rồi nhập.")
        work.between = lambda: report(total, total, "Đang hoàn tất")
        for model in RECORDS:
            records = plan.new.get(model, [])
            for start in range(0, len(records), MANY):
                report(done, total, WRITING)
                part = records[start : start + MANY]
                work.add_many(part)
                done += len(part)
        for record in plan.changed:
            if done % STEP == 0:
                report(done, total, WRITING)
            work.save(record, by_rules=False)
            done += 1
    return work.uid


def _file_drafts(plan: Plan, path: Path, meanings: Meanings, report: Progress) -> list[Draft]:
    """Read a file's rows.

    Raises:
        UserError: no table in it that fits the register.
    """
    workbook = read_workbook(path, progress=report)
    known = len(plan.columns)
    drafts = _drafts(plan, workbook, meanings, report)
    if not drafts and len(plan.columns) == known:
        raise UserError(
            f"Không thấy bảng nào của sổ {plan.register.title} trong tệp “{path.name}”. "
            "Hàng tiêu đề cần có tên cột như Họ và tên, Ngày sinh, Tên tổ."
        )
    return drafts


def _drafts(plan: Plan, workbook: Workbook, meanings: Meanings, report: Progress) -> list[Draft]:
    file = workbook.path.name if len(plan.paths) > 1 else ""
    drafts: list[Draft] = []
    for place, sheet in enumerate(workbook.sheets):
        report(place, len(workbook.sheets), f"Đang đọc {sheet.name}")
        name = f"{file}: {sheet.name}" if file else sheet.name
        if sheet.hidden:
            plan.unread.append(f"{name}: trang ẩn")
            continue
        tables = find_tables(sheet, meanings.vocabulary)
        matched = [(table, _matches(plan, table, meanings, name)) for table in tables]
        if not any(matches for _, matches in matched):
            plan.unread.append(f"{name}: không thấy bảng")
        for table, matches in matched:
            if matches:
                drafts += drafts_of(table, matches, meanings, file=file, progress=report)
    return drafts


def _matches(plan: Plan, table: Table, meanings: Meanings, sheet: str) -> dict[int, Match]:
    """Say what the columns of a table mean; nothing when it lacks what names a record."""
    paths = [column.path for column in table.columns]
    matches = _without_leader(meanings.vocabulary.assign(paths))
    if not {match.key for match in matches.values()} & _naming(meanings):
        return {}
    for place, path in enumerate(paths):
        heading = " > ".join(path)
        if place not in matches:
            found = meanings.vocabulary.match(path)
            if found is not None and found.key == RATING and year_in(heading):
                matches[place] = found
        if meanings.marks(path):
            matches[place] = Match(ATTENDANCE, 1.0, True)
        if place in matches:
            match = matches[place]
            plan.columns[heading] = meanings.label(match.key) + ("" if match.sure else " ?")
        elif not is_number_heading(path[-1]):
            plan.unused.append(f"{sheet}: {heading}")
    return matches


def _without_leader(matches: dict[int, Match]) -> dict[int, Match]:
    """Let a telephone be the team's own where no column names whose it is."""
    if any(match.key == LEADER_NAME for match in matches.values()):
        return matches
    own = field_id(Team.phone)
    return {
        place: replace(match, key=own) if match.key == LEADER_PHONE else match
        for place, match in matches.items()
    }


def _naming(meanings: Meanings) -> set[str]:
    """Return the meanings of which a table must have one to be of the register."""
    model: Any = meanings.register.model
    title = model._meta.fields.get(model.TITLE)
    if title is None:
        return {field_id(field) for field in meanings.register.exchange_fields()[:3]}
    if title.name == "person":
        return {field_id(Person.full_name)}
    return {field_id(title)}


def _quiet(_done: int, _total: int, _words: str) -> None:
    return None
