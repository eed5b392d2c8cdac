"""Wrong passwords in a row: each costs a longer wait, also after the program was started again.

The count stands beside the key slots, not in the encrypted file, which nobody has opened yet.
Whoever can delete it can copy the folder too; against that only the cost of argon2id helps.
"""

from __future__ import annotations

import json
import math
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from models import clock
from models.errors import AccessError
from models.store.folder import replace_file

if TYPE_CHECKING:
    from pathlib import Path

FREE: Final = 3
"""Wrong passwords that cost no wait: Caps Lock, the input method, the old password."""
FIRST_WAIT: Final = 5
LONGEST_WAIT: Final = 300


def wait_after(failures: int) -> int:
    """Return the seconds to wait after so many wrong passwords in a row."""
    doublings = failures - FREE
    return 0 if doublings < 0 else min(LONGEST_WAIT, FIRST_WAIT << min(doublings, 10))


@dataclass(frozen=True, slots=True)
class Attempts:
    """The count of one register.

    Attributes:
        path: its file; a drive that refuses it is no reason to refuse a password.
    """

    path: Path

    def failures(self) -> int:
        """Return how many passwords were wrong since the last right one."""
        return self._read()[0]

    def refuse_haste(self) -> None:
        """Refuse before the wait is over.

        Raises:
            AccessError: telling how long it still is.
        """
        failures, since = self._read()
        passed = (clock.now() - since) if since else timedelta()
        if passed < timedelta():  # the clock was put back: the wait begins anew, not for years
            self._write(failures)
            passed = timedelta()
        left = wait_after(failures) - passed.total_seconds()
        if left > 0:
            raise AccessError(
                f"Đã sai mật khẩu {failures} lần liền. Chờ {math.ceil(left)} giây rồi thử lại."
            )

    def failed(self) -> None:
        """Count one more."""
        self._write(self.failures() + 1)

    def passed(self) -> None:
        """Forget them: the password was right."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, datetime | None]:
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
            return int(told["failures"]), datetime.fromisoformat(told["last"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0, None

    def _write(self, failures: int) -> None:
        told = {"failures": failures, "last": clock.now().isoformat()}
        with suppress(OSError):
            replace_file(self.path, json.dumps(told).encode())
