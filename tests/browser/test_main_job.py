"""`make demo`, played by several people on their phones: from the notice to the questions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from tests.browser.activity_job import ActivityPlay
from tests.browser.course_job import CoursePlay
from tests.browser.main_job import LOOK, Job, Play, demo
from tests.browser.member_job import MemberPlay
from tests.browser.notice_job import NoticePlay
from tests.browser.office_job import OfficePlay
from tests.browser.people_job import PeoplePlay
from tests.browser.register_job import RegisterPlay
from tests.browser.service_job import ServicePlay
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser


JOBS = (
    Play,
    *(
        pytest.param(job, marks=pytest.mark.slow)
        for job in (
            *(NoticePlay, OfficePlay, ActivityPlay, PeoplePlay),
            *(CoursePlay, MemberPlay, ServicePlay, RegisterPlay),
        )
    ),
)


@pytest.mark.parametrize("job", JOBS)
async def test_a_whole_job(
    browser: Browser, tmp_path: Path, job: Callable[[Windows, LOOK], Job]
) -> None:
    async def look(page: Page, _name: str) -> None:
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, "a phone would have to scroll sideways"

    async with demo(tmp_path / "demo") as address:
        windows = Windows(browser, address)
        await job(windows, look).whole()
        await windows.close()
    assert windows.strangers == []
    assert windows.errors == []
