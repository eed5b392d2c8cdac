"""F01 and F02: the list of models and their summary by recognition level and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from printing.columns import Band, PrintColumn, Row
from printing.documents.data import SchemeRow, SchemesData, SummaryRow
from printing.documents.figures import added, as_of_words, figure, thousands, year_words
from printing.listing import ListPage

LEVEL_WORDS: Final = {
    "Bộ Công an": "Bộ Công an công nhận và nhân rộng",
    "Công an tỉnh": "Công an tỉnh công nhận",
    "Đơn vị, địa phương": "Công an đơn vị, địa phương xây dựng",
}
"""How the reports name the recognition levels; other levels are printed as they stand."""
SUMMARY_TITLE: Final = "BẢNG TỔNG HỢP MÔ HÌNH, TỔ TỰ QUẢN VỀ AN NINH, TRẬT TỰ"
ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def scheme_columns(year: int | None) -> tuple[PrintColumn, ...]:
    """The columns of F01 without STT."""
    return (
        PrintColumn("Tên mô hình", 4.2),
        PrintColumn("Địa bàn, đơn vị", 2.6),
        PrintColumn("Ngày ra mắt", 1.7, "centre"),
        PrintColumn("Quyết định công nhận (số, ngày, cấp)", 3.2),
        PrintColumn("Số điểm", 1, "right"),
        PrintColumn("Số tổ", 1, "right"),
        PrintColumn("Số thành viên", 1.2, "right"),
        PrintColumn(f"Xếp loại năm {year_words(year)}", 1.6, "centre"),
        PrintColumn("Tình trạng", 1.7, "centre"),
        PrintColumn("Ghi chú", 1.8),
    )


def scheme_list(data: SchemesData) -> ListPage:
    """F01: the models under their recognition levels, with điểm, tổ and thành viên added up."""
    rows = data.rows
    sums = [added(getattr(row, name) for row in rows) for name in ("sites", "teams", "members")]
    words = [thousands(number) for number in (len(rows), *sums)]
    return ListPage(
        data.office.head(day=data.day),
        "DANH SÁCH MÔ HÌNH TỰ QUẢN VỀ AN NINH, TRẬT TỰ",
        scheme_columns(data.year),
        scheme_rows(rows),
        data.office.list_signatures(),
        subtitle=as_of_words(data.as_of),
        filter_words=data.filter_words,
        total=("Cộng", "", "", "", *words[1:], "", "", "") if rows else None,
        count_line=(
            f"Danh sách này có {words[0]} mô hình, {words[1]} điểm, {words[2]} tổ, "
            f"{words[3]} thành viên./."
            if rows
            else ""
        ),
    )


def scheme_rows(rows: Sequence[SchemeRow]) -> list[Row]:
    """The rows of F01: a band per level with its sums, then its models."""
    printed: list[Row] = []
    for place, level in enumerate(dict.fromkeys(row.level for row in rows)):
        mine = [row for row in rows if row.level == level]
        if level:
            sums = (
                added(getattr(row, name) for row in mine) for name in ("sites", "teams", "members")
            )
            words = f"{ROMAN[place]}. {LEVEL_WORDS.get(level, level)}: {len(mine)} mô hình"
            printed.append(Band(words, ("", "", "", "", *map(figure, sums))))
        printed += [_scheme_cells(row) for row in mine]
    return printed


def _scheme_cells(row: SchemeRow) -> tuple[str, ...]:
    """The cells of one model."""
    return (
        row.name,
        row.area,
        row.launched,
        row.decision,
        figure(row.sites),
        figure(row.teams),
        figure(row.members),
        row.rating,
        row.state,
        row.note,
    )


SUMMARY_COLUMNS: Final = (
    PrintColumn("Cấp công nhận, loại mô hình", 5),
    PrintColumn("Mô hình", 1.2, "right"),
    PrintColumn("Điểm", 1.2, "right"),
    PrintColumn("Tổ", 1.2, "right"),
    PrintColumn("Thành viên", 1.4, "right"),
    PrintColumn(("Xếp loại", "Hiệu quả, tốt"), 1.3, "right"),
    PrintColumn(("Xếp loại", "Trung bình"), 1.3, "right"),
    PrintColumn(("Xếp loại", "Yếu"), 1.1, "right"),
    PrintColumn("Thanh loại", 1.2, "right"),
    PrintColumn("Mới xây dựng", 1.2, "right"),
    PrintColumn("Ghi chú", 2),
)


def summary_figures(rows: Iterable[SummaryRow]) -> list[str]:
    """The nine sums of some rows of F02."""
    names = (
        *("schemes", "sites", "teams", "members"),
        *("good", "fair", "weak", "dissolved", "new"),
    )
    kept = list(rows)
    return [thousands(sum(getattr(row, name) for row in kept)) for name in names]


def summary_rows(rows: Sequence[SummaryRow]) -> list[Row]:
    """The rows of F02: a band per recognition level, then the kinds of models in it."""
    printed: list[Row] = []
    for place, level in enumerate(dict.fromkeys(row.level for row in rows)):
        mine = [row for row in rows if row.level == level]
        words = f"{ROMAN[place]}. {LEVEL_WORDS.get(level, level)}"
        printed.append(Band(words, ("", *summary_figures(mine))))
        printed += [(row.kind, *summary_figures([row]), row.note) for row in mine]
    return printed


def summary_total(rows: Sequence[SummaryRow]) -> tuple[str, ...] | None:
    """The last row of F02."""
    return ("Cộng", *summary_figures(rows), "") if rows else None


def scheme_summary(data: SchemesData) -> ListPage:
    """F02: models, điểm, tổ, thành viên and ratings by recognition level and kind."""
    return ListPage(
        data.office.head(day=data.day),
        SUMMARY_TITLE,
        SUMMARY_COLUMNS,
        summary_rows(data.summary),
        data.office.list_signatures(),
        subtitle=as_of_words(data.as_of),
        filter_words=data.filter_words,
        total=summary_total(data.summary),
    )
