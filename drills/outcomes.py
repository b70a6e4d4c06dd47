"""What a drill found, and the table that says so."""

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any

SHOWN = 5
"""So many violations of a promise are told; the others are counted."""


@dataclass
class Outcome:
    """One promise: how often it was tried, and each time that it was not kept."""

    promise: str
    tries: int = 0
    violations: list[str] = field(default_factory=list)
    is_timed: bool = False
    """True: it hangs on how busy the machine is, so no test asks for it."""


def timeless(outcomes: Iterable[Outcome]) -> list[str]:
    """The violations that do not hang on how busy the machine is."""
    return [violation for one in outcomes if not one.is_timed for violation in one.violations]


@dataclass(frozen=True)
class Order:
    """How a drill is to be run."""

    seed: int
    tries: int
    without: tuple[str, ...] = ()
    """Protections that are taken away; only tests do that."""


@dataclass(frozen=True)
class Drill:
    """A harm that is done on purpose, and the promises that have to hold."""

    name: str
    harm: str
    run: Callable[..., Coroutine[Any, Any, list[Outcome]]]
    tries: int
    """By default; all drills together take about five minutes."""


def table(drill: Drill, order: Order, outcomes: Iterable[Outcome], seconds: float) -> str:
    """A line for each promise, then the violations."""
    lines = [f"{drill.name}: {drill.harm} (seed {order.seed}, {seconds:.0f} s)"]
    for outcome in outcomes:
        count = len(outcome.violations)
        lines.append(f"  {count or 'no':>5} violations in {outcome.tries:>6,}  {outcome.promise}")
        lines += [f"         {violation}" for violation in outcome.violations[:SHOWN]]
    return "\n".join(lines)
