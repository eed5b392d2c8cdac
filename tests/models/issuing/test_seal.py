"""A code is signed for one number, day and name; whatever else is said of it does not match."""

from __future__ import annotations

import re
from datetime import date

import pytest

from models.errors import UserError
from models.issuing import seal
from models.issuing.seal import ALPHABET, Facts, Match, Signer
from models.store import settings

pytestmark = pytest.mark.usefixtures("register")
FACTS = Facts("Giấy chứng nhận", 112, date(2026, 11, 19))
NAME = "Đặng Thị Quỳnh Như"


@pytest.fixture
def code() -> str:
    seal.make_key()
    return Signer().code(FACTS, NAME)


def test_a_code_says_which_paper_it_is_of(code: str) -> None:
    assert seal.read(code) == FACTS
    assert seal.read(code).label == "112/2026"
    assert seal.read(f" {code[:60].lower()}\n{code[60:]} ") == FACTS


def test_a_code_is_short_and_no_vietnamese_keyboard_changes_it(code: str) -> None:
    assert len(code) == seal.LONG == 117
    assert set(code) <= set(ALPHABET)
    assert len(set(ALPHABET)) == 32
    assert not re.search("[AEIOUYDW]", ALPHABET)


@pytest.mark.parametrize("name", [NAME, "đặng thị quỳnh như", " Đặng  Thị Quỳnh Như"])
def test_the_name_matches_however_its_tones_and_capitals_are_put(code: str, name: str) -> None:
    assert seal.check(code, name) is Match.WHOLE


def test_either_place_of_a_tone_is_the_same_name() -> None:
    seal.make_key()
    assert seal.check(Signer().code(FACTS, "Lê Thị Hòa"), "Lê Thị Hoà") is Match.WHOLE


@pytest.mark.parametrize("name", ["Đặng Thị Quỳnh Nhu", "Đặng Thị Quỳnh", "", "Lê Văn An"])
def test_another_name_does_not_match(code: str, name: str) -> None:
    assert seal.check(code, name) is Match.WRONG


@pytest.mark.parametrize("place", range(3, seal.LONG - 1, 6))
def test_a_code_changed_anywhere_does_not_match(code: str, place: int) -> None:
    other = ALPHABET[(ALPHABET.index(code[place]) + 1) % 32]
    changed = code[:place] + other + code[place + 1 :]
    assert _found(changed) in (Match.WRONG, "không phải mã của giấy")


def _found(code: str) -> str:
    try:
        return seal.check(code, NAME)
    except UserError as error:
        return error.message.partition("hoặc ")[2].rstrip(".")


def test_another_office_checks_with_the_public_key_alone(code: str) -> None:
    key = seal.public_key("Công an xã Hưng Hội")
    settings.put("issue.private_key", "")
    assert seal.signed_by(key) == "Công an xã Hưng Hội"
    assert seal.check(code, NAME, key) is Match.WHOLE
    assert seal.check(code, "Lê Văn An", key) is Match.WRONG
    with pytest.raises(UserError, match="chưa có khóa ký giấy"):
        seal.check(code, NAME)
    seal.make_key()
    assert seal.check(code, NAME) is Match.WRONG


def test_the_key_is_made_once(code: str) -> None:
    before = seal.public_key("")
    seal.make_key()
    assert seal.public_key("") == before


@pytest.mark.parametrize("text", ["", "abc", "0" * 116, "A" * 117, "0" * 117, "W" * 117])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="không phải mã của giấy"):
        seal.read(text)


@pytest.mark.parametrize(
    "key", ["SPT-KHOA-1 zz", "SPT-KHOA-1 0102", "khác", "SPT-KHOA-2 " + "0" * 64]
)
def test_what_is_no_key_is_refused(code: str, key: str) -> None:
    with pytest.raises(UserError, match="phải là một dòng bắt đầu bằng SPT-KHOA-1"):
        seal.check(code, NAME, key)
