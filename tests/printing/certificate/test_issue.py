"""Papers issued with their sheets: what was printed then is what is printed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.errors import UserError
from models.issuing import pictures, runs, seal
from models.issuing.numbers import next_number
from models.issuing.verifying import examine
from models.registers.issued import IssuedPaper, PrintRun
from models.store import contents
from models.store.check import findings
from printing.certificate.designs import design, keep
from printing.certificate.issue import Issue, hold, page_of, sheets_again
from printing.certificate.sheets import render_certificates
from printing.certificate.template import resized
from printing.certificate.values import sample_data
from tests.models.samples import fresh
from tests.printing.certificate.designs_for_tests import FESTIVE
from tests.printing.certificate.test_sheets import picture
from tests.printing.pdf_marks import read_pages

pytestmark = pytest.mark.usefixtures("register")
DAY = date(2026, 11, 16)
NAMES = ("Ngô Thanh Bình", "Huỳnh Tấn Đạt", "Đặng Hoàng Em")


def issue(names: tuple[str, ...] = NAMES, blanks: str = "") -> Issue:
    seal.make_key()
    template = design(FESTIVE)
    items = tuple(runs.Item(name, sample_data() | {"name": name}) for name in names)
    first = next_number(template.book, DAY.year)
    return Issue(template, items, first, DAY, "Thiếu tá Phạm Quốc Hưng", blanks)


def issued(**how: str) -> list[IssuedPaper]:
    return runs.confirm(hold(issue(**how)))  # type: ignore[arg-type]


def test_a_look_draws_numbers_and_codes_and_takes_nothing() -> None:
    page = page_of(issue())
    assert [sheet.data["number"] for sheet in page.sheets] == ["001/2026", "002/2026", "003/2026"]
    assert len({sheet.code for sheet in page.sheets}) == 3
    assert PrintRun.select().count() == 0


def test_the_pages_that_were_drawn_are_kept() -> None:
    run = hold(issue())
    kept = read_pages(contents.fetch(run.pdf_hash))
    assert [name in sheet.text for name, sheet in zip(NAMES, kept, strict=True)] == [True] * 3
    assert "003/2026" in kept[2].text
    assert render_certificates([page_of(replace(issue(), first=1))]) == contents.fetch(run.pdf_hash)
    assert findings() == []


def test_a_code_of_a_paper_is_good_until_it_is_void() -> None:
    paper = issued()[1]
    code = runs.printed_data(paper)[2]["code"]
    assert examine(code).sentence == (
        "Giấy chứng nhận số 002/2026, cấp ngày 16/11/2026, Huỳnh Tấn Đạt: khớp."
    )
    wrong = examine(code, "Huỳnh Tấn Đức")
    assert (wrong.good, "không khớp với tên “Huỳnh Tấn Đức”" in wrong.sentence) == (False, True)
    runs.void(paper, "Sai năm sinh")
    after = examine(code)
    assert (after.good, after.matches) == (False, True)
    assert after.sentence.endswith("khớp, nhưng số này đã hủy: Sai năm sinh.")


def test_a_code_of_what_was_not_confirmed_says_so() -> None:
    run = hold(issue())
    code = runs.printed_data(runs.waiting(run)[0][1])[2]["code"]
    assert examine(code).sentence.endswith("khớp, nhưng số này chưa vào sổ cấp.")
    runs.release(run)
    with pytest.raises(UserError, match=r"số 001/2026, cấp ngày 16/11/2026\. Nhập họ tên"):
        examine(code)
    key = seal.public_key("Công an xã Hưng Hội")
    assert examine(code, NAMES[0], key).good
    with pytest.raises(UserError, match="Nhập họ tên"):
        examine(code, "", key)


def test_nothing_done_since_changes_what_is_printed_again() -> None:
    pictures.put_picture("emblem", picture("#0000FF"))
    paper = issued()[0]
    plain = render_certificates(sheets_again([paper], again=False))
    marked = render_certificates(sheets_again([paper]))
    keep(resized(design(FESTIVE), 420, 297))
    pictures.put_picture("emblem", b"")
    assert render_certificates(sheets_again([fresh(paper)], again=False)) == plain
    assert render_certificates(sheets_again([fresh(paper)])) == marked
    assert "Bản in lại" in read_pages(marked)[0].text
    assert "Bản in lại" not in read_pages(plain)[0].text


def test_papers_on_blanks_are_printed_again_on_blanks() -> None:
    paper = issued(blanks="Phôi A4")[0]
    (page,) = sheets_again([paper])
    assert page.job.words_only
    assert "CỘNG HÒA" not in read_pages(render_certificates([page]))[0].text


def test_the_office_keeps_pictures_by_their_hash() -> None:
    assert pictures.office_pictures() == {}
    pictures.put_picture("seal", b"mot")
    pictures.put_picture("seal", b"hai")
    assert pictures.office_pictures() == {"seal": b"hai"}
