"""Designs that were thrown away: listed among all that was, found by name, and brought back."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.registers.templates import PaperTemplate
from models.store.undo import undo_last
from printing.certificate.designs import bring_in, copy, designs, remove
from printing.certificate.template import to_json
from tests.models.samples import person, save, trash
from tests.printing.certificate.designs_for_tests import FESTIVE, named
from ui.desk.trash import TrashDetails, TrashList, restore
from ui.source import Query

pytestmark = pytest.mark.usefixtures("register")
COPY = f"{FESTIVE} (bản sao)"


def listed(query: Query) -> list[str]:
    found = TrashList()
    rows = found.page(query, 0, 9)
    assert found.count(query) == len(rows)
    return [f"{row.cells[1]}: {row.cells[0]}" for row in rows]


def gone_design() -> int:
    """Throw a copy away; the key of its row."""
    copy(FESTIVE)
    remove(COPY)
    (row,) = TrashList().page(Query(search="le hoi", filters=(("register", "designs"),)), 0, 9)
    return row.id


def test_a_design_is_listed_by_its_name_among_all_that_was_thrown_away() -> None:
    someone = person("Nguyễn Lễ")
    save(someone)
    trash(someone)
    gone_design()
    assert set(listed(Query())) == {"Người: Nguyễn Lễ", f"Mẫu giấy: {COPY}"}
    assert listed(Query(search="khung le hoi")) == [f"Mẫu giấy: {COPY}"]
    assert listed(Query(search="le")) != listed(Query(search="nguyen")) == ["Người: Nguyễn Lễ"]
    assert listed(Query(search="khong co")) == []
    assert listed(Query(filters=(("register", "people"),))) == ["Người: Nguyễn Lễ"]


def test_a_design_tells_its_history_and_comes_back() -> None:
    key = gone_design()
    detail = TrashDetails().detail(key)
    assert detail is not None
    assert (detail.title, [tab.key for tab in detail.tabs]) == (COPY, ["history"])
    before = len(designs())
    assert restore([key]) == f"Đã khôi phục {COPY}."
    assert len(designs()) == before + 1
    assert TrashDetails().detail(key) is None
    undo_last()
    assert len(designs()) == before


def test_a_design_whose_name_was_taken_stays_there() -> None:
    key = gone_design()
    copy(FESTIVE)
    with pytest.raises(UserError, match="Đổi tên mẫu đang dùng"):
        restore([key])
    assert PaperTemplate.select().where(PaperTemplate.trashed_at.is_null()).count() == 1


def test_of_two_designs_of_one_name_one_comes_back() -> None:
    first = gone_design()
    keys = [first, second_gone(first)]
    with pytest.raises(UserError, match="Đã có mẫu giấy"):
        restore(keys)
    restore(keys[:1])
    assert PaperTemplate.get(trashed_at=None).name == COPY


def second_gone(first: int) -> int:
    bring_in(to_json(named(FESTIVE)).replace(FESTIVE, COPY, 1))
    remove(COPY)
    rows = TrashList().page(Query(), 0, 9)
    return next(row.id for row in rows if row.id != first)
