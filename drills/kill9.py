"""SIGKILL at random moments and at each named step, under load."""

import asyncio
from collections.abc import Sequence

from drills.counting import count
from drills.crowd import Crowd, first_notice
from drills.outcomes import Drill, Order, Outcome
from drills.steps import STEPS
from drills.town import Town, town
from drills.zygote import Bot, Zygote

SPEED = 15.0
"""Albums, boards and retries wait for seconds, which would make a thousand kills take hours."""
PACE = 0.06
LONGEST_LIFE = 0.8
DEEPEST = 12


async def run(
    order: Order,
    zygote: Zygote | None = None,
    at: Sequence[str | None] = (*STEPS, None, None),
    deepest: int = DEEPEST,
    pace: float = PACE,
) -> list[Outcome]:
    """Kills as often as it is told, then lets one bot come to rest, and counts.

    It kills at one of these steps (None: at any moment), when it is taken for up to the `deepest`th
    time. Something happens every `pace` seconds.
    """
    lacks = ("pace", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        crowd = Crowd(made)
        await first_notice(made, crowd)
        sound = Outcome("PRAGMA integrity_check says ok after the kill")
        acting = asyncio.create_task(crowd.act(pace))
        for _ in range(order.tries):
            await _live_and_die(made, at, deepest)
            sound.tries += 1
            said = made.ask("PRAGMA integrity_check")
            if said != [("ok",)]:
                sound.violations.append(str(said))
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        last = await made.start()
        await made.calm(2.0, within=600.0)
        await last.end()
        return [sound, *count(made, crowd)]


async def _live_and_die(made: Town, at: Sequence[str | None], deepest: int) -> None:
    step = made.dice.choice(at)
    mine = (step, made.dice.randint(1, deepest)) if step else None
    bot = await made.start(mine=mine)
    await _dies_within(bot, LONGEST_LIFE if step else made.dice.uniform(0.1, LONGEST_LIFE))


async def _dies_within(bot: Bot, seconds: float) -> None:
    await asyncio.wait((bot.ended,), timeout=seconds)
    await bot.end()


DRILL = Drill("kill9", "SIGKILL at any moment and at each named step, under load", run, 100)
