"""Passwords at a cost that tests can bear."""

from __future__ import annotations

import pytest

from models.store.key_slots import Argon2Cost


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.vault.STANDARD_COST", Argon2Cost(1, 8, 1))
    monkeypatch.setattr("models.store.vault.FAILURE_DELAY_SECONDS", 0)
