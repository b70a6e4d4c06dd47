"""Scheduled notices after an outage, on holidays, at night, and when the clock is set."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_deadlines import HOUR, pass_time
from tests.conversations.test_quiet import turned_quiet
from tests.conversations.test_schedules import DAY, WEEK, cards, said, weekly

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

LATE = "（本应于 8月27日 周四 09:00 发出，因系统停机现在补发，请见谅。）"


async def sleeps(alliance: Alliance, seconds: float) -> None:
    """The bot is not at work for so long."""
    await alliance.stop()
    alliance.clock.advance(seconds)
    await alliance.start()
    await alliance["王主任"].is_quiet()


async def test_after_an_outage_it_comes_once_and_says_that_it_is_late(alliance: Alliance) -> None:
    wang, _ = await weekly(alliance)
    await sleeps(alliance, WEEK + 3 * HOUR)
    card = await alliance["陈姐"].sees("📢 通知 1 号")
    assert LATE in alliance["陈姐"].reads(card)
    await wang.sees(LATE)
    await pass_time(alliance, WEEK - 3 * HOUR)
    second = await alliance["陈姐"].sees("📢 通知 2 号")
    assert "现在补发" not in alliance["陈姐"].reads(second)


async def test_weeks_that_were_missed_are_not_piled_up(alliance: Alliance) -> None:
    await weekly(alliance)
    await sleeps(alliance, 4 * WEEK + DAY)
    await alliance["陈姐"].sees("📢 通知 1 号")
    assert cards(alliance) == 1
    await pass_time(alliance, WEEK)
    assert cards(alliance) == 2


async def test_one_that_could_not_be_answered_any_more_is_not_sent(alliance: Alliance) -> None:
    wang, preview = await weekly(alliance, within="1 天")
    await sleeps(alliance, WEEK + 2 * DAY)
    told = await wang.sees("⚠️ 有一次定时通知没有发出：原定 8月27日 周四 09:00")
    assert cards(alliance) == 0
    await alliance.until(lambda: "⚠️ 8月27日 周四 09:00 那次没有发出" in wang.reads(preview))
    await wang.presses("查看", on=told)
    await wang.sees("已定时，由王主任设定")
    await pass_time(alliance, WEEK - 2 * DAY)
    await alliance["陈姐"].sees("📢 通知 1 号")


async def test_a_clock_that_is_set_back_sends_nothing_twice(alliance: Alliance) -> None:
    await weekly(alliance)
    await pass_time(alliance, WEEK + HOUR)
    await alliance["陈姐"].sees("📢 通知 1 号")
    alliance.clock.jump(-2 * HOUR)
    await pass_time(alliance, 3 * HOUR)
    assert cards(alliance) == 1
    alliance.clock.jump(2 * HOUR)
    await pass_time(alliance, WEEK - 3 * HOUR)
    assert cards(alliance) == 2


async def test_on_a_holiday_it_moves_to_the_next_working_day(alliance: Alliance) -> None:
    await turned_quiet(alliance)
    wang, preview = await said(alliance, "9月25日上午9点")
    moved = "• 9月28日 周一 09:00（原定 9月25日 周五 09:00）"  # the Mid-autumn Festival
    assert moved in wang.reads(preview)
    await wang.presses("🗓 定时：发布到", on=preview)
    await pass_time(alliance, 36 * DAY)
    await alliance["陈姐"].sees_no("📢 通知")
    await pass_time(alliance, 3 * DAY)
    card = await alliance["陈姐"].sees("📢 通知 1 号")
    assert "现在补发" not in alliance["陈姐"].reads(card)


async def test_an_outage_that_ends_at_night_waits_for_the_morning(alliance: Alliance) -> None:
    await turned_quiet(alliance)
    await weekly(alliance)
    await sleeps(alliance, WEEK + 14 * HOUR)  # eleven in the evening
    assert cards(alliance) == 0
    await pass_time(alliance, 9 * HOUR)
    card = await alliance["陈姐"].sees("📢 通知 1 号")
    assert LATE in alliance["陈姐"].reads(card)
