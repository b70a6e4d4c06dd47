"""Micro-wishes (微心愿): put up, taken on, handed over, thanked; nothing private in the group."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.wishing import PLACE, follows, put_up
from tests.vocabulary import Person, photo
from tests.vocabulary.reading import Message

LINE = "/发心愿 冬衣 20件 给困难家庭 8月28日前"


@pytest.mark.slow
async def test_many_pieces_are_taken_on_by_several_and_handed_over(alliance: Alliance) -> None:
    """It is Thursday, 20 August."""
    chen, zhou = alliance["陈姐"].in_private(), alliance["老周"].in_private()
    zhang, group = alliance["张阿姨"].in_private(), alliance["王主任"]
    own = await put_up(alliance, chen, LINE)
    card = await group.sees("🎁 微心愿 · 兴隆社区")
    assert group.reads(card).splitlines() == [
        "🎁 微心愿 · 兴隆社区",
        "冬衣 20件",
        "👥 给：困难家庭",
        "📅 2026年8月28日 周五前",
        "🙋 已认领 0/20",
    ]
    await two_at_once(alliance, zhou, zhang)
    await alliance.shows(group, card, "帮忙的：兴隆粮库 18件、一位居民 2件")
    assert "张阿姨" not in group.reads(card)
    assert PLACE not in group.reads(card)
    assert group.buttons(card) == []
    await they_talk_through_the_bot(chen, zhang)
    await a_name_is_shown_only_by_a_tick(alliance, zhang, group, card)
    await both_say_so(alliance, chen, zhou, zhang)
    await alliance.shows(group, card, "🎉 已实现 · 兴隆社区的微心愿")
    await alliance.shows(chen, own, "✅ 已全部送到")
    assert PLACE not in chen.reads(own)
    await thanks_are_said(chen, group)
    await zhou.says("/查单位 兴隆粮库")
    await zhou.sees("💛 帮忙实现过 1 个微心愿")
    await zhou.says("/查单位 兴隆社区")
    await zhou.sees("🎁 发过 1 个微心愿，实现 1 个")


async def two_at_once(alliance: Alliance, zhou: Person, zhang: Person) -> None:
    """Who is slower is told how many are left, and chooses once more."""
    await follows(alliance["张阿姨"], await alliance["张阿姨"].sees("🎁 微心愿"))
    offer = await zhang.sees("由谁认领？")
    assert PLACE not in zhang.reads(offer)
    assert "替" not in str(zhang.buttons(offer))
    await zhang.presses("我个人认领", on=offer)
    await alliance.shows(zhang, offer, "认领多少？还差 20")
    await zhou.says("/微心愿")
    board = await zhou.sees("🎁 微心愿：1 个")
    assert "1. 冬衣 20件 · 给困难家庭 · 兴隆社区 · 8月28日 周五前 · 还差 20" in zhou.reads(board)
    await zhou.presses("🙋 1. 冬衣", on=board)
    await zhou.presses("替兴隆粮库认领", on=board)
    stale = zhou.reads(board)
    assert "认领多少" in stale
    assert "不是认领人" in stale or "还差 20" in stale
    await zhou.forges("wishes.claim:1:19:18", board["message_id"])
    taken = await zhou.sees("💛 兴隆粮库认领了：冬衣 18件")
    assert f"🔒 只给您看：{PLACE}" in zhou.reads(taken)
    told = await zhang.presses("全部 20", on=offer)
    assert "现在只差 2" in told
    assert "不能替它认领" in await zhang.forges("wishes.claim:1:19:2", offer["message_id"])
    await zhang.forges("wishes.claim:1:0:2", offer["message_id"])
    mine = await zhang.sees("💛 您认领了：冬衣 2件 · 兴隆社区")
    assert "群里这样称呼您：一位居民" in zhang.reads(mine)


async def they_talk_through_the_bot(chen: Person, zhang: Person) -> None:
    """Neither learns who the other is, unless it is written."""
    told = await chen.sees("🙋 一位居民认领了：冬衣 2件")
    assert "张阿姨" not in chen.reads(told)
    await chen.presses("给对方留言", on=told)
    question = await chen.sees("要对一位居民说什么")
    await chen.says("周六上午可以送来吗？", reply_to=question["message_id"])
    word = await zhang.sees("💬 兴隆社区，关于“冬衣”：\n周六上午可以送来吗？")
    await zhang.says("可以，十点到", reply_to=word["message_id"])
    await chen.sees("💬 一位居民，关于“冬衣”：\n可以，十点到")


async def a_name_is_shown_only_by_a_tick(
    alliance: Alliance, zhang: Person, group: Person, card: Message
) -> None:
    mine = await zhang.sees("💛 您认领了：冬衣 2件")
    await zhang.presses("可以显示我的名字", on=mine)
    await alliance.shows(group, card, "兴隆粮库 18件、张阿姨 2件")
    await zhang.presses("不显示我的名字", on=mine)
    await alliance.shows(group, card, "兴隆粮库 18件、一位居民 2件")


async def both_say_so(alliance: Alliance, chen: Person, zhou: Person, zhang: Person) -> None:
    """A slip is taken back; words and address go once it is handed over."""
    mine = await zhang.sees("💛 您认领了：冬衣 2件")
    await zhang.presses("我已送到", on=mine)
    asked = await chen.sees("一位居民认领了：冬衣 2件\n📦 对方说已送到，待社区确认")
    assert "已告诉对方" in await chen.presses("还没有", on=asked)
    await alliance.shows(zhang, mine, "💛 您认领了")
    await zhang.presses("我已送到", on=mine)
    await alliance.restart()
    await alliance.shows(chen, asked, "📦 对方说已送到")
    await chen.presses("✅ 已收到", on=asked)
    await alliance.shows(zhang, mine, "✅ 已送到，社区已收到")
    await zhang.sees_no("周六上午可以送来吗？")
    taken = await zhou.sees("💛 兴隆粮库认领了：冬衣 18件")
    grain = await chen.sees("🙋 兴隆粮库认领了：冬衣 18件")
    await chen.presses("✅ 已收到", on=grain)
    await alliance.shows(zhou, taken, "📦 社区说收到了。是您送的吗？")
    await zhou.presses("我已送到", on=taken)
    await alliance.shows(zhou, taken, "交接信息已删除")
    assert PLACE not in zhou.reads(taken)


async def thanks_are_said(chen: Person, group: Person) -> None:
    """The photo goes to the group only after the community says so, and can be taken back."""
    ask = await chen.sees("🎉 冬衣 20件：心愿实现了！")
    assert "不拍孩子的脸" in chen.reads(ask)
    await chen.says("谢谢", reply_to=ask["message_id"])
    await chen.sees("请回复一张照片")
    await chen.sends_files([("photo", "谢谢.jpg", photo(1))], "", reply_to=ask["message_id"])
    preview = await chen.sees("照片里的人都同意了吗？")
    await group.is_quiet()
    assert not any("心愿实现了" in group.reads(one) for one in group.files())
    await chen.presses("都同意，发到群里", on=preview)
    await group.sees("🎉 心愿实现了：冬衣 20件")
    await chen.presses("撤回照片", on=preview)
    await group.is_quiet()
    assert not any("心愿实现了" in group.reads(one) for one in group.files())


async def test_nothing_private_gets_into_the_group_unasked(alliance: Alliance) -> None:
    """Step by step: numbers are refused, what looks like a name has to be confirmed."""
    chen, zhou = alliance["陈姐"].in_private(), alliance["老周"].in_private()
    group, zhang = alliance["陈姐"], alliance["张阿姨"].in_private()
    await group.says("/发心愿 书包 给孩子")
    await group.sees("心愿在私聊里写")
    await zhou.says("/发心愿 书包")
    await zhou.sees("心愿由社区和街道来发")
    await chen.says("/发心愿")
    first = await chen.sees("第 1 步（共 5 步）")
    await chen.says("谁还没反馈？")
    await chen.sees_no("✅ 心愿：谁还没反馈")
    await chen.says("书包")
    await alliance.shows(chen, first, "✅ 心愿：书包")
    await chen.sees("第 2 步（共 5 步）")
    await chen.says("王大爷的孙子，13800001234")
    await chen.sees("🔒 里面有电话或身份证号")
    await chen.says("王大爷的孙子")
    await chen.sees("第 3 步（共 5 步）")
    await chen.says("好多")
    await chen.sees("请写 1 到 9999 的数字")
    await chen.presses("2")
    ask = await chen.sees("第 4 步（共 5 步）")
    await chen.presses("不限时间", on=ask)
    await chen.sees("第 5 步（共 5 步）")
    await chen.says("3号楼201，身份证410102195001011234")
    await chen.sees("🔒 里面有身份证号")
    await alliance.restart()
    await chen.says("3号楼201，13800001234")
    preview = await chen.sees("⚠️ 这里可能是姓名或门牌号：王大爷")
    assert "3号楼201" in chen.reads(preview)
    stale = await chen.sees("👀 群里会这样显示")
    await chen.presses("给谁", on=preview)
    await chen.presses("孩子", on=await chen.sees("给谁？请笼统地写"))
    again = await chen.sees("👥 给：孩子")
    assert "再看一遍卡片" in await chen.forges("wishes.publish:1:7", stale["message_id"])
    await group.is_quiet()
    await alliance["张阿姨"].sees_no("微心愿 · 兴隆社区")
    await chen.presses("发到群里", on=again)
    card = await group.sees("🎁 微心愿 · 兴隆社区")
    assert "王大爷" not in group.reads(card)
    await zhou.forges("wishes.withdraw:1", await zhou.says("你好"))
    await alliance.shows(group, card, "🙋 已认领 0/2")
    await it_is_found_and_taken_along(alliance, zhang)
    await chen.presses("撤回心愿", on=again)
    await alliance.shows(group, card, "🗂 已撤回 · 兴隆社区的微心愿")
    await alliance.until(lambda: "3号楼" not in chen.reads(again))


async def it_is_found_and_taken_along(alliance: Alliance, zhang: Person) -> None:
    """Never with the address; the sheet is for staff."""
    wang = alliance["王主任"].in_private()
    await zhang.says("/查找 书包")
    await zhang.sees("🎁 微心愿")
    await zhang.says("/查找 3号楼201")
    await zhang.is_quiet()
    await zhang.sees_no("3号楼201，")
    await zhang.says("有什么微心愿")
    await zhang.sees("🎁 微心愿：1 个")
    await wang.says("/导出 微心愿")
    await wang.sees("🎁 1 个微心愿的 Excel 表")
    await zhang.says("/导出 微心愿")
    await zhang.sees("只有联络员和工作人员可以这样做")
