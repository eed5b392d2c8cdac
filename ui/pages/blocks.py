"""Parts of a detail page: facts in two columns, short lists of people, texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.looks import Look, look
from ui.source import Block, Chip, Fact, Line, Warn
from ui.widgets.avatar import Avatar
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.chip import StatusChip
from ui.widgets.text import ElidedLabel, breakable, label, rule

Open = Callable[[str], object]


def block_widget(block: Block, opened: Open) -> QWidget:
    """One part, with its heading and the link beside it."""
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    if block.title:
        _add_heading(column, block, opened)
    if block.facts:
        _add_facts(column, block.facts)
    for line in block.lines:
        _add_line(column, line)
    if block.text:
        column.addWidget(label(block.text, "small", "text2", wrap=True))
    return result


def blocks_widget(
    warnings: tuple[Warn, ...], blocks: tuple[Block, ...], opened: Open, act: Open
) -> QWidget:
    """What needs doing first, then the parts with a line between them."""
    result = QWidget()
    result.setObjectName("body")
    column = QVBoxLayout(result)
    column.setContentsMargins(18, 12, 14, 14)
    column.setSpacing(12)
    for warn in warnings:
        look_of = (warn.colour, warn.icon)
        column.addWidget(
            banner(look_of, warn.title, warn.text, warn.action, partial(act, warn.act))
        )
    for at, block in enumerate(blocks):
        if at:
            column.addWidget(rule())
        column.addWidget(block_widget(block, opened))
    column.addStretch(1)
    return result


def chip_widget(chip: Chip) -> QWidget:
    """A status word of the record."""
    found = look(chip.text, chip.kind)
    return StatusChip(chip.text, Look(found.colour, chip.icon) if chip.icon else found)


def _add_heading(column: QVBoxLayout, block: Block, opened: Open) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    row.addWidget(label(block.title, "strong"))
    row.addStretch(1)
    if block.link:
        row.addWidget(button(block.link, "link", done=lambda: opened(block.opens)))


def _add_facts(column: QVBoxLayout, facts: tuple[Fact, ...]) -> None:
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(13)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for at, fact in enumerate(facts):
        cell = QVBoxLayout()
        grid.addLayout(cell, at // 2, at % 2)
        cell.setSpacing(1)
        cell.addWidget(label(fact.label, "caption", "text2"))
        value = label(breakable(fact.value) or "—", "value", wrap=True)
        value.setMinimumWidth(1)  # both columns are as wide, whatever stands in them
        value.setAccessibleName(f"{fact.label}: {fact.value or 'chưa có'}")
        cell.addWidget(value)
        cell.addStretch(1)


def _add_line(column: QVBoxLayout, line: Line) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(10)
    if line.target is not None:
        row.addWidget(Avatar(line.title))
    words = QVBoxLayout()
    row.addLayout(words, 1)
    words.setSpacing(0)
    words.addWidget(ElidedLabel(line.title, "medium"))
    if line.detail:
        words.addWidget(ElidedLabel(line.detail, "caption", "text2"))
    row.addWidget(label(line.right, "small", "text2"))
