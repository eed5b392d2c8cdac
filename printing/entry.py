"""What an entry of the catalogue of printable documents says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from printing.certificate.sheets import CertificatePage
from printing.content import Letter
from printing.listing import ListPage

Sheet = ListPage | Letter | CertificatePage
T = TypeVar("T")


class Needs(StrEnum):
    """What a document is made from."""

    LIST = "list"
    """The records of the register as filtered."""
    RECORD = "record"
    """One record of the register, chosen."""
    SUMMARY = "summary"
    """Records counted on a day or over a year."""


@dataclass(frozen=True)
class Document(Generic[T]):
    """One printable document.

    `form` is the number of DOMAIN J; `blank` makes the data of the empty form, `build` the page
    from data of that kind. `dated` documents count on a day that may be past; `drawn` ones are
    lists, which cannot be written for Word.
    """

    id: str
    form: str
    title: str
    register: str
    needs: Needs
    blank: Callable[[], T]
    build: Callable[[T], Sheet]
    landscape: bool = False
    dated: bool = False
    drawn: bool = False

    @property
    def paper(self) -> str:
        """The sheet in the words of a printer's settings."""
        return "A4 ngang" if self.landscape else "A4 đứng"

    @property
    def word(self) -> bool:
        """Whether the document can be written for Word; drawn lists cannot."""
        return not (self.landscape or self.drawn)
