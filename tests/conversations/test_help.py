"""Nobody needs a manual: what the bot says to who does not know what to say."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo


async def test_in_the_group_help_is_short_and_leads_to_the_whole(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/帮助")
    answer = await zhang.sees("您在这里常用的：")
    assert len(zhang.reads(answer).splitlines()) == 6
    await zhang.presses("私聊看全部用法")
    await zhang.in_private().sees("点一下命令就能复制")


async def test_everybody_is_shown_what_they_may(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    await wang.says("/help")
    tasks = wang.reads(await wang.sees("点一下命令就能复制"))
    assert tasks.split("\n\n")[1:3] == [
        "我要发通知\n/通知 8月24日下午3点在军干四所召开联席会议，请各单位确认",
        "谁还没反馈\n/未反馈",
    ]
    await wang.presses("全部命令")
    assert "/staff（/工作人员）" in wang.reads(await wang.sees("想看某一条的用法"))
    await zhang.says("/help")
    assert "我要发通知" not in zhang.reads(await zhang.sees("近期有什么活动\n/近期活动"))
    await zhang.presses("全部命令")
    text = zhang.reads(await zhang.sees("想看某一条的用法"))
    assert "/staff" not in text
    assert "/通知 12" in text


async def test_one_command_is_explained(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/help 通知")
    await zhang.sees("只有街道工作人员能用")
    await zhang.says("/help orgs")
    await zhang.sees("/orgs（/单位列表）")
    await zhang.says("/help orgg")
    await zhang.sees("没有“orgg”这个命令")


async def test_start_greets_by_role_and_offers_a_language(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    greeting = await chen.sees("陈姐，您好！")
    assert "您是兴隆社区的联络员" in chen.reads(greeting)
    assert chen.buttons(greeting) == ["📋 菜单", "❓ 怎么用", "中文", "English"]
    await chen.presses("❓ 怎么用")
    await chen.sees("我有什么要反馈的\n/未反馈")


async def test_a_slip_is_answered_with_what_was_meant(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/orgss")
    await zhang.sees("您是不是想用 /orgs")
    await zhang.says("帮助")
    await zhang.sees("按“怎么用”查的")
    await zhang.says("/相策")
    assert "照片" in zhang.buttons(await zhang.sees("您想问的是哪一项"))
    for slip, meant in (
        ("/tongzhiliebiao", "/notices"),
        ("/galery", "/gallery"),
        ("/bangzhu", "/help"),
        ("/chazao 义诊", "/find"),
    ):
        await zhang.says(slip)
        assert f"您是不是想用 {meant}（" in await zhang.answered(), slip


async def test_words_that_mean_nothing_are_answered_with_examples(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("今天天气怎么样")
    await zhang.sees("抱歉，这句话我没看懂")
    await zhang.says("大型会议场地")
    await zhang.presses("🔍 查找“大型会议场地”")
    await zhang.sees("“大型会议场地”的查找结果")


async def test_a_members_photo_is_thanked_for(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.sends_photo(photo(1))
    await zhang.sees("谢谢您的照片")


async def test_in_the_group_only_who_calls_the_bot_is_answered(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("今天天气怎么样")
    await zhang.says("/weather@someotherbot")
    await zhang.sees_no("抱歉")
    username = alliance.simulator.world.bot.username
    await zhang.says(f"/orgss@{username}")
    await zhang.sees("您是不是想用 /orgs")


async def test_a_group_that_brings_the_bot_in_is_greeted_once(alliance: Alliance) -> None:
    wang, world = alliance["王主任"], alliance.world
    hello = await wang.sees("大家好")
    assert "管理员" not in wang.reads(hello)
    world.promote_bot(wang.id, alliance.group, None)
    await wang.sees("请把我设为本群管理员")
    await wang.is_quiet()
    assert sum("大家好" in str(one.get("text")) for one in world.messages(alliance.group)) == 1


async def test_a_plain_member_bot_asks_for_what_it_needs(alliance: Alliance) -> None:
    wang, world = alliance["王主任"], alliance.world
    other = world.add_group("另一个群", [wang.id], [wang.id], bot="absent")
    world.add_bot(wang.id, other.id)
    hello = await wang.in_group(other.id).sees("请把我设为本群管理员")
    world.promote_bot(wang.id, other.id, {"can_pin_messages"})
    await alliance.until(lambda: "管理员" not in wang.in_group(other.id).reads(hello))


async def test_what_is_written_without_a_command_is_a_press_away_from_what_was_meant(
    alliance: Alliance,
) -> None:
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    text = "明天下午3点在军干四所开联席会，请大家准时参加"
    await wang.says(text)
    hint = await wang.sees("这句话我没看懂")
    assert wang.buttons(hint)[0] == "📢 用这段话发通知"
    await alliance.restart()
    await wang.presses("用这段话发通知", on=hint)
    assert text in wang.reads(await wang.sees("（尚未发布）"))
    assert "请再发一次" in await wang.forges("help.meant:99", hint["message_id"])
    await zhang.says(text)
    assert zhang.buttons(await zhang.sees("这句话我没看懂"))[-1] == "📋 菜单"
    assert "只有联络员" in await zhang.forges("help.meant:1", hint["message_id"])
    chen = alliance["陈姐"].in_private()
    await chen.says("8月13日义诊服务30人")
    await chen.presses("登记成活动", on=await chen.sees("这句话我没看懂"))
    assert "义诊" in chen.reads(await chen.sees("还没有照片"))
    await alliance["张阿姨"].says(f"@{alliance.world.bot.username}")
    await alliance["张阿姨"].sees("您在这里常用的")
