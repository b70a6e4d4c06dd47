"""What every test may ask for: a loop, a clock, a world on it, and the world on loopback."""

import gc
from collections.abc import AsyncIterator, Mapping

import pytest

from simulator.http import Running, serve
from simulator.world import World
from tests.leaks import pytest_configure, pytest_sessionfinish, pytest_testnodedown
from tests.spec.check import Checked
from tests.vocabulary import ManualClock
from tests.vocabulary.resting import RestingLoop, resting_loop

__all__ = ["pytest_configure", "pytest_sessionfinish", "pytest_testnodedown"]


RARELY = (5_000, 10, 10)
"""Objects made, and younger collections, before garbage is looked for."""


def pytest_collection_finish() -> None:
    """What is imported by now is no garbage, so it is not looked through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)


def pytest_asyncio_loop_factories() -> Mapping[str, type[RestingLoop]]:
    """Every test runs on a loop that knows when all is at rest."""
    return {"resting": RestingLoop}


@pytest.fixture
def clock() -> ManualClock:
    """Time that only the test moves."""
    return ManualClock()


@pytest.fixture
def world(clock: ManualClock) -> World:
    """An empty world with a bot in it."""
    return World(clock.now)


@pytest.fixture
def expected() -> set[str]:
    """Where a test names what is wrong on purpose: methods, or "updates"."""
    return set()


@pytest.fixture
async def simulator(world: World, expected: set[str]) -> AsyncIterator[Running]:
    """The world on loopback; whatever a bot asks and hears is held against the Bot API's data."""
    async with serve(world) as running:
        checked = Checked(running, expected)
        with resting_loop().watching(lambda: _goes_on(running)):
            yield running
    assert not checked.problems, "\n".join(checked.problems)


def _goes_on(running: Running) -> int:
    """What bots did not ask for; while nobody can connect, trying again in no time is in vain."""
    return running.api.webhook.is_on_its_way + running.listener.refuses
