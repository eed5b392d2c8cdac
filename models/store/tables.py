"""Tables the store keeps for itself: history, settings, drafts, learned headings."""

from __future__ import annotations

from typing import ClassVar

from peewee import BlobField, ForeignKeyField, IntegerField, TextField

from models.record import Base

NEW_RECORD = 0
"""Stands in a draft for a record that has no key yet: two empty values would not be the same."""


class HistoryChange(Base):
    """One named change: the entry of the undo list.

    Attributes:
        kind: edit, import, undo, redo, merge, unmerge, event.
        source: the file of an import.
        undoes: the change this one takes back.
    """

    uid = TextField(unique=True)
    at = TextField(index=True)
    user = TextField()
    title = TextField()
    kind = TextField()
    source = TextField(default="")
    undoes_id: int | None
    undoes = ForeignKeyField("self", null=True, on_delete="RESTRICT", backref="+", index=True)

    class Meta:
        """Table name."""

        table_name = "history_change"


class HistoryEntry(Base):
    """One record touched by a change, with old and new values, chained to the entry before it.

    Attributes:
        table: table of the record.
        record: its key there.
        action: add, edit, trash, restore, erase.
        subject: title of the record when it was touched.
        detail: JSON object of field name to [old, new]; links as keys.
        link: SHA-256 over the previous link and everything here (`models.store.history`).
    """

    change_id: int
    change = ForeignKeyField(HistoryChange, on_delete="RESTRICT", backref="+", index=True)
    table = TextField()
    record = IntegerField()
    uid = TextField()
    action = TextField()
    subject = TextField()
    detail = TextField()
    link = BlobField()

    class Meta:
        """Found by record."""

        table_name = "history_entry"
        indexes = ((("table", "record"), False),)


class ChainHead(Base):
    """Length and last link of the history, so that entries cut off the end are missed."""

    entries = IntegerField()
    link = BlobField()

    class Meta:
        """Table name."""

        table_name = "chain_head"


class Setting(Base):
    """One setting of the register, as text."""

    name = TextField(unique=True)
    value = TextField()

    class Meta:
        """Table name."""

        table_name = "setting"


class Draft(Base):
    """What a user typed into a form and did not save (`models.store.drafts`).

    Attributes:
        record: key of the record, `NEW_RECORD` for a new one.
        texts: JSON object of field name to what was typed.
        revision: of the record when the form began.
    """

    user = TextField()
    form = TextField()
    record = IntegerField()
    texts = TextField()
    revision = IntegerField(null=True)
    kept_at = TextField()

    class Meta:
        """One row a user, form and record."""

        table_name = "draft"
        indexes = ((("user", "form", "record"), True),)


class LearnedHeading(Base):
    """A workbook heading a person once matched to a field; used again without asking."""

    register = TextField()
    heading = TextField()
    field = TextField()

    class Meta:
        """One meaning per heading and register."""

        table_name = "learned_heading"
        indexes = ((("register", "heading"), True),)


class BackupEntry(Base):
    """One backup that was made or tried (`models.store.backup.log`).

    Attributes:
        uid: identity of the entry in the history.
        at: moment of the snapshot, or of the failure.
        place: the stick's name or the folder.
        stick: identity of the stick, empty for a folder.
        file: name of the copy, empty where none was made.
        size: bytes of the file.
        records: how many records it holds.
        result: good, failed, stopped, or bad when it was found damaged later.
        reason: what failed, in words.
        seen_at: when it was last read from the device and found good.
        drilled_at: when it was last restored into a scratch place and compared.
    """

    uid = TextField(unique=True)
    at = TextField(index=True)
    user = TextField()
    place = TextField()
    stick = TextField()
    file = TextField()
    size = IntegerField()
    records = IntegerField()
    result = TextField()
    reason = TextField()
    seen_at = TextField(null=True)
    drilled_at = TextField(null=True)

    class Meta:
        """Table name."""

        table_name = "backup_entry"


class Content(Base):
    """Bytes that records name by their SHA-256: pages as printed, pictures of papers."""

    GUARDS: ClassVar[tuple[str, ...]] = (
        'CREATE TRIGGER "content_frozen" BEFORE UPDATE ON "content"'
        " BEGIN SELECT RAISE(ABORT, 'contents do not change'); END",
    )

    hash = TextField(unique=True)
    data = BlobField()

    class Meta:
        """Table name."""

        table_name = "content"


TABLES = (
    HistoryChange,
    HistoryEntry,
    ChainHead,
    Setting,
    Draft,
    LearnedHeading,
    BackupEntry,
    Content,
)
