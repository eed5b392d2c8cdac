"""Web pages and XML 2003 sheets named .xls come in like workbooks."""

from __future__ import annotations

import pytest

from models.errors import WorldError
from tests.models.exchange.conftest import DAY, Reader, only

WEB = (
    "<html><head><style>td{}</style></head><body><table><tr><td colspan=2>Danh sách<br>tổ</td></tr>"
    "<tr><td rowspan=2>Ấp &amp; khóm</td><td>số 01<tr><td>012</table></body></html>"
)


XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Tổ"><Table>'
    '<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Ấp</Data></Cell>'
    '<Cell><Data ss:Type="Number">12</Data></Cell><Cell ss:Index="6">'
    '<Data ss:Type="DateTime">1985-03-14T00:00:00.000</Data></Cell></Row></Table>'
    "</Worksheet></Workbook>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_web_page_named_xls(read: Reader, encoding: str) -> None:
    sheet = only(read(WEB.encode(encoding), "a.xls"))
    assert sheet.values == [["Danh sách\ntổ"], ["Ấp & khóm", "số 01"], [None, "012"]]
    assert sheet.merges == [(0, 0, 0, 1), (1, 0, 2, 0)]


def test_xml_2003_named_xls(read: Reader) -> None:
    sheet = only(read(XML.encode(), "a.xls"))
    assert sheet.name == "Tổ"
    assert sheet.values == [[], ["Ấp", None, 12, None, None, DAY]]
    assert sheet.merges == [(1, 0, 1, 1)]


def test_entities_do_not_multiply(read: Reader) -> None:
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
    )
    data = XML.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]>')
    with pytest.raises(WorldError):
        read(data.replace("Ấp", "&l9;").encode())
