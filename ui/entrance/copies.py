"""Copies as the first window needs them: told by what they say of themselves, before any key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import WorldError
from models.registers import REGISTERS
from models.store.backup import comparing
from models.store.backup.container import read_manifest
from models.store.backup.making import megabytes
from models.store.backup.permission import by_password, by_sheet
from models.store.backup.restoring import restore
from models.store.backup.shelf import copies_in
from models.store.backup.unlocking import vault_of
from models.store.drives import sticks
from models.store.passwords import refuse_weak
from ui.desk.backups import moment_words, shelf_at
from ui.source.backups import CopyFacts, Loss

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.store.backup.container import Manifest
    from models.store.backup.permission import Entrant
    from models.store.backup.shelf import Shelved
    from models.store.folder import RegisterFolder
    from ui.source.backups import Progress

SHOWN = 30


class CopiesBefore:
    """Copies for a folder in which no register is open."""

    def __init__(self, folder: RegisterFolder) -> None:
        self._folder = folder

    def found(self, root: Path | None) -> Sequence[CopyFacts]:
        """Return the copies in a folder, or on all sticks; the newest first, damaged ones last.

        Raises:
            WorldError: the place cannot be read.
        """
        roots = [root] if root else [one.root for one in sticks.drives() if one.removable]
        shelved = [one for place in roots for one in copies_in(shelf_at(place))]
        whole = [(one.manifest.made, one) for one in shelved if one.manifest is not None]
        whole.sort(key=lambda pair: pair[0], reverse=True)
        broken = [one for one in shelved if one.manifest is None]
        return [_facts(one) for one in [*(one for _made, one in whole), *broken][:SHOWN]]

    def let_in(self, copy: Path, user: str, password: str) -> Entrant:
        """Open a copy with a password."""
        return by_password(copy, user, password, self._folder)

    def let_in_by_sheet(self, copy: Path, user: str, sheet: str, password: str) -> Entrant:
        """Open a copy with its recovery sheet, for a new password."""
        refuse_weak(password, user)
        return by_sheet(copy, user, sheet, password)

    def lost(self, copy: Path, entrant: Entrant) -> Loss | None:
        """Return what the register there would lose; nothing where it would lose nothing."""
        here = comparing.look(self._folder, copy, read_manifest(copy), entrant.data_key)
        return Loss(here.lost, here.readable) if here is not None and here.lost else None

    def restore(self, copy: Path, entrant: Entrant, tell: Progress) -> None:
        """Put a copy into the folder."""
        restore(self._folder, copy, entrant, tell)


def _facts(one: Shelved) -> CopyFacts:
    manifest = one.manifest
    if manifest is None:
        return CopyFacts(one.path, one.path.name, problem=one.problem, compared=False)
    return CopyFacts(
        one.path,
        moment_words(manifest.made_at),
        f"{manifest.office} · {manifest.user} · {megabytes(one.size)} MB · "
        f"{manifest.records} bản ghi",
        tuple((known.title, manifest.live.get(known.name, 0), 0) for known in REGISTERS),
        compared=False,
        people=_people(one.path, manifest),
    )


def _people(path: Path, manifest: Manifest) -> tuple[str, ...]:
    """Return who can open a copy by password; nobody where its key slots are damaged."""
    try:
        return tuple(vault_of(path, manifest).users())
    except WorldError:
        return ()
