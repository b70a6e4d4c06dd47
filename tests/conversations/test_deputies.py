"""Deputy liaisons: appointed like liaisons, called after them, and answering as they do."""

import re

import pytest

from storage import people
from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.conversations.test_reminders import reminders
from tests.conversations.test_weights import passes, posted

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well


async def deputise(alliance: Alliance, name: str, organisation: str) -> None:
    """王主任 makes a liaison the deputy."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/org {organisation}")
    await wang.presses(f"设为副联络员：{name}")
    await wang.sees(f"{name} 现在是{organisation}的副联络员")


async def reminded(alliance: Alliance, name: str, times: int) -> None:
    """Waits until somebody was reminded so often in private."""
    chat = alliance[name].id
    await alliance.until(lambda: len(reminders(alliance, chat, "⏰ 提醒")) == times)


async def test_staff_make_a_liaison_deputy_and_back(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await deputise(alliance, "陈姐", "兴隆社区")
    await wang.presses("兴隆社区")
    card = await wang.sees("联络员：小陈、陈姐（副）")
    await wang.presses("设为联络员：陈姐", on=card)
    await wang.sees("陈姐 现在是兴隆社区的联络员")
    await wang.presses("兴隆社区")
    await wang.sees("联络员：陈姐、小陈")
    assert (await alliance["陈姐"].forges("people.rank:1:1:1", 1)).startswith("只有街道工作人员")


async def test_a_reply_and_a_link_make_deputies(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("联络员出差时找我")
    await wang.says("/联络员 军干四所 副", reply_to=words)
    said = await wang.sees("张阿姨 现在是军干四所的副联络员了")
    assert wang.buttons(said) == ["打开私聊", "改为联络员"]
    office = wang.in_private()
    await office.says("/liaison deputy 惠济法院")
    invitation = await office.sees("邀请您担任惠济区人民法院党总支在共建联盟的副联络员")
    found = re.search(r"https://t\.me/\S+", office.reads(invitation))
    assert found is not None
    emma = alliance["Emma"].in_private()
    await emma.follows(found[0])
    await emma.sees("confirm that you are deputy liaison of 惠济法院")
    await office.presses("✅ 同意")
    await emma.sees("You are deputy liaison of 惠济法院 now.")
    await office.says("/org 惠济法院")
    await office.sees("联络员：Emma（副）")


async def test_liaisons_are_called_first_and_then_deputies(alliance: Alliance) -> None:
    await deputise(alliance, "小陈", "兴隆社区")
    await alliance["小陈"].in_private().starts()
    card = await posted(alliance, 2)
    chen, young = alliance["陈姐"].in_private(), alliance["小陈"].in_private()
    await chen.sees("紧急：通知 1 号")
    await young.sees_no("通知 1 号")
    await passes(alliance, 16)
    await reminded(alliance, "陈姐", 1)
    await young.sees_no("提醒：通知 1 号")
    await passes(alliance, 30)
    await reminded(alliance, "陈姐", 2)
    text = young.reads(await young.sees("提醒：通知 1 号"))
    assert "您是副联络员：联络员还没反馈，请您看看。" in text
    assert await alliance["小陈"].presses("收到", on=card) == "兴隆社区：已反馈「收到」。"
    await chen.sees("已反馈，谢谢")


async def test_an_organisation_of_deputies_alone_is_reached_through_them(
    alliance: Alliance,
) -> None:
    await deputise(alliance, "老周", "兴隆粮库")
    await posted(alliance, 1)
    zhou = alliance["老周"].in_private()
    copy = await zhou.sees("重要：通知 1 号")
    assert "您是副联络员" in zhou.reads(copy)
    await zhou.presses("收到", on=copy)
    await alliance["王主任"].sees("1/20")


async def test_a_deputy_stands_in_for_who_cannot_be_reached(alliance: Alliance) -> None:
    await deputise(alliance, "小陈", "兴隆社区")
    young = alliance["小陈"].in_private()
    await young.starts()
    await young.is_quiet()
    await alliance.stop()
    async with Database(alliance.settings.database) as db:  # as when the chat was deleted
        gone = people.Person(id=alliance["陈姐"].id, name="陈姐", is_reachable=True)
        await people.remember(db, gone)
    await alliance.start()
    await posted(alliance, 1, reached=())
    await young.sees("重要：通知 1 号")
    wang = alliance["王主任"].in_private()
    await wang.says("/联系不上")
    assert "陈姐（兴隆社区联络员）：还没点过“开始”" in await wang.answered()


async def test_staff_hear_who_could_not_be_reached_and_why(alliance: Alliance) -> None:
    await posted(alliance, 2)
    alliance.world.block(alliance["老周"].id)
    for times, minutes in enumerate((16, 31, 31), start=1):
        await passes(alliance, minutes)
        await reminded(alliance, "陈姐", times)
    await passes(alliance, 31)
    wang = alliance["王主任"].in_private()
    text = wang.reads(await wang.sees("提醒三次后仍有 20 家单位没有反馈"))
    silent, lost = text.split("📵 这几家私信送不到：")
    assert "• 兴隆社区：陈姐、小陈" in silent
    assert "• 兴隆粮库：老周（停用了机器人）" in lost
    assert "• 同乐社区：刘敏（还没点“开始”）" in lost
    assert "• 军干四所：尚无联络员" in lost
