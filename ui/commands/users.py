"""Commands about the people who work with the register: users, user."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.roles import Role
from models.store import accounts
from models.text import fold
from ui.commands.access import folder_of, password_in, password_of, register_of
from ui.commands.answer import Exit, give, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

ROLES = {"admin": Role.ADMIN, "officer": Role.OFFICER, "leader": Role.LEADER, "viewer": Role.VIEWER}


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands of this room."""
    shown = commands.add_parser("users", parents=[common], help="người dùng của sổ")
    shown.set_defaults(act=show)
    one = commands.add_parser("user", parents=[common], help="thêm, ngừng, đổi quyền, đổi mật khẩu")
    one.add_argument("what", choices=sorted(ACTS), metavar="ACT", help=", ".join(ACTS))
    one.add_argument("name", nargs="?", default="", metavar="NAME")
    one.add_argument("--role", metavar="ROLE", help=", ".join(ROLES))
    one.add_argument("--new-password-file", type=Path, metavar="FILE", help="mật khẩu mới")
    one.set_defaults(act=change)


def show(wanted: Namespace) -> int:
    """List everybody with their role."""
    with register_of(wanted, read_only=True):
        facts = [
            {"name": one.name, "role": one.role, "disabled": one.disabled}
            for one in accounts.users()
        ]
    if wanted.json:
        give({"users": facts})
        return Exit.DONE
    for fact in facts:
        tell(f"{fact['name']}\t{fact['role']}{'	đã ngừng' if fact['disabled'] else ''}")
    return Exit.DONE


def change(wanted: Namespace) -> int:
    """Do one act about one person; one's own password needs no name."""
    if not wanted.name and wanted.what != "password":
        raise UserError("Chưa có tên người cần đổi. Viết: user ACT TÊN.", "name")
    with register_of(wanted, read_only=False):
        sentence = ACTS[wanted.what](wanted)
    if wanted.json:
        give({"done": wanted.what, "name": wanted.name})
    else:
        tell(sentence)
    return Exit.DONE


def _add(wanted: Namespace) -> str:
    added = accounts.add(folder_of(wanted), wanted.name, _role(wanted), _new_password(wanted))
    return f"Đã thêm {added.name}, quyền {added.role}. Lần mở sổ đầu tiên cần đổi mật khẩu."


def _end(wanted: Namespace) -> str:
    accounts.end(folder_of(wanted), wanted.name)
    return f"Đã ngừng {wanted.name}."


def _take_back(wanted: Namespace) -> str:
    accounts.take_back(folder_of(wanted), wanted.name, _new_password(wanted))
    return f"{wanted.name} dùng lại được sổ."


def _set_role(wanted: Namespace) -> str:
    role = _role(wanted)
    accounts.set_role(wanted.name, role)
    return f"{wanted.name} có quyền {role} từ lần mở sổ sau."


def _reset(wanted: Namespace) -> str:
    accounts.reset_password(folder_of(wanted), wanted.name, _new_password(wanted))
    return f"Đã đặt lại mật khẩu của {wanted.name}."


def _password(wanted: Namespace) -> str:
    accounts.change_own_password(folder_of(wanted), password_of(wanted), _new_password(wanted))
    return "Đã đổi mật khẩu."


ACTS = {
    "add": _add,
    "end": _end,
    "take-back": _take_back,
    "role": _set_role,
    "reset": _reset,
    "password": _password,
}


def _role(wanted: Namespace) -> Role:
    """Return the role of --role, by its English or its Vietnamese name.

    Raises:
        UserError: there is no such role.
    """
    known = {**ROLES, **{fold(role): role for role in Role}}
    role = known.get(fold(wanted.role or ""))
    if role is None:
        raise UserError(f"Quyền “{wanted.role or ''}” không có. Chọn: {', '.join(ROLES)}.", "role")
    return role


def _new_password(wanted: Namespace) -> str:
    if wanted.new_password_file is None:
        raise UserError("Chưa có mật khẩu mới. Thêm --new-password-file TỆP.", "password")
    return password_in(wanted.new_password_file)
