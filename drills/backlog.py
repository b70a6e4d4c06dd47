"""Many thousand updates wait when the bot starts: it takes them as it can, and stays small."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from drills.outcomes import Drill, Order, Outcome
from drills.probes import at_rest, started
from drills.town import Town, town
from drills.zygote import Bot, Zygote

SPEED = 15.0
PEOPLE = 300
MOST_IN_HAND = 1400
"""A thousand that wait in memory, 256 in hand, a poll of a hundred, and a little."""
MOST_MB = 200
LOOK_SECONDS = 0.1
PATIENCE_SECONDS = 3600.0
UNDONE = "SELECT count(*) FROM inbox WHERE done_at IS NULL"


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Each try is one question of one of many people, asked before the bot is there."""
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, members=PEOPLE, zygote=zygote) as made:
        for number in range(order.tries):
            person = made.members[number % PEOPLE]
            made.world.say(person, person, "/whoami")
        bot = await started(made)
        in_hand = await _in_hand(made)
        small = _small(bot)
        rests = await at_rest(made, PATIENCE_SECONDS)
        await bot.end()
        return [in_hand, small, _answered(made, order.tries, rests=rests)]


async def _in_hand(made: Town) -> Outcome:
    """Looks again and again, until Telegram has no more of them."""
    outcome = Outcome(f"taken from Telegram and not done are {MOST_IN_HAND:,} at most")
    uri = f"{made.database.as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as file:
        while made.world.updates.waiting:
            (undone,) = file.execute(UNDONE).fetchone()
            outcome.tries += 1
            if undone > MOST_IN_HAND:
                outcome.violations.append(f"{undone:,} of them")
            await asyncio.sleep(LOOK_SECONDS)
    return outcome


def _small(bot: Bot) -> Outcome:
    """The most memory that it ever had; only Linux tells."""
    status = Path(f"/proc/{bot.pid}/status")
    outcome = Outcome(f"the bot has {MOST_MB} MB at most, whatever waits")
    if not status.exists():
        return outcome
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    megabytes = int(peak.split()[1]) // 1024
    outcome.promise += f" ({megabytes} MB)"
    outcome.tries = 1
    if megabytes > MOST_MB:
        outcome.violations.append(f"{megabytes} MB")
    return outcome


def _answered(made: Town, asked: int, *, rests: bool) -> Outcome:
    outcome = Outcome("everybody is answered, once for each question", tries=asked)
    answers = sum(len(made.bots_messages(person)) for person in made.members)
    if answers != asked or not rests:
        outcome.violations.append(f"{answers:,} answers to {asked:,} questions")
    return outcome


DRILL = Drill("backlog", "thousands of updates wait when the bot starts", run, 5000)
