"""What is important comes in private as well; what is urgent comes again."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

MINUTE = 60.0
TEXT = "防汛应急响应，请立即回复"


async def posted(
    alliance: Alliance, presses: int, reached: tuple[str, ...] = ("陈姐", "老周")
) -> Message:
    """王主任 posts a notice of more weight with each press; gives its card."""
    for name in reached:
        await alliance[name].in_private().starts()
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    await wang.sees("（尚未发布）")
    for _ in range(presses):
        await wang.presses("重要性")
    await wang.sees(("重要：", "紧急：")[presses - 1])
    await wang.presses("发布到")
    return await alliance["王主任"].sees("📢 通知 1 号")


async def passes(alliance: Alliance, minutes: float) -> None:
    await alliance["王主任"].is_quiet()
    alliance.clock.advance(minutes * MINUTE)
    await alliance["王主任"].is_quiet()


async def test_an_important_notice_comes_to_each_liaison_in_private(alliance: Alliance) -> None:
    await posted(alliance, 1)
    chen, zhou = alliance["陈姐"].in_private(), alliance["老周"].in_private()
    copy = await chen.sees("重要：通知 1 号")
    assert "🏢 兴隆社区：尚未反馈" in chen.reads(copy)
    await zhou.sees("重要：通知 1 号")
    assert await chen.presses("收到", on=copy) == "兴隆社区：已反馈「收到」。"
    await alliance.until(lambda: "🏢 兴隆社区：收到" in chen.reads(copy))
    assert chen.buttons(copy) == ["查看或更改"]
    await alliance["王主任"].sees("1/20")


async def test_a_normal_notice_stays_in_the_group(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await alliance["陈姐"].in_private().starts()
    await wang.says(f"/notice {TEXT}")
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")
    await alliance["陈姐"].in_private().sees_no("通知 1 号")


async def test_an_urgent_notice_is_repeated_and_then_staff_are_told(alliance: Alliance) -> None:
    card = await posted(alliance, 2)
    chen, zhou = alliance["陈姐"].in_private(), alliance["老周"].in_private()
    wang = alliance["王主任"].in_private()
    await chen.sees("紧急：通知 1 号")
    await alliance["陈姐"].presses("收到", on=card)
    await passes(alliance, 16)
    await zhou.sees("提醒：通知 1 号")
    await chen.sees_no("提醒：通知 1 号")
    await alliance.restart()
    for _ in range(3):
        await passes(alliance, 31)
    text = wang.reads(await wang.sees("提醒三次后仍有 19 家单位没有反馈"))
    assert "• 兴隆粮库：老周" in text
    assert "• 军干四所：尚无联络员" in text


async def test_what_is_taken_back_reaches_nobody(alliance: Alliance) -> None:
    wang, chen = alliance["王主任"].in_private(), alliance["陈姐"].in_private()
    await chen.starts()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("重要性")
    await wang.sees("重要：")
    world, send = alliance.world, f"notices.send:1:{alliance.group}"
    query = world.press(wang.id, wang.chat, preview["message_id"], send)
    await alliance.until(lambda: world.answer(query) is not None)
    assert (await wang.forges("notices.unsend:1", preview["message_id"])).startswith("已撤销")
    await chen.sees_no("通知 1 号")
