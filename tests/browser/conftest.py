"""A browser, and windows of it through which several people look at one world."""

import os
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.async_api import Browser, async_playwright

from simulator.world import World
from tests.browser.install import find
from tests.browser.windows import Scene, Windows

STARTING = 30  # seconds
POINTER = "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
FLAGS = (
    "--headless",
    "--remote-debugging-port=0",
    "--hide-scrollbars",
    f"--blink-settings={POINTER}",  # a mouse, unless the window is a phone's
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
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start one Chromium for all tests; answers its address."""
    path = find()
    if path is None:
        reason = "there is no Chromium on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    profile = tmp_path_factory.mktemp("chromium")
    command = [path, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(  # noqa: S603 -- a fixed command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        yield f"http://127.0.0.1:{debugging_port(profile, process)}"
        process.terminate()


def debugging_port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    told = profile / "DevToolsActivePort"
    deadline = time.monotonic() + STARTING
    while process.poll() is None and time.monotonic() < deadline:
        lines = told.read_text().splitlines() if told.exists() else []
        if len(lines) > 1:
            return int(lines[0])
        time.sleep(0.02)
    process.kill()
    pytest.fail("Chromium did not start")


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """Connect to the one Chromium from the test's own event loop."""
    async with async_playwright() as playwright:
        connected = await playwright.chromium.connect_over_cdp(chromium)
        yield connected
        await connected.close()


@pytest.fixture
async def page_of(browser: Browser, simulator: Served) -> AsyncIterator[Windows]:
    windows = Windows(browser, simulator.url.rstrip("/"))
    yield windows
    await windows.close()
    assert windows.strangers == []
    assert windows.errors == []
