"""F12: the yearly report on models; its figures and its annex come from the same rows as F02."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from printing.blocks import place_and_date
from printing.content import (
    Addressed,
    Annex,
    Block,
    Dotted,
    Letter,
    Para,
    Ruled,
    Section,
    Signatures,
    Title,
)
from printing.documents.data import ReportData, SummaryRow
from printing.documents.figures import added, counted, year_words
from printing.documents.schemes import (
    LEVEL_WORDS,
    SUMMARY_COLUMNS,
    SUMMARY_TITLE,
    summary_rows,
    summary_total,
)

NUMBER_MISSING: Final = "……"
RATED: Final = {"good": "hiệu quả, tốt", "fair": "trung bình", "weak": "yếu"}
"""The groups of ratings, in words; those without a model are left out of a sentence."""


def scheme_report(data: ReportData) -> Letter:
    """F12, after model 1.4 of Nghị định 30/2020, with F02 as annex."""
    office, year = data.schemes.office, year_words(data.schemes.year)
    about = (
        "Kết quả xây dựng, nhân rộng, hoạt động mô\u00a0hình tự quản về an ninh, trật tự "
        f"năm\u00a0{year}"
    )
    return Letter(
        f"Báo cáo {about}",
        (
            office.head("BC", data.number, data.schemes.day),
            Title("BÁO CÁO", about),
            Addressed(data.receivers),
            Section("I. TÌNH HÌNH"),
            *_paragraphs((data.situation,) if data.situation else ()),
            Section("II. KẾT QUẢ"),
            *map(Para, result_sentences(data)),
            *_paragraphs(data.results, 2),
            Section("III. HẠN CHẾ, NGUYÊN NHÂN"),
            *_paragraphs(data.weak_points),
            Section("IV. PHƯƠNG HƯỚNG"),
            *_paragraphs(data.next_steps),
            Para(f"Trên đây là báo cáo của {office.name}./."),
            Signatures(office.signature("- Như trên;")),
            Annex("Phụ lục", SUMMARY_TITLE, _reference(data), landscape=True),
            _annex_table(data),
        ),
    )


def _paragraphs(words: tuple[str, ...], blank: int = 3) -> Iterator[Block]:
    """The paragraphs given, or dotted lines to be filled in."""
    if words:
        yield from map(Para, words)
    else:
        yield Dotted(blank)


def result_sentences(data: ReportData) -> Iterator[str]:
    """The figures as the reports of the police word them, levels after the whole."""
    rows = data.schemes.summary
    if not rows:
        return
    office = data.schemes.office
    levels = [level for level in dict.fromkeys(row.level for row in rows) if level]
    parts = [
        f"{_level_words(level)} {_strength([r for r in rows if r.level == level])}"
        for level in levels
    ]
    whole = f"Toàn {office.commune_kind} có {_strength(list(rows))}"
    yield f"{whole}. Trong đó, {'; '.join(parts)}." if len(parts) > 1 else f"{whole}."
    rated = {words: added(getattr(r, n) for r in rows) for n, words in RATED.items()}
    told = [f"{counted(number)} mô hình {words}" for words, number in rated.items() if number]
    if told:
        yield f"Qua xếp loại có {', '.join(told)}."
    new, dissolved = (added(getattr(r, n) for r in rows) for n in ("new", "dissolved"))
    if new:
        yield f"Trong năm xây dựng mới {counted(new)} mô hình."
    if dissolved:
        yield f"Thanh loại {counted(dissolved)} mô hình."


def _level_words(level: str) -> str:
    """A recognition level inside a sentence."""
    return LEVEL_WORDS.get(level, f"{level[0].lower()}{level[1:]}")


def _strength(rows: list[SummaryRow]) -> str:
    """Put as "53 mô hình, với 263 điểm nhân rộng gồm 1.522 tổ, 22.000 thành viên"; no zeros."""
    schemes, sites, teams, members = (
        added(getattr(row, name) for row in rows)
        for name in ("schemes", "sites", "teams", "members")
    )
    words = f"{counted(schemes)} mô hình"
    if sites:
        words += f", với {counted(sites)} điểm nhân rộng"
    if teams:
        words += f" gồm {counted(teams)} tổ" if sites else f", với {counted(teams)} tổ"
    return f"{words}, {counted(members)} thành viên" if members else words


def _reference(data: ReportData) -> str:
    """The line that ties the annex to the report."""
    office = data.schemes.office
    number = NUMBER_MISSING if data.number is None else f"{data.number:02d}"
    day = place_and_date("", data.schemes.day).partition(", ")[2]
    return f"(Kèm theo Báo cáo số {number}/BC-{office.symbol} {day} của {office.name})"


def _annex_table(data: ReportData) -> Ruled:
    """F02 as a table."""
    rows = data.schemes.summary
    return Ruled(SUMMARY_COLUMNS, summary_rows(rows), summary_total(rows), blank=6)
