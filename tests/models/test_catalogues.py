"""The shipped word lists are whole and consistent, and a text finds the entry it names."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.catalogues import (
    CATALOGUES,
    LOOKS,
    Catalogue,
    Entry,
    catalogue,
    read_shipped,
    schooling,
    shipped,
)
from models.errors import UserError
from models.text import accented, nfc

TODAY = date(2026, 11, 22)
CHIP = re.compile(r"(green|blue|orange|red|gold|grey)( [a-z]+(-[a-z]+)*)?")
SHIPPED = sorted(CATALOGUES)


def test_every_catalogue_of_the_registers_is_shipped() -> None:
    needed = (
        "activity_kinds area_kinds dissolve_reasons education ethnic_groups forces leave_reasons "
        "member_roles police_ranks posts ratings recognition_levels religions scheme_cores "
        "scheme_fields scheme_kinds scheme_settings scheme_states team_kinds team_states"
    )
    assert set(needed.split()) <= set(SHIPPED)
    assert "communes" not in CATALOGUES
    assert len(CATALOGUES) == len(SHIPPED)


def test_all_can_be_read_before_anybody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    read_shipped()
    monkeypatch.setattr("models.catalogues.read_rows", lambda _path: pytest.fail("read again"))
    assert all(len(shipped(id)) for id in CATALOGUES)


def test_unknown_catalogue_is_a_bug() -> None:
    with pytest.raises(KeyError):
        catalogue("communes")


@pytest.mark.parametrize("id", SHIPPED)
def test_shipped_list_is_clean(id: str) -> None:
    shelf = CATALOGUES[id]
    assert re.search(r"\w", shelf.title)
    assert [entry.order for entry in shelf] == list(range(1, len(shelf) + 1))
    for entry in shelf:
        written = (entry.word, *entry.aliases)
        keys = [accented(text) for text in written]
        assert all(text == nfc(text) for text in written)
        assert len(set(keys)) == len(keys), f"{entry.word}: an alias says the same twice"
        assert all(shelf.find(text) is entry for text in written)


@pytest.mark.parametrize("id", SHIPPED)
def test_looks_are_those_of_the_design(id: str) -> None:
    looks = [entry.look for entry in CATALOGUES[id]]
    if id in {"ratings", "grades"}:
        assert set(looks) <= set(LOOKS)
    elif id.endswith("_states") or id == "attendance":
        assert all(CHIP.fullmatch(look) for look in looks)
        assert len(set(looks)) == len(looks)
    else:
        assert not any(looks)


@pytest.mark.parametrize(
    ("id", "count"),
    [("ethnic_groups", 56), ("scheme_kinds", 54), ("police_ranks", 17), ("religions", 19)],
)
def test_counts(id: str, count: int) -> None:
    assert len(CATALOGUES[id]) == count


def test_groups_of_peoples() -> None:
    groups = Counter(entry.extra["group"] for entry in CATALOGUES["ethnic_groups"])
    assert groups == {"đa số": 1, "thiểu số": 53, "nhóm khác": 2}


def test_scheme_kinds_come_from_the_reports() -> None:
    kinds = CATALOGUES["scheme_kinds"]
    assert sum(entry.extra["origin"].count(",") + 1 for entry in kinds) == 56
    assert len(kinds.having(recognised="Bộ Công an")) == 9
    for entry in kinds:
        for axis, shelf in (
            ("field", "scheme_fields"),
            ("setting", "scheme_settings"),
            ("core", "scheme_cores"),
        ):
            assert not entry.extra[axis] or entry.extra[axis] in CATALOGUES[shelf].words()


def test_ratings_stand_on_two_scales() -> None:
    looks = {
        scale: [entry.look for entry in CATALOGUES["ratings"].having(scale=scale)]
        for scale in ("mô hình", "lực lượng")
    }
    assert looks["lực lượng"] == ["best", "good", "middle", "weak", "none"]
    assert looks["mô hình"] == ["best", "best", "good", "middle", "weak", "weak", "none"]


def test_roles_have_a_rank() -> None:
    ranks = Counter(entry.extra["rank"] for entry in CATALOGUES["member_roles"])
    assert set(ranks) == {"leader", "deputy", "member"}
    assert ranks["leader"] == ranks["deputy"] == 5


def test_statutory_teams() -> None:
    statutory = CATALOGUES["team_kinds"].having(basis="luật định")
    assert [entry.word for entry in statutory if entry.holds_on(TODAY)] == [
        "Tổ hòa giải",
        "Tổ bảo vệ an ninh, trật tự",
    ]


@pytest.mark.parametrize(
    ("id", "text", "word"),
    [
        ("ethnic_groups", "Khmer", "Khơ-me"),
        ("ethnic_groups", "KHMER", "Khơ-me"),
        ("ethnic_groups", "Khơ me", "Khơ-me"),
        ("ethnic_groups", "H'Mông", "Mông"),
        ("ethnic_groups", "ê đê", "Ê-đê"),
        ("ethnic_groups", "Jrai", "Gia-rai"),
        ("ethnic_groups", "Bru-Vân Kiều", "Bru - Vân Kiều"),
        ("ethnic_groups", "muong", "Mường"),
        ("religions", "Thiên Chúa giáo", "Công giáo"),
        ("religions", "Không", "Không theo tôn giáo"),
        ("religions", "khong", "Không theo tôn giáo"),
        ("religions", "Tin lành", "Tin Lành"),
        ("religions", "Phật giáo Hoà Hảo", "Phật giáo Hòa Hảo"),
        ("recognition_levels", "Công an xã", "Đơn vị, địa phương"),
        ("recognition_levels", "Bộ Công an", "Bộ Công an"),
        ("team_kinds", "Tổ hoà giải", "Tổ hòa giải"),
        ("team_kinds", "Tổ bảo vệ ANTT", "Tổ bảo vệ an ninh, trật tự"),
        ("team_kinds", "CLB", "Câu lạc bộ"),
        ("scheme_kinds", "Tổ tự quản dòng tộc về an ninh trật tự", "Tổ tự quản dòng tộc về ANTT"),
        ("ratings", "HTXSNV", "Hoàn thành xuất sắc nhiệm vụ"),
        ("ratings", "hiệu quả", "Hiệu quả"),
        ("member_roles", "Phó chủ nhiệm", "Phó Chủ nhiệm"),
        ("police_ranks", "Thượng sỹ", "Thượng sĩ"),
        ("scheme_states", "Thanh loại", "Đã giải thể"),
        ("opinion_authorities", "UBND xã", "UBND xã, ban ngành"),
    ],
)
def test_found_by_word_and_alias(id: str, text: str, word: str) -> None:
    found = CATALOGUES[id].find(text)
    assert found is not None
    assert found.word == word


@pytest.mark.parametrize(
    ("id", "words"),
    [
        (
            "team_kinds",
            "Tổ tự quản; Tổ an ninh nhân dân; Câu lạc bộ; Đội dân phòng; Tổ hòa giải; "
            "Tổ bảo vệ an ninh, trật tự",
        ),
        (
            "scheme_kinds",
            "Câu lạc bộ nữ phòng chống tội phạm; Câu lạc bộ người hoàn lương; Camera an ninh; "
            "Tiếng kẻng an ninh; Câu lạc bộ Hội Cựu chiến binh phòng chống tội phạm; "
            "Tổ giáo dân tự quản, tự phòng về ANTT; Tổ tự quản người Hoa; "
            "Câu lạc bộ 3 tích cực trong đồng bào dân tộc Khmer; "
            "Đội dân phòng tuần tra bảo vệ ANTT; Tuyến kênh an toàn về ANTT; "
            "Cổng trường an toàn giao thông; Tổ tự quản dòng tộc về ANTT",
        ),
        ("recognition_levels", "Bộ Công an; Công an tỉnh; Công an xã"),
        ("ratings", "Yếu; Hiệu quả; Trung bình; Khá"),
        ("ethnic_groups", "Kinh; Hoa; Khmer"),
        ("religions", "Không; Cao Đài; Công giáo; Phật giáo; Tin lành; Phật giáo Hòa Hảo"),
        ("education", "Đại học; Trung cấp; Cao đẳng"),
        ("member_roles", "Tổ trưởng; Tổ phó; Thành viên; Tổ viên"),
        ("grades", "Giỏi; Khá; Trung bình; Không đạt"),
        ("opinion_authorities", "Công an xã; UBND xã; Công an tỉnh"),
        (
            "opinion_topics",
            "Thái độ, tác phong CBCS; An ninh trật tự; Trật tự an toàn giao thông; PCCC và CNCH; "
            "Phòng, chống tội phạm; Cư trú, căn cước, định danh điện tử; Chế độ, chính sách; "
            "Trật tự công cộng",
        ),
    ],
)
def test_words_of_an_office_are_known(id: str, words: str) -> None:
    assert [word for word in words.split("; ") if word not in CATALOGUES[id]] == []


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("ethnic_groups", "Hòa"),  # an accent too many: not Hoa
        ("ethnic_groups", "Vân"),  # a part of a word
        ("ethnic_groups", ""),
        ("religions", "Phật giáo và Công giáo"),
        ("team_kinds", "Tổ"),
        ("education", "9/12"),
    ],
)
def test_never_a_lossy_match(id: str, text: str) -> None:
    assert CATALOGUES[id].find(text) is None


def test_text_without_accents_must_name_one_entry() -> None:
    two = Catalogue("x", "X", [Entry("Thổ", 1), Entry("Thọ", 2), Entry("Hoa", 3)])
    assert two.find("tho") is None
    assert two.find("hoa") == Entry("Hoa", 3)
    assert two.find("thọ") == Entry("Thọ", 2)


def test_words_have_days() -> None:
    kinds = CATALOGUES["team_kinds"]
    assert "Tổ bảo vệ dân phố" in kinds.words()
    assert "Tổ bảo vệ dân phố" in kinds.words(date(2024, 6, 30))
    assert "Tổ bảo vệ dân phố" not in kinds.words(date(2024, 7, 1))
    assert kinds.find("BVDP", TODAY) is None
    assert kinds.find("BVDP") is not None


def test_made_of_rows() -> None:
    rows = [
        {"word": "Hai", "order": "2", "aliases": "Đôi|Cặp", "valid_from": "2025-07-01"},
        {"word": "Một", "order": "1", "rank": "leader", "look": "best"},
    ]
    made = Catalogue.from_rows("numbers", "Số", rows)
    assert made.words() == ["Một", "Hai"]
    assert made.words(date(2025, 6, 30)) == ["Một"]
    assert made.having(rank="leader") == (made.find("một"),)
    assert made.find("đôi") == Entry("Hai", 2, ("Đôi", "Cặp"), valid_from=date(2025, 7, 1))


def test_one_word_for_two_entries_is_refused() -> None:
    rows = [{"word": "Khá"}, {"word": "Tốt", "aliases": "khá"}]
    with pytest.raises(UserError, match="“khá” có hai lần trong danh mục Xếp loại"):
        Catalogue.from_rows("x", "Xếp loại", rows)


def test_a_word_may_come_back_later() -> None:
    rows = [
        {"word": "Khóm", "order": "1", "valid_to": "2020-01-01", "group": "old"},
        {"word": "Khóm", "order": "2", "valid_from": "2020-01-01", "group": "new"},
    ]
    made = Catalogue.from_rows("x", "X", rows)
    groups = [made.find("khóm", day) for day in (date(2019, 1, 1), date(2020, 1, 1), None)]
    assert [entry.extra["group"] for entry in groups if entry] == ["old", "new", "new"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("12/12", "THPT"),
        ("11/12", "THCS"),
        ("9/12", "THCS"),
        (" 8 / 12 ", "Tiểu học"),
        ("5/12", "Tiểu học"),
        ("10/10", "THPT"),
        ("7/10", "THCS"),
        ("lớp 9", "THCS"),
        ("Đại học", "Đại học"),
        ("Trung học cơ sở", "THCS"),
        ("thạc sĩ", "Sau đại học"),
    ],
)
def test_schooling_counts_classes_as_levels(text: str, level: str) -> None:
    entry = schooling(text)
    assert entry is not None
    assert entry.word == level


@pytest.mark.parametrize("text", ["13/12", "0/12", "12/11", "9", "lớp", "", "12/12/1987"])
def test_schooling_refuses_what_is_no_class(text: str) -> None:
    assert schooling(text) is None


@given(st.text(max_size=40))
def test_find_takes_any_text(text: str) -> None:
    for id in ("ethnic_groups", "education"):
        found = CATALOGUES[id].find(text)
        assert found is None or found in CATALOGUES[id].entries
