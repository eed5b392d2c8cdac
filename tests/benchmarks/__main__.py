"""`make bench`: everything, or ARGS="--people 10000 --folder DIR --every" for a part."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks import (
    bench_backup,
    bench_doubles,
    bench_import,
    bench_memory,
    bench_overheads,
    bench_save,
    bench_start,
    bench_store,
    bench_typing,
    bench_window,
)
from tests.benchmarks.measure import say


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"), help="kept registers")
    parser.add_argument("--people", default="10000,100000,1000000", help="sizes")
    parser.add_argument("--every", action="store_true", help="show every single act")
    parser.add_argument("--rows", type=int, default=50_000, help="rows imported; 0 for no import")
    parser.add_argument("--profile", action="store_true", help="show where an import spends time")
    parser.add_argument("--backup", type=int, default=200, help="megabytes backed up; 0 for none")
    wanted = parser.parse_args()
    for size in map(int, filter(None, wanted.people.split(","))):
        say(bench_store.run(wanted.folder, size, every=wanted.every))
        say(bench_typing.run(wanted.folder, size))
        say(bench_doubles.run(wanted.folder, size, every=wanted.every))
        say(bench_save.run(wanted.folder, size))
        say(bench_overheads.run(wanted.folder, size))
        say(bench_memory.run(wanted.folder, size))
        say(bench_window.run(wanted.folder, size))
    say(bench_start.run())
    if wanted.rows:
        say(bench_import.run(wanted.folder, wanted.rows, profile=wanted.profile))
    if wanted.backup:
        say(bench_backup.run(wanted.folder, wanted.backup))


if __name__ == "__main__":
    main()
