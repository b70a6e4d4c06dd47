"""The drill finds nothing; and it would: without a protection it finds what breaks."""

from drills import kill9
from drills.outcomes import Order, Outcome, timeless
from drills.zygote import Zygote

BUSY = 0.02


def broken(outcomes: list[Outcome]) -> str:
    """The promises that were not kept."""
    return "; ".join(one.promise for one in outcomes if one.violations)


async def test_nothing_is_lost(zygote: Zygote) -> None:
    outcomes = await kill9.run(Order(seed=7, tries=8), zygote, pace=BUSY)
    assert timeless(outcomes) == []
    assert all(outcome.tries for outcome in outcomes)


async def test_without_the_inbox_it_finds_what_was_lost(zygote: Zygote) -> None:
    order = Order(seed=7, tries=6, without=("inbox",))
    assert "a report is whole" in broken(await kill9.run(order, zygote, pace=BUSY))


async def test_without_doubt_it_finds_what_was_sent_twice(zygote: Zygote) -> None:
    order = Order(seed=7, tries=8, without=("doubt",))
    outcomes = await kill9.run(order, zygote, at=("before mark",), deepest=3, pace=BUSY)
    assert "once, or staff are shown" in broken(outcomes)
