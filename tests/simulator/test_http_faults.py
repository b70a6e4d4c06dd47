"""What goes wrong between a bot and its Telegram, as the real library sees it."""

import asyncio

import httpx
import pytest
from telegram.error import NetworkError, RetryAfter, TimedOut

from simulator.http import Running, serve
from simulator.world import World
from tests.simulator.http_scene import SOON, bot_of, client_of

BROKEN = (httpx.ReadError, httpx.RemoteProtocolError)


@pytest.fixture(autouse=True)
def spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns of `retry_after` as a number."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def ann(world: World) -> int:
    """Her private chat is open."""
    person = world.add_person("安然").id
    world.start(person)
    return person


def said(running: Running, person: int) -> list[str]:
    """What the bot wrote to her."""
    shown = running.world.messages(person)
    return [one["text"] for one in shown if one["from"]["is_bot"]]


@pytest.mark.parametrize(("kind", "arrived"), [("drop_before", []), ("drop_after", ["好"])])
async def test_a_dropped_call_leaves_it_open_whether_it_happened(
    simulator: Running, ann: int, kind: str, arrived: list[str]
) -> None:
    simulator.faults.add(kind, method="sendMessage")
    async with bot_of(simulator) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(ann, "好")
        assert isinstance(caught.value.__cause__, BROKEN)
        assert said(simulator, ann) == arrived
        await bot.send_message(ann, "再来")
    assert said(simulator, ann) == [*arrived, "再来"]


async def test_a_refusing_server_does_not_listen_and_comes_back(
    simulator: Running, ann: int
) -> None:
    simulator.faults.add("refuse", seconds=0.2)
    async with bot_of(simulator) as bot:
        with pytest.raises(NetworkError) as broken:
            await bot.send_message(ann, "一")
        with pytest.raises(NetworkError) as refused:
            await bot.send_message(ann, "二")
        assert isinstance(broken.value.__cause__, BROKEN)
        assert isinstance(refused.value.__cause__, httpx.ConnectError)
        await simulator.listens()
        await bot.send_message(ann, "三")
    assert said(simulator, ann) == ["三"]


async def test_a_refusing_server_can_be_closed(world: World) -> None:
    async with serve(world) as running, bot_of(running) as bot:
        running.faults.add("refuse", seconds=600)
        with pytest.raises(NetworkError):
            await bot.get_me()


async def test_a_slow_answer_times_out_though_the_call_takes_effect(
    simulator: Running, ann: int
) -> None:
    simulator.faults.add("slow", seconds=0.4)
    async with bot_of(simulator) as bot, asyncio.timeout(SOON):
        arrives = asyncio.Event()
        simulator.world.subscribe(lambda _event: arrives.set())
        with pytest.raises(TimedOut) as caught:
            await bot.send_message(ann, "好")
        assert isinstance(caught.value.__cause__, httpx.ReadTimeout)
        assert said(simulator, ann) == []
        await arrives.wait()
    assert said(simulator, ann) == ["好"]


async def test_a_bad_gateway_is_a_network_error(simulator: Running, ann: int) -> None:
    simulator.faults.add("error", chat=ann, times=2)
    async with bot_of(simulator) as bot:
        assert (await bot.get_me()).is_bot
        for _ in range(2):
            with pytest.raises(NetworkError, match="Bad Gateway"):
                await bot.send_message(ann, "好")
        await bot.send_message(ann, "好")


async def test_a_flood_names_its_seconds_in_the_body_and_the_header(simulator: Running) -> None:
    simulator.faults.add("flood", method="getMe", seconds=7, times=2)
    async with bot_of(simulator) as bot, client_of(simulator) as client:
        with pytest.raises(RetryAfter, match="Retry in 0:00:07"):
            await bot.get_me()
        answer = await client.http.get(f"/bot{client.token}/getMe")
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "7"
    assert answer.json()["description"] == "Too Many Requests: retry after 7"


async def test_a_poll_meets_a_fault_only_when_it_is_named(simulator: Running) -> None:
    fault = simulator.faults.add("error")
    async with bot_of(simulator) as bot:
        assert await bot.get_updates() == ()
        simulator.faults.remove(fault.id)
        simulator.faults.add("error", method="getupdates")
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.get_updates()
