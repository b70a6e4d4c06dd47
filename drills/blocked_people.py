"""Liaisons who blocked the bot, or never started it, are reminded."""

from functools import partial

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from drills.clock_jump import schedule
from drills.notices import open_notices
from drills.outcomes import Drill, Order, Outcome
from drills.town import Message, Town, town
from drills.zygote import Zygote
from storage.database import Database
from storage.plans import REMIND
from storage.tables import people

SPEED = 60.0
UNITS = 12
FIRST_STEPS = "🌱"


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Each time some block it, some come back, and a notice is reminded of."""
    reached = Outcome("who can be reached is reminded in private, once")
    named = Outcome("whose liaison cannot be reached is named in the group, once")
    marked = Outcome("who cannot be reached is marked so")
    lacks = ("pace", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, units=UNITS, zygote=zygote) as made:
        for _ in range(order.tries):
            await _try(made, reached, named, marked)
    return [reached, named, marked]


async def _try(made: Town, reached: Outcome, named: Outcome, marked: Outcome) -> None:
    away = set(made.dice.sample(list(made.liaisons), made.dice.randint(1, UNITS - 1)))
    for person in made.liaisons:
        (made.world.block if person in away else made.world.unblock)(person)
    made.world.updates.clear()  # the bot has not heard of it: it has to find out
    (notice,) = await open_notices(made, 1)
    async with Database(made.database) as db:
        await db.write(_think_all_reachable)
        await db.write(partial(schedule, notice=notice, due_at=made.now()))
    before = {person: len(_reminders(made, person)) for person in made.liaisons}
    shown = len(made.bots_messages(made.group))
    bot = await made.start()
    await made.until(lambda: not made.ask("SELECT 1 FROM jobs WHERE kind = ?", REMIND))
    await made.until(lambda: not made.owed())
    await made.calm()
    await bot.end()
    mention = "\n".join(
        one["text"] for one in made.bots_messages(made.group)[shown:] if "⏰" in one.get("text", "")
    )
    why = dict(made.ask("SELECT id, unreached_why FROM people"))
    for person, unit in made.liaisons.items():
        name = f"第{unit}单位"
        if person in away:
            _judge(named, mention.count(name + "：") + mention.count(name + "（") == 1, name)
            _judge(marked, why[person] == "blocked", f"{name}: {why[person]}")
        else:
            news = len(_reminders(made, person)) - before[person]
            _judge(reached, news == 1 and name not in mention.split(), f"{name}: {news}")


def _reminders(made: Town, person: int) -> list[Message]:
    """What somebody was told of notices; the first steps of a role come once besides."""
    return [one for one in made.bots_messages(person) if FIRST_STEPS not in one.get("text", "")]


async def _think_all_reachable(connection: AsyncConnection) -> None:
    facts = {"is_reachable": True, "unreached_why": None}
    await connection.execute(update(people).values(facts))


def _judge(outcome: Outcome, kept: bool, what: str) -> None:  # noqa: FBT001 - a verdict
    outcome.tries += 1
    if not kept:
        outcome.violations.append(what)


DRILL = Drill("blocked-people", "liaisons block the bot, and a notice is reminded of", run, 10)
