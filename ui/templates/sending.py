"""A design on its way into the register, and how that ended for whoever cannot wait to be told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from printing.certificate.template import Template
    from ui.source.templates import Opened, TemplateSource
    from ui.tasks import Progress

LONGEST_S: Final = 10.0
"""How long the program's end waits for a save; after that what was typed is kept as a draft."""


class Sending:
    """One save of a design.

    Attributes:
        template: what is saved; the work may have gone on since.
    """

    def __init__(self, source: TemplateSource, template: Template, revision: int | None) -> None:
        self._source, self.template, self._revision = source, template, revision
        self._over, self._is_stored = threading.Event(), False

    def carry_out(self, _tell: Progress) -> Opened:
        """Save it, on any thread."""
        try:
            opened = self._source.save(self.template, self._revision)
            self._is_stored = True
        finally:
            self._over.set()
        return opened

    def ended_well(self) -> bool:
        """Wait until it is over; tells whether the design was stored."""
        return self._over.wait(LONGEST_S) and self._is_stored
