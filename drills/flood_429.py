"""Telegram says 429, for one to sixty seconds, to three sends of ten; one group is hot."""

import asyncio
import statistics
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection

from drills.harm import Params, Roulette
from drills.outcomes import Drill, Order, Outcome
from drills.town import Town, town
from drills.zygote import Zygote
from simulator.http.faults import Fault
from storage import deliveries, drafts
from storage.database import Database
from storage.notices import CARD

SPEED = 4.0
SHARE = 0.3
LONGEST = 60
HOT = 8
"""The group gets one message for so many people."""
PATIENCE = 1.0
"""Seconds: 95 of 100 people have their answer sooner."""
QUESTIONS_A_SECOND = 4


@dataclass
class Ear:
    """Hears each call, and knows until when which chat is not to be called."""

    made: Town
    until: dict[int, float] = field(default_factory=dict)
    calls: int = 0
    early: list[str] = field(default_factory=list)

    def hears(self, method: str, params: Params) -> None:
        chat = params.get("chat_id")
        if not isinstance(chat, int | str) or not str(chat).lstrip("-").isdecimal():
            return
        self.calls += 1
        left = self.until.get(int(chat), 0.0) - self.made.world.now()
        if left > 0:
            self.early.append(f"{method} to {chat}: {left:.2f} s too early")


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """A broadcast and a notice's card meet the flood; people ask meanwhile."""
    making = town(
        order.seed, without=order.without, speed=SPEED, members=20, units=3, zygote=zygote
    )
    async with making as made:
        told = await _owe(made, order.tries)
        ear = Ear(made)
        flood = Roulette(made.dice, "flood", SHARE, partial(_is_told, told))
        flood.seconds = lambda: float(made.dice.randint(1, LONGEST))
        _listen(made, ear, flood)
        bot = await made.start()
        waits: list[float] = []
        asking = asyncio.create_task(_ask(made, waits))
        await made.until(lambda: not made.owed(), seconds=60 + order.tries / 4)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await bot.end()
        return _count(made, ear, waits)


def _is_told(told: set[int], _method: str, params: Params) -> bool:
    return str(params.get("chat_id", "")) in {str(chat) for chat in told}


async def _owe(made: Town, count: int) -> set[int]:
    """A card for each person of a broadcast, and some for the hot group."""
    people = [made.world.add_person(f"居民{n}").id for n in range(count)]
    for person in people:
        made.world.start(person)
    made.world.updates.clear()
    now, author = made.now(), made.staff[0]
    async with Database(made.database) as db:
        notice = await drafts.draft(
            db, "停水", author, now, group_id=None, preview_to=author, reply_to=None
        )
        for chat in [*people, *[made.group] * max(2, count // HOT)]:
            await db.write(partial(_owe_one, notice=notice, chat=chat, now=now))
    return {*people, made.group}


async def _owe_one(connection: AsyncConnection, notice: int, chat: int, now: datetime) -> None:
    await deliveries.owe(connection, CARD, notice, chat, now)


def _listen(made: Town, ear: Ear, flood: Roulette) -> None:
    """Before a call is met by the flood it is heard; the flood's word counts from then on."""
    flood.install(made.simulator.faults)
    meet = made.simulator.faults.due

    def due(method: str, params: Params) -> Fault | None:
        ear.hears(method, params)
        fault = meet(method, params)
        if fault is not None:
            ear.until[int(str(params["chat_id"]))] = made.world.now() + fault.seconds
        return fault

    made.simulator.faults.due = due  # type: ignore[method-assign]


async def _ask(made: Town, waits: list[float]) -> None:
    """Members ask in their private chats, until it is cancelled."""
    async with asyncio.TaskGroup() as asking:
        number = 0
        while True:
            asking.create_task(_wait(made, made.members[number % len(made.members)], waits))
            number += 1
            await made.time.sleep(1 / QUESTIONS_A_SECOND)


async def _wait(made: Town, person: int, waits: list[float]) -> None:
    before, began = len(made.bots_messages(person)), made.world.now()
    made.world.say(person, person, "/notices")
    await made.until(lambda: len(made.bots_messages(person)) > before)
    waits.append(made.world.now() - began)


def _count(made: Town, ear: Ear, waits: list[float]) -> list[Outcome]:
    arrived = Outcome("everything that was owed is delivered")
    for number, state in made.ask("SELECT id, state FROM deliveries"):
        arrived.tries += 1
        if state != "sent":
            arrived.violations.append(f"delivery {number}: {state}")
    obeyed = Outcome("no call to a chat while its retry_after runs", ear.calls, ear.early)
    p95 = statistics.quantiles(waits, n=20)[18]
    answered = Outcome(f"95 of 100 answers in less than {PATIENCE:.0f} s (seen: {p95:.2f} s)")
    answered.tries, answered.is_timed = len(waits), True
    if p95 >= PATIENCE:
        answered.violations.append(f"p95 {p95:.2f} s")
    return [arrived, obeyed, answered]


DRILL = Drill("flood-429", "three of ten sends meet a 429 of 1 to 60 s; a hot group", run, 150)
