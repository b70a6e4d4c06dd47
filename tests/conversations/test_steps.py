"""A notice is written step by step: one question after the other, and a restart is not noticed."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def begun(alliance: Alliance) -> tuple[Person, Message]:
    """The preview of a notice at its first step."""
    wang = alliance["王主任"].in_private()
    await wang.says("/通知")
    await wang.sees("也可以从这些开始")
    assert (await wang.presses("🪜 一步一步写")).startswith("请把正文作为对我提问的回复发来")
    return wang, await wang.sees("第 1 步，共 5 步")


async def answers(person: Person, question: str, text: str) -> None:
    """Replies to what the bot asks."""
    asked = await person.sees(question)
    await person.says(text, reply_to=asked["message_id"])


async def test_one_question_after_the_other_makes_a_notice(alliance: Alliance) -> None:
    wang, preview = await begun(alliance)
    assert wang.buttons(preview) == ["取消"]
    await answers(wang, "这条通知写什么？", "周五下午消防演练")
    await alliance.shows(wang, preview, "第 2 步，共 5 步：发给谁？")
    assert wang.buttons(preview)[-2:] == ["◀ 上一步", "下一步 ▶"]
    await wang.presses("社区 5 家")
    await alliance.shows(wang, preview, "将请 5 家单位反馈")
    await alliance.restart()
    await wang.presses("下一步")
    await alliance.shows(wang, preview, "第 3 步，共 5 步：怎么反馈？")
    await wang.presses("接龙报名")
    await answers(wang, "一共多少个名额", "20")
    await alliance.shows(wang, preview, "第 4 步，共 5 步：什么时候截止？")
    assert "🪑 名额：20" in wang.reads(preview)
    await wang.presses("8月21日 周五 18:00")
    await alliance.shows(wang, preview, "第 5 步，共 5 步：重要性？")
    assert "⏰ 请在 8月21日 周五 18:00 前反馈" in wang.reads(preview)
    await wang.presses("❗ 重要")
    await alliance.until(lambda: any("发布到" in one for one in wang.buttons(preview)))
    assert "第 5 步" not in wang.reads(preview)
    assert "❗ 重要性：重要" in wang.buttons(preview)
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")


async def test_one_goes_back_and_on_without_choosing(alliance: Alliance) -> None:
    wang, preview = await begun(alliance)
    await answers(wang, "这条通知写什么？", "周五开会")
    await wang.presses("逐家点选")
    await alliance.until(lambda: "◀ 返回" in wang.buttons(preview))
    await wang.presses("兴隆社区")
    await alliance.shows(wang, preview, "将请 1 家单位反馈")
    await wang.presses("返回")
    await alliance.until(lambda: "下一步 ▶" in wang.buttons(preview))
    await wang.presses("上一步")
    await alliance.shows(wang, preview, "第 1 步")
    await answers(wang, "通知的新正文", "周六开会")
    await alliance.shows(wang, preview, "周六开会")
    for step in ("第 3 步", "第 4 步", "第 5 步"):
        await wang.presses("下一步")
        await alliance.shows(wang, preview, step)
    await wang.presses("✅ 完成")
    await alliance.until(lambda: "⋯ 更多" in wang.buttons(preview))
    assert "将请 1 家单位反馈" in wang.reads(preview)
    assert "第 5 步" not in wang.reads(preview)


async def test_a_second_press_of_next_skips_no_step(alliance: Alliance) -> None:
    wang, preview = await begun(alliance)
    await answers(wang, "这条通知写什么？", "周五开会")
    await alliance.shows(wang, preview, "第 2 步")
    for _ in range(2):
        await wang.forges("notices.step:1:2", preview["message_id"])
    await alliance.shows(wang, preview, "第 3 步")
    await wang.forges("notices.step:1:99", preview["message_id"])
    await alliance.until(lambda: "⋯ 更多" in wang.buttons(preview))
    await wang.forges("notices.step:1:2", preview["message_id"])
    await wang.is_quiet()
    assert "⋯ 更多" in wang.buttons(preview)


async def test_in_english_the_steps_are_english(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/start")
    await alliance["王主任"].says("/staff", reply_to=await alliance["Emma"].says("hello"))
    await alliance["王主任"].is_quiet()
    await emma.says("/notice")
    await emma.presses("Step by step")
    preview = await emma.sees("Step 1 of 5: what does it say?")
    await answers(emma, "What does the notice say?", "Fire drill on Friday")
    await alliance.shows(emma, preview, "Step 2 of 5: whom does it ask?")
    await emma.presses("Next ▶")
    await alliance.shows(emma, preview, "Step 3 of 5: how should they answer?")
