"""Who becomes what: a link with its code, a request, a handover, a number, who is out of reach."""

import re
from dataclasses import dataclass

from playwright.async_api import Page, expect

from deploy.people import LIAISONS, MEMBERS, STAFF
from tests.browser.main_job import HELD_SECONDS, LOOK, press, say, shows
from tests.browser.notice_job import alone, in_group, shows_key
from tests.browser.windows import Windows

NOTICE = "11月30日前请报送消防自查情况"
SLOW = 30


@dataclass
class PeoplePlay:
    """Staff, liaisons and a member, looked at on the way."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """Each step begins where the one before has ended."""
        staff = await alone(self.page_of, STAFF[0].id)
        member = await alone(self.page_of, MEMBERS[0].id)
        await self._link(staff, member)
        group = await in_group(self.page_of, MEMBERS[1].id)
        await self._request(staff, group)
        await self._hand_over(staff, group)
        await self._out_of_reach(staff)

    async def _link(self, staff: Page, member: Page) -> None:
        await say(staff, "/联络员 第六十中学")
        await shows(staff, "请把下面的消息或二维码转发给", within=SLOW)
        await expect(staff.get_by_test_id("photo").last).to_be_visible(timeout=1000 * SLOW)
        await self.look(staff, "people-code")
        link = staff.get_by_test_id("message").filter(has_text="请打开这个链接").first
        payload = re.search(r"start=(\w+)", await link.inner_text())
        assert payload is not None
        await say(member, f"/start {payload[1]}")
        await shows(member, "我已请街道确认您是", within=SLOW)
        await self.look(member, "people-asked")
        await shows(staff, "打开了您发给", within=SLOW)
        await self.look(staff, "people-question")
        await press(staff, "✅ 同意")
        await shows(member, "您现在是", within=SLOW)
        await self.look(member, "people-welcome")

    async def _request(self, staff: Page, emma: Page) -> None:
        await say(emma, "/join 兴隆社区")
        await shows(emma, "passed it on to the street office", within=SLOW)
        await self.look(emma, "people-join")
        await shows(staff, "申请加入", within=SLOW)
        await shows_key(staff, "仅登记为成员")
        await self.look(staff, "people-request")
        await press(staff, "仅登记为成员")
        await shows(staff, "现在是兴隆社区的成员", within=SLOW)

    async def _hand_over(self, staff: Page, group: Page) -> None:
        await say(staff, f"/通知 {NOTICE}")
        await shows_key(staff, "发布到")
        await press(staff, "发布到")
        chen = await alone(self.page_of, LIAISONS[0].id)
        await shows(group, "📢 通知 1 号", within=HELD_SECONDS + 5)
        await say(chen, "/交接")
        await shows_key(chen, "Emma")
        await self.look(chen, "people-handover")
        await press(chen, "Emma")
        await shows_key(chen, "改任副联络员")
        await press(chen, "改任副联络员")
        await shows(chen, "已请街道确认由", within=SLOW)
        await shows_key(staff, "✅ 同意交接")
        await press(staff, "✅ 同意交接")
        await shows(chen, "已接手", within=SLOW)
        emma = await alone(self.page_of, MEMBERS[1].id)
        await shows(emma, "Notice 1", within=SLOW)
        await self.look(emma, "people-notices")
        await say(chen, "/电话")
        await chen.get_by_test_id("reply-key").first.wait_for()
        await self.look(chen, "people-phone")
        await chen.get_by_test_id("reply-key").first.click()
        await shows_key(chen, "同意并保存")
        await self.look(chen, "people-consent")
        await press(chen, "同意并保存")
        await shows(chen, "已保存", within=SLOW)
        await say(staff, "/查单位 兴隆社区")
        await shows(staff, "📞", within=SLOW)
        await self.look(staff, "people-card")

    async def _out_of_reach(self, staff: Page) -> None:
        await say(staff, "/联系不上")
        await shows(staff, "私聊联系不上的人", within=SLOW)
        await self.look(staff, "people-unreachable")
