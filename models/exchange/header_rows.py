"""Finds where in a sheet the headings of a table stand, and reads them with their groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from models.exchange.cells import Box, Sheet, Value, as_text
from models.exchange.column_texts import font_kind
from models.exchange.headers import Path, Vocabulary, is_number_heading, sex_of_heading
from models.exchange.row_words import is_letterhead, is_total, numbering
from models.exchange.session_headings import is_session
from models.legacy_encodings import Encoding, decode
from models.text import fold, nfc

_DEEPEST = 4  # header rows
_LONGEST = 200  # characters of a heading
_LOOK_BACK = 3  # rows above that may hold groups
_DIGITS = re.compile(r"\d{3}|\d[./-]\d")
_WHOLE_NAME = "Họ và tên"
_FAMILY = frozenset(
    {"họ", "họvà", "họđệm", "họvàđệm", "họlót", "họvàlót", "họchữđệm", "họvàchữđệm"}
    | {"họtênđệm", "họvàtênđệm", "họchữlót", "họvàchữlót"}
)
_FAMILY_BARE = frozenset(map(fold, _FAMILY))
_USUAL = (
    "Số thứ tự", "Họ và tên", "Tên", "Ngày sinh", "Năm sinh", "Giới tính", "Nam", "Nữ", "Địa chỉ",
    "Điện thoại", "Số điện thoại", "Ghi chú", "Đơn vị", "Chức vụ", "Nội dung", "Số lượng", "Ngày",
    "Số", "Chỉ tiêu", "Đơn vị tính", "Xếp loại", "Kết quả", "Số CCCD", "CCCD", "CMND", "Dân tộc",
    "Tôn giáo", "Trình độ", "Hình thức", "Thành tích", "Đối tượng", "Lĩnh vực", "Ký tên", "Ký nhận",
    "Tổng số", "Trong đó", "Địa bàn", "Loại hình", "Thời gian", "Địa điểm", "Nơi ở", "Đảng viên",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """The headings of one table.

    Attributes:
        top, bottom: first and last header row, a row of (1)(2)(3) included.
        paths: heading of each column that has one, groups first.
        spans: how many columns a heading covers where that is more than one.
        encoding: how the headings are written.
    """

    top: int
    bottom: int
    paths: dict[int, Path]
    spans: dict[int, int]
    encoding: Encoding

    @property
    def number_column(self) -> int | None:
        """Column of running numbers."""
        return next((c for c, p in self.paths.items() if is_number_heading(p[-1])), None)


class HeaderFinder:
    """Looks for header rows in one sheet.

    Args:
        sheet: where to look.
        vocabulary: headings of the register that is read.
    """

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._boxes: dict[tuple[int, int], Box] = {(box[0], box[1]): box for box in sheet.merges}
        self._by_row: dict[int, list[Box]] = {}
        for box in sheet.merges:
            for row in range(box[0], min(box[2], box[0] + _DEEPEST) + 1):
                self._by_row.setdefault(row, []).append(box)

    def at(self, row: int) -> HeaderBlock | None:
        """Give the header block that begins at or around a row; nothing when it is none."""
        encoding = self._encoding_of(row)
        if encoding is None:
            return None
        top, bottom = self._extent(row, encoding)
        paths, spans = self._paths(top, bottom, encoding)
        if len(paths) < 2:
            return None
        return HeaderBlock(top, self._past_numbering(bottom, paths), paths, spans, encoding)

    def guess(self) -> HeaderBlock | None:
        """Give the first row of distinct words with rows of equal width below it.

        For tables none of whose headings is known.
        """
        widths = [sum(v is not None for v in row) for row in self._sheet.values[:200]]
        widest = max(widths, default=0)
        for row, width in enumerate(widths[:-1]):
            texts = [v for v in self._sheet.values[row] if v is not None]
            distinct = len({v for v in texts if isinstance(v, str) and len(v) < 60}) == len(texts)
            if width > 1 and width >= 0.6 * widest and distinct and max(widths[row + 1 :]) > 1:
                paths, spans = self._paths(row, row, Encoding.UNICODE)
                if len(paths) > 1:
                    return HeaderBlock(row, row, paths, spans, Encoding.UNICODE)
        return None

    def _encoding_of(self, row: int) -> Encoding | None:
        """Encoding under which a row reads as headings; None when it reads so under none."""
        filled = [(c, v) for c, v in enumerate(self._sheet.values[row]) if v is not None]
        sittings = {c for c, v in filled if is_session(v)}
        if len(sittings) > 1:
            filled = [(c, v) for c, v in filled if c not in sittings]
        if len(filled) < 2 or not _could_be_headings([v for _, v in filled]):
            return None
        best: tuple[int, Encoding] | None = None
        plain = all(str(v).isascii() for _, v in filled)
        for encoding in [Encoding.UNICODE] if plain else list(Encoding):
            texts = [self._text(row, c, encoding) for c, _ in filled]
            known = self._known(texts)
            if known and (best is None or known > best[0]):
                best = (known, encoding)
        return best[1] if best else None

    def _known(self, texts: list[str]) -> int:
        """Count known headings if they make a header row, else 0."""
        if any(map(is_letterhead, texts)) or is_total(texts[0]):
            return 0
        known = sum(self._is_heading(text) for text in texts)
        numbered = any(map(is_number_heading, texts[:3]))
        if numbered and len(texts) > 2:
            return known
        return known if known >= 2 and 2 * known >= len(texts) else 0

    def _is_heading(self, text: str) -> bool:
        return self._vocabulary.match((text,)) is not None or _usual().match((text,)) is not None

    def _text(self, row: int, column: int, encoding: Encoding) -> str:
        value = self._sheet.value(row, column)
        if value is None:
            return ""
        font = self._sheet.fonts.get((row, column))
        if encoding is not Encoding.UNICODE and font_kind(font) is not Encoding.UNICODE:
            encoding = font_kind(font)
        return " ".join(decode(as_text(value), encoding, font).split())

    def _extent(self, row: int, encoding: Encoding) -> tuple[int, int]:
        """First and last header row around a row that reads as headings."""
        top = min((box[0] for box in self._by_row.get(row, []) if box[2] >= row), default=row)
        while row - top < _LOOK_BACK and self._holds_groups(top - 1, top):
            top -= 1
        bottom = max(
            (
                box[2]
                for r in range(top, row + 1)
                for box in self._by_row.get(r, [])
                if box[2] >= row
            ),
            default=row,
        )
        bottom = max(row, min(bottom, top + _DEEPEST - 1, len(self._sheet.values) - 1))
        while bottom - top + 1 < _DEEPEST and self._is_below(bottom + 1, encoding):
            bottom += 1
        return top, bottom

    def _holds_groups(self, row: int, below: int) -> bool:
        """Tell whether a row holds groups over the headings below it, and no title."""
        if row < 0:
            return False
        groups = {c for c, v in enumerate(self._sheet.values[row]) if v is not None}
        values = [self._sheet.value(row, c) for c in groups]
        if not groups or not all(isinstance(v, str) or is_session(v) for v in values):
            return False
        columns = [c for c, v in enumerate(self._sheet.values[below]) if v is not None]
        if not columns or min(groups) <= columns[0] or max(groups) > columns[-1]:
            return False
        wide = [self._boxes.get((row, c), (row, c, row, c)) for c in groups]
        return len(groups) > 1 or all(0 < box[3] - box[1] < len(columns) - 1 for box in wide)

    def _is_below(self, row: int, encoding: Encoding) -> bool:
        """Tell whether a row holds headings under the groups of the row above it."""
        line = self._sheet.values[row] if row < len(self._sheet.values) else []
        filled = [c for c, v in enumerate(line) if v is not None]
        if len(filled) < 2 or not all(self._under_group(row - 1, c) for c in filled):
            return False
        if all(is_session(line[c]) for c in filled):
            return True
        if not _could_be_headings([line[c] for c in filled]):
            return False
        known = sum(self._is_subheading(self._text(row, c, encoding)) for c in filled)
        return 2 * known >= len(filled)

    def _under_group(self, row: int, column: int) -> bool:
        """Tell whether the place above is a group: merged across, or with room at its side."""
        box = next((b for b in self._by_row.get(row, []) if b[1] <= column <= b[3]), None)
        if box is not None:
            return box[3] > box[1]
        if self._sheet.value(row, column) is None:
            return True
        beside = self._sheet.value(row, column + 1)
        return beside is None and self._sheet.value(row + 1, column + 1) is not None

    def _is_subheading(self, text: str) -> bool:
        return self._is_heading(text) or sex_of_heading(text) is not None

    def _paths(
        self, top: int, bottom: int, encoding: Encoding
    ) -> tuple[dict[int, Path], dict[int, int]]:
        width = max((len(self._sheet.values[r]) for r in range(top, bottom + 1)), default=0)
        width = max(
            [width, *(b[3] + 1 for r in range(top, bottom + 1) for b in self._by_row.get(r, []))]
        )
        paths: dict[int, Path] = {}
        spans: dict[int, int] = {}
        for column in range(width):
            parts = [self._part(row, column, top, bottom) for row in range(top, bottom + 1)]
            places = list(dict.fromkeys(place for place in parts if place is not None))
            texts = [self._text(*place, encoding) for place in places]
            path = tuple(dict.fromkeys(text for text in texts if text))
            if not path:
                continue
            last = places[-1]
            if last[1] < column and last[1] in paths and paths[last[1]] == path:
                spans[last[1]] = column - last[1] + 1
            else:
                paths[column] = path
        _join_halves_of_names(paths, spans)
        return paths, spans

    def _part(self, row: int, column: int, top: int, bottom: int) -> tuple[int, int] | None:
        """Place whose text stands over a column in a header row; groups reach to their side."""
        for box in self._by_row.get(row, []):
            if box[0] <= row <= box[2] and box[1] <= column <= box[3] and box[0] >= top:
                return (box[0], box[1])
        if self._sheet.value(row, column) is not None:
            return (row, column)
        if row == bottom or self._sheet.value(row + 1, column) is None:
            return None
        return self._group_to_the_left(row, column)

    def _group_to_the_left(self, row: int, column: int) -> tuple[int, int] | None:
        """Find an unmerged group that reaches to this column: blank here, headings below all."""
        for left in range(column - 1, -1, -1):
            if self._sheet.value(row + 1, left) is None:
                return None
            if self._sheet.value(row, left) is not None:
                merged = any(b[1] <= left <= b[3] for b in self._by_row.get(row, []))
                return None if merged else (row, left)
        return None

    def _past_numbering(self, bottom: int, paths: dict[int, Path]) -> int:
        line = self._sheet.values[bottom + 1] if bottom + 1 < len(self._sheet.values) else []
        texts = [str(v).strip() for c, v in enumerate(line) if v is not None and c in paths]
        return bottom + 1 if 2 * len(texts) > len(paths) and numbering(texts) else bottom


def _join_halves_of_names(paths: dict[int, Path], spans: dict[int, int]) -> None:
    """Read 'Họ đệm' and 'Tên' side by side as one heading over two columns."""
    for column, first in list(paths.items()):
        second = paths.get(column + 1, ("",))
        half = _letters(first[-1])
        joins = half in _FAMILY and _letters(second[-1]) == "tên"
        joins |= half in _FAMILY_BARE and _letters(second[-1]) == "ten"
        if joins and column not in spans and column + 1 not in spans:
            paths[column] = (*first[:-1], _WHOLE_NAME)
            spans[column] = 2
            del paths[column + 1]


def _letters(text: str) -> str:
    return "".join(ch for ch in nfc(text).lower() if ch.isalpha())


@cache
def _usual() -> Vocabulary:
    """Headings found in tables of any kind."""
    return Vocabulary({text: [text] for text in _USUAL})


def _could_be_headings(values: Sequence[Value]) -> bool:
    """Tell cheaply whether values may be headings: short words, hardly a number or date."""
    words = [v for v in values if isinstance(v, str)]
    if 4 * len(words) < 3 * len(values) or any(len(word) > _LONGEST for word in words):
        return False
    return sum(_DIGITS.search(word) is not None for word in words) * 3 <= len(words)
