"""The few images a stylesheet needs (arrows, ticks), drawn in the colours of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ui.cache import cache_folder

LINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
    'viewBox="0 0 {size} {size}"><path d="{path}" fill="none" stroke="{colour}" '
    'stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'
    '<circle cx="8" cy="8" r="4" fill="{colour}"/></svg>'
)
SHAPES = {
    "down": ("text2", 12, "M2 4 L6 8 L10 4", 1.6),
    "up": ("text2", 12, "M2 8 L6 4 L10 8", 1.6),
    "left": ("text2", 12, "M8 2 L4 6 L8 10", 1.6),
    "right": ("text2", 12, "M4 2 L8 6 L4 10", 1.6),
    "tick": ("on_accent", 14, "M3 7.4 L6 10.2 L11.2 4.4", 2),
    "dash": ("on_accent", 14, "M3.5 7 L10.5 7", 2),
}


def write_images(tokens: Mapping[str, str]) -> Mapping[str, str]:
    """Name → path with forward slashes, as a stylesheet wants it; written when not there yet."""
    folder = cache_folder("theme")
    paths = {
        name: _write(folder / f"{name}-{tokens[token][1:]}.svg", _line(tokens[token], *rest))
        for name, (token, *rest) in SHAPES.items()
    }
    dot = tokens["on_accent"]
    paths["dot"] = _write(folder / f"dot-{dot[1:]}.svg", DOT.format(colour=dot))
    return paths


def _line(colour: str, size: object, path: object, width: object) -> str:
    return LINE.format(colour=colour, size=size, path=path, width=width)


def _write(path: Path, text: str) -> str:
    if not path.exists():
        path.write_text(text, encoding="ascii")
    return path.as_posix()
