"""A sent notice is changed, recalled, copied; and a liaison sees what is still to be answered."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

TEXT = "周五下午三点开会"
HOUR = 3600.0


async def posted(alliance: Alliance, text: str = TEXT) -> Message:
    """王主任 posts a notice; gives its card."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {text}")
    await wang.sees("（尚未发布）")
    toast = await wang.presses("发布到")
    return await alliance["王主任"].sees(f"📢 {toast.removesuffix('正在发到群里。')}")


async def shown(alliance: Alliance, number: int = 1) -> Person:
    """王主任 looks at the notice in private."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {number}")
    await wang.sees(f"📢 通知 {number} 号")
    return wang


async def test_who_answered_is_told_of_the_new_text(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    card = await posted(alliance)
    await alliance["陈姐"].presses("收到", on=card)
    wang = await shown(alliance)
    await wang.presses("改正文")
    question = await wang.sees("写上完整的新正文")
    await wang.says("改到周六上午九点", reply_to=question["message_id"])
    await wang.sees("通知 1 号已改为新的正文。\n已私信告诉 1 位反馈过的人。")
    await chen.sees("您反馈过的通知 1 号改了，现在是：\n\n改到周六上午九点")
    await alliance.until(lambda: "改到周六上午九点" in alliance["陈姐"].reads(card))
    assert "1/20" in alliance["陈姐"].reads(card)
    assert await wang.presses("请大家重新反馈") == "已清空 1 条反馈，请大家重新反馈。"
    await alliance.until(lambda: "0/20" in alliance["陈姐"].reads(card))


async def test_a_recalled_notice_disappears(alliance: Alliance) -> None:
    card = await posted(alliance)
    await alliance["张阿姨"].presses("收到", on=card)
    wang = await shown(alliance)
    await wang.presses("撤回通知")
    await wang.sees("已有 1 人看过：张阿姨")
    toast = await wang.presses("撤回通知", on=await wang.sees("要撤回通知 1 号吗"))
    assert toast == "通知 1 号已撤回。"
    ids = [one["message_id"] for one in alliance.world.messages(alliance.group)]
    assert card["message_id"] in ids
    await alliance.until(
        lambda: (
            card["message_id"]
            not in [one["message_id"] for one in alliance.world.messages(alliance.group)]
        )
    )
    toast = await alliance["陈姐"].forges("notices.received:1", 1)
    assert toast.startswith("这条通知现在不收反馈")


async def test_after_two_days_it_is_struck_out(alliance: Alliance) -> None:
    card = await posted(alliance)
    await alliance["王主任"].is_quiet()
    alliance.clock.advance(49 * HOUR)
    await alliance["王主任"].in_private().forges("notices.recall_surely:1", 1)
    await alliance.until(lambda: "已撤回" in alliance["陈姐"].reads(card))
    assert alliance["陈姐"].buttons(card) == []


async def test_a_copy_is_a_new_draft(alliance: Alliance) -> None:
    await posted(alliance)
    wang = await shown(alliance)
    await wang.presses("照此新发")
    preview = await wang.sees("（尚未发布）")
    assert TEXT in wang.reads(preview)
    await wang.presses("发布到", on=preview)
    await alliance["王主任"].sees("📢 通知 2 号")


async def test_a_liaison_sees_what_is_to_be_answered(alliance: Alliance) -> None:
    await posted(alliance)
    await posted(alliance, "报值班表")
    liu = alliance["刘敏"].in_private()
    await liu.says("/未反馈")
    text = liu.reads(await liu.sees("待您反馈"))
    assert "<b>" not in text
    assert "报值班表" in text
    assert "同乐社区、郑州联通" in text
    await liu.presses("1 号")
    await liu.sees("📢 通知 1 号")
    await liu.presses("收到")
    await liu.says("/pending")
    assert TEXT not in await liu.answered()


async def test_who_has_answered_everything_is_thanked(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.says("/pending")
    await chen.sees("✅ 您都反馈过了，谢谢！")


async def test_only_staff_amend(alliance: Alliance) -> None:
    card = await posted(alliance)
    for name in ("陈姐", "张阿姨"):
        for press in ("amend", "ask_again", "recall", "recall_surely", "copy_as_new", "close"):
            await alliance[name].forges(f"notices.{press}:1", card["message_id"])
    await alliance["王主任"].is_quiet()
    assert alliance["陈姐"].buttons(card) == ["收到", "有困难"]
