"""What every work that a disk fails begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.scene import make_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> Path:
    """What every work that a disk fails begins with."""
    return make_template(tmp_path_factory.mktemp("template"), empty_register)
