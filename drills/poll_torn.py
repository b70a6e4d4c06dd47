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
    lacks = ("pace", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        crowd = Crowd(made)
        await first_notice(made, crowd)
        back = Outcome(f"who asks when a poll is torn is answered within {BACK_SECONDS:.0f} s")
        told = Outcome("a torn poll is one line of the log, and no traceback")
        bot = await made.start()
        acting = asyncio.create_task(crowd.act(PACE))
        for _ in range(order.tries):
            await _try(made, made.dice.choice(TEARS), back, told)
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        await at_rest(made)
        await bot.end()
        if lines(made, "Traceback"):
            told.violations.append(f"{lines(made, 'Traceback')} tracebacks")
        return [back, told, *count(made, crowd)]


async def _try(made: Town, tear: str, back: Outcome, told: Outcome) -> None:
    since = made.log.stat().st_size
    await _tear(made, tear)
    torn_at = time.monotonic()
    answers = ask(made)
    back.tries += 1
    told.tries += 1
    if not await made.until(lambda: bool(answers()), BACK_SECONDS / SPEED):
        back.violations.append(f"torn {tear}: no answer")
        await made.until(lambda: bool(answers()))
        back.violations[-1] += f" in {(time.monotonic() - torn_at) * SPEED:.0f} s"
    await made.until(lambda: lines(made, OVER, since) > 0, BACK_SECONDS / SPEED)
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
