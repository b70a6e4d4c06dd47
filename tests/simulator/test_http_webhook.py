"""Updates brought to a bot's own server, in order, until it takes them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest

from simulator.http import Running
from simulator.http.server import Listener
from simulator.world import World
from tests.simulator.http_scene import SOON, bot_of


class Hook:
    """A bot's own server: keeps what it gets, and fails as often as it is told."""

    def __init__(self) -> None:
        self.got: asyncio.Queue[tuple[str, str | None]] = asyncio.Queue()
        self.failures = 0
        self.failed = asyncio.Event()

    async def take(self, request: Request) -> Response:
        if self.failures:
            self.failures -= 1
            self.failed.set()
            return Response(status_code=500)
        secret = request.headers.get("x-telegram-bot-api-secret-token")
        self.got.put_nowait(((await request.json())["message"]["text"], secret))
        return Response()

    async def next(self) -> tuple[str, str | None]:
        """The next update's words and the secret that came along."""
        async with asyncio.timeout(SOON):
            return await self.got.get()

    @asynccontextmanager
    async def served(self) -> AsyncIterator[str]:
        """Its address."""
        listener = Listener(0)
        await listener.open(Starlette(routes=[Route("/hook", self.take, methods=["POST"])]))
        try:
            yield f"http://127.0.0.1:{listener.port}/hook"
        finally:
            await listener.close()


@pytest.fixture
def ann(world: World) -> int:
    """Her private chat is open, and the bot knows it."""
    person = world.add_person("安然").id
    world.start(person)
    world.updates.clear()
    return person


async def test_updates_come_in_order_with_the_secret(simulator: Running, ann: int) -> None:
    hook = Hook()
    simulator.world.say(ann, ann, "早")
    async with hook.served() as url, bot_of(simulator) as bot:
        await bot.set_webhook(url, secret_token="s3cret")
        assert await hook.next() == ("早", "s3cret")
        for text in "一二三":
            simulator.world.say(ann, ann, text)
        assert [(await hook.next())[0] for _ in range(3)] == ["一", "二", "三"]


async def test_what_failed_is_brought_again(simulator: Running, ann: int) -> None:
    hook = Hook()
    hook.failures = 1
    async with hook.served() as url, bot_of(simulator) as bot:
        await bot.set_webhook(url)
        simulator.world.say(ann, ann, "一")
        simulator.world.say(ann, ann, "二")
        await hook.failed.wait()
        assert [await hook.next() for _ in range(2)] == [("一", None), ("二", None)]
        info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert info.last_error_date is not None


async def test_what_is_not_taken_stays_for_polls(simulator: Running, ann: int) -> None:
    hook = Hook()
    hook.failures = 1000
    async with hook.served() as url, bot_of(simulator) as bot:
        await bot.set_webhook(url)
        simulator.world.say(ann, ann, "一")
        await hook.failed.wait()
        assert (await bot.get_webhook_info()).pending_update_count == 1
        await bot.delete_webhook()
        (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "一"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://example.org/hook", "offline and delivers to 127.0.0.1 only"),
        ("http://127.0.0.1:99999/", "invalid webhook url"),
        ("http://[/", "invalid webhook url"),
    ],
)
async def test_elsewhere_is_refused(simulator: Running, url: str, words: str) -> None:
    async with bot_of(simulator) as bot:
        with pytest.raises(BadRequest) as caught:
            await bot.set_webhook(url)
        assert (await bot.get_webhook_info()).url == ""
    assert words in caught.value.message.lower()
