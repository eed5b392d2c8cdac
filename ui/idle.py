"""Notices that nobody is at the machine any more, so that the register does not stay open alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

SETTING = "lock/minutes"
GLANCE_MS = 1_000
"""So long nobody looks after a touch: while a person works, the next is not told from none."""
USUAL_MINUTES = 15
CHOICES = (5, 10, 15, 30, 60)
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,  # all that comes of a key which is a shortcut
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
    """`idle` once no key, mouse or finger has touched the program for so many minutes.

    `rested` as soon as nobody has for a moment, again after every touch.

    Every event of every widget passes whoever looks out for touches, and costs time there; so after
    a touch nobody looks for a moment. The wait begins anew before and after it: never too early.
    """

    idle, rested = Signal(), Signal()

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.idle)
        self.glance = QTimer(self)
        self.glance.setSingleShot(True)
        self.glance.setInterval(GLANCE_MS)
        self.glance.timeout.connect(self._look_out)
        self.glance.timeout.connect(self.rested)
        self.wait(minutes)
        self.glance.start()

    @property
    def at_rest(self) -> bool:
        """Whether nobody has touched the program for a moment."""
        return not self.glance.isActive()

    def wait(self, minutes: int) -> None:
        """Begin to wait, for another time than before."""
        self.timer.start(minutes * 60_000)

    def _look_out(self) -> None:
        self.timer.start()
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at a touch; nothing is taken away from anyone."""
        if event.type() in TOUCHES:
            self._look_away()
            self.timer.start()
            self.glance.start()
        return False

    def stop(self) -> None:
        """Watch no more."""
        self.timer.stop()
        self.glance.stop()
        self._look_away()

    def _look_away(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
