"""Staff look into the record of a notice in private: reasons, who saw it, what happened, a link."""

from tests.conversations.alliance import Alliance
from tests.conversations.test_calls import asks_in_private
from tests.conversations.test_notices import sent

REASON = "车坏了，\n" + "要晚到。" * 1020


async def test_a_reason_of_any_length_is_kept_and_shown_whole(alliance: Alliance) -> None:
    card = await sent(alliance)
    chen = alliance["陈姐"]
    await chen.presses("有困难", on=card)
    await chen.says(REASON, reply_to=card["message_id"])
    await chen.sees("已记下兴隆社区的情况")
    wang = await asks_in_private(alliance)
    board = await wang.sees("• 兴隆社区（陈姐）：车坏了， 要晚到")
    await wang.presses("⚠️ 困难 1", on=board)
    first = wang.reads(await wang.sees("通知 1 号：有困难的单位"))
    await wang.presses("2/2 ▶", on=board)
    await alliance.until(lambda: wang.reads(board) != first)
    assert (first + wang.reads(board)).count("要晚到。") == 1020
    await wang.presses("◀ 返回", on=board)
    await wang.sees("📋 通知 1 号")


async def test_the_history_tells_who_did_what(alliance: Alliance) -> None:
    card = await sent(alliance)
    await alliance["陈姐"].presses("收到", on=card)
    await alliance["小陈"].presses("有困难", on=card)
    wang = await asks_in_private(alliance)
    board = await wang.sees("📋 通知 1 号")
    await wang.presses("📜 经过", on=board)
    text = wang.reads(await wang.sees("📜 通知 1 号：经过"))
    lines = [line.partition(" ")[2] for line in text.splitlines()[3:]]
    assert lines == [
        "兴隆社区（小陈）：改为「有困难」",
        "兴隆社区（陈姐）：「收到」",
        "📢 王主任发布",
    ]
    assert (await alliance["陈姐"].forges("notices.history:1:1", 1)).startswith("只有街道工作人员")
    assert "私聊" in await alliance["王主任"].forges("notices.history:1:1", card["message_id"])


async def test_who_else_saw_it_is_listed(alliance: Alliance) -> None:
    card = await sent(alliance)
    await alliance["张阿姨"].presses("收到", on=card)
    await alliance["陈姐"].presses("收到", on=card)
    assert (await alliance["小陈"].presses("收到", on=card)).endswith("已由陈姐反馈（收到）。")
    wang = await asks_in_private(alliance)
    await wang.presses("👀 看过 2")
    text = wang.reads(await wang.sees("另有 2 人看过"))
    assert "张阿姨" in text
    assert "小陈" in text


async def test_a_link_reaches_those_whom_nothing_reached(alliance: Alliance) -> None:
    await sent(alliance)
    wang = await asks_in_private(alliance)
    await wang.presses("🔗 给联系不上的 20 家发链接")
    await wang.sees("• 兴隆粮库：老周（还没点“开始”）")
    forwarded = await wang.sees("📢 街道有一条通知请您反馈（1 号）")
    address = wang.reads(forwarded).split("\n")[-1]
    assert address.endswith("?start=notice_1")
    zhou = alliance["老周"].in_private()
    await zhou.follows(address)
    notice = await zhou.sees("📢 通知 1 号")
    assert await zhou.presses("收到", on=notice) == "兴隆粮库：已反馈「收到」。"
    zhang = alliance["张阿姨"].in_private()
    await zhang.follows(address)
    assert zhang.buttons(await zhang.sees("📢 通知 1 号")) == []
    await zhang.says("/whoami")
    await zhang.sees("身份：访客")
