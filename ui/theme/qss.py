"""The one stylesheet, written with token names and filled in from a colour table.

In the text, ``$name`` is a colour token, ``$inverse(name)`` the same of the other theme,
``$px(n)`` a size that follows the text size, and ``$img(name)`` one of the small images.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ui.theme.qss_parts import PARTS

MARK = re.compile(r"\$(\w+)(?:\((\w+)\))?")


def stylesheet(
    tokens: Mapping[str, str],
    inverse: Mapping[str, str],
    px: Callable[[int], int],
    images: Mapping[str, str],
) -> str:
    """The sheet for one theme and text size; an unknown token is a `KeyError`."""

    def fill(mark: re.Match[str]) -> str:
        name, argument = mark.groups()
        if name == "px":
            return f"{px(int(argument))}px"
        if name == "img":
            return f"url({images[argument]})"
        if name == "inverse":
            return inverse[argument]
        return tokens[name]

    return MARK.sub(fill, "".join(PARTS))
