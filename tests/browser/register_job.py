"""The register, pairs, coverage and visits as staff keep them, for the test and the guides."""

from dataclasses import dataclass

from playwright.async_api import Page

from deploy.people import STAFF
from tests.browser.main_job import LOOK, START_SECONDS, press, say, shows
from tests.browser.notice_job import alone, shows_key
from tests.browser.windows import Windows

VISIT = "/走访 兴隆社区 昨天 和小李 反映停车难；承诺 三天内协调物业"


@dataclass
class RegisterPlay:
    """Who belongs to the alliance, what is missing, who was visited."""

    page_of: Windows
    look: LOOK

    async def whole(self) -> None:
        """All of it is staff's."""
        staff = await alone(self.page_of, STAFF[0].id)
        await shows(staff, "不用记命令", within=START_SECONDS)
        await self._register(staff)
        await self._coverage(staff)
        await self._visit(staff)

    async def _register(self, staff: Page) -> None:
        await say(staff, "/单位")
        await shows_key(staff, "导入导出")
        await self.look(staff, "register-list")
        await say(staff, "/单位 军干")
        await shows(staff, "军干四所党总支")
        await press(staff, "修改")
        await shows_key(staff, "可提供")
        await self.look(staff, "register-edit")

    async def _coverage(self, staff: Page) -> None:
        await say(staff, "/全覆盖")
        await shows(staff, "组织全覆盖")
        await self.look(staff, "register-coverage")
        await press(staff, "没有联络员")
        await shows_key(staff, "邀请联络员")
        await self.look(staff, "register-gap")

    async def _visit(self, staff: Page) -> None:
        await say(staff, VISIT)
        await shows(staff, "停车难")
        await shows_key(staff, "已兑现")
        await self.look(staff, "visit-card")
        await say(staff, "/走访记录")
        await shows(staff, "1 家单位，共 1 次")
        await self.look(staff, "visit-list")
