"""A browser, and windows of it through which several people look at one world.

One Chromium serves all tests, so they share its event loop, the session's: so does the simulator
here. An async fixture that a test in the browser uses says `loop_scope="session"`.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from simulator.http import Running, serve
from simulator.http.clock import MovableClock
from simulator.world import World
from tests.browser.install import find
from tests.browser.windows import Scene, Windows

HERE = Path(__file__).parent
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def chromium() -> str:
    path = find()
    if path is None:
        reason = "there is no Chromium on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        await started.close()


@pytest.fixture
def clock() -> MovableClock:
    """The lab moves it."""
    return MovableClock()


@pytest.fixture
def world(clock: MovableClock) -> World:
    return World(clock.now)


@pytest_asyncio.fixture(loop_scope="session")
async def simulator(world: World, clock: MovableClock) -> AsyncIterator[Running]:
    async with serve(world, clock=clock) as running:
        yield running


@pytest.fixture
def scene(world: World) -> Scene:
    ann = world.add_person("安然", username="ann", language_code="zh-hans")
    ben = world.add_person("王小明", language_code="zh-hans")
    group = world.add_group(
        "刘寨共建联盟", members=[ann.id, ben.id], administrators=[ann.id], bot="administrator"
    )
    return Scene(world, ann.id, ben.id, group.id)


@pytest_asyncio.fixture(loop_scope="session")
async def page_of(browser: Browser, simulator: Running) -> AsyncIterator[Windows]:
    windows = Windows(browser, simulator.url)
    yield windows
    await windows.close()
    assert windows.strangers == []
    assert windows.errors == []
