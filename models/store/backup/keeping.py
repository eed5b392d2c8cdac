"""The whole of a backup as window and command line ask for it: copy, write down, thin."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import Cancelled, UserError, WorldError
from models.roles import Right
from models.store.backup import log, thinning
from models.store.backup.drilling import Drilled, drill
from models.store.backup.making import Copy, make_copy
from models.store.backup.proving import prove
from models.store.backup.shelf import copies_in
from models.store.backup.snapshot import open_key
from models.store.database import database
from models.store.session import require

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.store.folder import RegisterFolder

    Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a backup goes.

    Attributes:
        folder: the folder itself.
        place: what it is called in the log.
        fat: it takes no file of 4 GiB.
    """

    folder: Path
    place: log.Place
    fat: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that was made.

    Attributes:
        copy: proven.
        removed: names of older copies that the rule took away.
        noted: whether the register could write it down.
    """

    copy: Copy
    removed: tuple[str, ...]
    noted: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A copy that was read again; `problem` is empty when it is good."""

    file: str
    problem: str


def back_up(
    folder: RegisterFolder,
    target: Target,
    *,
    keep: int | None = None,
    progress: Progress | None = None,
) -> Kept:
    """Make a proven copy of the open register, write it down, and thin older ones.

    Args:
        folder: of the open register.
        target: where to.
        keep: only so many of the newest stay there; the rule without it.
        progress: called with done, total and the step in words; may raise Cancelled.

    Raises:
        AccessError: who works now may not back up.
        UserError: the target lies inside the register's own folder.
        WorldError: no copy came to be; it is written down why.
        Cancelled: stopped; likewise.
    """
    require(Right.BACK_UP)
    inside = folder.path.resolve()
    if inside == target.folder.resolve() or inside in target.folder.resolve().parents:
        raise UserError(
            f"Nơi sao lưu nằm trong thư mục sổ: {target.folder}. Chọn USB hoặc thư mục khác."
        )
    try:
        copy = make_copy(folder, target.folder, fat=target.fat, progress=progress)
    except (WorldError, Cancelled) as error:
        if not database.is_frozen:
            with suppress(WorldError):
                log.note_failure(target.place, error)
        raise
    noted = _noted(target, copy)
    keeping = {copy.path.name, *log.proven()}
    removed = thinning.thin(target.folder, copy.manifest.register, keep=keep, proven=keeping)
    return Kept(copy, tuple(removed), noted)


def look_again(target: Path, register: str, progress: Progress | None = None) -> list[Seen]:
    """Read every copy of the open register in a folder again, the newest first.

    Those from before its recovery key was changed cannot be read here and are left alone.

    Args:
        target: the folder, as of a stick that came back.
        register: identity of the open register.
        progress: called with bytes, all bytes and the file's name; may raise Cancelled.

    Raises:
        WorldError: the folder cannot be read, or the drive was pulled meanwhile.
    """
    seen = []
    for one in copies_in(target, register):
        if one.manifest is not None and not one.manifest.is_under(open_key()):
            continue
        problem = one.problem or _problem(one.path, progress)
        seen.append(Seen(one.path.name, problem))
        with suppress(WorldError):
            log.note_seen(one.path.name, problem)
    if seen:
        with suppress(WorldError):
            log.note_seen_again(len(seen), sum(bool(one.problem) for one in seen))
    return seen


def try_out(folder: RegisterFolder, copy: Path, progress: Progress | None = None) -> Drilled:
    """Restore a copy into a scratch place, compare everything, and write down what was found.

    Args:
        folder: of the open register.
        copy: the file of the copy.
        progress: called with done, total and the step in words; may raise Cancelled.

    Raises:
        AccessError: who works now may not back up.
        WorldError: the copy is not whole, or the disk failed. The register was not touched.
        Cancelled: stopped.
    """
    require(Right.BACK_UP)
    done = drill(folder, copy, progress)
    log.note_drill(copy.name, done.compared, len(done.findings))
    return done


def _problem(path: Path, progress: Progress | None) -> str:
    """Say what is wrong with a copy; a drive that was pulled says nothing about it."""

    def tell(done: int, total: int) -> None:
        if progress:
            progress(done, total, path.name)

    try:
        prove(path, open_key(), tell)
    except WorldError as error:
        if not path.is_file():
            raise
        return error.message
    return ""


def _noted(target: Target, copy: Copy) -> bool:
    """The copy is proven whether or not it can be written down."""
    if database.is_frozen:
        return False
    with suppress(WorldError):
        log.note_copy(target.place, copy)
        return True
    return False
