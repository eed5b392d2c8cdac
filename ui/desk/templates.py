"""Designs of papers for the window: read, drawn with made-up words, kept as the office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.issuing import pictures
from models.roles import Right
from models.store.session import may
from ui.desk.picture_files import Room, ready
from ui.source.templates import PAPERS, DesignFacts, Opened, PictureFacts, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from printing.certificate.layers import Words
    from printing.certificate.sheets import Job, Sheet
    from printing.certificate.template import Design, Template

SCAN = "scan"
SCAN_LEAST_DPI, SCAN_MOST_DPI = 40, 110
USUAL_ROOM = Room(36, 36)
WORDS = {
    "emblem": ("Quốc huy", "Chưa có. Chỗ Quốc huy trên giấy để trống.", "In trên mọi giấy có chỗ."),
    "seal": ("Con dấu", "Chưa có. Chỉ nạp khi được phép in dấu.", "In trên mọi giấy có chỗ."),
    SCAN: ("Ảnh phôi", "Quét hoặc chụp tờ phôi để căn chữ.", "Chỉ để xem, không in ra."),
}
"""Slot to what it is called, what is said where it is empty, and where it is not."""


class OfficeTemplates:
    """The designs of the open register."""

    @property
    def may_change(self) -> bool:
        """Whether who works now may change designs."""
        return may(Right.WRITE)

    def designs(self) -> Sequence[DesignFacts]:
        """Return the designs there are."""
        from printing.certificate.designs import known_designs

        return [
            DesignFacts(one.template.name, _line(one.template, own=one.row is not None),
                        one.row is not None)
            for one in known_designs()
        ]  # fmt: skip

    def picture(self, name: str) -> bytes:
        """Return a page of a design with made-up words, as a PDF."""
        from printing.certificate.designs import design
        from printing.certificate.sheets import CertificatePage, render_certificates

        template, view = design(name), View()
        page = CertificatePage(template, (_sheet(view),), _job(view))
        return render_certificates([page])

    def open(self, name: str) -> Opened:
        """Return a design to be changed."""
        from printing.certificate.designs import known

        found = known(name)
        return Opened(found.template, found.row.revision if found.row is not None else 0)

    def original(self, template: Template) -> Template | None:
        """Return the program's design that one began as; nothing where it began as none."""
        from printing.certificate.designs import original

        return original(template)

    def with_ornament(self, template: Template, ornament: Design) -> Template:
        """Return a design with another ornament, and the colours that it takes."""
        from printing.certificate.designs import with_ornament

        return with_ornament(template, ornament)

    def ground(self, template: Template, view: View) -> bytes:
        """Return what is under the words of a design, as a PDF."""
        from printing.certificate.layers import ground

        return ground(template, _job(view, pictures.scan_of(template.name)))

    def words(self, template: Template, chosen: int, view: View) -> Words:
        """Return the words of a design, the element of a place apart."""
        from printing.certificate.layers import words

        return words(template, chosen, _sheet(view), _job(view))

    def save(self, template: Template, revision: int | None) -> Opened:
        """Keep a design over the revision it was read from; over any where none is given."""
        from printing.certificate.designs import keep

        return self.open(keep(template, revision).name)

    def copy(self, name: str) -> str:
        """Copy a design; return the name of the copy."""
        from printing.certificate.designs import copy

        new = copy(name).name
        pictures.move_scan(name, new)
        return new

    def rename(self, name: str, wanted: str) -> str:
        """Call a design otherwise; return the name it has then."""
        from printing.certificate.designs import rename

        new = rename(name, wanted).name
        pictures.move_scan(name, new)
        return new

    def remove(self, name: str) -> str:
        """Move a design to the trash; tell what was done."""
        from printing.certificate.designs import remove

        remove(name)
        return f"Đã xóa mẫu giấy {name}."

    def pictures(self, name: str) -> Sequence[PictureFacts]:
        """Return the pictures of the office that papers show, and the scan of a design's blank."""
        kept = pictures.office_pictures()
        found = [_facts(slot, kept.get(slot, b"")) for slot in pictures.SLOTS]
        return [*found, _facts(SCAN, pictures.scan_of(name))]

    def put_picture(self, name: str, slot: str, data: bytes) -> bytes:
        """Keep a picture from a file, for a design where it is the scan; return the one before."""
        return self._put(name, slot, ready(data, _room(name, slot)))

    def put_back(self, name: str, slot: str, data: bytes) -> bytes:
        """Keep a picture that was kept before, or none; return the one before."""
        return self._put(name, slot, data)

    def _put(self, name: str, slot: str, data: bytes) -> bytes:
        verb = "Nạp" if data else "Bỏ"
        if slot == SCAN:
            return pictures.put_scan(name, data, f"{verb} ảnh phôi của mẫu {name}")
        return pictures.put_picture(slot, data, f"{verb} ảnh {WORDS[slot][0]} in trên giấy")

    def told(self, name: str) -> str:
        """Return a design as the text of a file."""
        from printing.certificate.designs import design
        from printing.certificate.template import to_json

        return to_json(design(name))

    def bring_in(self, text: str) -> str:
        """Keep a design from the text of a file; return the name it is kept under."""
        from printing.certificate.designs import bring_in

        return bring_in(text).name


def _facts(slot: str, data: bytes) -> PictureFacts:
    name, hint, there = WORDS[slot]
    return PictureFacts(slot, name, hint, data, there)


def _room(name: str, slot: str) -> Room:
    """How large a picture stands on paper: the scan fills it, others the largest place there is."""
    from printing.certificate.designs import design, designs

    if slot == SCAN:
        template = design(name)
        return Room(template.width, template.height, SCAN_LEAST_DPI, SCAN_MOST_DPI)
    places = [one for template in designs() for one in template.slots if one.slot == slot]
    largest = max(places, key=lambda one: one.width * one.height, default=None)
    return Room(largest.width, largest.height) if largest is not None else USUAL_ROOM


def _sheet(view: View) -> Sheet:
    from printing.certificate.sheets import Sheet
    from printing.certificate.values import SAMPLE_CODE, sample_data

    return Sheet(sample_data(long=view.long_name), SAMPLE_CODE)


def _job(view: View, scan: bytes = b"") -> Job:
    from printing.certificate.sheets import Job

    shown = scan if view.on_blank else b""
    return Job(pictures.office_pictures(), words_only=view.on_blank, preview=True, scan=shown)


def _line(template: Template, *, own: bool) -> str:
    size = round(template.width), round(template.height)
    paper = PAPERS.get(size, f"{size[0]} × {size[1]} mm")
    whose = f"của cơ quan, bản {template.version}" if own else "của phần mềm"
    return f"{paper} · {whose}"
