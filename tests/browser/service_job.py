"""What residents ask for and what is offered to them, for the test and the guides."""

from dataclasses import dataclass

from playwright.async_api import Page

from deploy.people import LIAISONS, MEMBERS, STAFF
from tests.browser.main_job import LOOK, START_SECONDS, press, say, shows
from tests.browser.notice_job import alone, shows_key
from tests.browser.windows import Windows

TOLD = "小区北门的路灯坏了两周，晚上看不清路"
NEWS = "元旦期间社区食堂照常开门\n每天 11:00-13:00，党群服务中心一楼。"
EVERY_MONTH = "/预告 每月15日 9:00-11:00 老年居民服务 限20人"


@dataclass
class ServicePlay:
    """The calendar, the map, a guide, something that is said; and who provides them."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """A member asks, a liaison announces, staff publish and pass on."""
        member = await alone(self.page_of, MEMBERS[0].id)
        await shows(member, "/help", within=START_SECONDS)
        await self._calendar(member)
        await self._map(member)
        await self._columns(member)
        await self._says(member)
        await self._announces(await alone(self.page_of, LIAISONS[0].id))
        staff = await alone(self.page_of, STAFF[0].id)
        await self._publishes(staff)
        await self._passes_on(staff)

    async def _calendar(self, member: Page) -> None:
        await say(member, "下周有什么活动")
        await shows_key(member, "下一周")
        await self.look(member, "calendar-week")
        await say(member, "/本月")
        await shows(member, "带点的日子有安排")
        await self.look(member, "calendar-month")

    async def _map(self, member: Page) -> None:
        await say(member, "兴隆社区附近哪里能看病")
        await shows(member, "步行时间按直线距离")
        await self.look(member, "map-nearby")
        await member.get_by_test_id("key").get_by_text("1", exact=True).last.click()
        await shows(member, "兴隆社区卫生服务站（示例）")
        await shows_key(member, "信息不对")
        await self.look(member, "map-point")

    async def _columns(self, member: Page) -> None:
        await say(member, "/栏目")
        await shows(member, "点一个栏目看里面的内容")
        await self.look(member, "column-list")
        await say(member, "怎么办老年证")
        await shows(member, "老年证办理指南（示例）")
        await self.look(member, "column-guide")

    async def _says(self, member: Page) -> None:
        await say(member, "/我想说")
        await shows(member, "留姓名，还是不留？")
        await self.look(member, "voice-choice")
        await press(member, "用姓名")
        await shows(member, "请说吧")
        await say(member, TOLD)
        await press(member, "提交")
        await shows(member, "已提交，编号")
        await self.look(member, "voice-number")

    async def _announces(self, liaison: Page) -> None:
        await say(liaison, EVERY_MONTH)
        await shows(liaison, "草稿，还没有发布")
        await self.look(liaison, "calendar-draft")

    async def _publishes(self, staff: Page) -> None:
        await say(staff, f"/发布 {NEWS}")
        await press(staff, "街办动态")
        await shows_key(staff, "✅ 发布")
        await self.look(staff, "column-draft")

    async def _passes_on(self, staff: Page) -> None:
        await say(staff, "/诉求")
        await shows(staff, "居民诉求")
        await self.look(staff, "voice-list")
        await press(staff, "3 号")
        await shows(staff, "诉求 3 号")
        await press(staff, "转办")
        await press(staff, "兴隆社区")
        await press(staff, "3 个工作日")
        await shows(staff, "办理中")
        await self.look(staff, "voice-card")
