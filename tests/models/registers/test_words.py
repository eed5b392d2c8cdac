"""Catalogues as the office keeps them, beside the shipped ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models import catalogues
from models.catalogues import catalogue
from models.registers.teams import Team
from models.registers.words import CatalogueWord, use_office_words
from models.store import undo
from models.store.change import change

pytestmark = pytest.mark.usefixtures("register")


def keep(**facts: object) -> CatalogueWord:
    word = CatalogueWord(catalogue="team_kinds", **facts)
    with change(f"Thêm {word.word}") as work:
        work.save(word)
    return word


def test_a_word_of_the_office_is_offered_and_read_by_its_aliases() -> None:
    keep(word="Tổ xe ôm tự quản", aliases="Đội xe ôm|Xe ôm")
    assert "Tổ xe ôm tự quản" in catalogue("team_kinds").words()
    assert Team.kind.parse("đội xe ôm") == "Tổ xe ôm tự quản"


def test_a_shipped_word_can_end_without_leaving_old_records() -> None:
    shipped = catalogues.shipped("team_kinds").find("Câu lạc bộ")
    assert shipped is not None
    keep(word="Câu lạc bộ", valid_to=date(2026, 1, 1))
    words = catalogue("team_kinds")
    assert "Câu lạc bộ" in words.words(date(2025, 12, 31))
    assert "Câu lạc bộ" not in words.words(date(2026, 1, 1))
    entry = words.find("Câu lạc bộ")
    assert entry is not None
    assert (entry.order, entry.extra) == (shipped.order, shipped.extra)


def test_taking_the_word_back_takes_it_off_the_list() -> None:
    keep(word="Tổ xe ôm tự quản")
    undo.undo_last()
    assert "Tổ xe ôm tự quản" not in catalogue("team_kinds").words()


def test_a_register_without_words_of_its_own_has_the_shipped_ones(register: Path) -> None:
    keep(word="Tổ xe ôm tự quản")
    CatalogueWord.delete().execute()
    use_office_words()
    assert catalogue("team_kinds") is catalogues.shipped("team_kinds")
