"""Presses on what somebody else has changed meanwhile: told kindly, and nothing of it is kept."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

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
