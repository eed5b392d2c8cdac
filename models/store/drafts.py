"""Drafts of forms kept in the register's file: plain rows, replaced in place, without history."""

from __future__ import annotations

import json
from datetime import datetime

from models.store.tables import NEW_RECORD, Draft
from models.store.world import world
from models.unsaved import Unsaved


def keep(user: str, unsaved: Unsaved) -> None:
    """Keep a user's draft in place of the one kept before of the same form and record.

    Raises:
        WorldError: the disk failed; the draft kept before is still there.
    """
    texts = json.dumps(dict(unsaved.texts), ensure_ascii=False)
    values = {
        Draft.texts: texts,
        Draft.revision: unsaved.revision,
        Draft.kept_at: unsaved.at.isoformat(),
    }
    key = {Draft.user: user, Draft.form: unsaved.form, Draft.record: _key(unsaved.record)}
    with world("giữ bản nháp"):
        Draft.insert({**key, **values}).on_conflict(
            conflict_target=list(key), update=values
        ).execute()


def drop(user: str, form: str, record: int | None) -> None:
    """Forget a draft; nothing happens where there is none.

    Raises:
        WorldError: the disk failed; the draft is still there.
    """
    with world("bỏ bản nháp"):
        Draft.delete().where(*_one(user, form, record)).execute()


def all_of(user: str) -> list[Unsaved]:
    """Return everything a user left unsaved, the latest first.

    Raises:
        WorldError: the file cannot be read.
    """
    with world("đọc bản nháp"):
        rows = list(Draft.select().where(Draft.user == user))
    return sorted(map(_unsaved, rows), key=lambda one: one.at, reverse=True)


def _one(user: str, form: str, record: int | None) -> tuple[object, ...]:
    return Draft.user == user, Draft.form == form, Draft.record == _key(record)


def _key(record: int | None) -> int:
    return NEW_RECORD if record is None else record


def _unsaved(row: Draft) -> Unsaved:
    record = None if row.record == NEW_RECORD else row.record
    moment = datetime.fromisoformat(row.kept_at)
    return Unsaved(row.form, record, json.loads(row.texts), row.revision, moment)
