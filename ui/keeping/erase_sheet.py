"""Before something is erased for good: what goes, what stays, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from ui.accounts.sheet import Sheet
from ui.entrance.fields import Labelled
from ui.source.erasing import ErasePlan
from ui.widgets.banner import banner
from ui.widgets.text import label, unbroken

LISTED, LONGEST = 8, 200
HINT = "Không lấy lại được nữa, kể cả bằng Hoàn tác hay Thùng rác."
HISTORY = "Nhật ký giữ dòng ghi việc đã làm, bỏ tên và nội dung của những mục này."
NOTES = "Ghi chú trong mục khác, nếu có nhắc tên, vẫn giữ. Dùng Tìm nhanh để tìm và sửa riêng."
COPIES = (
    "Bản sao lưu, và sổ cũ giữ từ lần phục hồi hay nâng cấp trước, vẫn còn những mục này "
    "cho tới khi các bản đó bị xóa."
)
NO_REASON = "Chưa ghi lý do."


class EraseSheet(Sheet):
    """`wanted` once a reason is typed."""

    def __init__(self, plan: ErasePlan) -> None:
        words = f"Xóa hẳn {plan.many} mục"
        super().__init__(words, HINT, words, "Thùng rác", ("danger", "trash-can-outline"))
        self.body.addWidget(banner(("orange", "alert-circle-outline"), COPIES))
        for line in _lines(plan):
            self.body.addWidget(label(unbroken(line), "small", wrap=True))
        self.why = QLineEdit()
        self.why.setMaxLength(LONGEST)
        self.why.setPlaceholderText("Ví dụ: hết hạn lưu, người dân yêu cầu")
        hint = "Ghi vào nhật ký. Không ghi tên người ở đây."
        self.why_box = Labelled("Lý do", self.why, hint, needed=True)
        self.why.returnPressed.connect(self.try_it)
        self.why.textEdited.connect(lambda _text: self.why_box.say())
        self.body.addWidget(self.why_box)
        self.setFocusProxy(self.why)

    def check(self) -> bool:
        """Whether a reason is given."""
        missing = not self.why.text().strip()
        self.why_box.say(NO_REASON if missing else "")
        if missing:
            self.why.setFocus()
        return not missing


def _lines(plan: ErasePlan) -> list[str]:
    more = f" và {len(plan.names) - LISTED} mục khác" if len(plan.names) > LISTED else ""
    told = [f"Sẽ xóa: {'; '.join(plan.names[:LISTED])}{more}."]
    if plan.along:
        told.append(f"Xóa theo {plan.along} mục gắn với những mục trên, không đứng riêng được.")
    if plan.papers:
        shown = ", ".join(plan.papers[:LISTED])
        rest = f" và {len(plan.papers) - LISTED} số khác" if len(plan.papers) > LISTED else ""
        told.append(
            f"Sổ cấp giấy phải lưu nên vẫn giữ số {shown}{rest}, với tên đã in trên giấy; "
            "chỉ bỏ chỗ dẫn tới hồ sơ bị xóa."
        )
    return [*told, HISTORY, NOTES]
