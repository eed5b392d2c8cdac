"""The file itself refuses nonsense, whoever writes it: types, choices, lengths, references."""

from __future__ import annotations

import peewee
import pytest

from models.registers import REGISTERS
from models.registers.members import Membership
from models.registers.reviews import Review
from models.store.database import database
from tests.models.samples import stored, whole

pytestmark = pytest.mark.usefixtures("register")

NONSENSE = [
    "UPDATE person SET sex = 'ZZZ'",
    "UPDATE person SET full_name = ''",
    "UPDATE person SET full_name = printf('%0200d', 0)",
    "UPDATE person SET citizen_id = '12345'",
    "UPDATE person SET birth_date = '14/03/1985'",
    "UPDATE person SET birth_date = 'abcd'",
    "UPDATE person SET party_member = 2",
    "UPDATE person SET uid = NULL",
    "UPDATE person SET area_id = 999",
    "UPDATE area SET households = -1",
    "UPDATE area SET households = 'nhiều'",
    "UPDATE team SET state = 'Lạ'",
    "UPDATE team SET review_due = '2026'",
    "UPDATE review SET scheme_id = (SELECT id FROM scheme)",
    "UPDATE review SET team_id = NULL",
    "DELETE FROM team",
    "INSERT INTO person SELECT * FROM person",
]


@pytest.mark.parametrize("sql", NONSENSE)
def test_the_file_itself_refuses_nonsense(sql: str) -> None:
    stored(whole(Membership))
    stored(whole(Review))
    with pytest.raises(peewee.IntegrityError):
        database.execute_sql(sql)


def test_every_table_of_a_register_has_checks() -> None:
    for described in REGISTERS:
        table = described.model._meta.table_name
        sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        made = database.execute_sql(sql, (table,)).fetchone()[0]
        assert made.count("CHECK") >= sum(1 for fact in described.model.facts() if fact.checks())
