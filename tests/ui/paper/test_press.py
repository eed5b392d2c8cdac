"""What comes out of a printer, read back at 600 dpi: true size, offset, strips, order, failures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter

from models.errors import Cancelled, WorldError
from printing.calibration import calibration_sheet
from tests.ui.paper.drawn import (
    LANDSCAPE,
    PORTRAIT,
    blank,
    file_printer,
    job_of,
    pixels,
    read_lines,
    words_pdf,
)
from ui.paper.offsets import Offset
from ui.paper.pdf import PageSize, Pdf
from ui.paper.press import TABLE, Job, Side, layout_of, print_job, strips

CLOSE = 0.1
ONE_STRIP = 10**9
NAME = "Canon LBP 2900"


def silent(_done: int, _total: int, _text: str) -> None:
    pass


def printed(path: Path, job: Job, most: int = 2_200_000) -> Path:
    print_job(NAME, file_printer(path), job, silent, most=most)
    return path


@pytest.mark.parametrize(
    ("size", "dpi"), [(PORTRAIT, 600), (LANDSCAPE, 300), (PageSize(297, 420), 300)]
)
def test_pages_come_out_at_true_size(tmp_path: Path, size: PageSize, dpi: int) -> None:
    (page,) = read_lines(printed(tmp_path / "out.pdf", job_of(size, dpi=dpi)))
    assert page.across == pytest.approx((10, size.width - 10), abs=CLOSE)
    assert page.down == pytest.approx((10, size.height - 10), abs=CLOSE)


@pytest.mark.parametrize("dpi", [300, 600])
def test_an_offset_moves_everything(tmp_path: Path, dpi: int) -> None:
    job = job_of(PORTRAIT, dpi=dpi)
    moved = replace(job, sides=(replace(job.sides[0], offset=Offset(1.5, -0.8)),))
    (page,) = read_lines(printed(tmp_path / "out.pdf", moved))
    assert page.across == pytest.approx((11.5, 201.5), abs=CLOSE)
    assert page.down == pytest.approx((9.2, 286.2), abs=CLOSE)


def shades(pdf: Pdf, most: int, *, grey: bool) -> bytes:
    whole = PORTRAIT.pixels(300)
    cut = (pdf.strip(0, whole, *strip, grey=grey) for strip in strips(whole, most))
    return b"".join(bytes(strip.constBits()) for strip in cut)


@pytest.mark.parametrize("grey", [True, False])
def test_strips_leave_no_seam(grey: bool) -> None:
    whole = PORTRAIT.pixels(300)
    eighth = whole.width() * whole.height() // 8 + 1
    assert len(list(strips(whole, eighth))) == 8
    pdf = Pdf(calibration_sheet(NAME))
    one, eight = shades(pdf, ONE_STRIP, grey=grey), shades(pdf, eighth, grey=grey)
    apart = [abs(a - b) for a, b in zip(one, eight, strict=True) if a != b]
    assert max(apart, default=0) <= 1  # the reader rounds its own places
    assert len(apart) < len(one) / 1000


def test_strips_leave_every_line_in_its_place(tmp_path: Path) -> None:
    job = job_of(PORTRAIT, dpi=600)
    (one,) = read_lines(printed(tmp_path / "1.pdf", job, ONE_STRIP))
    (many,) = read_lines(printed(tmp_path / "many.pdf", job, 4_400_000))
    assert one.across == pytest.approx(many.across, abs=0.05)
    assert one.down == pytest.approx(many.down, abs=0.05)


def test_strips_cover_a_page_once() -> None:
    for most in (1, 999, 12_345, ONE_STRIP):
        cut = list(strips(QSize(100, 77), most))
        assert cut[0][0] == 0
        assert [top + height for top, height in cut] == [*[top for top, _ in cut[1:]], 77]


def test_mixed_papers_in_one_job(tmp_path: Path) -> None:
    sizes = (PORTRAIT, LANDSCAPE, PORTRAIT)
    pages = read_lines(printed(tmp_path / "out.pdf", job_of(*sizes)))
    for size, page in zip(sizes, pages, strict=True):
        assert page.across == pytest.approx((10, size.width - 10), abs=CLOSE)
        assert page.down == pytest.approx((10, size.height - 10), abs=CLOSE)


def test_lists_and_texts_share_a_job(tmp_path: Path) -> None:
    table = job_of(LANDSCAPE, dpi=300)
    text = replace(job_of(PORTRAIT, dpi=600).sides[0], part=1)
    job = Job("Thử", (*table.parts, *job_of(PORTRAIT).parts), (*table.sides, text))
    pages = read_lines(printed(tmp_path / "out.pdf", job))
    assert [page.across for page in pages] == [
        pytest.approx((10, 287), abs=CLOSE),
        pytest.approx((10, 200), abs=CLOSE),
    ]


def order(path: Path, *texts: str) -> list[str]:
    """Which texts the pages of a print show; nothing for an empty side."""
    known = dict(zip(pixels(text_print(path, *texts), 50), texts, strict=True))
    return ["" if blank(page) else known[page] for page in pixels(path, 50)]


def text_print(path: Path, *texts: str) -> Path:
    sides = tuple(Side(0, at, PORTRAIT, TABLE) for at in range(len(texts)))
    return printed(path.with_suffix(".all.pdf"), Job("", (words_pdf(*texts),), sides))


def test_pages_go_out_as_told_with_copies_and_empty_sides(tmp_path: Path) -> None:
    texts = ("A", "B", "C")
    sides = tuple(Side(0, at, PORTRAIT, TABLE) for at in (2, None, 0))
    job = Job("Thử", (words_pdf(*texts),), sides, copies=2)
    out = printed(tmp_path / "out.pdf", job)
    assert order(out, *texts) == ["C", "", "A", "C", "", "A"]


class Counting(QPrinter):
    """A printer that makes copies itself."""

    def supportsMultipleCopies(self) -> bool:
        return True


def test_a_printer_that_copies_gets_the_pages_once(tmp_path: Path) -> None:
    printer = Counting(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_job(NAME, printer, replace(job_of(PORTRAIT), copies=4), silent)
    assert (printer.copyCount(), printer.collateCopies()) == (4, True)
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 1


def test_both_sides_are_refused_where_the_printer_dropped_them(tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "out.pdf")
    with pytest.raises(WorldError, match=f"{NAME} không nhận in hai mặt"):
        print_job(NAME, printer, replace(job_of(PORTRAIT), both_sides=True), silent)
    assert not (tmp_path / "out.pdf").exists()


class Turning(QPrinter):
    """A printer that takes both sides."""

    asked = QPrinter.DuplexMode.DuplexNone

    def setDuplex(self, mode: QPrinter.DuplexMode) -> None:
        self.asked = mode

    def duplex(self) -> QPrinter.DuplexMode:
        return self.asked


@pytest.mark.parametrize(
    ("size", "mode"),
    [
        (PORTRAIT, QPrinter.DuplexMode.DuplexLongSide),
        (LANDSCAPE, QPrinter.DuplexMode.DuplexShortSide),
    ],
)
def test_sheets_turn_like_a_book(tmp_path: Path, size: PageSize, mode: QPrinter.DuplexMode) -> None:
    printer = Turning(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_job(NAME, printer, replace(job_of(size), both_sides=True), silent)
    assert printer.asked == mode


class Jammed(QPrinter):
    """Takes the first page and no other."""

    def newPage(self) -> bool:
        return False


def test_a_printer_that_stops_is_told_of_in_words(tmp_path: Path) -> None:
    printer = Jammed(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with pytest.raises(WorldError) as failure:
        print_job(NAME, printer, job_of(PORTRAIT, PORTRAIT), silent)
    assert failure.value.message == (
        "Chưa in được: máy in Canon LBP 2900 chưa bật hoặc chưa cắm dây. Giấy tờ vẫn giữ, in lại "
        "lúc nào cũng được."
    )
    assert not printer.paintingActive()


def test_progress_counts_sides_and_can_stop(tmp_path: Path) -> None:
    told: list[str] = []

    def tell(done: int, _total: int, text: str) -> None:
        told.append(text)
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_job(NAME, file_printer(tmp_path / "out.pdf"), job_of(*[PORTRAIT] * 3), tell)
    assert told == ["Trang 1/3", "Trang 2/3"]


def test_the_sheet_is_known_by_its_name() -> None:
    assert layout_of(PORTRAIT).pageSize().name() == "A4"
    assert layout_of(LANDSCAPE).pageSize().name() == "A4"
    assert layout_of(PageSize(420, 297)).pageSize().name() == "A3"
