"""Pages as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from ui.paper.ranges import read_pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3, 7", (1, 2, 3, 7)),
        ("7;1–3", (7, 1, 2, 3)),
        (" 5 - ", (5, 6, 7, 8)),
        ("-2", (1, 2)),
        ("3,3,2-4", (3, 2, 4)),
        ("8,", (8,)),
    ],
)
def test_spans(text: str, pages: tuple[int, ...]) -> None:
    assert tuple(page + 1 for page in read_pages(text, 8)) == pages


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Chưa nhập trang cần in. Nhập như 1-3, 7."),
        (" , ", "Chưa nhập trang cần in. Nhập như 1-3, 7."),
        ("abc", "Không đọc được trang “abc”. Nhập như 1-3, 7."),
        ("-", "Không đọc được trang “-”. Nhập như 1-3, 7."),
        ("1 3", "Thiếu dấu phẩy hoặc gạch nối trong “1 3”. Nhập như 1-3, 7."),
        ("9", "Không có trang 9: chỉ có 8 trang."),
        ("0-2", "Không có trang 0: chỉ có 8 trang."),
        ("5-3", "Trang 5 đứng sau trang 3 trong “5-3”."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_value(text: str, said: str) -> None:
    with pytest.raises(UserError) as failure:
        read_pages(text, 8)
    assert failure.value.message == said
    assert failure.value.field == "pages"


@given(st.lists(st.integers(1, 500), min_size=1), st.integers(500, 900))
def test_single_pages_come_back_once_in_their_order(pages: list[int], total: int) -> None:
    text = ", ".join(map(str, pages))
    assert read_pages(text, total) == tuple(dict.fromkeys(page - 1 for page in pages))


@given(st.text(alphabet="0123456789-–, ;x", max_size=30), st.integers(1, 99))
def test_any_text_is_pages_or_a_sentence(text: str, total: int) -> None:
    try:
        pages = read_pages(text, total)
    except UserError as error:
        assert error.message.endswith(".")
    else:
        assert pages
        assert set(pages) <= set(range(total))
        assert len(set(pages)) == len(pages)
