"""Every form: by the decree, as kept, blank when there are no data, the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from printing.blocks import Signer
from printing.catalogue import DOCUMENTS, Document, document, render, render_word
from printing.content import Letter
from printing.documents.office import OfficeData
from printing.records.office import with_office
from tests.printing.golden import differences, kept, kept_hashes, library, marks, pages_of
from tests.printing.pdf_marks import read_pages
from tests.printing.rules import problems
from tests.printing.samples import FILLED, MEMBERS, TEAM_DATA

ROOT = Path(__file__).parent.parent.parent
ANNEXED = ("F12", "F34")
"""Forms with an annex on paper of another width."""
FORMS = pytest.mark.parametrize("form", DOCUMENTS, ids=lambda form: form.form)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.text for page in read_pages(pdf))


@FORMS
def test_filled_and_blank_forms_follow_the_decree(form: Document[Any]) -> None:
    for name, pdf in pages_of(form).items():
        assert problems(pdf, annex=form.form in ANNEXED) == [], name


@FORMS
def test_forms_stand_as_kept(form: Document[Any]) -> None:
    for name, pdf in pages_of(form).items():
        assert differences(marks(pdf), kept(name)) == [], name


@FORMS
def test_the_paper_is_the_one_of_the_catalogue(form: Document[Any]) -> None:
    page = read_pages(render(form.build(form.blank())))[0]
    assert (page.width > page.height) == form.landscape


def test_the_catalogue_names_each_form_once_and_finds_it_by_both_names() -> None:
    forms = [form.form for form in DOCUMENTS]
    assert forms == sorted(set(forms))
    assert {f"F{n:02d}" for n in (*range(1, 13), *range(28, 32), *range(34, 37))} <= set(forms)
    assert len({form.id for form in DOCUMENTS}) == len(DOCUMENTS)
    assert document("f05") is document("team-decision")
    assert document("F01").paper == "A4 ngang"
    with pytest.raises(KeyError):
        document("F99")


def test_the_same_data_give_the_same_bytes_in_any_process() -> None:
    command = (
        "import hashlib; from printing.catalogue import DOCUMENTS, render, render_word;"
        "from tests.printing.samples import FILLED;"
        "sheets = [(d, d.build(FILLED[d.form])) for d in DOCUMENTS];"
        "print(hashlib.sha256(b''.join([render(s) for _, s in sheets]"
        " + [render_word(s) for d, s in sheets if d.word])).hexdigest())"
    )
    sheets = [(form, form.build(FILLED[form.form])) for form in DOCUMENTS]
    words = [render_word(sheet) for _, sheet in sheets if isinstance(sheet, Letter)]
    here = b"".join([render(sheet) for _, sheet in sheets] + words)
    other = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "77"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_members_are_counted_by_sex_and_listed_under_their_years() -> None:
    text = text_of(render(document("F03").build(TEAM_DATA)))
    assert "Danh sách này có 3 người (2 nam, 1 nữ)./." in text
    assert "1968" in text
    assert "14/03/1968" not in text
    assert all(member.citizen_id in text for member in MEMBERS)


def test_the_summary_adds_levels_and_all() -> None:
    page = read_pages(render(document("F02").build(FILLED["F02"])))[0]
    rows: dict[float, list[str]] = {}
    for line in page.lines:
        rows.setdefault(round(line.y), []).append(line.text)
    total = next(cells for cells in rows.values() if cells[0] == "Cộng")
    assert total[1:] == ["11", "21", "25", "1.428", "7", "3", "1", "1", "2"]


def test_the_report_words_its_figures_as_the_police_do() -> None:
    text = " ".join(text_of(render(document("F12").build(FILLED["F12"]))).split())
    assert "có 11 mô hình, với 21 điểm nhân rộng gồm 25 tổ, 1.428 thành viên. Trong đó" in text
    assert "Công an tỉnh công nhận 01 mô hình, với 09 điểm nhân rộng, 45 thành viên" in text
    assert "00 tổ" not in text
    assert (
        "Qua xếp loại có 07 mô hình hiệu quả, tốt, 03 mô hình trung bình, 01 mô hình yếu." in text
    )


def test_the_report_leaves_out_ratings_nobody_has_and_names_levels_inside_a_sentence() -> None:
    filled = FILLED["F12"]
    first, *others = (replace(row, weak=0) for row in filled.schemes.summary)
    rows = (*others, replace(first, level="Chưa công nhận"))
    data = replace(filled, schemes=replace(filled.schemes, summary=rows))
    text = " ".join(text_of(render(document("F12").build(data))).split())
    assert "yếu." not in text.partition("III. HẠN CHẾ")[0]
    assert "; chưa công nhận 0" in text


def test_the_file_of_a_team_has_no_table_of_sites_to_fill_in() -> None:
    profile = replace(FILLED["F04"], of_team=True, sites=(), teams=(), members=MEMBERS)
    text = text_of(render(document("F04").build(profile)))
    assert "7. Điểm nhân rộng: ...." in text
    assert "Tên điểm" not in text


def test_the_law_on_the_force_is_cited_for_a_statutory_team_only() -> None:
    law = "số 30/2023/QH15"
    decision = FILLED["F05"]
    statutory = text_of(render(document("F05").build(decision)))
    team = replace(TEAM_DATA, team=replace(TEAM_DATA.team, statutory=False))
    free = text_of(render(document("F05").build(replace(decision, of=team))))
    assert law in " ".join(statutory.split())
    assert law not in " ".join(free.split())
    assert "CHỦ TỊCH" in statutory
    assert "TRƯỞNG CÔNG AN" not in statutory


def test_the_part_rated_best_is_given_in_percent() -> None:
    text = text_of(render(document("F10").build(FILLED["F10"])))
    assert "tổ 1/1 (100%); thành viên 2/14 (14,3%)." in text


def test_the_file_of_a_team_lists_its_members() -> None:
    profile = replace(FILLED["F04"], of_team=True, teams=(), members=MEMBERS)
    text = text_of(render(document("F04").build(profile)))
    assert "HỒ SƠ TỔ TỰ QUẢN" in text
    assert "8. Tổ, thành viên: 3 thành viên" in text
    assert {word for member in MEMBERS for word in member.name.split()} <= set(text.split())


def test_a_member_rates_himself_on_the_sheet_of_the_team() -> None:
    rating = replace(FILLED["F09"], member=MEMBERS[1])
    text = text_of(render(document("F09").build(rating)))
    assert "XẾP LOẠI THÀNH VIÊN NĂM 2026" in text
    assert "Họ và tên: Nguyễn Thị Kim Phượng" in text
    assert "Năm sinh: 1975" in text


@FORMS
def test_the_bytes_are_those_kept_for_this_library(form: Document[Any]) -> None:
    hashes = kept_hashes().get(library())
    if hashes is None:
        pytest.skip("no hashes kept for this version of the drawing library")
    for name, pdf in pages_of(form).items():
        assert hashlib.sha256(pdf).hexdigest() == hashes[name], name


LONG = "CÔNG AN ĐẶC KHU LÝ SƠN - TRƯỜNG SA - HOÀNG SA VĨNH THẠNH TRUNG"
NAME = "Công Tằng Tôn Nữ Huyền Tôn Nguyễn Phúc Thị Khánh Phương Thảo"


@FORMS
def test_long_names_of_office_and_signer_keep_to_the_decree(form: Document[Any]) -> None:
    office = OfficeData(
        "CÔNG AN THÀNH PHỐ HỒ CHÍ MINH",
        LONG,
        "Lý Sơn",
        "Công an đặc khu Lý Sơn",
        "đặc khu Lý Sơn",
        signer=Signer("KT. TRƯỞNG CÔNG AN ĐẶC KHU\nPHÓ TRƯỞNG CÔNG AN ĐẶC KHU", NAME, "Trung tá"),
    )
    pdf = render(form.build(with_office(FILLED[form.form], office)))
    assert problems(pdf, annex=form.form in ANNEXED) == []


def test_a_special_zone_is_called_so_in_the_report() -> None:
    office = OfficeData(commune="đặc khu Lý Sơn")
    text = text_of(render(document("F12").build(with_office(FILLED["F12"], office))))
    assert "Toàn đặc khu có 11 mô hình" in " ".join(text.split())
    assert OfficeData(commune="phường").commune_kind == "phường"


def test_a_remark_of_five_thousand_words_is_printed_whole_in_a_form() -> None:
    words = [f"từ{number}" for number in range(5_000)]
    rows = (replace(MEMBERS[0], note=" ".join(words)), *MEMBERS)
    pdf = render(document("F03").build(replace(TEAM_DATA, members=rows)))
    lines = [line.text for page in read_pages(pdf) for line in page.lines]
    assert " ".join(line for line in lines if line.startswith("từ")).split() == words
    assert problems(pdf) == []
