"""Reminders as staff set them, and a deadline that moves after the notice was sent."""

from datetime import datetime

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_deadlines import HOUR, TEXT, pass_time, posted
from tests.vocabulary import Person
from tests.vocabulary.clock import ZONE
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well


async def drafted(alliance: Alliance, deadline: str) -> tuple[Person, Message]:
    """王主任 has a draft with one of the deadlines that are offered."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("⏰ 截止时间")
    await wang.presses(deadline)
    await alliance.until(lambda: "发布到" in " ".join(wang.buttons(preview)))
    return wang, preview


async def opened(alliance: Alliance) -> tuple[Person, Message]:
    """王主任 looks at the notice that was sent."""
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 1")
    return wang, await wang.sees("📢 通知 1 号")


async def test_reminders_are_turned_one_by_one(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    wang, preview = await drafted(alliance, "8月20日 周四 18:00")
    assert "🔔 自动提醒还没反馈的单位：1天前、2小时前" in wang.reads(preview)
    await wang.presses("⋯ 更多")
    await wang.presses("🔔 提醒")
    await alliance.until(
        lambda: (
            wang.buttons(preview)
            == ["3天前", "✅ 1天前", "✅ 2小时前", "30分钟前", "截止时", "不提醒", "◀ 返回"]
        )
    )
    await wang.presses("✅ 2小时前")
    await wang.presses("30分钟前")
    await alliance.until(lambda: "单位：1天前、30分钟前" in wang.reads(preview))
    await wang.presses("◀ 返回")
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")
    await pass_time(alliance, 7 * HOUR)
    await chen.sees_no("提醒：通知 1 号")
    await pass_time(alliance, 1.6 * HOUR)
    await chen.sees("提醒：通知 1 号")


async def test_nobody_is_reminded_when_staff_do_not_want_it(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    wang, preview = await drafted(alliance, "8月20日 周四 18:00")
    await wang.presses("⋯ 更多")
    await wang.presses("🔔 提醒")
    await wang.presses("不提醒")
    await alliance.until(lambda: "🔔 截止前不提醒" in wang.reads(preview))
    await wang.presses("◀ 返回")
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")
    await pass_time(alliance, 9.1 * HOUR)
    await wang.sees("通知 1 号已截止")
    await chen.sees_no("提醒：通知 1 号")


async def test_a_deadline_moves_and_its_reminders_with_it(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    card = await posted(alliance, "8月20日 周四 18:00")
    wang, shown = await opened(alliance)
    await wang.presses("⏰ 截止时间", on=shown)
    await wang.sees("改到什么时候截止？")
    toast = await wang.presses("8月21日 周五 18:00")
    assert toast == "通知 1 号改为 8月21日 周五 18:00 截止，卡片上已更新。"
    await alliance.until(lambda: "请在 8月21日 周五 18:00 前反馈" in alliance["陈姐"].reads(card))
    await pass_time(alliance, 8 * HOUR)
    await chen.sees_no("提醒：通知 1 号")
    await pass_time(alliance, 1.1 * HOUR)
    await chen.sees("提醒：通知 1 号")  # a day before
    await pass_time(alliance, 8 * HOUR)
    assert alliance["陈姐"].buttons(card) == ["收到", "有困难"]
    await pass_time(alliance, 16 * HOUR)
    await wang.sees("通知 1 号已截止")


async def test_a_deadline_is_given_in_words_and_taken_away(alliance: Alliance) -> None:
    card = await posted(alliance, "8月31日")
    wang, shown = await opened(alliance)
    await wang.presses("⏰ 截止时间", on=shown)
    await wang.presses("✏️ 其他时间")
    question = await wang.sees("什么时候截止？请回复这条消息")
    for words, answer in (
        ("尽快", "没看出是哪天几点"),
        ("2026年8月1日", "已经过了"),
        ("明天8点", "改到什么时候截止？"),
        ("9月25日下午3点", "通知 1 号改为 9月25日 周五 15:00 截止，卡片上已更新。\n⚠️ 那天"),
    ):
        await wang.says(words, reply_to=question["message_id"])
        await wang.sees(answer)
    await wang.presses("不设截止时间")
    await alliance.until(lambda: "⏰" not in alliance["陈姐"].reads(card))
    toast = await wang.forges("notices.leads:1", 1)
    assert toast == "通知 1 号不再设截止时间。"


async def test_reminders_of_a_sent_notice_are_turned(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await posted(alliance, "8月20日 周四 18:00")
    wang, shown = await opened(alliance)
    await wang.presses("🔔 提醒", on=shown)
    assert await wang.presses("2小时前") == "🔔 自动提醒还没反馈的单位：1天前"
    assert await wang.presses("30分钟前") == "🔔 自动提醒还没反馈的单位：1天前、30分钟前"
    await wang.presses("◀ 返回")
    await alliance.until(lambda: "还差哪些单位" in wang.buttons(shown))
    await pass_time(alliance, 7.5 * HOUR)
    await chen.sees_no("提醒：通知 1 号")
    await pass_time(alliance, 1.1 * HOUR)
    await chen.sees("提醒：通知 1 号")


async def test_a_deadline_on_a_day_off_is_pointed_out_and_taken(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("⏰ 截止时间")
    question = await wang.sees("明天下午3点")
    await wang.says("10月3日中午", reply_to=question["message_id"])
    await alliance.until(lambda: "⚠️ 那天是国庆节假期。" in wang.reads(preview))
    assert "请在 10月3日 周六 12:00 前反馈" in wang.reads(preview)
    saturday = int(datetime(2026, 8, 22, 10, tzinfo=ZONE).timestamp()) // 60
    toast = await wang.forges(f"notices.deadline:1:{saturday}", preview["message_id"])
    assert toast == "⚠️ 那天是休息日。"


async def test_in_english(alliance: Alliance) -> None:
    await posted(alliance, "8月20日 周四 18:00")
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    _, shown = await opened_in_english(alliance)
    await wang.presses("⏰ Deadline", on=shown)
    await wang.sees("Notice 1: until when?")
    toast = await wang.presses("Thu 27 Aug 18:00")
    assert toast == "Notice 1 is to be answered by Thu 27 Aug 18:00. Its card shows it."
    await wang.presses("🔔 Reminders", on=shown)
    await wang.sees("🔔 Who is missing is reminded 1 day before, 2 hours before")


async def opened_in_english(alliance: Alliance) -> tuple[Person, Message]:
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 1")
    return wang, await wang.sees("📢 Notice 1")


async def test_at_the_deadline_who_is_missing_hears_that_it_is_over(alliance: Alliance) -> None:
    chen, zhou = alliance["陈姐"].in_private(), alliance["老周"].in_private()
    for person in (chen, zhou):
        await person.starts()
    wang, preview = await drafted(alliance, "8月20日 周四 18:00")
    await wang.presses("⋯ 更多")
    await wang.presses("🔔 提醒")
    await wang.presses("不提醒")
    await wang.presses("截止时")
    await alliance.until(lambda: "单位：截止时" in wang.reads(preview))
    await wang.presses("◀ 返回")
    await wang.presses("发布到")
    card = await alliance["王主任"].sees("📢 通知 1 号")
    await alliance["老周"].presses("收到", on=card)
    await pass_time(alliance, 9.1 * HOUR)
    over = await chen.sees("🔒 通知 1 号已截止，还没有收到您的反馈")
    assert "如仍需反馈，请联系王主任。" in chen.reads(over)
    await zhou.sees_no("🔒 通知 1 号已截止")
    assert "🔒 通知 1 号" not in "".join(map(str, alliance.world.messages(alliance.group)))


async def test_a_reminder_that_was_not_answered_does_not_thank_for_an_answer(
    alliance: Alliance,
) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await posted(alliance, "8月20日 周四 18:00")
    await pass_time(alliance, 7 * HOUR)
    asked = await chen.sees("提醒：通知 1 号")
    await pass_time(alliance, 2.1 * HOUR)
    await alliance.until(lambda: "还没有收到您的反馈" in chen.reads(asked))
    await alliance["王主任"].sees("🔒 通知 1 号已截止。")
