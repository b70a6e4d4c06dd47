"""Staff take the telephone: who calls whom, what was said, and the liaison's last word."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_forms import posted
from tests.conversations.test_notices import sent
from tests.conversations.test_reminders import asks, opens, reminders
from tests.vocabulary.people import Person

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

DAY = 86400.0


async def asks_in_private(alliance: Alliance, name: str = "王主任") -> Person:
    """Staff ask in private who is missing."""
    wang = alliance[name].in_private()
    await wang.says("/pending 1")
    await wang.sees("📋 通知 1 号")
    return wang


async def test_in_the_group_one_press_takes_all_and_the_list_comes_in_private(
    alliance: Alliance,
) -> None:
    await sent(alliance)
    wang = await opens(alliance["王主任"])
    board = await asks(alliance)
    toast = await alliance["王主任"].presses("📞 我来打电话", on=board)
    assert toast == "📞 记下了：您来联系 20 家，电话单在私聊里。"
    await alliance["王主任"].sees("📞 王主任在联系 20 家")
    mine = await wang.sees("您在联系 20 家还没反馈的单位")
    assert "• 兴隆社区：陈姐、小陈\n" in wang.reads(mine)
    li = await asks_in_private(alliance, "小李")
    assert await li.presses("📞 我来打电话") == "这些单位已经有人在联系了。"


async def test_who_never_opened_the_private_chat_is_asked_to(alliance: Alliance) -> None:
    await sent(alliance)
    await asks(alliance)
    assert (await alliance["王主任"].presses("📞 我来打电话")).startswith("请先打开与我的私聊")
    await alliance["王主任"].sees_no("📞 王主任")


async def test_what_is_said_on_the_phone_counts_and_the_liaison_hears_of_it(
    alliance: Alliance,
) -> None:
    card = await sent(alliance)
    chen = await opens(alliance["陈姐"])
    await chen.says("/电话 13800000000")
    await chen.presses("同意并保存")
    await chen.sees("已保存 13800000000")
    wang = await asks_in_private(alliance)
    await wang.presses("📞 我来打电话")
    mine = await wang.sees("您在联系 20 家")
    await wang.presses("兴隆社区", on=mine)
    call = await wang.sees("📞 兴隆社区 · 通知 1 号")
    assert "📞 陈姐：13800000000" in wang.reads(call)
    assert wang.buttons(call) == ["收到", "有困难", "不打了", "◀ 电话单"]
    assert await wang.presses("收到", on=call) == "兴隆社区：已代记「收到」。"
    await alliance.until(lambda: "收到（王主任代记）" in wang.reads(call))
    await alliance.until(lambda: "您在联系 19 家" in wang.reads(mine))
    await alliance["王主任"].sees("1/20")
    news = await chen.sees("王主任按电话里说的，替兴隆社区记下「收到」")
    await chen.presses("查看或更改", on=news)
    shown = await chen.sees("🏢 兴隆社区：收到（王主任代记）")
    toast = await chen.presses("收到", on=shown)
    assert toast == "兴隆社区：王主任代记的「收到」，现在由您确认了。"
    await alliance["陈姐"].presses("有困难", on=card)
    assert await wang.presses("收到", on=call) == (
        "兴隆社区自己已经反馈了「有困难」，以他们的为准。"
    )
    await alliance.until(lambda: "他们自己反馈了" in wang.reads(call))


async def test_a_difficulty_on_the_phone_is_asked_for_its_reason(alliance: Alliance) -> None:
    await sent(alliance)
    wang = await asks_in_private(alliance)
    await wang.presses("📞 我来打电话")
    await wang.sees("您在联系 20 家")
    await wang.presses("兴隆社区")
    await wang.presses("有困难")
    question = await wang.sees("兴隆社区有什么困难？")
    await wang.says("车坏了，\n要晚半小时", reply_to=question["message_id"])
    await wang.sees("原因记下了")
    await wang.says("/pending 1")
    await wang.sees("（王主任代记）：车坏了")


async def test_what_reminds_by_itself_skips_whom_staff_call(alliance: Alliance) -> None:
    await sent(alliance)
    chen, zhou = await opens(alliance["陈姐"]), await opens(alliance["老周"])
    wang = await asks_in_private(alliance)
    await wang.presses("明天9:00提醒")
    await wang.presses("📞 选几家打")
    await wang.presses("▫️ 兴隆社区")
    await wang.sees("📞 通知 1 号：您来联系哪几家？")
    await wang.presses("◀ 返回")
    await wang.sees("• 兴隆社区：陈姐、小陈 📞王主任")
    await wang.is_quiet()
    alliance.clock.advance(DAY)
    await zhou.sees("提醒：通知 1 号")
    await chen.sees_no("提醒：通知 1 号")
    await wang.says("/pending 1")
    await wang.presses("📞 我的电话单")
    await wang.presses("都不打了")
    await alliance.until(lambda: bool(reminders(alliance, wang.chat, "您在联系 0 家")))
    alliance.clock.advance(61)
    await wang.says("/pending 1")
    await wang.presses("现在提醒")
    await chen.sees("提醒：通知 1 号")


async def test_the_summary_names_what_a_caller_left_open(alliance: Alliance) -> None:
    await sent(alliance)
    wang = await asks_in_private(alliance)
    await wang.presses("📞 选几家打")
    await wang.presses("▫️ 兴隆社区")
    await wang.says("/notice 1")
    await wang.presses("现在截止")
    await wang.sees("📞 王主任在联系、还没结果：兴隆社区")
    await alliance.until(
        lambda: bool(reminders(alliance, wang.chat, "🔒 现在不收反馈；/notice 1 可以重新开放"))
    )


async def test_numbers_and_sign_ups_are_written_down_too(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await posted(alliance, "接龙报名", "20")
    await asks_in_private(alliance)
    await wang.presses("📞 我来打电话")
    await wang.sees("您在联系 20 家")
    await wang.presses("兴隆社区")
    assert await wang.presses("3") == "兴隆社区：已代记「参加 3 人」。"
    await alliance["王主任"].sees("1. 兴隆社区 3 人")
    await wang.presses("更多")
    question = await wang.sees("兴隆社区来多少人？")
    await wang.says("很多", reply_to=question["message_id"])
    await wang.sees("没看出是多少")
    await wang.says("12个", reply_to=question["message_id"])
    await wang.sees("兴隆社区：已代记「参加 12 人」。")
    await alliance["王主任"].sees("1. 兴隆社区 12 人")


async def test_only_staff_call(alliance: Alliance) -> None:
    await sent(alliance)
    board = await asks(alliance)
    for data in ("notices.call_all:1", "notices.note_received:1", "notices.calls_back:1"):
        toast = await alliance["陈姐"].forges(data, board["message_id"])
        assert toast.startswith("只有街道工作人员"), toast
