"""The command that erases for good what was deleted long enough ago: erase."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.registers import register
from models.roles import Right
from models.store.erasing import due, erase, plan
from models.store.session import require
from ui.commands.access import register_of
from ui.commands.answer import Exit, give, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from models.store.erasing import Erasing

COPIES = "Các bản sao lưu và sổ cũ giữ từ trước vẫn còn những mục này."


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the command of this room."""
    gone = commands.add_parser("erase", parents=[common], help="xóa hẳn mục đã xóa, đủ hạn giữ")
    gone.add_argument("register", metavar="R")
    gone.add_argument("--uid", action="append", default=[], metavar="UID", help="chỉ những mục này")
    gone.add_argument("--reason", default="", metavar="TEXT", help="lý do, ghi vào nhật ký")
    gone.add_argument("--lose", metavar="N", help="số mục sẽ mất, để xác nhận")
    gone.set_defaults(act=erase_due)


def erase_due(wanted: Namespace) -> int:
    """Erase what was deleted of a register, once the number that goes was named."""
    known = register(wanted.register)
    with register_of(wanted, read_only=False):
        require(Right.ERASE)
        found = due(known.model)
        if wanted.uid:
            model = known.model
            found = list(model.select().where(model.uid.in_(wanted.uid)))
            _refuse_unknown(wanted.uid, {one.uid for one in found}, known.model.NOUN)
        if not found:
            raise UserError(f"Chưa có {known.model.NOUN} nào trong Thùng rác đủ hạn giữ.")
        going = plan(found)
        _confirm(wanted, going)
        erase(found, wanted.reason)
    many, papers = len(going.records), [one.label for one in going.papers]
    if wanted.json:
        give({"erased": many, "chosen": len(going.chosen), "papers_kept": papers})
        return Exit.DONE
    tell(f"Đã xóa hẳn {many} mục. {COPIES}")
    if papers:
        tell(f"Sổ cấp giấy vẫn giữ: {', '.join(papers)}.")
    return Exit.DONE


def _refuse_unknown(uids: list[str], known: set[str], noun: str) -> None:
    for uid in uids:
        if uid not in known:
            raise UserError(f"Không có {noun} mang mã “{uid}”.", "uid", uid)


def _confirm(wanted: Namespace, going: Erasing) -> None:
    """Ask for the number of what is lost.

    Raises:
        UserError: it was not given, or is another.
    """
    many = len(going.records)
    what = f"Xóa hẳn {many} mục, không lấy lại được. {COPIES}"
    given = wanted.lose
    if given is None and sys.stdin.isatty():
        tell(f"{what} Gõ số {many} để xóa hẳn:")
        given = sys.stdin.readline()
    if given is None or str(given).strip() != str(many):
        raise UserError(
            f"{what} Chưa xóa gì. Nếu đồng ý, chạy lại với --lose {many}.", "lose", given
        )
