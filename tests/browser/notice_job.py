"""A notice as staff shape it on their phones and liaisons answer it, for the test and the guide."""

from dataclasses import dataclass

from playwright.async_api import Page, expect

from deploy.people import LIAISONS, STAFF
from tests.browser.main_job import HELD_SECONDS, LOOK, press, say, shows
from tests.browser.windows import Windows

TEXT = "国庆志愿服务：10月1日上午9点，兴隆社区广场集合"


@dataclass
class NoticePlay:
    """From the draft to the summary, looked at on the way."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """A sign-up, important, with a deadline, for communities and stationed units."""
        liaison = await alone(self.page_of, LIAISONS[0].id)
        staff = await alone(self.page_of, STAFF[0].id)
        await self._shape(staff)
        await self._send(staff)
        await self._answer(liaison)
        await self._close(staff)

    async def _shape(self, staff: Page) -> None:
        await say(staff, f"/通知 {TEXT}")
        await shows(staff, "将请 20 家单位反馈")
        await press(staff, "对象")
        await press(staff, "社区 5 家")
        await shows(staff, "将请 5 家单位反馈")
        await self.look(staff, "notice-audience")
        await press(staff, "返回")
        await press(staff, "反馈方式")
        await shows_key(staff, "接龙报名")
        await self.look(staff, "notice-forms")
        await press(staff, "接龙报名")
        await shows(staff, "一共多少个名额")
        await press(staff, "名额不限")
        await press(staff, "截止时间")
        await shows_key(staff, "不设截止时间")
        await self.look(staff, "notice-deadline")
        await staff.get_by_test_id("key").filter(has_text="18:00").last.click()
        await shows(staff, "18:00 前反馈")
        await press(staff, "重要性")
        await shows(staff, "同时私信每位联络员")
        await self.look(staff, "notice-draft")

    async def _send(self, staff: Page) -> None:
        await press(staff, "发布到")
        await shows(staff, "几秒后发出")
        await self.look(staff, "notice-undo")

    async def _answer(self, liaison: Page) -> None:
        await shows(liaison, "重要：通知 1 号", within=HELD_SECONDS + 5)
        await shows_key(liaison, "我参加")
        await press(liaison, "我参加")
        await press(liaison, "＋1")
        await shows(liaison, "兴隆社区：参加 2 人")
        await self.look(liaison, "notice-private")
        other = await in_group(self.page_of, LIAISONS[3].id)
        await press(other, "我参加")
        await shows(other, "已报名 3 人")
        await self.look(other, "notice-card")

    async def _close(self, staff: Page) -> None:
        await say(staff, "/通知 1")
        await shows_key(staff, "现在截止")
        await self.look(staff, "notice-steering")
        await press(staff, "现在截止")
        await shows(staff, "通知 1 号已截止")
        await self.look(staff, "notice-summary")


async def alone(page_of: Windows, person: int) -> Page:
    """Somebody's phone in the chat with the bot, which may write to them from now on."""
    page = await page_of(person, chat=person)
    await page.get_by_test_id("start").click()
    await page.wait_for_selector("[data-testid=compose]")
    return page


async def in_group(page_of: Windows, person: int) -> Page:
    """Somebody's phone in the group."""
    page = await page_of(person)
    await page.locator("[data-testid=chat]").filter(has_text="共建联盟").first.click()
    await page.wait_for_selector("[data-testid=compose]")
    return page


async def shows_key(page: Page, label: str) -> None:
    """Waits until a button has the label."""
    await expect(page.get_by_test_id("key").filter(has_text=label).last).to_be_visible()
