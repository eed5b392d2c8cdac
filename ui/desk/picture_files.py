"""Pictures from files: only what prints well is taken, and always kept in the same plain form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from models.errors import UserError

KINDS: Final = ("png", "jpeg")
MOST_BYTES: Final = 12_000_000
MOST_PIXELS: Final = 60_000_000
LEAST_DPI, MOST_DPI = 120, 400
"""Below the one a picture is coarse on paper; above the other nobody sees more."""
MM_PER_INCH: Final = 25.4


@dataclass(frozen=True, slots=True)
class Room:
    """How large a picture stands on paper, in millimetres, and how fine it must be."""

    width: float
    height: float
    least_dpi: int = LEAST_DPI
    most_dpi: int = MOST_DPI


def ready(data: bytes, room: Room) -> bytes:
    """Return a picture as it is kept: a PNG, upright, no finer than is seen.

    Raises:
        UserError: it is no picture, damaged, too large, or too coarse for its place.
    """
    if len(data) > MOST_BYTES:
        heavy = f"{len(data) / 1_000_000:.1f}".replace(".", ",")
        raise UserError(f"Tệp ảnh nặng {heavy} MB, nhiều nhất 12 MB. Lưu lại ảnh nhỏ hơn.")
    image = _read(data)
    wide, high = image.width(), image.height()
    dpi = _dpi(image, room)
    if dpi < room.least_dpi:
        least = [round(mm / MM_PER_INCH * room.least_dpi) for mm in (room.width, room.height)]
        raise UserError(
            f"Ảnh {wide} × {high} điểm quá thô cho chỗ {room.width:g} × {room.height:g} mm: "
            f"cần ít nhất {least[0]} hoặc {least[1]} điểm theo chiều vừa khít. Quét hoặc chụp lại."
        )
    if dpi > room.most_dpi:
        share = room.most_dpi / dpi
        image = image.scaled(
            max(1, round(wide * share)), max(1, round(high * share)),
            Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
    return _png(image)


def _read(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii", "replace")
    if kind not in KINDS:
        raise UserError("Tệp này không phải ảnh PNG hoặc JPEG. Chọn tệp .png, .jpg.")
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise UserError(
            f"Ảnh {size.width()} × {size.height()} điểm lớn quá. Lưu lại ảnh nhỏ hơn rồi nạp."
        )
    image = reader.read()
    if image.isNull():
        raise UserError("Tệp ảnh hỏng, không mở được. Chép lại tệp từ nơi gửi rồi nạp.")
    return image


def _dpi(image: QImage, room: Room) -> float:
    """How fine a picture is that fills its place one way and fits into it the other."""
    across = image.width() / room.width * MM_PER_INCH
    along = image.height() / room.height * MM_PER_INCH
    return max(across, along)


def _png(image: QImage) -> bytes:
    kept = QImage.Format.Format_RGBA8888 if image.hasAlphaChannel() else QImage.Format.Format_RGB888
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image.convertToFormat(kept))
    return bytes(buffer.data().data())
