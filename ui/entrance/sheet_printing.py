"""Sends a recovery sheet to a printer: drawn in memory, and nothing of it written to a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from ui.entrance.sheet_page import SheetPage
from ui.paper.pdf import Pdf
from ui.paper.press import TEXT, Job, Side, print_job
from ui.paper.printers import Printers
from ui.sentences import words_for
from ui.tasks import Progress, Runner

NO_PRINTER = "Máy này chưa có máy in nào. Chép tay đủ 15 nhóm ra giấy, theo đúng thứ tự."


class SheetPrinting(QObject):
    """Prints the sheet of a page each time that is wished there."""

    def __init__(
        self,
        page: SheetPage,
        printers: Printers,
        runner: Runner,
        draw: Callable[[], bytes],
    ) -> None:
        """``draw`` makes the PDF; it takes its time, so off the window's thread."""
        super().__init__(page)
        self._page, self._printers, self._runner, self._draw = page, printers, runner, draw
        page.printing.connect(self._choose)

    def _choose(self) -> None:
        """Print at once where there is one printer, else let one be chosen, the usual one first."""
        names = list(self._printers.names())
        if not names:
            self._page.tell(NO_PRINTER, "orange")
        elif len(names) == 1:
            self.print_on(names[0])
        else:
            menu = QMenu(self._page)
            for name in names:
                menu.addAction(name).triggered.connect(lambda _on, name=name: self.print_on(name))
            below = QPoint(0, self._page.print_button.height())
            menu.popup(self._page.print_button.mapToGlobal(below))

    def print_on(self, name: str) -> None:
        """Print on a printer of a name."""
        self._page.set_printing(on=True)

        def work(tell: Progress) -> None:
            content = self._draw()
            pdf = Pdf(content)
            size = pdf.sizes[0]
            pdf.close()
            job = Job("Phiếu khôi phục", (content,), (Side(0, 0, size, TEXT),))
            print_job(name, self._printers.open(name), job, tell)

        self._runner.run(work, lambda _done: self._printed(name), self._failed)

    def _printed(self, name: str) -> None:
        self._page.set_printing(on=False)
        self._page.tell(
            f"Đã gửi 1 trang tới {name}. Lấy phiếu ra, xem đủ 15 nhóm, rồi gõ nhóm được hỏi."
        )
        self._page.typed.setFocus()

    def _failed(self, error: Exception) -> None:
        self._page.set_printing(on=False)
        self._page.tell(f"{words_for(error)} Hoặc chép tay đủ 15 nhóm ra giấy.", "red")
