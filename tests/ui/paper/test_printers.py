"""What printers say of themselves, and what is said of one that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from models.errors import World, WorldError
from tests.ui.paper.drawn import file_printer
from ui.paper.pdf import Edges
from ui.paper.printers import NO_BORDER, PrinterFacts, SystemPrinters, read_back

GONE = "Máy in không có thật"


class Bordered(QPrinter):
    """A printer with the unprintable border of a common laser printer, in points."""

    turns = QPrinter.DuplexMode.DuplexNone

    def pageLayout(self) -> QPageLayout:
        return QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(36, 36, 36, 36),
            QPageLayout.Unit.Point,
            QMarginsF(18, 36, 18, 36),
        )

    def setDuplex(self, mode: QPrinter.DuplexMode) -> None:
        self.turns = mode

    def duplex(self) -> QPrinter.DuplexMode:
        return self.turns


def test_a_printer_is_asked_and_its_answer_believed(tmp_path: Path) -> None:
    told = read_back("PDF", file_printer(tmp_path / "out.pdf"))
    assert told == PrinterFacts("PDF", turns=False, border=NO_BORDER, tray="Auto")


def test_borders_are_millimetres() -> None:
    told = read_back("HP", Bordered(QPrinter.PrinterMode.HighResolution))
    border = told.border
    assert (border.left, border.top) == pytest.approx((6.35, 12.7), abs=0.01)
    assert border == Edges(border.left, border.top, border.left, border.top)
    assert told.turns


def test_a_printer_that_is_gone() -> None:
    told = SystemPrinters().facts(GONE)
    assert (told.ready, told.words) == (False, "Không còn máy in này")
    with pytest.raises(WorldError) as failure:
        SystemPrinters().open(GONE)
    assert failure.value.kind is World.GONE
    assert failure.value.message.startswith(f"Chưa in được: máy in {GONE} chưa bật")


def test_the_usual_printer_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", lambda: ["B", "C", "A"]
    )
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.defaultPrinterName", lambda: "C")
    assert list(SystemPrinters().names()) == ["C", "A", "B"]
