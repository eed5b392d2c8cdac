"""F01, F02 and F12 against figures counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from models.registers.schemes import DISSOLVED, SCHEMES, Scheme
from models.store.query import Listing, condition
from printing.documents.data import SchemeRow, SummaryRow
from printing.records.report import report_data
from printing.records.schemes import NOT_RECOGNISED, scheme_list_data, schemes_data
from printing.records.wanted import Wanted
from tests.models.figures.small_register import Small, when
from tests.models.samples import stored

END_2025 = Wanted(as_of=date(2025, 12, 31))
KENG = SchemeRow(
    "Tiếng kẻng",
    "Ấp Một",
    "01/06/2020",
    "Số 12/QĐ-CAT ngày 12/05/2022",
    "Công an tỉnh",
    1,
    2,
    3,
    "Tốt",
    "Đang hoạt động",
)
NU = SchemeRow(
    "Phụ nữ tự quản",
    "Ấp Hai",
    "2019",
    "Số 512/QĐ-BCA ngày 01/10/2024",
    "Bộ Công an",
    1,
    1,
    1,
    "Khá",
)


def names(wanted: Wanted) -> list[str]:
    return [row.name for row in scheme_list_data(wanted).rows]


def test_the_list_at_the_end_of_a_year(small: Small) -> None:
    data = scheme_list_data(END_2025)
    assert data.rows == (NU, KENG)
    assert (data.as_of, data.year) == (date(2025, 12, 31), 2025)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2019, 12, 31), ["Chùa an toàn", "Phụ nữ tự quản"]),
        (date(2020, 3, 1), ["Chùa an toàn", "Phụ nữ tự quản", "Tiếng kẻng"]),
        (date(2025, 3, 14), ["Phụ nữ tự quản", "Tiếng kẻng", "Chùa an toàn"]),
        (date(2025, 3, 15), ["Phụ nữ tự quản", "Tiếng kẻng"]),
        (date(2026, 2, 1), ["Phụ nữ tự quản", "Tiếng kẻng", "Zalo an ninh"]),
    ],
)
def test_models_stand_from_founding_to_dissolving_under_the_level_of_the_day(
    small: Small, day: date, wanted: list[str]
) -> None:
    assert names(Wanted(as_of=day)) == wanted


def test_before_its_decision_a_model_is_not_recognised(small: Small) -> None:
    (keng,) = (
        row
        for row in scheme_list_data(Wanted(as_of=date(2022, 5, 11))).rows
        if row.name == small.keng.name
    )
    assert (keng.level, keng.decision) == (NOT_RECOGNISED, "")


def test_a_model_dissolved_later_is_not_called_dissolved_yet(small: Small) -> None:
    rows = scheme_list_data(Wanted(as_of=date(2025, 1, 1))).rows
    chua = next(row for row in rows if row.name == small.chua.name)
    assert (chua.state, chua.note) == ("", "Giải thể ngày 15/03/2025")


def test_dissolved_models_are_listed_when_asked_for(small: Small) -> None:
    gone = Listing(SCHEMES, where=(condition(SCHEMES, "state", DISSOLVED),))
    assert names(Wanted(gone, as_of=date(2026, 1, 1))) == ["Chùa an toàn"]
    assert names(Wanted(records=(small.chua,))) == ["Chùa an toàn"]
    assert names(Wanted(Listing(SCHEMES, "chua"), as_of=date(2026, 1, 1))) == []


def test_before_the_year_is_rated_the_list_shows_the_year_before(small: Small) -> None:
    data = scheme_list_data(Wanted(as_of=date(2026, 11, 22)))
    assert (data.year, [row.rating for row in data.rows]) == (2025, ["Khá", "Tốt", ""])
    assert schemes_data(Wanted(as_of=date(2026, 11, 22))).year == 2026
    assert scheme_list_data(Wanted(as_of=date(2028, 1, 1))).year == 2028


def test_the_summary_counts_by_level_and_kind(small: Small) -> None:
    club, bell = "Câu lạc bộ nữ phòng chống tội phạm", "Tiếng kẻng an ninh"
    assert schemes_data(END_2025).summary == (
        SummaryRow("Bộ Công an", club, 1, 1, 1, 1, good=1, note="trong đó khá: 1"),
        SummaryRow("Công an tỉnh", bell, 1, 1, 2, 3, good=1),
        SummaryRow("Đơn vị, địa phương", "Loại khác", dissolved=1),
    )


def test_a_kind_nobody_chose_is_told_by_the_name(small: Small) -> None:
    stored(Scheme(name="Camera an ninh", launched=when("2026-01-01")))
    rows = schemes_data(Wanted(as_of=date(2026, 2, 1))).summary
    assert [row.kind for row in rows if row.level == NOT_RECOGNISED] == [
        "Camera an ninh",
        "Loại khác",
    ]


def test_what_was_begun_in_the_year_is_new(small: Small) -> None:
    rows = schemes_data(Wanted(as_of=date(2026, 2, 1))).summary
    assert [(row.level, row.new) for row in rows if row.new] == [(NOT_RECOGNISED, 1)]
    assert [row.new for row in schemes_data(Wanted(as_of=date(2020, 12, 31))).summary].count(1) == 1


def test_the_filter_is_told(small: Small) -> None:
    narrow = Listing(SCHEMES, "keng", (condition(SCHEMES, "area", "Ấp Một"),))
    told = schemes_data(Wanted(narrow)).filter_words
    assert told == "(Lọc theo: tìm “keng”; địa bàn: Ấp Một)"
    assert schemes_data(Wanted(records=(small.keng,))).filter_words == "(Lọc theo: chọn 1 mô hình)"


def test_the_report_tells_the_year(small: Small) -> None:
    report = report_data(END_2025)
    assert report.receivers == ("Công an tỉnh Cà Mau (qua Phòng PV05)",)
    assert report.situation == "Xã Hưng Hội có 02 ấp, 201 hộ, 800 nhân khẩu."
    assert report.results == (
        "Các mô hình, tổ tự quản đã tổ chức 02 hoạt động, 66 lượt người dự; cung cấp 02 tin; "
        "hòa giải thành 01 vụ.",
    )
    assert report.weak_points == ("Có 03 tổ chưa đủ 03 thành viên.",)
    assert report_data(Wanted(as_of=date(2024, 12, 31))).weak_points[0] == (
        "Còn 02 mô hình chưa sơ kết, xếp loại năm 2024."
    )


@pytest.mark.usefixtures("register")
def test_an_empty_register_gives_an_empty_report() -> None:
    report = report_data(Wanted())
    assert (report.situation, report.results, report.weak_points) == ("", (), ())
    assert (report.schemes.rows, report.schemes.summary) == ((), ())
