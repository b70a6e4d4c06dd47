"""Where reactions count, and where not: by the group, in private, and of odd ones none."""

import pytest

from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.conversations.reacting import posted, switched_on
from tests.vocabulary import Person

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well


async def test_staff_let_reactions_count_group_by_group(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/设置")
    shown = await wang.sees("⚙️ 设置")
    await wang.presses("表情算收到")
    await alliance.shows(wang, shown, "点表情（👍 👌 ❤ 🙏 …），就算所在单位「收到」")
    assert await wang.presses("▫️ 刘寨共建联盟") == "已保存。"
    await alliance.until(lambda: wang.buttons(shown) == ["✅ 刘寨共建联盟", "◀ 设置"])
    assert "还不是管理员" not in wang.reads(shown)
    await wang.presses("◀ 设置")
    await alliance.shows(wang, shown, "🌙 安静时间")
    await alliance.restart()
    await wang.presses("表情算收到", on=shown)
    await wang.presses("✅ 刘寨共建联盟")
    await alliance.until(lambda: wang.buttons(shown) == ["▫️ 刘寨共建联盟", "◀ 设置"])


async def test_where_the_bot_is_no_administrator_staff_are_told_what_to_do(
    alliance: Alliance,
) -> None:
    world, wang = alliance.world, alliance["王主任"]
    world.promote_bot(wang.id, alliance.group, None)
    await switched_on(alliance)
    await wang.in_private().sees("⚠️ 我在刘寨共建联盟还不是管理员，Telegram 不会把表情告诉我")
    world.promote_bot(wang.id, alliance.group, ("can_pin_messages",))
    await wang.in_private().says("/设置")
    await wang.in_private().presses("表情算收到")
    await wang.is_quiet()
    shown = await wang.in_private().sees("点表情")
    assert wang.in_private().buttons(shown) == ["✅ 刘寨共建联盟", "◀ 设置"]
    assert "还不是管理员" not in wang.in_private().reads(shown)


async def test_where_it_is_off_nothing_counts_and_nothing_is_kept(alliance: Alliance) -> None:
    card = await posted(alliance)
    alliance["陈姐"].reacts("👍", card)
    await alliance["陈姐"].is_quiet()
    await alliance["陈姐"].sees("0/20")
    async with Database(alliance.settings.database) as db:
        kept = "SELECT count(*) FROM inbox WHERE update_id = ?"
        number = alliance.world.updates.next_id - 1
        rows = await db.read(lambda connection: connection.exec_driver_sql(kept, (number,)))
        assert rows.scalar_one() == 0


async def test_a_private_copy_counts_as_its_card_does(alliance: Alliance) -> None:
    await switched_on(alliance)
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await posted(alliance, "重要性")
    copy = await chen.sees("重要：通知 1 号")
    chen.reacts("👍", copy)
    await alliance.shows(chen, copy, "🏢 兴隆社区：收到")
    await alliance["陈姐"].sees("1/20")


async def test_a_private_copy_says_when_a_nod_does_not_count(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    other = alliance.world.add_group("另一个群", [wang.id], [wang.id], bot="absent")
    alliance.world.add_bot(wang.id, other.id, administrator=True)
    await wang.is_quiet()
    await wang.says("/设置")
    await wang.presses("表情算收到")
    await wang.presses("▫️ 另一个群")
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await posted(alliance, "选发到哪里", "刘寨共建联盟", "返回", "重要性")
    chen.reacts("👍", await chen.sees("重要：通知 1 号"))
    await chen.sees("您在通知 1 号上点的表情不算反馈，请按按钮")
    await chen.presses("查看通知")
    await chen.presses("收到")
    await alliance["陈姐"].sees("1/20")


async def test_odd_reactions_do_no_harm(alliance: Alliance, expected: set[str]) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    chen = alliance["陈姐"]
    other = await chen.says("大家好")
    expected |= {"updates", "getUpdates"}
    chat, user = {"id": alliance.group, "type": "supergroup", "title": "群"}, chen.id
    somebody = {"id": user, "is_bot": False, "first_name": "陈姐"}
    frame = {"chat": chat, "message_id": card["message_id"], "date": 1787187600}
    emoji = [{"type": "emoji", "emoji": "👍"}]
    for odd in (
        {"user": somebody, "new_reaction": [{"type": "custom_emoji", "custom_emoji_id": "7"}]},
        {"user": somebody, "new_reaction": [{"type": "paid"}]},
        {"user": somebody, "new_reaction": [{"type": "of tomorrow"}]},
        {"user": somebody, "new_reaction": [{"type": "emoji", "emoji": 7}]},
        {"user": somebody | {"is_bot": True}, "new_reaction": emoji},
        {"user": somebody, "new_reaction": emoji, "message_id": other},
        {"user": somebody, "new_reaction": emoji, "message_id": 99_999},
        {"user": somebody, "new_reaction": emoji, "message_id": "7"},
        {"user": somebody, "new_reaction": emoji, "date": "yesterday"},
        {"actor_chat": chat, "new_reaction": emoji},
    ):
        alliance.world.updates.put("message_reaction", frame | {"old_reaction": []} | odd)
    chen.reacts("👍", card, anonymously=True)
    await chen.is_quiet()
    await chen.sees("0/20")
    chen.reacts("👍", card)
    await chen.sees("1/20")


async def test_in_english(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says("/settings")
    await wang.presses("A reaction counts as Received")
    await wang.presses("▫️ 刘寨共建联盟")
    await wang.sees("counts as “Received” for the organisation of whoever gave it")
    await wang.says("/notice Please confirm")
    await wang.presses("Post in")
    card = await alliance["王主任"].sees("📢 通知 1 号")
    chen = alliance["陈姐"].in_private()
    await chen.says("/language")
    await chen.presses("English")
    await wang.says("/notice 1")
    await wang.presses("Close")
    alliance["陈姐"].reacts("👍", card)
    await chen.sees("Notice 1 takes no answers any more, so your reaction did not count.")


async def test_a_word_to_nobody_in_particular_counts_where_one_notice_alone_is_meant(
    alliance: Alliance,
) -> None:
    chen, zhou, liu, zhang = (alliance[one] for one in ("陈姐", "老周", "刘敏", "张阿姨"))
    group = alliance.world.chat(alliance.group)

    async def thumbs(person: Person, words: str, reply_to: int | None = None) -> list[str]:
        said = await person.says(words, reply_to=reply_to)
        await person.is_quiet()
        return list(alliance.world.message_in(group, said).reactions.values())

    card = await posted(alliance)
    assert await thumbs(chen, "收到") == []
    await switched_on(alliance)
    assert await thumbs(chen, "收到！") == ["👍"]
    await alliance.until(lambda: "1/20" in chen.reads(card))
    assert await thumbs(chen, "收到") == []
    assert await thumbs(zhang, "收到") == []
    talk = await zhang.says("老周，明天带上钥匙")
    assert await thumbs(zhou, "收到", talk) == []
    assert await thumbs(zhou, "好的，明天带") == []
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 另一条通知，请各单位确认")
    await wang.presses("发布到")
    second = await alliance["王主任"].sees("📢 通知 2 号")
    assert await thumbs(zhou, "收到") == []
    assert await thumbs(chen, "收到，谢谢") == ["👍"]
    await alliance.until(lambda: "1/20" in chen.reads(second))
    await alliance["老周"].presses("收到", on=second)
    alliance.simulator.faults.add("refuse", method="setMessageReaction")
    assert await thumbs(zhou, "收到") == []
    await zhou.sees("兴隆粮库：已反馈「收到」")
    await liu.presses("收到", on=second)
    alliance.clock.advance(25 * 3600.0)
    assert await thumbs(liu, "收到") == []
    assert "2/20" in chen.reads(card)
