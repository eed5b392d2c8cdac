"""What the print page works with, so that tests can hand in their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.errors import WorldError
from ui.paper.printers import PrinterFacts

if TYPE_CHECKING:
    from ui.ask import Asker
    from ui.notify import Notifier
    from ui.paper.printers import Printers
    from ui.source import PaperSource, Settings
    from ui.tasks import Runner, Task


@dataclass(frozen=True, slots=True)
class PrintRoom:
    """Printers, and a thread of its own for them: records are saved while pages go out."""

    printers: Printers
    runner: Runner


@dataclass(frozen=True, slots=True)
class Tools:
    """Where papers come from and where they go."""

    source: PaperSource
    runner: Runner
    room: PrintRoom
    asker: Asker
    notifier: Notifier
    follow: Callable[[Task, str], object]
    settings: Settings
    offsets: Settings
    today: Callable[[], date]

    def facts(self, name: str) -> PrinterFacts | None:
        """What a printer can do; of one that does not answer that it is off, which is told."""
        try:
            return self.room.printers.facts(name) if name else None
        except WorldError as error:
            self.notifier.failed(error)
            return PrinterFacts(name, "Chưa bật hoặc chưa cắm dây", ready=False)
