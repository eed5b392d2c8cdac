"""What keeps the open register safe beside its copies: its sheet, packages, what was set aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import today
from models.exchange.package import write_package
from models.store import recovering, rekeying
from models.store.backup import set_aside
from models.store.backup.making import megabytes
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.opening import the_office
from models.store.session import user
from printing.recovery_sheet import RecoverySheet, recovery_sheet
from ui.source.safekeeping import Aside, Safeguards

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.source.backups import Progress


class OfficeSafekeeping:
    """Does each act through the store, which refuses what the role may not."""

    @property
    def _folder(self) -> RegisterFolder:
        return RegisterFolder(Path(database.database).parent)

    def safeguards(self) -> Safeguards:
        """Return what there is now."""
        made = recovering.sheet_made()
        kept = set_aside.set_aside(self._folder)
        return Safeguards(
            f"Lập lại ngày {date.fromisoformat(made):%d/%m/%Y}." if made else "",
            [Aside(one.path.name, _words(one)) for one in kept],
            f"{megabytes(sum(one.size for one in kept))} MB",
        )

    def about_sheet(self) -> tuple[str, str]:
        """Return whose sheet it is, and when and by whom it is made."""
        return the_office().name, f"Lập ngày {today():%d/%m/%Y} · người lập {user()}"

    def show_sheet(self, password: str) -> str:
        """Return the key of the open register."""
        return recovering.show_sheet(self._folder, password)

    def new_sheet(self, password: str) -> str:
        """Return a key for a sheet with a new code."""
        return rekeying.new_sheet(self._folder, password)

    def changing(self, password: str, key: str) -> Callable[[Progress], None]:
        """Return what puts this register under that key, once it is closed."""
        folder, name = self._folder, user()
        return lambda tell: rekeying.change_key(folder, name, password, key, tell)

    def draw_sheet(self, key: str) -> bytes:
        """Draw the recovery sheet, in memory."""
        office = the_office()
        head = (office.parent_line, office.agency_line, office.place)
        return recovery_sheet(RecoverySheet(*head, today(), user(), key.split("-")))

    def sheet_proven(self) -> str:
        """Note that the sheet was read back from paper."""
        recovering.sheet_proven()
        return "Đã lập lại phiếu khôi phục. Cất trong tủ hồ sơ có khóa, hủy phiếu cũ nếu tìm thấy."

    def package(self, path: Path, password: str, tell: Progress) -> str:
        """Write all registers as one workbook behind a password."""
        records = write_package(path, password, tell)
        return f"Đã lưu {records} bản ghi vào {path.name}. Mở bằng Excel, cần mật khẩu của gói."

    def clear(self, name: str) -> str:
        """Erase a register that was set aside."""
        set_aside.clear(self._folder, name)
        return "Đã xóa hẳn sổ cũ."


def _words(one: set_aside.SetAside) -> str:
    why = "trước khi phục hồi" if one.restored else "trước khi nâng cấp"
    return f"{one.moment:%d/%m/%Y %H:%M}, {why}, {megabytes(one.size)} MB"
