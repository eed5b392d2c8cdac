"""Looks over certificates before they are printed: what is missing, too long, or has no letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from printing.certificate.faces import lacking
from printing.certificate.fitting import filled, fitted
from printing.certificate.sheets import printed_elements
from printing.certificate.template import FIELD, Code, Text
from printing.certificate.values import PHOTO, PICTURES, label_of_field

if TYPE_CHECKING:
    from printing.certificate.sheets import CertificatePage, Sheet
    from printing.certificate.template import Picture, Template


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to see to before printing.

    Attributes:
        sheet: place of the sheet from 1; 0 where it is of all.
        message: Vietnamese, what is wrong and what to do.
        stops: whether it must be seen to; the others may be printed as they are.
    """

    sheet: int
    message: str
    stops: bool = True


def flaws(page: CertificatePage) -> list[Flaw]:
    """Return everything to see to, of the whole first, then sheet by sheet."""
    return [
        *_of_pictures(page),
        *(
            flaw
            for place, sheet in enumerate(page.sheets, 1)
            for flaw in _of_sheet(page, place, sheet)
        ),
    ]


def _of_pictures(page: CertificatePage) -> list[Flaw]:
    if page.job.words_only:
        return []
    lost = {one.slot: one for one in page.template.slots if one.slot not in page.job.pictures}
    return [Flaw(0, _lacks(slot), stops=slot.required) for slot in lost.values()]


def _lacks(slot: Picture) -> str:
    if slot.slot == PHOTO:
        return f"Chưa có {PICTURES[PHOTO]}: tờ in ra có khung trống để dán ảnh."
    return (
        f"Chưa có {PICTURES.get(slot.slot, slot.slot)}: chỗ này để trống. Nạp ảnh của cơ quan "
        "trong Mẫu giấy nếu cần."
    )


def _of_sheet(page: CertificatePage, place: int, sheet: Sheet) -> list[Flaw]:
    found: list[Flaw] = []
    who = sheet.data.get("name", "").strip()
    where = f"Trang {place}{f', {who}' if who else ''}"
    for element in printed_elements(page.template, words_only=page.job.words_only):
        if isinstance(element, Text):
            found += [Flaw(place, f"{where}: {words}") for words in _of_text(element, sheet)]
        elif isinstance(element, Code) and not sheet.code:
            found.append(Flaw(place, f"{where}: chưa có mã kiểm tra.", stops=False))
    return found


def _of_text(element: Text, sheet: Sheet) -> list[str]:
    words = filled(element, sheet.data)
    label = ", ".join(map(label_of_field, element.names)) or element.text
    if not words:
        return [f"thiếu {label}."] if element.required else []
    lost = lacking(words.replace("\n", ""), element.face)
    if lost:
        named = ", ".join(f"“{mark}” (U+{ord(mark):04X})" for mark in lost)
        return [f"{label} có ký tự không in được: {named}. Sửa lại chỗ có ký tự này."]
    if not fitted(element, words).fits:
        return [
            f"{label} dài {len(words)} ký tự, không vừa {element.lines} dòng ở cỡ "
            f"{element.floor:g}. Rút ngắn, hoặc cho chỗ này rộng thêm trong mẫu."
        ]
    return []


def unknown_fields(template: Template) -> Sequence[str]:
    """Return the fields of a design that no paper of the program fills."""
    names = (name for one in template.elements if isinstance(one, Text)
             for name in FIELD.findall(one.text))  # fmt: skip
    return tuple(dict.fromkeys(name for name in names if label_of_field(name) == name))
