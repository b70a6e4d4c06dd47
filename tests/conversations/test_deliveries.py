"""What perhaps did not arrive: staff hear of it, decide, and a press proves it all the same."""

import json
from typing import Any

import pytest

from storage.database import Database
from tests.conversations.alliance import GROUP, Alliance
from tests.vocabulary import Person

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

Message = dict[str, Any]
NOTICE = "8月24日下午3点开会，请各单位确认"


async def at_the_desk(alliance: Alliance, *names: str) -> tuple[Person, ...]:
    """Staff who have opened their private chats, in a group that was greeted."""
    await alliance["张阿姨"].sees("大家好")
    people = tuple(alliance[name].in_private() for name in names)
    for person in people:
        await person.starts()
        await person.answered()
    return people


async def a_card_in_doubt(alliance: Alliance, staff: Person, fault: str = "drop_after") -> None:
    """A notice whose card is there, or not, and nobody knows."""
    await staff.says(f"/notice {NOTICE}")
    await staff.sees("📝")
    alliance.simulator.faults.add(fault, method="sendMessage", chat=alliance.group)
    await staff.presses("发布到")


def cards(alliance: Alliance) -> list[Message]:
    """The cards in the group, oldest first."""
    found = alliance.world.messages(alliance.group)
    return [one for one in found if "📢 通知 1 号" in str(one.get("text", ""))]


async def test_a_card_in_doubt_is_sent_again(alliance: Alliance) -> None:
    wang, li = await at_the_desk(alliance, "王主任", "小李")
    await a_card_in_doubt(alliance, wang)
    for told in (wang, li):
        await told.sees("有 1 条消息可能没有送到")
    await wang.presses("查看")
    listed = await wang.sees("通知卡片 1 号")
    assert "刘寨共建联盟" in wang.reads(listed)
    assert "没有及时确认" in wang.reads(listed)
    assert "再发一次" in await wang.presses("再发一次")
    await alliance["张阿姨"].sees("📢 通知 1 号")
    await wang.sees("没送到的消息都处理好了")
    assert "全部送到了" in wang.reads(listed)
    await wang.is_quiet()
    assert len(cards(alliance)) == 2
    await li.sees("没送到的消息都处理好了")


async def test_a_card_that_arrived_is_counted_on(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await a_card_in_doubt(alliance, wang)
    await wang.sees("可能没有送到")
    await wang.says("/送达")
    await wang.sees("通知卡片 1 号")
    assert "记为已送到" in await wang.presses("已送到")
    assert "兴隆社区" in await alliance["陈姐"].presses("收到")
    await alliance["张阿姨"].sees("1/20")
    (card,) = cards(alliance)
    await alliance.pinned(card)


async def test_a_press_settles_what_nobody_decided(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await a_card_in_doubt(alliance, wang)
    news = await wang.sees("可能没有送到")
    await alliance["陈姐"].presses("收到")
    await alliance["张阿姨"].sees("1/20")
    await wang.sees("都处理好了")
    assert "都处理好了" in wang.reads(news)
    await wang.says("/deliveries")
    await wang.sees("全部送到了")


async def test_a_reply_settles_it_as_well(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await a_card_in_doubt(alliance, wang)
    await wang.sees("可能没有送到")
    (card,) = cards(alliance)
    await alliance["老周"].says("知道了", reply_to=card["message_id"])
    await wang.sees("都处理好了")


async def test_a_forged_press_on_another_message_proves_nothing(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await alliance["张阿姨"].says("/language")
    other = await alliance["张阿姨"].sees("哪种语言")
    await a_card_in_doubt(alliance, wang)
    await wang.sees("可能没有送到")
    await alliance["张阿姨"].forges("notices.received:1", other["message_id"])
    await wang.says("/deliveries")
    await wang.sees("通知卡片 1 号")


async def test_two_who_decide_at_once(alliance: Alliance) -> None:
    wang, li = await at_the_desk(alliance, "王主任", "小李")
    await a_card_in_doubt(alliance, wang)
    for one in (wang, li):
        await one.sees("可能没有送到")
        await one.says("/deliveries")
        await one.sees("通知卡片 1 号")
    assert "记为已送到" in await wang.presses("已送到")
    assert "已经有人确认送到了" in await li.presses("再发一次")
    await li.is_quiet()
    assert len(cards(alliance)) == 1


async def test_news_is_one_message_as_long_as_it_is_open(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await a_card_in_doubt(alliance, wang)
    news = await wang.sees("有 1 条消息可能没有送到")
    await wang.sees("通知 1 号已由王主任")
    await a_card_in_doubt(alliance, wang)
    await wang.sees("有 2 条消息可能没有送到")
    assert "有 2 条" in wang.reads(news)
    await alliance.restart()
    await wang.is_quiet()
    assert "有 2 条" in wang.reads(news)


async def test_who_blocked_the_bot_is_listed(alliance: Alliance) -> None:
    """A preview is owed to 小李, who blocks the bot before it is sent."""
    wang, li = await at_the_desk(alliance, "王主任", "小李")
    alliance.simulator.faults.add("slow", method="sendMessage", chat=li.id, seconds=1)
    await alliance.stop()
    await li.says(f"/notice {NOTICE}")
    alliance.world.block(li.id)
    await alliance.start()
    await wang.sees("有 1 条消息没有送到")
    await wang.says("/deliveries")
    listed = await wang.sees("通知预览")
    assert "停用了机器人" in wang.reads(listed)
    assert "不再发送" in await wang.presses("不用了", on=listed)
    await wang.sees("都处理好了")


async def test_whom_no_private_message_reaches(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await wang.says("/未送到")
    listed = await wang.sees("全部送到了")
    assert "有 5 位私聊联系不上" in wang.reads(listed)
    await wang.presses("📵 看看是谁、怎么办", on=listed)
    text = wang.reads(await wang.sees("小李（街道工作人员）：还没点过“开始”"))
    assert "陈姐（兴隆社区联络员）" in text
    assert "王主任" not in text
    await alliance["老周"].in_private().starts()
    await alliance["老周"].in_private().answered()
    await wang.says("/未送到")
    await wang.sees("有 4 位私聊联系不上")


async def test_a_group_hears_only_how_much_it_is(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await a_card_in_doubt(alliance, wang)
    await wang.sees("可能没有送到")
    await alliance["王主任"].says("/deliveries")
    answer = await alliance["王主任"].sees("有 1 条消息可能没有送到")
    assert alliance["王主任"].buttons(answer) == ["到私聊里查看"]
    await alliance["王主任"].presses("到私聊里查看", on=answer)
    await wang.sees("通知卡片 1 号")


async def test_an_update_that_was_set_aside_is_tried_again(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await set_aside(alliance, "/orgs")
    await wang.says("/deliveries")
    listed = await wang.sees("ValueError: bad")
    assert "再试一次" in await wang.presses("再试一次", on=listed)
    await alliance["陈姐"].sees("21 家单位")
    assert "已经有人处理过了" in await wang.forges("deliveries.retry:9:1", listed["message_id"])


async def test_an_update_that_was_set_aside_is_let_go(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await set_aside(alliance, "/orgs")
    await wang.says("/deliveries")
    listed = await wang.sees("abc123")
    assert "陈姐发来的内容" in wang.reads(listed)
    assert "不再处理" in await wang.presses("不用了", on=listed)
    await wang.says("/deliveries")
    await wang.sees("全部送到了")


async def test_a_long_silence_is_told(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await alliance.stop()
    alliance.clock.advance(30 * 3600)
    await alliance.start()
    await wang.says("在吗")
    await wang.sees("可能已经丢失")


async def set_aside(alliance: Alliance, text: str) -> None:
    """What 陈姐 wrote to the group, as an earlier run left it."""
    await alliance.stop()
    message = {
        "message_id": 1,
        "date": 1787187600,
        "from": {"id": alliance["陈姐"].id, "is_bot": False, "first_name": "陈姐"},
        "chat": {"id": alliance.group, "type": "supergroup", "title": GROUP},
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }
    raw = json.dumps({"update_id": 9, "message": message})
    async with Database(alliance.settings.database) as db:
        await db.write(
            lambda connection: connection.exec_driver_sql(
                "INSERT INTO inbox (update_id, raw, received_at, fault, error)"
                " VALUES (9, ?, '2026-08-20T01:00:00.000000+00:00', 'abc123', 'ValueError: bad')",
                (raw,),
            )
        )
    await alliance.start()


async def test_all_of_it_in_english(alliance: Alliance) -> None:
    (wang,) = await at_the_desk(alliance, "王主任")
    await wang.says("/language")
    await wang.presses("English")
    await wang.says(f"/notice {NOTICE}")
    await wang.sees("Preview")
    alliance.simulator.faults.add("drop_after", method="sendMessage", chat=alliance.group)
    await wang.presses("Post in")
    await wang.sees("1 message perhaps did not arrive.")
    await wang.presses("Show")
    await wang.sees("Notice card no. 1 to 刘寨共建联盟")
    assert "counts as arrived" in await wang.presses("It arrived")
    await wang.sees("Everything has arrived")
