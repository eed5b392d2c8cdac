"""The settings page itself: topics in one column, the first field has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings.entries import EntryList
from ui.settings.looks import LooksTopic
from ui.settings.office import OfficeTopic
from ui.settings.topics import Topics
from ui.settings.words import WordsTopic
from ui.source import OfficeFacts, Settings
from ui.tasks import Runner
from ui.widgets.page_head import PageHead

LOOKS = ("Giao diện", "Riêng từng người dùng, đổi là thấy ngay.")
OFFICE = ("Đơn vị", "In trên đầu mọi giấy tờ. Rời ô là lưu, hoàn tác được.")
SIGNERS = ("Người ký", "Giấy tờ lấy người đang giữ chức vào ngày ghi trên giấy.")
WORDS = ("Danh mục", "Từ để chọn trong các ô. Mục đã ghi giữ nguyên từ cũ.")


class SettingsPage(QWidget):
    """Shows what is set; what happens then is done by `ui.settings.configuring`."""

    def __init__(self, office: OfficeFacts, settings: Settings, runner: Runner) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.looks = LooksTopic(settings)
        self.office = OfficeTopic(office.office, runner)
        self.signers = EntryList(office.signers, runner)
        self.words = WordsTopic(office, runner)
        self.topics = Topics()
        parts = (self.looks, self.office, self.signers, self.words)
        for (title, hint), part in zip((LOOKS, OFFICE, SIGNERS, WORDS), parts, strict=True):
            self.topics.add(title, hint, part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHead("Thiết lập"))
        column.addWidget(self.topics, 1)

    def read(self) -> None:
        """Show everything as it is stored."""
        self.looks.show_kept()
        self.office.read()
        self.signers.read()
        self.words.read()

    def opened(self) -> None:
        """Begin at the first topic."""
        self.read()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be set."""
        here = self.looks.scheme.chosen()
        for part in self.looks.scheme.buttons:
            if part.objectName() == here:
                part.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> list[QWidget]:
        """Where F6 goes in turn."""
        return [self.office.boxes["name"].editor.widget, self.signers.table, self.words.choice]
