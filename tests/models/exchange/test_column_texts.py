"""Each column is read in the encoding it was written in, with or without fonts to tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from models.exchange.cells import Value
from models.exchange.tables import find_tables
from models.legacy_encodings import Encoding
from tests.models.exchange.sheets import HEAD, names, only, sheet
from tests.models.exchange.vocabularies import members
from tests.models.exchange.workbooks import tcvn3, vni

LEGACY: list[list[Value]] = [
    ["DANH SACH", "thành viên các tổ"],
    ["STT", "Họ và tên", "Ngày sinh", "Dân tộc", "Số CCCD", "Chức danh", "Ghi chú"],
    ["Câu lạc bộ số 03"],
    [1, "Nguyễn Văn Đức", "01/02/1985", "Kinh", 95061558789, "Tổ trưởng", None],
    [2, "Phạm Thị Hường", 1990, "Kinh", None, "Thành viên", "Đảng viên"],
    [None, "Tổng cộng: 2 thành viên"],
]


def written(encode: Callable[[str], str], skip: Sequence[int] = ()) -> list[list[Value]]:
    return [
        [encode(v) if isinstance(v, str) and r not in skip else v for v in row]
        for r, row in enumerate(LEGACY)
    ]


@pytest.mark.parametrize("encode", [tcvn3, vni])
@pytest.mark.parametrize("with_font", [True, False])
@pytest.mark.parametrize("modern", [[], [1], [0, 1, 2, 5]])
def test_legacy_texts_become_unicode(
    encode: Callable[[str], str], with_font: bool, modern: list[int]
) -> None:
    font = (".VnTime" if encode is tcvn3 else "VNI-Times") if with_font else ""
    made = sheet(written(encode, modern), font=font)
    for row in modern:
        made.fonts = {place: f for place, f in made.fonts.items() if place[0] != row}
    (table,) = find_tables(made, members())
    assert [column.path[0] for column in table.columns] == LEGACY[1]
    assert names(table) == ["Nguyễn Văn Đức", "Phạm Thị Hường"]
    assert [row.cells[5].value for row in table.rows] == ["Tổ trưởng", "Thành viên"]
    assert table.rows[1].cells[6].value == "Đảng viên"
    assert table.rows[0].captions == ("Câu lạc bộ số 03",)
    assert table.titles == ["DANH SACH", "thành viên các tổ"]
    assert [s.number for s in table.skipped] == [6]
    assert table.columns[1].encoding == (Encoding.TCVN3 if encode is tcvn3 else Encoding.VNI)


def test_one_legacy_column_beside_unicode_columns() -> None:
    people = [("Nguyễn Văn Đức", "Hội viên CCB"), ("Phạm Thị Hường", "Đảng viên"), ("Lê Ơn", "Hoà")]
    rows: list[list[Value]] = [["STT", "Họ và tên", "Ghi chú"]]
    rows += [[n, tcvn3(name), note] for n, (name, note) in enumerate(people, start=1)]
    table = only(rows)
    assert [(r.cells[1].text, r.cells[2].text) for r in table.rows] == people
    assert [c.encoding for c in table.columns][1:] == [Encoding.TCVN3, Encoding.UNICODE]


def test_texts_are_composed_and_tidy() -> None:
    rows: list[list[Value]] = [
        HEAD,
        [1, " Le\u0302 Thi\u0323  A\u0301nh\u00a0", 1985, "Kinh\u200b", "một\nhai"],
    ]
    row = only(rows).rows[0]
    assert [cell.value for cell in row.cells[1:]] == ["Lê Thị Ánh", 1985, "Kinh", "một\nhai"]
