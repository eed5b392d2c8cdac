"""Who works with the open register, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.errors import AccessError
from models.roles import RIGHTS, Right, Role


@dataclass(slots=True)
class _Session:
    """The one person at work."""

    user: str = ""
    given_password: bool = False
    rights: frozenset[Right] = field(default_factory=lambda: RIGHTS[Role.ADMIN])


_session = _Session()


def user() -> str:
    """Return the name of the user who opened the register; empty before."""
    return _session.user


def set_user(name: str, role: Role = Role.ADMIN, *, given_password: bool = False) -> None:
    """Say who works from now on, and as what; history names them.

    Nobody, as while a register is made or brought up to date, is the program itself.
    ``given_password`` tells that somebody else chose theirs.
    """
    _session.user, _session.rights, _session.given_password = name, RIGHTS[role], given_password


def has_given_password() -> bool:
    """Tell whether who works now still has a password that somebody else chose."""
    return _session.given_password


def has_own_password() -> None:
    """Say that who works now has chosen their password by now."""
    _session.given_password = False


def may(right: Right) -> bool:
    """Tell whether who works now may do an act."""
    return right in _session.rights


def require(right: Right) -> None:
    """Refuse an act to whoever may not do it.

    Raises:
        AccessError: naming person and act.
    """
    if not may(right):
        raise AccessError(f"“{user()}” không được {right}. Nhờ người quản trị của sổ.")


def show_sensitive() -> None:
    """Let who works now see sensitive data until the register is closed.

    Raises:
        AccessError: the role never does.
    """
    require(Right.UNMASK)
    _session.rights |= {Right.SENSITIVE}


def look_around() -> None:
    """Take from who works now what reaches beyond the register: copies, and who may open it."""
    _session.rights -= {Right.BACK_UP, Right.RESTORE, Right.USERS}
