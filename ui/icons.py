"""Icons from qtawesome, kept as images in the user's cache: drawing the first costs 0.4 s.

qtawesome is imported only when an icon has never been drawn in this colour, size and scale on
this machine.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton
from shiboken6.Shiboken import isValid

from ui.cache import cache_folder
from ui.theme.theme import theme

PREFIX = "mdi6."
EDITION = "2"  # raise when the way icons are drawn changes: old images are then left alone
_dressed: WeakKeyDictionary[QAbstractButton, tuple[str, str, int]] = WeakKeyDictionary()
"""Name, token and size of each button's icon. Qt is not asked for its widgets: Python may delete
some while it is told of them."""


def pixmap(
    name: str, token: str, size: int, ratio: float | None = None, *, inverse: bool = False
) -> QPixmap:
    """One icon of the look's section 2.5, named without its ``mdi6.`` prefix.

    The size is in logical pixels; ``ratio`` is device pixels to one of them, of the screens when
    not given; ``inverse`` takes the colour from the other theme.
    """
    style = theme()
    colour = style.inverse(token).name().upper() if inverse else style.tokens[token]
    return _pixmap(name, colour, size, ratio or _screens_ratio())


def icon(name: str, token: str = "text2", size: int = 16) -> QIcon:
    """The same as an icon for a button or menu, greyed by the hint colour when disabled."""
    result = QIcon(pixmap(name, token, size))
    result.addPixmap(pixmap(name, "text3", size), QIcon.Mode.Disabled)
    return result


def dress(button: QAbstractButton, name: str, token: str = "text2", size: int = 16) -> None:
    """Give a button an icon that follows the theme."""
    _dressed[button] = name, token, size
    button.setIcon(icon(name, token, size))
    button.setIconSize(QSize(size, size))


def undress(button: QAbstractButton) -> None:
    """Take a button's icon away."""
    _dressed.pop(button, None)
    button.setIcon(QIcon())


def redress() -> None:
    """Draw the icons of all dressed buttons again; called once when the theme changes."""
    for button, (name, token, size) in list(_dressed.items()):
        if isValid(button):
            button.setIcon(icon(name, token, size))


def _screens_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixels = math.ceil(size * ratio)
    file = cache_folder("icons") / f"{EDITION}-{name}-{colour[1:]}-{pixels}.png"
    image = QPixmap(str(file)) if file.exists() else QPixmap()
    if image.isNull():
        image = _draw(name, colour, pixels)
        _keep(image, file)
    image.setDevicePixelRatio(ratio)
    return image


def _draw(name: str, colour: str, pixels: int) -> QPixmap:
    import qtawesome  # type: ignore[import-untyped]

    image = QPixmap(pixels, pixels)
    image.fill("transparent")
    painter = QPainter(image)
    whole = qtawesome.icon(PREFIX + name, color=colour)
    whole.paint(painter, 0, 0, pixels, pixels)
    painter.end()
    return image


def _keep(image: QPixmap, file: Path) -> None:
    """Write beside, then put in place: another window may be reading."""
    draft = file.with_suffix(f".{id(image)}.part")
    if image.save(str(draft), "PNG"):
        draft.replace(file)
