"""Which pages to print, as people write it: "1-3, 7"."""

from __future__ import annotations

import re
from typing import Final

from models.errors import UserError
from models.text import shorten

FIELD: Final = "pages"
HINT: Final = "Nhập như 1-3, 7."
SPAN: Final = re.compile(r"(\d{1,9})?\s*([-–—])?\s*(\d{1,9})?")


def read_pages(text: str, total: int) -> tuple[int, ...]:
    """Return the pages meant, from 0, in the order written and each once.

    "5-" means from 5 to the end, "-3" the first three.

    Args:
        text: spans of pages between commas, semicolons or spaces around them.
        total: how many pages there are.

    Raises:
        UserError: nothing, not numbers, a page that does not exist, or a span the wrong way round.
    """
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    if not parts:
        raise UserError(f"Chưa nhập trang cần in. {HINT}", FIELD, text)
    pages: dict[int, None] = {}
    for part in parts:
        pages |= dict.fromkeys(_span(part, total))
    return tuple(pages)


def _span(part: str, total: int) -> range:
    found = SPAN.fullmatch(part)
    first, dash, last = found.groups() if found else (None, None, None)
    if first is None and last is None:
        raise UserError(f"Không đọc được trang “{shorten(part)}”. {HINT}", FIELD, part)
    if first and last and not dash:
        raise UserError(f"Thiếu dấu phẩy hoặc gạch nối trong “{part}”. {HINT}", FIELD, part)
    begin = int(first) if first else 1
    end = int(last) if last else (total if dash else begin)
    for page in (begin, end):
        if not 1 <= page <= total:
            raise UserError(f"Không có trang {page}: chỉ có {total} trang.", FIELD, part)
    if end < begin:
        raise UserError(f"Trang {begin} đứng sau trang {end} trong “{part}”.", FIELD, part)
    return range(begin - 1, end)
