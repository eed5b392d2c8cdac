"""Leads to the list of designs and from it to the editor, and does what the list wishes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from models.errors import UserError
from models.store.world import world
from printing.certificate.reading import LONGEST
from ui.shell import Shell
from ui.source.templates import Opened, TemplateSource
from ui.templates.editing import Editing
from ui.templates.list_page import HINTS, TemplatesPage

FILES = "Mẫu giấy (*.json)"
BYTES_OF_A_LETTER = 4


class TemplateRoom(QObject):
    """Opens the list, and the editor over whatever is shown."""

    def __init__(self, shell: Shell, source: TemplateSource) -> None:
        super().__init__(shell)
        self._shell, self._source = shell, source
        self._runner, self._notifier = shell.means.runner, shell.notifier
        self.page: TemplatesPage | None = None
        self.editing: Editing | None = None
        self._uncover: Callable[[], object] = lambda: None
        shell.acted.connect(self._act)
        shell.changes.changed.connect(self.read)

    def _act(self, _register: str, act: str, _identity: int) -> None:
        name, _colon, design = act.partition(":")
        if act == "templates":
            self.open()
        elif name == "design":
            self.edit(design)

    # -- the list

    def open(self) -> None:
        """Put up the list of designs."""
        if self.page is not None or self.editing is not None:
            return
        page = self.page = TemplatesPage(may_change=self._source.may_change)
        page.looked.connect(self._look)
        page.opened.connect(self.edit)
        page.wanted.connect(self._wanted)
        page.renamed.connect(
            lambda name, new: self._do(lambda: self._source.rename(name, new), "Đã đổi tên thành")
        )
        page.left.connect(self._leave)
        page.returned.connect(self._show_keys)
        self._uncover = self._shell.uncovering(page)
        self._show_keys()
        self.read()
        page.list.setFocus()

    def _show_keys(self) -> None:
        if self.page is not None:
            self._shell.keys.say("")
            self._shell.keys.show_keys(self.page.acts.hints(HINTS))

    def read(self, chosen: str = "") -> None:
        """Show the designs there are now."""
        page = self.page
        if page is not None:
            self._runner.run(
                lambda _tell: self._source.designs(),
                lambda found: page.show_designs(found, chosen) if page is self.page else None,
                self._notifier.failed,
            )

    def _look(self, name: str) -> None:
        page = self.page
        if page is not None:
            self._runner.run(
                lambda _tell: self._source.picture(name),
                lambda content: page.show_picture(name, content) if page is self.page else None,
                self._notifier.failed,
            )

    def _leave(self) -> None:
        if self.page is not None:
            self.page.close_pages()
            self.page = None
            self._uncover()

    # -- what the list wishes

    def _wanted(self, act: str, name: str) -> None:
        wishes: dict[str, Callable[[], object]] = {
            "copy": lambda: self._do(lambda: self._source.copy(name), "Đã chép thành mẫu"),
            "remove": lambda: self._remove(name),
            "store": lambda: self._store(name),
            "bring": self._bring,
        }
        wishes[act]()

    def _do(self, act: Callable[[], str], words: str) -> None:
        """Do something that ends with a design of a name."""

        def done(name: str) -> None:
            self._notifier.undoable(f"{words} {name}.", self._shell.changes.undo)
            self.read(name)

        self._runner.run(lambda _tell: act(), done, self._notifier.failed)

    def _remove(self, name: str) -> None:
        def done(words: str) -> None:
            self._notifier.undoable(words, self._shell.changes.undo)
            self.read()

        self._runner.run(lambda _tell: self._source.remove(name), done, self._notifier.failed)

    def _store(self, name: str) -> None:
        path = self._shell.means.asker.save_file("Lưu mẫu giấy ra tệp", f"{name}.json", FILES)
        if path is not None:
            self._runner.run(
                lambda _tell: _write(path, self._source.told(name)),
                lambda _none: self._notifier.say(f"Đã lưu mẫu giấy ra tệp {path.name}."),
                self._notifier.failed,
            )

    def _bring(self) -> None:
        path = self._shell.means.asker.open_file("Nhận mẫu giấy từ tệp", FILES)
        if path is not None:
            self._do(lambda: self._source.bring_in(_read(path)), "Đã nhận mẫu giấy")

    # -- the editor

    def edit(self, name: str) -> None:
        """Open the editor on a design, over whatever page is shown."""
        if self.editing is None:
            self._runner.run(
                lambda _tell: self._source.open(name), self._begin, self._notifier.failed
            )

    def _begin(self, opened: Opened) -> None:
        if self.editing is None:
            self.editing = Editing(self._shell, self._source, opened)
            self.editing.left.connect(self._edited)

    def _edited(self) -> None:
        editing, self.editing = self.editing, None
        if editing is not None:
            self.read(editing.name)
            editing.deleteLater()


def _write(path: Path, text: str) -> None:
    with world("lưu tệp mẫu giấy"):
        path.write_text(text, encoding="utf-8")


def _read(path: Path) -> str:
    """Return the text of a file; what is too large for a design is not read at all."""
    with world("đọc tệp mẫu giấy"):
        if path.stat().st_size > LONGEST * BYTES_OF_A_LETTER:
            raise UserError(f"{path.name} không phải mẫu giấy: tệp quá lớn.")
        content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path.name} không phải mẫu giấy: không đọc được chữ.") from error
