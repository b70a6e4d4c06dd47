"""A served world: nothing is left of it behind the block, whatever was still open."""

import asyncio
from contextlib import AsyncExitStack

import httpx
import pytest

from simulator.http import serve
from simulator.world import World
from tests.simulator.http_scene import called, client_of, poll_comes

ENDED = (dict, httpx.HTTPError)


async def test_a_stopped_server_leaves_no_task(world: World) -> None:
    before = asyncio.all_tasks()
    async with AsyncExitStack() as clients:
        async with serve(world) as running:
            client = await clients.enter_async_context(client_of(running))
            come = poll_comes(running)
            poll = asyncio.create_task(client.call("getUpdates", timeout=50))
            await come.wait()
            events = client.http.stream("GET", "/sim/events")
            stream = (await clients.enter_async_context(events)).aiter_lines()
            assert await anext(stream) == ": here"
            running.faults.add("slow", method="getMe", seconds=600)
            met = called(running.faults, "due")
            slow = asyncio.create_task(client.call("getMe"))
            await met.wait()
        ended = await asyncio.gather(poll, slow, return_exceptions=True)
    assert all(isinstance(one, ENDED) for one in ended)
    assert asyncio.all_tasks() == before


async def test_a_port_can_be_used_again_at_once(world: World) -> None:
    async with serve(world) as first, client_of(first) as client:
        await client.get("state")
    async with serve(world, port=first.port) as second, client_of(second) as client:
        assert second.port == first.port
        await client.get("state")


async def test_a_taken_port_is_an_error(world: World) -> None:
    async with serve(world) as running:
        with pytest.raises(OSError, match="in use"):
            async with serve(world, port=running.port):
                pytest.fail("two servers on one port")
