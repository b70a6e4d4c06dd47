"""A second bot with the same token: on the same data, and on data of its own."""

import asyncio

from drills.outcomes import Drill, Order, Outcome
from drills.probes import started
from drills.town import Town, town
from drills.zygote import Bot, Zygote

SPEED = 60.0
YOUNG_SECONDS = 120.0
PATIENCE_SECONDS = 30.0
IN_USE, LATER = 78, 75


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """The first is at work for a while; others are started beside it, again and again."""
    async with town(order.seed, without=order.without, speed=SPEED, zygote=zygote) as made:
        refused = Outcome(f"a second one on the same data ends at once, with {IN_USE}")
        ended = Outcome(f"a later one elsewhere ends by itself, with {LATER}")
        answers = Outcome("the earlier one answers afterwards, and is alive")
        first = await started(made)
        await made.time.sleep(YOUNG_SECONDS)
        for number in range(order.tries):
            await _try(refused, await made.start(), IN_USE)
            elsewhere = {"env": made.env | {"GONGJIAN_DATA": f"{made.data}-{number}"}}
            await _try(ended, await made.start(**elsewhere), LATER)
            answers.tries += 1
            if first.ended.done() or not await _is_answered(made):
                answers.violations.append(f"after try {number + 1}")
        await first.end()
        return [refused, ended, answers]


async def _try(outcome: Outcome, bot: Bot, code: int) -> None:
    outcome.tries += 1
    await asyncio.wait((bot.ended,), timeout=PATIENCE_SECONDS)
    seen = await bot.end()
    if seen != code:
        outcome.violations.append(f"ended with {seen}")


async def _is_answered(made: Town) -> bool:
    person = made.members[0]
    before = len(made.bots_messages(person))
    made.world.say(person, person, "/notices")
    return await made.until(lambda: len(made.bots_messages(person)) > before, PATIENCE_SECONDS)


DRILL = Drill("two-instances", "a second bot with the same token", run, 5)
