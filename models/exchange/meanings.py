"""What the columns of a register's workbooks can mean, and what headings say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.exchange.export import UID_HEADING
from models.exchange.headers import Path, Vocabulary, heading_key
from models.exchange.left_out import PLACE, REASON
from models.exchange.session_headings import ATTENDANCE, session_told
from models.facts import Link
from models.register import field_id
from models.registers import register_of
from models.store.tables import LearnedHeading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.register import Register

UID = "uid"
LEADER_NAME = "leader.name"
LEADER_PHONE = "leader.phone"
RATING = "rating"
RESULT = "trainee.result"
_YEAR = re.compile(r"\b(19[5-9]\d|20\d\d)\b")

EXTRAS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "teams": {
        LEADER_NAME: (
            "Tổ trưởng",
            "Tổ trưởng họ và tên",
            "Họ tên tổ trưởng",
            "Đội trưởng",
            "Chủ nhiệm",
            "Người đứng đầu",
        ),
        LEADER_PHONE: (
            "Tổ trưởng điện thoại",
            "Điện thoại tổ trưởng",
            "SĐT tổ trưởng",
            "Tổ trưởng số điện thoại",
            "Điện thoại",
            "Số điện thoại",
            "SĐT",
            "ĐT",
        ),
        RATING: ("Xếp loại", "Xếp loại năm", "Kết quả xếp loại", "Phân loại"),
    },
    "trainees": {
        RESULT: (
            "Kết quả",
            "Đạt/Không đạt",
            "Kết quả học tập",
            "Kết quả cuối khóa",
            "Kết luận",
            "Đánh giá",
        ),
        ATTENDANCE: (),
    },
    "schemes": {RATING: ("Xếp loại", "Xếp loại năm", "Phân loại")},
}
"""Columns that fill no field of the register's own by their name: a team's leader, a rating."""


class Meanings:
    """The meanings of one register: field of each key, and the vocabulary to find them."""

    def __init__(self, register: Register) -> None:
        self.register = register
        fields = [*register.exchange_fields(), *_further_fields(register)]
        self.fields: dict[str, Any] = {field_id(field): field for field in fields}
        aliases: dict[str, tuple[str, ...]] = {
            key: (field.label,) for key, field in self.fields.items()
        }
        for field, phrases in register.aliases:
            if field_id(field) in aliases:
                aliases[field_id(field)] = (field.label, *phrases)
        self._lend_aliases(aliases)
        extras = EXTRAS.get(register.name, {})
        self._learned = learned(register)
        self._takes_marks = ATTENDANCE in extras
        self.vocabulary = Vocabulary({**aliases, UID: (UID_HEADING,), **extras}, self._learned)

    def _lend_aliases(self, aliases: dict[str, tuple[str, ...]]) -> None:
        """Let a linked record's fields answer to the aliases of their own register."""
        own = {field_id(field) for field, _ in self.register.aliases}
        for key, field in self.fields.items():
            lender = register_of(field.model)
            if key in own or lender is None or lender is self.register:
                continue
            for lent, phrases in lender.aliases:
                if field_id(lent) == key:
                    aliases[key] = (field.label, *phrases)

    def marks(self, path: Path) -> bool:
        """Tell whether a column holds marks of attendance: by its heading, unless a person said."""
        if not self._takes_marks:
            return False
        told = self._learned.get(heading_key(path))
        return session_told(path) is not None if told is None else told == ATTENDANCE

    def label(self, key: str) -> str:
        """Return the Vietnamese name of a meaning."""
        names = {
            UID: UID_HEADING,
            LEADER_NAME: "Tổ trưởng",
            LEADER_PHONE: "Điện thoại tổ trưởng",
            RESULT: "Kết quả",
            ATTENDANCE: "Điểm danh",
        }
        if key in self.fields:
            return str(self.fields[key].label)
        return names.get(key, "Xếp loại")


def _further_fields(register: Register) -> list[Any]:
    """Return fields of the record that titles a register's own, beyond those its workbooks carry.

    A list of members may tell of people what the members' list on screen does not show; fields
    called like one of the register itself stay out.
    """
    title = register.model._meta.fields.get(register.model.TITLE)
    lender = register_of(title.rel_model) if isinstance(title, Link) else None
    if lender is None:
        return []
    labels = {field.label for field in register.exchange_fields()}
    return [field for field in lender.form_fields() if field.label not in labels]


def learned(register: Register) -> dict[str, str]:
    """Return the headings people matched by hand; those of rows left out mean nothing."""
    own = {heading_key((heading,)): "" for heading in (REASON, PLACE)}
    rows = LearnedHeading.select().where(LearnedHeading.register == register.name)
    return own | {row.heading: row.field for row in rows}


def remember(register: Register, path: tuple[str, ...], key: str) -> None:
    """Keep a heading's meaning for the next workbook; call it inside a change's transaction."""
    LearnedHeading.insert(
        register=register.name, heading=heading_key(path), field=key
    ).on_conflict_replace().execute()


def year_in(*texts: str) -> int | None:
    """Return the last year named in texts, looked at in order; the first text that has one wins."""
    for text in texts:
        years = _YEAR.findall(text)
        if years:
            return int(years[-1])
    return None
