"""A register with the teams of a small workbook, before the window is opened over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.exchange.importing import carry_out, plan_import
from models.registers.teams import TEAMS as TEAM_REGISTER
from tests.ui.workplaces import TEAM_HEADS, TEAMS, workbook


@pytest.fixture
def filled(register: Path) -> Path:
    """Three teams, their leaders among the people."""
    file = workbook(register.parent / "to.xlsx", TEAM_HEADS, *TEAMS)
    carry_out(plan_import(file, TEAM_REGISTER))
    return register
