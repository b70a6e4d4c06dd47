"""The aiohttp transport does what the library's own does: the same calls through both."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from telegram import Bot, InputMediaPhoto
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.sending import surely_not_sent
from bot.transport import AiohttpRequest
from commands.activities.ledger.archives import PART_BYTES
from simulator.http import Running
from tests.vocabulary import photo

STOCK_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True)
class Wire:
    """One transport's bot on the simulator, and a group that it is in."""

    bot: Bot
    simulator: Running
    group: int

    def never_left(self, error: TelegramError) -> bool:
        """What this transport's own errors say."""
        return surely_not_sent(error) or isinstance(error.__cause__, STOCK_NEVER_LEFT)

    def arrived(self) -> int:
        return len(self.simulator.world.messages(self.group))


def stock(connections: int = 8) -> BaseRequest:
    return HTTPXRequest(connection_pool_size=connections)


@pytest.fixture(params=[stock, AiohttpRequest], ids=["stock", "aiohttp"])
async def wire(request: pytest.FixtureRequest, simulator: Running) -> AsyncIterator[Wire]:
    """Each test runs on both."""
    world = simulator.world
    ann = world.add_person("安然")
    group = world.add_group("群", members=[ann.id], administrators=[ann.id])
    bot = Bot(
        simulator.token,
        base_url=f"{simulator.url}/bot",
        base_file_url=f"{simulator.url}/file/bot",
        request=request.param(8),
    )
    async with bot:
        yield Wire(bot, simulator, group.id)


async def test_words_arrive_as_they_are(wire: Wire) -> None:
    sent = await wire.bot.send_message(wire.group, "通知 & <好> + % 😀\n第二行")
    assert sent.text == "通知 & <好> + % 😀\n第二行"


async def test_files_go_and_come(wire: Wire, tmp_path: Path) -> None:
    (tmp_path / "名单.txt").write_bytes(b"\x00\xff" * 1000)
    with (tmp_path / "名单.txt").open("rb") as file:
        sent = await wire.bot.send_document(wire.group, file, caption="名单")
    assert sent.document is not None
    assert sent.document.file_name == "名单.txt"
    got = await (await wire.bot.get_file(sent.document.file_id)).download_as_bytearray()
    assert bytes(got) == b"\x00\xff" * 1000


async def test_what_a_bot_may_send_at_most_arrives(wire: Wire) -> None:
    sent = await wire.bot.send_document(wire.group, bytes(PART_BYTES), filename="照片.zip")
    assert sent.document is not None
    assert sent.document.file_size == PART_BYTES


async def test_an_album_is_uploaded(wire: Wire) -> None:
    album = [InputMediaPhoto(photo(number)) for number in range(3)]
    sent = await wire.bot.send_media_group(wire.group, album, caption="三张")
    assert len(sent) == 3
    assert sent[0].caption == "三张"


async def test_refusals_are_the_librarys_errors(wire: Wire) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await wire.bot.send_message(999, "?")
    stranger = wire.simulator.world.add_person("生人")
    with pytest.raises(Forbidden, match="can't initiate"):
        await wire.bot.send_message(stranger.id, "?")
    wire.simulator.faults.add("flood", method="sendMessage", seconds=3)
    with pytest.raises(RetryAfter):
        await wire.bot.send_message(wire.group, "?")


async def test_a_group_that_moved_says_where(wire: Wire) -> None:
    world = wire.simulator.world
    ann = next(iter(world.people))
    old = world.add_group("旧群", members=[ann], administrators=[ann], type="group")
    new = world.upgrade(old.id)
    with pytest.raises(ChatMigrated) as moved:
        await wire.bot.send_message(old.id, "?")
    assert moved.value.new_chat_id == new


@pytest.mark.parametrize("make", [stock, AiohttpRequest], ids=["stock", "aiohttp"])
async def test_a_wrong_token_is_told(make: type[AiohttpRequest], simulator: Running) -> None:
    async with make(1) as request, make(1) as polls:
        bot = Bot(
            "1:wrong",
            f"{simulator.url}/bot",
            request=request,
            get_updates_request=polls,
        )
        with pytest.raises(InvalidToken):
            await bot.initialize()


@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "error"])
async def test_a_broken_connection_leaves_it_open(wire: Wire, fault: str) -> None:
    wire.simulator.faults.add(fault, method="sendMessage")
    with pytest.raises(NetworkError) as broken:
        await wire.bot.send_message(wire.group, "?")
    assert not wire.never_left(broken.value)
    assert wire.arrived() == (fault == "drop_after")


async def test_a_slow_answer_times_out_and_leaves_it_open(wire: Wire) -> None:
    wire.simulator.faults.add("slow", method="sendMessage", seconds=5)
    with pytest.raises(TimedOut) as late:
        await wire.bot.send_message(wire.group, "?", read_timeout=0.1)
    assert not wire.never_left(late.value)


async def test_who_cannot_be_reached_got_nothing(wire: Wire) -> None:
    wire.simulator.faults.add("refuse", method="getChat", seconds=0.3)
    with pytest.raises(NetworkError):
        await wire.bot.get_chat(wire.group)
    with pytest.raises(NetworkError) as refused:
        await wire.bot.send_message(wire.group, "?")
    assert wire.never_left(refused.value)


@pytest.mark.parametrize("make", [stock, AiohttpRequest], ids=["stock", "aiohttp"])
async def test_when_no_connection_is_free_nothing_was_sent(
    make: type[AiohttpRequest], simulator: Running
) -> None:
    slow = simulator.faults.add("slow", method="getMe", seconds=5, times=2)
    async with make(1) as request:
        url = f"{simulator.url}/bot{simulator.token}/getMe"
        first = asyncio.create_task(request.post(url))
        while slow.times == 2:  # noqa: ASYNC110 - the simulator has no event for it
            await asyncio.sleep(0)  # until the first one has the only connection
        with pytest.raises(TimedOut) as waited:
            await request.post(url, pool_timeout=0.05, connect_timeout=0.05)
        cause = waited.value.__cause__
        assert surely_not_sent(waited.value) or isinstance(cause, httpx.PoolTimeout)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)


@pytest.mark.parametrize("make", [stock, AiohttpRequest], ids=["stock", "aiohttp"])
async def test_a_proxy_is_taken_from_the_environment(
    make: type[AiohttpRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        body = b'{"ok": true, "result": 1}'
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(proxy, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        async with make(1) as request:
            assert await request.post("http://telegram.invalid/bot1:x/getMe") == 1
    assert asked == [b"POST http://telegram.invalid/bot1:x/getMe HTTP/1.1\r\n"]


@pytest.mark.parametrize("make", [stock, AiohttpRequest], ids=["stock", "aiohttp"])
async def test_a_closed_pool_is_told(make: type[AiohttpRequest], simulator: Running) -> None:
    request = make(1)
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
    with pytest.raises(NetworkError, match="not initialized"):
        await request.post(f"{simulator.url}/bot{simulator.token}/getMe")
