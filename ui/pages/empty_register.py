"""The page of a register in which nothing is yet: ways to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.source import RegisterFacts
from ui.widgets.buttons import button
from ui.widgets.empty_state import Beginning, EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.text import label

Run = Callable[[str], object]
FROM_COPY = "from_copy"
"""The wish to begin with a backup of another machine."""


class EmptyRegister(QWidget):
    """Adding, importing, restoring, and a template to fill; ``wish`` is told which."""

    def __init__(self, facts: RegisterFacts, wish: Run, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_head(facts, wish))
        sentence = facts.empty or f"{facts.title} còn trống"
        hint = "Bắt đầu bằng cách nào cũng được, sau này vẫn sửa và nhập thêm được."
        state = EmptyState(facts.icon, sentence, hint, _ways(facts, wish))
        if facts.can_import:
            state.below.addStretch(1)
            state.below.addWidget(label("Chưa có tệp Excel?", "small", "text2"))
            template = button("Lấy tệp mẫu để gõ sẵn", "line", done=_act(wish, "template"))
            state.below.addWidget(template)
            state.below.addStretch(1)
        column.addWidget(state, 1)
        self.first: QWidget = state.first or state


def _act(wish: Run, name: str) -> Callable[[], object]:
    return lambda: wish(name)


def _head(facts: RegisterFacts, wish: Run) -> PageHead:
    head = PageHead(facts.title)
    if facts.can_import:
        head.add(button("Nhập Excel", "", "file-import-outline", _act(wish, "import")))
    if facts.can_add:
        head.add(button(f"Thêm {facts.noun}", "primary", "plus", _act(wish, "add")))
    return head


def _ways(facts: RegisterFacts, wish: Run) -> list[Beginning]:
    ways = []
    if facts.can_add:
        text = "Gõ từng mục một. Lưu xong vẫn sửa và hoàn tác được."
        run = _act(wish, "add")
        ways.append(
            Beginning("plus", f"Thêm từng {facts.noun}", text, f"Thêm {facts.noun} đầu tiên", run,
                      "Ctrl+N")
        )  # fmt: skip
    if facts.can_import:
        text = "Dùng tệp danh sách đang có. Phần mềm tự ghép cột, báo chỗ sai trước khi ghi."
        run = _act(wish, "import")
        ways.append(Beginning("microsoft-excel", "Nhập từ Excel", text, "Chọn tệp Excel", run))
    if facts.can_restore:
        text = "Khi đổi máy hoặc cài lại. Cần mật khẩu hoặc phiếu khôi phục."
        run = _act(wish, FROM_COPY)
        icon = "usb-flash-drive-outline"
        ways.append(Beginning(icon, "Lấy từ USB sao lưu", text, "Chọn bản sao lưu", run))
    return ways


class PanesOrEmpty(QStackedWidget):
    """The panes of a register, its only page until no record is found for the first time."""

    _empty: EmptyRegister | None = None

    def show_panes(self, facts: RegisterFacts, wish: Run, *, empty: bool) -> None:
        """Show the panes, or what stands in their place; ``wish`` is told what is done there."""
        if empty and self._empty is None:
            self._empty = EmptyRegister(facts, wish, self)
            self.addWidget(self._empty)
        self.setCurrentIndex(1 if empty else 0)

    @property
    def is_empty(self) -> bool:
        """Whether there is no record to show."""
        return self.currentIndex() > 0

    def first(self) -> QWidget | None:
        """Where work begins in an empty register; nothing where there are records."""
        return self._empty.first if self.is_empty and self._empty is not None else None
