"""Every printable document: the window, the command line and the tests all read this one table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any, Final

from models.register import Register
from models.registers import REGISTERS
from printing.certificate.sheets import CertificatePage, render_certificates
from printing.class_entries import CLASS_DOCUMENTS
from printing.content import Letter
from printing.documents import (
    data,
    decision,
    lists,
    plans,
    profile,
    report,
    reviews,
    schemes,
    teams,
)
from printing.documents.journal import JOURNAL
from printing.entry import Document, Needs, Sheet
from printing.issued_entries import ISSUED_DOCUMENTS
from printing.letter import render_letters
from printing.listing import ListPage, Progress, render_lists
from printing.word import write_letter

__all__ = ["DOCUMENTS", "Document", "Needs", "Sheet", "all_documents", "document", "render"]
DOCUMENTS: Final[tuple[Document[Any], ...]] = (
    Document(
        "scheme-list",
        "F01",
        "Danh sách mô hình tự quản về an ninh, trật tự",
        "schemes",
        Needs.LIST,
        data.SchemesData,
        schemes.scheme_list,
        landscape=True,
        dated=True,
    ),
    Document(
        "scheme-summary",
        "F02",
        "Bảng tổng hợp mô hình, tổ tự quản về an ninh, trật tự",
        "schemes",
        Needs.SUMMARY,
        data.SchemesData,
        schemes.scheme_summary,
        landscape=True,
        dated=True,
    ),
    Document(
        "member-list",
        "F03",
        "Danh sách thành viên tổ",
        "teams",
        Needs.RECORD,
        data.TeamData,
        teams.member_list,
        landscape=True,
        dated=True,
    ),
    Document(
        "profile",
        "F04",
        "Lý lịch mô hình, hồ sơ tổ tự quản",
        "schemes",
        Needs.RECORD,
        data.ProfileData,
        profile.profile,
    ),
    Document(
        "team-decision",
        "F05",
        "Quyết định thành lập (kiện toàn) tổ",
        "teams",
        Needs.RECORD,
        data.DecisionData,
        decision.team_decision,
    ),
    Document(
        "covenant",
        "F06",
        "Quy ước hoạt động của mô hình",
        "schemes",
        Needs.RECORD,
        data.PlanData,
        plans.covenant,
    ),
    Document(
        "launch-plan",
        "F07",
        "Kế hoạch xây dựng, ra mắt (nhân rộng) mô hình",
        "schemes",
        Needs.RECORD,
        data.PlanData,
        plans.launch_plan,
    ),
    Document(
        "review-minutes",
        "F08",
        "Biên bản họp sơ kết, đánh giá, xếp loại",
        "reviews",
        Needs.RECORD,
        data.MinutesData,
        reviews.review_minutes,
    ),
    Document(
        "self-rating",
        "F09",
        "Phiếu tự đánh giá, xếp loại tổ, thành viên",
        "teams",
        Needs.RECORD,
        data.RatingData,
        reviews.self_rating,
    ),
    Document(
        "review-summary",
        "F10",
        "Bảng tổng hợp kết quả xếp loại tổ bảo vệ an ninh, trật tự và thành viên",
        "reviews",
        Needs.SUMMARY,
        data.ReviewsData,
        teams.review_summary,
        landscape=True,
    ),
    Document(
        "activity-log",
        "F11",
        "Sổ theo dõi hoạt động của tổ, mô hình",
        "activities",
        Needs.LIST,
        data.TeamData,
        teams.activity_log,
        landscape=True,
    ),
    Document(
        "scheme-report",
        "F12",
        "Báo cáo kết quả xây dựng, nhân rộng, hoạt động mô hình",
        "schemes",
        Needs.SUMMARY,
        data.ReportData,
        report.scheme_report,
        dated=True,
    ),
    *CLASS_DOCUMENTS,
)


FURTHER: Final[tuple[Document[Any], ...]] = (
    Document(
        "team-profile",
        "F04",
        "Hồ sơ tổ tự quản",
        "teams",
        Needs.RECORD,
        partial(data.ProfileData, of_team=True),
        profile.profile,
    ),
    Document(
        "member-rating",
        "F09",
        "Phiếu tự đánh giá, xếp loại thành viên",
        "members",
        Needs.RECORD,
        partial(data.RatingData, member=data.MemberRow("")),
        reviews.self_rating,
    ),
)
"""Forms that serve a second kind of record, under the same form number."""


def _list_of(register: Register) -> Document[lists.ListData]:
    """The derived list of a register; it has no number among the forms."""
    return Document(
        f"list-{register.name}",
        "",
        lists.list_title(register),
        register.name,
        Needs.LIST,
        partial(lists.ListData, register),
        lists.register_page,
        landscape=lists.is_wide(register),
        drawn=True,
    )


@cache
def all_documents() -> tuple[Document[Any], ...]:
    """The forms in the order of their numbers, the derived list of every register, the journal."""
    forms = sorted((*DOCUMENTS, *FURTHER, *ISSUED_DOCUMENTS), key=lambda entry: entry.form)
    return (*forms, *map(_list_of, REGISTERS), JOURNAL)


def document(key: str) -> Document[Any]:
    """The document of an id ("scheme-list") or form number ("F01"), whatever the case.

    Raises:
        KeyError: there is none.
    """
    wanted = key.strip().lower()
    for entry in all_documents():
        if wanted and wanted in (entry.id, entry.form.lower()):
            return entry
    raise KeyError(key)


def render(sheet: Sheet, *, progress: Progress | None = None) -> bytes:
    """The PDF of a page built by a document of the catalogue."""
    return render_all([sheet], progress=progress)


def render_all(sheets: Sequence[Sheet], *, progress: Progress | None = None) -> bytes:
    """One PDF of the same document made for several records, at least one.

    Each record begins a page and has page numbers of its own.
    """
    drawn = [sheet for sheet in sheets if isinstance(sheet, CertificatePage)]
    if drawn:
        return render_certificates(drawn, progress=progress)
    lists = [sheet for sheet in sheets if isinstance(sheet, ListPage)]
    if lists:
        return render_lists(lists, progress=progress)
    return render_letters([sheet for sheet in sheets if isinstance(sheet, Letter)])


def render_word(sheet: Letter) -> bytes:
    """The same words as `render`, as a .docx file the office can edit."""
    return write_letter(sheet)
