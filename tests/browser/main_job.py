"""The whole main job as people play it on their phones, against `make demo`'s own programs."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from playwright.async_api import FilePayload, Page, expect

from deploy.people import LIAISONS, MEMBERS, STAFF
from tests.browser.drawings import drawing
from tests.browser.windows import Windows

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
HELD_SECONDS = 10
"""So long a notice can be taken back before it is posted."""
LOOK = Callable[[Page, str], Awaitable[None]]
NOTICE = "8月24日下午3点在军干四所召开联席会议，请各单位确认"
REPORT = "#活动 8月13日 金秋助学，慰问困难学子12人，参加党员30人"


class Job(Protocol):
    """Something that people play on their phones, to its end."""

    async def whole(self) -> None:
        """Plays it."""


@asynccontextmanager
async def demo(data: Path) -> AsyncIterator[str]:
    """`make demo` without its browser; gives the address, ends it as Ctrl-C does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("--port", str(port), "--data", str(data), "--no-browser")
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "deploy.demo", *options),
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output = program.stdout
    assert output is not None
    async with asyncio.timeout(START_SECONDS):
        while "Ctrl-C" not in (line := (await output.readline()).decode()):
            assert line, "the demo ended before it began"
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        program.send_signal(signal.SIGINT)
        _, errors = await program.communicate()
    assert program.returncode == 0, errors.decode()
    assert "Traceback" not in errors.decode()


@dataclass
class Play:
    """One round of the main job, looked at on the way."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """Notice, acknowledgements, report, questions."""
        staff = await self._phone(STAFF[0].id)
        await self._notice(staff)
        await self._answers(staff)
        await self._report(await self._phone(LIAISONS[1].id))
        await self._questions(await self._phone(MEMBERS[0].id))

    async def _notice(self, staff: Page) -> None:
        await shows(staff, "大家好", within=START_SECONDS)
        await say(staff, f"/通知 {NOTICE}")
        await shows(staff, "将请 20 家单位反馈")
        await self.look(staff, "preview")
        await press(staff, "发布到")
        await shows(staff, "0/20", within=HELD_SECONDS + 5)
        await expect(staff.get_by_test_id("pinned")).to_contain_text("通知 1 号")

    async def _answers(self, staff: Page) -> None:
        for player in LIAISONS[:3]:
            liaison = await self._phone(player.id)
            await press(liaison, "收到")
            await expect(liaison.get_by_test_id("toast").last).to_contain_text(player.organisation)
        await shows(staff, "3/20")
        await self.look(staff, "card")
        await say(staff, "/pending 1")
        await shows(staff, "还差 17 家")

    async def _report(self, liaison: Page) -> None:
        await send_photos(liaison, REPORT)
        await shows(liaison, "活动 1 号")
        await self.look(liaison, "report")

    async def _questions(self, member: Page) -> None:
        await say(member, "/org 军干")
        await shows(member, "军干四所党总支")
        await say(member, "/activities")
        await shows(member, "共 1 个活动，服务 12 人")
        await self.look(member, "questions")
        await say(member, "/activity 1")
        album = member.get_by_test_id("album").last
        await expect(member.get_by_test_id("album")).to_have_count(2)
        await expect(album.get_by_test_id("photo")).to_have_count(4)
        await self.look(member, "activity")

    async def _phone(self, person: int) -> Page:
        page = await self.page_of(person)
        await page.locator("[data-testid=chat]").filter(has_text="共建联盟").first.click()
        await page.wait_for_selector("[data-testid=compose]")
        return page


async def say(page: Page, text: str) -> None:
    """Types and sends."""
    await page.get_by_test_id("compose").fill(text)
    await page.get_by_test_id("send").click()


async def shows(page: Page, text: str, within: float = 5) -> None:
    """Waits until some message has the text, so many seconds at most."""
    message = page.get_by_test_id("message").filter(has_text=text).last
    await expect(message).to_be_visible(timeout=1000 * within)


async def press(page: Page, label: str) -> None:
    """Presses the newest button with this label."""
    await page.get_by_test_id("key").filter(has_text=label).last.click()


async def send_photos(page: Page, caption: str, count: int = 4) -> None:
    """Sends an album with a caption, as the picture chooser does."""
    await page.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_test_id("attach-photos").click()
    photos = [
        FilePayload(name=f"{number}.jpg", mimeType="image/jpeg", buffer=drawing(number))
        for number in range(count)
    ]
    await (await chooser.value).set_files(photos)
    await page.get_by_test_id("photo-caption").fill(caption)
    await page.get_by_test_id("photo-send-submit").click()
