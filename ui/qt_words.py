"""Qt's own words (menus of text fields, the file dialog where the desktop has none) in Vietnamese.

Qt comes without a Vietnamese translation.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

KEYS = "QShortcut"
WORDS = {
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "&Cắt",
    "&Copy": "&Sao chép",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "&Delete": "&Xóa",
    "Select All": "Chọn hết",
    "&Look in:": "Tìm &trong:",
    "Look in:": "Tìm trong:",
    "Directory:": "Thư mục:",
    "File &name:": "&Tên tệp:",
    "Files of &type:": "&Loại tệp:",
    "Files of type:": "Loại tệp:",
    "Files": "Tệp",
    "Show ": "Hiện ",
    "&Open": "&Mở",
    "Open": "Mở",
    "&Save": "&Lưu",
    "Save": "Lưu",
    "OK": "Được",
    "Save As": "Lưu thành",
    "&Choose": "&Chọn",
    "Cancel": "Hủy",
    "&Cancel": "&Hủy",
    "&Yes": "&Có",
    "&No": "&Không",
    "Computer": "Máy tính",
    "My Computer": "Máy tính",
    "Back": "Quay lại",
    "Forward": "Tới trước",
    "Go back": "Quay lại",
    "Go forward": "Tới trước",
    "Go to the parent directory": "Lên thư mục trên",
    "Create a New Folder": "Tạo thư mục mới",
    "Change to list view mode": "Xem danh sách",
    "Change to detail view mode": "Xem chi tiết",
    "List of places and bookmarks": "Các nơi hay dùng",
    "Parent Directory": "Thư mục trên",
    "Create New Folder": "Tạo thư mục mới",
    "&New Folder": "&Thư mục mới",
    "New Folder": "Thư mục mới",
    "List View": "Xem danh sách",
    "Detail View": "Xem chi tiết",
    "&Rename": "Đổi &tên",
    "Show &hidden files": "Hiện tệp ẩ&n",
    "Sidebar": "Thanh bên",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Loại",
    "Kind": "Loại",
    "Date Modified": "Ngày sửa",
    "Folder": "Thư mục",
    "Drive": "Ổ đĩa",
    "All Files (*)": "Mọi tệp (*)",
    "Recent Places": "Nơi mới dùng",
    "Remove": "Bỏ",
    "Close": "Đóng",
    "%1 File": "Tệp %1",
    "File": "Tệp",
    "%1 KB": "%1 KB",
    "%1 already exists.\nDo you want to replace it?": "Đã có tệp %1.\nThay tệp đó?",
    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "%1\nKhông thấy tệp này. Xem lại tên tệp.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nKhông thấy thư mục này. Xem lại tên thư mục.",
}  # fmt: skip


class QtWords(QTranslator):
    """Gives Qt the words it asks for; those it has no answer to stay as they are."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source: str,
        _disambiguation: str | None = None,
        _number: int = -1,
    ) -> str:
        """A word of Qt; names of keys stay, because shortcuts are read by them."""
        return source if context == KEYS else WORDS.get(source, source)
