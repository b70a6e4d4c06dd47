"""The connection of a long poll is cut: in the middle, at its beginning, or with its answer."""

import asyncio
import time

from drills.counting import count
from drills.crowd import Crowd, first_notice
from drills.outcomes import Drill, Order, Outcome
from drills.probes import ask, at_rest, lines
from drills.town import Town, town
from drills.zygote import Zygote

SPEED = 10.0
BACK_SECONDS = 30.0
PACE = 0.05
POLL = "getUpdates"
NOT_HEARD = "Telegram is not heard: "
OVER = "Telegram is not heard: over after"
TEARS = ("in the middle", "drop_before", "drop_after")


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Tears polls while people act; somebody asks at each tear and has to be answered soon."""
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        crowd = Crowd(made)
        await first_notice(made, crowd)
        heard = Outcome("who asks when a poll is torn is answered")
        back = Outcome(f"{heard.promise} within {BACK_SECONDS:.0f} s", is_timed=True)
        told = Outcome("a torn poll is one line of the log, and no traceback")
        bot = await made.start()
        acting = asyncio.create_task(crowd.act(PACE))
        for _ in range(order.tries):
            await _try(made, made.dice.choice(TEARS), (heard, back, told))
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        await at_rest(made)
        await bot.end()
        if lines(made, "Traceback"):
            told.violations.append(f"{lines(made, 'Traceback')} tracebacks")
        return [heard, back, told, *count(made, crowd)]


async def _try(made: Town, tear: str, outcomes: tuple[Outcome, Outcome, Outcome]) -> None:
    heard, back, told = outcomes
    since = made.log.stat().st_size
    await _tear(made, tear)
    torn_at = time.monotonic()
    answers = ask(made)
    for outcome in outcomes:
        outcome.tries += 1
    if not await made.until(lambda: bool(answers())):
        heard.violations.append(f"torn {tear}: no answer")
    took = (time.monotonic() - torn_at) * SPEED
    if took > BACK_SECONDS:
        back.violations.append(f"torn {tear}: {took:.0f} s")
    await made.until(lambda: lines(made, OVER, since) > 0)
    said = lines(made, NOT_HEARD, since) - lines(made, OVER, since)
    if said != 1:
        told.violations.append(f"torn {tear}: {said} lines")


async def _tear(made: Town, tear: str) -> None:
    simulator = made.simulator
    if tear != TEARS[0]:
        simulator.faults.add(tear, method=POLL)
        await made.until(lambda: not simulator.faults.waiting)
        return
    await made.until(lambda: simulator.api.polling.stands)
    simulator.listener.refuse(0.0)


DRILL = Drill("poll-torn", "the connection is cut in mid-poll, or with the answer", run, 100)
