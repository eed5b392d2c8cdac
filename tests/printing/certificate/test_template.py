"""A design is a file: written and read back equal, refused with the place that is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from models.errors import UserError
from printing.certificate.checking import unknown_fields
from printing.certificate.designs import SHIPPED, design, designs, keep, shipped
from printing.certificate.reading import from_json
from printing.certificate.template import resized, to_json
from tests.printing.certificate.designs_for_tests import FESTIVE, named

every_design = pytest.mark.parametrize("one", shipped(), ids=lambda one: one.name)


@every_design
def test_a_design_is_read_back_equal(one: Any) -> None:
    assert from_json(to_json(one)) == one
    assert unknown_fields(one) == ()


def test_the_shipped_files_are_as_the_program_writes_them() -> None:
    for file in SHIPPED.glob("*.json"):
        text = file.read_text("utf-8")
        assert to_json(from_json(text)) == text


def changed(**facts: Any) -> str:
    return json.dumps(json.loads(to_json(named(FESTIVE))) | facts)


def with_element(**facts: Any) -> str:
    whole = json.loads(to_json(named(FESTIVE)))
    whole["elements"] = [{"kind": "text", "text": "A", "x": 1, "y": 1, "width": 9} | facts]
    return json.dumps(whole)


WRONG = {
    "không đọc được": "{",
    "không phải mẫu giấy": "[]",
    "danh sách phần tử": changed(elements={}),
    "có “khác” là chỗ lạ": changed(khác=1),
    "“width” không thể là “rộng”": changed(width="rộng"),
    "từ 50 đến 1000 mm": changed(width=20),
    "“design” không thể là “đẹp”": changed(design="đẹp"),
    "thiếu màu “band”": changed(colours={"text": "#000000", "slot": "#000000", "wrong": "#FF0000"}),
    "Màu “đỏ” không đúng": with_element(colour="đỏ"),
    "thiếu màu “lạ”": with_element(colour="[lạ]"),
    "phần tử 1: không rõ loại": with_element(kind="hình"),
    "phần tử 1: “face” không thể": with_element(face="Arial"),
    "phần tử 1: “required” không thể": with_element(required="có"),
    "phần tử 1: “size” không thể": with_element(size=True),
    "cỡ nhỏ nhất 30 trở lên": with_element(size=20, floor=30),
}


@pytest.mark.parametrize("words", WRONG)
def test_what_is_no_design_is_refused_with_its_place(words: str) -> None:
    with pytest.raises(UserError, match=words):
        from_json(WRONG[words])


def test_a_missing_value_is_named() -> None:
    whole = json.loads(to_json(named(FESTIVE)))
    del whole["height"]
    with pytest.raises(UserError, match="thiếu “height”"):
        from_json(json.dumps(whole))


def test_another_size_keeps_the_shape() -> None:
    small = resized(named(FESTIVE), 148.5, 105)
    assert [one.x for one in small.elements] == [one.x / 2 for one in named(FESTIVE).elements]
    wide = resized(named(FESTIVE), 400, 300)
    assert wide.elements[0].x == pytest.approx(200)


@pytest.mark.usefixtures("register")
def test_the_offices_own_design_takes_the_place_of_the_shipped_one() -> None:
    assert [one.name for one in designs()] == [one.name for one in shipped()]
    first = keep(resized(named(FESTIVE), 420, 297))
    assert (first.version, design(FESTIVE).width) == (2, 420)
    assert keep(first).version == 3
    assert len(designs()) == len(shipped())
    assert {one.book for one in designs("Giấy khen")} == {"Giấy khen"}
    with pytest.raises(UserError, match=r"Không có mẫu giấy “Khác”\. Có: Giấy chứng nhận"):
        design("Khác")
