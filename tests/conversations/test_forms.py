"""Every form of answer, as liaisons and members meet it in the group and in private."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person, photo
from tests.vocabulary.reading import Message

TEXT = "国庆志愿服务"


async def posted(alliance: Alliance, form: str, *answers: str, whom: str = "") -> Message:
    """小李 posts a notice that wants this form, and answers what is asked about it; its card."""
    xiaoli = alliance["小李"].in_private()
    await xiaoli.says(f"/notice {TEXT}")
    preview = await xiaoli.sees("（尚未发布）")
    if whom:
        await xiaoli.presses("👥 对象")
        await xiaoli.presses(whom)
        await xiaoli.presses("返回")
    await xiaoli.presses("💬 反馈方式")
    await xiaoli.presses(form)
    for answer in answers:
        question = await xiaoli.sees("请回复这条消息")
        await xiaoli.says(answer, reply_to=question["message_id"])
        await xiaoli.sees("记下了")
    await alliance.until(lambda: "发布到" in " ".join(xiaoli.buttons(preview)))
    await xiaoli.presses("发布到", on=preview)
    return await alliance["小李"].sees("📢 通知 1 号")


async def card_says(alliance: Alliance, card: Message, text: str) -> None:
    await alliance.until(lambda: text in alliance["小李"].reads(card))


async def test_received_only_has_one_button(alliance: Alliance) -> None:
    card = await posted(alliance, "只要收到")
    assert alliance["陈姐"].buttons(card) == ["收到"]
    assert await alliance["陈姐"].presses("收到") == "兴隆社区：已反馈「收到」。"


async def test_a_sign_up_has_places_and_a_waiting_list(alliance: Alliance) -> None:
    card = await posted(alliance, "接龙报名", "3")
    chen, zhou = alliance["陈姐"], alliance["老周"]
    assert chen.buttons(card) == ["我参加", "不参加", "＋1", "－1"]
    assert await chen.presses("我参加") == "兴隆社区：已反馈「参加 1 人」。"
    assert await chen.presses("＋1") == "兴隆社区已改为「参加 2 人」。"
    assert await zhou.presses("＋1") == "兴隆粮库：已反馈「参加 1 人」。"
    await card_says(alliance, card, "已报名 3/3 人\n1. 兴隆社区 2 人\n2. 兴隆粮库 1 人")
    assert await zhou.presses("＋1") == "兴隆粮库已改为「参加 2 人」。\n名额已满，已列入候补。"
    await card_says(alliance, card, "已报名 3/3 人，候补 1 人")
    await card_says(alliance, card, "2. 兴隆粮库 2 人（候补）")
    assert await chen.presses("不参加") == "兴隆社区已改为「不参加」。"
    await card_says(alliance, card, "已报名 2/3 人\n1. 兴隆粮库 2 人")


async def test_who_answers_for_two_signs_each_up_in_private(alliance: Alliance) -> None:
    await posted(alliance, "接龙报名", "9")
    liu = alliance["刘敏"]
    assert await liu.presses("我参加") == (
        "您代表同乐社区、郑州联通，请逐家反馈：在与我的私聊里发送 /notice 1。"
    )
    alone = liu.in_private()
    await alone.says("/notice 1")
    await alone.sees("🏢 同乐社区：尚未反馈")
    assert await alone.presses("同乐社区 · 我参加") == "同乐社区：已反馈「参加 1 人」。"
    assert await alone.presses("郑州联通 · 不参加") == "郑州联通：已反馈「不参加」。"
    await alone.sees("🏢 同乐社区：参加 1 人\n🏢 郑州联通：不参加")


async def test_everybody_signs_up_for_themselves(alliance: Alliance) -> None:
    card = await posted(alliance, "接龙报名", "2", whom="所有人")
    zhang, emma = alliance["张阿姨"], alliance["Emma"]
    assert await zhang.presses("我参加") == "您：已反馈「参加 1 人」。"
    assert await emma.presses("我参加") == "You: counted as “1 comes”."
    assert (await alliance["陈姐"].presses("我参加")).endswith("已列入候补。")
    await card_says(alliance, card, "已报名 2/2 人，候补 1 人\n1. 张阿姨 1 人\n2. Emma 1 人\n3.")
    alone = zhang.in_private()
    await alone.says("/notice 1")
    await alone.sees("🙋 您：参加 1 人")
    assert await alone.presses("撤回反馈") == "您：反馈已撤回。"
    await card_says(alliance, card, "1. Emma 1 人\n2. 陈姐 1 人")


async def test_one_of_several_is_chosen(alliance: Alliance) -> None:
    card = await posted(alliance, "单选", "1. 周三上午\n2、周五下午\n周六")
    chen, liu = alliance["陈姐"], alliance["刘敏"]
    assert chen.buttons(card) == ["A. 周三上午", "B. 周五下午", "C. 周六"]
    assert await chen.presses("B.") == "兴隆社区：已反馈「周五下午」。"
    assert await liu.presses("C.") == "同乐社区、郑州联通：已反馈「周六」。"
    assert await chen.presses("A.") == "兴隆社区已改为「周三上午」。"
    await card_says(alliance, card, "A. 周三上午: 1\nB. 周五下午: 0\nC. 周六: 2")


async def test_several_are_chosen_and_taken_away(alliance: Alliance) -> None:
    card = await posted(alliance, "多选", "义诊\n助学")
    chen = alliance["陈姐"]
    assert await chen.presses("A.") == "兴隆社区：已反馈「义诊」。"
    assert await chen.presses("B.") == "兴隆社区已改为「义诊、助学」。"
    assert await chen.presses("A.") == "兴隆社区已改为「助学」。"
    await card_says(alliance, card, "A. 义诊: 0\nB. 助学: 1")
    assert await chen.presses("B.") == "兴隆社区：反馈已撤回。"
    await card_says(alliance, card, "0/20")


async def test_a_choice_without_options_cannot_be_sent(alliance: Alliance) -> None:
    xiaoli = alliance["小李"].in_private()
    await xiaoli.says(f"/notice {TEXT}")
    preview = await xiaoli.sees("（尚未发布）")
    await xiaoli.presses("💬 反馈方式")
    await xiaoli.presses("单选")
    question = await xiaoli.sees("有哪些选项")
    await xiaoli.says("只有一个", reply_to=question["message_id"])
    await xiaoli.sees("选项要有 2 到 10 个")
    await xiaoli.presses("返回", on=preview)
    await alliance.until(lambda: "还没有选项" in xiaoli.reads(preview))
    assert not any("发布到" in label for label in xiaoli.buttons(preview))


async def test_a_number_comes_by_a_reply(alliance: Alliance) -> None:
    card = await posted(alliance, "报一个数")
    chen, zhou = alliance["陈姐"], alliance["老周"]
    await chen.says("我们来十二个人", reply_to=card["message_id"])
    await chen.sees("兴隆社区：已反馈「12」。")
    assert (await zhou.presses("填写")).startswith("我还不能给您发私信。请直接回复这条通知")
    alone = zhou.in_private()
    await alone.says("/notice 1")
    await alone.presses("填写")
    question = await alone.sees("请回复这条消息，写一个数")
    await alone.says("看情况", reply_to=question["message_id"])
    await alone.sees("没看出是多少")
    await alone.says("３人", reply_to=question["message_id"])
    await alone.sees("兴隆粮库：已反馈「3」。")
    await card_says(alliance, card, "🔢 合计 15")


async def test_who_is_not_asked_is_told_so_and_asked_nothing(alliance: Alliance) -> None:
    card = await posted(alliance, "报一个数")
    zhang, chen = alliance["张阿姨"], alliance["陈姐"]
    for person in (zhang, chen):
        await person.in_private().says("/start")
        await person.in_private().answered()
    assert (await zhang.presses("填写")).startswith("已读，谢谢！")
    assert await chen.presses("填写") == "我已在私聊里问您了，请到私聊里回复。"
    await chen.in_private().sees("请回复这条消息，写一个数")
    await zhang.in_private().sees_no("写一个数")
    forged = await chen.forges("notices.fill:77", card["message_id"])
    assert forged.startswith("这条通知现在不收反馈")
    await card_says(alliance, card, "0/20")


async def test_who_answers_for_two_names_the_one(alliance: Alliance) -> None:
    card = await posted(alliance, "报一个数")
    liu = alliance["刘敏"]
    await liu.says("4", reply_to=card["message_id"])
    await liu.sees("您代表同乐社区、郑州联通。请先写单位名再写内容，例如：同乐社区 ……")
    await liu.says("郑州联通 4", reply_to=card["message_id"])
    await liu.sees("郑州联通：已反馈「4」。")
    await card_says(alliance, card, "🔢 合计 4")


async def test_words_come_by_a_reply(alliance: Alliance) -> None:
    card = await posted(alliance, "填一句话")
    await alliance["张阿姨"].says("我觉得很好", reply_to=card["message_id"])
    await alliance["陈姐"].says("建议放在上午", reply_to=card["message_id"])
    await alliance["陈姐"].sees("兴隆社区：已反馈「建议放在上午」。")
    await card_says(alliance, card, "1/20")


async def test_a_photo_is_handed_in_by_a_reply(alliance: Alliance) -> None:
    card = await posted(alliance, "收材料")
    chen: Person = alliance["陈姐"]
    await chen.says("稍后交", reply_to=card["message_id"])
    await chen.sends_photo(photo("回执"), reply_to=card["message_id"])
    await chen.sees("兴隆社区：已反馈「已交材料」。")
    await card_says(alliance, card, "1/20")


async def test_what_is_typed_below_the_card_counts_as_a_press_does(alliance: Alliance) -> None:
    card = await posted(alliance, "收到 / 有困难")
    chen, zhou, liu, zhang = (alliance[one] for one in ("陈姐", "老周", "刘敏", "张阿姨"))

    group = alliance.world.chat(alliance.group)

    def reactions(message: int) -> list[str]:
        return list(alliance.world.message_in(group, message).reactions.values())

    typed = await chen.says("收到！", reply_to=card["message_id"])
    await card_says(alliance, card, "1/20")
    await alliance.until(lambda: reactions(typed) == ["👍"])
    await zhou.says("有困难，车坏了", reply_to=card["message_id"])
    await card_says(alliance, card, "2/20")
    await liu.says("有困难", reply_to=card["message_id"])
    await liu.sees("请回复这条通知，说明原因")
    await liu.says("收到太晚，人都派出去了", reply_to=card["message_id"])
    await liu.sees("已记下同乐社区、郑州联通的情况")
    for words, person in (("收到", zhang), ("收到，不过几点开始？", chen)):
        talk = await person.says(words, reply_to=card["message_id"])
        await person.is_quiet()
        assert reactions(talk) == []
    xiaoli = alliance["小李"].in_private()
    await xiaoli.says("/未反馈 1")
    board = xiaoli.reads(await xiaoli.sees("4/20"))
    assert "车坏了" in board
    assert "收到太晚，人都派出去了" in board
    await alliance["陈姐"].in_private().says("/通知 1")
    shown = await alliance["陈姐"].in_private().sees("通知 1 号")
    await alliance["陈姐"].in_private().says("有困难", reply_to=shown["message_id"])
    await alliance["陈姐"].in_private().sees("兴隆社区已改为「有困难」")
    await alliance["陈姐"].in_private().sees("有什么困难")


async def test_who_comes_and_which_option_can_be_typed(alliance: Alliance) -> None:
    card = await posted(alliance, "接龙报名", "3")
    chen = alliance["陈姐"]
    await chen.says("参加2人", reply_to=card["message_id"])
    await card_says(alliance, card, "1. 兴隆社区 2 人")
    await alliance["老周"].says("我们来2个", reply_to=card["message_id"])
    await alliance["老周"].sees("名额已满，已列入候补")
    await chen.says("不参加了", reply_to=card["message_id"])
    await chen.sees("兴隆社区已改为「不参加」")
    await card_says(alliance, card, "1. 兴隆粮库 2 人")
