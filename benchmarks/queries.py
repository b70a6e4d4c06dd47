"""How long every question takes that people's commands ask, in a large alliance and in a small one.

    python -m benchmarks.queries [--slow 10]

Fills two files in turn: 300 organisations, 30,000 people, 100,000 activities, 1,000 notices, 6,000
visits, 5,000 service points; and a tenth of all that. Then asks both every query of
`benchmarks.asked`, each some dozens of times with other values, and prints p50 and p95 in the large
one, p50 in the small one, and how much longer the large one takes. What takes longer than `--slow`
milliseconds comes first. Times are of the processor, so that other work on the machine counts
little.
"""

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from benchmarks.asked import LISTED, Ask
from benchmarks.town.draw import Draw
from benchmarks.town.file import fill
from benchmarks.town.size import SEED, Size
from storage.database import Database

PART = 10
TIMES = 40
PATIENCE = 2.0
"""Seconds: a query that takes long is asked less often, but at least `LEAST` times."""
LEAST = 8


class Times(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float


async def main(slow: float) -> None:
    """Figures of both files, the slowest first."""
    found: list[dict[str, Times]] = []
    with tempfile.TemporaryDirectory() as folder:
        for part in (PART, 1):
            path, size = Path(folder) / f"{part}.db", Size().part(part)
            began = time.perf_counter()
            fill(path, size)
            took = time.perf_counter() - began
            print(f"{size}: {path.stat().st_size / 1e6:,.0f} MB in {took:.0f} s")
            async with Database(path) as db:
                found.append({name: await _times(db, ask, size) for name, ask in LISTED.items()})
    small, large = found
    _print(small, large, slow)


async def _times(db: Database, ask: Ask, size: Size) -> Times:
    draw = Draw(size, random.Random(SEED))  # noqa: S311 - the same values each time
    await ask(db, draw)  # what is compiled and read for the first time
    taken: list[float] = []
    while len(taken) < LEAST or (len(taken) < TIMES and sum(taken) < PATIENCE * 1000):
        began = time.process_time()
        await ask(db, draw)
        taken.append((time.process_time() - began) * 1000)
    cut = quantiles(taken, n=100, method="inclusive")
    return Times(cut[49], cut[94])


def _print(small: dict[str, Times], large: dict[str, Times], slow: float) -> None:
    print(f"{'query':36} {'p50 ms':>8} {'p95 ms':>8} {'small p50':>9} {'grows':>6}")
    for name, times in sorted(large.items(), key=lambda pair: -pair[1].p95):
        before = small[name].p50
        mark = "  slow" if times.p95 > slow else ""
        print(
            f"{name:36} {times.p50:8.2f} {times.p95:8.2f} {before:9.2f}"
            f" {times.p50 / before:5.1f}x{mark}"
        )
    late = sum(times.p95 > slow for times in large.values())
    print(f"{len(large)} queries, {late} of them over {slow:g} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slow", type=float, default=10.0)
    asyncio.run(main(parser.parse_args().slow))
