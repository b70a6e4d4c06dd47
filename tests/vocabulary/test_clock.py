"""Time passes when a test moves it, and at no other moment."""

import asyncio

from tests.vocabulary import ManualClock


async def test_sleepers_wake_in_the_order_of_their_time() -> None:
    clock = ManualClock()
    woken: list[int] = []

    async def sleeper(seconds: int) -> None:
        await clock.sleep(seconds)
        woken.append(seconds)

    sleepers = [asyncio.create_task(sleeper(seconds)) for seconds in (30, 10, 20)]
    await asyncio.sleep(0)
    clock.advance(20)
    await asyncio.gather(*sleepers[1:])
    assert woken == [10, 20]
    clock.advance(10)
    await sleepers[0]


async def test_the_next_due_is_the_first_who_still_sleeps() -> None:
    clock = ManualClock(1000)
    first = asyncio.create_task(clock.sleep(5))
    second = asyncio.create_task(clock.sleep(7))
    await asyncio.sleep(0)
    assert clock.next_due() == 1005
    first.cancel()
    await asyncio.wait([first])
    assert clock.next_due() == 1007
    clock.advance(7)
    await second
    assert clock.next_due() is None


async def test_no_time_is_slept_at_once() -> None:
    clock = ManualClock()
    before = clock.now()
    await clock.sleep(0)
    assert clock.now() == before


async def test_a_clock_that_is_set_wakes_nobody() -> None:
    clock = ManualClock(1000)
    sleeper = asyncio.create_task(clock.sleep(5))
    await asyncio.sleep(0)
    clock.jump(3600)
    assert (clock.now(), clock.elapsed(), clock.next_due()) == (4600, 1000, 4605)
    clock.jump(-7200)
    clock.advance(5)
    await sleeper
    assert (clock.now(), clock.elapsed()) == (-2595, 1005)
