"""The command that makes a register full of invented people, and prints what can be printed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.demo import story
from models.errors import UserError
from models.registers import REGISTERS
from models.store.opening import opened, the_office
from models.store.world import world
from ui.commands.access import VARIABLE, folder_of, password_of
from ui.commands.answer import Exit, give, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

USER, PASSWORD = "admin", "demo"


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the command of this room."""
    demo = commands.add_parser("demo", parents=[common], help="lập sổ thử có sẵn số liệu")
    demo.add_argument("--print", type=Path, dest="papers", metavar="DIR", help="in mọi giấy tờ")
    demo.set_defaults(act=make)


def make(wanted: Namespace) -> int:
    """Make a demo register; tell what is in it and who opens it."""
    folder, user = folder_of(wanted), wanted.user or USER
    chosen = wanted.password_file or VARIABLE in os.environ
    password = password_of(wanted) if chosen else PASSWORD
    if wanted.papers:
        _make_ready(wanted.papers)
    from printing.records.demo_papers import issue_demo_papers

    story.make(folder, user, password, issue_demo_papers)
    with opened(folder, user, lambda: password, read_only=True):
        facts: dict[str, Any] = {
            "folder": str(folder.path),
            "office": the_office().name,
            "user": user,
            "counts": _counts(),
        }
        if wanted.papers:
            from printing.records.everything import print_everything

            facts["printed"] = [path.name for path in print_everything(wanted.papers)]
    if wanted.json:
        give(facts)
        return Exit.DONE
    tell(f"Đã lập sổ thử của {facts['office']} ở {folder.path}. Tên người và số liệu là bịa.")
    tell(", ".join(f"{known.title}: {facts['counts'][known.name]}" for known in REGISTERS) + ".")
    tell(f"Người dùng: {user}." + ("" if chosen else f" Mật khẩu: {PASSWORD}."))
    if wanted.papers:
        tell(f"Đã in {len(facts['printed'])} giấy tờ ra {wanted.papers}.")
    return Exit.DONE


def _make_ready(papers: Path) -> None:
    if papers.exists() and not papers.is_dir():
        raise UserError(f"“{papers}” là một tệp. Chọn thư mục để in ra.", "print", str(papers))
    with world("in ra thư mục"):
        papers.mkdir(parents=True, exist_ok=True)


def _counts() -> dict[str, int]:
    return {
        known.name: known.model.select().where(known.model.trashed_at.is_null()).count()
        for known in REGISTERS
    }
