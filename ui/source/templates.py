"""What the window asks about designs of papers: which there are, how they look, what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from printing.certificate.layers import Words
    from printing.certificate.template import Design, Template

PAPERS: Final = {
    (297, 210): "A4 ngang",
    (210, 297): "A4 dọc",
    (210, 148): "A5 ngang",
    (148, 210): "A5 dọc",
    (420, 297): "A3 ngang",
    (297, 420): "A3 dọc",
    (400, 300): "400 × 300 mm",
}
"""Millimetres across and down of the papers that offices use, and what they are called."""


@dataclass(frozen=True, slots=True)
class DesignFacts:
    """A design in the list: its name, what stands under it, and whether it is the office's own."""

    name: str
    line: str
    own: bool


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture that papers show: its slot, what it is called, and its bytes where there is one.

    ``told`` stands under a picture that is there, ``hint`` where none is.
    """

    slot: str
    name: str
    hint: str
    data: bytes = b""
    told: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """How a design is looked at: with whose name, and as printed on a blank or in full."""

    long_name: bool = False
    on_blank: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A design to be changed, and the revision of its record; 0 while it is as shipped."""

    template: Template
    revision: int = 0


class TemplateSource(Protocol):
    """Keeps designs; all methods are called off the window's thread."""

    @property
    def may_change(self) -> bool:
        """Whether who works now may change designs."""

    def designs(self) -> Sequence[DesignFacts]:
        """The designs there are."""

    def picture(self, name: str) -> bytes:
        """A page of a design with made-up words, as a PDF."""

    def open(self, name: str) -> Opened:
        """A design to be changed."""

    def original(self, template: Template) -> Template | None:
        """The program's design that one began as; nothing where it began as none."""

    def with_ornament(self, template: Template, ornament: Design) -> Template:
        """A design with another ornament, and the colours that it takes."""

    def ground(self, template: Template, view: View) -> bytes:
        """What is under the words of a design, as a PDF."""

    def words(self, template: Template, chosen: int, view: View) -> Words:
        """The words of a design, the element of a place apart."""

    def save(self, template: Template, revision: int | None) -> Opened:
        """Keep a design over the revision it was read from; over any where none is given.

        Raises:
            UserError: it could not be drawn.
            Conflict: somebody saved it meanwhile.
        """

    def copy(self, name: str) -> str:
        """Copy a design; the name of the copy."""

    def rename(self, name: str, wanted: str) -> str:
        """Call a design otherwise; the name it has then.

        Raises:
            UserError: the name is taken, or the design is the program's own.
        """

    def remove(self, name: str) -> str:
        """Move a design to the trash; tells what was done."""

    def pictures(self, name: str) -> Sequence[PictureFacts]:
        """The pictures of the office that papers show, and the scan of a design's blank."""

    def put_picture(self, name: str, slot: str, data: bytes) -> bytes:
        """Keep a picture from a file, for a design where it is the scan; the one before.

        Raises:
            UserError: it is no picture, or would be coarse on paper.
        """

    def put_back(self, name: str, slot: str, data: bytes) -> bytes:
        """Keep a picture that was kept before, or none; the one before."""

    def told(self, name: str) -> str:
        """A design as the text of a file."""

    def bring_in(self, text: str) -> str:
        """Keep a design from the text of a file; the name it is kept under.

        Raises:
            UserError: the text is no design.
        """
