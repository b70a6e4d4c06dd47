"""Who cannot be written to: tried again, called, and told by another way."""

from functools import partial

import pytest

from storage import people
from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.conversations.english import speaks_english

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def test_staff_see_who_is_out_of_reach_and_what_helps(alliance: Alliance) -> None:
    wang, zhou = alliance["王主任"].in_private(), alliance["老周"].in_private()
    await zhou.says("/phone 13900000000")
    await zhou.presses("同意并保存")
    await zhou.sees("已保存 13900000000")
    alliance.world.block(zhou.id)
    await wang.says("/送达")
    await wang.presses("📵 看看是谁、怎么办")
    page = await wang.sees("老周（兴隆粮库联络员）：停用了机器人")
    place = next(key for key in wang.buttons(page) if "电话" in key).split(".")[0]
    assert f"{place}. 老周" in wang.reads(page)
    await wang.presses(f"{place}. 电话", on=page)
    await wang.sees("📞 老周：13900000000")
    await wang.presses(f"{place}. 转发文字", on=page)
    text = wang.reads(await wang.sees("老周，您好！您停用了共建联盟的小助手"))
    assert "https://t.me/gongjian_bot?start=hello" in text
    assert await wang.presses(f"{place}. 再试一次", on=page) == "正在试，一会儿告诉您结果。"
    still = await wang.sees("还是联系不上 老周：停用了机器人")
    assert wang.buttons(still) == ["转发文字"]
    alliance.world.unblock(zhou.id)
    await wang.is_quiet()
    await wang.says("/联系不上")
    assert "老周" not in await wang.answered()
    for forged in ("again", "forward", "call"):
        assert "只有街道工作人员" in await zhou.forges(f"unreachable.{forged}:{zhou.id}", 1)


async def test_who_was_lost_without_a_word_is_found_again(alliance: Alliance) -> None:
    """The bot believes that 小陈 is out of reach; a try proves the contrary."""
    chen = alliance["小陈"].in_private()
    await chen.starts()
    await chen.is_quiet()
    await alliance.stop()
    async with Database(alliance.settings.database) as db:
        await db.write(partial(people.reach, person_id=chen.id, is_reachable=False))
    await alliance.start()
    li = await speaks_english(alliance, "小李")
    await alliance["小李"].says("/unreachable")
    await alliance["小李"].sees("cannot be reached in private")
    await alliance["小李"].sees_no("小陈")
    await li.says("/unreachable")
    page = await li.sees("小陈 (liaison of 兴隆社区): has stopped the bot")
    line = next(line for line in li.reads(page).splitlines() if "小陈" in line)
    await li.presses(f"{line.split('.')[0]}. Try again", on=page)
    await chen.sees("小陈，您好！街道想确认我能不能私下联系到您")
    await li.sees("小陈 can be reached again.")
    await li.says("/unreachable")
    assert "小陈" not in await li.answered()
