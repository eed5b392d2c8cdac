"""Contract tests ask the same of every register and of every field."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.facts import Fact, Link
from models.register import field_id
from models.registers import RECORDS, REGISTERS

FACTS = [fact for model in RECORDS for fact in model.facts()]

every_register = pytest.mark.parametrize(
    "described", REGISTERS, ids=[register.name for register in REGISTERS]
)


def _each(wanted: Callable[[Fact], bool]) -> pytest.MarkDecorator:
    facts = [fact for fact in FACTS if wanted(fact)]
    return pytest.mark.parametrize("fact", facts, ids=[field_id(fact) for fact in facts])


def every(kind: type[Fact]) -> pytest.MarkDecorator:
    """Ask of every field of a class."""
    return _each(lambda fact: isinstance(fact, kind))


every_fact = every(Fact)
every_plain_fact = _each(lambda fact: not isinstance(fact, Link))
