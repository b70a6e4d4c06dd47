"""How long it takes to find what is near among 5,000 service points of a town.

    python -m benchmarks.nearby [--points 5000] [--times 400]

Asks from anywhere in a town of ten kilometres: all kinds, one kind, by words, open ones alone.
Prints p50 and p95 of whole questions, in milliseconds of the processor (all threads), so that
other work on the machine counts little.
"""

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path
from statistics import quantiles

from benchmarks.asked_points import LISTED
from benchmarks.town.draw import Draw
from benchmarks.town.file import fill
from benchmarks.town.size import SEED, Size
from storage.database import Database


async def main(points: int, times: int) -> None:
    """Figures of each way to ask."""
    size = Size(people=3_000, activities=3_000, notices=100, visits=600, points=points)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "town.db"
        fill(path, size)
        async with Database(path) as db:
            for name in (one for one in LISTED if one.startswith("point_lists.nearest")):
                draw = Draw(size, random.Random(SEED))  # noqa: S311 - the same places each time
                await LISTED[name](db, draw)
                taken = []
                for _ in range(times):
                    began = time.process_time()
                    await LISTED[name](db, draw)
                    taken.append((time.process_time() - began) * 1000)
                cut = quantiles(taken, n=100, method="inclusive")
                print(f"{name:34} p50 {cut[49]:6.2f} ms  p95 {cut[94]:6.2f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=5000)
    parser.add_argument("--times", type=int, default=400)
    given = parser.parse_args()
    asyncio.run(main(given.points, given.times))
