"""A storm of presses of 收到: Gongjian, which keeps every one, beside a bare bot that keeps none.

    python -m benchmarks.storm [--presses 1000]

Both answer over real HTTP to the simulator, in one run on one machine. Prints answers a second,
their ratio, and how many edits of the card the storm cost.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, ContextTypes

from bot.app import running
from bot.clock import SystemClock, moment
from bot.settings import RunSettings
from commands.organisations.rules import decode, read_csv
from simulator.http import Running, serve
from simulator.world import World
from storage import organisations, people
from storage.database import Database
from storage.upgrade import upgrade

REGISTER = Path(__file__).parents[1] / "examples" / "liuzhai" / "organisations.csv"
LABEL = "收到"
LOOK_SECONDS = 0.01


class Storm:
    """A group of as many people as there are presses, each of whom presses once."""

    def __init__(self, simulator: Running, presses: int) -> None:
        self.simulator = simulator
        self.world = simulator.world
        self.people = [self.world.add_person(f"居民{n}").id for n in range(presses)]
        chat = self.world.add_group("群", self.people, self.people[:1], bot="absent")
        self.group = chat.id
        self.world.add_bot(self.people[0], self.group, administrator=True)

    async def rage(self) -> float:
        """Answers a second, from the first press to the last answer."""
        message, data = await self.button(LABEL)
        start = time.perf_counter()
        queries = [self.world.press(one, self.group, message, data) for one in self.people]
        while any(self.world.answer(query) is None for query in queries):
            await asyncio.sleep(LOOK_SECONDS)
        return len(queries) / (time.perf_counter() - start)

    async def button(self, label: str) -> tuple[int, str]:
        """The newest button with the label, once it is there: message id and data."""
        while True:
            for message in reversed(self.world.messages(self.group)):
                for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                    for key in row:
                        if label in key["text"]:
                            return message["message_id"], key["callback_data"]
            await asyncio.sleep(LOOK_SECONDS)

    async def shows(self, text: str) -> None:
        """Waits until some message has the text."""
        while not any(text in one.get("text", "") for one in self.world.messages(self.group)):
            await asyncio.sleep(LOOK_SECONDS)

    def asked(self, method: str) -> int:
        return sum(request.method == method for request in self.world.requests)


@asynccontextmanager
async def bare(storm: Storm) -> AsyncIterator[None]:
    """python-telegram-bot as it comes, told to answer presses and nothing else."""

    async def answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.callback_query is not None:
            await update.callback_query.answer(LABEL)

    url = storm.simulator.url
    builder = ApplicationBuilder().token(storm.simulator.token)
    application = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    application.add_handler(CallbackQueryHandler(answer))
    async with application:
        await application.start()
        if application.updater is not None:
            await application.updater.start_polling()
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton(LABEL, callback_data="x")]])
        await application.bot.send_message(storm.group, "通知", reply_markup=keyboard)
        yield
        if application.updater is not None:
            await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def gongjian(storm: Storm, folder: Path) -> AsyncIterator[None]:
    """The bot with Liuzhai's register, the first 20 people its liaisons, one notice posted."""
    settings = RunSettings(
        token=storm.simulator.token,
        api_url=storm.simulator.url,
        data=folder,
        quiet="off",
        working_days=False,
        _env_file=None,
    )
    now = moment(SystemClock())
    upgrade(settings.database, now)
    async with Database(settings.database) as db:
        await organisations.import_all(db, read_csv(decode(REGISTER.read_bytes())).rows)
        await people.make_staff(db, storm.people[0])
        for person, one in zip(storm.people, await organisations.every(db), strict=False):
            await people.appoint(db, person, one.id, storm.people[0], now)
    async with running(settings, SystemClock()):
        storm.world.say(storm.people[0], storm.group, "/notice 请各单位确认")
        message, data = await storm.button("发布到")
        storm.world.press(storm.people[0], storm.group, message, data)
        await storm.button(LABEL)
        yield


async def measure(presses: int) -> None:
    """Two storms, one after the other, each on a world of its own."""
    async with serve(World(time.time)) as simulator:
        storm = Storm(simulator, presses)
        async with bare(storm):
            plain = await storm.rage()
    with tempfile.TemporaryDirectory() as folder:
        async with serve(World(time.time)) as simulator:
            storm = Storm(simulator, presses)
            async with gongjian(storm, Path(folder)):
                durable = await storm.rage()
                await storm.shows("20/20")
                edits = storm.asked("editMessageText")
    print(f"bare bot, keeps nothing:   {plain:,.0f} answers a second")
    print(f"gongjian, keeps every one: {durable:,.0f} answers a second, {durable / plain:.2f} x")
    print(f"{presses} presses cost {edits} edits")


def main() -> None:
    """Reads the command line and measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--presses", type=int, default=1000)
    asyncio.run(measure(parser.parse_args().presses))


if __name__ == "__main__":
    main()
