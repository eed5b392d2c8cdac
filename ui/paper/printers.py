"""The printers of this machine: which there are, what they can do, and how one is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtGui import QPageLayout

from models.errors import World, WorldError
from ui.paper.pdf import MM_PER_INCH, POINTS, Edges

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

NO_BORDER: Final = Edges(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """A printer as it told of itself when it was asked.

    ``turns`` is whether it really took printing on both sides; ``border`` is where it cannot
    print, ``tray`` where the paper comes from.
    """

    name: str
    words: str = "Sẵn sàng"
    ready: bool = True
    turns: bool = False
    border: Edges = NO_BORDER
    tray: str = ""


class Printers(Protocol):
    """What the print page needs of the machine."""

    def names(self) -> Sequence[str]:
        """The printers there are, the usual one first."""

    def facts(self, name: str) -> PrinterFacts:
        """What a printer says of itself."""

    def open(self, name: str) -> QPrinter:
        """A printer ready to be painted on.

        Raises:
            WorldError: it is gone.
        """


class SystemPrinters:
    """Printers set up on this machine."""

    def names(self) -> Sequence[str]:
        """The printers there are, the usual one first."""
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        found = sorted(QPrinterInfo.availablePrinterNames())
        return sorted(found, key=lambda name: name != usual)

    def facts(self, name: str) -> PrinterFacts:
        """What a printer says of itself."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            return PrinterFacts(name, "Không còn máy in này", ready=False)
        words, ready = {
            QPrinter.PrinterState.Idle: ("Sẵn sàng", True),
            QPrinter.PrinterState.Active: ("Đang in việc khác", True),
        }.get(info.state(), ("Máy in đang báo lỗi", False))
        return read_back(name, self.open(name), words, ready=ready)

    def open(self, name: str) -> QPrinter:
        """A printer ready to be painted on."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        if info.isNull() or not printer.isValid():
            raise not_printed(name)
        return printer


def read_back(
    name: str, printer: QPrinter, words: str = "Sẵn sàng", *, ready: bool = True
) -> PrinterFacts:
    """Ask an open printer what it takes; a wish it cannot meet is dropped without a word."""
    from PySide6.QtPrintSupport import QPrinter

    both = QPrinter.DuplexMode.DuplexLongSide
    printer.setDuplex(both)
    turns = printer.duplex() == both
    border = printer.pageLayout().minimumMargins()
    in_points = printer.pageLayout().units() is QPageLayout.Unit.Point
    mm = MM_PER_INCH / POINTS if in_points else 1.0
    return PrinterFacts(
        name,
        words,
        ready,
        turns,
        Edges(border.left() * mm, border.top() * mm, border.right() * mm, border.bottom() * mm),
        printer.paperSource().name,
    )


def not_printed(name: str) -> WorldError:
    """The sentence for a printer that did not take the pages."""
    return WorldError(
        f"Chưa in được: máy in {name} chưa bật hoặc chưa cắm dây. Giấy tờ vẫn giữ, in lại lúc nào "
        "cũng được.",
        World.GONE,
    )
