"""At night and on days off nobody is disturbed, but by what is urgent or insisted on."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_deadlines import HOUR, pass_time
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

TEXT = "明天上午九点交表"
NIGHT = "🌙 现在是安静时间（21:30–7:30），"
MORNING = "明天（8月21日 周五）7:30"


@pytest.fixture
async def night(alliance: Alliance) -> Alliance:
    """Ten in the evening of a Thursday."""
    await turned_quiet(alliance)
    await pass_time(alliance, 13 * HOUR)
    return alliance


async def turned_quiet(alliance: Alliance) -> None:
    """The bot at work as it comes: at night and on days off it is quiet."""
    await alliance.stop()
    alliance.quiet, alliance.working_days = "21:30-7:30", True
    await alliance.start()
    for name in ("陈姐", "老周"):
        await alliance[name].in_private().starts()


async def drafted(alliance: Alliance, weight: int = 0) -> tuple[Person, Message]:
    """王主任 has a draft, of more weight with each press."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    for _ in range(weight):
        await wang.presses("重要性")
    return wang, preview


async def test_a_notice_at_night_goes_out_in_the_morning(night: Alliance) -> None:
    wang, preview = await drafted(night, 1)
    assert f"{NIGHT}发布后将于{MORNING} 发出。" in wang.reads(preview)
    toast = await wang.presses("发布到")
    assert toast == f"{NIGHT}通知 1 号将于{MORNING} 发出。"
    await night.until(lambda: wang.buttons(preview) == ["现在就发", "↩️ 撤销"])
    assert wang.reads(preview) == toast
    chen = night["陈姐"]
    await chen.sees_no("📢 通知 1 号")
    await pass_time(night, 9 * HOUR)  # seven in the morning
    await chen.sees_no("📢 通知 1 号")
    await chen.in_private().sees_no("通知 1 号")
    await night.restart()
    await pass_time(night, 0.6 * HOUR)
    await chen.sees("📢 通知 1 号")
    await chen.in_private().sees("重要：通知 1 号")
    await night.until(lambda: "通知 1 号已由王主任" in wang.reads(preview))


async def test_until_it_leaves_it_can_be_taken_back(night: Alliance) -> None:
    wang, preview = await drafted(night, 1)
    await wang.presses("发布到")
    await pass_time(night, 9 * HOUR)
    assert (await wang.presses("↩️ 撤销", on=preview)).startswith("已撤销")
    await pass_time(night, 2 * HOUR)
    await night["陈姐"].sees_no("📢 通知 1 号")
    await night["陈姐"].in_private().sees_no("通知 1 号")
    assert "发布到" in " ".join(wang.buttons(preview))


async def test_who_cannot_wait_sends_it_now(night: Alliance) -> None:
    wang, preview = await drafted(night, 1)
    await wang.presses("发布到")
    assert await wang.presses("现在就发", on=preview) == "通知 1 号现在发出。"
    await night["陈姐"].sees("📢 通知 1 号")
    await night["陈姐"].in_private().sees("重要：通知 1 号")
    await night.until(lambda: "通知 1 号已由王主任" in wang.reads(preview))
    toast = await wang.forges("notices.send_now:1", preview["message_id"])
    assert toast == "通知 1 号已经发出了。"


async def test_what_is_urgent_goes_at_once_and_says_so(night: Alliance) -> None:
    wang, preview = await drafted(night, 2)
    await night.until(lambda: f"{NIGHT}紧急通知不等，发布后马上发出。" in wang.reads(preview))
    await wang.presses("发布到")
    await night["陈姐"].sees("📢 通知 1 号")
    await night["陈姐"].in_private().sees("紧急：通知 1 号")
    await pass_time(night, 0.3 * HOUR)
    await night["老周"].in_private().sees("提醒：通知 1 号")


async def test_what_waits_is_in_no_list_and_takes_no_reminder(night: Alliance) -> None:
    wang, _ = await drafted(night)
    await wang.presses("发布到")
    zhang, chen = night["张阿姨"].in_private(), night["陈姐"].in_private()
    await zhang.says("/notices")
    await zhang.sees("还没有发布过通知")
    await zhang.says("/notice 1")
    await zhang.sees("没有这个编号的通知")
    await chen.says("/pending")
    await chen.sees("✅ 您都反馈过了")
    await wang.says("/notice 1")
    await wang.sees("📢 通知 1 号")
    await pass_time(night, 10 * HOUR)
    await zhang.says("/notices")
    await zhang.sees(TEXT)


async def test_answers_are_never_held(night: Alliance) -> None:
    zhang = night["张阿姨"]
    await zhang.says("/orgs")
    await zhang.sees("社区")


async def test_a_deadline_that_would_be_over_is_refused(night: Alliance) -> None:
    wang, preview = await drafted(night)
    await wang.presses("⏰ 截止时间")
    question = await wang.sees("明天下午3点")
    await wang.says("明天早上7:00", reply_to=question["message_id"])
    await night.until(lambda: "请在 8月21日 周五 07:00 前反馈" in wang.reads(preview))
    toast = await wang.presses("发布到", on=preview)
    assert toast.startswith(f"发出的时间（{MORNING}）已经过了截止时间。")
    await wang.says("/notices")
    await wang.sees("还没有发布过通知")


async def test_on_a_day_off_it_waits_for_the_working_day(alliance: Alliance) -> None:
    await turned_quiet(alliance)
    await pass_time(alliance, 49 * HOUR)  # ten in the morning of a Saturday
    wang, preview = await drafted(alliance)
    assert "📅 今天是休息日，发布后将于8月24日 周一 7:30 发出。" in wang.reads(preview)
    await wang.presses("发布到")
    await pass_time(alliance, 45 * HOUR)
    await alliance["陈姐"].sees_no("📢 通知 1 号")
    await pass_time(alliance, HOUR)
    await alliance["陈姐"].sees("📢 通知 1 号")


async def test_in_english(night: Alliance) -> None:
    wang = night["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("not sent yet")
    toast = await wang.presses("Post in")
    assert toast == (
        "🌙 It is quiet time (21:30–7:30). Notice 1 goes out tomorrow (Fri 21 Aug) 7:30."
    )
    await night.until(lambda: wang.buttons(preview) == ["Send it now", "↩️ Undo"])
