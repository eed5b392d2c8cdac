"""Leads to the list of designs and from it to the editor, and does what the list wishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from models.errors import UserError
from models.store.world import world
from printing.certificate.reading import LONGEST
from ui.shell import Shell
from ui.source.templates import Opened, PictureFacts, TemplateSource
from ui.templates.editing import Editing
from ui.templates.list_page import HINTS, TemplatesPage

FILES = "Mẫu giấy (*.json)"
PICTURES = "Ảnh (*.png *.jpg *.jpeg)"
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
        page.rows.loaded.connect(self._load)
        page.rows.dropped.connect(lambda slot: self._exchange(slot, b""))
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
                lambda _tell: (self._source.picture(name), self._source.pictures(name)),
                lambda found: self._show(page, name, *found),
                self._notifier.failed,
            )

    def _show(
        self, page: TemplatesPage, name: str, content: bytes, facts: Sequence[PictureFacts]
    ) -> None:
        if page is self.page:
            page.show_picture(name, content)
            page.show_pictures(name, facts)

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

    # -- pictures

    def _load(self, slot: str) -> None:
        path = self._shell.means.asker.open_file("Nạp ảnh", PICTURES)
        name = self._current()
        if path is None or not name:
            return

        def done(before: bytes) -> None:
            self._offer_back(name, slot, before, f"Đã nạp ảnh từ {path.name}.")

        self._runner.run(
            lambda _tell: self._source.put_picture(name, slot, _bytes(path)),
            done,
            self._notifier.failed,
        )

    def _exchange(self, slot: str, data: bytes, name: str = "") -> None:
        """Keep a picture that was kept before, or none."""
        whose = name or self._current()
        words = "Đã lấy lại ảnh trước." if data else "Đã bỏ ảnh."
        if whose:
            self._runner.run(
                lambda _tell: self._source.put_back(whose, slot, data),
                lambda before: self._offer_back(whose, slot, before, words),
                self._notifier.failed,
            )

    def _offer_back(self, name: str, slot: str, before: bytes, words: str) -> None:
        self._notifier.offer(words, "Lấy lại như trước", lambda: self._exchange(slot, before, name))
        if self.page is not None:
            self._look(self._current())

    def _current(self) -> str:
        facts = self.page.current() if self.page is not None else None
        return facts.name if facts is not None else ""

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


def _write(path: Path, text: str) -> None:
    with world("lưu tệp mẫu giấy"):
        path.write_text(text, encoding="utf-8")


def _bytes(path: Path) -> bytes:
    """Return what is in a file of a picture; how large one may be is told by whoever takes it."""
    with world("đọc tệp ảnh"):
        return path.read_bytes()


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
