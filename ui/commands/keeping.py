"""Commands about the register itself: init, demo, check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.registers import REGISTERS
from models.store import check, opening
from ui.commands.access import folder_of, password_of, register_of
from ui.commands.answer import Exit, complain, give, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands of this room."""
    init = commands.add_parser("init", parents=[common], help="lập sổ mới")
    init.add_argument("--province", required=True, metavar="P")
    init.add_argument("--commune", required=True, metavar="C")
    init.set_defaults(act=make)
    look = commands.add_parser("check", parents=[common], help="kiểm tra toàn bộ sổ")
    look.set_defaults(act=look_over)


def make(wanted: Namespace) -> int:
    """Make a register and print its recovery key, once."""
    if not wanted.user:
        complain("Chưa có tên người dùng. Thêm --user TÊN.")
        return Exit.USAGE
    office = opening.NewRegister(wanted.province, wanted.commune, wanted.user, password_of(wanted))
    key = opening.create(folder_of(wanted), office)
    name = opening.office_of(wanted.province, wanted.commune).name
    if wanted.json:
        give({"folder": str(folder_of(wanted).path), "office": name, "recovery_key": key.text})
        return Exit.DONE
    tell(f"Đã lập sổ của {name} ở {folder_of(wanted).path}.")
    tell("Khóa phục hồi, ghi ra giấy và cất nơi an toàn, không hiện lại lần nữa:")
    tell(key.text)
    return Exit.DONE


def look_over(wanted: Namespace) -> int:
    """Check the whole register; everything wrong is told in a sentence."""
    with register_of(wanted, read_only=True):
        found = check.findings()
        counts = {
            known.name: known.model.select().where(known.model.trashed_at.is_null()).count()
            for known in REGISTERS
        }
    if wanted.json:
        give({"whole": not found, "findings": found, "counts": counts})
    elif not found:
        tell(f"Sổ nguyên vẹn: {sum(counts.values())} bản ghi, nhật ký khớp.")
    for sentence in found:
        complain(sentence)
    return Exit.WORLD if found else Exit.DONE
