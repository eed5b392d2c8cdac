"""Tells by their words what the rows of an office table are besides data.

Totals, signatures, captions of sections, footnotes and ditto marks look like records to a
program; only their wording and their place tell them apart.
"""

from __future__ import annotations

import re

from models.text import fold

_TOTAL = re.compile(
    r"(?:tong|cong)(?: cong| so)?"
    r"(?:$| (?:\d|toan|xa|ap|khom|thon|phuong|to |co |la |chung|nam|nu|thanh vien|nguoi|trang))"
)
_SIGNATURE = re.compile(
    r"nguoi (?:lap|tong hop|bao cao|thong ke|kiem tra)(?: .*)?|can bo (?:lap|tong hop)(?: .*)?"
    r"|lap bang|lap bieu|thu truong(?: .*)?|(?:pho )?truong cong an.*|(?:kt|tm|tl|tuq|q) .*"
    r"|(?:pho )?chu tich(?: .*)?|uy ban nhan dan.*|xac nhan.*|noi nhan.*|thu ky|chu tri|chu toa"
    r"|(?:da )?ky(?: ten)?(?: .*)?ho(?: va)? ten.*|ky ten.*|dai dien .*|chi huy .*"
)
_PLACE_DATE = re.compile(r"(?:.{0,40} )?ngay [\d ]{0,6}thang [\d ]{0,6}nam[\d ]{0,6}")
_NOTE = re.compile(
    r"ghi chu .+|luu y .*|chu thich .*|danh sach (?:nay )?(?:co|gom) .*|an dinh .*|tong hop .*"
)
_PAGE = re.compile(r"trang(?: so)? \d+(?: \d+)?|page \d+.*|\d+ (?:\d+ )?trang")
_LEFT_HEAD = re.compile(
    r"(?:cong hoa xa hoi|doc lap tu do|uy ban nhan dan|ubnd|bo cong an|cong an (?:tinh|thanh|huyen"
    r"|thi|xa|phuong|dac khu|quan)|mau (?:so )?\d|so \d+ [a-z]{2}).*"
)
_OFFICES = re.compile(
    r"(?:to|doi|hieu|nhom) truong.*|truong (?:ap|khom|thon|ban|to|doi|xom) ?.*|bi thu.*|can bo .*"
    r"|pho .*|giam doc.*|thu quy|ke toan.*|chi huy.*"
)
_UNIT_LINE = re.compile(r"(?:đơn vị|địa bàn|xã|ấp)\s*:", re.IGNORECASE)
_MARKER = re.compile(
    r"(?P<roman>[IVXLC]+)[.)/:\s]|(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)/:]\s|(?P<letter>[A-ZĐ])[.)/]"
    r"|(?P<small>[a-zđ])[.)/]|(?P<dash>[-–+*•])\s"
)
_ALONE_MARKER = re.compile(r"(?P<roman>[IVXLC]+)|(?P<letter>[A-ZĐ])|(?P<small>[a-zđ])")
_AREA_WORDS = ("ấp", "khóm", "thôn", "khu", "tổ dân phố", "xã", "phường", "bản", "buôn", "làng",
               "xóm", "tdp", "kdc", "sóc", "phum")  # fmt: skip
_GROUP_WORDS = ("tổ", "đội", "câu lạc bộ", "clb", "nhóm", "mô hình", "cá nhân", "tập thể",
                "hộ gia đình", "đơn vị", "lực lượng", "chi hội", "chi đoàn", "ban", "lớp",
                "khối", "cơ quan", "trường", "doanh nghiệp", "diễn đàn", "tiểu đội")  # fmt: skip
_FULL_CAPTION = re.compile(rf"(?:{'|'.join((*_AREA_WORDS, *_GROUP_WORDS))})(?:\s|$)")
_AREA_CAPTION = re.compile(rf"(?:{'|'.join(_AREA_WORDS)})\s")
_DITTO = frozenset({
    "nt", "-nt-", "- nt -", "-nt", "n.t", "nt.", "//", "-//-", "- // -", '"', "''", "``", "″", "〃",
    "“", "”", "“”", '""', '-"-', '- " -', "như trên", "-như trên-", ",,", "—//—", "–//–", "-”-",
})  # fmt: skip
_NUMBERING = re.compile(r"\(?\s*(\d{1,2})\s*\)?(?:\s*=.*)?")
_NUMBERING_LETTER = re.compile(r"\(?[A-Fa-f]\)?")


def is_total(text: str) -> bool:
    """Tell whether a row beginning with this text adds up others ('- Tổng số: 75 thành viên')."""
    return _TOTAL.match(fold(text)) is not None


def is_signature(text: str) -> bool:
    """Tell whether this is the place, date, office or title above a signature."""
    if len(text) > 80:
        return False
    plain = fold(text)
    if text.isupper() and _OFFICES.fullmatch(plain):
        return True
    return bool(_SIGNATURE.fullmatch(plain) or _PLACE_DATE.fullmatch(plain))


def is_loud(text: str) -> bool:
    """Tell whether a text is written as headings of signatures are: capitals or in brackets."""
    return text.isupper() or text.startswith("(") or _PLACE_DATE.fullmatch(fold(text)) is not None


def is_note(text: str) -> bool:
    """Tell whether this is a remark below a table."""
    if text.startswith("*"):
        return not names_unit(text.lstrip("* "))
    return _NOTE.fullmatch(fold(text)) is not None


def is_page_number(text: str) -> bool:
    """Tell whether this is the number of a printed page ('Trang 1/3')."""
    return _PAGE.fullmatch(fold(text)) is not None


def is_letterhead(text: str) -> bool:
    """Tell whether this is part of the head of an official paper, never of a table."""
    return bool(_UNIT_LINE.match(text) or _LEFT_HEAD.fullmatch(fold(text)))


def is_ditto(text: str) -> bool:
    """Tell whether a cell only points at the one above."""
    return text.strip().lower() in _DITTO


def is_marker(text: str) -> bool:
    """Tell whether a cell under STT numbers a section (I, A, b) rather than a record."""
    return _ALONE_MARKER.fullmatch(text.strip().rstrip(".)/:")) is not None


def is_caption(text: str) -> bool:
    """Tell whether a lone text names a section: numbered, ending in a colon, or naming a unit."""
    start = text.lower()
    return bool(_MARKER.match(text) or text.endswith(":") or _FULL_CAPTION.match(start))


def names_unit(text: str) -> bool:
    """Tell whether a text begins as names of teams and areas do, and no person's name does."""
    return _FULL_CAPTION.match(text.lower()) is not None


def caption_kind(text: str) -> str:
    """Name the kind of a caption; sections of one kind stand on one level.

    The kind is that of its number (I, A, 1, a, -), else whether it names an area.
    """
    marker = _MARKER.match(text)
    if marker and marker.lastgroup:
        dots = (marker["number"] or "").count(".")
        return marker.lastgroup + "." * dots
    return "area" if _AREA_CAPTION.match(text.lower()) else "other"


def numbering(texts: list[str]) -> bool:
    """Tell whether a row only numbers its columns: (1)(2)(3), A B C D, A B 1 2 3, (5)=(3)+(4)."""
    if len(texts) < 3:
        return False
    letters = [text.strip("().").upper() for text in texts]
    if len(letters) > 3 and all(len(text) == 1 and text.isalpha() for text in letters):
        return letters[0] == "A" and letters == sorted(set(letters))
    numbers = []
    for text in texts:
        found = _NUMBERING.fullmatch(text)
        if found:
            numbers.append(int(found[1]))
        elif not _NUMBERING_LETTER.fullmatch(text) or numbers:
            return False
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
