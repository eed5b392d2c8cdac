"""Before printing: what is missing, too long, or has no letter, in one sentence each."""

from __future__ import annotations

from dataclasses import replace

from printing.certificate.checking import Flaw, flaws
from printing.certificate.sheets import CertificatePage, Job, Sheet
from printing.certificate.values import sample_data
from tests.printing.certificate.designs_for_tests import CODE, LONG_NAME, named, page


def messages(one: CertificatePage) -> list[str]:
    return [flaw.message for flaw in flaws(one)]


def test_good_sheets_have_none() -> None:
    assert flaws(page()) == []
    assert flaws(page(name=LONG_NAME)) == []


def test_a_missing_emblem_is_told_once_and_does_not_stop() -> None:
    award = page(named("Giấy khen"), count=3)
    (flaw,) = flaws(award)
    assert (flaw.sheet, flaw.stops) == (0, False)
    assert flaw.message.startswith("Chưa có Quốc huy: chỗ này để trống.")
    assert flaws(replace(award, job=Job(pictures={"emblem": b"x"}))) == []
    assert flaws(replace(award, job=Job(words_only=True))) == []


def test_a_letter_that_no_face_has_is_named() -> None:
    assert messages(page(name="Trần 漢 An")) == [
        "Trang 1, Trần 漢 An: họ và tên có ký tự không in được: “漢” (U+6F22). "
        "Sửa lại chỗ có ký tự này."
    ]


def test_what_must_be_there_and_is_not_is_named_with_its_page() -> None:
    sheets = (Sheet(sample_data(), CODE), Sheet(sample_data() | {"office": "", "name": " "}, CODE))
    found = flaws(replace(page(), sheets=sheets))
    assert [flaw.message for flaw in found] == [
        "Trang 2: thiếu họ và tên.",
        "Trang 2: thiếu chức danh người ký.",
    ]
    assert {flaw.sheet for flaw in found} == {2}


def test_what_is_too_long_is_told_with_its_length_and_floor() -> None:
    merit = "Đã có nhiều thành tích xuất sắc " * 12
    (message,) = messages(page(merit=merit))
    assert "nội dung chứng nhận dài 383 ký tự, không vừa 2 dòng ở cỡ 12" in message


def test_a_sheet_without_a_code_may_be_printed() -> None:
    assert flaws(replace(page(), sheets=(Sheet(sample_data()),))) == [
        Flaw(1, "Trang 1, Nguyễn Văn Hòa: chưa có mã kiểm tra.", stops=False)
    ]
