"""A broadcast at Telegram's limit: how long people wait for their answers meanwhile.

    python -m benchmarks.broadcast [--people 3000]

The simulator keeps Telegram's flood limits. Prints messages a second beside the limit of 30, how
many calls met a 429, and what 100 people who ask five questions a second waited for their answers,
during the broadcast and without one, in one run on one machine.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import running
from bot.clock import SystemClock, moment
from bot.settings import RunSettings
from simulator.http import Running, serve
from simulator.world import World
from storage import deliveries, drafts, people
from storage.database import Database
from storage.notices import CARD
from storage.upgrade import upgrade

LIMIT = 30
ASKERS = 100
QUESTIONS_A_SECOND = 5
LOOK_SECONDS = 0.005
QUIET_SECONDS = 10


@dataclass
class Town:
    """People who get the broadcast, and people who ask."""

    simulator: Running
    count: int
    told: list[int] = field(default_factory=list)
    askers: list[int] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    refused: int = 0
    arrived: int = 0

    @property
    def world(self) -> World:
        return self.simulator.world

    def gather(self) -> None:
        for number in range(self.count + ASKERS):
            person = self.world.add_person(f"居民{number}").id
            self.world.start(person)
            (self.told if number < self.count else self.askers).append(person)
        self.world.updates.clear()

    def hears(self, _method: str, params: dict[str, Any], _files: object, answer: object) -> None:
        """Every call of the bot's; None: it was refused."""
        self.refused += answer is None
        self.arrived += answer is not None and "📢" in params.get("text", "")

    async def ask(self, person: int) -> None:
        """One question; how long the answer took is kept."""
        before = len(self.world.messages(person))
        began = time.perf_counter()
        self.world.say(person, person, "/notices")
        while len(self.world.messages(person)) < before + 2:
            await asyncio.sleep(LOOK_SECONDS)
        self.waits.append(time.perf_counter() - began)

    async def go_on_asking(self) -> None:
        """Until it is cancelled."""
        async with asyncio.TaskGroup() as asking:
            number = 0
            while True:
                asking.create_task(self.ask(self.askers[number % ASKERS]))
                number += 1
                await asyncio.sleep(1 / QUESTIONS_A_SECOND)


async def measure(count: int) -> None:
    """The quiet first, then the broadcast."""
    world = World(time.time)
    world.rules.flood = True
    with tempfile.TemporaryDirectory() as folder:
        async with serve(world) as simulator:
            town = Town(simulator, count)
            town.gather()
            simulator.api.watchers.append(town.hears)
            settings = RunSettings(
                token=simulator.token,
                api_url=simulator.url,
                data=Path(folder),
                quiet="off",
                working_days=False,
                _env_file=None,
            )
            await _prepare(settings, town)
            async with running(settings, SystemClock()):
                quiet = await _asked_for(town, QUIET_SECONDS)
                asking = asyncio.create_task(town.go_on_asking())
                while not town.arrived:
                    await asyncio.sleep(LOOK_SECONDS)
                town.waits.clear()
                began = time.perf_counter()
                while town.arrived < count:
                    await asyncio.sleep(LOOK_SECONDS)
                took = time.perf_counter() - began
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)
    print(f"broadcast of {count:,}: {count / took:.1f} a second, {count / took / LIMIT:.2f} of 30")
    print(f"answers beside it: {len(town.waits) / took:.1f} a second; 429s: {town.refused}")
    _say("without a broadcast", quiet)
    _say("during it", town.waits)


async def _asked_for(town: Town, seconds: float) -> list[float]:
    asking = asyncio.create_task(town.go_on_asking())
    await asyncio.sleep(seconds)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    waits, town.waits = town.waits, []
    return waits


async def _prepare(settings: RunSettings, town: Town) -> None:
    upgrade(settings.database, moment(SystemClock()))
    async with Database(settings.database) as db:
        for person in (*town.told, *town.askers):
            await people.remember(db, people.Person(id=person, name=str(person), is_reachable=True))
        author, now = town.told[0], moment(SystemClock())
        notice = await drafts.draft(
            db, "停水通知", author, now, group_id=None, preview_to=author, reply_to=None
        )
        begins = now + timedelta(seconds=2 * QUIET_SECONDS)

        async def owe(connection: AsyncConnection) -> None:
            for person in town.told:
                await deliveries.owe(connection, CARD, notice, person, begins)

        await db.write(owe)


def _say(when: str, waits: list[float]) -> None:
    cuts = statistics.quantiles(waits, n=100)
    print(f"{when}: p50 {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms, of {len(waits)}")


def main() -> None:
    """Reads the command line and measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=3000)
    asyncio.run(measure(parser.parse_args().people))


if __name__ == "__main__":
    main()
