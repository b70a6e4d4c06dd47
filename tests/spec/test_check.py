"""Whoever talks with the simulator in a test is held against the Bot API's data."""

from collections.abc import AsyncIterator

import httpx
import pytest

from simulator.http import Running, serve
from simulator.world import World
from tests.spec.check import Checked


@pytest.fixture
async def running(world: World) -> AsyncIterator[Running]:
    """Without a checker, so that a test brings its own."""
    async with serve(world) as running:
        yield running


async def ask(running: Running, method: str, **params: object) -> None:
    async with httpx.AsyncClient(base_url=running.url, trust_env=False) as client:
        await client.post(f"/bot{running.token}/{method}", json=params)


@pytest.mark.parametrize(
    ("method", "params", "problem"),
    [
        ("sendDice", {"chat_id": 1}, "sendDice: the simulator does not know it"),
        ("getMe", {"colour": "red"}, "getMe has no parameter colour"),
        ("getFile", {}, "getFile lacks file_id"),
        ("getUpdates", {"limit": "many"}, "getUpdates.limit: 'many' is not Integer"),
    ],
)
async def test_a_wrong_call_is_found_unless_it_is_expected(
    running: Running, method: str, params: dict[str, object], problem: str
) -> None:
    checked, lenient = Checked(running), Checked(running, {method})
    await ask(running, method, **params)
    assert checked.problems == [problem]
    assert lenient.problems == []


async def test_a_right_call_passes_in_any_case_of_letters(running: Running, world: World) -> None:
    checked = Checked(running)
    ann = world.add_person("安然").id
    world.start(ann)
    await ask(running, "sendmessage", chat_id=ann, text="好")
    await ask(running, "getUpdates")
    assert checked.problems == []
    assert all(request.ok for request in world.requests)


async def test_an_answer_that_is_not_the_bot_apis_is_found(running: Running, world: World) -> None:
    checked = Checked(running)
    world.bot.first_name = 5  # type: ignore[assignment] # the fault
    await ask(running, "getMe")
    assert checked.problems == ["getMe.first_name: 5 is not String"]


async def test_an_update_is_held_though_nobody_polls(running: Running, world: World) -> None:
    checked = Checked(running)
    world.updates.put("message", {"message_id": 1, "date": 0})
    assert checked.problems == ["update.message: Message lacks chat"]


async def test_a_test_says_what_it_calls_wrongly_on_purpose(
    simulator: Running, expected: set[str]
) -> None:
    expected.add("sendDice")
    await ask(simulator, "sendDice", chat_id=1)
