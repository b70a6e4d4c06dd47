"""The ways in which photos and words come: one of them first, forwarded, in a topic, unheard."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person, photo

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

WORDS = "8月13日 义诊，服务居民30人，参加5人"
PICTURES = [photo(number) for number in range(3)]


async def quiet_group(alliance: Alliance, name: str) -> Person:
    """A group where privacy mode lets the bot see only what is meant for it."""
    alliance.world.rules.privacy = True
    await alliance.restart()
    who = alliance[name]
    group = alliance.world.add_group("居民群", [who.id], [who.id], bot="absent")
    alliance.world.add_bot(who.id, group.id)
    return who.in_group(group.id)


async def test_in_private_a_caption_needs_no_command_but_a_press(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.sends_album(PICTURES, WORDS)
    question = await chen.sees("就用这段话登记活动吗？")
    assert WORDS in chen.reads(question)
    assert chen.buttons(question) == ["用这段话登记", "不是活动"]
    await chen.presses("用这段话登记", on=question)
    receipt = await chen.sees("3 张照片，已保存")
    assert "👥 服务 30 人" in chen.reads(receipt)
    assert "已经登记在活动 1 号" in await chen.presses("用这段话登记", on=question)
    await chen.sees_no("活动 2 号")


async def test_in_private_words_may_follow_the_photos(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.sends_album(PICTURES)
    await chen.sees("是什么活动？")
    await chen.says(WORDS)
    question = await chen.sees("就用这段话登记活动吗？")
    await alliance.restart()
    await chen.presses("用这段话登记", on=question)
    await chen.sees("3 张照片，已保存")


async def test_in_private_words_that_follow_at_once_are_asked_about_once(
    alliance: Alliance,
) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.sends_album(PICTURES)
    await chen.says(WORDS)
    await chen.sees("就用这段话登记活动吗？")
    await chen.is_quiet()
    asked = [one for one in chen.world.messages(chen.id) if "照片收到了" in one.get("text", "")]
    assert len(asked) == 1


async def test_other_words_may_be_written_instead_or_none(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.sends_photo(PICTURES[0], "大家看看")
    question = await chen.sees("就用这段话登记活动吗？")
    await chen.says(WORDS, reply_to=question["message_id"])
    await chen.sees("1 张照片，已保存")
    await chen.sends_photo(PICTURES[1], "我家的猫")
    question = await chen.sees("我家的猫")
    assert "不登记了" in await chen.presses("不是活动", on=question)
    await chen.says("你好")
    await chen.sees_no("活动 2 号")
    assert "请重新发送" in await chen.presses("用这段话登记", on=question)


async def test_photos_may_follow_the_words_without_a_reply(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    await zhou.says(f"#活动 {WORDS}")
    receipt = await zhou.sees("还没有照片")
    await zhou.sends_album(PICTURES)
    question = await zhou.sees("照片收到了")
    assert zhou.buttons(question) == ["加到活动 1 号：义诊", "不是活动"]
    assert "已加到活动 1 号" in await zhou.presses("加到活动 1 号", on=question)
    await zhou.sees("3 张照片，已保存")
    assert "3 张照片，已保存" in zhou.reads(receipt)


async def test_words_in_the_group_find_those_below_the_photo(alliance: Alliance) -> None:
    """Somebody sent an album with words but without the command; a liaison makes a report of it."""
    zhou = alliance["老周"]
    _, second, _ = await zhou.sends_album(PICTURES, WORDS)
    await zhou.is_quiet()
    await zhou.says("#活动", reply_to=second)
    receipt = await zhou.sees("3 张照片，已保存")
    assert "👥 服务 30 人" in zhou.reads(receipt)


async def test_a_forwarded_album_is_a_report_like_any_other(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    elsewhere = alliance.world.add_group("粮库职工群", [zhou.id], [zhou.id], bot="absent")
    sent = await zhou.in_group(elsewhere.id).sends_album(PICTURES, f"#活动 {WORDS}")
    alliance.world.forward_album(zhou.id, elsewhere.id, sent, alliance.group)
    receipt = await zhou.sees("3 张照片，已保存")
    assert "🏢 兴隆粮库" in zhou.reads(receipt)
    alone = zhou.in_private()
    await alone.starts()
    sent = await zhou.in_group(elsewhere.id).sends_album(PICTURES, WORDS)
    alliance.world.forward_album(zhou.id, elsewhere.id, sent, zhou.id)
    await alone.sees("就用这段话登记活动吗？")


async def test_in_a_topic_the_receipt_stands_in_the_topic(alliance: Alliance) -> None:
    zhou, world = alliance["老周"], alliance.world
    forum = world.add_group("共建论坛", [zhou.id], [zhou.id], forum=True, bot="absent")
    world.add_bot(zhou.id, forum.id, administrator=True)
    topic = world.add_topic(zhou.id, forum.id, "风采展示")
    there = zhou.in_group(forum.id)
    await there.sends_album(PICTURES, f"#活动 {WORDS}", thread=topic)
    receipt = await there.sees("3 张照片，已保存")
    assert receipt["message_thread_id"] == topic
    world.say(zhou.id, forum.id, "#活动", thread=topic)
    help_there = await there.sees("登记活动：选好照片")
    assert help_there["message_thread_id"] == topic


async def test_with_privacy_mode_help_offers_the_ways_that_work(alliance: Alliance) -> None:
    there = await quiet_group(alliance, "老周")
    await there.says("/report")
    await there.sees("我只看得到命令和回复我的消息")
    await there.says(f"/report {WORDS}")
    receipt = await there.sees("还没有照片")
    await there.sends_album(PICTURES, reply_to=receipt["message_id"])
    await there.sees("3 张照片，已保存")


async def test_with_privacy_mode_the_rest_of_an_album_is_asked_for(alliance: Alliance) -> None:
    there = await quiet_group(alliance, "老周")
    await there.sends_album(PICTURES, f"/report {WORDS}")
    receipt = await there.sees("这组照片我只看到一张")
    await there.sends_album(PICTURES[1:], reply_to=receipt["message_id"])
    await there.sees("3 张照片，已保存")


async def test_where_the_bot_is_an_administrator_it_hears_all(alliance: Alliance) -> None:
    there = await quiet_group(alliance, "老周")
    alliance.world.promote_bot(there.id, there.chat, {"can_delete_messages": True})
    await there.says("/report")
    await there.sees("登记活动：选好照片")


async def test_in_english_too(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    await zhou.says("/language en")
    await zhou.presses("English")
    await zhou.sends_album(PICTURES, "13 August free clinic, served 30")
    question = await zhou.sees("Report an activity in these words?")
    await zhou.presses("Report it in these words", on=question)
    await zhou.sees("📷 3 photos, saved")
