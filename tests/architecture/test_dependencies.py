"""What pyproject.toml asks for is what the code imports: nothing borrowed, nothing carried."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import Any

from tests.architecture.source import ROOT, Module, imports, program, proofs

OWN = {"main", "models", "printing", "tests", "ui"}
QT_PART = re.compile("^(pyside6_.*|shiboken6)$")
"""Qt for Python comes in parts that are always of one version; pyproject asks for the whole."""
# Tools that are run, or found by pytest, and never imported.
RUN = {"mypy", "pytest-qt", "pytest-randomly", "pytest-xdist", "ruff", "vulture"}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", requirement)[0].lower() for requirement in requirements}


def imported(modules: tuple[Module, ...]) -> set[str]:
    """The names of the distributions whose packages these modules import."""
    found = {item.target.partition(".")[0] for module in modules for item in imports(module)}
    owners = packages_distributions()
    outside = found - OWN - sys.stdlib_module_names
    unknown = {package for package in outside if package not in owners}
    assert unknown <= {"playhouse"}, unknown
    found_owners = {owner.lower() for name in outside - unknown for owner in owners[name]}
    return {QT_PART.sub("pyside6", owner) for owner in found_owners}


def asked_for() -> set[str]:
    return names(project()["project"]["dependencies"])


def test_the_program_imports_what_it_asks_for_and_no_more() -> None:
    assert imported(program()) == asked_for()


def test_the_tests_import_what_they_ask_for() -> None:
    tools = names(project()["dependency-groups"]["dev"])
    assert imported(proofs()) <= tools | asked_for()
    types = {name for name in tools if name.startswith("types-")}
    assert tools - RUN - types <= imported(proofs())


def test_every_direct_dependency_has_its_reason_above_it() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start = lines.index("dependencies = [")
    block = lines[start + 1 : lines.index("]", start)]
    bare = [
        line.strip()
        for above, line in zip(["", *block], block, strict=False)
        if line.startswith('    "') and not above.startswith("    # ")
    ]
    assert block
    assert not bare
