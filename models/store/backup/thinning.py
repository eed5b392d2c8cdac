"""Which copies are kept: all of the last days, then one a day, a week, a month.

Runs only after a new copy was proven; a restore never does. What cannot be read, belongs to another
register, or is the last copy that a drill restored is never taken away.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from models.store.backup.shelf import copies_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

NEWEST: Final = 10
DAYS, WEEKS, MONTHS = 14, 8, 24
_SPANS: Final[tuple[tuple[int, str], ...]] = (
    (DAYS, "%Y-%m-%d"),
    (WEEKS, "%G-%V"),
    (MONTHS, "%Y-%m"),
)


def surplus(made: Sequence[datetime], keep: int | None = None) -> list[int]:
    """Say which of some copies, by place, are not kept.

    Args:
        made: when each was made, the newest first.
        keep: only so many of the newest; the rule of days, weeks and months without it.
    """
    if keep is not None:
        return list(range(max(1, keep), len(made)))
    kept = set(range(min(NEWEST, len(made))))
    for most, span in _SPANS:
        kept.update(_last_of_each(made, most, span))
    return [place for place in range(len(made)) if place not in kept]


def thin(
    folder: Path, register: str, *, keep: int | None = None, proven: Collection[str] = ()
) -> list[str]:
    """Take surplus copies away; return their names. A drive that refuses keeps them.

    Args:
        folder: where the copies stand.
        register: whose copies.
        keep: as `surplus`.
        proven: names of copies that must stay.
    """
    copies = [one for one in copies_in(folder, register) if one.manifest is not None]
    extra = surplus([one.manifest.made for one in copies if one.manifest], keep)
    removed = []
    for place in extra:
        path = copies[place].path
        if path.name not in proven:
            with suppress(OSError):
                path.unlink()
                removed.append(path.name)
    return removed


def _last_of_each(made: Sequence[datetime], most: int, span: str) -> Iterable[int]:
    """Return the newest copy of each of the last days, weeks or months that have one."""
    seen: dict[str, int] = {}
    for place, moment in enumerate(made):
        seen.setdefault(moment.strftime(span), place)
        if len(seen) > most:
            seen.popitem()
            break
    return seen.values()
