"""A town to drill in: an alliance on the simulator, its data folder, and bots to start."""

import asyncio
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from drills.subject import Spec
from drills.times import FastTime
from drills.zygote import Bot, Zygote
from simulator.http import Running, serve
from simulator.world import World
from storage import chats, organisations, people
from storage.database import Database
from storage.organisations import Entry
from storage.upgrade import upgrade

Message = dict[str, Any]
LOOK_SECONDS = 0.01
PATIENCE_SECONDS = 60.0


@dataclass
class Town:
    """Staff, a liaison for each organisation, members; all of them in one group."""

    simulator: Running
    zygote: Zygote
    data: Path
    time: FastTime
    dice: random.Random
    without: tuple[str, ...] = ()
    staff: list[int] = field(default_factory=list)
    liaisons: dict[int, int] = field(default_factory=dict)
    """Person -> organisation."""
    members: list[int] = field(default_factory=list)
    group: int = 0

    @property
    def world(self) -> World:
        return self.simulator.world

    @property
    def database(self) -> Path:
        return self.data / "gongjian.db"

    @property
    def env(self) -> dict[str, str]:
        """The settings of its bots."""
        return {
            "GONGJIAN_TOKEN": self.simulator.token,
            "GONGJIAN_DATA": str(self.data),
            "GONGJIAN_API_URL": self.simulator.url,
            "GONGJIAN_QUIET": "off",
            "GONGJIAN_WORKING_DAYS": "off",
            "PYTHONUTF8": "1",
        }

    @property
    def log(self) -> Path:
        """What all the bots wrote."""
        return self.data.parent / "log"

    async def start(self, **special: Any) -> Bot:  # noqa: ANN401 - what a `Spec` has
        """A bot; `special` is what its `Spec` has that others have not."""
        spec = Spec(self.env, str(self.log), time=asdict(self.time), without=self.without)
        return await self.zygote.start(replace(spec, **special))

    def ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Asks a copy of the database: what the next bot finds is as the last one left it."""
        with tempfile.TemporaryDirectory() as folder:
            for file in self.data.glob("gongjian.db*"):
                shutil.copy(file, folder)
            with closing(sqlite3.connect(Path(folder) / "gongjian.db")) as copy:
                return copy.execute(question, values).fetchall()

    def now(self) -> datetime:
        """The town's time."""
        return datetime.fromtimestamp(self.world.now(), UTC)

    def bots_messages(self, chat: int) -> list[Message]:
        """What the bot has shown in a chat."""
        bot = self.world.bot.id
        return [one for one in self.world.messages(chat) if one.get("from", {}).get("id") == bot]

    def owed(self) -> int:
        """How many messages still have to be sent."""
        waits = "SELECT count(*) FROM deliveries WHERE state IN ('pending', 'sending')"
        return int(self.ask(waits)[0][0])

    async def until(self, is_so: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
        """Waits until it is so; False if it never was, in so many seconds of the machine's time."""
        give_up = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > give_up:
                return False
            await asyncio.sleep(LOOK_SECONDS)
        return True

    async def calm(self, seconds: float = 0.5, within: float = PATIENCE_SECONDS) -> bool:
        """Waits until nothing was asked of Telegram for so long, and no update waits."""
        quiet_since, asked = time.monotonic(), -1
        give_up = time.monotonic() + within
        while time.monotonic() < give_up:
            if asked != (now := len(self.world.requests)) or self.world.updates.waiting:
                quiet_since, asked = time.monotonic(), now
            elif time.monotonic() - quiet_since > seconds:
                return True
            await asyncio.sleep(LOOK_SECONDS)
        return False


@asynccontextmanager
async def town(  # noqa: PLR0913 - what a town can be like
    seed: int,
    *,
    without: tuple[str, ...] = (),
    speed: float = 1.0,
    units: int = 12,
    staff: int = 2,
    members: int = 4,
    zygote: Zygote | None = None,
) -> AsyncIterator[Town]:
    """A town, founded by its seed; nothing of it is left afterwards."""
    dice, clock = random.Random(seed), FastTime(time.time(), speed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory(prefix="drill-") as folder:
        async with serve(World(clock.now)) as simulator, _zygote(zygote) as forking:
            made = Town(simulator, forking, Path(folder) / "data", clock, dice, without)
            await _found(made, units, staff, members)
            yield made


@asynccontextmanager
async def _zygote(given: Zygote | None) -> AsyncIterator[Zygote]:
    if given is not None:
        yield given
        return
    async with Zygote() as own:
        yield own


async def _found(made: Town, count: int, staff: int, members: int) -> None:
    world = made.world
    made.staff = _move_in(world, "干部", staff)
    liaisons = _move_in(world, "联络员", count)
    made.members = _move_in(world, "居民", members)
    everybody = [*made.staff, *liaisons, *made.members]
    made.group = world.add_group(
        "共建群", everybody, administrators=made.staff, bot="administrator"
    ).id
    made.data.mkdir(mode=0o700)
    now = made.now()
    upgrade(made.database, now)
    async with Database(made.database) as db:
        await organisations.import_all(db, _register(count))
        for person in everybody:
            await people.remember(db, people.Person(id=person, name=str(person), is_reachable=True))
        for person in made.staff:
            await people.make_staff(db, person)
        every = await organisations.every(db)
        for person, one in zip(liaisons, every, strict=True):
            await people.appoint(db, person, one.id, made.staff[0], now)
            made.liaisons[person] = one.id
        await db.write(lambda connection: chats.meet(connection, made.group, "共建群"))
        await db.write(
            lambda connection: chats.stand(connection, made.group, is_administrator=True)
        )
        await chats.count_reactions(db, made.group, count=True)
    world.updates.clear()


def _move_in(world: World, name: str, count: int) -> list[int]:
    moved = [world.add_person(f"{name}{number}").id for number in range(1, count + 1)]
    for person in moved:
        world.start(person)
    return moved


def _register(count: int) -> list[Entry]:
    names = [f"第{number}单位" for number in range(1, count + 1)]
    return [Entry(name=name, short_name=name, category="stationed") for name in names]
