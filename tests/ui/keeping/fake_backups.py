"""Sticks and copies that a test makes up, and what the window asked of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from models.errors import WorldError
from ui.source.backups import BackupLine, CopyFacts, Plugged, Progress, Standing

FIRST = Plugged(Path("/E"), "SAOLUU-01", "ổ E:", True, 16_000_000_000, 12_400_000_000)
GOOD = ("green", "check-decagram")
LINES = (
    BackupLine("17/11/2026 16:42", "SAOLUU-01", "Trần Minh Khang", "18,1 MB", "Đã kiểm tra", GOOD),
    BackupLine("10/11/2026 16:30", "SAOLUU-02", "Trần Minh Khang", "17,9 MB", "Đã kiểm tra", GOOD),
    BackupLine("03/11/2026 16:55", "SAOLUU-01", "Lê Hữu Phước", "17,8 MB", "Đã kiểm tra", GOOD),
    BackupLine(
        "27/10/2026 09:12", "SAOLUU-02", "Trần Minh Khang", "", "Chưa được",
        ("red", "alert-circle"), "USB chỉ còn 9 MB, cần 18 MB. Cắm USB khác.",
    ),
    BackupLine("20/10/2026 16:40", "SAOLUU-01", "Trần Minh Khang", "17,5 MB", "Đã kiểm tra", GOOD),
)  # fmt: skip
STANDING = Standing(
    days=3,
    records=4316,
    last="Thứ Ba, 17/11/2026 16:42 · SAOLUU-01",
    drilled="Lần gần nhất: 02/11/2026.",
    lines=LINES,
    absent=(("SAOLUU-02", 10),),
)
COPIES = (
    CopyFacts(
        Path("/E/HungHoi-2026-11-17-1642.stpbak"),
        "Thứ Ba, 17/11/2026 16:42",
        "Trần Minh Khang · 18,1 MB · 4316 bản ghi",
        (("Người", 638, 641), ("Tổ tự quản", 57, 57)),
        lost=3,
    ),
    CopyFacts(
        Path("/E/HungHoi-2026-11-10-1630.stpbak"),
        "HungHoi-2026-11-10-1630.stpbak",
        problem="Bản sao lưu hỏng: tệp bị cụt. Không dùng bản này; chọn bản khác.",
    ),
)


class FakeBackups:
    """Does nothing but remember; ``failing`` is raised by the next backup or drill."""

    def __init__(self, *sticks: Plugged) -> None:
        self.sticks: Sequence[Plugged] = sticks
        self.stand = STANDING
        self.bad: Sequence[str] = ()
        self.failing: Exception | None = None
        self.during: Callable[[Progress], object] = lambda _tell: None
        self.asked: list[str] = []

    def plugged(self) -> Sequence[Plugged]:
        return self.sticks

    def standing(self, lines: int) -> Standing:
        self.asked.append(f"standing {lines}")
        return self.stand

    def back_up(self, root: Path, tell: Progress) -> str:
        self.asked.append(f"back up {root}")
        tell(1, 1, "Gom dữ liệu")
        tell(18_200_000, 18_200_000, "Mã hóa và ghi")
        tell(62, 100, "Đọc lại và kiểm tra")
        self.during(tell)
        self._fail()
        return "HungHoi-2026-11-20-0915.stpbak"

    def look_again(self, root: Path, tell: Progress) -> Sequence[str]:  # noqa: ARG002
        self.asked.append(f"look again {root}")
        return self.bad

    def drill(self, root: Path, tell: Progress) -> str:  # noqa: ARG002
        self.asked.append(f"drill {root}")
        self._fail()
        return "Thử phục hồi đạt: 4316 bản ghi khớp."

    def copies(self, root: Path) -> Sequence[CopyFacts]:
        self.asked.append(f"copies {root}")
        return COPIES

    def eject(self, root: Path) -> bool:
        self.asked.append(f"eject {root}")
        return True

    def _fail(self) -> None:
        if self.failing is not None:
            failing, self.failing = self.failing, None
            raise failing


FULL = WorldError("USB chỉ còn 9 MB, cần 18 MB. Cắm USB khác.")
