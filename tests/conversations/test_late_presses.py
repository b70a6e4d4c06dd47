"""Presses on what somebody else has changed meanwhile: told kindly, and nothing of it is kept."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

NO_ANSWERS = "这条通知现在不收反馈"


async def posted(alliance: Alliance) -> Message:
    """王主任 posts a notice; its card."""
    wang = alliance["王主任"]
    await wang.says("/notice 周五下午三点开会")
    await wang.presses("发布到")
    return await wang.sees("📢 通知 1 号")


async def stale(alliance: Alliance) -> tuple[Person, Message]:
    """王主任 has the open notice before the eyes, while others go on."""
    await posted(alliance)
    await alliance["小李"].in_private().starts()
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 1")
    return wang, await wang.sees("📢 通知 1 号")


async def test_no_new_text_is_asked_for_of_a_closed_notice(alliance: Alliance) -> None:
    wang, shown = await stale(alliance)
    await alliance["小李"].in_private().forges("notices.close:1", 1)
    closed = "通知 1 号已经截止。要改的话，请先按“重新开放”。"
    assert await wang.presses("改正文", on=shown) == closed
    assert await wang.forges("notices.move_in_words:1", shown["message_id"]) == closed
    await wang.sees_no("请回复这条消息")


async def test_no_new_text_is_asked_for_of_a_recalled_notice(alliance: Alliance) -> None:
    wang, shown = await stale(alliance)
    await alliance["小李"].in_private().forges("notices.recall_surely:1", 1)
    recalled = "通知 1 号已经撤回，不能再改了。可以按“照此新发”再写一条。"
    assert await wang.presses("改正文", on=shown) == recalled
    assert await wang.forges("notices.move_in_words:1", shown["message_id"]) == recalled
    await wang.sees_no("请回复这条消息")


async def test_who_forges_the_id_of_no_notice_is_asked_nothing(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 周五下午三点开会")
    preview = await wang.sees("（尚未发布）")
    draft, none = "现在这是一份草稿，请直接在预览上改。", "找不到这条通知了。"
    for notice_id, said in ((1, draft), (77, none)):
        for press in ("amend", "move_in_words"):
            toast = await wang.forges(f"notices.{press}:{notice_id}", preview["message_id"])
            assert toast == said, (press, notice_id)
    await wang.sees_no("请回复这条消息")


async def test_a_text_that_comes_after_the_closing_is_refused_kindly(alliance: Alliance) -> None:
    wang, shown = await stale(alliance)
    await wang.presses("改正文", on=shown)
    text = await wang.sees("写上完整的新正文")
    await wang.forges("notices.move_in_words:1", shown["message_id"])
    deadline = await wang.sees("什么时候截止？")
    await alliance["小李"].in_private().forges("notices.close:1", 1)
    await wang.sees("🔒 通知 1 号已截止")
    for question, said in ((text, "改到周六"), (deadline, "下周五18:00")):
        await wang.says(said, reply_to=question["message_id"])
        assert (await wang.answered()).startswith("通知 1 号已经截止。")


async def answers_nothing(alliance: Alliance, card: Message) -> None:
    """Whatever 陈姐 presses or writes, it is refused, and the count stays."""
    chen = alliance["陈姐"]
    for press in ("received", "difficulty", "undo", "fill", "copy_received", "reminder_difficulty"):
        toast = await chen.forges(f"notices.{press}:1", card["message_id"])
        assert toast.startswith(NO_ANSWERS), (press, toast)
    alone = chen.in_private()
    await alone.says("/pending")
    await alone.sees("都反馈过了")


async def test_a_closed_notice_takes_no_answer_and_keeps_those_it_has(alliance: Alliance) -> None:
    card = await posted(alliance)
    assert await alliance["老周"].presses("有困难")
    await alliance["小李"].forges("notices.close:1", card["message_id"])
    await alliance.until(lambda: alliance["陈姐"].buttons(card) == [])
    await answers_nothing(alliance, card)
    assert "1/20" in alliance["陈姐"].reads(card)
    await alliance["老周"].says("没有车", reply_to=card["message_id"])
    wang = alliance["王主任"].in_private()
    await alliance["王主任"].is_quiet()
    await wang.says("/notice 1")
    await wang.sees("1/20")


async def test_a_recalled_notice_takes_no_answer(alliance: Alliance) -> None:
    card = await posted(alliance)
    await alliance["小李"].forges("notices.recall_surely:1", card["message_id"])
    await answers_nothing(alliance, card)


async def test_what_was_undone_cannot_be_answered(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says("/notice 周五下午三点开会")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("发布到")
    await wang.presses("撤销")
    await answers_nothing(alliance, preview)
    await alliance["陈姐"].sees_no("📢 通知 1 号")


async def test_an_answer_counts_for_the_text_as_it_is_now(alliance: Alliance) -> None:
    wang, shown = await stale(alliance)
    chen = alliance["陈姐"]
    card = await chen.sees("📢 通知 1 号")
    await wang.presses("改正文", on=shown)
    question = await wang.sees("写上完整的新正文")
    await wang.says("改到周六上午九点", reply_to=question["message_id"])
    await wang.sees("通知 1 号已改为新的正文。")
    assert (
        await chen.forges("notices.received:1", card["message_id"]) == "兴隆社区：已反馈「收到」。"
    )
    await alliance.shows(chen, card, "1/20")
    assert "改到周六上午九点" in chen.reads(card)


async def test_the_answer_of_who_is_no_liaison_any_more_stays(alliance: Alliance) -> None:
    card = await posted(alliance)
    zhou = alliance["老周"]
    assert await zhou.presses("收到") == "兴隆粮库：已反馈「收到」。"
    wang = alliance["王主任"].in_private()
    await wang.says("/org 兴隆粮库")
    await wang.presses("移除 老周")
    await wang.presses("确定移除")
    await wang.sees("老周 不再是兴隆粮库的联络员")
    for press in ("difficulty", "undo", "received"):
        await zhou.forges(f"notices.{press}:1", card["message_id"])
    await zhou.says("其实有困难", reply_to=card["message_id"])
    await wang.says("/notice 1")
    await wang.sees("1/20")
    await wang.presses("还差哪些单位")
    missing = wang.reads(await wang.sees("还差 19 家"))
    assert "困难" not in missing
    assert "兴隆粮库" not in missing


async def test_a_bot_that_is_administrator_no_more_still_counts_and_recalls(
    alliance: Alliance,
) -> None:
    card = await posted(alliance)
    alliance.world.promote_bot(alliance["王主任"].id, alliance.group, None)
    assert await alliance["陈姐"].presses("收到") == "兴隆社区：已反馈「收到」。"
    await alliance.shows(alliance["陈姐"], card, "1/20")
    await alliance["小李"].forges("notices.recall_surely:1", card["message_id"])

    def ids() -> list[int]:
        return [one["message_id"] for one in alliance.world.messages(alliance.group)]

    await alliance.until(lambda: card["message_id"] not in ids())
