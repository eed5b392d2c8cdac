"""How long things take on a noisy machine: medians of several runs, beside goal and floor."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

RUNS = 5


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one act.

    Attributes:
        first: the first run, on a connection that has read nothing yet where the case asks for it.
        again: the median of further runs.
    """

    first: float
    again: float


def took(act: Callable[[], object], runs: int = RUNS) -> Took:
    """Measure one act: once, then a median."""
    gc.collect()
    times = [milliseconds(act) for _ in range(runs + 1)]
    return Took(times[0], statistics.median(times[1:]))


def milliseconds(act: Callable[[], object]) -> float:
    """Measure one run."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


@dataclass(slots=True)
class Group:
    """Acts measured under one name, such as the first page sorted by each column.

    Attributes:
        name: what they have in common.
        goal: milliseconds none of them may exceed; nothing where none is set.
        times: per act.
    """

    name: str
    goal: float | None = None
    times: dict[str, Took] = field(default_factory=dict)

    def worst(self) -> str:
        """Name the act that takes longest when repeated."""
        return max(self.times, key=lambda act: self.times[act].again)


def table(title: str, groups: Iterable[Group], floor: float) -> str:
    """Return a markdown table of groups.

    Args:
        title: of the first column.
        groups: what was measured.
        floor: milliseconds of the bare statement that ratios are taken against.
    """
    lines = [
        f"| {title} | median | worst | first | worst first | goal | median ÷ floor |",
        "|---|---|---|---|---|---|---|",
    ]
    for group in groups:
        again = [took.again for took in group.times.values()]
        first = [took.first for took in group.times.values()]
        worst = f"{max(again):.1f}" + (f" ({group.worst()})" if len(again) > 1 else "")
        missed = " **missed**" if group.goal is not None and max(again) > group.goal else ""
        goal = "" if group.goal is None else f"≤ {group.goal:g}{missed}"
        lines.append(
            f"| {group.name} | {statistics.median(again):.1f} | {worst}"
            f" | {statistics.median(first):.1f} | {max(first):.1f} | {goal}"
            f" | {statistics.median(again) / floor:.1f} |"
        )
    return "\n".join(lines)


def details(groups: Iterable[Group]) -> str:
    """Return every single act with its two figures."""
    return "\n".join(
        f"{group.name:28} {act:34} first {took.first:8.1f}   again {took.again:8.1f}"
        for group in groups
        for act, took in group.times.items()
    )


def resident() -> float:
    """Return the megabytes this process occupies now; 0 where the system does not say so."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def say(text: str) -> None:
    """Print at once, so that a long run shows where it is."""
    print(text, flush=True)
    sys.stdout.flush()
