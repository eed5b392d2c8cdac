"""The check says what is not as it must be, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import Cancelled
from models.registers.members import Membership
from models.registers.teams import Team
from models.store.check import findings
from models.store.database import close_database, database, open_database
from tests.conftest import KEY
from tests.models.samples import fresh, stored, whole

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture(autouse=True)
def filled(register: Path) -> None:
    stored(whole(Membership))


def run(*statements: str) -> None:
    for sql in statements:
        database.execute_sql(sql)


def test_a_whole_register_has_nothing_to_say() -> None:
    assert findings() == []


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE person SET search_words = ' x'", "Tìm kiếm: 1 người có chữ tìm hoặc số đếm cũ."),
        ("UPDATE team SET strength = 9", "Tìm kiếm: 1 tổ có chữ tìm hoặc số đếm cũ."),
        ("UPDATE membership SET team_key = ''", "Tìm kiếm: 1 thành viên có chữ tìm"),
        ("DELETE FROM person_trigram", "Tìm kiếm: chỉ mục người có 0, sổ có 1."),
        ("UPDATE history_entry SET subject = 'x'", "Nhật ký: mục 2 không khớp mục trước nó."),
        ("DELETE FROM chain_head", "Nhật ký: có"),
    ],
)
def test_each_fault_is_told(sql: str, says: str) -> None:
    run(sql)
    assert any(says in sentence for sentence in findings()), findings()


def test_a_dangling_link_is_told() -> None:
    run("PRAGMA foreign_keys = 0", "UPDATE team SET area_id = 99", "PRAGMA foreign_keys = 1")
    assert "Liên kết hỏng: team số 1 trỏ tới area không có." in findings()


def test_a_row_against_its_checks_is_told() -> None:
    run("PRAGMA ignore_check_constraints = 1", "UPDATE team SET state = 'Lạ'")
    run("PRAGMA ignore_check_constraints = 0")
    assert findings() == ["Cấu trúc tệp sổ hỏng: CHECK constraint failed in team."]


def test_a_flipped_byte_is_told(register: Path) -> None:
    close_database()
    with register.open("r+b") as file:
        file.seek(-2000, 2)
        byte = file.read(1)
        file.seek(-2000, 2)
        file.write(bytes([byte[0] ^ 1]))
    open_database(register, KEY)
    assert any(sentence.startswith("Tệp sổ hỏng: ") for sentence in findings())


def test_a_history_removed_with_its_head_is_told() -> None:
    run("DELETE FROM history_entry", "DELETE FROM history_change", "DELETE FROM chain_head")
    assert any("không có dòng nào trong nhật ký" in sentence for sentence in findings())


def test_the_check_changes_nothing() -> None:
    run("UPDATE team SET strength = 9")
    findings()
    assert fresh(Team.get()).strength == 9


def test_the_check_runs_beside_an_open_window(register: Path) -> None:
    close_database()
    open_database(register, KEY, read_only=True)
    assert findings() == []


def test_progress_is_told_and_can_stop() -> None:
    steps: list[tuple[int, int, str]] = []
    findings(lambda *step: steps.append(step))
    assert [done for done, _, _ in steps] == list(range(steps[0][1]))

    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        findings(stop)
