"""The open register's copies, as the page of backups shows them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.errors import WorldError
from models.registers import REGISTERS
from models.roles import Right
from models.store.backup import comparing, log
from models.store.backup.keeping import back_up, look_again, try_out
from models.store.backup.making import megabytes
from models.store.backup.permission import Entrant
from models.store.backup.restoring import restore
from models.store.backup.shelf import copies_in
from models.store.backup.snapshot import open_key
from models.store.database import database
from models.store.drives import sticks
from models.store.drives.ejecting import eject
from models.store.folder import RegisterFolder
from models.store.opening import the_office
from models.store.session import may, require, user
from models.store.vault import Vault
from models.values.numbers import show_number
from ui.source.backups import BackupLine, CopyFacts, Plugged, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.store.backup.drilling import Drilled
    from models.store.backup.shelf import Shelved
    from models.store.drives.sticks import Stick
    from models.store.tables import BackupEntry
    from ui.source.backups import Progress

SHOWN: Final = 20
DAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
RESULTS: Final = {
    log.GOOD: ("Đã kiểm tra", ("green", "check-decagram")),
    log.BAD: ("Hỏng", ("red", "alert-circle")),
    log.FAILED: ("Chưa được", ("red", "alert-circle")),
    log.STOPPED: ("Đã dừng", ("grey", "stop-circle-outline")),
}

OTHER_KEY: Final = (
    "Sao lưu trước khi đổi mã khôi phục. Khóa sổ, chọn Phục hồi ở màn hình đầu, mở bằng mật khẩu "
    "hoặc phiếu lúc ấy."
)


class OfficeBackups:
    """Copies of the register that is open in this process."""

    def __init__(self) -> None:
        self._folder = RegisterFolder(Path(database.database).parent)

    @property
    def _register(self) -> str:
        return Vault.open(self._folder, repair=False).register

    def plugged(self) -> Sequence[Plugged]:
        """The sticks that are plugged in now."""
        found = [drive for drive in sticks.drives() if drive.removable]
        if not found:
            return ()
        return tuple(map(_plugged, sticks.sticks(found, self._folder, self._register)))

    def standing(self, lines: int) -> Standing:
        """How well the register is kept safe."""
        last, drilled, newest = log.last_good(), log.last_drill(), log.entries(lines)
        bad = next((entry for entry in newest if entry.result == log.BAD), None)
        return Standing(
            days=log.days_without(),
            records=sum(
                known.model.select().where(known.model.trashed_at.is_null()).count()
                for known in REGISTERS
            ),
            last=f"{moment_words(last.at)} · {last.place}" if last else "",
            drilled=_drill_words(drilled.drilled_at) if drilled else "",
            lines=tuple(map(_line, newest)),
            absent=_absent(log.entries(-1)),
            bad=f"{bad.file} ({bad.place}): {bad.reason}" if bad else "",
        )

    def back_up(self, root: Path, tell: Progress) -> str:
        """Make a proven copy on a stick, taken into use where it is new, or in a folder."""
        require(Right.BACK_UP)  # before a stick is taken into use
        register = self._register
        stick = self._stick(root)
        if stick is not None:
            names = {entry.place for entry in log.entries(-1)}
            known = sticks.take_into_use(stick, register, the_office().name, names)
            target = sticks.target_on(stick, known)
        else:
            target = sticks.target_at(root, register)
        return back_up(self._folder, target, progress=tell).copy.path.name

    def look_again(self, root: Path, tell: Progress) -> Sequence[str]:
        """Read the copies on a stick again, and once a month restore one on trial.

        Returns:
            A sentence for each that is damaged, or that the trial found.
        """
        seen = look_again(shelf_at(root), self._register, tell)
        problems = [one.problem for one in seen if one.problem]
        newest = self._newest(root)
        if not problems and newest is not None and may(Right.BACK_UP) and log.drill_is_due():
            return _not_met(newest.path, try_out(self._folder, newest.path, tell))
        return problems

    def drill(self, root: Path, tell: Progress) -> str:
        """Restore the newest copy there into a scratch place and compare everything."""
        newest = self._newest(root)
        if newest is None:
            raise WorldError("Ở đây chưa có bản sao lưu nào của sổ này. Sao lưu trước đã.")
        done = try_out(self._folder, newest.path, tell)
        if problems := _not_met(newest.path, done):
            raise WorldError(problems[0])
        return (
            f"Thử phục hồi đạt: {newest.path.name} mở được, "
            f"{show_number(done.compared)} bản ghi khớp với sổ trên máy."
        )

    def copies(self, root: Path) -> Sequence[CopyFacts]:
        """Return the copies there, the newest first, each beside what the machine holds.

        Raises:
            AccessError: who works now may not restore.
        """
        require(Right.RESTORE)
        return [self._facts(one) for one in self._copies(root)[:SHOWN]]

    def replacement(self, copy: Path) -> Callable[[Progress], Path]:
        """Return what puts a copy in this register's place, once it is closed."""
        folder, entrant = self._folder, Entrant(user(), open_key())
        return lambda tell: restore(folder, copy, entrant, tell)

    def eject(self, root: Path) -> bool:
        """Let a stick go; False where the system does not do it for a program."""
        return eject(root)

    def _stick(self, root: Path) -> Stick | None:
        found = [drive for drive in sticks.drives() if drive.removable and drive.root == root]
        return next(iter(sticks.sticks(found, self._folder, self._register)), None)

    def _copies(self, root: Path) -> list[Shelved]:
        return copies_in(shelf_at(root), self._register)

    def _newest(self, root: Path) -> Shelved | None:
        """Return the newest copy there that this register's key opens."""
        key, copies = open_key(), self._copies(root)
        return next((one for one in copies if one.manifest and one.manifest.is_under(key)), None)

    def _facts(self, one: Shelved) -> CopyFacts:
        if one.manifest is None:
            return CopyFacts(one.path, one.path.name, problem=one.problem)
        manifest = one.manifest
        if not manifest.is_under(open_key()):
            return CopyFacts(one.path, moment_words(manifest.made_at), problem=OTHER_KEY)
        here = comparing.look(self._folder, one.path, manifest, open_key())
        live = here.live if here else {}
        return CopyFacts(
            one.path,
            moment_words(manifest.made_at),
            f"{manifest.user} · {megabytes(one.size)} MB · {show_number(manifest.records)} bản ghi",
            tuple(
                (known.title, manifest.live.get(known.name, 0), live.get(known.name, 0))
                for known in REGISTERS
            ),
            here.lost if here else 0,
        )


def _not_met(copy: Path, done: Drilled) -> list[str]:
    return [f"Thử phục hồi {copy.name} chưa đạt: {one}" for one in done.findings[:1]]


def shelf_at(root: Path) -> Path:
    """Where copies stand: on a stick in a folder of their own."""
    return root / sticks.FOLDER if sticks.read_id(root) else root


def _plugged(stick: Stick) -> Plugged:
    drive = stick.drive
    where = f"ổ {drive.device}" if drive.device.endswith(":") else str(drive.root)
    known = stick.known is not None
    return Plugged(drive.root, stick.name, where, known, drive.size, drive.free, stick.refusal)


def _line(entry: BackupEntry) -> BackupLine:
    word, look = RESULTS[entry.result]
    size = f"{megabytes(entry.size)} MB" if entry.size else ""
    when = datetime.fromisoformat(entry.at).astimezone().strftime("%d/%m/%Y %H:%M")
    return BackupLine(when, entry.place, entry.user, size, word, look, entry.reason)


def _absent(entries: Sequence[BackupEntry]) -> tuple[tuple[str, int], ...]:
    """Sticks that were not seen for a week or longer, as the newest entry of each tells."""
    newest: dict[str, BackupEntry] = {}
    for entry in entries:
        if entry.stick:
            newest.setdefault(entry.stick, entry)
    ages = ((one.place, log.age_in_days(one.seen_at or one.at)) for one in newest.values())
    return tuple((name, days) for name, days in ages if days >= log.REMIND_AFTER.days)


def moment_words(iso: str) -> str:
    """Return a moment with its weekday, as the pages of copies show it."""
    at = datetime.fromisoformat(iso).astimezone()
    return f"{DAYS[at.weekday()]}, {at:%d/%m/%Y %H:%M}"


def _drill_words(iso: Any) -> str:  # noqa: ANN401 - peewee's column, never empty here
    """When a restore was last tried; once a month it is time again."""
    day = datetime.fromisoformat(iso).astimezone().strftime("%d/%m/%Y")
    late = log.age_in_days(iso) >= log.DRILL_AFTER.days
    return f"Lần gần nhất: {day}, nên thử lại." if late else f"Lần gần nhất: {day}."
