"""Files that are no design, or one that nobody could draw, are refused with the place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from models.errors import UserError
from printing.certificate.reading import LONGEST, from_json
from printing.certificate.template import to_json
from tests.printing.certificate.designs_for_tests import FESTIVE, named

TEXT = {"kind": "text", "text": "A", "x": 1, "y": 1, "width": 9}


def whole(**facts: Any) -> str:
    return json.dumps(json.loads(to_json(named(FESTIVE))) | facts)


def one(**facts: Any) -> str:
    return whole(elements=[TEXT | facts])


WRONG = {
    "quá 200000": " " * (LONGEST + 1),
    "không đọc được": "[" * 100_000,
    "“width” không thể là “nan”": whole(width=float("nan")),
    "“height” không thể là “1000000": whole(height=10**12),
    "“version” không thể là “1.5”": whole(version=1.5),
    "không có sổ “Khác”": whole(book="Khác"),
    "Tên mẫu phải có từ 1": whole(name="a\nb"),
    "có 201 phần tử": whole(elements=[TEXT] * 201),
    r"phần tử 1: nằm ngoài tờ giấy \(x = 400 mm\)": one(x=400),
    r"nằm ngoài tờ giấy \(y = -1 mm\)": one(y=-1),
    "“lines” phải từ 1 đến 12, đang là 0": one(lines=0),
    "“leading” phải từ 0.7": one(leading=0),
    "“x” không thể là “inf”": one(x=float("inf")),
    "“text” không thể là “1”": one(text=1),
    "không rõ loại": whole(elements=[{"kind": ["text"]}]),
    "không có chỗ ảnh “bìa”": whole(
        elements=[{"kind": "picture", "x": 1, "y": 1, "slot": "bìa", "width": 9, "height": 9}]
    ),
}


@pytest.mark.parametrize("words", WRONG)
def test_what_could_not_be_drawn_is_refused(words: str) -> None:
    with pytest.raises(UserError, match=words):
        from_json(WRONG[words])


def test_what_was_hidden_and_copied_is_read_back() -> None:
    text = whole(elements=[TEXT | {"hidden": True}], origin=FESTIVE)
    read = from_json(text)
    assert (read.elements[0].hidden, read.origin) == (True, FESTIVE)
    assert from_json(to_json(read)) == read
