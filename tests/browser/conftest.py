"""A browser, and windows of it through which several people look at one world."""

import os
from collections.abc import AsyncIterator
from typing import Protocol

import pytest
from playwright.async_api import Browser, async_playwright

from simulator.world import World
from tests.browser.install import find
from tests.browser.windows import Scene, Windows

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def scene(world: World) -> Scene:
    ann = world.add_person("安然", username="ann", language_code="zh-hans")
    ben = world.add_person("王小明", language_code="zh-hans")
    group = world.add_group(
        "刘寨共建联盟", members=[ann.id, ben.id], administrators=[ann.id], bot="administrator"
    )
    return Scene(world, ann.id, ben.id, group.id)


class Served(Protocol):
    """Whatever serves the page."""

    @property
    def url(self) -> str: ...


@pytest.fixture(scope="session")
def chromium() -> str:
    path = find()
    if path is None:
        reason = "there is no Chromium on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """Start Chromium in the test's own event loop: half a second, and nothing is left over."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        await started.close()


@pytest.fixture
async def page_of(browser: Browser, simulator: Served) -> AsyncIterator[Windows]:
    windows = Windows(browser, simulator.url.rstrip("/"))
    yield windows
    for context in browser.contexts:
        await context.close()
    assert windows.strangers == []
    assert windows.errors == []
