"""Who signs on which day, and the office put into every form."""

from __future__ import annotations

from datetime import date

import pytest

from models.registers.office import Signer
from models.store.opening import the_office
from printing.blocks import Signer as Printed
from printing.catalogue import all_documents, document
from printing.documents import data
from printing.records.office import office_on, signer_on, with_office
from printing.records.wanted import Wanted
from tests.models.figures.small_register import Small, when
from tests.models.samples import save

HEAD = "TRƯỞNG CÔNG AN XÃ"


@pytest.mark.parametrize(
    ("day", "signer"),
    [
        (date(2025, 6, 30), Printed(HEAD, "Lê Văn Thắng", "Trung tá")),
        (date(2025, 7, 1), Printed(HEAD, "Phạm Quốc Hưng", "Thiếu tá")),
        (date(2026, 2, 28), Printed(HEAD, "Phạm Quốc Hưng", "Thiếu tá")),
        (date(2026, 3, 1), Printed(f"KT. {HEAD}\nPHÓ {HEAD}", "Trần Thị Thúy", "Đại úy")),
        (date(2019, 2, 28), Printed(f"KT. {HEAD}\nPHÓ {HEAD}", "Trần Thị Thúy", "Đại úy")),
    ],
)
def test_the_head_signs_while_in_post_and_the_deputy_for_them_else(
    small: Small, day: date, signer: Printed
) -> None:
    assert signer_on(the_office(), day) == signer


@pytest.mark.usefixtures("register")
def test_without_signers_only_the_post_is_printed() -> None:
    assert signer_on(the_office(), date(2026, 1, 1)) == Printed(HEAD)


@pytest.mark.usefixtures("register")
def test_of_two_heads_the_later_signs_and_others_never_do() -> None:
    office = the_office()
    save(Signer(office=office, full_name="Trưởng trước", post="Trưởng Công an xã"))
    save(Signer(office=office, full_name="Cán bộ", post="Cán bộ"))
    late = Signer(office=office, full_name="Trưởng sau", post="Trưởng Công an xã")
    late.started = when("2026")
    save(late)
    assert signer_on(office, date(2025, 12, 31)).name == "Trưởng trước"
    assert signer_on(office, date(2026, 1, 1)).name == "Trưởng sau"


def test_the_chairman_is_left_blank(small: Small) -> None:
    office = office_on(date(2026, 1, 1))
    assert office.chairman == Printed("CHỦ TỊCH")
    assert (office.name, office.commune) == ("Công an xã Hưng Hội", "xã Hưng Hội")
    assert office.head("BC", None, None).number.endswith("/BC-CAX")


def test_the_office_is_put_in_however_deep_it_stands(small: Small) -> None:
    office = office_on(Wanted().day)
    assert with_office(data.ReportData(), office).schemes.office is office
    assert with_office(data.RatingData(), office).of.office is office
    for entry in all_documents():
        assert "Hưng Hội" in str(with_office(entry.blank(), office)), entry.id
    assert document("f01") is document("scheme-list")
