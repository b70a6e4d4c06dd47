"""Groups where the bot was removed, or is an administrator no more: staff hear what to do."""

import pytest

from simulator.world import Event
from tests.conversations.alliance import Alliance
from tests.conversations.test_destinations import drafted, second_group, sent

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

HELP = "通知 1 号有的群需要您处理"


async def test_removed_before_it_is_sent_the_other_group_gets_it(alliance: Alliance) -> None:
    other = await second_group(alliance)
    wang, preview = await drafted(alliance, "刘寨共建联盟", "兴隆片区群")
    alliance.world.remove_bot(alliance["王主任"].id, other)
    await wang.is_quiet()
    await wang.presses("发布（2 个群）", on=preview)
    await alliance["王主任"].sees("📢 通知 1 号")
    told = await wang.sees(HELP)
    assert "「兴隆片区群」：我已不在群里" in wang.reads(told)
    assert "请把我重新拉进群并设为管理员，我会自动补上" in wang.reads(told)
    alliance.world.add_bot(alliance["王主任"].id, other, administrator=True)
    card = await alliance["王主任"].in_group(other).sees("📢 通知 1 号")
    await alliance.until(lambda: alliance.world.pinned(other) == [card["message_id"]])
    await alliance.until(lambda: wang.reads(told) == "✅ 通知 1 号：各群都恢复正常了。")


async def test_removed_while_it_is_held_the_card_waits_for_the_return(alliance: Alliance) -> None:
    other = await second_group(alliance)
    wang, preview = await drafted(alliance, "刘寨共建联盟", "兴隆片区群")
    world = alliance.world
    query = world.press(wang.id, wang.chat, preview["message_id"], "notices.send:1:0")
    await alliance.until(lambda: world.answer(query) is not None)
    world.remove_bot(alliance["王主任"].id, other)
    await alliance["王主任"].sees("📢 通知 1 号")
    await wang.sees(HELP)
    await wang.sees_no("没有送达")
    world.add_bot(alliance["王主任"].id, other, administrator=True)
    await alliance["王主任"].in_group(other).sees("📢 通知 1 号")


async def test_removed_while_it_is_open_the_answers_go_on(alliance: Alliance) -> None:
    other = await second_group(alliance)
    first, second = await sent(alliance, other)
    wang = alliance["王主任"].in_private()
    alliance.world.remove_bot(alliance["王主任"].id, other)
    await wang.sees(HELP)
    await alliance["陈姐"].presses("收到", on=first)
    await alliance.until(lambda: "1/20" in alliance["王主任"].reads(first))
    there = alliance["王主任"].in_group(other)
    assert "0/20" in there.reads(second)
    alliance.world.add_bot(alliance["王主任"].id, other, administrator=True)
    await alliance.until(lambda: "1/20" in there.reads(second))
    cards = [one for one in alliance.world.messages(other) if "发布人" in one.get("text", "")]
    assert len(cards) == 1


async def test_without_the_right_to_pin_it_is_said_once_and_the_card_counts(
    alliance: Alliance,
) -> None:
    alliance.world.promote_bot(alliance["王主任"].id, alliance.group, None)
    wang, preview = await drafted(alliance)
    await wang.presses("发布到", on=preview)
    card = await alliance["王主任"].sees("📢 通知 1 号")
    told = await wang.sees(HELP)
    assert "「刘寨共建联盟」：我没有置顶权限，卡片没能置顶" in wang.reads(told)
    await alliance["陈姐"].presses("收到", on=card)
    await alliance.until(lambda: "1/20" in alliance["王主任"].reads(card))
    wang, preview = await drafted(alliance)
    await wang.presses("发布到", on=preview)
    second = await alliance["王主任"].sees("📢 通知 2 号")
    await wang.sees_no("通知 2 号有的群")
    alliance.world.promote_bot(alliance["王主任"].id, alliance.group, ["can_pin_messages"])
    pins = [card["message_id"], second["message_id"]]
    await alliance.until(lambda: sorted(alliance.world.pinned(alliance.group)) == sorted(pins))
    await alliance.until(lambda: wang.reads(told) == "✅ 通知 1 号：各群都恢复正常了。")


async def test_a_card_that_somebody_deleted_at_once_is_nobodys_right(alliance: Alliance) -> None:
    """Telegram refuses that pin too, for another reason."""
    world = alliance.world
    wang, preview = await drafted(alliance)
    await alliance["王主任"].is_quiet()

    def delete(event: Event) -> None:
        if event.kind == "message" and "发布人" in event.data.get("text", ""):
            world.remove_messages(world.chats[alliance.group], [event.data["message_id"]])

    world.subscribe(delete)
    await wang.presses("发布到", on=preview)
    await alliance.until(lambda: alliance.asked("pinChatMessage") == 1)
    await wang.sees_no(HELP)


async def test_telegram_says_that_the_bot_is_out_before_anybody_else(alliance: Alliance) -> None:
    """The word that it was removed comes late, or never: an edit that is refused says it too."""
    other = await second_group(alliance)
    first, _second = await sent(alliance, other)
    wang = alliance["王主任"].in_private()
    await wang.is_quiet()
    chat = alliance.world.chats[other]
    chat.members[alliance.world.bot.id].status = "kicked"
    await alliance["陈姐"].presses("收到", on=first)
    told = await wang.sees(HELP)
    assert "「兴隆片区群」：我已不在群里" in wang.reads(told)
    await alliance.until(lambda: "1/20" in alliance["王主任"].reads(first))
