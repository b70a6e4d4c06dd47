"""Joint activities: partners confirm their part, and two reports of one activity become one."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

JOINT = "#活动 8月13日 兴隆粮库联合兴隆社区开展金秋助学，资助学生12人"


async def reported(
    alliance: Alliance, words: str = JOINT, name: str = "老周", number: int = 1
) -> Message:
    """Somebody reports in the group; gives the card."""
    await alliance[name].sends_photo(photo(words), words)
    return await alliance[name].sees(f"活动 {number} 号已登记")


async def test_its_liaison_confirms_in_private(alliance: Alliance) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"].in_private()
    await chen.starts()
    await chen.sees("您是兴隆社区的联络员")
    card = await reported(alliance)
    assert "🤝 合办：兴隆社区（待确认）" in zhou.reads(card)
    question = await chen.sees("老周（兴隆粮库）登记了与 兴隆社区 合办的活动：")
    assert "兴隆社区 参加了吗？" in chen.reads(question)
    await chen.says("/activities 兴隆社区")
    await chen.sees("还没有登记过活动：兴隆社区")
    assert "也记在您单位名下了" in await chen.presses("✅ 我们参加了", on=question)
    await zhou.sees("🤝 合办：兴隆社区 ✓")
    await chen.sees("已确认：兴隆社区 参加了")
    await chen.says("/activities 兴隆社区")
    await chen.sees("共 1 个活动，服务 12 人")


async def test_a_partner_that_was_not_there_says_so_and_may_change_its_mind(
    alliance: Alliance,
) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"].in_private()
    await chen.starts()
    await chen.sees("您是兴隆社区的联络员")
    card = await reported(alliance)
    question = await chen.sees("登记了与 兴隆社区 合办的活动")
    await chen.presses("❌ 没有参加", on=question)
    await zhou.sees("兴隆社区 答复没有参加活动 1 号 金秋助学。")
    await zhou.sees("❌ 兴隆社区 答复没有参加。")
    assert "🤝" not in zhou.reads(card)
    await chen.sees("已答复：兴隆社区 没有参加")
    await chen.presses("✅ 我们参加了", on=question)
    await zhou.sees("🤝 合办：兴隆社区 ✓")


async def test_who_cannot_be_written_to_confirms_by_the_card(alliance: Alliance) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"]
    card = await reported(alliance)
    assert "只有待确认单位的联络员" in await zhou.presses("🤝 我单位参加了", on=card)
    assert "也记在您单位名下了" in await chen.presses("🤝 我单位参加了", on=card)
    await zhou.sees("🤝 合办：兴隆社区 ✓")
    assert "🤝 我单位参加了" not in zhou.buttons(card)


async def test_who_blocked_the_bot_is_nobodys_worry(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    await chen.in_private().starts()
    await chen.is_quiet()
    alliance.world.block(chen.id)
    card = await reported(alliance)
    await chen.is_quiet(60)
    await chen.presses("🤝 我单位参加了", on=card)
    await chen.sees("🤝 合办：兴隆社区 ✓")
    await alliance["王主任"].sees_no("没送到")


async def test_a_name_that_is_taken_out_again_is_asked_nothing(alliance: Alliance) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"].in_private()
    await chen.starts()
    await chen.sees("您是兴隆社区的联络员")
    card = await reported(alliance)
    await zhou.presses("✏️ 更正", on=card)
    panel = await zhou.sees("要更正哪一项？")
    await zhou.presses("🤝 合办单位", on=panel)
    await zhou.presses("🤝 兴隆社区", on=panel)
    await zhou.presses("🙋 兴隆社区", on=panel)
    await chen.sees_no("参加了吗")


async def test_others_cannot_answer_for_a_partner(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await chen.sees("您是兴隆社区的联络员")
    await reported(alliance)
    await chen.sees("参加了吗？")
    liu = alliance["刘敏"].in_private()
    await liu.starts()
    message = await liu.says("你好")
    assert "只有待确认单位的联络员" in await liu.forges("activities.part:1:1", message)
    assert "谢谢" in await alliance["王主任"].forges("activities.part:1:1", message)


async def test_its_photos_join_as_a_reply_to_the_card(alliance: Alliance) -> None:
    card = await reported(alliance)
    chen = alliance["陈姐"]
    await chen.sends_photo(photo("chen"), reply_to=card["message_id"])
    await chen.sees("2 张照片，已保存")


async def test_a_second_report_of_the_day_is_joined(alliance: Alliance) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"]
    first = await reported(alliance)
    second = await reported(alliance, "#活动 8月13日 助学仪式，资助学生12人，参加30人", "陈姐", 2)
    assert "❓ 同一天的活动 1 号 金秋助学（兴隆粮库）像是同一次。" in chen.reads(second)
    toast = await chen.presses("🔗 合为一次", on=second)
    assert toast == "🔗 已合为一次：活动 1 号。"
    await chen.sees("活动 2 号 助学仪式 已并入活动 1 号")
    assert chen.buttons(second) == []
    await zhou.sees("🔗 已并入登记 2 号")
    await zhou.sees("📷 2 张照片，已保存")
    text = zhou.reads(first)
    for line in ("🤝 合办：兴隆社区 ✓", "👥 服务 12 人、参加 30 人", "📷 2 张照片，已保存"):
        assert line in text
    await chen.sends_photo(photo("late"), reply_to=second["message_id"])
    await zhou.sees("📷 3 张照片，已保存")
    await chen.says("/activity 2")
    whole = chen.reads(await chen.sees("活动 1 号 金秋助学"))
    assert "兴隆粮库联合兴隆社区开展金秋助学" in whole
    assert "助学仪式，资助学生12人，参加30人" in whole
    await chen.says("/activities")
    await chen.sees("共 1 个活动，服务 12 人")


async def test_a_second_report_may_be_of_another_activity(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    await reported(alliance)
    second = await reported(alliance, "#活动 8月13日 义诊，服务居民30人", "陈姐", 2)
    await chen.presses("是另一次", on=second)
    await alliance.until(lambda: "像是同一次" not in chen.reads(second))
    await chen.says("/activities")
    await chen.sees("共 2 个活动")


async def test_what_two_reports_say_differently_is_asked(alliance: Alliance) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"]
    first = await reported(alliance)
    second = await reported(alliance, "#活动 8月13日 助学仪式，资助学生15人", "陈姐", 2)
    await chen.presses("🔗 合为一次", on=second)
    await zhou.sees("🔗 已并入登记 2 号")
    assert "👥 服务 12 人" in zhou.reads(first)
    assert "请点一下确认：服务人数" in zhou.reads(first)
    await zhou.presses("服务 15 人", on=first)
    await zhou.sees("👥 服务 15 人")


async def test_a_partner_is_asked_in_english(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.says("/language")
    await chen.presses("English")
    await reported(alliance)
    question = await chen.sees("老周 (兴隆粮库) reports an activity held with 兴隆社区:")
    await chen.presses("We were part of it", on=question)
    await chen.sees("You said that 兴隆社区 was part of it.")
