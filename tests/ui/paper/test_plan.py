"""What would be sent to the printer, settled without one."""

from __future__ import annotations

from tests.ui.paper.drawn import LANDSCAPE, PORTRAIT, words_pdf
from ui.paper.book import Book, OffsetOf, is_cut, sheet_of
from ui.paper.offsets import Feed, Offset, Offsets
from ui.paper.pdf import Edges, PageSize, Pdf
from ui.paper.plan import Manner, plan, sent_words
from ui.paper.press import TABLE, TEXT, Job
from ui.paper.printers import PrinterFacts
from ui.source import MemorySettings, PaperFacts

LIST = PaperFacts("list", "Danh sách")
FORM = PaperFacts("form", "Quyết định", running=True)
BOOK = Book([(LIST, Pdf(words_pdf("1", "2", "3", size=LANDSCAPE))), (FORM, Pdf(words_pdf("4")))])
PRINTER = PrinterFacts("Canon", tray="Auto")


def offsets() -> OffsetOf:
    kept = Offsets(MemorySettings())
    kept.put(Feed("Canon", "A4 ngang", "Auto"), Offset(1.5, -1))
    return OffsetOf(kept, PRINTER)


def pages(job: Job) -> list[tuple[int, int | None]]:
    return [(side.part, side.page) for side in job.sides]


def test_pages_take_the_fineness_and_the_offset_of_their_paper() -> None:
    job = plan(BOOK, BOOK.leaves, Manner(), offsets()).job
    assert [side.quality for side in job.sides] == [TABLE, TABLE, TABLE, TEXT]
    assert [side.offset for side in job.sides] == [Offset(1.5, -1)] * 3 + [Offset()]
    assert job.title == "Danh sách · Quyết định"
    assert (job.both_sides, job.copies) == (False, 1)


def test_a_printer_that_turns_gets_whole_sheets() -> None:
    what = plan(BOOK, BOOK.leaves, Manner(2, both_sides=True, turns=True), offsets())
    assert what.words == "In 4 trang, 2 bản"
    assert pages(what.job) == [(0, 0), (0, 1), (0, 2), (0, None), (1, 0), (1, None)]
    assert what.job.both_sides
    assert what.then is None
    assert sent_words(what.job, "Canon") == "Đã gửi 4 trang, 2 bản tới máy in Canon."


def test_by_hand_the_fronts_go_first_and_the_backs_from_behind() -> None:
    what = plan(BOOK, BOOK.leaves, Manner(both_sides=True), offsets())
    assert what.words == "In 3 trang lẻ"
    assert pages(what.job) == [(0, 0), (0, 2), (1, 0)]
    assert what.then is not None
    assert what.then.words == "In 1 trang chẵn"
    assert [page for _part, page in pages(what.then.job)] == [None, None, 1]
    assert not what.then.job.both_sides


def test_a_single_page_has_no_back() -> None:
    for manner in (Manner(both_sides=True), Manner(both_sides=True, turns=True)):
        what = plan(BOOK, BOOK.leaves[:1], manner, offsets())
        assert (what.words, what.then, what.job.both_sides) == ("In 1 trang", None, False)


def test_papers_of_one_page_each_have_no_backs() -> None:
    what = plan(BOOK, [BOOK.leaves[0], BOOK.leaves[3]], Manner(both_sides=True), offsets())
    assert (what.words, what.then) == ("In 2 trang lẻ", None)


def test_papers_are_named_as_printers_are_loaded() -> None:
    assert sheet_of(PORTRAIT) == "A4 đứng"
    assert sheet_of(PageSize(420, 297)) == "A3 ngang"


def test_the_offset_counts_for_what_the_printer_cannot_reach() -> None:
    edges, border = Edges(8, 20, 15, 20), Edges(6.4, 12.7, 6.4, 12.7)
    assert not is_cut(edges, border, Offset())
    assert is_cut(edges, border, Offset(-2.5, 0))
    assert is_cut(edges, border, Offset(9.5, 0))
    assert is_cut(edges, border, Offset(0, -8))
    assert is_cut(edges, border, Offset(0, 8))
