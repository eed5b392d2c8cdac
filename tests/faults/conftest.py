"""With FAULTS_TABLE=FILE the run writes a table: every fault, how often, and how it went.

A test's docstring names the fault; a test without one is told by its own name.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

TABLE = os.environ.get("FAULTS_TABLE")
HEAD = "| Fault | Injected | Held | Failed | Not possible here |\n|---|---|---|---|---|\n"
_faults: dict[str, str] = {}
_outcomes: dict[str, Counter[str]] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function):
            words = (item.function.__doc__ or "").strip().splitlines()
            name = item.originalname.removeprefix("test_").replace("_", " ")
            room = Path(item.path).stem.removeprefix("test_").replace("_", " ")
            _faults[item.nodeid] = f"{room}: {words[0] if words else name}"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" or report.outcome != "passed":
        fault = _faults.get(report.nodeid, report.nodeid)
        _outcomes.setdefault(fault, Counter())[report.outcome] += 1


def rows() -> Iterator[str]:
    for fault, outcomes in sorted(_outcomes.items()):
        numbers = (outcomes["passed"] + outcomes["failed"], *map(outcomes.get, OUTCOMES))
        yield f"| {fault} | {' | '.join(str(number or 0) for number in numbers)} |\n"


OUTCOMES = ("passed", "failed", "skipped")


def pytest_sessionfinish() -> None:
    if TABLE and _outcomes:
        Path(TABLE).parent.mkdir(parents=True, exist_ok=True)
        Path(TABLE).write_text(HEAD + "".join(rows()), encoding="utf-8")
