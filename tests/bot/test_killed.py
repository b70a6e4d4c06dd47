"""`kill -9` in the middle of a storm: started again, the bot has every answer, each once."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.conversations.alliance import Alliance

pytestmark = pytest.mark.slow  # it starts the program, or talks for long

ROUNDS = 3


@asynccontextmanager
async def process(alliance: Alliance) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot as a program of its own, killed at the end of the block."""
    settings = alliance.settings
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=os.environ
        | {
            "GONGJIAN_TOKEN": settings.token.get_secret_value(),
            "GONGJIAN_DATA": str(settings.data),
            "GONGJIAN_API_URL": str(settings.api_url),
        },
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield program
    finally:
        program.kill()
        await program.wait()


async def test_no_answer_is_lost_or_counted_twice(alliance: Alliance) -> None:
    wang, world = alliance["王主任"], alliance.world
    await wang.says("/notice 请各单位确认")
    await wang.presses("发布到")
    card = await wang.sees("0/20")
    await alliance.stop()
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    for _ in range(ROUNDS):
        for person in alliance.everybody.values():
            world.press(person.id, alliance.group, card["message_id"], data)
        async with process(alliance):
            await alliance.until(lambda: not world.updates.waiting)
    async with process(alliance):
        await wang.sees("4/20")
    cards = [one for one in world.messages(alliance.group) if "📢 通知" in one.get("text", "")]
    assert len(cards) == 1
