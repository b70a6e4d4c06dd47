"""A course as a member learns it and as staff make one, for the test and the guide."""

from dataclasses import dataclass

from playwright.async_api import Page, expect

from deploy.lessons import TITLE
from deploy.people import MEMBERS, STAFF
from tests.browser.main_job import LOOK, START_SECONDS, press, say, send_photos, shows
from tests.browser.notice_job import alone
from tests.browser.windows import Windows

ASKED = "联席会议谁来参加？\n只有街道\n*各成员单位\n解释：联席会议是大家一起开的。"


@dataclass
class CoursePlay:
    """The demo's course to its end, then one of one's own."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """A member learns; staff write."""
        await self._learn(await alone(self.page_of, MEMBERS[0].id))
        await self._write(await alone(self.page_of, STAFF[0].id))

    async def _learn(self, member: Page) -> None:
        await shows(member, "/help", within=START_SECONDS)
        await say(member, "有什么党课？")
        await press(member, TITLE)
        await shows(member, "▶️ 1. 联盟是怎么来的")
        await self.look(member, "course-contents")
        await press(member, "学第 1 课")
        await press(member, "下一课")
        await shows(member, "第 2 课，共 3 课")
        await self.look(member, "course-lesson")
        await press(member, "下一课")
        await press(member, "开始测验")
        for number, option in enumerate(("19 个", "体育比赛", "每周一次"), start=1):
            await shows(member, f"{number}/3")
            await member.get_by_test_id("poll-option").filter(has_text=option).last.click()
        await expect(member.get_by_test_id("poll-why").last).to_contain_text("每月一次")
        await shows(member, "您学完了", within=8)
        await self.look(member, "course-quiz")

    async def _write(self, staff: Page) -> None:
        await say(staff, "/党课")
        await press(staff, "新建党课")
        await shows(staff, "这门课叫什么")
        await say(staff, "联席会议怎么开")
        await shows(staff, "请发这一课的文字")
        await send_photos(staff, "谁来开\n各成员单位的负责人。", 2)
        await shows(staff, "2 个图片视频", within=8)
        await self.look(staff, "course-receipt")
        await press(staff, "去出题")
        await shows(staff, "请用一条消息发")
        await self.look(staff, "course-question")
        await say(staff, ASKED)
        await shows(staff, "📝 1 题")
        await self.look(staff, "course-desk")
        await press(staff, "📣 发布")
        await shows(staff, "要不要告诉群里")
        await self.look(staff, "course-publish")
        await press(staff, "📣 发布，并告诉")
        await shows(staff, "状态：已发布")
