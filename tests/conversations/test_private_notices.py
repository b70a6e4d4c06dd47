"""Notices that go to private chats: alone, beside a group, to liaisons or to everybody."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_destinations import drafted
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

TEXT = "今晚有暴雨，请各单位检查排水"


async def opened(alliance: Alliance, *names: str) -> None:
    """These have pressed Start."""
    for name in names:
        await alliance[name].in_private().starts()
    await alliance["王主任"].is_quiet()


async def asks_everybody(wang: Person, preview: Message) -> None:
    await wang.presses("👥 对象", on=preview)
    await wang.presses("所有人", on=preview)
    await wang.presses("返回", on=preview)


async def test_in_private_alone_no_group_sees_it(alliance: Alliance) -> None:
    await opened(alliance, "陈姐", "老周")
    wang, preview = await drafted(alliance, "只发私聊")
    await alliance.until(lambda: "📍 只发私聊：2 人，不在群里发" in wang.reads(preview))
    assert await wang.presses("私聊发给 2 人", on=preview) == "通知 1 号正在私聊发出。"
    chen = alliance["陈姐"].in_private()
    copy = await chen.sees("📢 通知 1 号")
    assert "🏢 兴隆社区：尚未反馈" in chen.reads(copy)
    assert chen.buttons(copy) == ["收到", "有困难"]
    await alliance["老周"].in_private().sees("📢 通知 1 号")
    await alliance["王主任"].sees_no("通知 1 号")
    assert await chen.presses("收到", on=copy) == "兴隆社区：已反馈「收到」。"
    await alliance.until(lambda: "🏢 兴隆社区：收到" in chen.reads(copy))
    await wang.says("/notice 1")
    whole = await wang.sees("1/20")
    assert "✅ 通知 1 号：私聊送完 2/2 · 已反馈 1" in wang.reads(whole)


async def test_in_private_as_well_group_and_liaisons_get_it(alliance: Alliance) -> None:
    await opened(alliance, "陈姐")
    wang, preview = await drafted(alliance, "同时私聊")
    await alliance.until(lambda: "📍 发到：刘寨共建联盟；同时私聊 1 人" in wang.reads(preview))
    await wang.presses("发布到「刘寨共建联盟」，私聊 1 人", on=preview)
    await alliance["王主任"].sees("📢 通知 1 号")
    await alliance["陈姐"].in_private().sees("📢 通知 1 号")


async def test_taking_private_back_leaves_the_group(alliance: Alliance) -> None:
    await opened(alliance, "陈姐")
    wang, preview = await drafted(alliance, "同时私聊")
    await wang.presses("✅ 同时私聊", on=preview)
    await alliance.until(lambda: "发布到「刘寨共建联盟」" in wang.buttons(preview))
    await wang.presses("只发私聊", on=preview)
    await alliance.until(lambda: "📍 只发私聊" in wang.reads(preview))
    await wang.presses("✅ 只发私聊", on=preview)
    await alliance.until(lambda: "📍 只发私聊" not in wang.reads(preview))


async def test_undo_leaves_no_private_chat_told(alliance: Alliance) -> None:
    await opened(alliance, "陈姐")
    wang, preview = await drafted(alliance, "只发私聊")
    world = alliance.world
    query = world.press(wang.id, wang.chat, preview["message_id"], "notices.send:1:0")
    await alliance.until(lambda: world.answer(query) is not None)
    toast = await wang.forges("notices.unsend:1", preview["message_id"])
    assert toast == "已撤销，没有发布，又是草稿了。"
    await alliance["陈姐"].in_private().sees_no("通知 1 号")
    await alliance.until(lambda: "私聊发给 1 人" in wang.buttons(preview))


async def test_what_asks_everybody_comes_to_everybody_with_its_buttons(alliance: Alliance) -> None:
    await opened(alliance, "陈姐", "张阿姨", "Emma")
    wang, preview = await drafted(alliance)
    await asks_everybody(wang, preview)
    await alliance.until(lambda: "📩 能私信到 4 人。" in wang.reads(preview))
    await wang.presses("💬 反馈方式", on=preview)
    await wang.presses("接龙报名", on=preview)
    await wang.presses("不限", on=preview)
    await wang.presses("📍 发到哪里", on=preview)
    await wang.presses("只发私聊", on=preview)
    await wang.presses("私聊发给 4 人", on=preview)
    zhang, emma = alliance["张阿姨"].in_private(), alliance["Emma"].in_private()
    copy = await zhang.sees("📢 通知 1 号")
    assert zhang.buttons(copy) == ["我参加", "不参加", "＋1", "－1"]
    assert await zhang.presses("我参加", on=copy) == "您：已反馈「参加 1 人」。"
    await alliance.until(lambda: "🙋 您：参加 1 人" in zhang.reads(copy))
    await zhang.presses("＋1", on=copy)
    await alliance.until(lambda: "🙋 您：参加 2 人" in zhang.reads(copy))
    hers = await emma.sees("📢 Notice 1")
    assert emma.buttons(hers) == ["I come", "Cannot come", "＋1", "－1"]
    assert await emma.presses("Cannot come", on=hers) == "You: counted as “cannot come”."
    await alliance.until(lambda: "🙋 You: cannot come" in emma.reads(hers))
    assert "您" not in alliance["陈姐"].in_private().reads(
        await alliance["陈姐"].in_private().sees("📢 通知 1 号")
    )


async def test_each_copy_speaks_its_readers_language_and_the_notice_its_own(
    alliance: Alliance,
) -> None:
    """A Chinese group, a Chinese liaison and an English one: the text is nobody's to translate."""
    await opened(alliance, "陈姐", "刘敏")
    liu, chen = alliance["刘敏"].in_private(), alliance["陈姐"].in_private()
    await liu.says("/language")
    await liu.presses("English")
    wang, preview = await drafted(alliance)
    await wang.presses("重要性", on=preview)
    await wang.sees("重要：同时私信每位联络员")
    await wang.presses("发布到", on=preview)
    card = await alliance["王主任"].sees("📢 通知 1 号")
    hers, his = await liu.sees("Important: notice 1"), await chen.sees("重要：通知 1 号")
    for person, message in ((alliance["王主任"], card), (liu, hers), (chen, his)):
        assert TEXT in person.reads(message)
    assert liu.buttons(hers) == ["Received", "Difficulty"]
    assert "🏢 同乐社区: no answer yet" in liu.reads(hers)
    assert chen.buttons(his) == alliance["王主任"].buttons(card) == ["收到", "有困难"]


async def test_who_answers_for_two_is_shown_the_notice_to_answer_for_each(
    alliance: Alliance,
) -> None:
    await opened(alliance, "刘敏")
    wang, preview = await drafted(alliance)
    await wang.presses("💬 反馈方式", on=preview)
    await wang.presses("接龙报名", on=preview)
    await wang.presses("不限", on=preview)
    await wang.presses("📍 发到哪里", on=preview)
    await wang.presses("只发私聊", on=preview)
    await wang.presses("私聊发给 1 人", on=preview)
    liu = alliance["刘敏"].in_private()
    copy = await liu.sees("📢 通知 1 号")
    assert liu.buttons(copy) == ["去反馈"]
    await liu.presses("去反馈", on=copy)
    await liu.presses("同乐社区 · 我参加")
    await alliance.until(lambda: "🏢 同乐社区：参加 1 人" in liu.reads(copy))


async def test_a_number_is_filled_in_below_the_copy(alliance: Alliance) -> None:
    await opened(alliance, "张阿姨")
    wang, preview = await drafted(alliance)
    await asks_everybody(wang, preview)
    await wang.presses("💬 反馈方式", on=preview)
    await wang.presses("报一个数", on=preview)
    await wang.presses("📍 发到哪里", on=preview)
    await wang.presses("只发私聊", on=preview)
    await wang.presses("私聊发给 2 人", on=preview)
    zhang = alliance["张阿姨"].in_private()
    copy = await zhang.sees("📢 通知 1 号")
    await zhang.says("3 人", reply_to=copy["message_id"])
    await alliance.until(lambda: "🙋 您：3" in zhang.reads(copy))


async def test_a_persons_own_difficulty_has_its_reason(alliance: Alliance) -> None:
    await opened(alliance, "张阿姨")
    wang, preview = await drafted(alliance)
    await asks_everybody(wang, preview)
    await wang.presses("📍 发到哪里", on=preview)
    await wang.presses("只发私聊", on=preview)
    await wang.presses("私聊发给 2 人", on=preview)
    zhang = alliance["张阿姨"].in_private()
    copy = await zhang.sees("📢 通知 1 号")
    await zhang.presses("有困难", on=copy)
    question = await zhang.sees("有什么困难")
    await zhang.says("腿脚不便", reply_to=question["message_id"])
    await zhang.sees("已记下您的情况，谢谢。")
    await alliance.until(lambda: "🙋 您：有困难" in zhang.reads(copy))


async def test_in_private_alone_who_cannot_be_reached_is_to_be_called(alliance: Alliance) -> None:
    await opened(alliance, "陈姐")
    wang, preview = await drafted(alliance, "只发私聊")
    await wang.presses("私聊发给 1 人", on=preview)
    await alliance["陈姐"].in_private().sees("📢 通知 1 号")
    await wang.says("/pending 1")
    toast = await wang.presses("现在提醒")
    assert toast == "已私聊提醒 1 位联络员。\n19 家私信不到，请打电话。"
    await alliance["陈姐"].in_private().sees("提醒：通知 1 号")
    await alliance["王主任"].sees_no("通知 1 号")


async def test_staff_hear_who_could_not_be_reached(alliance: Alliance) -> None:
    """Few copies need no progress; who lacks one is told all the same."""
    await opened(alliance, "陈姐", "老周")
    wang, preview = await drafted(alliance, "只发私聊")
    alliance.world.person(alliance["老周"].id).blocked = True
    await wang.presses("私聊发给 2 人", on=preview)
    await alliance["陈姐"].in_private().sees("📢 通知 1 号")
    told = await wang.sees("📵 联系不上：老周")
    assert "✅ 通知 1 号：私聊送完 1/2 · 已反馈 0 · 联系不上 1" in wang.reads(told)


async def test_a_few_copies_that_arrive_need_no_word(alliance: Alliance) -> None:
    await opened(alliance, "陈姐", "老周")
    wang, preview = await drafted(alliance, "只发私聊")
    await wang.presses("私聊发给 2 人", on=preview)
    await alliance["陈姐"].in_private().sees("📢 通知 1 号")
    await wang.sees_no("私聊送完")


async def test_nobody_to_reach_nothing_is_sent(alliance: Alliance) -> None:
    wang, preview = await drafted(alliance, "只发私聊")
    await alliance.until(lambda: "⚠️ 还没有一个人能私聊到" in wang.reads(preview))
    assert "发给" not in " ".join(wang.buttons(preview))
    toast = await wang.forges("notices.send:1:0", preview["message_id"])
    assert toast == "现在发不到那里，请用预览上更新后的按钮。"
