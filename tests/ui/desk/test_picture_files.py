"""Pictures from files: taken, made upright and no finer than is seen, or refused in a sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter, QPainter

from models.errors import UserError
from ui.desk.picture_files import MOST_BYTES, Room, ready

EMBLEM = Room(20, 20)
SIDEWAYS = QImageIOHandler.Transformation.TransformationRotate90


def image(kind: str, wide: int, high: int, *, sideways: bool = False) -> bytes:
    """A picture whose upper left corner is red and whose rest is blue."""
    made = QImage(wide, high, QImage.Format.Format_RGB888)
    made.fill(QColor("blue"))
    painter = QPainter(made)
    painter.fillRect(0, 0, wide // 2, high // 2, QColor("red"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode("ascii"))
    if sideways:
        writer.setTransformation(SIDEWAYS)
    assert writer.write(made), writer.errorString()
    return bytes(buffer.data().data())


def kept(data: bytes) -> QImage:
    return QImage.fromData(ready(data, EMBLEM))


def test_a_picture_is_kept_as_it_is_seen() -> None:
    fine = ready(image("PNG", 200, 200), EMBLEM)
    assert fine.startswith(b"\x89PNG")
    assert kept(image("PNG", 200, 200)).size().toTuple() == (200, 200)
    assert kept(image("JPEG", 2000, 1000)).size().toTuple() == (314, 157)


def test_a_picture_taken_sideways_stands_upright() -> None:
    turned = kept(image("JPEG", 300, 200, sideways=True))
    assert turned.size().toTuple() == (200, 300)
    corner = turned.pixelColor(190, 10)
    assert corner.red() > 200
    assert corner.blue() < 60


WRONG = {
    "không phải ảnh PNG hoặc JPEG": image("BMP", 200, 200),
    "không phải ảnh PNG": b"%PDF-1.4",
    "Tệp ảnh hỏng": image("PNG", 200, 200)[:90],
    "Ảnh 60 × 60 điểm quá thô cho chỗ 20 × 20 mm: cần ít nhất 94": image("PNG", 60, 60),
    "Tệp ảnh nặng 12,0 MB, nhiều nhất 12 MB": b"\x89PNG" + b"\0" * MOST_BYTES,
}


@pytest.mark.qt_log_ignore("PNG|png|Invalid", extend=True)
@pytest.mark.parametrize("words", WRONG)
def test_what_would_not_print_is_refused(words: str) -> None:
    with pytest.raises(UserError, match=words):
        ready(WRONG[words], EMBLEM)
