"""Drives on Linux: what is mounted, and whether the kernel says that it can be pulled out."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from models.store.drives.drive import Drive

_OCTAL: Final = re.compile(r"\\([0-7]{3})")
_HEX: Final = re.compile(r"\\x([0-9a-fA-F]{2})")
_SYSTEM: Final = ("/", "/boot", "/boot/efi", "/usr", "/var", "/home")


@dataclass(frozen=True, slots=True)
class LinuxPlaces:
    """Where the kernel tells of drives; other places in tests."""

    mounts: Path = Path("/proc/self/mounts")
    blocks: Path = Path("/sys/class/block")
    labels: Path = Path("/dev/disk/by-label")


def drives(places: LinuxPlaces = LinuxPlaces()) -> list[Drive]:
    """Return every mounted block device once, in the order of mounting."""
    found: dict[str, Drive] = {}
    mounted = [line.split(" ") for line in places.mounts.read_text("utf-8").splitlines()]
    ours = {fields[0] for fields in mounted if len(fields) > 3 and fields[1] in _SYSTEM}
    for device, where, kind, options, *_ in (fields for fields in mounted if len(fields) > 3):
        if device.startswith("/dev/") and device not in found:
            drive = _drive(places, device, Path(_plain(where)), kind, options.split(","))
            if drive is not None:
                found[device] = replace(drive, system=device in ours)
    return list(found.values())


def _drive(
    places: LinuxPlaces, device: str, root: Path, kind: str, options: list[str]
) -> Drive | None:
    try:
        usage = shutil.disk_usage(root)
    except OSError:  # pulled out a moment ago
        return None
    return Drive(
        root=root,
        label=_label(places, device),
        file_system={"fuseblk": "ntfs"}.get(kind, kind),
        size=usage.total,
        free=usage.free,
        removable=_removable(places, device),
        system=False,
        read_only="ro" in options,
        device=device,
    )


def _removable(places: LinuxPlaces, device: str) -> bool:
    """A stick says so itself; a disk in a case is known by the bus it hangs on."""
    block = Path(os.path.realpath(places.blocks / Path(os.path.realpath(device)).name))
    whole = block.parent if (block / "partition").exists() else block
    try:
        says = (whole / "removable").read_text("ascii").strip() == "1"
    except OSError:
        return False
    return says or any(part.startswith("usb") for part in whole.parts)


def _label(places: LinuxPlaces, device: str) -> str:
    wanted = os.path.realpath(device)
    try:
        links = list(places.labels.iterdir())
    except OSError:
        return ""
    names = (link.name for link in links if os.path.realpath(link) == wanted)
    return _HEX.sub(lambda found: chr(int(found[1], 16)), next(names, ""))


def _plain(where: str) -> str:
    """Read a path of the mount table, where blanks and backslashes stand as octal numbers."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), where)
