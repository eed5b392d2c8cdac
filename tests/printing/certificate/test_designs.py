"""Designs of the office: copied, renamed, thrown away, brought in; shipped ones stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.errors import UserError
from models.registers.templates import PaperTemplate
from models.store.change import Conflict
from models.store.undo import last_change, undo_last
from printing.certificate.designs import (
    bring_in,
    copy,
    design,
    designs,
    keep,
    known,
    original,
    remove,
    rename,
    shipped,
    with_ornament,
)
from printing.certificate.reading import refuse_odd
from printing.certificate.template import Text, resized, to_json
from tests.printing.certificate.designs_for_tests import FESTIVE, named

pytestmark = pytest.mark.usefixtures("register")
PLAIN = "Giấy chứng nhận, khung đơn giản"


def revision() -> int:
    row = known(FESTIVE).row
    return row.revision if row is not None else 0


def wider() -> int:
    return int(keep(resized(design(FESTIVE), 420, 297), revision()).version)


def test_a_save_over_a_newer_one_is_refused_and_forced_by_a_person() -> None:
    assert (revision(), wider(), revision()) == (0, 2, 1)
    with pytest.raises(Conflict, match=r"Giấy chứng nhận, khung lễ hội vừa được sửa ở nơi khác"):
        keep(named(FESTIVE), 0)
    assert design(FESTIVE).width == 420
    assert keep(named(FESTIVE), None).version == 3
    assert design(FESTIVE).width == 297


def test_a_save_is_one_change_that_can_be_undone() -> None:
    wider()
    change = last_change()
    assert change is not None
    assert change.title == "Lưu mẫu giấy Giấy chứng nhận, khung lễ hội, bản 2"
    undo_last()
    assert design(FESTIVE) == named(FESTIVE)


def test_what_could_not_be_drawn_is_not_kept() -> None:
    with pytest.raises(UserError, match="Khổ giấy phải từ 50"):
        keep(replace(named(FESTIVE), width=20))
    assert PaperTemplate.select().count() == 0


def test_a_copy_has_a_name_of_its_own_and_knows_where_it_came_from() -> None:
    first, second = copy(FESTIVE), copy(FESTIVE)
    assert first.name == f"{FESTIVE} (bản sao)"
    assert second.name == f"{FESTIVE} (bản sao) 2"
    assert (first.version, first.origin) == (1, FESTIVE)
    changed = replace(first, elements=first.elements[:3])
    assert original(changed) == first
    assert original(replace(first, name="Khác", origin="")) is None
    assert len(designs()) == len(shipped()) + 2


def test_a_design_is_renamed_to_a_free_name_only() -> None:
    name = copy(FESTIVE).name
    assert rename(name, "  Giấy   của xã ").name == "Giấy của xã"
    assert design("Giấy của xã").origin == FESTIVE
    for wrong, words in ((FESTIVE, "Đã có mẫu giấy"), ("", "từ 1 đến 120"), ("a" * 200, "120")):
        with pytest.raises(UserError, match=words):
            rename("Giấy của xã", wrong)
    with pytest.raises(UserError, match="là mẫu của phần mềm, không đổi tên được"):
        rename(FESTIVE, "Khác")


def test_a_removed_design_goes_to_the_trash_and_the_shipped_one_is_back() -> None:
    wider()
    remove(FESTIVE)
    assert design(FESTIVE) == named(FESTIVE)
    assert PaperTemplate.get().trashed_at is not None
    undo_last()
    assert design(FESTIVE).width == 420
    remove(FESTIVE)
    with pytest.raises(UserError, match="không xóa được"):
        remove(FESTIVE)


def test_a_design_from_a_file_never_takes_the_place_of_one() -> None:
    text = to_json(replace(named(FESTIVE), elements=()))
    assert bring_in(text).name == f"{FESTIVE} 2"
    assert design(FESTIVE) == named(FESTIVE)
    assert design(f"{FESTIVE} 2").elements == ()
    with pytest.raises(UserError, match="không phải mẫu giấy"):
        bring_in("tệp khác")


def test_a_plain_design_takes_the_colours_of_its_new_ornament() -> None:
    festive = with_ornament(named(PLAIN), "festive")
    refuse_odd(festive)
    assert festive.colours["text"] == named(PLAIN).colours["text"]
    assert festive.colours["drum"] == named(FESTIVE).colours["drum"]
    assert [one.x for one in festive.elements if isinstance(one, Text)]
