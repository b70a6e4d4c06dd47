"""What staff do besides one notice: repeat it, follow it, call, read figures, set house rules."""

from dataclasses import dataclass

from playwright.async_api import Page

from deploy.people import LIAISONS, STAFF
from tests.browser.main_job import HELD_SECONDS, LOOK, press, say, shows
from tests.browser.notice_job import alone, in_group, shows_key
from tests.browser.windows import Windows

WEEKLY = "请报下周值班表"
NOTICE = "11月30日前请报送消防自查情况"
SLOW = 30


@dataclass
class OfficePlay:
    """From a notice that goes out by itself to the settings, looked at on the way."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """One that repeats, one that is followed; both of the office's own pages."""
        staff = await alone(self.page_of, STAFF[0].id)
        await self._repeat(staff)
        await self._post(staff)
        await self._follow(staff)
        await self._office(staff)

    async def _repeat(self, staff: Page) -> None:
        await say(staff, f"/通知 {WEEKLY}")
        await shows(staff, "将请 20 家单位反馈")
        await press(staff, "更多")
        await shows_key(staff, "加附件")
        await press(staff, "🗓 定时")
        await shows(staff, "什么时候发？")
        await say(staff, "每周五上午9点")
        await shows(staff, "定时发出：每周五 9:00", within=SLOW)
        await press(staff, "返回")
        await shows_key(staff, "定时：发布到")
        await press(staff, "定时：发布到")
        await shows(staff, "已定时", within=SLOW)
        await self.look(staff, "notice-scheduled")

    async def _post(self, staff: Page) -> None:
        await say(staff, f"/通知 {NOTICE}")
        await shows(staff, NOTICE)
        await press(staff, "发布到")
        liaison = await in_group(self.page_of, LIAISONS[3].id)
        await shows(liaison, "通知 1 号", within=HELD_SECONDS + 5)
        await press(liaison, "有困难")
        await shows(liaison, "1/20", within=SLOW)

    async def _follow(self, staff: Page) -> None:
        await say(staff, "/未反馈 1")
        await shows_key(staff, "我来打电话")
        await self.look(staff, "notice-missing")
        await press(staff, "我来打电话")
        await shows(staff, "您在联系 19 家", within=SLOW)
        await staff.get_by_test_id("key").last.scroll_into_view_if_needed()
        await self.look(staff, "notice-calls")
        await say(staff, "/通知 1")
        await shows_key(staff, "经过")
        await press(staff, "经过")
        await shows(staff, "通知 1 号：经过", within=SLOW)
        await self.look(staff, "notice-history")

    async def _office(self, staff: Page) -> None:
        await say(staff, "/数据")
        await shows(staff, "近三个月")
        await self.look(staff, "notice-numbers")
        await say(staff, "/设置")
        await shows(staff, "安静时间")
        await self.look(staff, "notice-settings")
        await say(staff, "/通知")
        await shows_key(staff, "会议通知")
        await self.look(staff, "notice-templates")
