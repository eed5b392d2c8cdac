"""Designs of papers for the window: read, drawn with made-up words, kept as the office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.issuing import pictures
from models.roles import Right
from models.store.session import may
from ui.source.templates import PAPERS, DesignFacts, Opened, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from printing.certificate.layers import Words
    from printing.certificate.sheets import Job, Sheet
    from printing.certificate.template import Design, Template


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

        return ground(template, _job(view))

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

        return copy(name).name

    def rename(self, name: str, wanted: str) -> str:
        """Call a design otherwise; return the name it has then."""
        from printing.certificate.designs import rename

        return rename(name, wanted).name

    def remove(self, name: str) -> str:
        """Move a design to the trash; tell what was done."""
        from printing.certificate.designs import remove

        remove(name)
        return f"Đã xóa mẫu giấy {name}."

    def told(self, name: str) -> str:
        """Return a design as the text of a file."""
        from printing.certificate.designs import design
        from printing.certificate.template import to_json

        return to_json(design(name))

    def bring_in(self, text: str) -> str:
        """Keep a design from the text of a file; return the name it is kept under."""
        from printing.certificate.designs import bring_in

        return bring_in(text).name


def _sheet(view: View) -> Sheet:
    from printing.certificate.sheets import Sheet
    from printing.certificate.values import SAMPLE_CODE, sample_data

    return Sheet(sample_data(long=view.long_name), SAMPLE_CODE)


def _job(view: View) -> Job:
    from printing.certificate.sheets import Job

    return Job(pictures.office_pictures(), words_only=view.on_blank, preview=True)


def _line(template: Template, *, own: bool) -> str:
    size = round(template.width), round(template.height)
    paper = PAPERS.get(size, f"{size[0]} × {size[1]} mm")
    whose = f"của cơ quan, bản {template.version}" if own else "của phần mềm"
    return f"{paper} · {whose}"
