"""`/numbers`: how fast notices are answered and what helps, for staff in private."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_notices import sent
from tests.conversations.test_pending import speaks_english

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def test_staff_read_figures_in_private(alliance: Alliance) -> None:
    card = await sent(alliance, "报国庆值班表")
    await alliance["陈姐"].presses("收到", on=card)
    await alliance["王主任"].says("/数据")
    hint = await alliance["王主任"].sees("数据要在私聊里看")
    await alliance["王主任"].presses("打开私聊", on=hint)
    wang = alliance["王主任"].in_private()
    found = await wang.sees("近三个月的 1 条通知")
    assert "1 号 报国庆值班表\n⏱ 还不到一半单位反馈。" in wang.reads(found)
    await wang.presses("按单位看，怎样更快", on=found)
    await wang.sees("• 兴隆社区：1/1 · 多在")
    assert "📵 私信联系不上：兴隆社区" in wang.reads(found)
    await wang.presses("按通知看", on=found)
    await wang.sees("1 号 报国庆值班表")
    li = await speaks_english(alliance["小李"])
    await li.says("/numbers")
    await li.sees("The last three months: 1 notice")


async def test_the_summary_says_how_fast_it_went(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 报值班表")
    await wang.presses("👥 对象")
    await wang.presses("社区 5 家")
    await wang.presses("返回")
    await wang.sees("将请 5 家单位反馈")
    await wang.presses("发布到")
    card = await alliance["王主任"].sees("📢 通知 1 号")
    alliance.clock.advance(12 * 60 - 30)
    for name in ("陈姐", "刘敏"):
        await alliance[name].presses("收到", on=card)
    await wang.says("/notice 1")
    await wang.presses("现在截止")
    assert "还不到一半单位反馈" in wang.reads(await wang.sees("通知 1 号已截止"))


async def test_figures_are_for_staff(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.says("/numbers")
    await chen.sees("只有街道工作人员")
