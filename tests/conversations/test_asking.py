"""A sentence is answered as its command is: the same rights, nothing private in a group."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo


async def test_a_question_goes_to_the_same_answer_as_its_command(alliance: Alliance) -> None:
    wang, chen, zhang = (alliance[one].in_private() for one in ("王主任", "陈姐", "张阿姨"))
    await chen.says("/预告 8月26日 在兴隆社区活动室义诊")
    await chen.presses("只放进日历")
    await chen.sees("📣 预告：义诊")
    await wang.says("/通知 周五开会，请各单位确认")
    await wang.presses("发布到")
    await alliance["张阿姨"].sees("周五开会")
    for words, understood, answer in (
        ("清华园社区联络员是谁？", "清华园社区 · 单位和联络员", "清华园社区"),
        ("请问下周三有什么活动呢", "下周三 · 有什么活动", "义诊"),
        ("义诊什么时候", "义诊 · 什么时候", "8月26日"),
        ("最近的通知", "通知列表", "周五开会"),
        ("六十中今年做了什么", "第六十中学 · 今年 · 做过的活动", "第六十中学"),
        ("兴龙社区电话", "兴隆社区 · 单位和联络员", "兴隆社区"),
        ("有哪些社区", "有哪些单位", "同乐社区"),
        ("本周有什么活动", "本周 · 那一周有什么", "这几天还没有安排"),
        ("这个月有什么活动", "这个月 · 那个月有什么", "带点的日子有安排"),
        ("我报名了什么", "我的报名", "您还没有报名"),
    ):
        await zhang.says(words)
        said = zhang.reads(await zhang.sees(f"🔎 按“{understood}”查的"))
        assert answer in said.partition("\n")[2], said
    await zhang.says("停水什么时候")
    await zhang.presses("🔍 查找“停水”")
    await zhang.sees("没找到“停水”")
    await zhang.says("谁还没回复")
    await zhang.sees("只有联络员和工作人员可以这样做")
    await chen.says("我有什么要反馈的")
    await chen.sees("按“等您反馈的通知”查的")
    assert "周五开会" in await chen.answered()
    await wang.says("谁还没回付")
    missing = wang.reads(await wang.sees("按“谁还没反馈”查的"))
    await wang.says("/未反馈")
    assert missing.partition("\n\n")[2] == await wang.answered()


async def test_what_is_not_sure_is_asked_back(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("兴隆的联络员是谁")
    asked = await zhang.sees("您想问的是哪一项")
    assert zhang.buttons(asked) == [
        "兴隆社区 · 单位和联络员",
        "兴隆粮库 · 单位和联络员",
        "🔍 查找“兴隆的联络员是谁”",
    ]
    await zhang.presses("兴隆粮库", on=asked)
    answer = await zhang.sees("按“兴隆粮库 · 单位和联络员”查的")
    assert "老周" in zhang.reads(answer)
    await zhang.presses("🔍 查找", on=asked)
    await zhang.is_quiet()
    for data in ("asking.do:1:1:1", "asking.do:99:2:3", "asking.find:99", "asking.do"):
        assert "请再问一次" in await zhang.forges(data, asked["message_id"]), data


async def test_in_a_group_only_who_calls_the_bot_is_answered(alliance: Alliance) -> None:
    zhang, wang = alliance["张阿姨"], alliance["王主任"]
    name = f"@{alliance.world.bot.username}"
    await zhang.says("兴隆社区联络员是谁")
    await zhang.says(f"大家有问题可以问 {name}")
    await zhang.sees_no("按“")
    await zhang.says(f"{name} 兴隆社区联络员是谁")
    answer = await zhang.sees("按“兴隆社区 · 单位和联络员”查的")
    assert answer["reply_to_message"]["text"].startswith(name)
    await zhang.says("有哪些社区", reply_to=answer["message_id"])
    await zhang.sees("按“有哪些单位”查的")
    await zhang.says("好的，谢谢", reply_to=answer["message_id"])
    await zhang.says("兴隆", reply_to=answer["message_id"])
    await zhang.sees_no("您想问的是哪一项")
    await wang.says(f"{name} 我的身份是什么")
    await wang.sees("按“您的身份”查的")
    await zhang.says(f"{name} 今天天气怎么样")
    await zhang.sees("抱歉，这句话我没看懂")


async def test_what_is_no_question_goes_its_own_way(alliance: Alliance) -> None:
    chen, zhang = alliance["陈姐"].in_private(), alliance["张阿姨"].in_private()
    await chen.sends_photo(photo(1))
    await chen.says("8月13日 在兴隆社区活动室义诊，服务30人")
    await chen.sees("登记")
    await zhang.says("/查找")
    question = await zhang.sees("想找什么")
    await zhang.says("有哪些社区", reply_to=question["message_id"])
    await zhang.sees("“有哪些社区”")
    await zhang.sees_no("按“有哪些单位”查的")
    for words, answer in (
        ("你好", "我是共建联盟的小助手"),
        ("收到", "好的。还要办什么"),
        ("谢谢！", "不客气"),
        ("再见", "再见！"),
        ("今天真热", "没看懂"),
    ):
        await zhang.says(words)
        assert answer in await zhang.answered()


async def test_a_chinese_command_that_there_is_not_is_taken_for_a_question(
    alliance: Alliance,
) -> None:
    chen, wang, zhang = (alliance[one].in_private() for one in ("陈姐", "王主任", "张阿姨"))
    await chen.says("/登记")
    await chen.sees("按“怎么登记活动”查的")
    await wang.says("／催办")
    await wang.sees("按“谁还没反馈”查的")
    await zhang.says("/天气")
    await zhang.sees("没有“/天气”这个命令。\n发 /help")
    await zhang.says("/hep")
    await zhang.sees("您是不是想用 /help")
    await alliance["张阿姨"].says("/登记")
    await alliance["张阿姨"].sees_no("按“怎么登记活动”查的")


async def test_an_answer_to_no_notice_leads_to_those_that_wait(alliance: Alliance) -> None:
    chen, wang = alliance["陈姐"].in_private(), alliance["王主任"].in_private()
    await wang.says("/通知 周五开会，请各单位确认")
    await wang.presses("发布到")
    await alliance["张阿姨"].sees("周五开会")
    await chen.starts()
    await chen.sees("可以先做这两件事")
    for words in ("收到", "有困难，车坏了"):
        await chen.says(words)
        said = await chen.answered()
        assert said.startswith("👇 要反馈哪条通知，请点它的按钮")
        assert "周五开会" in said
    await chen.presses("收到")
    await chen.says("收到")
    assert (await chen.answered()).startswith("✅ 您都反馈过了")
    await chen.says("有困难，车坏了")
    said = await chen.answered()
    assert said.startswith("👇 您都反馈过了。要改反馈，请点开那条通知。")
    assert "周五开会" in said


async def test_it_is_asked_in_english_too(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    for words, understood in (
        ("What's on this week?", "this week · what is on that week"),
        ("who is the liaison of Tongle", "同乐社区 · the organisation and its liaison"),
        ("please show me the latest notces", "the notices"),
        ("which organisations are there", "the organisations"),
    ):
        await emma.says(words)
        await emma.sees(f"Understood as “{understood}”")
    await emma.says("who has not answered")
    await emma.sees("Only liaisons and staff can do this")
