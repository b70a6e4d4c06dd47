"""An activity on phones, from its report to the ledger and the month, for test and guide."""

from dataclasses import dataclass

from playwright.async_api import Page, expect

from deploy.people import LIAISONS, STAFF
from tests.browser.main_job import LOOK, START_SECONDS, press, say, send_photos, shows
from tests.browser.notice_job import shows_key
from tests.browser.windows import Windows

JOINT = (
    "2025年8月13日 兴隆粮库联合兴隆社区在社区活动室开展金秋助学，资助困难学子12人，二十余人参加"
    "，服务3小时"
)
AGAIN = "2025年8月13日 健康讲座和助学，资助学子12人，党员30人参加"
SECOND_THOUGHTS = 60
SLOW = 30


@dataclass
class ActivityPlay:
    """From the caption to the partner's word and the second report, looked at on the way."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """What is not sure is pressed, a partner confirms, its own report is joined."""
        partner = await self._alone(LIAISONS[0].id)
        reporter = await self._group(LIAISONS[1].id)
        await self._report(reporter)
        await self._confirm(partner)
        await self._join(await self._group(LIAISONS[0].id))
        await self._correct(reporter)
        staff = await self._alone(STAFF[0].id)
        await self._tags(staff)
        await self._review(staff, reporter)
        await self._looking(staff)
        await self._ledger(staff)
        await self._month(staff)

    async def _report(self, reporter: Page) -> None:
        await send_photos(reporter, f"#活动 {JOINT}")
        await shows(reporter, "请点一下确认：参加人数", within=SLOW)
        await shows(reporter, "4 张照片，已保存", within=SLOW)
        await self.look(reporter, "report-card")
        await press(reporter, "参加 20 人")
        await shows(reporter, "服务 12 人、参加 20 人", within=SLOW)

    async def _confirm(self, partner: Page) -> None:
        await shows(partner, "合办的活动", within=SECOND_THOUGHTS)
        await self.look(partner, "report-partner")
        await press(partner, "我们参加了")
        await shows(partner, "已确认：兴隆社区 参加了", within=SLOW)

    async def _join(self, partner: Page) -> None:
        await say(partner, f"#活动 {AGAIN}")
        await shows(partner, "像是同一次", within=SLOW)
        await self.look(partner, "report-twin")
        await press(partner, "合为一次")
        await shows(partner, "已并入活动 1 号", within=SLOW)

    async def _correct(self, reporter: Page) -> None:
        await shows(reporter, "已并入登记 2 号", within=SLOW)
        await press(reporter, "更正")
        await shows(reporter, "要更正哪一项？", within=SLOW)
        await reporter.get_by_test_id("key").last.scroll_into_view_if_needed()
        await self.look(reporter, "report-panel")
        await press(reporter, "类别和标签")
        await shows(reporter, "是哪一类？", within=SLOW)
        await press(reporter, "便民服务")
        await shows_key(reporter, "✅ 便民服务")
        await self.look(reporter, "report-kinds")

    async def _tags(self, staff: Page) -> None:
        await say(staff, "/标签")
        await press(staff, "民生工作")
        await shows_key(staff, "新标签")
        await self.look(staff, "report-tags")

    async def _review(self, staff: Page, in_group: Page) -> None:
        await say(staff, "/审核")
        await shows(staff, "待审核 1 条", within=SLOW)
        await self.look(staff, "report-review")
        await press(staff, "风采展示")
        await shows(staff, "点选最好的照片", within=SLOW)
        await staff.get_by_test_id("key").filter(has_text="2").last.click()
        await shows_key(staff, "🌟 2")
        await press(staff, "发到")
        await shows(in_group, "风采展示 ·", within=SLOW)
        await self.look(in_group, "report-featured")

    async def _looking(self, staff: Page) -> None:
        await say(staff, "/相册")
        await shows(staff, "照片第 1", within=SLOW)
        await self.look(staff, "report-gallery")
        await say(staff, "/预告 12月5日 兴隆社区在社区活动室义诊")
        await shows(staff, "还没有发布", within=SLOW)
        await self.look(staff, "report-announced")

    async def _ledger(self, staff: Page) -> None:
        await say(staff, "/导出 活动 2025年8月")
        await shows(staff, "可直接打印上报", within=SLOW)
        await shows(staff, ".xlsx", within=SLOW)
        await shows_key(staff, "照片压缩包")
        await self.look(staff, "report-ledger")

    async def _month(self, staff: Page) -> None:
        await say(staff, "/月报 2025年8月")
        await shows(staff, "请先过目", within=SLOW)
        await shows_key(staff, "长图文件")
        await self.look(staff, "report-month")

    async def _alone(self, person: int) -> Page:
        page = await self.page_of(person, chat=person)
        await page.get_by_test_id("start").click()
        await shows(page, "您好", within=START_SECONDS)  # from now on the bot can write to them
        return page

    async def _group(self, person: int) -> Page:
        page = await self.page_of(person)
        await page.locator("[data-testid=chat]").filter(has_text="共建联盟").first.click()
        await expect(page.get_by_test_id("compose")).to_be_visible()
        return page
