"""An ack storm: everybody presses on one notice within a minute.

    python -m benchmarks.ack_storm [--people 5000] [--seconds 60]

The presses come evenly over the time, by real HTTP from the simulator, which keeps Telegram's flood
limits. Twice: a sign-up that asks everybody, and a receipt that asks 300 organisations while all
the others press as well. Prints how long presses waited for their answers, how many had none, the
most edits of the card in a minute, and whether the last card and the database say what was pressed.
Ends with 1 unless all of that is as promised.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.storm import Storm
from bot import memory
from bot.app import running
from bot.clock import SystemClock, moment
from bot.settings import RunSettings
from simulator.http import Running, serve
from simulator.world import World
from storage import chats, drafts, sendings
from storage.audiences import ALL, EVERYBODY
from storage.database import Database
from storage.notices import RECEIPT, SIGN_UP
from storage.tables import answers, liaisons, organisations, people
from storage.upgrade import upgrade

ORGANISATIONS = 300
SLOWEST = 1.0
"""Seconds that the slowest press of a hundred may wait."""
MOST_EDITS = 20
"""Of one message in a minute. Bot API: 20 messages a minute to a group."""
MINUTE = 60.0
PATIENCE_SECONDS = 120.0
LOOK_SECONDS = 0.05


@dataclass(frozen=True)
class Asked:
    """What the notice of a storm asks, and of how many an answer is kept."""

    audience: str
    form: str
    button: str

    def counted(self, crowd: int) -> int:
        """Everybody's own answer, or one for each organisation."""
        return crowd if self.audience == EVERYBODY else min(crowd, ORGANISATIONS)

    def shown(self, counted: int) -> str:
        """What the last card has to say."""
        return f"已报名 {counted:,} 人" if self.form == SIGN_UP else f"{counted}/{ORGANISATIONS}"


STORMS = {
    "everybody signs up": Asked(EVERYBODY, SIGN_UP, "我参加"),
    "300 organisations confirm": Asked(ALL, RECEIPT, "收到"),
}


@dataclass
class Watch:
    """What the bot's calls showed."""

    group: int
    pressed: dict[str, float] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)

    def hears(self, method: str, params: dict[str, Any], _files: object, answer: object) -> None:
        """Every call; None: it was refused."""
        now = time.perf_counter()
        if method == "answerCallbackQuery" and answer is not None:
            began = self.pressed.pop(str(params["callback_query_id"]), None)
            if began is not None:
                self.waits.append(now - began)
        elif method == "editMessageText" and str(params.get("chat_id")) == str(self.group):
            self.edits.append(now)


def most_in_a_minute(moments: Sequence[float]) -> int:
    """How many of the moments, in seconds, lie within the fullest minute."""
    return max(
        (sum(start <= one < start + MINUTE for one in moments) for start in moments), default=0
    )


async def press_all(storm: Storm, watch: Watch, label: str, seconds: float) -> None:
    """Each once, evenly over the time; returns when all are answered, or after two minutes more."""
    message, data = await storm.button(label)
    began = time.perf_counter()
    for place, person in enumerate(storm.people):
        await asyncio.sleep(began + seconds * place / len(storm.people) - time.perf_counter())
        query = storm.world.press(person, storm.group, message, data)
        watch.pressed[query] = time.perf_counter()
    over = time.perf_counter() + PATIENCE_SECONDS
    while watch.pressed and time.perf_counter() < over:
        await asyncio.sleep(LOOK_SECONDS)


async def rage(asked: Asked, crowd: int, seconds: float) -> bool:
    """One storm; True when all was as promised."""
    world = World(time.time)
    world.rules.flood = True
    with tempfile.TemporaryDirectory() as folder:
        async with serve(world) as simulator:
            storm, settings = Storm(simulator, crowd), _settings(simulator, Path(folder))
            watch = Watch(storm.group)
            simulator.api.watchers.append(watch.hears)
            await _prepare(settings, storm, asked)
            async with running(settings, SystemClock()):
                memory.settle()  # as the program does
                await press_all(storm, watch, asked.button, seconds)
                counted = asked.counted(crowd)
                is_exact = await _shows(storm, asked.shown(counted))
            async with Database(settings.database) as db:
                kept = await db.read(_count)
    cuts = statistics.quantiles(watch.waits, n=100)
    p50, p95, p99 = (cuts[at] * 1000 for at in (49, 94, 98))
    edits = most_in_a_minute(watch.edits)
    print(f"  answered: {len(watch.waits):,} of {crowd:,} presses in {seconds:.0f} s")
    print(f"  waited: p50 {p50:.0f} ms, p95 {p95:.0f} ms, p99 {p99:.0f} ms")
    print(f"  edits of the card: {len(watch.edits)}, at most {edits} in a minute")
    print(f"  kept: {kept:,} of {counted:,}; the last card {'says so' if is_exact else 'does not'}")
    is_answered = len(watch.waits) == crowd and p99 < SLOWEST * 1000
    return is_answered and edits <= MOST_EDITS and kept == counted and is_exact


async def _shows(storm: Storm, text: str) -> bool:
    """The card says it in the end; False after two minutes."""
    try:
        await asyncio.wait_for(storm.shows(text), PATIENCE_SECONDS)
    except TimeoutError:
        return False
    return True


def _settings(simulator: Running, folder: Path) -> RunSettings:
    return RunSettings(
        token=simulator.token,
        api_url=simulator.url,
        data=folder,
        quiet="off",
        working_days=False,
        _env_file=None,
    )


async def _prepare(settings: RunSettings, storm: Storm, asked: Asked) -> None:
    """The register, its liaisons, and a notice that goes out at once."""
    now, staff = moment(SystemClock()), storm.people[0]
    upgrade(settings.database, now)
    storm.world.start(staff)

    async def seat(connection: AsyncConnection) -> None:
        known = [
            {"id": one, "name": f"居民{one}", "is_staff": one == staff} for one in storm.people
        ]
        await connection.execute(insert(people), known)
        await connection.execute(update(people).where(people.c.id == staff).values(is_staff=True))
        await chats.meet(connection, storm.group, "群")
        units = range(1, ORGANISATIONS + 1)
        register = [
            {"id": n, "position": n, "name": f"单位{n}", "short_name": f"单位{n}"} for n in units
        ]
        await connection.execute(insert(organisations).values(category="stationed"), register)
        served = [
            {"person_id": person, "organisation_id": n}
            for n, person in zip(units, storm.people, strict=False)
        ]
        by_staff = insert(liaisons).values(since=now, added_by=staff)
        await connection.execute(by_staff, served)

    async with Database(settings.database) as db:
        await db.write(seat)
        draft = await drafts.draft(
            db,
            "请确认",
            staff,
            now,
            group_id=storm.group,
            preview_to=staff,
            reply_to=None,
            choices={"audience": asked.audience, "form": asked.form},
        )
        await sendings.send(db, draft, storm.group, staff, now)


async def _count(connection: AsyncConnection) -> int:
    kept: int = (await connection.execute(select(func.count()).select_from(answers))).scalar_one()
    return kept


async def measure(crowd: int, seconds: float) -> bool:
    """All the storms, one after the other; True when each was as promised."""
    kept = []
    for name, asked in STORMS.items():
        print(f"{name}:")
        kept.append(await rage(asked, crowd, seconds))
    return all(kept)


def main() -> None:
    """Reads the command line, measures, and ends with 1 when a promise was not kept."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=MINUTE)
    told = parser.parse_args()
    sys.exit(not asyncio.run(measure(told.people, told.seconds)))


if __name__ == "__main__":
    main()
