"""Settings kept in the register: small texts by name, per user where a user's name stands in it."""

from __future__ import annotations

from models.store.tables import Setting


def get(name: str, default: str = "") -> str:
    """Return a setting, or the default where it was never set."""
    row = Setting.get_or_none(Setting.name == name)
    return row.value if row is not None else default


def beginning(prefix: str) -> dict[str, str]:
    """Return all settings whose names begin with a text, by the rest of their names."""
    rows = Setting.select().where(Setting.name.startswith(prefix))
    found = {row.name: row.value for row in rows}
    return {
        name.removeprefix(prefix): value for name, value in found.items() if name.startswith(prefix)
    }


def put(name: str, value: str) -> None:
    """Keep a setting in place of the one before; not part of the history."""
    Setting.insert(name=name, value=value).on_conflict(
        conflict_target=[Setting.name], update={Setting.value: value}
    ).execute()
