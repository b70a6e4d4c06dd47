"""Reminders, and what else comes by itself, keep quiet at night and on days off."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_deadlines import HOUR, pass_time, posted
from tests.conversations.test_quiet import NIGHT, turned_quiet

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

TONIGHT = 12.6 * HOUR
"""From nine in the morning till quiet hours."""


async def test_reminding_at_night_is_planned_for_the_morning(alliance: Alliance) -> None:
    await turned_quiet(alliance)
    await posted(alliance, "8月31日")
    await pass_time(alliance, TONIGHT)
    chen, wang = alliance["陈姐"].in_private(), alliance["王主任"].in_private()
    await wang.says("/pending 1")
    shown = await wang.sees("📋 通知 1 号")
    toast = await wang.presses("现在提醒", on=shown)
    assert toast == f"{NIGHT}已安排在明天（8月21日 周五）7:30 提醒届时还没反馈的单位。"
    await alliance.until(lambda: wang.buttons(shown)[:2] == ["现在就催", "取消提醒"])
    await chen.sees_no("提醒：通知 1 号")
    await pass_time(alliance, 10 * HOUR)
    await chen.sees("提醒：通知 1 号")


async def test_the_impatient_remind_all_the_same(alliance: Alliance) -> None:
    await turned_quiet(alliance)
    await posted(alliance, "8月31日")
    await pass_time(alliance, TONIGHT)
    chen, wang = alliance["陈姐"].in_private(), alliance["王主任"].in_private()
    await wang.says("/pending 1")
    await wang.presses("现在提醒")
    toast = await wang.presses("现在就催")
    assert toast.startswith("已私聊提醒 2 位联络员")
    first = await chen.sees("提醒：通知 1 号")
    await pass_time(alliance, 10 * HOUR)
    assert (await chen.sees("提醒：通知 1 号"))["message_id"] == first["message_id"]


async def test_a_reminder_that_would_come_at_night_comes_in_the_evening(
    alliance: Alliance,
) -> None:
    await turned_quiet(alliance)
    wang, chen = alliance["王主任"].in_private(), alliance["陈姐"].in_private()
    await posted(alliance, "8月21日 周五 12:00")
    await wang.says("/notice 1")
    await wang.presses("⏰ 截止时间")
    await wang.presses("✏️ 其他时间")
    question = await wang.sees("什么时候截止？请回复这条消息")
    await wang.says("明天早上8:00", reply_to=question["message_id"])
    await wang.sees("通知 1 号改为 8月21日 周五 08:00 截止")
    await pass_time(alliance, 11.4 * HOUR)
    await chen.sees_no("提醒：通知 1 号")
    await pass_time(alliance, 0.2 * HOUR)  # half past eight in the evening
    await chen.sees("提醒：通知 1 号")


async def test_quiet_hours_that_staff_chose_meanwhile_hold_what_was_planned(
    alliance: Alliance,
) -> None:
    chen, wang = alliance["陈姐"].in_private(), alliance["王主任"].in_private()
    await chen.starts()
    await posted(alliance, "8月31日")
    await wang.says("/pending 1")
    await wang.presses("明天9:00提醒")
    await wang.says("/settings")
    await wang.presses("🌅 8:00")
    await wang.presses("只在工作日打扰")
    await wang.says("/notice 1")
    await wang.presses("⏰ 截止时间")
    await wang.presses("8月27日 周四 18:00")
    await alliance.stop()
    alliance.clock.advance(37 * HOUR)  # ten in the evening of the Friday
    await alliance.start()
    await chen.sees_no("提醒：通知 1 号")
    await pass_time(alliance, 57 * HOUR)
    await chen.sees_no("提醒：通知 1 号")
    await pass_time(alliance, 2 * HOUR)  # the Monday
    await chen.sees("提醒：通知 1 号")


async def test_the_summary_of_a_notice_that_ends_at_night_comes_in_the_morning(
    alliance: Alliance,
) -> None:
    await turned_quiet(alliance)
    card = await posted(alliance, "8月21日 周五 12:00")
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 1")
    await wang.presses("⏰ 截止时间")
    await wang.presses("✏️ 其他时间")
    question = await wang.sees("什么时候截止？请回复这条消息")
    await wang.says("今天晚上22:00", reply_to=question["message_id"])
    await wang.sees("通知 1 号改为")
    await pass_time(alliance, 13.1 * HOUR)
    await alliance.until(lambda: alliance["陈姐"].buttons(card) == [])
    await wang.sees_no("通知 1 号已截止")
    await pass_time(alliance, 10 * HOUR)
    await wang.sees("通知 1 号已截止")


async def test_who_answered_hears_of_a_new_text_in_the_morning(alliance: Alliance) -> None:
    await turned_quiet(alliance)
    card = await posted(alliance, "8月31日")
    await alliance["陈姐"].presses("收到", on=card)
    await pass_time(alliance, TONIGHT)
    wang, chen = alliance["王主任"].in_private(), alliance["陈姐"].in_private()
    await wang.says("/notice 1")
    await wang.presses("改正文")
    question = await wang.sees("写上完整的新正文")
    await wang.says("改到周六", reply_to=question["message_id"])
    await wang.sees("通知 1 号已改为新的正文")
    await chen.sees_no("您反馈过的通知 1 号改了")
    await pass_time(alliance, 10 * HOUR)
    await chen.sees("您反馈过的通知 1 号改了")
