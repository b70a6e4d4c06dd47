"""SIGKILL at random moments and at each named step, under load."""

import asyncio
import signal
from collections.abc import Sequence

from drills.counting import count
from drills.crowd import Crowd, first_notice
from drills.outcomes import Drill, Order, Outcome
from drills.probes import at_rest, started
from drills.steps import STEPS
from drills.town import Town, town
from drills.zygote import Zygote
from storage.verifying import verify

SPEED = 15.0
"""Albums, boards and retries wait for seconds, which would make a thousand kills take hours."""
PACE = 0.06
LONGEST_LIFE = 0.8
AT_WORK = 0.5
"""So many of those that die at any moment have begun their work, however long a start takes."""
DEEPEST = 12
LAST = 10
"""So many answer when nobody is killed any more."""


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
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        crowd = Crowd(made)
        await first_notice(made, crowd)
        sound = Outcome("PRAGMA integrity_check says ok after the kill")
        whole = Outcome("the record of changes holds, and every row stands as it was noted")
        killed = Outcome("a bot ends by nothing but the kill")
        acting = asyncio.create_task(crowd.act(pace))
        for _ in range(order.tries):
            code = await _live_and_die(made, at, deepest)
            killed.tries += 1
            if code != -signal.SIGKILL:
                killed.violations.append(f"it ended with {code}")
            sound.tries += 1
            said = made.ask("PRAGMA integrity_check")
            if said != [("ok",)]:
                sound.violations.append(str(said))
            whole.tries += 1
            whole.violations += map(str, verify(made.database).findings[:1])
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        made.world.rules.stale_callbacks = False  # the last are seen, however busy the machine is
        last = await started(made)
        for _ in range(LAST):
            crowd.answer()
        await at_rest(made, 600.0)
        await last.end()
        return [sound, whole, killed, *count(made, crowd)]


async def _live_and_die(made: Town, at: Sequence[str | None], deepest: int) -> int:
    step = made.dice.choice(at)
    mine = (step, made.dice.randint(1, deepest)) if step else None
    life = LONGEST_LIFE if step else made.dice.uniform(0.1, LONGEST_LIFE)
    if step or made.dice.random() < AT_WORK:
        bot = await started(made, mine=mine)
    else:
        bot = await made.start()
    await asyncio.wait((bot.ended,), timeout=life)
    return await bot.end()


DRILL = Drill("kill9", "SIGKILL at any moment and at each named step, under load", run, 100)
