"""With FAULTS_TABLE=FILE the run writes a table: every fault, how often, and how it went.

A plugin (``-p tests.faults.table``), as faults are injected into the store's own tests too. A
test's docstring names the fault; a test without one counts under what its file is about. A test
may note `of` which work it was and how often it `injected` the fault; once unless it says.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

TABLE = os.environ.get("FAULTS_TABLE")
HEAD = "| Fault | Injected | Held | Failed | Not possible here |\n|---|---|---|---|---|\n"
_faults: dict[str, str] = {}
_outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function):
            words = (item.function.__doc__ or item.module.__doc__ or "").strip().splitlines()
            _faults[item.nodeid] = words[0].rstrip(".")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" or report.outcome != "passed":
        noted = dict(report.user_properties)
        fault = _faults.get(report.nodeid, report.nodeid)
        named = f"{fault}: {noted['of']}" if "of" in noted else fault
        _outcomes[named][report.outcome] += int(str(noted.get("injected", 1)))


def rows() -> Iterator[str]:
    for fault, outcomes in _outcomes.items():
        numbers = (outcomes["passed"] + outcomes["failed"], *map(outcomes.get, OUTCOMES))
        yield f"| {fault} | {' | '.join(str(number or 0) for number in numbers)} |\n"


OUTCOMES = ("passed", "failed", "skipped")


def pytest_sessionfinish() -> None:
    if TABLE and _outcomes:
        Path(TABLE).parent.mkdir(parents=True, exist_ok=True)
        Path(TABLE).write_text(HEAD + "".join(rows()), encoding="utf-8")
