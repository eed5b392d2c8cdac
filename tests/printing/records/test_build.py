"""Every document from the open register: filled, blank, of several records, all at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.errors import UserError, WorldError
from models.registers import REGISTERS
from models.registers.people import PEOPLE, Person
from models.registers.teams import TEAMS
from models.store.query import Listing, condition
from printing.catalogue import Document, Needs, all_documents, document, render, render_all
from printing.columns import Band
from printing.listing import ListPage
from printing.records.build import build, build_all
from printing.records.everything import file_name, print_everything, telling
from printing.records.wanted import Wanted
from printing.register_list import register_list
from tests.models.figures.small_register import Small
from tests.models.samples import save
from tests.printing.pdf_marks import read_pages
from tests.printing.rules import problems

EVERY = pytest.mark.parametrize("entry", all_documents(), ids=lambda entry: entry.id)


OF_ITS_OWN_LOOK = "certificate"
"""What is not set by Nghị định 30 but as the office designs it."""


def text_of(pdf: bytes) -> str:
    return "\n".join(page.text for page in read_pages(pdf))


@EVERY
def test_every_document_is_made_of_real_records_by_the_decree(
    small: Small, entry: Document[Any]
) -> None:
    pdf = render(build(entry, telling(entry)))
    annexed = entry.form in ("F12", "F34")
    assert entry.id == OF_ITS_OWN_LOOK or problems(pdf, annex=annexed) == []
    assert "hưng hội" in text_of(pdf).lower()


@EVERY
@pytest.mark.usefixtures("register")
def test_every_document_has_a_blank_form_with_the_head_of_the_office(entry: Document[Any]) -> None:
    pdf = render(build(entry, Wanted(blank=True)))
    text = text_of(pdf)
    assert "Hưng Hội, ngày … tháng … năm …" in text or "BIÊN BẢN" in text
    assert (read_pages(pdf)[0].width > read_pages(pdf)[0].height) == entry.landscape


@EVERY
@pytest.mark.usefixtures("register")
def test_an_empty_register_prints_usable_forms(entry: Document[Any]) -> None:
    if entry.needs is not Needs.RECORD:
        assert render(build(entry, Wanted())).startswith(b"%PDF")
    assert telling(entry).blank == (entry.needs is Needs.RECORD)


def test_a_form_of_one_record_asks_for_it(small: Small) -> None:
    with pytest.raises(UserError, match="Chọn tổ cần in"):
        build(document("F03"), Wanted())
    with pytest.raises(UserError, match="Không có tổ nào khớp"):
        build(document("F03"), Wanted(Listing(TEAMS, "khong co")))


def test_several_records_follow_one_another_each_from_page_one(small: Small) -> None:
    of_mot = Listing(TEAMS, where=(condition(TEAMS, "area", "Ấp Một"),))
    sheets = build_all(document("F03"), Wanted(of_mot, as_of=date(2025, 12, 31)))
    pages = read_pages(render_all(sheets))
    titles = ["TỔ BẢO VỆ ANTT ẤP MỘT", "TỔ KẺNG 1"]
    assert len(sheets) == len(pages) == 2
    assert [title in page.text for title, page in zip(titles, pages, strict=True)] == [True, True]


def test_page_numbers_begin_anew_with_each_record(small: Small) -> None:
    team = build(document("F03"), Wanted(records=(small.keng_1,)))
    assert isinstance(team, ListPage)
    long = replace(team, rows=list(team.rows) * 30)
    alone = [page.text for page in read_pages(render(long))]
    between = [page.text for page in read_pages(render(team))]
    assert len(alone) > 1
    pages = read_pages(render_all([long, team, long]))
    assert [page.text for page in pages] == [*alone, *between, *alone]


def test_letters_follow_one_another_with_their_own_annexes(small: Small) -> None:
    report = build(document("F12"), Wanted(as_of=date(2025, 12, 31)))
    alone = [page.text for page in read_pages(render(report))]
    assert [page.text for page in read_pages(render_all([report, report]))] == alone * 2


def test_a_list_prints_what_is_filtered_and_chosen(small: Small) -> None:
    women = Listing(PEOPLE, where=(condition(PEOPLE, "sex", "Nữ"),))
    text = text_of(register_list(women))
    assert "Danh sách này có 2 người./." in text
    assert "(Lọc theo: giới tính: Nữ)" in text
    chosen = Wanted(women, (Person.get(Person.full_name == "Danh Thị Na"),))
    sheet = build(document("list-people"), chosen)
    assert isinstance(sheet, ListPage)
    assert [tuple(row)[:1] for row in sheet.rows if not isinstance(row, Band)] == [("Danh Thị Na",)]


def test_telephones_are_not_broken(small: Small) -> None:
    person = Person.get(Person.full_name == "Danh Thị Na")
    person.phone = "0912345678"
    save(person)
    assert "0912345678" in text_of(render(build(document("list-people"), Wanted())))


def test_every_register_has_a_list_in_the_catalogue() -> None:
    listed = [entry.register for entry in all_documents() if entry.id.startswith("list-")]
    assert listed == [known.name for known in REGISTERS]
    ids = [entry.id for entry in all_documents()]
    assert len(set(ids)) == len(ids)
    assert not any(entry.word for entry in all_documents() if entry.drawn)


def test_everything_is_printed_under_telling_names(small: Small, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    paths = print_everything(tmp_path / "giay", lambda *step: told.append(step))
    assert sorted(path.name for path in (tmp_path / "giay").iterdir()) == sorted(
        path.name for path in paths
    )
    names = {path.name for path in paths}
    assert {"F03-danh-sach-thanh-vien-to.pdf", "DS-danh-sach-nguoi.pdf"} <= names
    assert len(names) == len(all_documents()) + sum(entry.word for entry in all_documents())
    assert [step[0] for step in told] == list(range(len(all_documents())))
    assert file_name(document("F12")) in {path.stem for path in paths if path.suffix == ".docx"}


def test_a_folder_that_cannot_be_made_is_told(small: Small, tmp_path: Path) -> None:
    (tmp_path / "giay").write_text("một tệp")
    with pytest.raises(WorldError):
        print_everything(tmp_path / "giay")
