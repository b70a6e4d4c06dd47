"""What a receipt's buttons correct, who may press them, and what is refused."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

PICTURE = photo("one")


async def reported(alliance: Alliance, name: str = "老周", words: str = "义诊") -> Message:
    """Somebody reports in the group; gives the receipt."""
    await alliance[name].sends_photo(PICTURE, f"#活动 {words}")
    return await alliance[name].sees("1 张照片，已保存")


async def test_a_date_is_corrected_by_a_reply(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    receipt = await reported(alliance)
    assert "文字里没找到：日期" in zhou.reads(receipt)
    assert await zhou.presses("补日期", on=receipt) == "请回复接下来的那条消息。"
    question = await zhou.sees("是哪天办的？")
    await zhou.says("2月30日", reply_to=question["message_id"])
    refusal = await zhou.sees("日历上没有这一天。")
    await zhou.is_quiet()
    again = await zhou.sees("是哪天办的？")
    assert again["message_id"] > refusal["message_id"]
    await zhou.says("明天", reply_to=again["message_id"])
    await zhou.sees("这一天还没到。")
    await alliance.restart()
    await zhou.says("8月13号", reply_to=again["message_id"])
    await zhou.sees("日期已改为 2026年8月13日 周四")
    await zhou.sees("📅 2026年8月13日 周四")
    assert "补日期" not in zhou.buttons(receipt)


async def test_people_and_the_place_are_corrected_by_a_reply(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    receipt = await reported(alliance)
    for label, question, bad, reason, good, confirmed, shown in (
        (
            "补服务人数",
            "多少人？",
            "很多",
            "没看出是多少人",
            "十二人",
            "改为服务 12",
            "👥 服务 12 人",
        ),
        ("补参加人数", "人参加？", "参加 -3人", "不能比 0 少", "30", "改为参加 30", "、参加 30 人"),
        ("补地点", "在哪里办的？", "？", "没看到文字", "活动室", "📍 活动室", "📍 活动室"),
    ):
        await zhou.presses(label, on=receipt)
        asked = await zhou.sees(question)
        await zhou.says(bad, reply_to=asked["message_id"])
        await zhou.sees(reason)
        await zhou.says(good, reply_to=asked["message_id"])
        await zhou.sees(confirmed)
        await zhou.sees(shown)


async def test_others_are_told_who_may(alliance: Alliance) -> None:
    receipt = await reported(alliance)
    assert "只有登记人" in await alliance["张阿姨"].presses("补日期", on=receipt)
    assert "只有登记人" in await alliance["陈姐"].presses("✏️ 更正", on=receipt)
    await alliance["王主任"].presses("✏️ 更正", on=receipt)
    panel = await alliance["王主任"].sees("要更正哪一项？")
    await alliance["王主任"].presses("标题", on=panel)
    question = await alliance["王主任"].sees("什么标题")
    await alliance["陈姐"].says("不是我的", reply_to=question["message_id"])
    await alliance["陈姐"].sees("只有登记人")
    await alliance["王主任"].says("健康义诊", reply_to=question["message_id"])
    await alliance["王主任"].sees("标题已改为“健康义诊”")


async def test_photos_in_reply_to_a_question_join(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    receipt = await reported(alliance)
    await zhou.presses("补日期", on=receipt)
    question = await zhou.sees("是哪天办的？")
    await zhou.sends_photo(photo("two"), reply_to=question["message_id"])
    await zhou.sees("2 张照片，已保存")


async def test_a_liaison_of_two_organisations_chooses(alliance: Alliance) -> None:
    liu = alliance["刘敏"]
    receipt = await reported(alliance, "刘敏")
    assert "请点一下确认：单位。" in liu.reads(receipt)
    assert "🏢" not in liu.reads(receipt)
    assert liu.buttons(receipt)[:3] == ["🏢 同乐社区", "🏢 郑州联通", "别的单位"]
    await liu.presses("别的单位", on=receipt)
    chooser = await liu.sees("是哪家单位的？")
    assert liu.buttons(chooser) == ["同乐社区", "郑州联通"]
    assert "只能选您负责的单位" in await liu.forges("activities.set_org:1:1", chooser["message_id"])
    await liu.presses("郑州联通", on=chooser)
    await liu.sees("✅ 活动 1 号的单位已改为 郑州联通。")
    await liu.sees("🏢 郑州联通")
    assert "请点一下确认：单位" not in liu.reads(receipt)


async def test_one_press_settles_what_was_not_sure(alliance: Alliance) -> None:
    liu = alliance["刘敏"]
    receipt = await reported(alliance, "刘敏")
    assert await liu.presses("🏢 同乐社区", on=receipt) == "✅ 已记下。"
    await liu.sees("🏢 同乐社区")
    assert "🏢 郑州联通" not in liu.buttons(receipt)


async def test_an_organisation_that_is_named_is_no_guess(alliance: Alliance) -> None:
    receipt = await reported(alliance, "刘敏", "郑州联通 8月13日 义诊")
    text = alliance["刘敏"].reads(receipt)
    assert "🏢 郑州联通" in text
    assert "单位" not in text


async def test_staff_choose_among_all(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    receipt = await reported(alliance, "王主任")
    assert "单位" in wang.reads(receipt)
    await wang.presses("选单位", on=receipt)
    chooser = await wang.sees("是哪家单位的？")
    await wang.presses("2/3 ▶", on=chooser)
    await wang.presses("惠济法院", on=chooser)
    await wang.sees("🏢 惠济法院")


async def test_forged_numbers_are_answered_kindly(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    receipt = await reported(alliance)
    for data in (
        "fix_date",
        "take:1:0:5",
        "take:1",
        "fix_date:99",
        "fix_org:99:1",
        "set_org:1",
        "set_org:1:2:3",
        "show:99",
    ):
        assert await zhou.forges(f"activities.{data}", receipt["message_id"])
