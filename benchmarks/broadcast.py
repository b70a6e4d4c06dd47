"""A broadcast at Telegram's limit: how long people wait for their answers meanwhile.

    python -m benchmarks.broadcast [--people 3000]

A notice to everybody in private, as staff send it, with the message that tells its progress. The
simulator keeps Telegram's flood limits. Prints how long the send took to be written down, messages
a second beside the limit of 30, how many calls met a 429, how often the progress was told, and what
100 people who ask five questions a second waited for their answers, during the broadcast and
without one, in one run on one machine.
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

from bot.app import running
from bot.clock import SystemClock, moment
from bot.settings import RunSettings
from simulator.http import Running, serve
from simulator.world import World
from storage import drafts, people, sendings
from storage.audiences import EVERYBODY
from storage.database import Database
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
    progress: list[str] = field(default_factory=list)
    """What the sender read of it, the newest last."""
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
        text = params.get("text", "")
        self.refused += answer is None
        self.arrived += answer is not None and text.startswith("📢")
        if answer is not None and text.startswith(("📣", "✅")):
            self.progress.append(text)

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
            wrote = await _prepare(settings, town)
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
                beside = len(town.waits) / took
                while not town.progress or not town.progress[-1].startswith("✅"):
                    await asyncio.sleep(LOOK_SECONDS)
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)
    print(
        f"written down in {wrote * 1000:.0f} ms; the progress was told {len(town.progress)} times"
    )
    print(town.progress[-1])
    print(f"broadcast of {count:,}: {count / took:.1f} a second, {count / took / LIMIT:.2f} of 30")
    print(f"answers beside it: {beside:.1f} a second; 429s: {town.refused}")
    _say("without a broadcast", quiet)
    _say("during it", town.waits)


async def _asked_for(town: Town, seconds: float) -> list[float]:
    asking = asyncio.create_task(town.go_on_asking())
    await asyncio.sleep(seconds)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    waits, town.waits = town.waits, []
    return waits


async def _prepare(settings: RunSettings, town: Town) -> float:
    """A notice that goes out when the quiet is over; returns the seconds that sending it took."""
    now = moment(SystemClock())
    upgrade(settings.database, now)
    async with Database(settings.database) as db:
        for person in town.told:
            await people.remember(db, people.Person(id=person, name=str(person), is_reachable=True))
        author = town.told[0]
        await people.make_staff(db, author)
        notice = await drafts.draft(
            db, "停水通知", author, now, group_id=None, preview_to=author, reply_to=None
        )
        everybody = {"audience": EVERYBODY, "goes_private": True}
        await drafts.revise(db, notice, lambda _notice: everybody)
        began = time.perf_counter()
        hold = timedelta(seconds=2 * QUIET_SECONDS)
        await sendings.send(db, notice, None, author, now, hold)
        return time.perf_counter() - began


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
