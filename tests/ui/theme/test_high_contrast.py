"""In a desktop's high contrast every pair of colours is one of the system's own."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from tests.ui.theme.test_tokens import PAIRS
from ui.theme import high_contrast
from ui.theme.contrast import contrast
from ui.theme.sizes import Scheme
from ui.theme.theme import tokens_for
from ui.theme.tokens import DARK, LIGHT

Role = QPalette.ColorRole
DECORATION = {("chart2", "surface")}


@pytest.fixture
def black() -> QPalette:
    """The table of Windows' "High contrast black"."""
    palette = QPalette()
    for role, colour in (
        (Role.Base, "#000000"),
        (Role.Text, "#FFFFFF"),
        (Role.Highlight, "#1AEBFF"),
        (Role.HighlightedText, "#000000"),
    ):
        palette.setColor(role, QColor(colour))
    return palette


@pytest.mark.parametrize(("front", "back"), [pair[:2] for pair in PAIRS])
def test_every_pair_stands_out(front: str, back: str, black: QPalette) -> None:
    table = high_contrast.tokens_of(black)
    if (front, back) not in DECORATION:
        assert contrast(table[front], table[back]) >= 7


def test_every_token_is_there(black: QPalette) -> None:
    assert high_contrast.tokens_of(black).keys() == LIGHT.keys() == DARK.keys()


def test_the_desktop_s_wish_goes_before_the_person_s(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tokens_for(Scheme.DARK) is DARK
    monkeypatch.setattr("ui.theme.high_contrast.wanted", lambda: True)
    assert tokens_for(Scheme.DARK) not in (DARK, LIGHT)
