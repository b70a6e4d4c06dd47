"""Server-sent events: everybody hears what they would notice, and no more."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from simulator.http import Running
from simulator.world import World
from tests.simulator.http_scene import SOON, Client, client_of


class Ear:
    """An open stream of events."""

    def __init__(self, answer: httpx.Response) -> None:
        self._lines = answer.aiter_lines()

    async def next(self) -> dict[str, Any]:
        """The next event that comes."""
        async with asyncio.timeout(SOON):
            async for line in self._lines:
                if line.startswith("data: "):
                    event: dict[str, Any] = json.loads(line.removeprefix("data: "))
                    return event
        raise AssertionError("the stream has ended")

    async def opens(self) -> None:
        """Returns when it hears."""
        async with asyncio.timeout(SOON):
            assert await anext(self._lines) == ": here"


@asynccontextmanager
async def ear_of(client: Client, person: int) -> AsyncIterator[Ear]:
    """What this person hears."""
    async with client.http.stream("GET", "/sim/events", params={"person": person}) as answer:
        ear = Ear(answer)
        await ear.opens()
        yield ear


@pytest.fixture
async def client(simulator: Running) -> AsyncIterator[Client]:
    async with client_of(simulator) as client:
        yield client


@pytest.fixture
def ann(world: World) -> int:
    return world.add_person("安然").id


@pytest.fixture
def ben(world: World) -> int:
    return world.add_person("本叔").id


async def test_a_private_chat_is_heard_by_its_person_alone(
    client: Client, world: World, ann: int, ben: int
) -> None:
    group = world.add_group("刘寨", [ann, ben], [ann]).id
    async with ear_of(client, ann) as hers, ear_of(client, ben) as his, ear_of(client, 0) as all_:
        world.say(ann, ann, "悄悄话")
        world.say(ann, group, "大家好")
        assert [(await hers.next())["data"]["text"] for _ in range(2)] == ["悄悄话", "大家好"]
        assert (await his.next())["data"]["text"] == "大家好"
        assert (await all_.next())["data"]["text"] == "悄悄话"


async def test_an_answer_goes_to_the_person_who_pressed(
    client: Client, world: World, ann: int, ben: int
) -> None:
    group = world.add_group("刘寨", [ann, ben], [ann]).id
    message = world.say(ann, group, "？")
    async with ear_of(client, ann) as hers, ear_of(client, ben) as his:
        query = world.press(ben, group, message, "x")
        await client.call("answerCallbackQuery", callback_query_id=query, text="收到")
        world.say(ann, group, "好")
        answer, said = [await his.next() for _ in range(2)]
        assert (answer["kind"], answer["data"]["text"]) == ("answer", "收到")
        assert (await hers.next()) == said


async def test_messages_come_with_what_clients_show(client: Client, world: World, ann: int) -> None:
    world.start(ann)
    async with ear_of(client, ann) as ear:
        keyboard = {"force_reply": True}
        await client.call("sendMessage", chat_id=ann, text="几人？", reply_markup=keyboard)
        heard = await ear.next()
    assert heard["data"]["sim"] == {"force_reply": keyboard}


async def test_who_is_thrown_out_hears_of_it_and_no_more(
    client: Client, world: World, ann: int, ben: int
) -> None:
    group = world.add_group("刘寨", [ann, ben], [ann]).id
    async with ear_of(client, ben) as ear:
        world.remove(ann, ben, group)
        world.say(ann, group, "他走了")
        await client.act("rules", privacy=True)
        assert [(await ear.next())["kind"] for _ in range(2)] == ["chat", "time"]


async def test_a_closed_page_is_forgotten(client: Client, simulator: Running, ann: int) -> None:
    async with ear_of(client, ann):
        pass
    simulator.world.say(ann, ann, "没人听")
    assert (await client.get("state"))["people"]
