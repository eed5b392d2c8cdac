"""Builds workbooks as offices have them: old formats, legacy fonts, broken and foreign files."""

from __future__ import annotations

import datetime as dt
import io
import struct
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

Row = Sequence[object]

# The TCVN3 table of DOMAIN.md h1, as Windows-1252 shows the bytes.
_TCVN3 = (
    "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\xadư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ"
    "×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ"
)
_TO_TCVN3 = dict(zip(_TCVN3[1::2], _TCVN3[::2], strict=True))
_TO_VNI = {
    "à": "aø", "ả": "aû", "ã": "aõ", "á": "aù", "ạ": "aï", "ă": "aê", "ằ": "aè", "ắ": "aé",
    "ặ": "aë", "â": "aâ", "ầ": "aà", "ẩ": "aå", "ẫ": "aã", "ấ": "aá", "ậ": "aä", "è": "eø",
    "ẻ": "eû", "é": "eù", "ẹ": "eï", "ê": "eâ", "ề": "eà", "ể": "eå", "ễ": "eã", "ế": "eá",
    "ệ": "eä", "ì": "ì", "ỉ": "æ", "í": "í", "ị": "ò", "ò": "oø", "ỏ": "oû", "õ": "oõ",
    "ó": "où", "ọ": "oï", "ô": "oâ", "ồ": "oà", "ổ": "oå", "ỗ": "oã", "ố": "oá", "ộ": "oä",
    "ơ": "ô", "ờ": "ôø", "ở": "ôû", "ỡ": "ôõ", "ớ": "ôù", "ợ": "ôï", "ù": "uø", "ủ": "uû",
    "ũ": "uõ", "ú": "uù", "ụ": "uï", "ư": "ö", "ừ": "öø", "ử": "öû", "ữ": "öõ", "ứ": "öù",
    "ự": "öï", "ỳ": "yø", "ý": "yù", "ỹ": "yõ", "đ": "ñ", "Đ": "Ñ", "Ư": "Ö", "Ơ": "Ô",
    "Ấ": "AÁ", "Ổ": "OÅ", "Á": "AÙ",
}  # fmt: skip


def tcvn3(text: str) -> str:
    """Write text as a cell in .VnTime holds it; it has no capitals with a tone."""
    return "".join(_TO_TCVN3.get(ch, _TO_TCVN3.get(ch.lower(), ch)) for ch in text)


def vni(text: str) -> str:
    """Write text as a cell in VNI-Times holds it."""
    return "".join(_TO_VNI.get(ch, ch) for ch in text)


def composed(text: str) -> str:
    """Compose letters and marks."""
    return unicodedata.normalize("NFC", text)


def xlsx(
    sheets: Mapping[str, Sequence[Row]],
    *,
    merges: Mapping[str, Sequence[str]] | None = None,
    fonts: Mapping[str, str] | None = None,
    date1904: bool = False,
) -> bytes:
    """Build an .xlsx; `fonts` gives one font for all cells of a sheet by its name."""
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    if date1904:
        book.epoch = CALENDAR_MAC_1904
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column, value)
                if isinstance(value, str) and fonts and title in fonts:
                    cell.font = Font(name=fonts[title])
        for box in (merges or {}).get(title, ()):
            sheet.merge_cells(box)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Bytes of an openpyxl workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rezipped(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Replace, add or (None) drop parts of a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            if part not in changes:
                new.writestr(part, old.read(part), zipfile.ZIP_DEFLATED)
        for part, content in changes.items():
            if content is not None:
                new.writestr(part, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Build a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _short_text(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _font(name: str) -> bytes:
    return _record(
        0x31, struct.pack("<HHHHHBBBB", 220, 0, 8, 400, 0, 0, 0, 0, 0) + _short_text(name)
    )


def _format(font: int, number_format: int) -> bytes:
    return _record(0xE0, struct.pack("<HH", font, number_format) + bytes(16))


def _cell(row: int, column: int, value: object, style: int) -> bytes:
    place = struct.pack("<HHH", row, column, style)
    match value:
        case None:
            return b""
        case bool():
            return _record(0x205, place + bytes([value, 0]))
        case int() | float():
            return _record(0x203, place + struct.pack("<d", value))
        case dt.date():
            serial = (value - dt.date(1899, 12, 30)).days
            return _record(0x203, struct.pack("<HHHd", row, column, 1, serial))
    text = str(value)
    body = struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")
    return _record(0x204, place + body)


def biff(
    sheets: Mapping[str, Sequence[Row]],
    *,
    merges: Mapping[str, Sequence[tuple[int, int, int, int]]] | None = None,
    font: str = "Arial",
    password: bool = False,
) -> bytes:
    """Build an Excel 97 stream; `merges` are (first row, last row, first column, last column)."""
    bof = struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)
    bodies = []
    for title, rows in sheets.items():
        cells = [
            _cell(number, column, value, 2)
            for number, row in enumerate(rows)
            for column, value in enumerate(row)
        ]
        boxes = (merges or {}).get(title, ())
        merged = struct.pack("<H", len(boxes)) + b"".join(struct.pack("<4H", *box) for box in boxes)
        bodies.append(
            _record(0x809, bof) + b"".join(cells) + _record(0xE5, merged) + _record(0xA, b"")
        )
    head = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    if password:
        head += _record(0x2F, struct.pack("<HHH", 0, 1, 1))
    head += b"".join(_font("Arial") for _ in range(4)) + _font(font)
    head += _format(0, 0) + _format(0, 14) + _format(5, 0)
    start = len(head) + sum(len(_record(0x85, bytes(6) + _short_text(t))) for t in sheets) + 4
    for title, body in zip(sheets, bodies, strict=True):
        head += _record(0x85, struct.pack("<IBB", start, 0, 0) + _short_text(title))
        start += len(body)
    return head + _record(0xA, b"") + b"".join(bodies)


def ole(streams: Mapping[str, bytes]) -> bytes:
    """Build the container that .xls, .doc and protected .xlsx files share."""
    padded = {
        name: body.ljust(-(-max(len(body), 4096) // 512) * 512, b"\0")
        for name, body in streams.items()
    }
    fat, entries, content = [-3, -2], [_entry("Root Entry", 5, 1, -2, size=0, right=-1)], b""
    for number, (name, body) in enumerate(padded.items(), start=1):
        first, count = len(fat), len(body) // 512
        fat += [*range(first + 1, first + count), -2]
        following = number + 1 if number < len(padded) else -1
        entries.append(_entry(name, 2, -1, first, size=len(body), right=following))
        content += body
    assert len(fat) <= 128 and len(entries) <= 4, "the small builder holds no more"
    entries += [bytes(128)] * (4 - len(entries))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH6xIIiIIiIiI", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, -2, 0, -2, 0)
    head += struct.pack("<109i", 0, *[-1] * 108)
    table = struct.pack("<128i", *fat, *[-1] * (128 - len(fat)))
    return head + table + b"".join(entries) + content


def _entry(name: str, kind: int, child: int, first: int, *, size: int, right: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBiii", len(text), kind, 1, -1, right, child)
        + bytes(36)
        + struct.pack("<iQ", first, size)
    )


def xls(sheets: Mapping[str, Sequence[Row]], **options: object) -> bytes:
    """Build an .xls as Excel 97 saves it; options as for `biff`."""
    return ole({"Workbook": biff(sheets, **options)})  # type: ignore[arg-type]


_ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "table": "table", "text": "text", "style": "style",
        "svg": "svg-compatible", "dc": "annotation",
    }.items()
)  # fmt: skip


def _ods_cell(value: object, spans: str) -> str:
    match value:
        case None:
            return f"<table:table-cell {spans}/>"
        case bool():
            kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
        case int() | float():
            kind = f'office:value-type="float" office:value="{value}"'
        case dt.date():
            kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        case _:
            kind = 'office:value-type="string"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell table:style-name="ce1" {kind} {spans}>{lines}</table:table-cell>'


def ods(
    sheets: Mapping[str, Sequence[Row]],
    *,
    merges: Mapping[tuple[int, int], tuple[int, int]] | None = None,
    font: str = "Times New Roman",
    raw: str = "",
) -> bytes:
    """Build an .ods; `merges` maps (row, column) to (columns, rows) for every sheet.

    `raw` is put as it is at the end of every sheet.
    """
    tables = []
    for title, rows in sheets.items():
        lines = []
        for number, row in enumerate(rows):
            cells = []
            for column, value in enumerate(row):
                wide, high = (merges or {}).get((number, column), (1, 1))
                spans = f'table:number-columns-spanned="{wide}" table:number-rows-spanned="{high}"'
                cells.append(_ods_cell(value, spans if (wide, high) != (1, 1) else ""))
            lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
        tables.append(
            f"<table:table table:name={quoteattr(title)}>{''.join(lines)}{raw}</table:table>"
        )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_NAMES}>'
        f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="{font}"/>'
        '</office:font-face-decls><office:automatic-styles><style:style style:name="ce1">'
        '<style:text-properties style:font-name="F"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )
