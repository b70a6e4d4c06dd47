"""What a notice's own words say of its deadline is offered, and counts once it was pressed."""

import pytest

from tests.conversations.alliance import Alliance

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

TEXT = "8月28日下午3点开会，请于周五前反馈"


async def test_the_deadline_in_the_words_is_a_press_away(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says(f"/通知 {TEXT}")
    preview = await wang.sees("（尚未发布）")
    assert "⏰ 请在" not in wang.reads(preview)
    await wang.presses("⏰ 截止 8月21日 周五 18:00？")
    await alliance.shows(wang, preview, "⏰ 请在 8月21日 周五 18:00 前反馈")
    assert not any("？" in one for one in wang.buttons(preview))
    await wang.presses("发布到")
    card = await alliance["王主任"].sees("📢 通知 1 号")
    assert "⏰ 请在 8月21日 周五 18:00 前反馈" in alliance["王主任"].reads(card)


async def test_it_stands_first_among_the_deadlines(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/通知 请于8月26日下午5点前报名")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("⏰ 截止时间")
    await alliance.until(lambda: "不设截止时间" in wang.buttons(preview))
    assert wang.buttons(preview)[:2] == ["8月26日 周三 17:00", "8月20日 周四 18:00"]


async def test_tomorrow_is_seen_from_when_the_words_were_written(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/通知 开会")
    preview = await wang.sees("（尚未发布）")
    alliance.clock.advance(24 * 3600)
    await wang.presses("✏️ 改正文")
    question = await wang.sees("通知的新正文")
    await wang.says("请于明天前反馈", reply_to=question["message_id"])
    await alliance.shows(wang, preview, "请于明天前反馈")
    assert "⏰ 截止 8月22日 周六 18:00？" in wang.buttons(preview)


async def test_in_english_it_is_offered_in_english(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/start")
    await alliance["王主任"].says("/staff", reply_to=await alliance["Emma"].says("hello"))
    await alliance["王主任"].is_quiet()
    await emma.says("/notice Fire drill, please reply by Friday 5 pm")
    preview = await emma.sees("not sent yet")
    await emma.presses("⏰ Deadline Fri 21 Aug 17:00?")
    await alliance.shows(emma, preview, "Please answer by Fri 21 Aug 17:00")
