"""The words of backups that more than one part of the window says."""

from __future__ import annotations

PLACE = "backup"
"""The name of the page among the places of the left bar."""
TITLE, PARENT = "Sao lưu ra USB", "Tổng hợp"
FEW, ALL = 5, 500
"""Lines of the history: the newest, and as good as all."""
NO_STICK = "Cắm USB vào máy. Phần mềm tự nhận, không cần bấm gì."
DONE = "Đã sao lưu và kiểm tra xong. Được rút USB."
DONE_FOLDER = "Đã sao lưu và kiểm tra xong."
PULLED = "USB bị rút khi chưa kiểm tra xong. Bản này chưa dùng được, sao lưu lại giúp."
STOPPED = "Đã dừng sao lưu. Chưa có bản mới; các bản cũ vẫn nguyên."
WORKING = "Đang sao lưu, vẫn nhập sổ bình thường"
STEPS = ("Gom dữ liệu", "Mã hóa và ghi", "Đọc lại và kiểm tra")
"""What a backup calls its steps while it tells how far it is."""


def gigabytes(size: int) -> str:
    """A size as sticks are sold: "12,4 GB", or megabytes below one."""
    if size < 1_000_000_000:
        return f"{size / 1e6:.0f} MB"
    return f"{size / 1e9:.1f} GB".replace(".", ",")


def overdue(days: int | None) -> str:
    """What the reminder says."""
    return "Chưa sao lưu lần nào" if days is None else f"{days} ngày chưa sao lưu"
