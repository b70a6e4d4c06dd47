"""Writes that wait together commit together: how much that gains, side by side in one run.

    python -m benchmarks.commits [--writes 2000]

Prints writes a second one by one, and with all waiting at once, and their ratio.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from storage import inbox
from storage.database import Database
from storage.upgrade import upgrade


async def one_by_one(writes: Iterable[Awaitable[set[int]]]) -> None:
    """Each write waits for the one before: a commit each."""
    for write in writes:
        await write


async def together(writes: Iterable[Awaitable[set[int]]]) -> None:
    """All writes wait at once: the writer commits what waits."""
    await asyncio.gather(*writes)


async def measure(folder: Path, count: int) -> tuple[float, float]:
    """Writes a second, one by one and together, each on a file of its own."""
    rates = []
    for name, way in (("one", one_by_one), ("together", together)):
        path = folder / f"{name}.db"
        upgrade(path, datetime.now(UTC))
        async with Database(path) as db:
            writes = [
                inbox.take_in(db, {number: "{}"}, datetime.now(UTC)) for number in range(count)
            ]
            start = time.perf_counter()
            await way(writes)
            rates.append(count / (time.perf_counter() - start))
    return rates[0], rates[1]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--writes", type=int, default=2000)
    with tempfile.TemporaryDirectory() as folder:
        single, gathered = asyncio.run(measure(Path(folder), parser.parse_args().writes))
    print(f"one by one: {single:,.0f} writes a second")
    print(f"together:   {gathered:,.0f} writes a second, {gathered / single:.2f} x")


if __name__ == "__main__":
    main()
