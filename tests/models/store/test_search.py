"""What a search means: accents typed are accents required, any part of a name or number."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.registers.members import MEMBERS, Membership
from models.registers.people import PEOPLE, Person
from models.registers.teams import TEAMS, Team
from models.store.database import database
from models.store.search import Term, terms, trigram_match, trigram_table, undecided
from models.text import accented, fold
from tests.models.samples import found, fresh, person, save, stored, trash

LETTERS = st.characters(codec="utf-8")


@pytest.fixture
def duc_and_duc(register: object) -> None:
    save(
        Person(full_name="Nguyễn Văn Đức", phone="0913555214", citizen_id="095085123456"),
        Person(full_name="Nguyễn Văn Dục", phone="02913821234", old_id="365123456"),
        Person(full_name="Lê Thị Hòa", phone="0987654321"),
    )


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("nguyen van duc", ["Nguyễn Văn Dục", "Nguyễn Văn Đức"]),
        ("NGUYEN VAN DUC", ["Nguyễn Văn Dục", "Nguyễn Văn Đức"]),
        ("đức", ["Nguyễn Văn Đức"]),
        ("dục", ["Nguyễn Văn Dục"]),
        ("đ", ["Nguyễn Văn Đức"]),
        ("đứ", ["Nguyễn Văn Đức"]),
        ("đư", ["Nguyễn Văn Đức"]),
        ("ĐỨC", ["Nguyễn Văn Đức"]),
        ("duc van", ["Nguyễn Văn Dục", "Nguyễn Văn Đức"]),
        ("van đức", ["Nguyễn Văn Đức"]),
        ("guye", ["Nguyễn Văn Dục", "Nguyễn Văn Đức"]),
        ("hoà", ["Lê Thị Hòa"]),
        ("hòa", ["Lê Thị Hòa"]),
        ("hoá", []),
        ("5214", ["Nguyễn Văn Đức"]),
        ("0913 555 214", ["Nguyễn Văn Đức"]),
        ("0913.555.214", ["Nguyễn Văn Đức"]),
        ("+84913555214", ["Nguyễn Văn Đức"]),
        ("84 913 555 214", ["Nguyễn Văn Đức"]),
        ("55", ["Nguyễn Văn Đức"]),
        ("095085123456", ["Nguyễn Văn Đức"]),
        ("095 085 123 456", ["Nguyễn Văn Đức"]),
        ("5123", ["Nguyễn Văn Dục", "Nguyễn Văn Đức"]),
        ("365123456", ["Nguyễn Văn Dục"]),
        ("duc 0913", ["Nguyễn Văn Đức"]),
        ("hoa 0913", []),
        ("", ["Nguyễn Văn Dục", "Nguyễn Văn Đức", "Lê Thị Hòa"]),
        ("  -- ", ["Nguyễn Văn Dục", "Nguyễn Văn Đức", "Lê Thị Hòa"]),
        ('"duc" OR (van*)', []),
        ("%", []),
        ("_", ["Nguyễn Văn Dục", "Nguyễn Văn Đức", "Lê Thị Hòa"]),
    ],
)
def test_who_is_found(duc_and_duc: None, typed: str, names: list[str]) -> None:
    assert found(PEOPLE, typed) == names
    for form in ("NFC", "NFD", "NFKD"):
        assert found(PEOPLE, unicodedata.normalize(form, typed)) == names


@pytest.mark.parametrize(
    "stored_name",
    ["Nguyễn Văn Đức", unicodedata.normalize("NFD", "Nguyễn Văn Đức"), "Nguyễn Văn Ðức"],
    ids=["NFC", "NFD", "U+00D0"],
)
def test_any_way_a_name_was_typed_is_found_by_any_other(register: object, stored_name: str) -> None:
    someone = stored(Person(full_name=Person.full_name.parse(stored_name)))
    assert someone.full_name == "Nguyễn Văn Đức"
    for typed in ("đức", unicodedata.normalize("NFD", "Đức"), "Ðức", "ðức", "duc"):
        assert found(PEOPLE, typed) == ["Nguyễn Văn Đức"]
    assert found(PEOPLE, "dục") == []


def test_members_are_found_by_person_team_and_role(register: object) -> None:
    team = stored(Team(name="Tổ tự quản số 3"))
    someone = person("Nguyễn Văn Đức", phone="0913555214")
    stored(Membership(person=someone, team=team, role="Tổ trưởng"))
    for typed in ("duc", "số 3 đức", "to truong", "0913", "tu quan duc truong"):
        assert found(MEMBERS, typed) == ["Nguyễn Văn Đức"]
    assert found(TEAMS, "đức so 3") == ["Tổ tự quản số 3"]


def test_the_index_follows_every_way_a_record_changes(register: object) -> None:
    someone = person("Nguyễn Văn Đức")
    assert indexed("duc") == [someone.id]
    someone.full_name = "Nguyễn Văn Đạt"
    save(someone)
    assert (indexed("duc"), indexed("dat")) == ([], [someone.id])
    trash(someone)
    assert indexed("dat") == []
    database.execute_sql("UPDATE person SET trashed_at = NULL")
    assert indexed("dat") == [someone.id]
    database.execute_sql("DELETE FROM person")
    assert indexed("dat") == []


def indexed(text: str) -> list[int]:
    index = trigram_table(Person)
    sql = f'SELECT rowid FROM "{index}" WHERE "{index}" MATCH ?'
    return [key for (key,) in database.execute_sql(sql, (trigram_match(terms(text)),)).fetchall()]


def test_search_text_is_stored_once_a_word_start_apart(register: object) -> None:
    someone = person("Nguyễn Văn Đức", phone="0913555214", old_id="365123456")
    again = fresh(someone)
    assert again.search_words == " nguyen van duc"
    assert again.search_numbers == " 365123456 0913555214"


def test_terms_know_accents_and_numbers() -> None:
    assert terms("Đức an") == [Term("duc", accented("đức"), False), Term("an", "", False)]
    assert terms("0913 555") == [Term("0913555", "", True)]
    assert terms("số 10") == [Term("so", accented("số"), False), Term("10", "", True)]
    assert terms("") == terms(" . ") == []


def test_only_the_shortest_terms_need_a_look_at_the_record() -> None:
    assert undecided(terms("nguyen an nguyễn hà")) == []
    assert undecided(terms("nguyen n")) == terms("n")
    assert undecided(terms("đ đi đặng")) == terms("đ đi")
    assert (
        trigram_match(terms("nguyen đức")) == f'words : "nguyen" AND accents : "{accented("đức")}"'
    )
    assert trigram_match(terms("an")).startswith('words : ("ana" OR "anb" OR')
    assert trigram_match(terms("đi")).startswith('words : ("dia" OR "dib" OR')
    assert trigram_match(terms("đ a")) == ""


@given(st.text(LETTERS, max_size=30))
def test_anything_typed_is_terms(typed: str) -> None:
    for term in terms(typed):
        assert term.folded
        assert " " not in term.folded
        assert '"' not in term.folded
        assert fold(term.folded) == term.folded


@given(st.text(LETTERS, max_size=30))
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    for term in terms(text):
        if not term.is_number:
            assert term.folded in fold(text)
            assert term.accents in accented(text)
