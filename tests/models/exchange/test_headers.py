"""A heading is understood in every spelling offices use, and never by a chance likeness."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exchange.headers import (
    FEMALE,
    MALE,
    Path,
    Vocabulary,
    heading_key,
    is_number_heading,
    sex_of_heading,
)
from tests.models.exchange.vocabularies import MEMBERS, members, teams


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Họ và tên", "name"),
        ("HỌ VÀ TÊN", "name"),
        ("Ho va ten", "name"),
        ("HoTen", "name"),
        ("HỌ TÊN", "name"),
        ("ho_ten", "name"),
        ("hovaten", "name"),
        ("Họ và tên học viên", "name"),
        ("Họ và tên\n(chữ in hoa)", "name"),
        ("Họ và tên/Tên tập thể", "name"),
        ("NTNS", "birth"),
        ("NgaySinh", "birth"),
        ("Ngày, tháng, năm sinh", "birth"),
        ("Ngày tháng\nnăm sinh", "birth"),
        ("Giơi tính", "sex"),
        ("Nam/Nữ", "sex"),
        ("Nam, Nữ", "sex"),
        ("SoCCCD", "citizen_id"),
        ("CMND/CCCD", "citizen_id"),
        ("Số CMND\nhoặc CCCD", "citizen_id"),
        ("Số căn cước công dân", "citizen_id"),
        ("Số ĐDCN/CCCD (12 số)", "citizen_id"),
        ("SĐT", "phone"),
        ("ĐT", "phone"),
        ("Số ĐT", "phone"),
        ("SoDT", "phone"),
        ("Số điện thoại liên hệ", "phone"),
        ("DT", "ethnicity"),
        ("TĐHV", "education"),
        ("Chức vụ, đơn vị", "role"),
        ("Thôn/ TDP", "area"),
        ("Ghi  chú.", "note"),
    ],
)
def test_spellings(heading: str, key: str) -> None:
    found = members().match((heading,))
    assert found is not None
    assert (found.key, found.sure) == (key, True)


@pytest.mark.parametrize(
    "heading",
    [
        "", "STT", "Số", "Tên", "Năm", "Ngày", "Ngày cấp CCCD", "Nơi cấp CCCD", "Họ tên cha",
        "Họ và tên chủ hộ", "Ngày sinh hoạt", "Ngày sinh của con", "Khen thưởng", "Ký nhận",
        "Điện thoại tổ trưởng", "Số CCCD cũ",
    ],
)  # fmt: skip
def test_not_taken_for_what_it_is_not(heading: str) -> None:
    assert members().match((heading,)) is None


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("Quyết định thành lập", "Số"), "decision_number"),
        (("Quyết định thành lập", "Ngày"), "decision_date"),
        (("Quyết định", "Số"), "decision_number"),
        (("Tổ trưởng", "Họ và tên"), "leader"),
        (("Tổ trưởng", "Điện thoại"), "leader_phone"),
        (("Tổ trưởng", "SĐT"), "leader_phone"),
        (("Họ tên tổ trưởng",), "leader"),
        (("Thông tin chung", "Địa bàn"), "area"),
        (("Điện thoại",), "phone"),
        (("Số lượng thành viên",), "members"),
        (("Xếp loại 2024",), "rating"),
        (("QĐ số",), "decision_number"),
        (("Số, ngày QĐ",), "decision_number"),
        (("Số, ngày, tháng, năm của Quyết định",), "decision_number"),
        (("Ngày, tháng, năm thành lập",), "decision_date"),
        (("Kết quả xếp loại năm 2024",), "rating"),
        (("Xep loai nam 2024",), "rating"),
    ],
)
def test_groups_count(path: Path, key: str) -> None:
    found = teams().match(path)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "path",
    [
        ("Tên tổ chức",),
        ("Tổ trưởng", "Ngày sinh"),
        ("Quyết định giải thể", "Số"),
        ("Số thành viên nữ",),
        ("Số thành viên", "Nữ"),
        ("Tổ phó", "Điện thoại"),
    ],
)
def test_groups_that_change_the_meaning(path: Path) -> None:
    assert teams().match(path) is None


def test_columns_of_a_pair_share_their_key() -> None:
    given_keys = members().assign([
        ("STT",), ("Họ và tên",), ("Năm sinh", "Nam"), ("Năm sinh", "Nữ"), ("Ghi chú",),
    ])  # fmt: skip
    assert {n: (m.key, m.sex) for n, m in given_keys.items()} == {
        1: ("name", None),
        2: ("birth", MALE),
        3: ("birth", FEMALE),
        4: ("note", None),
    }


def test_marks_under_a_sex() -> None:
    matches = members().assign([("Giới tính", "Nam"), ("Giới tính", "Nữ")])
    assert [(m.key, m.sex) for m in matches.values()] == [("sex", MALE), ("sex", FEMALE)]
    matches = members().assign([("Nam",), ("Nữ",)])
    assert [(m.key, m.sex) for m in matches.values()] == [("sex", MALE), ("sex", FEMALE)]


def test_a_key_is_given_once_to_the_best_heading() -> None:
    matches = members().assign([("Số điện thoại liên hệ",), ("Điện thoại",), ("Điện thoại",)])
    assert {n: m.key for n, m in matches.items()} == {1: "phone"}
    matches = teams().assign([("Tổ trưởng", "Điện thoại"), ("Điện thoại",)])
    assert {n: m.key for n, m in matches.items()} == {0: "leader_phone", 1: "phone"}


def test_second_choice_when_the_first_is_taken() -> None:
    vocabulary = Vocabulary({"a": ["Ngày vào"], "b": ["Ngày vào tổ", "Ngày vào"]})
    matches = vocabulary.assign([("Ngày vào tổ",), ("Ngày vào",)])
    assert {n: m.key for n, m in matches.items()} == {0: "b", 1: "a"}


def test_learned_headings_win() -> None:
    path = ("Thông tin", "Bí danh")
    assert members().match(path) is None
    learned = Vocabulary(MEMBERS, {heading_key(path): "note"})
    found = learned.match(("THÔNG TIN", "Bí  danh:"))
    assert found is not None
    assert (found.key, found.score, found.sure) == ("note", 1.0, True)


def test_year_is_not_male() -> None:
    vocabulary = Vocabulary({"year": ["Năm"], "sex": ["Nam"]})
    assert [vocabulary.match((word,)) is not None for word in ("Năm", "Nam")] == [True, True]
    year, male = vocabulary.match(("Năm",)), vocabulary.match(("Nam",))
    assert year is not None
    assert male is not None
    assert (year.key, male.key) == ("year", "sex")
    assert Vocabulary({"year": ["Năm"]}).match(("Nam",)) is None


@pytest.mark.parametrize("text", ["TT", "STT", "Stt", "Số TT", "Số thứ tự", "SỐ\nTT", "S.T.T"])
def test_running_numbers(text: str) -> None:
    assert is_number_heading(text)


@pytest.mark.parametrize("text", ["Số", "TTr", "Họ và tên", "Tổng"])
def test_no_running_numbers(text: str) -> None:
    assert not is_number_heading(text)


def test_sex_of_heading() -> None:
    assert [sex_of_heading(t) for t in ("Nam", "NỮ", "Năm", "Nam/Nữ")] == [MALE, FEMALE, None, None]


def test_decomposed_and_old_style_tones() -> None:
    vocabulary = Vocabulary({"peace": ["Tổ hòa giải"]})
    apart = unicodedata.normalize("NFD", "Tổ hòa giải")
    matches = [vocabulary.match((text,)) for text in ("Tổ hoà giải", apart)]
    assert [match and match.score for match in matches] == [1.0, 1.0]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_any_text_is_answered(parts: list[str]) -> None:
    found = members().match(tuple(parts))
    assert found is None or 0 < found.score <= 1
