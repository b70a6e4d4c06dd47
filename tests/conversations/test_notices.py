"""Notices as people talk about them in the group and with the bot, from draft to answers."""

import asyncio

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo
from tests.vocabulary.patience import Patience
from tests.vocabulary.people import MINUTE
from tests.vocabulary.reading import Message

MEETING = "8月24日下午3点在军干四所召开联席会议，请各单位确认"


async def sent(alliance: Alliance, text: str = MEETING) -> Message:
    """王主任 posts a notice in the group; gives its card."""
    wang = alliance["王主任"]
    await wang.says(f"/notice {text}")
    preview = await wang.sees(f"（尚未发布）\n\n{text[:20]}")
    toast = await wang.presses("发布到", on=preview)
    return await wang.sees(f"📢 {toast.removesuffix('正在发到群里。')}")


async def is_pinned(alliance: Alliance, card: Message) -> bool:
    """Waits for the pin; by then the bot has written down which message the card is."""
    world = alliance.simulator.world
    pinned = await Patience(alliance.clock).until(
        lambda: world.pinned(alliance.group) or None, MINUTE
    )
    return pinned == [card["message_id"]]


async def test_a_sent_notice_is_a_pinned_card(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says(f"通知 {MEETING}")
    preview = await wang.sees("将请 20 家单位反馈")
    assert wang.buttons(preview) == [
        "发布到「刘寨共建联盟」",
        *(
            "👥 对象",
            "📋 看名单",
            "💬 反馈方式",
            "⏰ 截止时间",
            "❗ 重要性：普通",
            "✏️ 改正文",
            "📍 发到哪里",
        ),
        *("⋯ 更多", "取消"),
    ]
    assert await wang.presses("发布到") == "通知 1 号正在发到群里。"
    card = await wang.sees("0/20")
    assert wang.buttons(card) == ["收到", "有困难"]
    assert await is_pinned(alliance, card)
    decided = await wang.sees("通知 1 号已由王主任于 8月20日 周四 ")
    assert (decided["message_id"], wang.buttons(decided)) == (preview["message_id"], [])


async def test_a_message_becomes_a_notice_by_a_reply(alliance: Alliance) -> None:
    xiaoli = alliance["小李"]
    original = await alliance["张阿姨"].says("明天停水，请各单位提前储水")
    await xiaoli.says("/通知", reply_to=original)
    await xiaoli.sees("明天停水，请各单位提前储水\n\n👥 将请")


async def test_a_notice_without_words_is_told_how(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says("/notice")
    await wang.sees(f"/notice {MEETING}")
    picture = await alliance["张阿姨"].sends_photo(photo("没有文字"))
    await wang.says("/notice", reply_to=picture)
    await wang.sees("还没有正文")


async def test_two_staff_who_press_send_post_it_once(alliance: Alliance) -> None:
    wang, xiaoli = alliance["王主任"], alliance["小李"]
    await wang.says(f"/notice {MEETING}")
    await wang.sees("预览")
    toasts = await asyncio.gather(wang.presses("发布到"), xiaoli.presses("发布到"))
    assert "通知 1 号正在发到群里。" in toasts
    assert any("已经发布了，是通知 1 号" in toast for toast in toasts)
    assert await is_pinned(alliance, await wang.sees("发布人"))
    world = alliance.simulator.world
    cards = [one for one in world.messages(alliance.group) if "发布人" in one.get("text", "")]
    assert len(cards) == 1


async def test_what_was_discarded_cannot_be_sent(alliance: Alliance) -> None:
    wang, xiaoli = alliance["王主任"], alliance["小李"]
    await wang.says(f"/notice {MEETING}")
    preview = await wang.sees("预览")
    assert await wang.presses("取消") == "已取消，没有发布。"
    toast = await xiaoli.forges(f"notices.send:1:{alliance.group}", preview["message_id"])
    assert toast == "王主任已经取消了这份草稿。"
    await wang.sees_no("发布人")


async def test_only_staff_send(alliance: Alliance) -> None:
    await alliance["王主任"].says(f"/notice {MEETING}")
    await alliance["王主任"].sees("预览")
    await alliance["陈姐"].presses("发布到")
    await alliance["张阿姨"].says("/notice 我也发一条")
    await alliance["王主任"].sees_no("发布人")


async def test_an_organisation_counts_once(alliance: Alliance) -> None:
    await sent(alliance)
    chen, xiaochen, liu = alliance["陈姐"], alliance["小陈"], alliance["刘敏"]
    assert await chen.presses("收到") == "兴隆社区：已反馈「收到」。"
    assert await chen.presses("收到") == "兴隆社区已经是「收到」了，不用再点。"
    assert await xiaochen.presses("收到") == "兴隆社区已由陈姐反馈（收到）。"
    assert await liu.presses("收到") == "同乐社区、郑州联通：已反馈「收到」。"
    await chen.sees("3/20")


async def test_who_is_no_liaison_has_read_it(alliance: Alliance) -> None:
    await sent(alliance)
    assert (await alliance["张阿姨"].presses("收到")).startswith("已读，谢谢！")
    assert (await alliance["小李"].presses("收到")).startswith("已读，谢谢！")
    await alliance["王主任"].says("/pending 1")
    await alliance["王主任"].sees("0/20，还差 20 家")


async def test_a_difficulty_has_its_reason_by_a_reply(alliance: Alliance) -> None:
    card = await sent(alliance)
    chen, wang = alliance["陈姐"], alliance["王主任"]
    toast = await chen.presses("有困难")
    assert toast == "兴隆社区：已反馈「有困难」。\n请回复这条通知，说明原因。"
    await alliance["张阿姨"].says("我也忙", reply_to=card["message_id"])
    await chen.says("那天社区换届，派不出人", reply_to=card["message_id"])
    await chen.sees("已记下兴隆社区的情况")
    await chen.sees("1 家单位有困难")
    await wang.says("/未反馈 1")
    await wang.sees("⚠️ 兴隆社区：那天社区换届，派不出人")


async def test_a_liaison_answers_in_private_too(alliance: Alliance) -> None:
    await sent(alliance)
    chen = alliance["陈姐"].in_private()
    await chen.says("/notice 1")
    await chen.sees("🏢 兴隆社区：尚未反馈")
    await chen.presses("有困难")
    question = await chen.sees("有什么困难")
    await chen.says("没有车", reply_to=question["message_id"])
    await chen.sees("已记下兴隆社区的情况")
    await chen.sees("🏢 兴隆社区：有困难")
    await alliance["陈姐"].sees("1 家单位有困难")


async def test_in_private_the_missing_stand_with_their_liaisons(alliance: Alliance) -> None:
    await sent(alliance)
    wang = alliance["王主任"].in_private()
    await alliance["刘敏"].presses("收到")
    await wang.says("/pending")
    message = await wang.sees("2/20，还差 18 家")
    text = wang.reads(message)
    assert "社区\n• 兴隆社区：陈姐、小陈" in text
    assert "• 军干四所：尚无联络员" in text
    assert "同乐社区" not in text


async def test_of_several_open_notices_one_is_chosen(alliance: Alliance) -> None:
    await sent(alliance)
    await sent(alliance, "明天停水")
    wang = alliance["王主任"]
    await wang.says("/pending")
    await wang.sees("等反馈的通知（最急的在前）\n2 号 明天停水 · 0/20\n1 号 8月24日")
    await wang.presses("1 号，差 20 家")
    await wang.sees("通知 1 号：0/20")


async def test_a_long_notice_is_whole_in_private(alliance: Alliance) -> None:
    long = "请大家注意安全。" * 500
    await sent(alliance, long)
    zhang = alliance["张阿姨"]
    await zhang.says("/通知列表")
    await zhang.sees("0/20 · 8月20日 周四")
    await zhang.presses("全文")
    alone = zhang.in_private()
    message = await alone.sees("📢 通知 1 号")
    first = alone.reads(message)
    await alone.presses("2/2")
    parts = [page.split("\n\n")[1] for page in (first, alone.reads(message))]
    assert "".join(parts) == long


async def test_a_restart_anywhere_loses_nothing(alliance: Alliance) -> None:
    wang, chen = alliance["王主任"], alliance["陈姐"]
    await wang.says(f"/notice {MEETING}")
    await wang.sees("预览")
    await alliance.restart()
    await wang.presses("发布到")
    card = await wang.sees("0/20")
    assert await is_pinned(alliance, card)
    await alliance.restart()
    await chen.presses("有困难")
    await alliance.restart()
    await chen.says("没有车", reply_to=card["message_id"])
    await chen.sees("已记下兴隆社区的情况")
    await chen.sees("1/20")


async def test_answers_can_be_changed(alliance: Alliance) -> None:
    card = await sent(alliance)
    chen, zhou = alliance["陈姐"], alliance["老周"]
    assert (
        await zhou.presses("有困难") == "兴隆粮库：已反馈「有困难」。\n请回复这条通知，说明原因。"
    )
    await chen.sees("1 家单位有困难")
    assert await zhou.presses("收到") == "兴隆粮库已改为「收到」。"
    patience = Patience(alliance.clock)
    assert await patience.until(lambda: ("⚠️" not in chen.reads(card)) or None, MINUTE)
