"""How each status looks: a colour and a shape beside its word, never the colour alone.

The table is the look's section 2.6; a word that is not in it is shown as a neutral chip.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Look:
    """Colour of a status (one of six) and its icon."""

    colour: str
    icon: str


def _table(lines: str) -> dict[str, Look]:
    table: dict[str, Look] = {}
    for line in lines.strip().splitlines():
        word, colour, icon = (part.strip() for part in line.split("|"))
        table[word] = Look(colour, icon)
    return table


WORDS = _table("""
    Khảo sát | blue | clipboard-search-outline
    Đang xây dựng | blue | hammer-wrench
    Ra mắt | blue | flag-outline
    Nhân rộng | green | source-branch
    Giữ chỗ | blue | printer-outline
    Chưa cấp | grey | circle-outline
    Đã cấp | green | certificate
    Đã hủy | grey | cancel
    Đang hoạt động | green | check-circle
    Củng cố | orange | wrench-outline
    Tạm ngừng | grey | pause-circle-outline
    Đã giải thể | grey | archive-outline
    Tốt | green | check-circle
    Khá | blue | check-circle-outline
    Trung bình | grey | minus-circle-outline
    Yếu | red | alert-circle
    Kém | red | alert-circle
    Chưa xếp | grey | circle-outline
    Dự thảo | grey | pencil-outline
    Đã họp xét | grey | account-check-outline
    Bổ sung hồ sơ | orange | alert-outline
    Đã trình | blue | send-check-outline
    Được khen | gold | medal
    Đã trao | gold | trophy-outline
    Không xét | grey | cancel
    Dự kiến | grey | calendar-blank-outline
    Đang mở | blue | progress-clock
    Đã bế giảng | green | check-circle
    Chờ in giấy | blue | printer-outline
    Đã cấp giấy | green | certificate
    Hủy | grey | cancel
    Mới ghi nhận | grey | account-question-outline
    Đang giải quyết | blue | progress-clock
    Đã trả lời tại chỗ | green | comment-check-outline
    Đã trả lời | green | check-circle
    Đã báo dân, kết thúc | green | check-decagram
    Đã chuyển | grey | arrow-right-circle-outline
    Đã kiểm tra | green | check-decagram
    Chưa kiểm tra | orange | help-circle-outline
    Lỗi | red | alert-circle
""")

KINDS = _table("""
    best | green | check-circle
    good | blue | check-circle-outline
    middle | grey | minus-circle-outline
    weak | red | alert-circle
    none | grey | circle-outline
    done | green | check-circle
    working | blue | progress-clock
    warning | orange | alert-outline
    failed | red | alert-circle
    award | gold | medal
    stopped | grey | pause-circle-outline
    plain | grey |
""")

LATE = Look("red", "alert-circle")
SOON = Look("orange", "clock-outline")
SOON_DAYS = 10


def look(word: str, kind: str = "") -> Look:
    """The look of a status word, or of a kind of look where a catalogue states one."""
    return KINDS.get(kind) or WORDS.get(word) or KINDS["plain"]


def due_look(day: date, today: date) -> Look | None:
    """Red when past, orange in the last ten days, nothing before."""
    left = (day - today).days
    if left < 0:
        return LATE
    return SOON if left <= SOON_DAYS else None


def due_words(day: date, today: date) -> str:
    """What a screen reader says after the date, and what a chip shows."""
    left = (day - today).days
    if left < 0:
        return f"quá {-left} ngày"
    return "hôm nay" if left == 0 else f"còn {left} ngày"
