"""The two colour tables: the only place where a colour is written down.

Names and values follow the look's section 2.1; a test recomputes the contrast of section 2.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

STATUS_COLOURS = ("green", "blue", "orange", "red", "gold", "grey")
STATUS_PARTS = ("text", "fill", "tint", "line")


def _table(plain: str, statuses: str) -> Mapping[str, str]:
    """Read lines of ``name value`` and ``colour text fill tint line``."""
    tokens = dict(line.split() for line in plain.strip().splitlines())
    for line in statuses.strip().splitlines():
        colour, *values = line.split()
        for part, value in zip(STATUS_PARTS, values, strict=True):
            tokens[f"{colour}_{part}"] = value
    return MappingProxyType(tokens)


LIGHT = _table(
    """
    bg #F3F5F3
    surface #FFFFFF
    sunken #F8FAF8
    raised #FFFFFF
    hover #EFF3F0
    line #E1E6E2
    line2 #C5CEC8
    edge #7F8C84
    text #16211B
    text2 #46534B
    text3 #5B6860
    accent #14613F
    accent_hover #0F5034
    accent_pressed #0B3F29
    on_accent #FFFFFF
    accent_text #14613F
    focus #14613F
    tint #E4F0E9
    sel #DDEEE4
    nav #0F3929
    nav_sel #1D5A41
    nav_line #24523F
    nav_text #D5E5DC
    nav_dim #9DBBAB
    nav_on #FFFFFF
    nav_focus #F0CC6B
    on_badge #2A1F00
    chart1 #14613F
    chart2 #4A8AD4
    grid #E1E6E2
    """,
    """
    green #14613F #1F8457 #E1F1E8 #A6D3BA
    blue #1B4E91 #2C6AB8 #E5EFFA #AFCBEA
    orange #8F4300 #C2610C #FDEDDD #EBC198
    red #A81E14 #C42B1F #FDEAE7 #EFB4AE
    gold #765600 #B5830A #FBF1D3 #E6CD86
    grey #46534B #7F8C84 #EAEEEB #C5CEC8
    """,
)

DARK = _table(
    """
    bg #121815
    surface #19211D
    sunken #1E2723
    raised #222C27
    hover #232E28
    line #2C3832
    line2 #3F4E46
    edge #7B8C83
    text #E9F0EC
    text2 #B9C6BE
    text3 #98A69E
    accent #23794F
    accent_hover #268156
    accent_pressed #1C6642
    on_accent #FFFFFF
    accent_text #74D3A2
    focus #74D3A2
    tint #1D3629
    sel #21402F
    nav #0C120F
    nav_sel #1D3D2D
    nav_line #1F2A24
    nav_text #C6D4CC
    nav_dim #8DA196
    nav_on #FFFFFF
    nav_focus #EAC665
    on_badge #2A1F00
    chart1 #4FB183
    chart2 #4B7FC2
    grid #2C3832
    """,
    """
    green #7FD8AA #3DA673 #19382A #2F5F48
    blue #A3C8F5 #5B96DC #1C2E45 #345274
    orange #F6B582 #DD8740 #3E2A18 #6E4A2A
    red #FFA59B #E5675B #43211E #7A3A34
    gold #EAC665 #D5A63A #362D14 #5E4E20
    grey #BECAC3 #83938A #2A3530 #43514A
    """,
)
