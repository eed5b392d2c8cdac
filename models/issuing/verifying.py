"""Holding a paper against its code: by this register's book and key, or by another office's key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.errors import UserError
from models.issuing import seal
from models.registers.issued import ISSUED, VOID, IssuedPaper

if TYPE_CHECKING:
    from models.issuing.seal import Facts

NOT_A_SIGNATURE: Final = "Mã không thay chữ ký và con dấu trên giấy."


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found.

    Attributes:
        facts: what the code says of its paper.
        matches: whether it was signed for this name by the key asked.
        name: whose paper it was held against.
        paper: its entry in this register's book, where it was looked up.
    """

    facts: Facts
    matches: bool
    name: str
    paper: IssuedPaper | None = None

    @property
    def good(self) -> bool:
        """Whether the paper stands: it matches, and its number is not void."""
        return self.matches and (self.paper is None or self.paper.state == ISSUED)

    @property
    def sentence(self) -> str:
        """Tell it in Vietnamese."""
        facts = self.facts
        what = f"{facts.book} số {facts.label}, cấp ngày {facts.issued_on:%d/%m/%Y}"
        if not self.matches:
            return (
                f"{what}: không khớp với tên “{self.name}”. Giấy đã bị sửa, hoặc tên gõ chưa đúng."
            )
        if self.paper is not None and self.paper.state == VOID:
            return f"{what}, {self.name}: khớp, nhưng số này đã hủy: {self.paper.void_reason}."
        if self.paper is not None and self.paper.state != ISSUED:
            return f"{what}, {self.name}: khớp, nhưng số này chưa vào sổ cấp."
        return f"{what}, {self.name}: khớp."


def examine(code: str, name: str = "", key: str = "") -> Finding:
    """Hold a code against a name.

    Args:
        code: as scanned from the paper.
        name: as it stands on the paper; where it is left out, the receiver in this book is taken.
        key: public key of another office; without it the open register's own key and book.

    Raises:
        UserError: no code, no key, or nobody to hold it against.
    """
    facts = seal.read(code)
    paper = None if key else _entry(facts)
    whose = name.strip() or (paper.receiver if paper is not None else "")
    if not whose:
        raise UserError(
            f"Mã ghi {facts.book.lower()} số {facts.label}, cấp ngày {facts.issued_on:%d/%m/%Y}. "
            "Nhập họ tên ghi trên giấy để kiểm tra.",
            "name",
        )
    return Finding(facts, seal.check(code, whose, key) is seal.Match.WHOLE, whose, paper)


def _entry(facts: Facts) -> IssuedPaper | None:
    return IssuedPaper.get_or_none(
        (IssuedPaper.book == facts.book)
        & (IssuedPaper.year == facts.issued_on.year)
        & (IssuedPaper.number == facts.number)
        & IssuedPaper.trashed_at.is_null()
    )
