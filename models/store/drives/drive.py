"""One drive as the system shows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

FAT: Final = frozenset({"vfat", "msdos", "fat", "fat32", "fat16"})


@dataclass(frozen=True, slots=True)
class Drive:
    """A mounted file system.

    Attributes:
        root: where it is mounted, or its letter.
        label: what it is called; empty where it has no name.
        file_system: in lower case.
        size: bytes in all.
        free: bytes that can be written.
        removable: it can be pulled out.
        system: the machine runs from it.
        read_only: nothing can be written.
        device: what the system calls it.
    """

    root: Path
    label: str
    file_system: str
    size: int
    free: int
    removable: bool
    system: bool
    read_only: bool
    device: str

    @property
    def name(self) -> str:
        """Its label, else where it is."""
        return self.label or self.root.name or str(self.root)

    @property
    def is_fat(self) -> bool:
        """Whether it takes no file of 4 GiB."""
        return self.file_system in FAT
