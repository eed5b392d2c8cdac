"""The history's chain tells when an entry was altered, taken out, moved or cut off."""

from __future__ import annotations

import pytest

from models.registers.people import Person
from models.store.change import change
from models.store.database import database
from models.store.history import broken_links, last_link
from models.store.tables import ChainHead, HistoryChange, HistoryEntry
from tests.models.samples import person, save, trash

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture(autouse=True)
def history(register: object) -> None:
    """Eight changes with an import of three records among them."""
    first = person("Nguyễn Văn Đức")
    with change("Nhập", kind="import", source="mau.xlsx") as work:
        work.add_many([Person(full_name=name) for name in ("Lê A", "Lê B", "Lê C")])
    for job in ("Làm ruộng", "Giáo viên", "Thợ hồ"):
        first.job = job
        save(first)
    trash(first)


def run(sql: str) -> None:
    assert database.execute_sql(sql).rowcount > 0


def test_an_untouched_history_is_whole() -> None:
    assert list(broken_links()) == []
    head = ChainHead.get()
    assert head.entries == HistoryEntry.select().count() == 9
    assert last_link() == bytes(head.link)


ALTERED = [
    "UPDATE history_entry SET detail = replace(detail, 'Giáo', 'Thầy')",
    "UPDATE history_entry SET subject = 'Ai khác' WHERE id = 2",
    "UPDATE history_entry SET action = 'edit' WHERE id = 2",
    "UPDATE history_entry SET record = 99 WHERE id = 2",
    "UPDATE history_entry SET uid = 'x' WHERE id = 2",
    "UPDATE history_entry SET \"table\" = 'area' WHERE id = 2",
    "UPDATE history_entry SET link = zeroblob(32) WHERE id = 2",
    "UPDATE history_entry SET change_id = change_id + 1 WHERE id = 2",
    "UPDATE history_change SET user = 'Bình' WHERE id = 3",
    "UPDATE history_change SET at = '2026-01-01T00:00:00+07:00' WHERE id = 3",
    "UPDATE history_change SET title = 'Khác' WHERE id = 3",
    "UPDATE history_change SET source = 'khac.xlsx' WHERE id = 3",
    "UPDATE history_change SET kind = 'edit' WHERE id = 3",
    "UPDATE history_change SET undoes_id = 1 WHERE id = 3",
]


@pytest.mark.parametrize("sql", ALTERED)
def test_an_altered_entry_is_found(sql: str) -> None:
    run(sql)
    assert any("không khớp mục trước nó" in sentence for sentence in broken_links())


def test_the_altered_entry_is_named() -> None:
    run("UPDATE history_entry SET subject = 'Ai khác' WHERE id = 4")
    assert list(broken_links()) == ["Nhật ký: mục 4 không khớp mục trước nó."]


@pytest.mark.parametrize("entry", [1, 2, 5])
def test_a_deleted_entry_is_found(entry: int) -> None:
    run(f"DELETE FROM history_entry WHERE id = {entry}")
    assert list(broken_links()) == [
        f"Nhật ký: mục {entry + 1} không khớp mục trước nó.",
        "Nhật ký: có 8 mục, sổ ghi 9 mục.",
    ]


def test_entries_in_another_order_are_found() -> None:
    run("UPDATE history_entry SET id = 100 WHERE id = 4")
    run("UPDATE history_entry SET id = 4 WHERE id = 5")
    run("UPDATE history_entry SET id = 5 WHERE id = 100")
    assert len(list(broken_links())) >= 2


@pytest.mark.parametrize("kept", [8, 4, 0])
def test_a_history_cut_off_at_the_end_is_found(kept: int) -> None:
    run(f"DELETE FROM history_entry WHERE id > {kept}")
    assert list(broken_links()) == [f"Nhật ký: có {kept} mục, sổ ghi 9 mục."]


def test_a_history_without_its_head_is_found() -> None:
    run("DELETE FROM chain_head")
    assert list(broken_links()) == ["Nhật ký: có 9 mục, sổ ghi 0 mục."]


def test_an_entry_slipped_in_is_found() -> None:
    run(
        'INSERT INTO history_entry (change_id, "table", record, uid, action, subject, detail, link)'
        ' SELECT change_id, "table", record, uid, action, subject, detail, link'
        " FROM history_entry WHERE id = 9"
    )
    assert len(list(broken_links())) == 2


def test_a_change_without_entries_is_never_written() -> None:
    used = {entry.change_id for entry in HistoryEntry.select()}
    assert {row.id for row in HistoryChange.select()} == used


def test_the_chain_goes_on_after_a_change_taken_back() -> None:
    before = last_link()
    with pytest.raises(RuntimeError), change("Nửa chừng") as work:
        work.save(Person(full_name="Lê Đ"))
        raise RuntimeError
    assert last_link() == before
    person("Lê D")
    assert last_link() != before
    assert list(broken_links()) == []
