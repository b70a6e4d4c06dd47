"""Telegram is away for minutes: nobody can connect, or every answer is 502."""

import asyncio
import random
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from drills.counting import count
from drills.crowd import Crowd, first_notice
from drills.outcomes import Drill, Order, Outcome
from drills.probes import ask, at_rest, lines
from drills.town import Town, town
from drills.zygote import Bot, Zygote

SPEED = 12.0
MINUTES = (60.0, 180.0)
BACK_SECONDS = 30.0
PACE = 0.1
FOR_EVER = 10**9
AWAY = ("Telegram is not heard: ", "Telegram cannot be reached yet: ")
OVER = "is not heard: over after"


async def run(
    order: Order, zygote: Zygote | None = None, away: tuple[float, float] = MINUTES
) -> list[Outcome]:
    """People act all the time; half of the times the bot is started while the server is away."""
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        crowd = Crowd(made)
        await first_notice(made, crowd)
        heard = Outcome("who asked meanwhile is answered once it is back")
        back = Outcome(f"and that within {BACK_SECONDS:.0f} s after it is back", is_timed=True)
        told = Outcome("a server that is away is one line of the log, and no traceback")
        acting = asyncio.create_task(crowd.act(PACE))
        bot = await made.start()
        for number in range(order.tries):
            outcomes = heard, back, told
            bot = await _try(made, bot, outcomes, away, starts=number % 2 == 1)
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        await at_rest(made)
        await bot.end()
        if lines(made, "Traceback"):
            told.violations.append(f"{lines(made, 'Traceback')} tracebacks")
        return [heard, back, told, *count(made, crowd)]


async def _try(
    made: Town,
    bot: Bot,
    outcomes: tuple[Outcome, Outcome, Outcome],
    away: tuple[float, float],
    *,
    starts: bool,
) -> Bot:
    heard, back, told = outcomes
    since = made.log.stat().st_size
    async with _away(made, made.dice):
        if starts:
            await bot.end(signal.SIGTERM)
            since = made.log.stat().st_size
            bot = await made.start()
        answers = ask(made)
        await made.time.sleep(made.dice.uniform(*away))
        await made.until(lambda: _said(made, since) > 0)
    began = time.monotonic()
    for outcome in outcomes:
        outcome.tries += 1
    if not await made.until(lambda: bool(answers())):
        heard.violations.append("no answer")
    took = (time.monotonic() - began) * SPEED
    if took > BACK_SECONDS:
        back.violations.append(f"after {took:.0f} s")
    await asyncio.sleep(1 / SPEED)
    if _said(made, since) != 1:
        told.violations.append(f"{_said(made, since)} lines")
    return bot


def _said(made: Town, since: int) -> int:
    return sum(lines(made, words, since) for words in AWAY) - lines(made, OVER, since)


@asynccontextmanager
async def _away(made: Town, dice: random.Random) -> AsyncIterator[None]:
    """Within the block there is no Telegram."""
    if dice.random() < 1 / 2:
        made.simulator.listener.refuse(FOR_EVER)
        yield
        made.simulator.listener.refuse(0.0)
        await made.simulator.listens()
        return
    faults = [made.simulator.faults.add("error", times=FOR_EVER)]
    faults.append(made.simulator.faults.add("error", method="getUpdates", times=FOR_EVER))
    yield
    for fault in faults:
        made.simulator.faults.remove(fault.id)


DRILL = Drill("server-down", "Telegram is away for one to three minutes", run, 4)
