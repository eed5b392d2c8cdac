"""What the register remembers of its copies: where and when, and whether they were read again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from models import clock
from models.errors import Cancelled, WorldError
from models.record import new_uid
from models.store import journal
from models.store.backup.comparing import OWN_NOTES
from models.store.change import change
from models.store.history import Entry
from models.store.session import user
from models.store.tables import BackupEntry
from models.store.world import world

if TYPE_CHECKING:
    from models.store.backup.making import Copy

GOOD: Final = "good"
BAD: Final = "bad"
FAILED: Final = "failed"
STOPPED: Final = "stopped"
REMIND_AFTER: Final = timedelta(days=7)
DRILL_AFTER: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Place:
    """Where copies go: a stick by name and identity, or a folder by path."""

    name: str
    stick: str = ""


def note_copy(place: Place, copy: Copy) -> BackupEntry:
    """Write down a copy that was proven.

    Raises:
        WorldError: the register cannot be written; the copy stands all the same.
    """
    entry = BackupEntry(
        at=copy.manifest.made_at,
        place=place.name,
        stick=place.stick,
        file=copy.path.name,
        size=copy.size,
        records=copy.manifest.records,
        result=GOOD,
        reason="",
        seen_at=clock.now().isoformat(),
    )
    return _note(f"Sao lưu ra {place.name}", entry)


def note_failure(place: Place, error: WorldError | Cancelled) -> BackupEntry:
    """Write down a copy that did not come to be.

    Raises:
        WorldError: the register cannot be written.
    """
    stopped = isinstance(error, Cancelled)
    entry = BackupEntry(
        at=clock.now().isoformat(),
        place=place.name,
        stick=place.stick,
        file="",
        size=0,
        records=0,
        result=STOPPED if stopped else FAILED,
        reason="" if isinstance(error, Cancelled) else error.message,
    )
    return _note(f"Sao lưu ra {place.name}: chưa xong", entry)


def note_seen(file: str, problem: str = "") -> None:
    """Write down that a copy was read again from its device: good, or what is wrong with it."""
    with world("ghi nhật ký sao lưu"):
        values = {"result": BAD, "reason": problem}
        if not problem:
            values = {"result": GOOD, "reason": "", "seen_at": clock.now().isoformat()}
        BackupEntry.update(values).where(BackupEntry.file == file).execute()


def note_seen_again(files: int, bad: int) -> None:
    """Tell in the history that all copies of one place were read again.

    Raises:
        WorldError: the register cannot be written.
    """
    found = f"{bad} bản hỏng" if bad else "đều nguyên vẹn"
    journal.tell(journal.Act.VERIFY, f"Đọc lại {files} bản sao lưu: {found}")


def note_drill(file: str, compared: int, findings: int) -> None:
    """Write down that a copy was restored into a scratch place, and what was found there.

    Raises:
        WorldError: the register cannot be written.
    """
    outcome = f"{findings} chỗ sai" if findings else f"{compared} bản ghi khớp"
    journal.tell(journal.Act.DRILL, f"Thử phục hồi {file}: {outcome}")
    if findings:
        return
    with world("ghi nhật ký sao lưu"):
        now = clock.now().isoformat()
        BackupEntry.update(drilled_at=now, seen_at=now).where(BackupEntry.file == file).execute()


def entries(limit: int) -> list[BackupEntry]:
    """Return the newest entries, those of failures too; a negative limit means all."""
    newest = BackupEntry.select().order_by(BackupEntry.at.desc(), BackupEntry.id.desc())
    return list(newest.limit(limit))


def last_good() -> BackupEntry | None:
    """Return the newest copy that was good whenever it was read."""
    rows = BackupEntry.select().where(BackupEntry.result == GOOD)
    found: BackupEntry | None = rows.order_by(BackupEntry.at.desc(), BackupEntry.id.desc()).first()
    return found


def last_drill() -> BackupEntry | None:
    """Return the copy that was last drilled."""
    rows = BackupEntry.select().where(BackupEntry.drilled_at.is_null(False))
    found: BackupEntry | None = rows.order_by(BackupEntry.drilled_at.desc()).first()
    return found


def drill_is_due() -> bool:
    """Tell whether no copy was restored on trial for a month."""
    last = last_drill()
    return last is None or age_in_days(str(last.drilled_at)) >= DRILL_AFTER.days


def proven() -> set[str]:
    """Return the names of the copies that must never be thinned: newest good, last drilled."""
    return {entry.file for entry in (last_good(), last_drill()) if entry is not None}


def days_without() -> int | None:
    """Return for how many days nothing was backed up; None when nothing ever was."""
    last = last_good()
    return age_in_days(last.at) if last is not None else None


def age_in_days(moment: str) -> int:
    """Return how many days ago a stored moment was, on the office's calendar; never negative."""
    return max(0, (clock.today() - datetime.fromisoformat(moment).astimezone().date()).days)


def _note(title: str, entry: BackupEntry) -> BackupEntry:
    entry.uid, entry.user = new_uid(), user()
    with journal.writing(), change(title, kind="event") as work:
        entry.save(force_insert=True)
        subject = entry.file or entry.place
        work.entries.append(Entry(OWN_NOTES, entry.id, entry.uid, "add", subject, {}))
    return entry
