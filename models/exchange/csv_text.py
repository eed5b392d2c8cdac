"""Reads .csv, .tsv and .txt whose encoding and delimiter nobody wrote down."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from models.errors import UserError
from models.exchange.cells import Sheet, Value, trimmed
from models.exchange.containers import MAX_CELLS, foreign, too_large

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ";\t,|"
_MOST_LINES = 300  # in one cell; more comes from a quote nobody closed
_SAMPLE = 200  # rows looked at to tell the delimiter

# In cp1258 a tone is a letter of its own behind the vowel; TCVN3 and VNI use the same bytes
# for other letters, mostly behind consonants.
_TONES_1258 = b"\xcc\xd2\xde\xec\xf2"
_VOWELS_1258 = b"aeiouyAEIOUY\xe2\xc2\xea\xca\xf4\xd4\xe3\xc3\xf5\xd5\xfd\xdd"
_TONED = re.compile(b"[" + _VOWELS_1258 + b"][" + _TONES_1258 + b"]")
_STRAY = re.compile(b"[" + _TONES_1258 + b"]")
_WORD = re.compile(r"[^\W\d_]+")
_LOST = re.compile(r"[^\W\d_]\?+[^\W\d_]|\?\?[^\W\d_]")
_KEPT_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)


def read_text(data: bytes, name: str) -> Sheet:
    """Read delimited text into one sheet; every value stays text, zeros in front included.

    Bytes that are no Unicode are read as Windows-1258 where its tone letters show, otherwise
    as Windows-1252, which keeps TCVN3 and VNI texts as Excel would show them.

    Raises:
        UserError: too large, or saved in a way that turned letters into question marks.
        WorldError: not text.
    """
    text = decoded(data, name)
    if _has_lost_letters(text):
        raise UserError(
            f"Tệp “{name}” đã mất dấu khi lưu, nhiều chữ thành dấu “?”. "
            "Mở tệp gốc, lưu thành .xlsx hoặc CSV UTF-8 rồi đọc lại."
        )
    first, _, rest = text.partition("\n")
    stated = re.fullmatch(r"sep=(.)\r?", first, re.IGNORECASE)
    delimiter = stated[1] if stated else delimiter_of(text)
    rows: list[list[Value]] = []
    cells = 0
    for line in _rows(rest if stated else text, delimiter):
        rows.append([_value(cell) for cell in line])
        cells += len(line)
        if cells > MAX_CELLS:
            raise too_large(name)
    return Sheet(name.rpartition(".")[0] or name, trimmed(rows))


def decoded(data: bytes, name: str) -> str:
    """Turn bytes into text, without knowing the encoding.

    Raises:
        WorldError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _unmarked_utf16(data):
        return data.decode(wide, "replace")
    if b"\x00" in data:
        raise foreign(name, "tệp của phần mềm khác")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start > len(data) - 4:
            return data.decode("utf-8", "ignore")
    if _looks_1258(data):
        return data.decode("cp1258", "replace")
    return data.decode("cp1252", "legacy-byte")


def _has_lost_letters(text: str) -> bool:
    """Tell whether every tenth word has a question mark in it, as 'T? tr??ng' has."""
    sample = text[:200_000]
    return 10 * len(_LOST.findall(sample)) > len(_WORD.findall(sample)) > 10


def _byte_as_is(problem: UnicodeError) -> tuple[str, int]:
    """Keep the five bytes that Windows-1252 leaves undefined."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return chr(problem.object[problem.start]), problem.start + 1


codecs.register_error("legacy-byte", _byte_as_is)


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:2000]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if max(odd, even) < len(sample) // 5 or min(odd, even) > len(sample) // 50:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _looks_1258(data: bytes) -> bool:
    sample = data[:500_000]
    toned = len(_TONED.findall(sample))
    return toned > 2 and toned > 0.9 * len(_STRAY.findall(sample))


def delimiter_of(text: str) -> str:
    """Choose the delimiter that cuts most rows into the same number of cells, more than one."""
    sample = text[:100_000]
    return max(_DELIMITERS, key=lambda mark: _agreement(sample, mark))


def _agreement(sample: str, delimiter: str) -> int:
    widths = Counter[int]()
    for line in _lines(sample, delimiter):
        widths[len(line)] += 1
        if widths.total() == _SAMPLE:
            break
    return max((count * (width - 1) for width, count in widths.items()), default=0)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """Cut text into rows of cells; a quote that is never closed does not swallow the rest."""
    rows = list(_lines(text, delimiter))
    if any(cell.count("\n") > _MOST_LINES for row in rows for cell in row):
        return list(_lines(text, delimiter, quotes=False))
    return rows


def _lines(text: str, delimiter: str, *, quotes: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = io.StringIO(text, newline="")
    if quotes:
        yield from csv.reader(lines, delimiter=delimiter)
    else:
        yield from csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _value(cell: str) -> Value:
    kept = _KEPT_AS_TEXT.fullmatch(cell)
    return (kept[1] if kept else cell) or None
