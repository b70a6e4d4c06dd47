"""A notice to many in private: its sender sees how far it got, pauses it, goes on, or stops it."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.crowds import crowd
from tests.vocabulary import Person
from tests.vocabulary.reading import Message, words

pytestmark = pytest.mark.slow  # it writes to crowds

TEXT = "明天停水，请提前储水"
MANY = 150


async def sent(alliance: Alliance, count: int = MANY) -> tuple[Person, list[int]]:
    """王主任 sends a notice to everybody in private, and some have got it; all their ids."""
    ids = await crowd(alliance, count)
    wang = await to_everybody(alliance)
    await alliance.until(lambda: arrived(alliance, ids) >= count // 10)
    return wang, ids


async def to_everybody(alliance: Alliance) -> Person:
    """王主任, who has just sent a notice to everybody in private, and to no group."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    for label in ("👥 对象", "所有人", "返回", "📍 发到哪里", "只发私聊", "私聊发给"):
        await wang.presses(label, on=preview)
    return wang


def copies(alliance: Alliance, person: int) -> list[Message]:
    world = alliance.world
    return [one for one in world.messages(person) if TEXT in words(one)]


def arrived(alliance: Alliance, ids: list[int]) -> int:
    return sum(bool(copies(alliance, person)) for person in ids)


async def test_the_progress_is_one_message_that_is_edited(alliance: Alliance) -> None:
    wang, ids = await sent(alliance)
    told = await wang.sees("📣 通知 1 号：私聊已送")
    assert "/151 · 已反馈 0 · 还需约 " in wang.reads(told)
    assert wang.buttons(told) == ["⏸ 暂停", "✖ 取消其余"]
    await alliance.until(lambda: wang.reads(told).startswith("✅ 通知 1 号：私聊送完 151/151"))
    assert wang.buttons(told) == []
    assert arrived(alliance, ids) == MANY
    assert all(len(copies(alliance, person)) == 1 for person in ids)
    seen = [one for one in alliance.world.messages(wang.id) if "私聊" in words(one)]
    assert len([one for one in seen if "通知 1 号：私聊" in words(one)]) == 1
    edits = [one.params for one in alliance.world.requests if one.method == "editMessageText"]
    of_it = str(wang.id), str(told["message_id"])
    count = sum((str(one["chat_id"]), str(one["message_id"])) == of_it for one in edits)
    assert 1 <= count <= 4


async def test_it_is_paused_and_goes_on_after_a_restart(alliance: Alliance) -> None:
    wang, ids = await sent(alliance)
    told = await wang.sees("📣 通知 1 号")
    toast = await wang.forges("notices.broadcast_pause:1", told["message_id"])
    assert toast == "已暂停。正在路上的几条还会送到。"
    await alliance.until(lambda: wang.reads(told).startswith("⏸ 通知 1 号：已暂停"))
    assert wang.buttons(told) == ["▶ 继续", "✖ 取消其余"]
    await wang.is_quiet()
    before = arrived(alliance, ids)
    assert before < MANY
    await alliance.restart()
    alliance.clock.advance(3600)
    await wang.is_quiet()
    assert arrived(alliance, ids) == before
    assert await wang.presses("▶ 继续", on=told) == "继续发送。"
    await alliance.until(lambda: wang.reads(told).startswith("✅ 通知 1 号：私聊送完 151/151"))
    assert all(len(copies(alliance, person)) == 1 for person in ids)


async def test_it_goes_on_after_a_restart_by_itself(alliance: Alliance) -> None:
    wang, ids = await sent(alliance)
    told = await wang.sees("📣 通知 1 号")
    await alliance.restart()
    await alliance.until(lambda: wang.reads(told).startswith("✅ 通知 1 号"))
    assert all(len(copies(alliance, person)) <= 1 for person in ids)
    assert arrived(alliance, ids) >= MANY - 1  # the one under way is in doubt, and staff are told


async def test_what_is_cancelled_stays_where_it_is(alliance: Alliance) -> None:
    wang, ids = await sent(alliance)
    told = await wang.sees("📣 通知 1 号")
    await wang.forges("notices.broadcast_pause:1", told["message_id"])
    await alliance.until(lambda: wang.buttons(told) == ["▶ 继续", "✖ 取消其余"])
    await wang.presses("✖ 取消其余", on=told)
    await wang.sees("人没收到，不再送了吗？")
    assert await wang.presses("不再送了") == "已停止。送到的保留，其余不再送。"
    await alliance.until(lambda: wang.reads(told).startswith("🚫 通知 1 号：其余不再送，私聊已送"))
    await wang.is_quiet()
    count = arrived(alliance, ids)
    assert 0 < count < MANY
    assert "/151" in wang.reads(told)
    await wang.says("/notice 1")
    assert "🚫 通知 1 号：其余不再送" in wang.reads(await wang.sees(f"{TEXT}\n\n王主任"))
    reader = next(person for person in ids if copies(alliance, person))
    (copy,) = copies(alliance, reader)
    one = Person(alliance.world, alliance.clock, reader, reader)
    assert await one.presses("收到", on=copy) == "您：已反馈「收到」。"
    await alliance.until(lambda: "🙋 您：收到" in one.reads(copy))


async def test_what_is_recalled_is_withdrawn_and_nothing_more_leaves(alliance: Alliance) -> None:
    wang, ids = await sent(alliance)
    told = await wang.sees("📣 通知 1 号")
    await wang.forges("notices.recall_surely:1", told["message_id"])
    await alliance.restart()
    await alliance.until(lambda: wang.reads(told).startswith("🚫 通知 1 号已撤回：私聊收回"))
    await alliance.until(lambda: is_even(wang.reads(told)))
    await wang.is_quiet()
    assert arrived(alliance, ids) == 0
    assert wang.buttons(told) == []


def is_even(text: str) -> bool:
    """All that was sent is withdrawn: `私聊收回 33/33 条`."""
    withdrawn, _, total = text.partition("收回 ")[2].partition(" 条")[0].partition("/")
    return withdrawn == total


async def test_who_blocked_the_bot_is_counted(alliance: Alliance) -> None:
    ids = await crowd(alliance, MANY)
    for person in ids[:3]:
        alliance.world.person(person).blocked = True
    wang = await to_everybody(alliance)
    told = await wang.sees("私聊送完 148/151 · 已反馈 0 · 联系不上 3")
    assert "📵 联系不上：居民0、居民1、居民2" in wang.reads(told)


@pytest.mark.parametrize("name", ["陈姐", "张阿姨"])
async def test_only_staff_steer_it(alliance: Alliance, name: str) -> None:
    wang, ids = await sent(alliance, 40)
    told = await wang.sees("通知 1 号：私聊")
    somebody = alliance[name]
    for press in ("pause", "go_on", "cancel", "stop"):
        toast = await somebody.forges(f"notices.broadcast_{press}:1", told["message_id"])
        assert toast.startswith("只有街道工作人员")
    await alliance.until(lambda: wang.reads(told).startswith("✅ 通知 1 号：私聊送完 41/41"))
    assert arrived(alliance, ids) == 40


async def test_another_of_the_staff_may_hold_it_up(alliance: Alliance) -> None:
    wang, _ids = await sent(alliance)
    xiaoli = alliance["小李"].in_private()
    await xiaoli.says("/notice 1")
    whole = await xiaoli.sees("📣 通知 1 号：私聊已送")
    await xiaoli.presses("⏸ 暂停", on=whole)
    await alliance.until(lambda: "▶ 继续" in xiaoli.buttons(whole))
    told = await wang.sees("通知 1 号")
    await alliance.until(lambda: wang.reads(told).startswith("⏸ 通知 1 号"))
