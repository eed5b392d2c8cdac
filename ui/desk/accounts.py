"""The people of the open register, handed to the window."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import WorldError
from models.roles import ROLE_HINTS, Right, Role
from models.store import accounts, journal
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.session import has_given_password, may, user
from ui.source.accounts import Account, RoleFacts

if TYPE_CHECKING:
    from collections.abc import Sequence


class OfficeAccounts:
    """Does each act through the store, which refuses what the role may not."""

    roles: Sequence[RoleFacts] = tuple(RoleFacts(role, hint) for role, hint in ROLE_HINTS.items())

    @property
    def may_manage(self) -> bool:
        """Tell whether who works now runs the register."""
        return may(Right.USERS)

    @property
    def must_change(self) -> bool:
        """Tell whether who works now still has a password that somebody else chose."""
        return has_given_password()

    @property
    def may_unmask(self) -> bool:
        """Tell whether who works now sees dots where they may see more."""
        return may(Right.UNMASK) and not may(Right.SENSITIVE)

    def people(self) -> Sequence[Account]:
        """Return everybody, those ended last."""
        lost = _without_password()
        return [
            Account(
                one.id,
                one.name,
                one.role,
                one.disabled,
                one.name == user(),
                one.rank,
                one.post,
                one.name in lost,
            )
            for one in accounts.users()
        ]

    def add(self, name: str, role: str, password: str) -> str:
        """Let one more person in."""
        added = accounts.add(_folder(), name, Role(role), password)
        return f"Đã thêm {added.name}. Lần đầu mở sổ cần đổi mật khẩu."

    def end(self, name: str) -> str:
        """Let a person in no more."""
        accounts.end(_folder(), name)
        return f"{name} không mở được sổ nữa. Việc đã làm vẫn ghi tên."

    def take_back(self, name: str, password: str) -> str:
        """Let a person in again."""
        accounts.take_back(_folder(), name, password)
        return f"{name} mở được sổ trở lại. Lần đầu cần đổi mật khẩu."

    def set_role(self, name: str, role: str) -> str:
        """Make a person something else to the register."""
        accounts.set_role(name, Role(role))
        return f"{name}: {role}, từ lần mở sổ sau."

    def describe(self, name: str, rank: str, post: str) -> str:
        """Say what rank and post a person has."""
        accounts.describe(name, rank, post)
        return f"Đã ghi cấp bậc, chức vụ của {name}."

    def reset(self, name: str, password: str) -> str:
        """Give a person another password."""
        accounts.reset_password(_folder(), name, password)
        return f"Đã đặt lại mật khẩu của {name}. Lần tới mở sổ cần đổi."

    def change_own(self, old: str, new: str) -> str:
        """Replace the password of who works now."""
        accounts.change_own_password(_folder(), old, new)
        return "Đã đổi mật khẩu."

    def unmask(self) -> str:
        """Show who works now what is sensitive, and tell it in the history."""
        journal.unmask()
        return "Đang hiện dữ liệu nhạy cảm đến khi đóng sổ. Việc này ghi vào nhật ký."


def _folder() -> RegisterFolder:
    return RegisterFolder(Path(database.database).parent)


def _without_password() -> set[str]:
    """Return who waits for a new password; nobody where the slots cannot be read just now.

    The list of people is needed then all the more; whatever wants the slots says what is wrong.
    """
    try:
        return {one.name for one in accounts.without_password(_folder())}
    except WorldError as error:
        logging.getLogger(__name__).warning("the key slots were not read", exc_info=error)
        return set()
