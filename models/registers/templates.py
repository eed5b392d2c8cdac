"""Designs of certificates as this office keeps them, each change a version of its own."""

from __future__ import annotations

from typing import ClassVar

from models.fields import LongText, ShortText, WholeNumber
from models.record import Record


class PaperTemplate(Record):
    """One design the office changed or made; `printing.certificate` reads its body."""

    NOUN: ClassVar[str] = "mẫu giấy"

    name = ShortText("Tên mẫu", required=True)
    version = WholeNumber("Bản", required=True)
    body = LongText("Nội dung mẫu", required=True)

    class Meta:
        """Table name."""

        table_name = "paper_template"
