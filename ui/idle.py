"""Notices that nobody is at the machine any more, so that the register does not stay open alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

SETTING = "lock/minutes"
USUAL_MINUTES = 15
CHOICES = (5, 10, 15, 30, 60)
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


def minutes_of(text: str) -> int:
    """Read the setting; anything else than one of the choices is the usual time."""
    return int(text) if text.isdigit() and int(text) in CHOICES else USUAL_MINUTES


class IdleWatch(QObject):
    """`idle` once no key, mouse or finger has touched the program for so many minutes."""

    idle = Signal()

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.idle)
        self.wait(minutes)
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def wait(self, minutes: int) -> None:
        """Begin to wait, for another time than before."""
        self.timer.start(minutes * 60_000)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at every touch; nothing is taken away from anyone."""
        if event.type() in TOUCHES:
            self.timer.start()
        return False

    def stop(self) -> None:
        """Watch no more."""
        self.timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
