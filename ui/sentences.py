"""The sentence for every failure, apart from where it is said: the first window needs it early."""

from __future__ import annotations

import logging

from models.errors import AccessError, Cancelled, UserError, WorldError

UNFORESEEN = (
    "Chưa làm được. Dữ liệu vừa gõ vẫn còn trên màn hình. Làm lại lần nữa; nếu vẫn vậy, "
    "in trang này gửi người phụ trách."
)
UNSAVED = "Chưa lưu. Bản nháp còn giữ."
COPY_WORDS = "Chép báo lỗi"
log = logging.getLogger(__name__)


def words_for(error: BaseException) -> str:
    """A sentence for a failure; an unforeseen one is written to the log as well."""
    if isinstance(error, UserError | WorldError | AccessError):
        return error.message
    if isinstance(error, Cancelled):
        return "Đã dừng. Chưa ghi gì vào sổ."
    log.error("unforeseen", exc_info=error)
    return UNFORESEEN
