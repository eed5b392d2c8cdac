"""The register counted by hand, open, with who signs for its office."""

from __future__ import annotations

import pytest

from tests.models.figures.small_register import Small, add_signers, make


@pytest.fixture
def small(register: None) -> Small:
    add_signers()
    return make()
