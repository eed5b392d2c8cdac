"""The office as the forms know it: the lines of its head, its words in a sentence, its signers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from printing.blocks import Head, Signer, SignList, place_and_date

SIGN_NOTE: Final = "(Ký, ghi rõ họ tên)"
GAP: Final = "…………"
NUMBER_GAP: Final = "        "
HEAD_OF_OFFICE: Final = Signer("TRƯỞNG CÔNG AN XÃ")
CHAIRMAN: Final = Signer("CHỦ TỊCH")
LIST_MAKER: Final = Signer("NGƯỜI LẬP BIỂU", note=SIGN_NOTE)
SCHEME_LEADER: Final = Signer("ĐẠI DIỆN MÔ HÌNH", note=SIGN_NOTE)
CHAIR: Final = Signer("CHỦ TỌA")
CLERK: Final = Signer("THƯ KÝ", note=SIGN_NOTE)


@dataclass(frozen=True)
class OfficeData:
    """The office that prints: lines of its head, words for it in a sentence, who signs."""

    parent_line: str = f"CÔNG AN TỈNH {GAP}"
    agency_line: str = f"CÔNG AN XÃ {GAP}"
    place: str = ""
    name: str = f"Công an xã {GAP}"
    commune: str = f"xã {GAP}"
    symbol: str = "CAX"
    signer: Signer = HEAD_OF_OFFICE
    chairman: Signer = CHAIRMAN
    maker: Signer = LIST_MAKER

    @property
    def commune_kind(self) -> str:
        """What the commune is, in a sentence: xã, phường or đặc khu."""
        first, second, *_ = f"{self.commune}  ".split(" ")
        return f"{first} {second}" if first == "đặc" else first

    def head(self, kind: str = "", number: int | None = None, day: date | None = None) -> Head:
        """[HEAD]: with a `kind` such as BC the number line is set, empty for a blank form."""
        return Head(
            self.agency_line,
            self.parent_line,
            official_number(number, f"{kind}-{self.symbol}") if kind else "",
            place_date=place_and_date(self.place, day),
        )

    def minutes_head(self, number: int | None = None) -> Head:
        """[HEAD-BB]: without place and date."""
        return Head(
            self.agency_line, self.parent_line, official_number(number, f"BB-{self.symbol}")
        )

    def committee_head(self, kind: str, number: int | None, day: date | None) -> Head:
        """[HEAD-UB]: a paper drafted for the People's Committee of the commune."""
        return Head(
            f"ỦY BAN NHÂN DÂN\n{self.commune.upper()}",
            number=official_number(number, f"{kind}-UBND"),
            place_date=place_and_date(self.place, day),
        )

    def area_head(self, area: str, day: date | None = None) -> Head:
        """[HEAD-KDC]: a paper of a thôn or tổ dân phố."""
        return Head((area or f"ấp {GAP}").upper(), place_date=place_and_date(self.place, day))

    def list_signatures(self) -> SignList:
        """[SIGN-LIST]."""
        return SignList((self.maker, self.signer))

    def signature(self, *recipients: str) -> SignList:
        """[SIGN] with the Nơi nhận given and the filing line."""
        return SignList((self.signer,), (*recipients, f"- Lưu: VT, {self.symbol}."))


def official_number(number: int | None, symbol: str) -> str:
    """The line "Số: 09/BC-CAX"; numbers under 10 take a zero, none leaves room to write."""
    return f"Số: {NUMBER_GAP if number is None else f'{number:02d}'}/{symbol}"


BLANK_OFFICE: Final = OfficeData()
"""The office of a blank form: its lines are to be filled in by hand."""
