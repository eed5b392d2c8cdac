"""The papers of the issue book in the catalogue, F32 and F33 of DOMAIN J."""

from __future__ import annotations

from typing import Any, Final

from printing.documents import issued
from printing.entry import Document, Needs

ISSUED_DOCUMENTS: Final[tuple[Document[Any], ...]] = (
    Document(
        "certificate",
        "F32",
        "Giấy chứng nhận",
        "issued",
        Needs.RECORD,
        issued.CertificateData,
        issued.certificate,
        landscape=True,
        drawn=True,
    ),
    Document(
        "issue-book",
        "F33",
        "Sổ cấp giấy chứng nhận năm",
        "issued",
        Needs.LIST,
        issued.BookData,
        issued.issue_book,
        landscape=True,
    ),
)
