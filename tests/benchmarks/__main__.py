"""`make bench`: everything, or ARGS="--people 10000 --folder DIR --every" for a part."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks import bench_save, bench_store
from tests.benchmarks.measure import say


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"), help="kept registers")
    parser.add_argument("--people", default="10000,100000,1000000", help="sizes")
    parser.add_argument("--every", action="store_true", help="show every single act")
    wanted = parser.parse_args()
    for size in map(int, wanted.people.split(",")):
        say(bench_store.run(wanted.folder, size, every=wanted.every))
        say(bench_save.run(wanted.folder, size))


main()
