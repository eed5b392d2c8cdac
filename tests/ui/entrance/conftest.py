"""Passwords at a cost that tests can bear, and the records' side loaded before any test waits."""

from __future__ import annotations

import importlib

import pytest

from models.store.key_slots import Argon2Cost
from ui.entrance.entrance import RECORDS


@pytest.fixture(scope="session", autouse=True)
def loaded() -> None:
    """Loading takes its seconds on a busy machine; the first test to need it would wait for it."""
    importlib.import_module(RECORDS)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.vault.STANDARD_COST", Argon2Cost(1, 8, 1))
    monkeypatch.setattr("models.store.vault.FAILURE_DELAY_SECONDS", 0)
