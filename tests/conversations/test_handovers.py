"""A liaison hands the role over, or gives it back; staff say yes, and nothing is lost."""

import re

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.english import speaks_english
from tests.conversations.test_deputies import deputise

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def test_a_liaison_hands_over_to_the_deputy_with_the_open_notices(
    alliance: Alliance,
) -> None:
    await deputise(alliance, "小陈", "兴隆社区")
    wang, group = alliance["王主任"].in_private(), alliance["王主任"]
    chen, young = alliance["陈姐"].in_private(), alliance["小陈"].in_private()
    zhou = alliance["老周"].in_private()
    await wang.says("/notice 周五开会，请回复")
    await wang.presses("发布到")
    await group.sees("📢 通知 1 号")
    await young.starts()
    await alliance["陈姐"].says("/交接")
    await alliance["陈姐"].presses("去私聊交接")
    choice = await chen.sees("兴隆社区联络员 陈姐 交接给谁？")
    assert chen.buttons(choice) == ["小陈", "🔗 发链接给新同事"]
    await chen.presses("小陈", on=choice)
    await chen.sees("您把兴隆社区交接给 小陈，要先经街道同意")
    await chen.presses("改任副联络员")
    await chen.sees("已请街道确认由 小陈 接手兴隆社区")
    await young.sees_no("接手")
    question = await wang.sees("陈姐 想把兴隆社区联络员交接给 小陈，自己改任副联络员")
    await wang.presses("✅ 同意交接", on=question)
    await chen.sees("小陈 已接手兴隆社区，没反馈的通知也转过去了。您现在是副联络员")
    text = young.reads(await young.sees("您现在是兴隆社区的联络员了"))
    assert "您接手的是 陈姐 的工作。还有 1 条通知没反馈" in text
    copy = await young.sees("通知 1 号")
    assert await young.presses("收到", on=copy) == "兴隆社区：已反馈「收到」。"
    await group.sees("1/20")
    await group.says("/org 兴隆社区")
    await group.sees("联络员：小陈、陈姐（副）")
    await chen.says("/handover")
    await chen.sees("您是副联络员，不用交接")
    own = re.search(r"organisations\.show:(\d+)", str(alliance.world.messages(wang.id)))
    assert own is not None
    for forged in ("handover:{}", "handover_to:{}:{}:0", "handed:{}:{}:0:1", "handed:{}:{}:0:7"):
        data = f"people.{forged.format(own[1], young.id)}"
        message = await zhou.says("你好")
        assert "失效" in await zhou.forges(data, message), data
    await alliance["小陈"].says("大家好")
    assert "失效" in await alliance["小陈"].forges(f"people.handover:{own[1]}", 1)


async def test_a_link_hands_over_and_who_leaves_last_is_missed(alliance: Alliance) -> None:
    zhou, wang = alliance["老周"].in_private(), alliance["王主任"].in_private()
    await wang.starts()
    emma = await speaks_english(alliance, "Emma")
    await zhou.says("/交接")
    await zhou.presses("🔗 发链接给新同事")
    await zhou.sees("交接给 打开链接的人")
    await zhou.presses("不再担任")
    await zhou.sees("请把下面的消息或二维码转发给接手兴隆粮库的同事")
    invitation = await zhou.sees("街道邀请您担任")
    found = re.search(r"https://t\.me/\S+", zhou.reads(invitation))
    assert found is not None
    await emma.follows(found[0])
    await emma.sees("I have asked the street office to confirm that you are liaison of 兴隆粮库")
    question = await wang.sees("老周 想把兴隆粮库联络员交接给 Emma，自己不再担任")
    await wang.presses("✅ 同意交接", on=question)
    await zhou.sees("Emma 已接手兴隆粮库")
    text = emma.reads(await emma.sees("You are liaison of 兴隆粮库 now."))
    assert "You take over from 老周. No notice waits for an answer." in text
    await zhou.says("/退出")
    await zhou.sees("您没有在任何单位登记身份")
    await alliance["Emma"].says("/leave")
    await alliance["Emma"].sees("Let us do that in our private chat.")
    await emma.says("/leave")
    asks = await emma.sees("Nobody else answers for it.")
    assert emma.buttons(asks) == ["Yes, give it back", "Hand it over instead", "No, stay"]
    await emma.presses("No, stay", on=asks)
    await emma.sees("everything stays as it is")
    await emma.says("/leave")
    await emma.presses("Yes, give it back")
    await emma.sees("You are liaison of 兴隆粮库 no longer.")
    missed = await wang.sees("兴隆粮库没有联络员了：最后一位刚刚退出")
    assert wang.buttons(missed) == ["邀请联络员"]
    await wang.says("/交接 兴隆粮库")
    await wang.sees("兴隆粮库还没有联络员，不用交接")
    liu = alliance["刘敏"].in_private()
    await liu.says("/leave")
    await liu.presses("郑州联通 · 联络员")
    await liu.presses("确定退出")
    await liu.sees("您不再是郑州联通的联络员")
    await liu.says("/whoami")
    assert "代表单位：同乐社区" in liu.reads(await liu.sees("身份：联络员"))


async def test_a_successor_who_never_pressed_start_gets_it_all_then(alliance: Alliance) -> None:
    """Staff hand over by themselves, to a member who has only ever been in the group."""
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"]
    await wang.says("/notice 周五开会，请回复")
    await wang.presses("发布到")
    await zhang.sees("📢 通知 1 号")
    await zhang.says("/加入 兴隆粮库")
    question = await wang.sees("张阿姨 还没打开和我的私聊")
    await wang.presses("仅登记为成员", on=question)
    await zhang.sees("您的申请街道已经答复了")
    await wang.says("/交接 粮库")
    await wang.presses("张阿姨")
    await wang.presses("不再担任")
    await wang.sees("张阿姨 已从 老周 接手兴隆粮库")
    await wang.is_quiet()
    await zhang.in_private().starts()
    text = zhang.in_private().reads(await zhang.in_private().sees("您现在是兴隆粮库的联络员了"))
    assert "您接手的是 老周 的工作。还有 1 条通知没反馈" in text
    copy = await zhang.in_private().sees("📢 通知 1 号")
    assert "兴隆粮库：已反馈「收到」" in await zhang.in_private().presses("收到", on=copy)
