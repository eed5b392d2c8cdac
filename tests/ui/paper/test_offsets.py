"""Offsets are kept for each printer, paper and tray."""

from __future__ import annotations

from ui.paper.offsets import NOWHERE, Feed, Offset, Offsets
from ui.source import MemorySettings

FEED = Feed("Canon LBP 2900", "A4 đứng", "Auto")


def test_each_feed_has_its_own() -> None:
    offsets = Offsets(MemorySettings())
    offsets.put(FEED, Offset(1.5, -1.0))
    assert offsets.get(FEED) == Offset(1.5, -1.0)
    for other in (
        Feed("HP", FEED.paper, FEED.tray),
        Feed(FEED.printer, "A4 ngang", FEED.tray),
        Feed(FEED.printer, FEED.paper, "Manual"),
    ):
        assert offsets.get(other) == NOWHERE


def test_what_is_kept_unreadably_counts_as_none() -> None:
    settings = MemorySettings()
    settings.put(FEED.key, "1,5 mm")
    assert Offsets(settings).get(FEED) == NOWHERE


def test_moves_add_up_within_what_is_sensible() -> None:
    assert Offset(1.5, 0).moved(-0.25, 0.33) == Offset(1.2, 0.3)
    assert Offset(19, -19).moved(5, -5) == Offset(20, -20)
