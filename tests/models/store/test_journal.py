"""What takes data out of the register, or brings it back, stands in its history."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import WorldError
from models.exchange.export import export_list
from models.exchange.importing import carry_out, plan_import
from models.exchange.left_out import write_left_out
from models.exchange.package import write_package
from models.registers.people import PEOPLE, Person
from models.store import journal
from models.store.backup.keeping import Target, back_up, look_again, try_out
from models.store.backup.log import Place, last_good
from models.store.backup.permission import Entrant
from models.store.backup.restoring import restore
from models.store.backup.shelf import copies_in
from models.store.backup.snapshot import open_key
from models.store.check import findings
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.history import broken_links
from models.store.opening import open_register, opened
from models.store.query import Listing
from models.store.tables import HistoryChange
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import make_register
from tests.models.store.backup.conftest import add_people
from tests.models.store.first_keys import PASSWORD

PLACE = Place("SAOLUU-01", "a1")


@pytest.fixture
def closed(tmp_path: Path, empty_register: Path) -> Iterator[RegisterFolder]:
    with stopped_at(TODAY):
        yield make_register(tmp_path / "so", empty_register)


@pytest.fixture
def folder(closed: RegisterFolder) -> Iterator[RegisterFolder]:
    """Open, worked in by An, with four people."""
    with opened(closed, "An", lambda: PASSWORD):
        add_people(1, 4)
        yield closed


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def told(count: int = 1) -> list[tuple[str, str, str]]:
    """Who did what last, and whether it can be taken back."""
    rows = HistoryChange.select().order_by(HistoryChange.id.desc()).limit(count)
    assert list(broken_links()) == []
    return [(row.user, row.title, row.kind) for row in rows][::-1]


@pytest.mark.usefixtures("folder")
def test_an_export_tells_how_many_and_where(tmp_path: Path) -> None:
    export_list(Listing(PEOPLE, "van 3"), tmp_path / "người.xlsx")
    assert told() == [("An", "Xuất 1 người ra người.xlsx", "event")]


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_told_stays_in_the_register(tmp_path: Path) -> None:
    database.pragma("query_only", 1)
    with pytest.raises(WorldError):
        export_list(Listing(PEOPLE), tmp_path / "người.xlsx")
    database.pragma("query_only", 0)
    assert not (tmp_path / "người.xlsx").exists()


@pytest.mark.usefixtures("folder")
def test_a_package_tells_how_many(tmp_path: Path) -> None:
    records = write_package(tmp_path / "gói.xlsx", "một câu dài để khóa gói")
    assert told() == [("An", f"Xuất mọi sổ ({records} bản ghi) ra gói gói.xlsx", "event")]


@pytest.mark.usefixtures("folder")
def test_rows_left_out_are_told_and_the_import_goes_on(tmp_path: Path) -> None:
    table = tmp_path / "vào.csv"
    table.write_text("Họ và tên,CCCD\nKim Thị Út,095172003308\nLê Văn Bê,12\n", encoding="utf-8")
    plan = plan_import(table, PEOPLE)
    assert write_left_out(plan, tmp_path / "sót.xlsx") == 1
    carry_out(plan)
    assert told(2) == [
        ("An", "Xuất 1 dòng chưa nhập của vào.csv ra sót.xlsx", "event"),
        ("An", "Nhập vào.csv", "import"),
    ]
    assert Person.select().count() == 5


def test_copies_read_again_and_tried_out_are_told(folder: RegisterFolder, shelf: Path) -> None:
    good = back_up(folder, Target(shelf, PLACE)).copy
    register = Vault.open(folder).register
    assert told() == [("An", "Sao lưu ra SAOLUU-01", "event")]
    look_again(shelf, register)
    assert told() == [("An", "Đọc lại 1 bản sao lưu: đều nguyên vẹn", "event")]
    compared = try_out(folder, good.path).compared
    assert told() == [("An", f"Thử phục hồi {good.path.name}: {compared} bản ghi khớp", "event")]
    database.execute_sql("UPDATE person SET note = 'khác' WHERE id = 3")
    assert try_out(folder, good.path).findings
    assert told() == [("An", f"Thử phục hồi {good.path.name}: 1 chỗ sai", "event")]
    good.path.write_bytes(good.path.read_bytes()[:-9])
    look_again(shelf, register)
    assert told() == [("An", "Đọc lại 1 bản sao lưu: 1 bản hỏng", "event")]


def test_a_copy_made_beside_an_open_window_is_written_down(
    closed: RegisterFolder, shelf: Path
) -> None:
    with opened(closed, "An", lambda: PASSWORD):
        add_people(1, 4)
    with opened(closed, "An", lambda: PASSWORD, read_only=True):
        back_up(closed, Target(shelf, PLACE))
        assert told() == [("An", "Sao lưu ra SAOLUU-01", "event")]
        assert last_good() is not None
        with pytest.raises(WorldError):
            add_people(5, 6)


def test_unmasking_and_locking_are_told(closed: RegisterFolder) -> None:
    register = open_register(closed, "An", lambda: PASSWORD)
    journal.unmask()
    register.lock()
    register.close()
    with opened(closed, "An", lambda: PASSWORD):
        assert [title for _who, title, _kind in told(3)] == [
            "Hiện dữ liệu nhạy cảm",
            "Khóa sổ",
            "Mở sổ",
        ]


def test_a_restore_stands_in_the_register_that_came_back(
    closed: RegisterFolder, shelf: Path
) -> None:
    with opened(closed, "An", lambda: PASSWORD):
        add_people(1, 4)
        back_up(closed, Target(shelf, PLACE))
        key = open_key()
    (copy,) = copies_in(shelf)
    with opened(closed, "An", lambda: PASSWORD):
        add_people(5, 9)
    kept = restore(closed, copy.path, Entrant("An", key))
    for _opened_again in range(2):
        with opened(closed, "An", lambda: PASSWORD):
            titles = [title for _who, title, _kind in told(99)]
            assert titles.count(f"Phục hồi từ bản sao lưu {copy.path.name}") == 1
            assert Person.select().count() == 4
            assert findings() == []
    moved = RegisterFolder(shutil.copytree(kept, shelf / "old"))
    with opened(moved, "An", lambda: PASSWORD):
        assert Person.select().count() == 9, "what was replaced is whole, its history too"
        assert findings() == []
