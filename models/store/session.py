"""Who works with the open register."""

from __future__ import annotations

_state = {"user": ""}


def user() -> str:
    """Return the name of the user who opened the register; empty before."""
    return _state["user"]


def set_user(name: str) -> None:
    """Say who works from now on; history names them."""
    _state["user"] = name
