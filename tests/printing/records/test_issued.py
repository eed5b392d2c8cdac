"""F32 and F33 from the issue book."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AccessError, UserError
from models.issuing import reprints, runs
from models.registers.issued import ISSUED_PAPERS
from models.roles import Role
from models.store import session
from models.store.query import Listing, condition
from printing.catalogue import document, render
from printing.records.build import build, build_all
from printing.records.wanted import Wanted
from tests.models.issuing.papers import held
from tests.models.samples import fresh
from tests.printing.certificate.test_issue import NAMES, issued
from tests.printing.pdf_marks import read_pages

pytestmark = pytest.mark.usefixtures("register")


def text_of(name: str, wanted: Wanted) -> str:
    pages = read_pages(render(build(document(name), wanted)))
    return " ".join(" ".join(page.text for page in pages).split())


def test_the_book_has_every_number_of_the_year_and_room_to_sign() -> None:
    papers = issued()
    runs.hand_over([papers[0]], "Ngô Văn Ba", date(2026, 11, 20))
    runs.void(papers[1], "Sai năm sinh")
    reprints.note([fresh(papers[2])])
    runs.release(held(1))
    text = text_of("F33", Wanted())
    assert "SỔ CẤP GIẤY CHỨNG NHẬN NĂM 2026" in text
    assert all(name.split()[-1] in text for name in NAMES)
    assert "Ký nhận" in text
    assert "Ngô Văn Ba 20/11/2026" in text
    assert "Hủy: Sai năm sinh" in text
    assert "In lại 1 lần" in text
    assert "Sổ này có 3 số: 2 giấy đã cấp, 1 số hủy./." in text


def test_a_filtered_list_is_the_book_of_another_year() -> None:
    issued()
    other = Listing(ISSUED_PAPERS, "", (condition(ISSUED_PAPERS, "year", "2025"),))
    assert "Sổ này có" not in text_of("issue-book", Wanted(listing=other))


def test_a_certificate_is_printed_again_as_it_was() -> None:
    paper = issued()[1]
    text = text_of("F32", Wanted(records=(paper,)))
    assert "Huỳnh Tấn Đạt" in text
    assert "Số vào sổ: 002/2026" in text
    assert "Bản in lại" in text


def test_what_is_held_or_void_is_no_certificate() -> None:
    papers = issued()
    runs.void(papers[0], "Sai năm sinh")
    with pytest.raises(UserError, match="Số 001/2026: đã hủy, không in lại được"):
        text_of("F32", Wanted(records=(fresh(papers[0]),)))
    waits = runs.waiting(held(1))[0][1]
    with pytest.raises(UserError, match="Số 004/2026: giữ chỗ, không in lại được"):
        text_of("F32", Wanted(records=(waits,)))
    found = build_all(document("F32"), Wanted(Listing(ISSUED_PAPERS, "2026")))
    assert len(found) == 2


def test_who_only_looks_prints_no_certificate_again() -> None:
    paper = issued()[0]
    session.set_user("Lê Thị Mai", Role.LEADER)
    try:
        with pytest.raises(AccessError, match="cấp giấy"):
            text_of("F32", Wanted(records=(paper,)))
    finally:
        session.set_user("")


def test_a_blank_certificate_is_dotted() -> None:
    text = text_of("F32", Wanted(blank=True))
    assert "TRƯỞNG CÔNG AN XÃ HƯNG HỘI" in text
    assert "…………" in text
