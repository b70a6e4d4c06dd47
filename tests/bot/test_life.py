"""How the program ends: on being told to, on losing its token, on finding another at work."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import pytest

from bot.cli import EX_CONFIG, EX_TEMPFAIL
from tests.bot.test_polling import another_polls
from tests.conversations.alliance import Alliance
from tests.leaks import hear

pytestmark = pytest.mark.slow  # it starts the program, or talks for long

PATIENCE_SECONDS = 60
"""A machine that does much else at once may take so long; in how many it ends, drills measure."""


class Program:
    """`gongjian run` as a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def ends(self) -> tuple[int, str]:
        """The exit code, and what it wrote."""
        assert self.process.stderr is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            said = await self.process.stderr.read()
            return await self.process.wait(), hear(said.decode())


@asynccontextmanager
async def program(alliance: Alliance) -> AsyncIterator[Program]:
    """In the place of the alliance's own bot; whatever is left of it is killed in the end."""
    await alliance.stop()
    settings = alliance.settings
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=os.environ
        | {
            "GONGJIAN_TOKEN": settings.token.get_secret_value(),
            "GONGJIAN_DATA": str(settings.data),
            "GONGJIAN_API_URL": str(settings.api_url),
            "GONGJIAN_QUIET": "off",
            "GONGJIAN_WORKING_DAYS": "off",
            "PYTHONUTF8": "1",
        },
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Program(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def is_at_work(alliance: Alliance) -> None:
    await alliance["张阿姨"].says("/orgs")
    await alliance["张阿姨"].answered()


def states(alliance: Alliance) -> set[str]:
    with closing(sqlite3.connect(alliance.settings.database)) as file:
        return {state for (state,) in file.execute("SELECT state FROM deliveries")}


async def test_told_to_end_it_finishes_and_leaves_nothing_half_sent(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    async with program(alliance) as bot:
        await wang.starts()
        await wang.sees("可以先做这两件事")  # the last of what /start says
        alliance.simulator.faults.add("slow", method="sendMessage", chat=wang.id, seconds=60)
        await wang.says("/notice 请各单位确认")
        await alliance.until(lambda: not alliance.simulator.faults.waiting)
        bot.process.send_signal(signal.SIGTERM)
        code, said = await bot.ends()
    assert code == 0, said
    assert "unknown" in states(alliance)
    assert "sending" not in states(alliance)


async def test_without_its_token_it_says_so_and_ends_with_78(alliance: Alliance) -> None:
    async with program(alliance) as bot:
        await is_at_work(alliance)
        alliance.world.token = "1:OTHER"
        await alliance["张阿姨"].says("/orgs")
        code, said = await bot.ends()
    assert code == EX_CONFIG
    assert "Telegram 不认识这个令牌" in said
    assert "Traceback" not in said


async def test_the_later_of_two_ends_with_75(alliance: Alliance) -> None:
    async with program(alliance) as bot:
        await is_at_work(alliance)
        await another_polls(alliance)
        code, said = await bot.ends()
    assert code == EX_TEMPFAIL
    assert "启动在先" in said
    assert "Traceback" not in said
