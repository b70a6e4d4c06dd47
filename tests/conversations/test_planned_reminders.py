"""Who is missing is reminded at nine: after a restart, a long sleep, whatever the clock does."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_notices import sent
from tests.conversations.test_reminders import DAY, asks, opens, reminders

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

HOUR = 3600.0


async def test_who_answered_in_time_is_left_alone(alliance: Alliance) -> None:
    await sent(alliance)
    chen, zhou = await opens(alliance["陈姐"]), await opens(alliance["老周"])
    await asks(alliance)
    await alliance["王主任"].presses("明天9:00提醒")
    await alliance["老周"].presses("收到")
    alliance.clock.advance(DAY)
    await chen.sees("提醒：通知 1 号")
    await zhou.sees_no("提醒：通知 1 号")


async def test_the_morning_comes_after_a_restart(alliance: Alliance) -> None:
    await sent(alliance)
    chen, wang = await opens(alliance["陈姐"]), alliance["王主任"]
    board = await asks(alliance)
    toast = await wang.presses("明天9:00提醒")
    assert toast == "好的，8月21日 周五 09:00 提醒届时还没反馈的单位。"
    await wang.sees("将于 8月21日 周五 09:00 提醒")
    assert "取消提醒" in wang.buttons(board)
    assert "明天9:00提醒" not in wang.buttons(board)
    await alliance.restart()
    alliance.clock.advance(DAY - HOUR)
    await chen.sees_no("提醒：通知 1 号")
    alliance.clock.advance(HOUR)
    asked = await chen.sees("提醒：通知 1 号")
    assert "现在补发" not in chen.reads(asked)
    await alliance.restart()
    alliance.clock.advance(DAY)
    await chen.is_quiet()
    assert len(reminders(alliance, chen.chat, "提醒：通知 1 号")) == 1


async def test_three_days_asleep_it_comes_once_and_says_so(alliance: Alliance) -> None:
    await sent(alliance)
    chen = await opens(alliance["陈姐"])
    await asks(alliance)
    await alliance["王主任"].presses("明天9:00提醒")
    await alliance.stop()
    alliance.clock.advance(3 * DAY)
    await alliance.start()
    late = "（本应于 8月21日 周五 09:00 提醒，因系统停机现在补发，请见谅。）"
    await chen.sees(late)
    await alliance["王主任"].sees(late)
    await chen.is_quiet()
    assert len(reminders(alliance, chen.chat, "提醒：通知 1 号")) == 1


async def test_before_nine_it_is_today(alliance: Alliance) -> None:
    await sent(alliance)
    alliance.clock.advance(DAY - HOUR)
    await asks(alliance)
    toast = await alliance["王主任"].presses("今天9:00提醒")
    assert toast == "好的，8月21日 周五 09:00 提醒届时还没反馈的单位。"


async def test_a_planned_reminder_can_be_called_off(alliance: Alliance) -> None:
    await sent(alliance)
    chen, wang = await opens(alliance["陈姐"]), alliance["王主任"].in_private()
    await wang.says("/notice 1")
    await wang.presses("还差哪些单位")
    board = await wang.sees("📋 通知 1 号")
    await wang.presses("明天9:00提醒")
    await wang.sees("将于 8月21日 周五 09:00 提醒")
    assert await wang.presses("取消提醒") == "已取消，到时不再提醒。"
    await alliance.until(
        lambda: (
            wang.buttons(board)
            == [
                *("现在提醒", "明天9:00提醒", "📞 我来打电话", "📞 选几家打"),
                *("🔗 给联系不上的 19 家发链接", "📜 经过"),
                *("Excel 表格", "看板图片"),
            ]
        )
    )
    alliance.clock.advance(2 * DAY)
    await chen.sees_no("提醒：通知 1 号")


async def test_a_clock_that_jumps_both_ways_reminds_once(alliance: Alliance) -> None:
    await sent(alliance)
    chen = await opens(alliance["陈姐"])
    await asks(alliance)
    await alliance["王主任"].presses("明天9:00提醒")
    alliance.clock.jump(DAY)
    await chen.sees("提醒：通知 1 号")
    alliance.clock.jump(-DAY)
    alliance.clock.advance(2 * DAY)
    await chen.is_quiet()
    assert len(reminders(alliance, chen.chat, "提醒：通知 1 号")) == 1
