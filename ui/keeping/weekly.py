"""The day of the week on which an office means to back up: when it is next, whether it has come."""

from __future__ import annotations

from datetime import date, datetime, timedelta

NAMES = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
NEVER = -1
HOUR = 16
"""Said an hour before offices close, so that there is time for it."""
NOT_SET = ("Chưa hẹn ngày trong tuần", f"Hẹn một ngày để phần mềm nhắc lúc {HOUR}:00.")
TODAY = "Hôm nay là ngày sao lưu hằng tuần"


def next_day(day: int, today: date, *, done: bool) -> date:
    """The next such day, which is today unless that day's backup is made already."""
    ahead = (day - today.weekday()) % 7
    return today + timedelta(days=7 if done and not ahead else ahead)


def has_come(day: int, now: datetime) -> bool:
    """Whether it is the day, and the hour has come."""
    return now.weekday() == day and now.hour >= HOUR


def in_words(day: int, today: date, *, done: bool) -> tuple[str, str]:
    """The day and when it is next, as the page of backups says them."""
    if day == NEVER:
        return NOT_SET
    when = next_day(day, today, done=done)
    word = "hôm nay, " if when == today else ""
    return f"{NAMES[day]} hằng tuần, {HOUR}:00", f"Lần tới: {word}{when:%d/%m/%Y}"
