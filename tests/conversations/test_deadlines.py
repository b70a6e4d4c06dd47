"""A deadline: who is missing is reminded before it, it closes the notice, staff hear how."""

from tests.conversations.alliance import Alliance
from tests.vocabulary.clock import START
from tests.vocabulary.reading import Message

HOUR = 3600.0
TEXT = "请报国庆值班表"


async def posted(alliance: Alliance, deadline: str) -> Message:
    """王主任 posts a notice with one of the deadlines that are offered; gives its card."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("⏰ 截止时间")
    await wang.presses(deadline)
    await alliance.until(lambda: "发布到" in " ".join(wang.buttons(preview)))
    await wang.presses("发布到")
    return await alliance["王主任"].sees("📢 通知 1 号")


async def pass_time(alliance: Alliance, seconds: float) -> None:
    await alliance["王主任"].is_quiet()
    alliance.clock.advance(seconds)
    await alliance["王主任"].is_quiet()


async def test_the_deadlines_that_are_offered_are_whole_moments(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("⏰ 截止时间")
    await alliance.until(lambda: "8月20日 周四 18:00" in wang.buttons(preview))
    assert wang.buttons(preview) == [
        "8月20日 周四 18:00",
        "8月21日 周五 12:00",
        "8月21日 周五 18:00",
        "8月27日 周四 18:00",
        "8月31日 周一 18:00",
        "不设截止时间",
        "◀ 返回",
    ]
    await wang.presses("8月31日")
    await alliance.until(lambda: "请在 8月31日 周一 18:00 前反馈" in wang.reads(preview))


async def test_the_missing_are_reminded_and_staff_get_the_summary(alliance: Alliance) -> None:
    chen, wang = alliance["陈姐"].in_private(), alliance["王主任"].in_private()
    await chen.starts()
    card = await posted(alliance, "8月20日 周四 18:00")
    assert "请在 8月20日 周四 18:00 前反馈（到点自动截止）" in alliance["陈姐"].reads(card)
    (moment,) = [one for one in card["entities"] if one["type"] == "date_time"]
    assert (moment["unix_time"], moment["date_time_format"]) == (int(START + 9 * HOUR), "r")
    await alliance["老周"].presses("收到", on=card)
    await pass_time(alliance, 7 * HOUR)
    await chen.sees("提醒：通知 1 号")
    await chen.presses("有困难")
    await pass_time(alliance, 2 * HOUR)
    summary = await wang.sees("通知 1 号已截止")
    text = wang.reads(summary)
    assert "2/20" in text
    assert "⚠️ 兴隆社区：尚未说明原因" in text
    closed = "已于 8月20日 周四 18:00 截止"
    await alliance.until(lambda: closed in alliance["陈姐"].reads(card))
    assert alliance["陈姐"].buttons(card) == []


async def test_after_the_deadline_no_answer_counts_until_it_is_open_again(
    alliance: Alliance,
) -> None:
    wang = alliance["王主任"].in_private()
    card = await posted(alliance, "8月20日 周四 18:00")
    await pass_time(alliance, 9.1 * HOUR)
    toast = await alliance["陈姐"].forges("notices.received:1", card["message_id"])
    assert toast.startswith("这条通知现在不收反馈")
    await wang.sees("通知 1 号已截止")
    assert await wang.presses("重新开放") == "通知 1 号已重新开放反馈。"
    await alliance.until(lambda: alliance["陈姐"].buttons(card) == ["收到", "有困难"])
    assert await alliance["陈姐"].presses("收到", on=card) == "兴隆社区：已反馈「收到」。"


async def test_the_very_second_of_the_deadline_counts(alliance: Alliance) -> None:
    card = await posted(alliance, "8月20日 周四 18:00")
    await alliance["王主任"].is_quiet()
    await alliance.stop()
    alliance.clock.advance(START + 9 * HOUR - alliance.clock.now())
    chen = alliance["陈姐"]
    alliance.world.press(chen.id, alliance.group, card["message_id"], "notices.received:1")
    await alliance.start()
    await alliance.until(lambda: "1/20" in chen.reads(card))


async def test_staff_close_it_before_its_time(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    card = await posted(alliance, "8月31日")
    await wang.says("/notice 1")
    await wang.sees("请在 8月31日")
    assert await wang.presses("现在截止") == "通知 1 号已截止。"
    await alliance.until(lambda: alliance["陈姐"].buttons(card) == [])
    await wang.sees("通知 1 号已截止")
    assert (await wang.forges("notices.close:1", 1)).startswith("没有改动")


async def test_a_deadline_that_has_passed_is_refused(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    toast = await wang.forges("notices.deadline:1:1000", preview["message_id"])
    assert toast.endswith("已经过了，请选晚一点的时间。")


async def test_a_deadline_comes_in_words(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("⏰ 截止时间")
    question = await wang.sees("明天下午3点")
    for words, answer in (
        ("尽快", "没看出是哪天几点"),
        ("2月30日", "没看出是哪天几点"),
        ("2026年8月1日", "8月1日 周六 18:00 已经过了"),
    ):
        await wang.says(words, reply_to=question["message_id"])
        await wang.sees(answer)
    await wang.says("明天8点", reply_to=question["message_id"])
    await wang.sees("您指的是哪一个")
    await alliance.until(
        lambda: wang.buttons(preview)[:2] == ["8月21日 周五 08:00", "8月21日 周五 20:00"]
    )
    await wang.says("下周五下班前", reply_to=question["message_id"])
    await alliance.until(lambda: "请在 8月28日 周五 18:00 前反馈" in wang.reads(preview))
