"""The bar of the style as numbers: they may be made stricter, never looser."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOT, Function, Module, program, proofs

# What is measured: the most that is allowed in the program, and in the tests.
MOST = {
    "lines of a file": (350, 350),
    "lines of a function": (45, 45),
    "lines of a class": (250, 250),
    "methods of a class": (20, 25),
    # The command line's last word, the runner of long work, the reader of lists.
    "broad excepts": (3, 0),
}
FEWEST_DOCUMENTED = 0.95
EMPTY_NAMES = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b")
COLOUR_ROOMS = ("ui/theme", "printing/styles")
# With one letter in brackets each, so that this file does not find itself.
MACHINE = re.compile(r"/(?:ro[o]t|ho[m]e|wo[r]k)/|C:[\\]|py[p]i\.org|pythonho[s]ted|debi[a]n\.org")
both_trees = pytest.mark.parametrize(
    ("modules", "column"), [(program(), 0), (proofs(), 1)], ids=["program", "tests"]
)
NOT_TEXT = {".ttf", ".otf", ".png", ".pdf", ".xlsx", ".xls", ".ods", ".docx", ".jpg", ".pyc", ".db"}


def measures(modules: tuple[Module, ...]) -> Iterator[tuple[str, int, str]]:
    """Every measured thing: what, how much, where."""
    for module in modules:
        yield "lines of a file", module.text.count("\n"), module.place
        for node in (*module.functions(), *module.classes()):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            length = (node.end_lineno or 0) - node.lineno + 1
            yield f"lines of a {kind}", length, f"{module.place}:{node.lineno} {node.name}"
        for cls in module.classes():
            methods = sum(isinstance(node, Function) for node in cls.body)
            yield "methods of a class", methods, f"{module.place}:{cls.lineno} {cls.name}"


def swallows_all(node: ast.ExceptHandler) -> bool:
    """A handler of everything that does not end by raising again."""
    broad = node.type is None or (
        isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
    )
    return broad and not isinstance(node.body[-1], ast.Raise)


@both_trees
def test_nothing_is_larger_than_the_bar(modules: tuple[Module, ...], column: int) -> None:
    wrong = [
        f"{place}: {amount} {what}"
        for what, amount, place in measures(modules)
        if amount > MOST[what][column]
    ]
    assert not wrong


@both_trees
def test_failures_are_not_swallowed(modules: tuple[Module, ...], column: int) -> None:
    broad = [
        f"{module.place}:{node.lineno}"
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.ExceptHandler) and swallows_all(node)
    ]
    assert len(broad) <= MOST["broad excepts"][column], broad


def test_every_module_and_class_says_why_it_exists() -> None:
    silent = [module.place for module in program() if not ast.get_docstring(module.tree)]
    silent += [
        f"{module.place}:{cls.lineno} {cls.name}"
        for module in program()
        for cls in module.classes()
        if not cls.name.startswith("_") and cls.name != "Meta" and not ast.get_docstring(cls)
    ]
    assert not silent


def public_functions(module: Module) -> Iterator[Function]:
    """Functions and methods without an underscore that are not an override of Qt (camel case)."""
    holders: list[ast.Module | ast.ClassDef] = [module.tree, *module.classes()]
    for holder in holders:
        for node in holder.body:
            if isinstance(node, Function) and node.name.islower() and node.name[0] != "_":
                yield node


def test_public_functions_are_documented() -> None:
    functions = [(module, node) for module in program() for node in public_functions(module)]
    silent = [
        f"{module.place}:{node.lineno} {node.name}"
        for module, node in functions
        if not ast.get_docstring(node)
    ]
    assert len(silent) <= len(functions) * (1 - FEWEST_DOCUMENTED), silent


def test_no_file_has_an_empty_name() -> None:
    wrong = [m.place for m in (*program(), *proofs()) if m.name.split(".")[-1] in EMPTY_NAMES]
    assert not wrong


def test_colours_are_named_in_one_place() -> None:
    wrong = [
        f"{module.place}:{line} {text}"
        for module in program()
        if not module.place.startswith(COLOUR_ROOMS)
        for line, text in module.texts()
        if HEX_COLOUR.search(text)
    ]
    assert not wrong


def test_an_ignored_type_says_which() -> None:
    bare = re.compile(r"#\s*(type:\s*ignore(?!\[)|noqa(?!: ?[A-Z]+\d))")
    wrong = [
        f"{module.place}:{number}"
        for module in (*program(), *proofs())
        for number, line in enumerate(module.text.splitlines(), 1)
        if bare.search(line)
    ]
    assert not wrong


def test_nothing_of_one_machine_is_written_down() -> None:
    names = ("main.py", "pyproject.toml", "Makefile", "README.md", "*.lock")
    tops = [path for name in names for path in ROOT.glob(name)]
    rooms = ("models", "printing", "ui", "tests", "resources", ".ci")
    files = [*tops, *(path for room in rooms for path in (ROOT / room).rglob("*"))]
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in files
        if path.is_file() and path.suffix not in NOT_TEXT
        if (found := MACHINE.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not wrong
