"""A person's name without what lists write around it: address, rank, a post in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from models.errors import UserError
from models.text import nfc, shorten, title_name
from models.values.sex import Sex

LONGEST: Final = 100
"""Characters of a name; the longest real ones have about forty."""

_WRITINGS: dict[str, tuple[str, ...]] = {
    "Đồng chí": ("đồng chí", "đ/c", "đ.c", "đc", "đ/chí"),
    "Ông/bà": ("ông/bà", "ông / bà", "ông (bà)", "ông(bà)", "ông bà"),
    "Ông": ("ông", "ô"),
    "Hòa thượng": ("hòa thượng", "hoà thượng"),
    "Thượng tọa": ("thượng tọa", "thượng toạ"),
    **{word.capitalize(): (word,) for word in ("bà", "chị", "cô", "cụ", "ni sư", "sư cô")},
    **{word.capitalize(): (word,) for word in ("linh mục", "mục sư", "đại đức")},
    **{word.capitalize(): (word,) for word in ("anh", "chú", "bác", "em", "cháu", "thầy")},
}
_ADDRESSES = {written: shown for shown, forms in _WRITINGS.items() for written in forms}
_GIVEN_NAMES_TOO = ("Anh", "Chú", "Bác", "Em", "Cháu", "Thầy")  # 'Anh Thư' is a name
_SURNAME_TOO = "Ông"  # 'Ông Thị Nga' is a woman of the family Ông
_SEX_OF: dict[str | None, Sex] = {
    **dict.fromkeys(("Ông", "Anh", "Chú"), "Nam"),
    **dict.fromkeys(("Bà", "Chị", "Cô", "Ni sư", "Sư cô"), "Nữ"),
}

_GRADES = "tướng|tá|úy|uý"
_RANK = re.compile(
    rf"((?:đại|thượng|trung|thiếu) (?:{_GRADES})|(?:thượng|trung|hạ) s[ĩỹ]|binh (?:nhất|nhì))"
    r"(?: (?:qncn|cn))?\b[.,:]?\s+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"({'|'.join(map(re.escape, sorted(_ADDRESSES, key=len, reverse=True)))})(?:[.:,]\s*|\s+)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^(?:[-+*•–]\s*|\d{1,4}\s*[.)/-]\s*(?=\D))+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_SPACED_HYPHEN = re.compile(r"(?<=\S)\s+[-–—]\s+(?=\S+$)")
_AFTER = re.compile(r"\s+[-–—]\s+|\s*[,;:]\s*")
_NAME = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*|[ .'’ʼ‘-])+")


@dataclass(frozen=True, slots=True)
class CleanName:
    """A name with a capital at each word, and what stood around it (None where nothing did).

    `honorific` and `rank` are written in full ('Đồng chí', 'Trung úy'); `note` is what stood in
    brackets, after a comma, or in two words or more after a spaced hyphen.
    """

    name: str
    honorific: str | None = None
    rank: str | None = None
    note: str | None = None

    @property
    def sex_hint(self) -> Sex | None:
        """The sex that the form of address tells: Ông, Anh, Chú or Bà, Chị, Cô."""
        return _SEX_OF.get(self.honorific)


def clean_person_name(text: str) -> CleanName:
    """Take a name out of a cell: 'Đ/c Trung úy NGUYỄN  VĂN A (Tổ trưởng)' is 'Nguyễn Văn A'.

    Names of one word are names. Numbering before the name goes.

    Raises:
        UserError: empty, figures in the name, signs that no name has, longer than `LONGEST`.

    """
    rest, honorific = _address(_LISTED.sub("", nfc(text)))
    rest, rank = _rank(rest)
    if rank is not None and honorific is None:
        rest, honorific = _address(rest)
    if rest.replace(" ", "").isalpha():  # nearly all: nothing stands around it
        return CleanName(_checked(title_name(rest), text), honorific, rank)
    notes = [note.strip() for note in _BRACKETS.findall(rest)]
    bare = _BRACKETS.sub(" ", rest).strip(" .,;:-–")
    name, *after = _AFTER.split(_SPACED_HYPHEN.sub("-", bare))
    notes += after
    return CleanName(
        name=_checked(title_name(name).strip(" .-"), text),
        honorific=honorific,
        rank=rank,
        note="; ".join(filter(None, notes)) or None,
    )


def _address(text: str) -> tuple[str, str | None]:
    """Split off a form of address, unless it can be part of the name itself."""
    found = _ADDRESS.match(text)
    if found is None:
        return text, None
    honorific, rest = _ADDRESSES[found[1].lower()], text[found.end() :]
    if honorific == _SURNAME_TOO and rest.lower().startswith("thị "):
        return text, None
    if honorific in _GIVEN_NAMES_TOO and " " not in rest:
        return text, None
    return rest, honorific


def _rank(text: str) -> tuple[str, str | None]:
    found = _RANK.match(text)
    if found is None:
        return text, None
    rank = found[1].lower().replace("uý", "úy").replace("sỹ", "sĩ")
    return text[found.end() :], rank.capitalize()


def _checked(name: str, text: str) -> str:
    """Give the name back, or say what is wrong with it."""
    if not text.strip():
        raise UserError("Chưa nhập họ tên.", value=text)
    if len(name) > LONGEST:
        raise UserError(
            f"Họ tên quá dài: {shorten(text)}. Nhập không quá {LONGEST} chữ cái.", value=text
        )
    if name.replace(" ", "").isalpha():
        return name
    if any(map(str.isdigit, name)):
        raise UserError(f"Họ tên không có chữ số: {shorten(text)}. Chỉ nhập họ và tên.", value=text)
    if not (_NAME.fullmatch(name) and any(map(str.isalpha, name))):
        raise UserError(
            f"Họ tên không hợp lệ: {shorten(text)}. Chỉ nhập họ và tên của một người.", value=text
        )
    return name
