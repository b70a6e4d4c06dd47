"""The bot is started on a damaged database file, again and again, each damaged in its own way."""

import asyncio
import shutil
import signal
from dataclasses import dataclass, field
from pathlib import Path

from drills.crowd import Crowd, first_notice
from drills.damages import harm
from drills.outcomes import Drill, Order, Outcome
from drills.probes import at_rest, lines, started
from drills.town import Town, town
from drills.zygote import Zygote

SPEED = 15.0
LOAD_SECONDS = 2.0
PACE = 0.02
REFUSED = 78
REFUSAL_SECONDS = 20.0
SAID = "is damaged. Nothing was changed. Your newest good backup comes back with:"
LOCK = "lock"


@dataclass
class Seen:
    """What is looked at in each try."""

    refused: Outcome = field(
        default_factory=lambda: Outcome(f"a damaged database is refused, with {REFUSED}")
    )
    named: Outcome = field(
        default_factory=lambda: Outcome("the refusal names the newest good backup")
    )
    untouched: Outcome = field(default_factory=lambda: Outcome("its folder is as it was"))
    whole: Outcome = field(default_factory=lambda: Outcome("one without damage is not refused"))


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """A used database with a backup beside it is damaged in a copy of its folder each time."""
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        seen = Seen()
        await _use(made)
        at_home = made.data
        for number in range(order.tries):
            made.data = Path(shutil.copytree(at_home, at_home.with_name(f"damaged-{number}")))
            await _refuses(made, seen)
            shutil.rmtree(made.data)
        made.data = at_home
        seen.whole.tries += 1
        bot = await started(made)
        if bot.ended.done():
            seen.whole.violations.append(f"it ended with {bot.ended.result()}")
        await bot.end()
        return [seen.refused, seen.named, seen.untouched, seen.whole]


async def _use(made: Town) -> None:
    """People act for a while, a backup is made, and the bot ends as it should."""
    crowd = Crowd(made)
    await first_notice(made, crowd)
    bot = await started(made)
    acting = asyncio.create_task(crowd.act(PACE))
    await asyncio.sleep(LOAD_SECONDS)
    acting.cancel()
    await asyncio.gather(acting, return_exceptions=True)
    await at_rest(made)
    await (await made.start(arguments=("backup",))).ended
    await bot.end(signal.SIGTERM)


async def _refuses(made: Town, seen: Seen) -> None:
    for outcome in (seen.refused, seen.named, seen.untouched):
        outcome.tries += 1
    how = harm(made.database, made.dice)
    before, since = _content(made.data), made.log.stat().st_size
    bot = await made.start()
    await asyncio.wait((bot.ended,), timeout=REFUSAL_SECONDS)
    code = await bot.end()
    if code != REFUSED:
        seen.refused.violations.append(f"{how}: it ended with {code}")
    if lines(made, SAID, since) != 1:
        seen.named.violations.append(how)
    if _content(made.data) != before:
        seen.untouched.violations.append(how)


def _content(folder: Path) -> dict[str, bytes]:
    """All files but the lock, whose place is taken for the time of a start."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LOCK)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


DRILL = Drill("corrupt-start", "a start on a damaged file, each damaged in its own way", run, 200)
