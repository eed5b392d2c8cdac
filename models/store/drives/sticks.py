"""The office's own sticks: known again by a file on them, others refused by name."""

from __future__ import annotations

import json
import sys
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models import clock
from models.errors import UserError, World, WorldError
from models.store.backup.keeping import Target
from models.store.backup.log import Place
from models.store.drives import linux, windows
from models.store.folder import replace_file
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Collection

    from models.store.drives.drive import Drive
    from models.store.folder import RegisterFolder

FOLDER: Final = "SoPhongTrao"
ID_FILE: Final = "usb.json"
FORMAT: Final = 1
_NAME: Final = "SAOLUU-{:02}"
_MOUNTS: Final = ("/media", "/run/media", "/mnt", "/Volumes")


@dataclass(frozen=True, slots=True)
class StickId:
    """What the file on a stick says.

    Attributes:
        id: identity of the stick, 32 hexadecimal digits.
        name: what the office calls it.
        register: identity of the register it serves.
        office: name of that register's office.
        since: ISO moment it was taken into use.
    """

    id: str
    name: str
    register: str
    office: str
    since: str


@dataclass(frozen=True, slots=True)
class Stick:
    """A drive that can be pulled out, as it is plugged in now.

    Attributes:
        drive: as the system shows it.
        known: what its file says; None on a stick not in use here yet.
        refusal: why no backup goes there, in words; empty where one may.
    """

    drive: Drive
    known: StickId | None
    refusal: str

    @property
    def name(self) -> str:
        """What the office calls it, else its label."""
        return self.known.name if self.known else self.drive.name

    @property
    def folder(self) -> Path:
        """Where copies stand on it."""
        return self.drive.root / FOLDER


def drives() -> list[Drive]:
    """Return the drives of this machine; none on a system whose drives cannot be asked for.

    Raises:
        WorldError: the system does not tell.
    """
    with world("xem các ổ đĩa"):
        if sys.platform == "win32":
            return windows.drives(windows.SystemCalls())
        return linux.drives() if sys.platform.startswith("linux") else []


def sticks(found: list[Drive], folder: RegisterFolder, register: str) -> list[Stick]:
    """Return the drives that can be pulled out, each with why it is refused, if it is.

    Args:
        found: by `drives`.
        folder: of the register.
        register: its identity.
    """
    return [look_at(drive, folder, register) for drive in found if drive.removable]


def look_at(drive: Drive, folder: RegisterFolder, register: str) -> Stick:
    """Return one drive with what its file says, and why it is refused, if it is."""
    known = read_id(drive.root)
    name = known.name if known else drive.name
    refusal = ""
    if drive.system or _same_device(drive.root, folder.path):
        refusal = f"{name} là ổ đang chứa hệ điều hành hoặc sổ. Cắm USB để sao lưu."
    elif drive.read_only:
        refusal = f"USB {name} đang khóa chống ghi. Gạt nút khóa hoặc cắm USB khác."
    elif known and known.register != register:
        refusal = f"USB {name} là của {known.office}, không phải của sổ này. Cắm USB của đơn vị."
    return Stick(drive, known, refusal)


def read_id(root: Path) -> StickId | None:
    """Return what the file on a stick says; None without one that can be read."""
    try:
        facts: dict[str, Any] = json.loads((root / FOLDER / ID_FILE).read_bytes())
        facts.pop("format")
        return StickId(**facts)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def take_into_use(stick: Stick, register: str, office: str, names: Collection[str]) -> StickId:
    """Write the file on a new stick, or return what is on one in use.

    Args:
        stick: not refused.
        register: identity of the register.
        office: its name.
        names: those of the office's other sticks.

    Raises:
        UserError: the stick is refused.
        WorldError: it cannot be written.
    """
    if stick.refusal:
        raise UserError(stick.refusal)
    if stick.known:
        return stick.known
    free = next(name for n in range(1, 1000) if (name := _NAME.format(n)) not in names)
    made = StickId(uuid.uuid4().hex, free, register, office, clock.now().isoformat())
    content = json.dumps({"format": FORMAT, **asdict(made)}, ensure_ascii=False, indent=1)
    with world("ghi lên USB"):
        stick.folder.mkdir(exist_ok=True)
        replace_file(stick.folder / ID_FILE, content.encode())
    return made


def target_on(stick: Stick, known: StickId) -> Target:
    """Return where a backup on a stick goes."""
    return Target(stick.folder, Place(known.name, known.id), fat=stick.drive.is_fat)


def target_at(path: Path, register: str) -> Target:
    """Return where a backup to a path goes: a stick of the office, or a plain folder.

    Raises:
        UserError: a file, or the stick of another office.
        WorldError: nothing is there, as where a stick was pulled out.
    """
    if path.is_file():
        raise UserError(f"“{path}” là một tệp. Chọn thư mục hoặc USB để sao lưu.")
    known = read_id(path)
    if known and known.register != register:
        raise UserError(
            f"USB {known.name} là của {known.office}, không phải của sổ này. Cắm USB của đơn vị."
        )
    fat = _is_fat(path)
    if known:
        return Target(path / FOLDER, Place(known.name, known.id), fat=fat)
    _make(path)
    return Target(path, Place(str(path)), fat=fat)


def is_beside(path: Path, folder: RegisterFolder) -> bool:
    """Say whether a folder lies on the same drive as the register: both would go together."""
    return _same_device(path, folder.path)


def _make(path: Path) -> None:
    """Make a folder, but none that looks like a stick where no stick is."""
    if path.is_dir():
        return
    if any(path.is_relative_to(place) for place in _MOUNTS) or not path.parent.is_dir():
        raise WorldError(f"Không thấy nơi sao lưu: {path}. Cắm USB rồi làm lại.", World.MISSING)
    with world("tạo thư mục sao lưu"):
        path.mkdir(exist_ok=True)


def _is_fat(path: Path) -> bool:
    inside = [drive for drive in drives() if path.resolve().is_relative_to(drive.root.resolve())]
    return bool(inside) and max(inside, key=lambda drive: len(drive.root.parts)).is_fat


def _same_device(path: Path, other: Path) -> bool:
    try:
        return path.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
