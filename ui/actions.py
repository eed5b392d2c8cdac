"""Every act with a key or a menu entry, in one table: menus, buttons, key bar and F1 sheet.

An act belongs to a scope. The scopes of pages are never active together; the window's is always.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui import icons


class Scope(StrEnum):
    """Where an act works."""

    WINDOW = "Mọi nơi"
    REGISTER = "Danh sách"
    FORM = "Biểu mẫu"
    PREVIEW = "Xem trước khi in"
    IMPORT = "Nhập từ Excel"
    CLASS = "Lớp tập huấn"
    PEOPLE = "Sổ Người"
    GROUP = "Mô hình & tổ"
    KEPT = "Các thay đổi, Thùng rác"
    DOUBLES = "Người trùng"
    ISSUE = "Cấp giấy"
    BOOK = "Sổ cấp giấy"
    BACKUP = "Sao lưu"
    RESTORE = "Phục hồi"
    SHEET = "Trang đọc"
    TEMPLATES = "Mẫu giấy"
    DESIGN = "Sửa mẫu giấy"


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its words, icon and keys; ``hint`` is its word in the key bar.

    ``keys`` is written as it is shown; ``built_in`` acts are done by the widget that has the
    focus and stand here only to be told of.
    """

    id: str
    scope: Scope
    text: str
    keys: str = ""
    icon: str = ""
    hint: str = ""
    built_in: bool = False


W, R, F, P = Scope.WINDOW, Scope.REGISTER, Scope.FORM, Scope.PREVIEW
B, C = Scope.BOOK, Scope.CLASS
D = Scope.DOUBLES
T, G = Scope.TEMPLATES, Scope.DESIGN
I, S = Scope.IMPORT, Scope.ISSUE  # noqa: E741 - one letter as the others
ACTS: tuple[Act, ...] = (
    Act("find", W, "Tìm nhanh mọi sổ", "Ctrl+K", "magnify", "Tìm nhanh mọi sổ"),
    Act("undo", W, "Hoàn tác", "Ctrl+Z", "undo-variant", "Hoàn tác"),
    Act("redo", W, "Làm lại", "Ctrl+Y", "redo-variant"),
    Act("changes", W, "Các thay đổi gần đây", "Ctrl+H", "history"),
    Act("notices", W, "Lịch sử thông báo", "", "bell-outline"),
    Act("drafts", W, "Bản nháp chưa lưu", "", "file-edit-outline"),
    Act("trash", W, "Thùng rác", "", "trash-can-outline"),
    Act("doubles", W, "Tìm người trùng trong sổ", "", "content-duplicate"),
    Act("area", W, "Sang khung kế tiếp", "F6"),
    Act("keys", W, "Phím tắt", "F1", "keyboard-outline", "Phím tắt"),
    Act("check_paper", W, "Kiểm tra mã trên giấy", "", "qrcode-scan"),
    Act("templates", W, "Mẫu giấy", "", "certificate-outline"),
    Act("own_password", W, "Đổi mật khẩu…", "", "key-outline"),
    Act("unmask", W, "Hiện dữ liệu nhạy cảm", "", "eye-outline"),
    Act("lock", W, "Khóa sổ", "Ctrl+L", "lock-outline"),
    Act("go", W, "Tới mục thứ 1 … 9", "Alt+1…9", built_in=True),
    Act("add", R, "Thêm", "Ctrl+N", "plus", "Thêm"),
    Act("edit", R, "Sửa", "F2", "pencil-outline", "Sửa"),
    Act("search", R, "Tìm trong sổ này", "Ctrl+F", "magnify", "Tìm"),
    Act("print", R, "In", "Ctrl+P", "printer-outline", "In"),
    Act("import", R, "Nhập Excel", "Ctrl+I", "file-import-outline", "Nhập Excel"),
    Act("delete", R, "Xóa", "Delete", "trash-can-outline"),
    Act("refresh", R, "Đọc lại", "F5", "refresh"),
    Act("next", R, "Mục kế tiếp", "Alt+↓", "chevron-down"),
    Act("previous", R, "Mục trước", "Alt+↑", "chevron-up"),
    Act("next_tab", R, "Thẻ kế tiếp", "Ctrl+PgDn"),
    Act("previous_tab", R, "Thẻ trước", "Ctrl+PgUp"),
    Act("back", R, "Quay lại, bỏ lọc", "Esc"),
    Act("set_field", R, "Đổi một ô của các dòng đã chọn", "Ctrl+E", "table-edit"),
    Act("deselect", R, "Bỏ chọn"),
    Act("columns", R, "Cột hiển thị…", "", "table-column"),
    Act("sort", R, "Sắp xếp theo cột…", "", "sort"),
    Act("open", R, "Mở", "Enter", hint="Mở", built_in=True),
    Act("copy", R, "Chép dòng đã chọn sang Excel", "Ctrl+C", built_in=True),
    Act("many", R, "Chọn nhiều dòng", "Shift+↑↓", hint="Chọn nhiều", built_in=True),
    Act("save", F, "Lưu", "Ctrl+S", "content-save-outline", "Lưu"),
    Act("save_add", F, "Lưu và thêm mới", "Ctrl+Enter", hint="Lưu và thêm mới"),
    Act("next_error", F, "Lỗi kế tiếp", "F8", hint="Lỗi kế tiếp"),
    Act("previous_error", F, "Lỗi trước", "Shift+F8"),
    Act("next_part", F, "Phần kế tiếp", "Ctrl+PgDn"),
    Act("previous_part", F, "Phần trước", "Ctrl+PgUp"),
    Act("leave", F, "Hủy, giữ bản nháp", "Esc", hint="Hủy"),
    Act("tab", F, "Ô kế tiếp", "Tab", hint="Ô kế tiếp", built_in=True),
    Act("enter", F, "Xuống ô", "Enter", hint="Xuống ô", built_in=True),
    Act("today", F, "Ngày hôm nay, trong ô ngày", "Ctrl+;", built_in=True),
    Act("fill", F, "Điền xuống từ ô trên, trong bảng", "Ctrl+D", built_in=True),
    Act("paste", F, "Dán ô từ Excel, trong bảng", "Ctrl+V", built_in=True),
    Act("drop_row", F, "Bỏ dòng, trong bảng", "Ctrl+-", built_in=True),
    Act("list", F, "Mở lịch hoặc danh sách của ô", "Alt+↓", built_in=True),
    Act("page_up", P, "Trang trước", "PgUp", hint="Trang trước"),
    Act("page_down", P, "Trang sau", "PgDn", hint="Trang sau"),
    Act("larger", P, "Phóng to", "Ctrl++", hint="Phóng to"),
    Act("smaller", P, "Thu nhỏ", "Ctrl+-"),
    Act("send", P, "In", "Ctrl+P", "printer-outline", "In"),
    Act("store", P, "Lưu thành PDF", "Ctrl+S", "file-pdf-box"),
    Act("word", P, "Lưu Word để sửa", "", "file-word-outline"),
    Act("printers", P, "Tìm lại máy in", "F5"),
    Act("close", P, "Đóng", "Esc", hint="Đóng"),
    Act("next_flaw", I, "Dòng cần xem kế tiếp", "F8", hint="Dòng kế tiếp"),
    Act("previous_flaw", I, "Dòng cần xem trước", "Shift+F8"),
    Act("edit_cell", I, "Sửa ô", "F2", hint="Sửa ô", built_in=True),
    Act("paste_cells", I, "Dán ô từ Excel", "Ctrl+V", built_in=True),
    Act("fill_cells", I, "Điền xuống từ ô trên", "Ctrl+D", built_in=True),
    Act("copy_cells", I, "Chép ô đã chọn sang Excel", "Ctrl+C", built_in=True),
    Act("drop_line", I, "Bỏ dòng, lấy lại dòng đã bỏ", "Delete", hint="Bỏ dòng"),
    Act("take_line_back", I, "Lấy lại dòng như trong tệp", "Ctrl+Backspace"),
    Act("same_person", I, "Dòng này là người đã có", "Ctrl+1", hint="Là người này"),
    Act("other_person", I, "Dòng này là người khác", "Ctrl+2", hint="Là người khác"),
    Act("all_alike", I, "Làm vậy với mọi dòng như thế", "Ctrl+3"),
    Act("reread", I, "Đọc lại tệp", "F5", "refresh", "Đọc lại"),
    Act("store_left_out", I, "Tải tệp các dòng lỗi", "Ctrl+S", "microsoft-excel"),
    Act("carry_out", I, "Nhập", "Ctrl+Enter", "file-import-outline", "Nhập"),
    Act("cells", C, "Sang ô bên cạnh", "↑ ↓ ← →", hint="Chuyển ô", built_in=True),
    Act("present", C, "Có mặt", "Space", built_in=True),
    Act("excused", C, "Vắng có phép", "P", built_in=True),
    Act("absent", C, "Vắng không phép", "K", built_in=True),
    Act("late", C, "Đi muộn", "M", built_in=True),
    Act("by_number", C, "Tới học viên số …", "0…9", hint="Tới số", built_in=True),
    Act("fill_down", C, "Chép xuống các ô trống", "Ctrl+↓", hint="Chép xuống", built_in=True),
    Act("cell_down", C, "Ghi và xuống dòng", "Enter", hint="Xuống dòng", built_in=True),
    Act("all_present", C, "Cả buổi có mặt", "Ctrl+Space", "check-all", "Cả buổi có mặt"),
    Act("edit_class", C, "Sửa thông tin lớp", "F2", "pencil-outline"),
    Act("search_trainee", C, "Tìm học viên", "Ctrl+F", "magnify"),
    Act("print_class", C, "In", "Ctrl+P", "printer-outline", "In"),
    Act("certify_class", C, "Cấp giấy chứng nhận", "", "certificate-outline"),
    Act("import_trainees", C, "Nhập học viên từ Excel", "Ctrl+I", "file-import-outline"),
    Act("remove_trainee", C, "Xóa học viên", "Delete", "trash-can-outline"),
    Act("remove_sitting", C, "Xóa buổi học", "", "trash-can-outline"),
    Act("class_tab", C, "Thẻ kế tiếp", "Ctrl+PgDn"),
    Act("class_tab_before", C, "Thẻ trước", "Ctrl+PgUp"),
    Act("leave_class", C, "Về danh sách lớp", "Esc", hint="Quay lại"),
    Act("leave_import", I, "Hủy", "Esc", hint="Hủy"),
    Act("review", Scope.GROUP, "Đánh giá", "", "check-circle-outline"),
    Act("add_member", Scope.GROUP, "Thêm thành viên", "", "account-plus-outline"),
    Act(
        "print_members",
        Scope.GROUP,
        "In danh sách thành viên",
        "",
        "printer-outline",
        "In danh sách",
    ),
    Act("add_activity", Scope.GROUP, "Ghi hoạt động", "", "flag-outline"),
    Act("twins", Scope.PEOPLE, "Tìm người trùng với người này", "", "account-search-outline"),
    Act("join", Scope.PEOPLE, "Gộp hai người đã chọn", "", "call-merge", "Gộp"),
    Act("restore", Scope.KEPT, "Khôi phục", "", "backup-restore"),
    Act("erase", Scope.KEPT, "Xóa hẳn…", "", "delete-forever-outline"),
    Act("undo_change", Scope.KEPT, "Hoàn tác thay đổi này", "", "undo-variant", "Hoàn tác"),
    Act("merge_pair", D, "Gộp thành một người", "Ctrl+Enter", "call-merge", "Gộp"),
    Act("not_one", D, "Không phải một người", "Ctrl+D", "call-split", "Không phải một người"),
    Act("reread_pairs", D, "Đọc lại", "F5", "refresh", "Đọc lại"),
    Act("side", D, "Chọn giá trị của người bên trái, bên phải", "← →", built_in=True),
    Act("leave_pairs", D, "Đóng", "Esc", hint="Đóng"),
    Act("look", S, "Xem trước", "F5", "eye-outline", "Xem trước"),
    Act("hold", S, "Giữ số và in", "Ctrl+Enter", "printer-outline", "Giữ số và in"),
    Act("leave_issue", S, "Hủy", "Esc", hint="Hủy"),
    Act("hand_over", B, "Trao giấy", "", "account-check-outline"),
    Act("hand_paper", B, "Ghi đã trao giấy", "F2", "account-check-outline", "Ghi đã trao"),
    Act("reprint_paper", B, "In lại giấy đã cấp", "Ctrl+P", "printer-outline", "In lại"),
    Act("reissue_paper", B, "Cấp lại giấy", "Ctrl+N", "certificate-outline", "Cấp lại"),
    Act("void_paper", B, "Hủy số", "Delete", "cancel", "Hủy số"),
    Act("finish_paper", B, "Ghi", "Ctrl+Enter", hint="Ghi"),
    Act("leave_paper", B, "Quay lại", "Esc", hint="Quay lại"),
    Act("open_design", T, "Sửa mẫu", "F2", "pencil-outline", "Sửa mẫu"),
    Act("copy_design", T, "Chép thành mẫu khác", "Ctrl+D", "content-copy", "Chép"),
    Act("remove_design", T, "Xóa mẫu", "Delete", "trash-can-outline"),
    Act("store_design", T, "Lưu mẫu ra tệp…", "Ctrl+S", "file-export-outline"),
    Act("bring_design", T, "Nhận mẫu từ tệp…", "Ctrl+I", "file-import-outline", "Nhận từ tệp"),
    Act("leave_templates", T, "Đóng", "Esc", hint="Đóng"),
    Act("nudge", G, "Dời 0,5 mm", "↑ ↓ ← →", hint="Dời 0,5 mm", built_in=True),
    Act("nudge_far", G, "Dời 5 mm", "Shift+↑↓", hint="Dời 5 mm", built_in=True),
    Act("stretch", G, "Rộng thêm, hẹp bớt 0,5 mm", "Ctrl+← →", built_in=True),
    Act("next_element", G, "Phần kế tiếp trên giấy", "Tab", hint="Phần kế tiếp", built_in=True),
    Act("free", G, "Kéo chuột không bắt dính", "Alt", built_in=True),
    Act("edit_words", G, "Sửa chữ của phần đang chọn", "F2", "pencil-outline"),
    Act("drop_element", G, "Bỏ phần đang chọn", "Delete", "trash-can-outline"),
    Act("save_design", G, "Lưu mẫu", "Ctrl+S", "content-save-outline", "Lưu mẫu"),
    Act("larger_design", G, "Phóng to", "Ctrl++"),
    Act("smaller_design", G, "Thu nhỏ", "Ctrl+-"),
    Act("leave_design", G, "Đóng, giữ bản nháp", "Esc", hint="Đóng"),
    Act("backup", Scope.BACKUP, "Sao lưu ngay", "Ctrl+Enter", "usb-flash-drive-outline", "Sao lưu"),
    Act("stop_backup", Scope.BACKUP, "Dừng sao lưu", "Esc", hint="Dừng sao lưu"),
    Act("drives", Scope.BACKUP, "Tìm lại USB", "F5", "refresh", "Tìm lại USB"),
    Act("restore_copy", Scope.RESTORE, "Phục hồi từ bản này", "Ctrl+Enter", "", "Phục hồi"),
    Act("tell_again", Scope.SHEET, "Hiện lại thông báo", "Enter", hint="Hiện lại", built_in=True),
    Act("leave_sheet", Scope.SHEET, "Đóng", "Esc", hint="Đóng"),
    Act("leave_restore", Scope.RESTORE, "Không phục hồi", "Esc", hint="Không phục hồi"),
)
BY_ID: Mapping[str, Act] = {act.id: act for act in ACTS}
KEY_WORDS = {"PgDn": "PgDown", "↓": "Down", "↑": "Up", "Enter": "Return", "Esc": "Escape"}


def sequence(keys: str) -> QKeySequence:
    """The key combination that a shown text means."""
    for shown, known in KEY_WORDS.items():
        keys = keys.replace(shown, known)
    return QKeySequence(keys)


class ActionSet:
    """The acts of one scope on one widget, with what each does there."""

    def __init__(
        self, owner: QWidget, scope: Scope, handlers: Mapping[str, Callable[[], object]]
    ) -> None:
        self.scope, self._owner = scope, owner
        self.handlers = dict(handlers)
        self.actions: dict[str, QAction] = {}
        for act in ACTS:
            if act.scope is scope and act.id in handlers:
                self.actions[act.id] = self._make(owner, act)

    def _make(self, owner: QWidget, act: Act) -> QAction:
        action = QAction(act.text, owner)
        if act.keys:
            action.setShortcut(sequence(act.keys))
        context = Qt.ShortcutContext
        whole = self.scope is Scope.WINDOW
        action.setShortcutContext(
            context.WindowShortcut if whole else context.WidgetWithChildrenShortcut
        )
        action.triggered.connect(lambda _on: self.handlers[act.id]())
        owner.addAction(action)
        return action

    def add(self, name: str, run: Callable[[], object]) -> None:
        """One more act of the table, which does something here now."""
        self.handlers[name] = run
        self.actions[name] = self._make(self._owner, BY_ID[name])

    def add_key(self, keys: str, run: Callable[[], object]) -> None:
        """One more key, told of by another act of the table."""
        action = QAction(self._owner)
        action.setShortcut(sequence(keys))
        action.triggered.connect(lambda _on: run())
        self._owner.addAction(action)

    def enable(self, name: str, *, on: bool) -> None:
        """Allow or forbid an act."""
        if name in self.actions:
            self.actions[name].setEnabled(on)

    def run(self, name: str) -> None:
        """Do an act as its key would."""
        if name in self.actions:
            self.actions[name].trigger()

    def hints(self, names: Sequence[str]) -> list[tuple[str, str, str]]:
        """What the key bar shows of some acts: those that work here.

        One without a key is what Enter does here.
        """
        acts = [BY_ID[name] for name in names if name in self.actions or _works_anyway(name)]
        return [(act.id, act.keys or "Enter", act.hint or act.text) for act in acts]

    def fill(self, menu: QMenu, names: Sequence[str]) -> None:
        """Put acts into a menu; an empty name is a line."""
        for name in names:
            if not name:
                menu.addSeparator()
                continue
            act, action = BY_ID[name], self.actions.get(name)
            if action is None:
                continue
            entry = menu.addAction(f"{act.text}\t{act.keys}" if act.keys else act.text)
            if act.icon:
                entry.setIcon(icons.icon(act.icon))
            entry.setEnabled(action.isEnabled())
            entry.triggered.connect(lambda _on, trigger=action: trigger.trigger())


def _works_anyway(name: str) -> bool:
    """Tell whether an act needs no page: what the window does, and what fields do themselves."""
    return BY_ID[name].built_in or BY_ID[name].scope is Scope.WINDOW


def sheet() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every key with its words, by scope, for the F1 sheet."""
    return [
        (scope.value, [(act.keys, act.text) for act in ACTS if act.scope is scope and act.keys])
        for scope in Scope
    ]
