"""Wishes that wait: who took one on is reminded, and the group reads what nobody did."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.wishing import PLACE, follows, put_up

pytestmark = pytest.mark.slow  # weeks pass

DAY = 24 * 3600.0


async def test_who_took_it_on_is_reminded_and_can_give_it_back(alliance: Alliance) -> None:
    """The day before, on the day, and when it is late, when the community hears of it too."""
    chen, zhang = alliance["陈姐"].in_private(), alliance["张阿姨"].in_private()
    group, emma = alliance["张阿姨"], alliance["Emma"].in_private()
    wang = alliance["王主任"].in_private()
    await put_up(alliance, chen, "/发心愿 轮椅 给一位独居老人 8月22日前")
    card = await group.sees("🎁 微心愿 · 兴隆社区")
    await follows(group, card)
    await zhang.presses("我个人认领", on=await zhang.sees("由谁认领？"))
    mine = await zhang.sees("💛 您认领了：轮椅")
    soon = await zhang.sees("⏰ 快到日子了", within=2 * DAY)
    await zhang.sees("⏰ 今天到期", within=DAY + 60)
    await alliance.restart()
    await zhang.sees("⚠️ 已过 7 天，送到了吗？", within=8 * DAY)
    told = await chen.sees("🙋 一位居民认领了：轮椅")
    await zhang.presses("来不了", on=mine)
    await alliance.shows(zhang, soon, "↩️ 已退回")
    assert PLACE not in zhang.reads(soon)
    await alliance.shows(chen, told, "↩️ 一位居民的认领已退回：轮椅")
    assert "已经处理过" in await zhang.forges("wishes.given:1", mine["message_id"])
    await emma.says("/wishes mine")
    await emma.sees("You have not taken on a wish yet.")
    await emma.says("/wishes 1")
    await emma.presses("I myself", on=await emma.sees("Who takes it on?"))
    hers = await emma.sees("💛 You took on: 轮椅")
    assert "In the group you are called: a resident" in emma.reads(hers)
    assert "没有了" in await zhang.forges("wishes.given:2", mine["message_id"])
    await emma.says("/forget")
    await emma.presses("Yes", on=await emma.sees("Have your data deleted?"))
    await alliance.until(
        lambda: "还没" not in group.reads(card) and "帮忙" not in group.reads(card)
    )
    await wang.says("/设置")
    await wang.presses("微心愿每周汇总")
    gathered = await group.sees("🎁 这些心愿还等人认领", within=8 * DAY)
    await group.is_quiet(3 * DAY)
    newest = await group.sees("🎁 这些心愿还等人认领")
    assert newest["message_id"] == gathered["message_id"]
