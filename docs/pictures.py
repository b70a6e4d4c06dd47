"""`make docs`: plays the main job on `make demo`'s own programs and takes the pictures of it."""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright, expect

from deploy.people import STAFF
from tests.browser.activity_job import ActivityPlay
from tests.browser.conftest import FLAGS
from tests.browser.course_job import CoursePlay
from tests.browser.install import find
from tests.browser.main_job import Play, demo, shows
from tests.browser.member_job import MemberPlay
from tests.browser.notice_job import NoticePlay
from tests.browser.office_job import OfficePlay
from tests.browser.people_job import PeoplePlay
from tests.browser.register_job import RegisterPlay
from tests.browser.service_job import ServicePlay
from tests.browser.windows import Windows

PICTURES = Path(__file__).parent / "pictures"
DESK, TALL = 1280, 1100
JOBS = (
    *(NoticePlay, OfficePlay, ActivityPlay, PeoplePlay),
    *(CoursePlay, MemberPlay, ServicePlay, RegisterPlay),
)


async def take() -> None:
    """Writes docs/pictures/*.png: phones of 360 px, and a desk of 1280 px, light and dark."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find(), args=FLAGS)
            async with demo(Path(folder) / "demo") as address:
                await _main_job(Windows(browser, address))
            for job in JOBS:
                async with demo(Path(folder) / job.__name__) as address:
                    windows = Windows(browser, address)
                    await job(windows, _picture).whole()
                    await windows.close()
            await browser.close()


async def _main_job(windows: Windows) -> None:
    async def look(page: Page, name: str) -> None:
        await _picture(page, name)
        if name == "report":
            await _desk(windows)

    await Play(windows, look).whole()
    await windows.close()


async def _picture(page: Page, name: str) -> None:
    """A picture once every photo is there, and toasts have gone."""
    await expect(page.get_by_test_id("toast")).to_have_count(0)
    await page.wait_for_function("[...document.images].every((image) => image.complete)")
    await page.screenshot(path=PICTURES / f"{name}.png")


async def _desk(windows: Windows) -> None:
    for name, dark in (("demo", False), ("demo-dark", True)):
        page = await windows(STAFF[0].id, DESK, dark=dark)
        await page.set_viewport_size({"width": DESK, "height": TALL})
        await page.locator("[data-testid=chat]").filter(has_text="共建联盟").first.click()
        await shows(page, "活动 1 号")
        await _picture(page, name)


if __name__ == "__main__":
    if find() is None:
        sys.exit("没有 Chromium，拍不了图。 / There is no Chromium to take pictures with.")
    asyncio.run(take())
