"""A migrated file has the schema the models describe: types, nulls, checks, indexes, triggers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from models.record import Record
from models.registers import RECORDS, REGISTERS
from models.store import schema
from models.store.database import APPLICATION_ID, SCHEMA_VERSION, STEPS, database, schema_version
from models.store.query import Listing, Reader

pytestmark = pytest.mark.usefixtures("register")


def test_a_migrated_file_is_as_the_models_describe() -> None:
    made = [row for row in schema.shape() if "_trigram_" not in row or "TRIGGER" in row]
    assert sorted(_tidy(row) for row in made) == sorted(_tidy(row) for row in schema.statements())


def _tidy(sql: str) -> str:
    return re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", sql)).strip()


def test_types_and_nulls_are_as_the_models_describe() -> None:
    for model in schema.MODELS:
        table = model._meta.table_name
        rows = database.execute_sql(f'PRAGMA table_info("{table}")').fetchall()
        found = {name: (kind, bool(not_null)) for _, name, kind, not_null, _, _ in rows}
        expected = {
            field.column_name: (_kind(field), not field.null) for field in model._meta.sorted_fields
        }
        assert found == expected


def _kind(field: object) -> str:
    types = {"AUTO": "INTEGER", "INT": "INTEGER", "FOREIGN KEY": "INTEGER"}
    kind = str(field.field_type)  # type: ignore[attr-defined]
    return types.get(kind, kind)


def test_what_links_is_indexed_and_kept_from_dangling() -> None:
    for model in RECORDS:
        table = model._meta.table_name
        rows = database.execute_sql(f'PRAGMA foreign_key_list("{table}")').fetchall()
        assert all(row[6] == "RESTRICT" for row in rows)
        indexes = [index.columns[0] for index in database.get_indexes(table)]
        assert {row[3] for row in rows} <= set(indexes)


def test_a_file_says_whose_it_is_and_how_old() -> None:
    assert database.pragma("application_id") == APPLICATION_ID
    assert schema_version() == SCHEMA_VERSION
    assert database.pragma("foreign_keys") == 1


def test_steps_are_numbered_without_gaps_and_import_no_models() -> None:
    steps = sorted(path.name for path in STEPS.glob("[0-9]*.py"))
    assert [int(name[:4]) for name in steps] == list(range(1, len(steps) + 1))
    for path in STEPS.glob("*.py"):
        assert "models" not in re.findall(r"(?m)^(?:from|import) (\w+)", path.read_text("utf-8"))


class Explained:
    """A connection that also says how the engine reads."""

    def __init__(self) -> None:
        self.plans: list[str] = []

    def execute(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        plan = database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", list(params)).fetchall()
        self.plans.append("; ".join(row[3] for row in plan))
        return database.execute_sql(sql, list(params)).fetchall()


def test_lists_in_any_order_come_from_an_index() -> None:
    for described in REGISTERS:
        names = [fact.name for fact in described.model.facts() if fact.sorts]
        orders: list[Any] = [None, *(described.model._meta.fields[name] for name in names)]
        for order in orders:
            explained = Explained()
            Reader(Listing(described, order=order), explained).ids(0, 100)
            assert f"INDEX {described.model._meta.table_name}_by_" in explained.plans[-1]
            assert "TEMP B-TREE" not in explained.plans[-1]


def test_every_record_table_has_what_every_record_has() -> None:
    common = {field.name for field in Record._meta.sorted_fields}
    assert {"id", "uid", "revision", "trashed_at", "sort_key", "search_words"} <= common
    for model in RECORDS:
        assert common <= set(model._meta.fields)
