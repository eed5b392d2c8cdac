"""The colour tables carry the contrast the look promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.theme.contrast import contrast
from ui.theme.tokens import DARK, LIGHT, STATUS_COLOURS

ROOM = Path(__file__).parents[3] / "ui"
PAIRS = [
    ("text", "surface", 16.6, 14.2),
    ("text", "sel", 13.8, 9.9),
    ("text2", "surface", 8.1, 9.3),
    ("text2", "sel", 6.7, 6.5),
    ("text3", "surface", 5.8, 6.5),
    ("text3", "bg", 5.3, 7.1),
    ("text3", "sel", 4.9, 4.5),
    ("on_accent", "accent", 7.5, 5.4),
    ("on_accent", "accent_hover", 9.5, 4.8),
    ("accent_text", "surface", 7.5, 9.1),
    ("accent_text", "tint", 6.4, 7.2),
    ("green_text", "green_tint", 6.4, 7.5),
    ("blue_text", "blue_tint", 7.1, 8.0),
    ("orange_text", "orange_tint", 6.2, 7.7),
    ("red_text", "red_tint", 6.3, 7.5),
    ("gold_text", "gold_tint", 6.0, 8.3),
    ("grey_text", "grey_tint", 6.9, 7.5),
    ("edge", "surface", 3.5, 4.6),
    ("edge", "bg", 3.2, 5.1),
    ("focus", "surface", 7.5, 9.1),
    ("focus", "bg", 6.8, 9.9),
    ("nav_text", "nav", 9.8, 12.3),
    ("nav_dim", "nav", 6.2, 6.9),
    ("nav_on", "nav_sel", 8.1, 12.0),
    ("nav_focus", "nav", 8.3, 11.5),
    ("on_badge", "nav_focus", 10.5, 9.9),
    ("chart1", "surface", 7.5, 6.2),
    ("chart2", "surface", 3.6, 4.1),
    ("gold_fill", "surface", 3.4, 7.3),
    ("red_fill", "surface", 5.7, 5.0),
    ("orange_fill", "surface", 4.2, 6.0),
]
MARKS = {"edge", "focus", "nav_focus", "chart1", "chart2", "gold_fill", "red_fill", "orange_fill"}


@pytest.mark.parametrize(("front", "back", "light", "dark"), PAIRS)
def test_contrast_is_as_stated(front: str, back: str, light: float, dark: float) -> None:
    for tokens, stated in ((LIGHT, light), (DARK, dark)):
        found = contrast(tokens[front], tokens[back])
        assert found == pytest.approx(stated, abs=0.11)
        assert found >= (3.0 if front in MARKS else 4.45)


def test_every_status_colour_reads_on_its_tint_and_on_a_selected_row() -> None:
    for tokens in (LIGHT, DARK):
        for colour in STATUS_COLOURS:
            assert contrast(tokens[f"{colour}_text"], tokens[f"{colour}_tint"]) >= 4.5
            assert contrast(tokens[f"{colour}_text"], tokens["sel"]) >= 4.5


def test_toast_uses_the_other_table_and_reads() -> None:
    for ours, other in ((LIGHT, DARK), (DARK, LIGHT)):
        assert contrast(other["green_text"], ours["text"]) >= 4.5
        assert contrast(other["red_text"], ours["text"]) >= 4.5


def test_both_tables_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_no_colour_is_written_anywhere_else() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
    guilty = [
        path.relative_to(ROOM)
        for path in ROOM.rglob("*.py")
        if path.name != "tokens.py" and colour.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []
