"""Makes pages before they are asked for, while nobody touches the program.

Building a register's page takes the window longer than a key may take; made ahead, its opening
costs no more than its picture.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.idle import IdleWatch
from ui.shell import Shell

CALM_MS, BREATH_MS = 400, 100
"""So long nobody may touch anything before the first page is made, and before the next."""


class Ahead(QObject):
    """Makes one page after the other whenever the machine is at rest, until all are there."""

    def __init__(self, shell: Shell, idle: IdleWatch) -> None:
        super().__init__(shell)
        self._shell, self._idle = shell, idle
        self._breath = QTimer(self)
        self._breath.timeout.connect(self._make_one)
        idle.rested.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether it is about to make another."""
        return self._breath.isActive()

    def stop(self) -> None:
        """Make no more: the window closes, and nobody looks out for a rest any more."""
        self._breath.stop()

    def _begin(self) -> None:
        self._breath.start(CALM_MS)

    def _make_one(self) -> None:
        shell = self._shell
        name = next((name for name in shell.bundles if name not in shell.registers), None)
        if name is None or not self._idle.at_rest:
            self._breath.stop()
            return
        self._breath.setInterval(BREATH_MS)
        page = shell.register_page(name)
        shell.pages.addWidget(page)
        for part in page.findChildren(QWidget):
            part.ensurePolished()
        page.resize(shell.pages.size())
        page.set_width(shell.layout_width())
        page.column.activate()
