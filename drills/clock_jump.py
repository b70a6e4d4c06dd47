"""The machine's clock is set forward and back, or the machine sleeps for three days."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from drills.notices import open_notices
from drills.outcomes import Drill, Order, Outcome
from drills.times import FastTime
from drills.town import Town, town
from drills.zygote import Zygote
from storage import jobs
from storage.database import Database
from storage.plans import REMIND

HOUR, DAY = 3600.0, 86400.0
JUMPS = (HOUR, DAY, -HOUR, -DAY)
SLEEP_DAYS = 3
SPEED = 200.0
"""A minute, after which the bot looks at the clock again, is a third of a second."""
LATE = "补发"
JOBS = 12
STEADY, PATIENCE_SECONDS = 0.6, 30.0


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Reminders are due over the next days; the clock jumps, and in the end goes past them all."""
    lacks = ("pace", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, units=3, zygote=zygote) as made:
        ids = await open_notices(made, JOBS)
        ahead = _settable(made)
        await _plan(made, {one: [made.dice.uniform(0, 2 * DAY)] for one in ids})
        bot = await made.start()
        for _ in range(order.tries):
            _set(ahead, max(0.0, _read(ahead) + made.dice.choice(JUMPS)))
            await made.calm(STEADY)
        _set(ahead, 4 * DAY)
        await made.until(lambda: not _waiting(made), seconds=PATIENCE_SECONDS)
        _set(ahead, 0.0)
        await made.calm(STEADY)
        await bot.end()
        return [
            _once(made, ids, "every due job is done once, wherever the clock jumps"),
            _gone(made),
        ]


async def sleep(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Several reminders of each notice come due while no bot is there for three days."""
    lacks = ("pace", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, units=3, zygote=zygote) as made:
        ids = await open_notices(made, order.tries)
        ahead = _settable(made)
        days = {one: [made.dice.uniform(0.1, SLEEP_DAYS) * DAY for _ in range(3)] for one in ids}
        await _plan(made, days)
        first = await made.start()
        await made.calm(STEADY)
        await first.end()
        _set(ahead, SLEEP_DAYS * DAY)
        second = await made.start()
        await made.until(lambda: not _waiting(made), seconds=PATIENCE_SECONDS)
        await made.calm(1.0)
        await second.end()
        late = Outcome("one that comes late says so")
        for person in made.liaisons:
            for one in made.bots_messages(person):
                if "⏰" in one["text"]:
                    late.tries += 1
                    if LATE not in one["text"]:
                        late.violations.append(one["text"][:80])
        return [
            _once(made, ids, "a liaison is reminded once"),
            _merged(made, ids),
            late,
            _gone(made),
        ]


def _settable(made: Town) -> Path:
    """The file that says how far the clock is set; the world's people live by it, too."""
    ahead = made.data.parent / "ahead"
    ahead.write_text("0")
    made.time = FastTime(made.time.origin, made.time.speed, str(ahead))
    return ahead


def _set(ahead: Path, seconds: float) -> None:
    part = ahead.with_suffix(".part")
    part.write_text(str(seconds))
    part.replace(ahead)


def _read(ahead: Path) -> float:
    return float(ahead.read_text())


async def _plan(made: Town, moments: dict[int, list[float]]) -> None:
    now = made.now()
    async with Database(made.database) as db:
        for notice, seconds in moments.items():
            for one in seconds:
                await db.write(
                    partial(schedule, notice=notice, due_at=now + timedelta(seconds=one))
                )


async def schedule(connection: AsyncConnection, notice: int, due_at: datetime) -> None:
    """A reminder of the notice is due then."""
    await jobs.schedule(connection, REMIND, notice, due_at)


def _waiting(made: Town) -> int:
    return len(_reminders(made)) + made.owed()


def _gone(made: Town) -> Outcome:
    left = [str(job) for job in _reminders(made)]
    return Outcome("what was due and done is not due again", JOBS, left)


def _reminders(made: Town) -> list[tuple[Any, ...]]:
    """Those that are due some time; other things come every week, and are always due again."""
    return made.ask("SELECT kind, subject_id, due_at FROM jobs WHERE kind = ?", REMIND)


def _merged(made: Town, ids: list[int]) -> Outcome:
    outcome = Outcome("late jobs of one notice become one")
    log = made.log.read_text()
    for notice in ids:
        outcome.tries += 1
        times = log.count(f"Job {REMIND} {notice} is late")
        if times != 1:
            outcome.violations.append(f"notice {notice}: done {times} times")
    return outcome


def _once(made: Town, ids: list[int], promise: str) -> Outcome:
    outcome = Outcome(promise)
    for notice in ids:
        for person in made.liaisons:
            outcome.tries += 1
            kept = made.ask(
                "SELECT count(*) FROM reminders WHERE notice_id = ? AND person_id = ?",
                notice,
                person,
            )[0][0]
            number = made.ask("SELECT number FROM notices WHERE id = ?", notice)[0][0]
            seen = sum(f"通知 {number} 号" in one["text"] for one in made.bots_messages(person))
            if (kept, seen) != (1, 1):
                outcome.violations.append(f"notice {notice}: {kept} kept, {seen} seen")
    return outcome


DRILL = Drill("clock-jump", "the clock is set by an hour or a day, both ways", run, 20)
ASLEEP = Drill("asleep", "three days without a bot, three reminders for each notice", sleep, 10)
