"""Every register of the program, in the order of the left bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.registers.activities import ACTIVITIES
from models.registers.areas import AREAS
from models.registers.blanks import BLANKS
from models.registers.classes import CLASSES, Session, Subject
from models.registers.issued import ISSUED_PAPERS, IssuedCopy, PrintRun
from models.registers.members import MEMBERS, EarlierService
from models.registers.people import PEOPLE, NotOnePerson, PersonMerge
from models.registers.reviews import REVIEWS
from models.registers.schemes import SCHEMES, SITES
from models.registers.teams import TEAMS, TeamArea
from models.registers.templates import PaperTemplate
from models.registers.trainees import TRAINEES, Attendance
from models.registers.words import CatalogueWord

if TYPE_CHECKING:
    from models.record import Record
    from models.register import Register

REGISTERS: tuple[Register, ...] = (
    AREAS,
    PEOPLE,
    SCHEMES,
    SITES,
    TEAMS,
    MEMBERS,
    REVIEWS,
    ACTIVITIES,
    ISSUED_PAPERS,
    BLANKS,
    CLASSES,
    TRAINEES,
)

RECORDS: tuple[type[Record], ...] = (
    PrintRun,
    *(register.model for register in REGISTERS),
    IssuedCopy,
    PaperTemplate,
    TeamArea,
    EarlierService,
    PersonMerge,
    NotOnePerson,
    CatalogueWord,
    Subject,
    Session,
    Attendance,
)
"""Every kind of record, those without a register of their own included."""


def register(name: str) -> Register:
    """Return a register by its name on the command line.

    Raises:
        UserError: no such register; the message lists those there are.
    """
    for known in REGISTERS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in REGISTERS)
    raise UserError(f"Không có sổ “{name}”. Có: {names}.", value=name)


def register_of(model: type[Record]) -> Register | None:
    """Return the register of a kind of record; nothing for rows that belong to another record."""
    for known in REGISTERS:
        if known.model is model:
            return known
    return None
