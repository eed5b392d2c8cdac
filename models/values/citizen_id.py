"""The citizen's number: twelve digits, or the nine of the identity card before it."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import UserError
from models.text import shorten
from models.values.digits import read_digits
from models.values.sex import Sex

LENGTH, OLD_LENGTH = 12, 9

# The 63 codes of the annex to circular 07/2016; numbers given do not change when provinces merge.
PROVINCES = {
    "001": "Hà Nội",
    "002": "Hà Giang",
    "004": "Cao Bằng",
    "006": "Bắc Kạn",
    "008": "Tuyên Quang",
    "010": "Lào Cai",
    "011": "Điện Biên",
    "012": "Lai Châu",
    "014": "Sơn La",
    "015": "Yên Bái",
    "017": "Hòa Bình",
    "019": "Thái Nguyên",
    "020": "Lạng Sơn",
    "022": "Quảng Ninh",
    "024": "Bắc Giang",
    "025": "Phú Thọ",
    "026": "Vĩnh Phúc",
    "027": "Bắc Ninh",
    "030": "Hải Dương",
    "031": "Hải Phòng",
    "033": "Hưng Yên",
    "034": "Thái Bình",
    "035": "Hà Nam",
    "036": "Nam Định",
    "037": "Ninh Bình",
    "038": "Thanh Hóa",
    "040": "Nghệ An",
    "042": "Hà Tĩnh",
    "044": "Quảng Bình",
    "045": "Quảng Trị",
    "046": "Thừa Thiên Huế",
    "048": "Đà Nẵng",
    "049": "Quảng Nam",
    "051": "Quảng Ngãi",
    "052": "Bình Định",
    "054": "Phú Yên",
    "056": "Khánh Hòa",
    "058": "Ninh Thuận",
    "060": "Bình Thuận",
    "062": "Kon Tum",
    "064": "Gia Lai",
    "066": "Đắk Lắk",
    "067": "Đắk Nông",
    "068": "Lâm Đồng",
    "070": "Bình Phước",
    "072": "Tây Ninh",
    "074": "Bình Dương",
    "075": "Đồng Nai",
    "077": "Bà Rịa - Vũng Tàu",
    "079": "TP Hồ Chí Minh",
    "080": "Long An",
    "082": "Tiền Giang",
    "083": "Bến Tre",
    "084": "Trà Vinh",
    "086": "Vĩnh Long",
    "087": "Đồng Tháp",
    "089": "An Giang",
    "091": "Kiên Giang",
    "092": "Cần Thơ",
    "093": "Hậu Giang",
    "094": "Sóc Trăng",
    "095": "Bạc Liêu",
    "096": "Cà Mau",
}


@dataclass(frozen=True, slots=True)
class CitizenId:
    """A citizen's number as text of 12 digits (or 9, the old card).

    `repaired` tells that zeros a spreadsheet had dropped were put back.
    """

    text: str
    repaired: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def is_old(self) -> bool:
        """Whether this is the number of an old identity card, which tells nothing."""
        return len(self.text) == OLD_LENGTH

    @property
    def province(self) -> str | None:
        """Name of the province of birth registration, None when the code is not known."""
        return None if self.is_old else PROVINCES.get(self.text[:3])

    @property
    def sex(self) -> Sex | None:
        """The sex told by the fourth digit: even Nam, odd Nữ."""
        if self.is_old:
            return None
        return "Nữ" if int(self.text[3]) % 2 else "Nam"

    @property
    def birth_year(self) -> int | None:
        """The year told by century (fourth digit) and year (fifth and sixth)."""
        if self.is_old:
            return None
        return 1900 + int(self.text[3]) // 2 * 100 + int(self.text[4:6])


def parse_citizen_id(value: str | float) -> CitizenId:
    """Read a citizen's number from a form or from a cell.

    Signs between digits go. Zeros that a spreadsheet dropped are put back when the code of a
    province comes out (095… from 95…; 001… from 1…, only out of a number), and to an old number.

    Raises:
        UserError: not 12 or 9 digits, other characters, or digits lost in a shortened number.

    """
    digits = read_digits(value, "Số CCCD")
    if not digits:
        raise UserError("Chưa nhập số CCCD.", value=str(value))
    if not (digits.isascii() and digits.isdecimal()):
        raise UserError(f"Số CCCD chỉ gồm chữ số: {shorten(str(value))}.", value=str(value))
    if len(digits) in (LENGTH, OLD_LENGTH):
        return CitizenId(digits)
    missing = LENGTH - len(digits)
    padded = digits.zfill(LENGTH)
    most = 1 if isinstance(value, str) else 2
    if digits[0] != "0" and 0 < missing <= most and padded[:3] in PROVINCES:
        return CitizenId(padded, repaired=True)
    if digits[0] != "0" and len(digits) == OLD_LENGTH - 1:
        return CitizenId("0" + digits, repaired=True)
    raise UserError(f"Số CCCD cần {LENGTH} số, đang có {len(digits)}.", value=str(value))


def warnings_against(
    citizen_id: CitizenId | str, birth_year: int | None, sex: str | None
) -> list[str]:
    """Compare a number with what else is known; sentences that warn and never block (DOMAIN g3)."""
    known = CitizenId(citizen_id) if isinstance(citizen_id, str) else citizen_id
    if known.is_old:
        return []
    warnings = []
    if known.province is None:
        warnings.append(f"Mã tỉnh {known.text[:3]} của số CCCD không có trong danh mục.")
    if sex and sex != known.sex:
        warnings.append(f"Số CCCD là của {known.sex}, đang ghi {sex}.")
    if birth_year and birth_year != known.birth_year:
        warnings.append(f"Số CCCD là của người sinh năm {known.birth_year}, đang ghi {birth_year}.")
    return [f"{warning} Vẫn lưu được." for warning in warnings]
