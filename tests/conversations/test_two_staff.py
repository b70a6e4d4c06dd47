"""Two staff work on one draft at once: each press and each reply counts, the preview is newest."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def composed(alliance: Alliance, text: str = "周五下午消防演练") -> Message:
    """The preview of a draft in the group, where both see it."""
    await alliance["王主任"].says(f"/通知 {text}")
    return await alliance["王主任"].sees("（尚未发布）")


def press(alliance: Alliance, preview: Message, name: str, data: str) -> None:
    """Presses, and does not wait for what it comes to."""
    alliance.world.press(alliance[name].id, alliance.group, preview["message_id"], data)


async def test_presses_at_one_moment_all_count(alliance: Alliance) -> None:
    wang, preview = alliance["王主任"], await composed(alliance)
    press(alliance, preview, "王主任", "notices.audience:1:2:1")
    press(alliance, preview, "小李", "notices.audience:1:2:4")
    press(alliance, preview, "王主任", "notices.form:1:1")
    press(alliance, preview, "小李", "notices.weight:1")
    await alliance.shows(wang, preview, "将请 14 家单位反馈")
    await alliance.shows(wang, preview, "反馈方式：只要收到")
    await alliance.until(lambda: "❗ 重要性：重要" in wang.buttons(preview))


async def test_a_reply_counts_for_what_it_answers_though_another_choice_is_open(
    alliance: Alliance,
) -> None:
    wang, preview = alliance["王主任"], await composed(alliance)
    await wang.presses("💬 反馈方式")
    await wang.presses("单选")
    options = await wang.sees("有哪些选项？")
    press(alliance, preview, "小李", "notices.panel:1:5")
    deadline = await alliance["小李"].sees("什么时候截止？")
    await wang.says("甲\n乙", reply_to=options["message_id"])
    await alliance.shows(wang, preview, "A. 甲\nB. 乙")
    assert "不设截止时间" in wang.buttons(preview)
    await alliance["小李"].says("明天下午3点", reply_to=deadline["message_id"])
    await alliance.shows(wang, preview, "⏰ 请在 8月21日 周五 15:00 前反馈")
    assert "A. 甲\nB. 乙" in wang.reads(preview)


async def test_two_who_fill_in_blanks_at_once_lose_nothing(alliance: Alliance) -> None:
    wang, preview = alliance["王主任"], await composed(alliance, "例会\n时间：＿＿\n地点：＿＿")
    await wang.presses("✏️ 改正文")
    question = await wang.sees("按顺序每行填一个空")
    said = {"王主任": "时间：周五下午3点", "小李": "地点：三楼会议室"}
    for name, text in said.items():
        alliance.world.say(alliance[name].id, alliance.group, text, question["message_id"])
    await alliance.shows(wang, preview, "时间：周五下午3点\n地点：三楼会议室")


async def test_who_sends_is_faster_than_who_still_changes(alliance: Alliance) -> None:
    wang, preview = alliance["王主任"], await composed(alliance)
    await alliance["小李"].presses("✏️ 改正文")
    question = await wang.sees("通知的新正文")
    await wang.forges(f"notices.send:1:{alliance.group}", preview["message_id"])
    await alliance["小李"].says("改到周六", reply_to=question["message_id"])
    await alliance["小李"].sees("这已经不是草稿了，没有改动。")
    card = await wang.sees("📢 通知 1 号")
    assert "周五下午消防演练" in wang.reads(card)


async def test_both_press_undo_and_both_hear_that_it_is_a_draft(alliance: Alliance) -> None:
    wang, preview = alliance["王主任"], await composed(alliance)
    xiaoli = alliance["小李"]
    await wang.presses("发布到", on=preview)
    assert await wang.presses("撤销", on=preview) == "已撤销，没有发布，又是草稿了。"
    for press in ("unsend", "send_now"):
        second = await xiaoli.forges(f"notices.{press}:1", preview["message_id"])
        assert second == "已经撤销过了，没有发布，又是草稿了。"
    await wang.forges("notices.discard:1", preview["message_id"])
    for press in ("unsend", "send_now"):
        late = await xiaoli.forges(f"notices.{press}:1", preview["message_id"])
        assert late == "这已经不是草稿了，没有改动。"
    await wang.sees_no("📢 通知 1 号")
