"""Drives as Windows tells of them, through calls that a test answers."""

from __future__ import annotations

from models.store.drives.windows import (
    FIXED,
    READ_ONLY_VOLUME,
    REMOVABLE,
    USB_BUS,
    Volume,
    drives,
)

NETWORK, CD = 4, 5


class Office:
    """A machine with two disks, a stick, a locked stick, a disk in a case, an empty reader."""

    kinds = {"C": FIXED, "D": FIXED, "E": REMOVABLE, "F": REMOVABLE, "G": FIXED, "H": REMOVABLE}

    def letters(self) -> list[str]:
        return [*self.kinds, "N", "Z"]

    def kind(self, letter: str) -> int:
        return {"N": NETWORK, "Z": CD}.get(letter) or self.kinds[letter]

    def bus(self, letter: str) -> int:
        return USB_BUS if letter in "EFG" else 11

    def volume(self, letter: str) -> Volume | None:
        flags = READ_ONLY_VOLUME if letter == "F" else 0
        kind = "FAT32" if letter == "E" else "NTFS"
        return None if letter == "H" else Volume(f"O{letter}", kind, flags, 16 << 30, 12 << 30)

    def system_letter(self) -> str:
        return "c"


def test_sticks_and_cases_can_be_pulled_out() -> None:
    found = {drive.device: drive for drive in drives(Office())}
    assert list(found) == ["C:", "D:", "E:", "F:", "G:"]
    assert [name for name, drive in found.items() if drive.removable] == ["E:", "F:", "G:"]
    assert [name for name, drive in found.items() if drive.system] == ["C:"]
    assert [name for name, drive in found.items() if drive.read_only] == ["F:"]
    assert [name for name, drive in found.items() if drive.is_fat] == ["E:"]
    assert (found["E:"].name, found["E:"].size) == ("OE", 16 << 30)
    assert str(found["E:"].root) == "E:\\"
