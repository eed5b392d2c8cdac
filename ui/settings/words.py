"""The words that fields choose from: one catalogue at a time, chosen by its name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.form.pick_field import PickField
from ui.settings.entries import EntryList
from ui.source import EntrySource, OfficeFacts, Option
from ui.tasks import Runner
from ui.widgets.buttons import button
from ui.widgets.text import label


class WordsTopic(QWidget):
    """`edited` and `ended` as of `EntryList`, with the list they are of; `areas` wants those.

    `failed` with the error of a reading.
    """

    edited = Signal(object, int)
    ended = Signal(object, int)
    areas = Signal()
    failed = Signal(object)

    def __init__(self, office: OfficeFacts, runner: Runner) -> None:
        super().__init__()
        self._office, self._runner = office, runner
        self.list: EntryList | None = None
        self._source: EntrySource | None = None
        options = [Option(name, title) for name, title in office.catalogues()]
        self.choice = PickField(options)
        self.choice.setAccessibleName("Danh mục")
        self.choice.picked.connect(lambda _option: self._chosen())
        self.choice.editingFinished.connect(self._chosen)
        words = label("Danh mục", "small", "text2")
        words.setBuddy(self.choice)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(words)
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.addWidget(self.choice, 1)
        row.addStretch(1)
        row.addWidget(label("Ấp, khóm, tổ dân phố có sổ riêng:", "small", "text2"))
        row.addWidget(button("Mở sổ Địa bàn", "link", done=self.areas.emit))
        if options:
            self.choice.put(options[0])
            self._chosen()

    def source(self) -> EntrySource | None:
        """The words that are shown."""
        return self._source

    def read(self) -> None:
        """Show the words as they are stored."""
        if self.list is not None:
            self.list.read()

    def _chosen(self) -> None:
        option = self.choice.chosen()
        if option is None:
            return
        source = self._office.words(str(option.value))
        if self.list is not None:
            if self.list.source.name == source.name:
                return
            self._column.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
        self._source = source
        shown = self.list = EntryList(source, self._runner)
        shown.failed.connect(self.failed)
        shown.edited.connect(lambda identity: self.edited.emit(source, identity))
        shown.ended.connect(lambda identity: self.ended.emit(source, identity))
        self._column.addWidget(shown)
        shown.read()
