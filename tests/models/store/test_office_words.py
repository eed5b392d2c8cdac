"""An office's own words: added, called otherwise, ended; never two that mean different things."""

from __future__ import annotations

from datetime import date

import pytest

from models.catalogues import catalogue
from models.clock import today
from models.errors import UserError
from models.registers.words import CatalogueWord
from models.store import undo
from models.store.office_words import end_word, keep_word, words_of
from models.store.tables import HistoryChange

NAME = "member_roles"
pytestmark = pytest.mark.usefixtures("register")


def word_called(text: str) -> CatalogueWord:
    return next(word for word in words_of(NAME) if word.word == text)


def last_title() -> str:
    return str(HistoryChange.select().order_by(HistoryChange.id.desc()).get().title)


def test_words_as_shipped_are_not_stored() -> None:
    words = words_of(NAME)
    assert [word.word for word in words] == catalogue(NAME).words()
    assert all(word.id is None for word in words)


def test_a_word_of_ones_own_stands_last() -> None:
    keep_word(CatalogueWord(catalogue=NAME, word="Thủ quỹ"))
    assert catalogue(NAME).words()[-1] == "Thủ quỹ"
    assert last_title() == "Thêm “Thủ quỹ” vào danh mục Chức danh trong tổ, mô hình"


def test_another_way_of_writing_is_understood() -> None:
    word = word_called("Tổ trưởng")
    word.aliases += "|Trưởng tổ tự quản"
    keep_word(word, "Tổ trưởng")
    found = catalogue(NAME).find("trưởng tổ tự quản")
    assert found is not None
    assert found.word == "Tổ trưởng"
    assert catalogue(NAME).words()[0] == "Tổ trưởng"


def test_a_shipped_word_called_otherwise_ends_where_the_new_one_begins() -> None:
    word = word_called("Tổ viên")
    word.word = "Đội viên tổ"
    keep_word(word, "Tổ viên")
    assert word_called("Tổ viên").valid_to == today()
    assert word_called("Đội viên tổ").valid_from == today()
    undo.undo_last()
    assert "Tổ viên" in catalogue(NAME).words(today())


def test_a_word_of_ones_own_is_called_otherwise_in_place() -> None:
    keep_word(CatalogueWord(catalogue=NAME, word="Thủ qũy"))
    word = word_called("Thủ qũy")
    word.word = "Người giữ quỹ"
    keep_word(word, "Thủ qũy")
    assert CatalogueWord.select().count() == 1
    assert catalogue(NAME).words()[-1] == "Người giữ quỹ"


@pytest.mark.parametrize("text", ["Tổ trưởng", "Tổ phó"])
def test_a_word_that_is_there_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="có hai lần trong danh mục"):
        keep_word(CatalogueWord(catalogue=NAME, word=text))
    assert CatalogueWord.select().count() == 0


def test_a_writing_of_another_word_is_refused() -> None:
    with pytest.raises(UserError, match="có hai lần"):
        keep_word(CatalogueWord(catalogue=NAME, word="Thủ quỹ", aliases="Tổ phó"))


def test_ending_a_word_is_told_and_done_once() -> None:
    assert end_word(word_called("Tổ viên")) == "Từ hôm nay thôi dùng “Tổ viên”."
    assert "Tổ viên" not in catalogue(NAME).words(today())
    with pytest.raises(UserError, match="đã thôi dùng từ 22/11/2026"):
        end_word(word_called("Tổ viên"))


def test_a_word_may_begin_later() -> None:
    keep_word(CatalogueWord(catalogue=NAME, word="Thủ quỹ", valid_from=date(2027, 1, 1)))
    assert "Thủ quỹ" not in catalogue(NAME).words(today())
    assert "Thủ quỹ" in catalogue(NAME).words(date(2027, 1, 1))
