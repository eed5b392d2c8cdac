"""Sex is read from words only; codes and crosses mean different things in different lists."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.values.sex import parse_sex


@pytest.mark.parametrize("text", ["nam", "NAM", " Nam ", "Nam giới", "trai", "M", "male", "Ông"])
def test_men(text: str) -> None:
    assert parse_sex(text) == "Nam"


@pytest.mark.parametrize(
    "text", ["nữ", "NỮ", "Nu", "nu\u031b\u0303", "nữ giới", "gái", "F", "Female", "bà"]
)
def test_women(text: str) -> None:
    assert parse_sex(text) == "Nữ"


@pytest.mark.parametrize("text", ["x", "N", "0", "1", "nam nữ", "khác"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_sex(text)
    assert caught.value.message == f"Giới tính không hợp lệ: {text}. Nhập Nam hoặc Nữ."


def test_nothing_typed() -> None:
    with pytest.raises(UserError, match="Chưa nhập giới tính"):
        parse_sex(" ")
