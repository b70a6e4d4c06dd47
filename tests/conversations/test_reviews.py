"""Staff look reports over: approve, ask back, delete with a reason; the next comes by itself."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person, photo
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

CLINIC = "#活动 8月13日 在社区活动室义诊，服务30人，参加5人"
STUDY = "#活动 8月14日 在粮库礼堂金秋助学，服务12人，参加8人"


async def reports(alliance: Alliance, words: str = CLINIC, number: int = 1) -> Message:
    """老周 reports in the group; gives the card."""
    await alliance["老周"].sends_album([photo(f"{words}{n}") for n in range(2)], words)
    await alliance["老周"].sees(f"活动 {number} 号已登记")
    return await alliance["老周"].sees("2 张照片，已保存")


async def opens(alliance: Alliance, name: str = "王主任") -> tuple[Person, Message]:
    """Somebody of staff opens the queue in private; gives the first card."""
    staff = alliance[name].in_private()
    await staff.says("/审核")
    return staff, await staff.sees("🛂 待审核")


async def test_one_press_approves_and_the_next_one_comes(alliance: Alliance) -> None:
    first = await reports(alliance)
    second = await reports(alliance, STUDY, 2)
    wang, card = await opens(alliance)
    assert "🛂 待审核 2 条" in wang.reads(card)
    assert "活动 1 号" in wang.reads(card)
    assert len(wang.files()) == 2
    assert "✅ 已记下。" in await wang.presses("✅ 通过", on=card)
    await alliance.shows(wang, card, "已通过")
    await wang.sees("活动 2 号")
    await alliance.shows(alliance["老周"], first, "✅ 街道已审核")
    await wang.presses("✅ 通过")
    await wang.sees("✅ 没有待审核的登记了。")
    await alliance.shows(alliance["老周"], second, "✅ 街道已审核")


async def test_an_approval_can_be_taken_back(alliance: Alliance) -> None:
    receipt = await reports(alliance)
    wang, card = await opens(alliance)
    await wang.presses("✅ 通过", on=card)
    await alliance.shows(alliance["老周"], receipt, "✅ 街道已审核")
    await wang.presses("↩ 撤销", on=card)
    await alliance.until(lambda: "街道已审核" not in alliance["老周"].reads(receipt))
    await wang.says("/审核")
    await wang.sees("🛂 待审核 1 条")


async def test_the_second_of_two_staff_hears_that_it_is_done(alliance: Alliance) -> None:
    await reports(alliance)
    wang, card = await opens(alliance)
    li, other = await opens(alliance, "小李")
    await wang.presses("✅ 通过", on=card)
    assert "已经有人处理过了" in await li.presses("✅ 通过", on=other)


async def test_a_question_is_answered_in_private_and_offered_to_the_record(
    alliance: Alliance,
) -> None:
    zhou = alliance["老周"].in_private()
    await zhou.starts()
    receipt = await reports(alliance)
    wang, card = await opens(alliance)
    await wang.presses("❓ 退回提问", on=card)
    ask = await wang.sees("想问什么？")
    await wang.says("到底有多少人参加？", reply_to=ask["message_id"])
    await wang.sees("已转给 老周")
    await wang.sees("✅ 没有待审核的登记了。\n❓ 在等对方答复：活动 1 号")
    question = await zhou.sees("到底有多少人参加？")
    await alliance.shows(alliance["老周"], receipt, "❓ 街道有一个问题")
    await zhou.says("实际参加15人", reply_to=question["message_id"])
    offer = await zhou.sees("谢谢，答复已转给 王主任")
    assert "活动 1 号的记录要不要也改成：参加 15 人" in zhou.reads(offer)
    answer = await wang.sees("💬 老周：实际参加15人")
    await zhou.presses("✅ 改成这样", on=offer)
    await alliance.shows(alliance["老周"], receipt, "参加 15 人")
    await wang.presses("✅ 通过", on=answer)
    await alliance.shows(alliance["老周"], receipt, "✅ 街道已审核")
    await zhou.presses("✏️ 更正", on=question)
    await zhou.presses("🕘 改动记录")
    history = await zhou.sees("参加人数 5 → 15")
    assert "❓ 王主任：到底有多少人参加？" in zhou.reads(history)


async def test_who_has_no_private_chat_is_asked_below_the_report(alliance: Alliance) -> None:
    await reports(alliance)
    wang, card = await opens(alliance)
    await wang.presses("❓ 退回提问", on=card)
    ask = await wang.sees("想问什么？")
    await wang.says("再发几张照片好吗？", reply_to=ask["message_id"])
    zhou = alliance["老周"]
    question = await zhou.sees("再发几张照片好吗？")
    await alliance["张阿姨"].says("我也去了", reply_to=question["message_id"])
    await alliance["张阿姨"].sees("只有登记人、该单位的联络员和街道工作人员")
    await zhou.sends_album([photo("more1"), photo("more2")], reply_to=question["message_id"])
    await zhou.sees("4 张照片，已保存")
    await wang.sees("💬 老周 补充或更正了记录。")


async def test_a_correction_answers_too(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    await zhou.starts()
    await reports(alliance)
    wang, card = await opens(alliance)
    await wang.presses("❓ 退回提问", on=card)
    ask = await wang.sees("想问什么？")
    await wang.says("服务人数对吗？", reply_to=ask["message_id"])
    question = await zhou.sees("服务人数对吗？")
    await zhou.presses("✏️ 更正", on=question)
    await zhou.presses("服务人数")
    asked = await zhou.sees("服务了多少人？")
    await zhou.says("31", reply_to=asked["message_id"])
    await wang.sees("💬 老周 补充或更正了记录。")
    await wang.says("/审核")
    await wang.sees("👥 服务 31 人")


async def test_what_a_liaison_changes_afterwards_is_looked_at_again(alliance: Alliance) -> None:
    receipt = await reports(alliance)
    wang, card = await opens(alliance)
    await wang.presses("✅ 通过", on=card)
    zhou = alliance["老周"]
    await alliance.shows(zhou, receipt, "✅ 街道已审核")
    await zhou.presses("✏️ 更正", on=receipt)
    await zhou.presses("服务人数")
    asked = await zhou.sees("服务了多少人？")
    await zhou.says("300", reply_to=asked["message_id"])
    await alliance.shows(zhou, receipt, "等街道再看")
    await wang.says("/审核")
    await wang.sees("👥 服务 300 人")


async def test_a_report_is_deleted_with_a_reason_and_comes_back(alliance: Alliance) -> None:
    receipt = await reports(alliance)
    zhou, zhang = alliance["老周"], alliance["张阿姨"]
    await zhou.presses("✏️ 更正", on=receipt)
    await zhou.presses("🗑 删除")
    ask = await zhou.sees("为什么删除？")
    await zhou.presses("重复登记", on=ask)
    await zhou.sees("🗑 活动 1 号 在社区活动室义诊 已由 老周 删除，原因：重复登记")
    await alliance.shows(zhou, receipt, "已由 老周 删除")
    await zhang.says("/activities")
    await zhang.sees("还没有登记过活动")
    await zhang.says("/activity 1")
    await zhang.sees("没有这个编号的活动")
    await zhang.says("/照片 1")
    assert "没有这个编号的活动" in await zhang.answered()
    wang = alliance["王主任"]
    await wang.says("/activity 1")
    gone = await wang.sees("已由 老周 删除")
    assert "只有街道工作人员和删除的人可以恢复" in await alliance["陈姐"].presses("↩ 恢复", on=gone)
    await wang.presses("↩ 恢复", on=gone)
    await alliance.shows(zhou, receipt, "2 张照片，已保存")
    await zhang.says("/activity 1")
    await zhang.sees("活动 1 号")


async def test_another_reason_is_written(alliance: Alliance) -> None:
    await reports(alliance)
    wang, card = await opens(alliance)
    await wang.presses("🗑 删除", on=card)
    await wang.presses("其他原因")
    ask = await wang.sees("请回复这条消息。")
    await wang.says("下雨取消了", reply_to=ask["message_id"])
    await wang.sees("已由 王主任 删除，原因：下雨取消了")
    await wang.presses("下一条 ▶")
    await wang.sees("✅ 没有待审核的登记了。")


async def test_in_a_group_the_queue_leads_to_the_private_chat(alliance: Alliance) -> None:
    await reports(alliance)
    wang = alliance["王主任"]
    await wang.says("/审核")
    await wang.sees("🛂 待审核 1 条")
    await wang.presses("到私聊里审核")
    await wang.in_private().sees("🛂 待审核 1 条")


async def test_the_queue_in_english(alliance: Alliance) -> None:
    await reports(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says("/review 1")
    card = await wang.sees("🛂 1 report waits to be looked over")
    assert wang.buttons(card) == [
        *("✅ Approve", "❓ Ask back", "🌟 Feature", "✏️ Correct", "🗑 Delete", "Next report ▶"),
    ]
    await wang.presses("Next report ▶", on=card)
    await wang.sees("✅ No report waits to be looked over.")
    await wang.presses("🗑 Delete", on=card)
    await wang.presses("It was recorded twice")
    await wang.sees("was deleted by 王主任: It was recorded twice")
