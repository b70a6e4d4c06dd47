"""Backups while people talk, each restored at once elsewhere and compared."""

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from drills.crowd import Crowd
from drills.outcomes import Drill, Order, Outcome
from drills.town import Town, town
from drills.zygote import Zygote
from storage.copies import copy
from storage.restorations import BadCopyError, check, restore

SPEED = 15.0
PACE = 0.03
LONGEST_WAIT = 4.0
ONLINE = "online backup"
"""Without it the file alone is copied, as somebody might do by hand."""


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """One bot lives through all of it."""
    lacks = ("pace", "manners", *(one for one in order.without if one != ONLINE))
    sound = Outcome("a backup passes every check, and is restored")
    prefix = Outcome("it has all that was committed before, and nothing is missing in between")
    same = Outcome("what is restored is, row by row, what was there")
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        bot = await made.start()
        acting = asyncio.create_task(Crowd(made).act(PACE))
        await made.until(lambda: bool(_reports(made.database)))
        for _ in range(order.tries):
            await made.time.sleep(made.dice.uniform(0, LONGEST_WAIT))
            is_naive = ONLINE in order.without
            await asyncio.to_thread(_try, made, (sound, prefix, same), is_naive=is_naive)
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        await bot.end()
    return [sound, prefix, same]


def _try(made: Town, outcomes: tuple[Outcome, Outcome, Outcome], *, is_naive: bool) -> None:
    sound, prefix, same = outcomes
    for outcome in outcomes:
        outcome.tries += 1
    before = _taken_in(made.database)
    with tempfile.TemporaryDirectory() as folder:
        restored = Path(folder) / "restored" / "gongjian.db"
        try:
            if is_naive:
                restored.parent.mkdir()
                shutil.copyfile(made.database, restored)
            else:
                file = Path(folder) / "copy.tar"
                copy(made.database, made.data / "photos", file, made.now())
                check(file)
                restore(file, restored.parent, made.now())
            kept, reports = _taken_in(restored), _reports(restored)
        except (BadCopyError, sqlite3.Error, OSError) as error:
            sound.violations.append(repr(error)[:100])
            return
    after = _taken_in(made.database)
    last = max(kept, default=0)
    if not before <= kept or kept != {one for one in after if one <= last}:
        prefix.violations.append(f"{len(before)} before, {len(kept)} kept, {len(after)} after")
    live = _reports(made.database)
    if any(live.get(number) != facts for number, facts in reports.items()):
        same.violations.append("a report differs")


def _taken_in(database: Path) -> set[int]:
    """The updates, whose ids grow as they are taken in."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as file:
        return {number for (number,) in file.execute("SELECT update_id FROM inbox")}


def _reports(database: Path) -> dict[int, tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as file:
        asked = "SELECT id, title, caption, reporter_id, message_id FROM activities"
        return {number: tuple(facts) for number, *facts in file.execute(asked)}


DRILL = Drill("restore", "backups under load, restored and compared", run, 30)
