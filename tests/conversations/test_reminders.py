"""Who is missing is reminded: in private, or by name in the group."""

import asyncio

import pytest

from storage import people
from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.conversations.test_notices import MEETING, sent
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

DAY = 86400.0


async def opens(person: Person) -> Person:
    """Somebody opens the private chat, so that the bot can write there."""
    alone = person.in_private()
    await alone.says("/whoami")
    await alone.answered()
    return alone


async def asks(alliance: Alliance, name: str = "王主任") -> Message:
    """Staff ask in the group who is missing."""
    await alliance[name].says("/pending 1")
    return await alliance[name].sees("📋 通知 1 号")


def called(message: Message) -> set[int]:
    """Whom a message of the group's calls, by id."""
    return {one["user"]["id"] for one in message["entities"] if one["type"] == "text_mention"}


def reminders(alliance: Alliance, chat: int, words: str) -> list[Message]:
    return [one for one in alliance.world.messages(chat) if words in one.get("text", "")]


async def test_who_can_be_reached_is_reminded_in_private(alliance: Alliance) -> None:
    await sent(alliance)
    chen, wang = await opens(alliance["陈姐"]), alliance["王主任"]
    board = await asks(alliance)
    assert wang.buttons(board) == [
        *("查看全部单位和联络员", "现在提醒", "明天9:00提醒", "📞 我来打电话"),
    ]
    assert await wang.presses("现在提醒") == "已私聊提醒 1 位联络员。\n群里点名 19 家单位。"
    asked = await chen.sees("提醒：通知 1 号")
    assert MEETING in chen.reads(asked)
    assert "🏢 兴隆社区：尚未反馈" in chen.reads(asked)
    mention = await wang.sees("请以下单位尽快反馈")
    assert "reply_to_message" not in mention
    assert "兴隆社区" not in wang.reads(mention)
    assert "• 同乐社区：刘敏" in wang.reads(mention)
    assert "• 军干四所：尚无联络员" in wang.reads(mention)
    assert called(mention) == {alliance["老周"].id, alliance["刘敏"].id}


async def test_a_reminder_is_answered_where_it_stands(alliance: Alliance) -> None:
    await sent(alliance)
    chen, young = await opens(alliance["陈姐"]), await opens(alliance["小陈"])
    await asks(alliance)
    await alliance["王主任"].presses("现在提醒")
    asked = await chen.sees("提醒：通知 1 号")
    other = await young.sees("提醒：通知 1 号")
    assert await chen.presses("收到", on=asked) == "兴隆社区：已反馈「收到」。"
    thanks = await chen.sees("已反馈，谢谢")
    assert thanks["message_id"] == asked["message_id"]
    assert chen.buttons(thanks) == ["查看或更改"]
    settled = await young.sees("已反馈，谢谢")
    assert settled["message_id"] == other["message_id"]
    await alliance["王主任"].sees("1/20")
    await chen.presses("查看或更改")
    await chen.sees("📢 通知 1 号")


async def test_a_reminder_hears_of_difficulties(alliance: Alliance) -> None:
    await sent(alliance)
    chen = await opens(alliance["陈姐"])
    await asks(alliance)
    await alliance["王主任"].presses("现在提醒")
    asked = await chen.sees("提醒：通知 1 号")
    assert (await chen.presses("有困难", on=asked)).endswith("请回复下面的提问，说明原因。")
    await chen.sees("有什么困难")
    await chen.says("没有车", reply_to=asked["message_id"])
    await chen.sees("已记下兴隆社区的情况")


async def test_two_staff_remind_once(alliance: Alliance) -> None:
    await sent(alliance)
    chen = await opens(alliance["陈姐"])
    wang, li = alliance["王主任"], alliance["小李"]
    await asks(alliance)
    toasts = await asyncio.gather(wang.presses("现在提醒"), li.presses("现在提醒"))
    assert "刚刚已提醒过，请过一分钟再试。" in toasts
    await chen.sees("提醒：通知 1 号")
    await wang.sees("请以下单位尽快反馈")
    await chen.is_quiet()
    assert len(reminders(alliance, chen.chat, "提醒：通知 1 号")) == 1
    assert len(reminders(alliance, alliance.group, "请以下单位尽快反馈")) == 1
    alliance.clock.advance(61)
    assert "已私聊提醒 1 位联络员" in await li.presses("现在提醒")


async def test_nobody_is_named_who_answers_before_the_group_hears(alliance: Alliance) -> None:
    card = await sent(alliance)
    await asks(alliance)
    await alliance["王主任"].presses("现在提醒")
    await alliance["老周"].presses("收到", on=card)
    mention = await alliance["王主任"].sees("请以下单位尽快反馈")
    assert "兴隆粮库" not in alliance["王主任"].reads(mention)
    await alliance["刘敏"].presses("收到", on=mention)
    await alliance.until(lambda: "同乐社区" not in alliance["王主任"].reads(mention))


async def test_whom_telegram_refuses_is_named_in_one_message(alliance: Alliance) -> None:
    await sent(alliance)
    alone = await opens(alliance["陈姐"])
    await alone.is_quiet()
    await alliance.stop()
    async with Database(alliance.settings.database) as db:
        for name in ("老周", "刘敏"):  # as when somebody deletes the chat for both sides
            who = people.Person(id=alliance[name].id, name=name, is_reachable=True)
            await people.remember(db, who)
    await alliance.start()
    await asks(alliance)
    toast = await alliance["王主任"].presses("现在提醒")
    assert toast == "已私聊提醒 3 位联络员。\n群里点名 16 家单位。"
    mention = await alliance["王主任"].sees("• 兴隆粮库：老周")
    await alliance["王主任"].is_quiet()
    assert called(mention) == {alliance["老周"].id, alliance["刘敏"].id}
    assert len(reminders(alliance, alliance.group, "请以下单位尽快反馈")) == 1
    await alone.sees("提醒：通知 1 号")
    await alliance["王主任"].says("/deliveries")
    assert "全部送到了" in await alliance["王主任"].answered()


async def test_who_blocked_the_bot_is_named_in_the_group(alliance: Alliance) -> None:
    await sent(alliance)
    zhou = await opens(alliance["老周"])
    await zhou.sees("身份：联络员")  # all that came before is on disk
    alliance.world.block(alliance["老周"].id)
    await asks(alliance)
    assert await alliance["王主任"].presses("现在提醒") == "群里点名 20 家单位。"
    await alliance["王主任"].sees("• 兴隆粮库：老周")


async def test_only_staff_remind(alliance: Alliance) -> None:
    await sent(alliance)
    chen = await opens(alliance["陈姐"])
    board = await asks(alliance)
    for data in ("notices.remind:1:1", "notices.remind_at:1:1", "notices.remind_not:1:1"):
        toast = await alliance["陈姐"].forges(data, board["message_id"])
        assert toast.startswith("只有街道工作人员"), toast
    alliance.clock.advance(2 * DAY)
    await chen.sees_no("提醒：通知 1 号")


async def test_a_forged_number_reminds_nobody(alliance: Alliance) -> None:
    await sent(alliance)
    board = await asks(alliance)
    wang = alliance["王主任"]
    for data in ("notices.remind:99:1", "notices.remind_at:99", "notices.remind"):
        assert "不收反馈" in await wang.forges(data, board["message_id"])
    assert "没有安排好的提醒" in await wang.forges("notices.remind_not:99", board["message_id"])
    await wang.sees_no("请以下单位尽快反馈")


async def test_a_liaison_who_reads_english_is_reminded_in_english(alliance: Alliance) -> None:
    await sent(alliance)
    emma = await opens(alliance["Emma"])
    await emma.says("/language")
    await emma.presses("English")
    question = await alliance["Emma"].says("hello")
    await alliance["王主任"].says("/liaison 军干四所", reply_to=question)
    await alliance["王主任"].sees("军干四所")
    await asks(alliance)
    await alliance["王主任"].presses("现在提醒")
    asked = await emma.sees("Reminder: notice 1")
    assert MEETING in emma.reads(asked)
    assert emma.buttons(asked) == ["Received", "Difficulty"]
    await emma.presses("Received", on=asked)
    await emma.sees("Notice 1: answered, thank you!")
