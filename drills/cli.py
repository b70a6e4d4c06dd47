"""`gongjian drill [NAME]`: runs drills and prints what they found."""

import argparse
import asyncio
import random
import time
from collections.abc import Sequence

from drills.outcomes import Drill, Order, table
from drills.registry import DRILLS


def main(arguments: Sequence[str]) -> int:
    """Runs one drill, or all of them; returns 0 if every promise held, 1 if one did not."""
    options = _parser().parse_args(arguments)
    chosen = [drill for drill in DRILLS if options.name in {None, drill.name}]
    held = [_run(drill, options.seed, options.tries or drill.tries) for drill in chosen]
    print(f"{sum(held)} of {len(held)} drills: every promise held")
    return 0 if all(held) else 1


def _run(drill: Drill, seed: int, tries: int) -> bool:
    order, began = Order(seed, tries), time.monotonic()
    outcomes = asyncio.run(drill.run(order))
    print(table(drill, order, outcomes, time.monotonic() - began), flush=True)
    return not any(outcome.violations for outcome in outcomes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gongjian drill", description=__doc__)
    names = [drill.name for drill in DRILLS]
    parser.add_argument("name", nargs="?", choices=names, help="all of them if left out")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))  # noqa: S311 - no secret
    parser.add_argument("--tries", type=int, help="each drill has its own number if left out")
    return parser
