"""What the papers of a training class say: marks, totals, results, words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from printing.catalogue import document, render
from printing.columns import PrintColumn
from printing.documents.classes import attendance_columns
from tests.printing.pdf_marks import read_pages
from tests.printing.samples import FILLED


def words(form: str, data: Any = None) -> str:
    pdf = render(document(form).build(data or FILLED[form]))
    return " ".join(" ".join(page.text for page in read_pages(pdf)).split())


def rows(form: str) -> list[list[str]]:
    found: dict[tuple[int, float], list[str]] = {}
    for number, page in enumerate(read_pages(render(document(form).build(FILLED[form])))):
        for line in page.lines:
            found.setdefault((number, round(line.y)), []).append(line.text)
    return list(found.values())


def test_attendance_is_printed_as_marked_and_added_up() -> None:
    lines = rows("F30")
    late = next(line for line in lines if "Lê Thị Hoa" in line)
    assert late[-8:] == ["x", "M", "x", "x", "4", "0", "0", "100%"]
    away = next(line for line in lines if "Trần Văn Bé" in line)
    assert away[-8:] == ["K", "K", "x", "x", "2", "0", "2", "50%"]
    total = next(line for line in lines if line[0] == "Có mặt mỗi buổi")
    assert total[1:] == ["4", "4", "3", "5"]


def test_an_empty_sheet_has_the_sittings_and_rooms_for_marks() -> None:
    of = FILLED["F30"]
    unmarked = tuple(replace(row, marks=("",) * 4, share=None) for row in of.trainees)
    text = words("F30", replace(of, trainees=unmarked))
    assert "12/01" in text
    assert "Có mặt mỗi buổi" not in text
    assert "0%" not in text


def heads(columns: list[PrintColumn]) -> list[str | tuple[str, str]]:
    return [column.title for column in columns]


def test_sittings_of_one_day_stand_under_it_and_many_leave_units_out() -> None:
    two = (("12/01", "Sáng"), ("12/01", "Chiều"), ("13/01", "Sáng"), ("", ""))
    assert heads(attendance_columns(two))[2:6] == [
        ("12/01", "S"),
        ("12/01", "C"),
        "13/01 S",
        "Buổi 4",
    ]
    many = attendance_columns(tuple((f"{day:02}/01", "") for day in range(1, 21)), units=False)
    assert "Đơn vị" not in heads(many)


def test_results_are_counted_by_grade_and_tell_why_not() -> None:
    text = words("F31")
    assert "Tổng số 05 học viên, đạt 02, không đạt 02, chưa có kết quả 01." in text
    assert "Xếp loại: khá 02, giỏi 01, không đạt 01." in text
    assert "Chuyên cần 50% dưới 75%" in text
    assert "Chuyên cần 50%" not in words("F29")


def test_the_report_tells_the_class_and_annexes_its_results() -> None:
    text = words("F34")
    assert (
        "Thực hiện Kế hoạch số 04/KH-CAX ngày 02/01/2026, Công an xã Hồng Dân tổ chức lớp" in text
    )
    assert "Chuyên cần bình quân 80,0%; 02 học viên tham gia đủ các buổi." in text
    assert "Nội dung gồm 02 chuyên đề, 16 tiết: nắm tình hình ở cơ sở; phòng cháy" in text
    assert "(Kèm theo Báo cáo số 09/BC-CAX ngày 05 tháng 02 năm 2026" in text


def test_the_invitation_is_to_one_person() -> None:
    text = words("F35")
    assert "trân trọng kính mời: Ông Thạch Sô Phol" in text
    assert "(04 buổi, học buổi sáng, chiều)" in text


def test_the_year_adds_kinds_under_their_indicators() -> None:
    lines = rows("F36")
    both = next(line for line in lines if line[0].startswith("DT02."))
    assert both[1:] == ["5", "1.265", "1.240", "1", "60"]
    total = next(line for line in lines if line[0] == "Cộng")
    assert total[1:] == ["21", "2.255", "2.152", "79", "190"]


@pytest.mark.parametrize("form", ["F28", "F34"])
def test_the_year_is_not_told_twice(form: str) -> None:
    of = replace(FILLED[form], name="lớp bồi dưỡng, khóa 2/2026", day=date(2026, 2, 5))
    assert "2026 năm 2026" not in words(form, of)
    assert "năm 2026" in words(form)
