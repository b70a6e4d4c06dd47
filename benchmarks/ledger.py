"""The ledger of a year: 1,000 reports with three photos each, made while others talk with the bot.

    python -m benchmarks.ledger [--reports 1000] [--keep FOLDER]

All over real HTTP to the simulator, in one run on one machine. Prints how long it takes from the
order until the Excel file has arrived, and how long others wait for an answer while it is being
made, beside how long they wait when it is not.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from random import Random

from PIL import Image
from sqlalchemy import insert

from bot.app import running
from bot.clock import SystemClock, moment
from bot.settings import RunSettings
from commands.organisations.rules import decode, read_csv
from simulator.http import serve
from simulator.world import World
from storage import organisations, people
from storage.database import Database
from storage.tables import activities, photos
from storage.tags import LINKAGES
from storage.upgrade import upgrade

REGISTER = Path(__file__).parents[1] / "examples" / "liuzhai" / "organisations.csv"
PHOTOS, DIFFERENT = 3, 300
SIZE = (1280, 960)
"""What Telegram makes of a photo."""
OTHERS = 2_000
"""Who asks more than 40 times in a minute is met with silence."""
ALONE = 500
"""Answers that are measured before the order."""
LOOK_SECONDS = 0.002
TITLES = (
    "义诊",
    "金秋助学",
    "消防演练",
    "垃圾分类宣传",
    "重阳节慰问",
    "主题党日",
    "读书会",
    "招聘会",
)


def drawn(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture with as much in it as a photo: shades, and grain on them."""
    dice = Random(seed)  # noqa: S311 - the same pictures each time
    shades = Image.frombytes("RGB", (16, 12), dice.randbytes(16 * 12 * 3))
    grain = Image.frombytes("RGB", (320, 240), dice.randbytes(320 * 240 * 3)).resize(size)
    return Image.blend(shades.resize(size, Image.Resampling.BICUBIC), grain, 0.12)


def paint(folder: Path) -> list[Path]:
    """The photos' folder."""
    month = folder / "2026" / "08"
    month.mkdir(parents=True)
    paths = [month / f"{number}.jpg" for number in range(DIFFERENT)]
    for number, path in enumerate(paths):
        drawn(number).save(path, "JPEG", quality=85)
    return paths


async def fill(db: Database, settings: RunSettings, staff: int, reports: int) -> None:
    """The register, and reports of a whole year."""
    now = moment(SystemClock())
    await organisations.import_all(db, read_csv(decode(REGISTER.read_bytes())).rows)
    await people.make_staff(db, staff)
    register = [one.id for one in await organisations.every(db)]
    paths = [one.relative_to(settings.photos).as_posix() for one in paint(settings.photos)]
    size = (settings.photos / paths[0]).stat().st_size
    rows = [
        {
            "id": number,
            "organisation_id": register[number % len(register)],
            "reporter_id": staff,
            "chat_id": staff,
            "message_id": number,
            "caption": f"{TITLES[number % len(TITLES)]}，服务{number % 90}人，居民都说好" * 2,
            "title": TITLES[number % len(TITLES)],
            "held_on": date(2026, 1, 1) + timedelta(number % 365),
            "served": number % 90,
            "joined": number % 20,
            "minutes": number % 240,
            "money": number % 5000,
            "linkage": LINKAGES[number % 5],
            "place": "社区活动室",
            "reported_at": now,
        }
        for number in range(1, reports + 1)
    ]
    shots = [
        {
            "chat_id": staff,
            "message_id": number,
            "person_id": staff,
            "activity_id": number % reports + 1,
            "file_id": str(number),
            "file_unique_id": str(number),
            "sent_at": now,
            "due_at": now,
            "state": "kept",
            "path": paths[number % DIFFERENT],
            "bytes": size,
        }
        for number in range(reports * PHOTOS)
    ]
    await db.write(lambda connection: connection.execute(insert(activities), rows))
    await db.write(lambda connection: connection.execute(insert(photos), shots))


class Street:
    """Somebody of the staff who orders, and others who go on asking in turn."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.staff = world.add_person("王主任").id
        others = [world.add_person(f"居民{number}").id for number in range(OTHERS)]
        self.others = cycle(others)
        self.group = world.add_group("群", [self.staff, *others], [self.staff], bot="absent").id
        world.add_bot(self.staff, self.group, administrator=True)

    async def asks(self) -> float:
        """Milliseconds until a press is answered."""
        start = time.perf_counter()
        query = self.world.press(
            next(self.others), self.group, self.hello, "activities.hide:999999"
        )
        while self.world.answer(query) is None:
            await asyncio.sleep(LOOK_SECONDS)
        return (time.perf_counter() - start) * 1000

    @property
    def hello(self) -> int:
        """The bot's own message in the group."""
        bot = self.world.bot.id
        own = [one for one in self.world.messages(self.group) if one["from"]["id"] == bot]
        return int(own[0]["message_id"])

    def file(self) -> str | None:
        """The id of the file that arrived."""
        return next(
            (
                one["document"]["file_id"]
                for one in self.world.messages(self.staff)
                if "document" in one
            ),
            None,
        )


async def measure(reports: int, keep: Path | None) -> None:
    """One order, with somebody else who asks all the while."""
    with tempfile.TemporaryDirectory() as folder:
        async with serve(World(time.time)) as simulator:
            street = Street(simulator.world)
            settings = RunSettings(
                token=simulator.token,
                api_url=simulator.url,
                data=Path(folder),
                quiet="off",
                working_days=False,
                _env_file=None,
            )
            upgrade(settings.database, moment(SystemClock()))
            async with Database(settings.database) as db:
                await fill(db, settings, street.staff, reports)
            async with running(settings, SystemClock()):
                await order_and_ask(street, reports, keep)


async def order_and_ask(street: Street, reports: int, keep: Path | None) -> None:
    world = street.world
    world.start(street.staff)
    while not any(one["from"]["id"] == world.bot.id for one in world.messages(street.group)):
        await asyncio.sleep(LOOK_SECONDS)
    alone = [await street.asks() for _ in range(ALONE)]
    start = time.perf_counter()
    world.say(street.staff, street.staff, "/导出 活动 2026年")
    beside = []
    while (file_id := street.file()) is None:
        beside.append(await street.asks())
    seconds = time.perf_counter() - start
    data = world.file(file_id)
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / "ledger.xlsx").write_bytes(data)
    print(f"{reports:,} reports with {PHOTOS} photos each: {seconds:.1f} s until the file is there")
    for name, waits in (("without an export", alone), ("beside an export", beside)):
        worst = statistics.quantiles(waits, n=20)[-1]
        print(
            f"an answer {name}: {statistics.median(waits):.1f} ms, 95 of 100 in {worst:.1f} ms"
            f" ({len(waits)} asked)"
        )
    ratio = statistics.median(beside) / statistics.median(alone)
    print(f"others wait {ratio:.2f} x as long while the ledger is made")


def main() -> None:
    """Reads the command line and measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="a folder for the file that was made")
    said = parser.parse_args()
    asyncio.run(measure(said.reports, said.keep))


if __name__ == "__main__":
    main()
