"""What the page of backups offers beside copies: the sheet again, a package, what was set aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.errors import Cancelled
from ui.accounts.sheet import Sheet
from ui.ask import Question
from ui.entrance.first_run import any_group
from ui.entrance.sheet_printing import SheetPrinting
from ui.keeping.backups import Backups
from ui.keeping.package_sheet import PackageSheet
from ui.keeping.page import BackupPage
from ui.keeping.sheet_again import AskPassword, SheetAgain
from ui.keeping.side_cards import choice_menu, lined
from ui.paper.printers import Printers
from ui.sentences import words_for
from ui.shell import FORM_HINTS, Shell
from ui.source.safekeeping import Aside, Safeguards, Safekeeping
from ui.tasks import Runner
from ui.widgets.buttons import button, menu_button

XLSX = "Bảng tính Excel (*.xlsx)"
PACKING = "Đang lập gói…"
NAME = "Goi-so-phong-trao-{:%Y-%m-%d}.xlsx"
SHEET = ("Phiếu khôi phục", "Mở sổ khi quên mật khẩu hoặc máy hỏng.")
PACKAGE = ("Gói Excel cho về sau", "Mọi sổ trong một tệp có mật khẩu, mở không cần phần mềm này.")
ASIDE = "Sổ cũ còn giữ"
CHANGE = Question(
    "Đổi sang mã mới, bỏ mã cũ",
    "Phần mềm đóng sổ, ghi lại cả sổ bằng mã mới, rồi hỏi mật khẩu của anh/chị. Người dùng khác "
    "mở được sổ sau khi anh/chị đặt lại mật khẩu cho họ trong Thiết lập. Cất phiếu mới trước đã.",
    "Đổi mã",
    "Chưa đổi",
)


class Safeguarding(QObject):
    """Adds its lines to the page of backups, and does what is wished there.

    `confirmed` with what puts the register under another key, once it is closed.
    """

    confirmed = Signal(object)

    def __init__(
        self,
        shell: Shell,
        backups: Backups,
        source: Safekeeping,
        printers: Printers,
        ask_for: Callable[[], int] = any_group,
    ) -> None:
        super().__init__(shell)
        self._shell, self._source, self._printers = shell, source, printers
        self._runner: Runner = backups.runner
        self._ask_for = ask_for
        self.now = Safeguards()
        self.page: BackupPage | None = None
        self.over: QWidget | None = None
        backups.made.connect(self._made)
        backups.standings.changed.connect(self.read)

    def _made(self, page: BackupPage) -> None:
        self.page = page
        page.more = self._parts

    def read(self) -> None:
        """Look again what there is, off the window's thread."""
        if self.page is not None:
            self._runner.run(
                lambda _tell: self._source.safeguards(), self._show, self._shell.notifier.failed
            )

    def _show(self, found: Safeguards) -> None:
        self.now = found
        if self.page is not None:
            self.page.fill_back()

    def _parts(self) -> list[QWidget]:
        self.sheet_button = button("Lập mới…", done=self.make_sheet)
        self.sheet_button.setAccessibleName("Lập phiếu khôi phục mới")
        self.package_button = button("Lưu gói…", done=self.make_package)
        detail = self.now.sheet or SHEET[1]
        parts = [
            lined(("key-outline", "text2"), SHEET[0], detail, self.sheet_button),
            lined(("microsoft-excel", "text2"), *PACKAGE, self.package_button),
        ]
        if self.now.aside and self.page is not None:
            many = f"{len(self.now.aside)} lần, {self.now.size}, từ trước khi phục hồi, nâng cấp."
            acts = [(one.words, self._clearing(one)) for one in self.now.aside]
            self.aside_button = menu_button("Xóa", choice_menu(self.page, acts))
            self.aside_button.setAccessibleName("Xóa hẳn một sổ cũ")
            look = ("archive-outline", "text2")
            parts.append(lined(look, ASIDE, many, self.aside_button))
        return parts

    # -- over the page

    def _cover(self, page: Sheet | SheetAgain) -> Callable[[], None]:
        uncover = self._shell.uncovering(page)
        self.over = page

        def back() -> None:
            self.over = None
            uncover()

        page.left.connect(back)
        self._shell.keys.say("")
        self._shell.keys.show_keys(page.acts.hints(FORM_HINTS))
        page.setFocus()
        return back

    def make_sheet(self) -> None:
        """Ask for one's password, then show the sheet."""
        asking = AskPassword()
        back = self._cover(asking)

        def wanted() -> None:
            password, other = asking.password.text(), asking.wants_other

            def work() -> tuple[str, tuple[str, str]]:
                ask = self._source.new_sheet if other else self._source.show_sheet
                return ask(password), self._source.about_sheet()

            def shown(found: tuple[str, tuple[str, str]]) -> None:
                if self.over is asking:
                    back()
                    self._show_sheet(*found, password if other else "")

            self._runner.run(lambda _tell: work(), shown, self._refusing(asking))

        asking.wanted.connect(wanted)

    def _show_sheet(self, key: str, about: tuple[str, str], password: str) -> None:
        """Show the sheet; with a password the register is put under its key once it is proven."""
        page = SheetAgain(key, about, self._ask_for())
        back = self._cover(page)
        SheetPrinting(
            page.sheet, self._printers, self._runner, lambda: self._source.draw_sheet(key)
        )

        if password:
            page.proven.connect(lambda: self._change_key(page, password, key))
            return

        def proven(words: str) -> None:
            back()
            self._shell.notifier.say(words)
            self.read()

        def failed(error: Exception) -> None:
            if self.over is page:
                page.done_button.setEnabled(True)
            self._shell.notifier.failed(error)

        page.proven.connect(
            lambda: self._runner.run(lambda _tell: self._source.sheet_proven(), proven, failed)
        )

    def _change_key(self, page: SheetAgain, password: str, key: str) -> None:
        """Once more: the sheet is in hand, and from here on the old one is worth nothing."""
        if self._shell.means.asker.confirm(CHANGE):
            self.confirmed.emit(self._source.changing(password, key))
        else:
            page.done_button.setEnabled(True)

    def make_package(self) -> None:
        """Ask for a password and a place, then write the package."""
        sheet = PackageSheet()
        back = self._cover(sheet)

        def wanted() -> None:
            name = NAME.format(self._shell.means.today())
            path = self._shell.means.asker.save_file("Lưu gói Excel", name, XLSX)
            if path is None:
                sheet.set_busy(busy=False)
            else:
                self._write(sheet, path.with_suffix(".xlsx"), back)

        sheet.wanted.connect(wanted)

    def _write(self, sheet: PackageSheet, path: Path, back: Callable[[], None]) -> None:
        password = sheet.passwords.text()

        def written(words: str) -> None:
            back()
            self._shell.notifier.say(words)

        task = self._runner.run(
            lambda tell: self._source.package(path, password, tell),
            written,
            self._refusing(sheet, "Đã dừng. Chưa có gói nào."),
        )
        self._shell.progress.follow(task, PACKING)

    def _refusing(self, sheet: Sheet, stopped: str = "") -> Callable[[Exception], None]:
        """Tell a failure on a page, and in the window once that was left."""

        def refuse(error: Exception) -> None:
            if self.over is not sheet:
                self._shell.notifier.failed(error)
            elif stopped and isinstance(error, Cancelled):
                sheet.refuse(stopped)
            else:
                sheet.refuse(words_for(error))

        return refuse

    def _clearing(self, one: Aside) -> Callable[[], None]:
        def clear() -> None:
            question = Question(
                f"Xóa hẳn sổ cũ {one.words}",
                "Sổ đang dùng và các bản sao lưu vẫn nguyên. Sổ cũ này không lấy lại được nữa.",
                "Xóa hẳn",
                "Không xóa",
            )
            if self._shell.means.asker.confirm(question):
                self._runner.run(
                    lambda _tell: self._source.clear(one.name),
                    self._cleared,
                    self._shell.notifier.failed,
                )

        return clear

    def _cleared(self, words: str) -> None:
        self._shell.notifier.say(words)
        self.read()
