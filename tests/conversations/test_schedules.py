"""A notice that goes out by itself: once, or again and again; listed, and changed while it runs."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_deadlines import HOUR, pass_time
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

TEXT = "请报本周值班表"
DAY, WEEK = 24 * HOUR, 168 * HOUR


async def opened(alliance: Alliance, text: str = TEXT) -> tuple[Person, Message]:
    """王主任 asks a draft when it is to go out."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {text}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("⋯ 更多", on=preview)
    await wang.presses("🗓 定时", on=preview)
    return wang, preview


async def said(alliance: Alliance, words: str) -> tuple[Person, Message]:
    """王主任 says in words when it is to go out."""
    wang, preview = await opened(alliance)
    question = await wang.sees("🗓 什么时候发？")
    await wang.says(words, reply_to=question["message_id"])
    await alliance.until(lambda: "🗓 定时发出：" in wang.reads(preview))
    await wang.presses("◀ 返回", on=preview)
    return wang, preview


async def weekly(alliance: Alliance, within: str = "") -> tuple[Person, Message]:
    """Every Thursday at nine from next week on, scheduled by 王主任."""
    wang, preview = await said(alliance, "每周四上午9点")
    if within:
        await wang.presses("⋯ 更多", on=preview)
        await alliance.until(lambda: "🗓 定时" in wang.buttons(preview))
        await wang.presses("🗓 定时", on=preview)
        await wang.presses("⏰ 反馈期限", on=preview)
        await wang.presses(within, on=preview)
        await alliance.until(lambda: f"每次发出后 {within} 内反馈" in wang.reads(preview))
        await wang.presses("◀ 返回", on=preview)
    toast = await wang.presses("🗓 定时：发布到", on=preview)
    assert toast == "定好了，将于8月27日 周四 9:00 发出。"
    await alliance.until(lambda: "已定时，由王主任设定" in wang.reads(preview))
    return wang, preview


def cards(alliance: Alliance) -> int:
    """How many notices are in the group."""
    shown = [str(one.get("text", "")) for one in alliance.world.messages(alliance.group)]
    return sum(one.startswith("📢 通知") for one in shown)


async def test_once_at_a_moment_that_was_pressed(alliance: Alliance) -> None:
    wang, preview = await opened(alliance)
    await alliance.until(lambda: "8月21日 周五 09:00" in wang.buttons(preview))
    assert wang.buttons(preview) == [
        *("8月20日 周四 14:00", "8月21日 周五 09:00", "8月21日 周五 14:00"),
        *("8月24日 周一 09:00", "9月1日 周二 09:00", "◀ 返回"),
    ]
    await wang.presses("8月21日 周五 09:00", on=preview)
    once = "🗓 定时发出：一次 9:00\n• 8月21日 周五 09:00"
    await alliance.until(lambda: once in wang.reads(preview))
    await wang.presses("◀ 返回", on=preview)
    toast = await wang.presses("🗓 定时：发布到", on=preview)
    assert toast == "定好了，将于明天（8月21日 周五）9:00 发出。"
    await pass_time(alliance, 23 * HOUR)
    await alliance["陈姐"].sees_no("📢 通知")
    await alliance.restart()
    await pass_time(alliance, HOUR)
    card = await alliance["陈姐"].sees("📢 通知 1 号")
    assert "现在补发" not in alliance["陈姐"].reads(card)
    await wang.sees("🗓 通知 1 号已按定时发出。")
    await alliance.until(lambda: "不再定时发出" in wang.reads(preview))
    await pass_time(alliance, WEEK)
    assert cards(alliance) == 1


async def test_every_week_with_the_next_three_dates_and_a_deadline_of_its_own(
    alliance: Alliance,
) -> None:
    wang, preview = await opened(alliance)
    await wang.presses("8月21日 周五 09:00", on=preview)
    await wang.presses("每周五", on=preview)
    await alliance.until(
        lambda: (
            "🗓 定时发出：每周五 9:00\n• 8月21日 周五 09:00\n• 8月28日 周五 09:00\n"
            "• 9月4日 周五 09:00" in wang.reads(preview)
        )
    )
    await wang.presses("10:00", on=preview)
    await alliance.until(lambda: "• 8月21日 周五 10:00" in wang.reads(preview))
    await wang.presses("⏰ 反馈期限", on=preview)
    await wang.presses("2 小时", on=preview)
    await alliance.until(lambda: "⏰ 每次发出后 2 小时 内反馈" in wang.reads(preview))
    await wang.presses("◀ 返回", on=preview)
    await wang.presses("🗓 定时：发布到", on=preview)
    for number, day in ((1, "8月21日 周五 12:00"), (2, "8月28日 周五 12:00")):
        await pass_time(alliance, DAY + HOUR if number == 1 else WEEK)
        card = await alliance["陈姐"].sees(f"📢 通知 {number} 号")
        assert f"请在 {day} 前反馈" in alliance["陈姐"].reads(card)
        await pass_time(alliance, 0)
    assert cards(alliance) == 2
    assert await alliance["陈姐"].presses("收到", on=card) == "兴隆社区：已反馈「收到」。"


async def test_in_words(alliance: Alliance) -> None:
    wang, preview = await opened(alliance)
    question = await wang.sees("🗓 什么时候发？")
    for words, answer in (
        ("每天9点", "没看出什么时候发"),
        ("2026年8月1日", "已经过了"),
        ("明天8点", "您指的是哪一个"),
    ):
        await wang.says(words, reply_to=question["message_id"])
        await wang.sees(answer)
    await alliance.until(
        lambda: wang.buttons(preview)[:2] == ["8月21日 周五 08:00", "8月21日 周五 20:00"]
    )
    await wang.says("每月最后一个工作日下午4点", reply_to=question["message_id"])
    await alliance.until(
        lambda: (
            "每月最后一个工作日 16:00\n• 8月31日 周一 16:00\n• 9月30日 周三 16:00"
            in wang.reads(preview)
        )
    )
    await wang.presses("不定时", on=preview)
    await alliance.until(lambda: "🗓" not in wang.reads(preview))
    assert "发布到「刘寨共建联盟」" in wang.buttons(preview)


async def test_the_list_shows_what_runs(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/定时")
    await wang.sees("现在没有定时通知")
    await weekly(alliance)
    await wang.says("/scheduled")
    await wang.sees("1. 请报本周值班表 · 每周四 9:00 · 下一次 8月27日 周四 09:00")
    await wang.presses("1")
    shown = await wang.sees("已定时，由王主任设定")
    assert wang.buttons(shown) == ["⏸ 暂停", "跳过下一次", "立即发一次", "✏️ 改", "⏹ 停止"]
    await alliance["陈姐"].in_private().says("/scheduled")
    await alliance["陈姐"].in_private().sees("工作人员")


async def test_the_next_is_skipped_once_however_many_press(alliance: Alliance) -> None:
    wang, preview = await weekly(alliance)
    li = alliance["小李"].in_private()
    await li.says("/scheduled")
    await li.presses("1")
    shown = await li.sees("已定时，由王主任设定")
    assert await wang.presses("跳过下一次", on=preview) == "已跳过，下一次是 9月3日 周四 09:00。"
    assert await li.presses("跳过下一次", on=shown) == "没有改动：已经有人先操作了。"
    await pass_time(alliance, WEEK + HOUR)
    assert cards(alliance) == 0
    await pass_time(alliance, WEEK)
    await alliance["陈姐"].sees("📢 通知 1 号")


async def test_two_staff_pause_at_once(alliance: Alliance) -> None:
    wang, preview = await weekly(alliance)
    li = alliance["小李"].in_private()
    await li.says("/scheduled")
    await li.presses("1")
    shown = await li.sees("已定时，由王主任设定")
    assert (await wang.presses("⏸ 暂停", on=preview)).startswith("已暂停")
    pattern = 1
    toast = await li.forges(f"notices.pause:{pattern}", shown["message_id"])
    assert toast == "没有改动：已经有人先操作了。"
    await pass_time(alliance, 2 * WEEK)
    assert cards(alliance) == 0
    assert await wang.presses("▶ 继续", on=preview) == "已恢复，下一次是 9月10日 周四 09:00。"
    await pass_time(alliance, WEEK)
    await alliance["陈姐"].sees("📢 通知 1 号")
    assert cards(alliance) == 1


async def test_one_goes_out_now_besides_the_others(alliance: Alliance) -> None:
    wang, preview = await weekly(alliance, within="1 天")
    assert (await wang.presses("立即发一次", on=preview)).startswith("现在发出一次")
    card = await alliance["陈姐"].sees("📢 通知 1 号")
    assert "请在 8月21日 周五" in alliance["陈姐"].reads(card)
    toast = await wang.presses("立即发一次", on=preview)
    assert toast == "没有改动：已经有人先操作了。"
    await pass_time(alliance, WEEK + HOUR)
    await alliance["陈姐"].sees("📢 通知 2 号")
    assert cards(alliance) == 2


async def test_what_is_changed_is_a_draft_until_it_is_scheduled_anew(alliance: Alliance) -> None:
    wang, preview = await weekly(alliance)
    assert (await wang.presses("✏️ 改", on=preview)).startswith("已变回草稿")
    await alliance.until(lambda: "（尚未发布）" in wang.reads(preview))
    await pass_time(alliance, WEEK + HOUR)
    assert cards(alliance) == 0
    await wang.presses("✏️ 改正文", on=preview)
    question = await wang.sees("写上通知的新正文")
    await wang.says("请报下周值班表", reply_to=question["message_id"])
    await alliance.until(lambda: "请报下周值班表" in wang.reads(preview))
    toast = await wang.presses("🗓 定时：发布到", on=preview)
    assert toast == "定好了，将于9月3日 周四 9:00 发出。"
    await pass_time(alliance, WEEK)
    await alliance["陈姐"].sees("请报下周值班表")


async def test_what_is_stopped_goes_out_no_more(alliance: Alliance) -> None:
    wang, preview = await weekly(alliance)
    assert (await wang.presses("⏹ 停止", on=preview)).startswith("已停止")
    await alliance.until(lambda: "不再定时发出" in wang.reads(preview))
    await pass_time(alliance, 2 * WEEK)
    assert cards(alliance) == 0
    await wang.says("/scheduled")
    await wang.sees("现在没有定时通知")


async def test_in_english(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says("/notice Duty roster, please")
    preview = await wang.sees("not sent yet")
    await wang.presses("⋯ More", on=preview)
    await wang.presses("🗓 Schedule", on=preview)
    question = await wang.sees("When should it go out?")
    await wang.says("every month on the 31st at 4 pm", reply_to=question["message_id"])
    await alliance.until(
        lambda: (
            "🗓 Goes out every month on day 31 or the last at 16:00\n• Mon 31 Aug 16:00\n"
            "• Wed 30 Sep 16:00\n• Sat 31 Oct 16:00" in wang.reads(preview)
        )
    )
    await wang.presses("◀ Back", on=preview)
    toast = await wang.presses("🗓 Scheduled: Post in", on=preview)
    assert toast == "It is scheduled: it goes out Mon 31 Aug 16:00."
    await wang.says("/scheduled")
    await wang.sees("next Mon 31 Aug 16:00")


async def test_a_date_in_the_text_is_no_deadline_of_what_repeats(alliance: Alliance) -> None:
    wang, preview = await opened(alliance, "请于8月25日18:00前报值班表")
    await wang.presses("8月21日 周五 09:00", on=preview)
    await wang.presses("◀ 返回", on=preview)
    await alliance.until(lambda: "🗓 定时：发布到" in " ".join(wang.buttons(preview)))
    assert not [key for key in wang.buttons(preview) if "8月25日" in key]
