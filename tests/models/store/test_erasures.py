"""What erasing leaves in the history: a row is empty only where, and as, a later entry says so."""

from __future__ import annotations

import pytest

from models.store.change import change
from models.store.check import findings
from models.store.database import database
from models.store.history import broken_links
from models.store.tables import HistoryEntry
from tests.models.samples import fresh, person
from tests.models.store.deleted import NAME, everything, gone, later_erased, quach

pytestmark = pytest.mark.usefixtures("register")


def run(sql: str) -> None:
    assert database.execute_sql(sql).rowcount > 0


ALTERED = [
    'UPDATE history_entry SET detail = \'{"full_name":[null,"Ai"]}\' WHERE id = 2',
    "UPDATE history_entry SET subject = 'Ai khác' WHERE id = 2",
    "UPDATE history_entry SET link = zeroblob(32) WHERE id = 2",
    "UPDATE history_change SET title = 'Sửa ai khác' WHERE id = 3",
    "UPDATE history_change SET user = 'Bình' WHERE id = 3",
    "UPDATE history_entry SET record = 9 WHERE id = 3",
    "DELETE FROM history_entry WHERE id = 3",
    "UPDATE history_entry SET subject = 'đã xóa hẳn', detail = '{}' WHERE id = 5",
    "DELETE FROM history_entry WHERE id = 1",
    "UPDATE history_entry SET link = zeroblob(32) WHERE id = 1",
]


@pytest.mark.parametrize("sql", ALTERED)
def test_a_row_is_empty_only_as_its_erasing_says(sql: str) -> None:
    found = quach()
    gone(found)
    person("Lê Thị Hoa")
    later_erased(found)
    assert list(broken_links()) == []
    run(sql)
    assert any("không khớp mục trước nó" in sentence for sentence in broken_links())


def test_rows_whose_erasing_was_altered_are_named() -> None:
    found = quach()
    gone(found)
    later_erased(found)
    last = HistoryEntry.select().order_by(HistoryEntry.id.desc()).first().id
    run(f"UPDATE history_entry SET uid = 'khác' WHERE id = {last}")
    assert list(broken_links()) == [
        f"Nhật ký: mục {last} không khớp mục trước nó.",
        *(f"Nhật ký: mục {one} trống mà không có lần xóa." for one in (2, 3, 4)),
    ]


@pytest.mark.parametrize("detail", ["", "{}", "[]", '{"erased":[null,7]}', '{"erased":[null,[7]]}'])
def test_an_erasing_that_names_nothing_excuses_nothing(detail: str) -> None:
    found = quach()
    gone(found)
    later_erased(found)
    run(f"UPDATE history_entry SET detail = '{detail}' WHERE action = 'erase'")
    assert len(list(broken_links())) == 4


def test_a_row_may_lose_a_second_name_later() -> None:
    """One change about two people, who are erased one after the other."""
    first, second = quach(), person("Lê Thị Hoa")
    with change(f"Sửa {NAME} và Lê Thị Hoa") as work:
        for one in (fresh(first), fresh(second)):
            one.job = "Giáo viên"
            work.save(one)
    gone(first)
    gone(second)
    later_erased(first)
    assert findings() == []
    assert "Sửa (đã xóa hẳn) và Lê Thị Hoa" in everything()
    later_erased(second)
    assert findings() == []
    assert "Lê Thị Hoa" not in everything()
