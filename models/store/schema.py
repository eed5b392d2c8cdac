"""The tables as the models describe them today: what a migrated file must equal, test by test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.record import Record, live_indexes
from models.registers import RECORDS
from models.registers.office import Office, Signer
from models.registers.users import User
from models.store.database import database
from models.store.doubles import index_statements
from models.store.search import trigram_statements
from models.store.tables import TABLES

if TYPE_CHECKING:
    from models.record import Base

MODELS: tuple[type[Base], ...] = (*RECORDS, Office, Signer, User, *TABLES)
"""Every table of a register's file, in the order that references need."""


def statements() -> list[str]:
    """Return the SQL that makes today's schema."""
    made: list[str] = []
    for model in MODELS:
        schema = model._schema  # type: ignore[attr-defined]
        made.append(_plain(schema._create_table(safe=False)))
        made.extend(_plain(index) for index in schema._create_indexes(safe=False))
        if issubclass(model, Record):
            made.extend(live_indexes(model))
            if model.FULL_TEXT:
                made.extend(trigram_statements(model))
        made.extend(model.GUARDS)
    made.extend(index_statements())
    return made


def shape() -> list[str]:
    """Return the open file's own account of its tables, indexes and triggers, sorted."""
    rows = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'schema_migration%'"
    )
    return sorted(str(sql) for (sql,) in rows.fetchall())


def _plain(context: object) -> str:
    sql, values = context.query()  # type: ignore[attr-defined]
    if values:
        raise ValueError(f"a statement of the schema has values: {sql}")
    return str(sql)
