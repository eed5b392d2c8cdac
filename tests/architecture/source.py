"""The project's own modules, parsed once: what the tests of this folder look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("models", "printing", "ui")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One imported name, dotted as far as it is a module; `inner` when inside a function."""

    target: str
    inner: bool
    line: int


@dataclass(frozen=True)
class Module:
    """A Python file of the project."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        return self.name.partition(".")[0]

    @property
    def place(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def functions(self) -> Iterator[Function]:
        for node in self.nodes:
            if isinstance(node, Function):
                yield node

    def classes(self) -> Iterator[ast.ClassDef]:
        for node in self.nodes:
            if isinstance(node, ast.ClassDef):
                yield node

    def texts(self) -> Iterator[tuple[int, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, node.value


def parse(path: Path) -> Module:
    """Read one file of the project."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Module(name, path, text, ast.parse(text, str(path)))


@cache
def program() -> tuple[Module, ...]:
    """Everything that ships: main.py and the three layers."""
    files = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]
    return tuple(parse(path) for path in [ROOT / "main.py", *files])


@cache
def proofs() -> tuple[Module, ...]:
    """All tests and what they share."""
    return tuple(parse(path) for path in sorted((ROOT / "tests").rglob("*.py")))


@cache
def imports(module: Module) -> tuple[Import, ...]:
    """All imports of a module, relative ones resolved, those inside functions marked."""
    return tuple(_imports(module, module.tree, inner=False))


def _imports(module: Module, node: ast.AST, *, inner: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, inner, child.lineno)
        elif isinstance(child, ast.ImportFrom):
            base = _base(module, child)
            for alias in child.names:
                yield Import(f"{base}.{alias.name}", inner, child.lineno)
        else:
            yield from _imports(module, child, inner=inner or isinstance(child, Function))


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    if module.path.name != "__init__.py":
        package = package[:-1]
    package = package[: len(package) - node.level + 1]
    return ".".join([*package, *([node.module] if node.module else [])])


def graph() -> dict[str, set[str]]:
    """For every module of the program the modules of the program it imports, inner ones too."""
    names = {module.name for module in program()}
    return {
        module.name: {
            found
            for item in imports(module)
            if (found := own_module(item.target, names)) and found != module.name
        }
        for module in program()
    }


def own_module(target: str, names: set[str]) -> str | None:
    """Cut a dotted name down to the module of the program it lies in, or None for others'."""
    while target and target not in names:
        target = target.rpartition(".")[0]
    return target or None
