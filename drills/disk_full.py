"""The disk is full for a while, again and again; at times the bot is started meanwhile."""

import asyncio
import signal
from collections.abc import Callable
from dataclasses import dataclass, field

from drills.counting import count
from drills.crowd import Crowd, first_notice
from drills.outcomes import Drill, Order, Outcome
from drills.probes import ask, at_rest, lines, started
from drills.small_disks import Disk, small_disk
from drills.town import Town, town
from drills.zygote import Bot, Zygote

SPEED = 10.0
FULL_SECONDS = (30.0, 90.0)
KIND_SECONDS = 60.0
AFTER_SECONDS = 60.0
"""Of the machine's time."""
PACE = 0.2
EACH = 3
"""So many times the disk is full until once the bot is started meanwhile."""
WHY = "Is the disk full?"
EX_IOERR = 74


@dataclass
class Seen:
    """What is looked at in each try."""

    after_seconds: float
    alive: Outcome = field(default_factory=lambda: Outcome("the bot goes on, and nothing crashes"))
    kind: Outcome = field(
        default_factory=lambda: Outcome(
            f"who asks meanwhile hears within {KIND_SECONDS:.0f} s that it is kept, or the answer",
            is_timed=True,
        )
    )
    after: Outcome = field(
        default_factory=lambda: Outcome("who asked meanwhile is answered once there is room")
    )


async def run(
    order: Order,
    zygote: Zygote | None = None,
    full: tuple[float, float] = FULL_SECONDS,
    after: float = AFTER_SECONDS,
) -> list[Outcome]:
    """People act all the time; in the end there is room, and everything is counted."""
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        with small_disk(made.data) as disk:
            made.data = disk.folder
            return await _drill(made, disk, order.tries, full, after)


async def _drill(
    made: Town, disk: Disk, tries: int, full: tuple[float, float], after: float
) -> list[Outcome]:
    crowd, seen = Crowd(made), Seen(after)
    await first_notice(made, crowd)
    acting = asyncio.create_task(crowd.act(PACE))
    bot = await started(made)
    for number in range(1, tries + 1):
        bot = await _try(made, disk, bot, seen, made.dice.uniform(*full), starts=number % EACH == 0)

    acting.cancel()
    await asyncio.gather(acting, return_exceptions=True)
    await at_rest(made)
    await bot.end()
    if lines(made, "Traceback"):
        seen.alive.violations.append(f"{lines(made, 'Traceback')} tracebacks")
    return [seen.alive, seen.kind, seen.after, *count(made, crowd)]


async def _try(  # noqa: PLR0913 - what is tried, and what is found
    made: Town, disk: Disk, bot: Bot, seen: Seen, seconds: float, *, starts: bool
) -> Bot:
    disk.fill(bot)
    seen.alive.tries += 1
    if starts and disk.is_small:
        bot = await _start_anew(made, disk, bot, seen)
    answers = ask(made)
    if not bot.ended.done():
        await _is_kind(made, answers, seen.kind)
        await made.time.sleep(seconds)
        if bot.ended.done():
            seen.alive.violations.append(f"it ended with {bot.ended.result()}")
    disk.free(bot)
    if bot.ended.done():
        bot = await started(made)
    seen.after.tries += 1
    if not await made.until(lambda: any("联络员" in one for one in answers()), seen.after_seconds):
        seen.after.violations.append(f"heard: {answers()}")
    return bot


async def _start_anew(made: Town, disk: Disk, bot: Bot, seen: Seen) -> Bot:
    """It ends as it does at any time; without room a start may be refused, but it says why."""
    code = await bot.end(signal.SIGTERM)
    if code:
        seen.alive.violations.append(f"told to end, it ended with {code}")
    disk.fill(None)
    since = made.log.stat().st_size
    bot = await started(made)
    if bot.ended.done() and (bot.ended.result(), lines(made, WHY, since)) != (EX_IOERR, 1):
        seen.alive.violations.append(f"a start without room ended with {bot.ended.result()}")
    return bot


async def _is_kind(made: Town, answers: Callable[[], list[str]], kind: Outcome) -> None:
    kind.tries += 1
    if not await made.until(lambda: bool(answers()), KIND_SECONDS / SPEED):
        kind.violations.append("nothing was heard")


DRILL = Drill("disk-full", "there is no room on the disk for a while", run, 6)
