"""In what words two designs differ, so that nobody ever reads the text of one."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from printing.certificate.designs import shipped
from printing.certificate.telling import NONE, SAID, Difference, differences
from printing.certificate.template import KINDS, Element, Template, Text
from tests.printing.certificate.designs_for_tests import FESTIVE, named


def with_name(template: Template, **values: object) -> tuple[Element, ...]:
    """The elements of a design, that of the name with other values."""
    return tuple(
        replace(one, **values) if isinstance(one, Text) and one.text == "{name}" else one  # type: ignore[arg-type]
        for one in template.elements
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_every_kind_of_element_has_words(kind: str) -> None:
    assert {one.name for one in fields(KINDS[kind])} <= SAID.keys()


def test_a_moved_element_is_told_with_both_places() -> None:
    before = named(FESTIVE)
    after = replace(before, version=7, elements=with_name(before, x=149.5, hidden=True))
    assert differences(before, after) == [
        Difference(
            "Họ và tên", "ngang 148,5 mm, hiện trên giấy", "ngang 149,5 mm, ẩn"
        )
    ]  # fmt: skip


def test_other_words_and_another_look_are_told() -> None:
    before = named(FESTIVE)
    after = replace(before, elements=with_name(before, text="Ông {name}", face="display", size=20))
    (one,) = differences(before, after)
    assert one.second == "“Ông {name}”, kiểu chữ tiêu đề, cỡ 20 pt"
    assert one.first.startswith("“{name}”, kiểu chữ ")


def test_what_was_added_or_taken_out_and_the_page_are_told() -> None:
    before = named(FESTIVE)
    less = replace(before, elements=before.elements[1:], design="plain", width=400, height=300)
    page, ornament, gone = differences(before, less)
    assert (page.first, page.second) == ("297 × 210 mm", "400 × 300 mm")
    assert (ornament.part, ornament.second) == ("Hoa văn", "Đơn giản")
    assert gone.second == NONE
    assert differences(less, before)[-1] == Difference(gone.part, NONE, gone.first)


def test_a_design_does_not_differ_from_itself_but_from_every_other_one() -> None:
    first, *others = shipped()
    assert differences(first, first) == []
    assert all(differences(first, other) for other in others)
