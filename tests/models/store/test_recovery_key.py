"""A sheet printed once must be readable for ever, and a slip of the finger must be named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.store.recovery_key import RecoveryKey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY = RecoveryKey(bytes(range(32)))
TEXT = "2001-081G-8186-0W40-J2GB-1G6G-W3RG-2491-650N-2RBH-G68T-3CE1-T7GZ-DEJQ-50KT"
keys = st.binary(min_size=32, max_size=32).map(RecoveryKey)


def refusal(text: str) -> str:
    with pytest.raises(UserError) as caught:
        RecoveryKey.parse(text)
    assert caught.value.field == "recovery_key"
    return caught.value.message


def test_the_printed_form_is_fixed_for_ever() -> None:
    assert KEY.text == TEXT
    assert RecoveryKey.parse(TEXT) == KEY


@given(keys)
def test_every_key_comes_back(key: RecoveryKey) -> None:
    assert RecoveryKey.parse(key.text) == key
    assert [len(group) for group in key.text.split("-")] == [4] * 15


@given(keys, st.sampled_from([" ", "", "\n", " – ", "—", ".", "\u00a0", "_", "  "]))
def test_separators_and_case_do_not_matter(key: RecoveryKey, separator: str) -> None:
    assert RecoveryKey.parse(f" {key.text.lower().replace('-', separator)} ") == key


@given(keys)
def test_look_alikes_are_read_as_what_was_printed(key: RecoveryKey) -> None:
    for printed, typed in [("0", "O"), ("0", "o"), ("1", "I"), ("1", "l"), ("1", "i")]:
        assert RecoveryKey.parse(key.text.replace(printed, typed)) == key


def test_full_width_letters_are_read() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter != "-" else " " for letter in TEXT)
    assert RecoveryKey.parse(wide) == KEY


@given(keys, st.integers(0, 14), st.text(ALPHABET, min_size=4, max_size=4))
def test_one_wrong_group_is_always_named(key: RecoveryKey, position: int, typed: str) -> None:
    groups = key.text.split("-")
    if groups[position] == typed:
        assert RecoveryKey.parse("-".join(groups)) == key
        return
    groups[position] = typed
    assert refusal("".join(groups)).startswith(f"Nhóm {position + 1} chưa đúng: “{typed}”.")


@given(keys, st.data())
def test_two_wrong_groups_are_always_noticed(key: RecoveryKey, data: st.DataObject) -> None:
    groups = key.text.split("-")
    first, second = data.draw(st.lists(st.integers(0, 14), min_size=2, max_size=2, unique=True))
    wrong = st.text(ALPHABET, min_size=4, max_size=4)
    groups[first] = data.draw(wrong.filter(lambda typed: typed != groups[first]))
    groups[second] = data.draw(wrong.filter(lambda typed: typed != groups[second]))
    refusal(" ".join(groups))


@given(keys, st.integers(0, 12), st.integers(0, 12))
def test_groups_that_changed_places_are_not_mistaken_for_one(
    key: RecoveryKey, first: int, second: int
) -> None:
    groups = key.text.split("-")
    groups[first], groups[second] = groups[second], groups[first]
    swapped = " ".join(groups)
    if key.text.replace("-", " ") == swapped:
        return
    assert refusal(swapped).startswith("Có từ hai nhóm trở lên chưa đúng, hoặc hai nhóm đổi chỗ.")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Chưa nhập mã khôi phục."),
        (" - ", "Chưa nhập mã khôi phục."),
        (TEXT[:-1], "Nhóm 15 có 3 ký tự"),
        (TEXT.replace("-", "X-", 1), "Nhóm 1 có 5 ký tự"),
        (TEXT[:-5], "Mã khôi phục có 15 nhóm, cộng 60 ký tự; đang có 56 ký tự."),
        (TEXT.replace("-", "") + "AB", "Mã khôi phục có 15 nhóm, cộng 60 ký tự; đang có 62"),
        (TEXT[:5] + "ABU9" + TEXT[9:], "Nhóm 2 có ký tự không dùng trong mã: “U”."),
        (TEXT[:5] + "AB*9" + TEXT[9:], "Nhóm 2 có ký tự không dùng trong mã: “*”."),
        (TEXT[:5] + "Â" + TEXT[7:], "Có chữ có dấu: “Â”. Tắt bộ gõ tiếng Việt"),
        (TEXT[:5] + "đ" + TEXT[7:], "Có chữ có dấu: “Đ”."),
    ],
)
def test_each_slip_has_its_sentence(typed: str, message: str) -> None:
    assert refusal(typed).startswith(message)


def test_a_sheet_of_another_format_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.recovery_key.FORMAT", 2)
    later = KEY.text
    monkeypatch.undo()
    assert "bản phần mềm khác" in refusal(later)


@given(st.text())
def test_anything_typed_gives_a_key_or_a_sentence(text: str) -> None:
    try:
        RecoveryKey.parse(text)
    except UserError as error:
        assert error.message.endswith(".")


def test_the_key_never_shows_by_accident() -> None:
    assert repr(KEY) == "RecoveryKey()"
    assert KEY.data_key.hex() not in f"{KEY}"
