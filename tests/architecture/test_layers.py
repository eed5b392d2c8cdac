"""ui → printing → models, never back and never in a circle; each outside library in its layer."""

from __future__ import annotations

import pytest

from tests.architecture.source import Module, graph, imports, own_module, program

MAY_IMPORT = {
    "models": {"models"},
    "printing": {"models", "printing"},
    "ui": {"models", "printing", "ui"},
    "main": {"models", "printing", "ui"},
}
ONLY_IN = {
    "PySide6": ("ui",),
    "qtawesome": ("ui",),
    "qtpy": (),
    "reportlab": ("printing",),
    "pypdfium2": (),
    "psycopg": (),
}
NETWORK = (
    "socket", "socketserver", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx",
    "aiohttp", "ftplib", "smtplib", "xmlrpc", "asyncio", "PySide6.QtNetwork",
    "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
)  # fmt: skip
# Slow to import and not needed by the first window, so imported where they are used.
LAZY = (
    "argon2", "concurrent.futures", "cryptography", "docx", "fontTools", "msoffcrypto", "openpyxl",
    "PIL", "python_calamine", "qtawesome", "reportlab", "rl_accel", "segno", "xlrd", "xlsxwriter",
    "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtSvg",
)  # fmt: skip
# The window loads what prints when something is printed; main.py loads one of its two rooms.
LAZY_ROOMS = {
    "ui": ("printing",),
    "main": ("ui.commands.main", "ui.plain_imports", "ui.start"),
    "printing": ("printing.closed_page",),  # made of the classes of reportlab
}


def lies_in(target: str, names: tuple[str, ...]) -> bool:
    return any(target == name or target.startswith(f"{name}.") for name in names)


def modules_of(layer: str) -> list[Module]:
    return [module for module in program() if module.layer == layer]


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_downwards(layer: str) -> None:
    names = {module.name for module in program()}
    wrong = [
        f"{module.place}:{item.line} imports {item.target}"
        for module in modules_of(layer)
        for item in imports(module)
        if (found := own_module(item.target, names))
        and found.partition(".")[0] not in MAY_IMPORT[layer]
    ]
    assert not wrong


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_layer(library: str) -> None:
    wrong = [
        f"{module.place}:{item.line}"
        for module in program()
        for item in imports(module)
        if lies_in(item.target, (library,)) and module.layer not in ONLY_IN[library]
    ]
    assert not wrong


def test_the_program_has_no_way_to_the_network() -> None:
    wrong = [
        f"{module.place}:{item.line} imports {item.target}"
        for module in program()
        for item in imports(module)
        if lies_in(item.target, NETWORK)
    ]
    assert not wrong


def test_the_command_line_needs_no_qt() -> None:
    edges = graph()
    reached = {name for name in edges if lies_in(name, ("ui.commands",))}
    assert reached
    while more := {target for name in reached for target in edges[name]} - reached:
        reached |= more
    with_qt = {
        module.name
        for module in program()
        if any(lies_in(item.target, ("PySide6", "qtawesome")) for item in imports(module))
    }
    assert not reached & with_qt


def test_no_module_reaches_itself() -> None:
    waiting = graph()
    while free := {name for name, targets in waiting.items() if not targets & waiting.keys()}:
        waiting = {name: targets for name, targets in waiting.items() if name not in free}
    while waiting and (ends := waiting.keys() - set[str]().union(*waiting.values())):
        waiting = {name: targets for name, targets in waiting.items() if name not in ends}
    circle = {name: sorted(targets & waiting.keys()) for name, targets in waiting.items()}
    assert not circle


def test_imports_inside_functions_are_only_the_slow_ones() -> None:
    wrong = [
        f"{module.place}:{item.line} imports {item.target}"
        for module in program()
        for item in imports(module)
        if item.inner and not lies_in(item.target, LAZY + LAZY_ROOMS.get(module.layer, ()))
    ]
    assert not wrong
