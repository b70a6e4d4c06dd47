"""At rest is when nothing goes on but the passing of time, however slow the machine is."""

import asyncio
import time

from simulator.http import Running
from simulator.world import World
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.resting import resting_loop

SLOW = 0.2
"""Of real time; longer than any wait for something to happen might be."""


async def test_what_goes_on_in_the_loop_is_waited_for() -> None:
    steps: list[int] = []

    async def work() -> None:
        for step in range(1000):
            steps.append(step)
            await asyncio.sleep(0)

    working = asyncio.create_task(work())
    await resting_loop().rests()
    assert len(steps) == 1000
    await working


async def test_a_thread_is_waited_for() -> None:
    thread = asyncio.create_task(asyncio.to_thread(time.sleep, SLOW))
    await resting_loop().rests()
    assert thread.done()


async def test_what_is_watched_is_waited_for() -> None:
    under_way = 1

    def ends() -> None:
        nonlocal under_way
        under_way = 0

    loop = resting_loop()
    loop.call_later(SLOW, ends)
    with loop.watching(lambda: under_way):
        await loop.rests()
        assert under_way == 0


async def test_of_two_who_wait_the_second_sees_what_the_first_did() -> None:
    said: list[str] = []

    async def waits(name: str) -> None:
        await resting_loop().rests()
        said.append(name)
        work = asyncio.create_task(asyncio.to_thread(time.sleep, SLOW))
        work.add_done_callback(lambda _: said.append(f"{name} is done"))

    await asyncio.gather(waits("ann"), waits("bob"))
    await resting_loop().rests()
    assert said == ["ann", "ann is done", "bob", "bob is done"]


async def test_time_stands_while_something_is_under_way(world: World, clock: ManualClock) -> None:
    ann = world.add_person("安然").id
    sleeper = asyncio.create_task(clock.sleep(10))
    before = clock.now()

    async def answer() -> None:
        await asyncio.to_thread(time.sleep, SLOW)
        world.call("sendMessage", {"chat_id": ann, "text": f"{clock.now() - before:.0f} s"})

    world.start(ann)
    answering = asyncio.create_task(answer())
    await Person(world, clock, ann, ann).sees("0 s")
    await answering
    sleeper.cancel()


async def test_time_stands_while_nobody_can_connect(simulator: Running, clock: ManualClock) -> None:
    """A bot that tries again would have no time to succeed."""
    simulator.listener.refuse(SLOW)
    ann = Person(simulator.world, clock, simulator.world.add_person("安然").id, 0)
    sleeper = asyncio.create_task(clock.sleep(10))
    before = clock.now()
    await ann.is_quiet()
    assert not simulator.listener.refuses
    assert clock.now() == before + 10
    await sleeper
