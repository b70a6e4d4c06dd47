"""What a member does in the group and in private, for the test and the guide."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Page, expect

from deploy.people import MEMBERS, STAFF
from tests.browser.main_job import LOOK, START_SECONDS, press, say, shows
from tests.browser.notice_job import alone, in_group
from tests.browser.windows import ZONE, Windows

SOON = timedelta(days=7)


@dataclass
class MemberPlay:
    """An activity to come, the menu, the wishes."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """Staff announce; a member signs up, and looks around."""
        await self._announce(await in_group(self.page_of, STAFF[0].id))
        await self._sign_up(await in_group(self.page_of, MEMBERS[0].id))
        await self._look_around(await alone(self.page_of, MEMBERS[0].id))

    async def _announce(self, staff: Page) -> None:
        day = (datetime.now(ZoneInfo(ZONE)) + SOON).date()
        await shows(staff, "大家好", within=START_SECONDS)
        await say(
            staff, f"/预告 {day.month}月{day.day}日下午3点到5点 兴隆社区 在社区活动室义诊 限30人"
        )
        await press(staff, "✅ 发布")

    async def _sign_up(self, member: Page) -> None:
        await shows(member, "义诊", within=START_SECONDS)
        await press(member, "🙋 报名")
        await expect(member.get_by_test_id("toast").last).to_be_visible()
        await shows(member, "已报名 1 人", within=8)
        await self.look(member, "member-sign-up")

    async def _look_around(self, member: Page) -> None:
        await shows(member, "/help", within=START_SECONDS)
        await say(member, "/菜单")
        await shows(member, "看看能办什么")
        await self.look(member, "member-menu")
        await say(member, "/微心愿")
        await shows(member, "微心愿")
        await self.look(member, "member-wishes")
