"""Who may open the register: adding, ending, new passwords, other roles; each told in the history.

A person is a key slot, which lets them in, and a `User`, which says as what. The slot is made first
and ended first: what a crash leaves between the two lets nobody do more than before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import AccessError, UserError
from models.registers.users import User
from models.roles import Right, Role
from models.store.change import change
from models.store.database import database
from models.store.passwords import refuse_weak
from models.store.session import has_own_password, require, set_user, user
from models.store.vault import Vault, same_name

if TYPE_CHECKING:
    from models.store.folder import RegisterFolder


def admit(vault: Vault, name: str) -> None:
    """Let a person work who has unlocked the register, as what they are to it.

    A slot nobody vouches for, as a crash may leave, only looks on.

    Raises:
        AccessError: the person has been ended.
    """
    rows = _users()
    if not rows:
        set_user(name, _first_role(vault, name))
        return
    known = _find(rows, name)
    if known is None:
        set_user(name, Role.VIEWER)
        return
    if known.disabled:
        raise AccessError(f"Người dùng “{known.name}” đã ngừng. Nhờ người quản trị của sổ.")
    set_user(name, Role(known.role), given_password=known.must_change)


def take_up(vault: Vault) -> None:
    """Give everybody of a register from before there were roles theirs: the first one runs it."""
    if _users():
        return
    with change("Ghi nhận người dùng của sổ", kind="event") as work:
        for name in vault.users():
            work.save(User(name=name, role=_first_role(vault, name)))


def users() -> list[User]:
    """Return everybody, those ended last."""
    return sorted(_users(), key=lambda one: (one.disabled, one.id))


def without_password(folder: RegisterFolder) -> list[User]:
    """Return those who may come in and have no password, since the recovery key was changed.

    Raises:
        WorldError: the key slots cannot be read.
    """
    known = {same_name(name) for name in Vault.open(folder, repair=False).users()}
    return [one for one in _users() if not one.disabled and same_name(one.name) not in known]


def add(folder: RegisterFolder, name: str, role: Role, password: str) -> User:
    """Let one more person in; they choose a password of their own when they first come.

    Raises:
        AccessError: who works now does not run the register.
        UserError: name missing or taken, password missing or too short.
        WorldError: the disk failed; nothing has changed.
    """
    require(Right.USERS)
    refuse_weak(password, name)
    if _find(_users(), name) is not None:
        raise UserError(f"Đã có người dùng “{name}”. Chọn tên khác.", "user", name)
    vault = Vault.open(folder)
    vault.add_slot(name, password, _data_key())
    added = User(name=vault.name_of(name), role=role, must_change=True)
    try:
        with change(f"Thêm người dùng {added.name}", kind="event") as work:
            work.save(added)
    except BaseException:
        vault.remove_slot(name)
        raise
    return added


def end(folder: RegisterFolder, name: str) -> None:
    """Let a person in no more; what they did stays under their name.

    Raises:
        AccessError: who works now does not run the register.
        UserError: no such person, oneself, or the last who runs it.
    """
    require(Right.USERS)
    leaving = _known(name)
    if same_name(leaving.name) == same_name(user()):
        raise UserError("Không tự ngừng chính mình. Nhờ người quản trị khác.", "user", name)
    _refuse_last_admin(leaving)
    vault = Vault.open(folder)
    if any(same_name(one) == same_name(name) for one in vault.users()):
        vault.remove_slot(leaving.name)
    leaving.disabled = True
    with change(f"Ngừng người dùng {leaving.name}", kind="event") as work:
        work.save(leaving)


def take_back(folder: RegisterFolder, name: str, password: str) -> None:
    """Let a person in again who was ended, with a new password.

    Raises:
        AccessError: who works now does not run the register.
        UserError: no such person, not ended, or a weak password.
    """
    require(Right.USERS)
    back = _known(name)
    if not back.disabled:
        raise UserError(f"“{back.name}” vẫn đang dùng sổ.", "user", name)
    refuse_weak(password, back.name)
    Vault.open(folder).add_slot(back.name, password, _data_key())
    back.disabled, back.must_change = False, True
    with change(f"Cho {back.name} dùng lại sổ", kind="event") as work:
        work.save(back)


def set_role(name: str, role: Role) -> None:
    """Make a person something else to the register; it holds from their next coming on.

    Raises:
        AccessError: who works now does not run the register.
        UserError: no such person, or the last who runs it.
    """
    require(Right.USERS)
    known = _known(name)
    if role is not Role.ADMIN:
        _refuse_last_admin(known)
    known.role = role
    with change(f"Đổi quyền của {known.name}: {role}", kind="event") as work:
        work.save(known)


def describe(name: str, rank: str, post: str) -> None:
    """Say what rank and post a person has.

    Raises:
        AccessError: who works now does not run the register.
        UserError: no such person.
    """
    require(Right.USERS)
    known = _known(name)
    known.rank, known.post = rank, post
    with change(f"Sửa cấp bậc, chức vụ của {known.name}", kind="event") as work:
        work.save(known)


def reset_password(folder: RegisterFolder, name: str, password: str) -> None:
    """Give a person who forgot theirs a password; they choose their own when they next come.

    Raises:
        AccessError: who works now does not run the register.
        UserError: no such person, one who was ended, or a weak password.
        WorldError: the disk failed; the old password stays.
    """
    require(Right.USERS)
    known = _known(name)
    if known.disabled:
        raise UserError(f"“{known.name}” đã ngừng. Cho dùng lại trước.", "user", name)
    refuse_weak(password, known.name)
    vault = Vault.open(folder)
    if any(same_name(one) == same_name(known.name) for one in vault.users()):
        vault.set_password(known.name, password, _data_key())
    else:  # the recovery key was changed since
        vault.add_slot(known.name, password, _data_key())
    known.must_change = same_name(known.name) != same_name(user())
    with change(f"Đặt lại mật khẩu của {known.name}", kind="event") as work:
        work.save(known)
        work.tell(known, "password")
    if not known.must_change:
        has_own_password()


def change_own_password(folder: RegisterFolder, old: str, new: str) -> None:
    """Replace the password of who works now.

    Raises:
        AccessError: the old one is wrong.
        UserError: the new one is weak, or the old one again.
        WorldError: the disk failed; the old password stays.
    """
    refuse_weak(new, user())
    if new == old:
        raise UserError("Mật khẩu mới giống mật khẩu cũ.", "password")
    vault = Vault.open(folder)
    vault.change_password(user(), old, new)
    vault.attempts.passed()
    own = _known(user())
    own.must_change = False
    with change(f"{own.name} đổi mật khẩu", kind="event") as work:
        work.save(own)
        work.tell(own, "password")
    has_own_password()


def _users() -> list[User]:
    return list(User.select().order_by(User.id))


def _find(rows: list[User], name: str) -> User | None:
    return next((row for row in rows if same_name(row.name) == same_name(name)), None)


def _known(name: str) -> User:
    known = _find(_users(), name)
    if known is None:
        raise UserError(f"Không có người dùng “{name}”.", "user", name)
    return known


def _refuse_last_admin(leaving: User) -> None:
    admins = [one for one in _users() if one.role == Role.ADMIN and not one.disabled]
    if [one.id for one in admins] == [leaving.id]:
        raise UserError(
            f"“{leaving.name}” là người quản trị cuối cùng. Cho người khác quyền quản trị trước.",
            "user",
            leaving.name,
        )


def _first_role(vault: Vault, name: str) -> Role:
    return Role.ADMIN if same_name(vault.users()[0]) == same_name(name) else Role.OFFICER


def _data_key() -> bytes:
    key: bytes = database.connect_params["data_key"]
    return key
