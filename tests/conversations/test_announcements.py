"""Announced activities: a card before, and the day after a kind question for photos, once."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

DAY = 24 * 3600.0
CLINIC = "/预告 8月22日下午3点 在社区活动室义诊"


async def announced(alliance: Alliance, words: str = CLINIC) -> None:
    """陈姐 announces in the group for 兴隆社区; it is 20 August."""
    chen = alliance["陈姐"]
    await chen.says(words)
    draft = await chen.sees("📝 草稿，还没有发布")
    await chen.presses("✅ 发布", on=draft)
    await alliance.until(lambda: "📝" not in chen.reads(draft))


async def test_a_card_says_what_where_and_when(alliance: Alliance) -> None:
    await announced(alliance)
    chen = alliance["陈姐"]
    card = await chen.sees("📣 预告：义诊")
    assert chen.reads(card).splitlines()[1:] == [
        "🏢 兴隆社区",
        "📅 2026年8月22日 周六 15:00",
        "📍 社区活动室",
    ]
    zhang = alliance["张阿姨"]
    await zhang.says("/近期活动")
    await zhang.sees("8月22日 周六 15:00 · 义诊（兴隆社区） 📍社区活动室")


async def test_the_day_after_its_liaison_is_asked_once_and_an_album_is_the_report(
    alliance: Alliance,
) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await announced(alliance)
    await chen.sees_no("办得怎么样")
    await alliance.restart()
    question = await chen.sees("📷 办得怎么样？义诊", within=4 * DAY)
    await chen.sends_album(
        [photo(number) for number in range(3)],
        "服务居民30人，参加5人",
        reply_to=question["message_id"],
    )
    receipt = await chen.sees("活动 1 号已登记")
    await chen.sees("3 张照片，已保存")
    for line in ("义诊", "🏢 兴隆社区", "2026年8月22日", "👥 服务 30 人、参加 5 人"):
        assert line in chen.reads(receipt)
    await alliance.shows(chen, question, "✅ 谢谢！义诊 已登记为活动 1 号")
    await alliance["陈姐"].sees("✅ 已登记：活动 1 号")
    await chen.is_quiet(within=5 * DAY)
    asked = [one for one in chen.world.messages(chen.chat) if "办得怎么样" in str(one)]
    assert asked == []


async def test_who_reported_by_themselves_are_not_asked(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await announced(alliance, "/预告 今天 义诊")
    await chen.sends_photo(photo(1), "#活动 今天 义诊，服务30人，参加5人")
    await chen.sees("活动 1 号已登记")
    await alliance["陈姐"].sees("✅ 已登记：活动 1 号", within=3 * DAY)
    await chen.sees_no("办得怎么样")


async def test_what_is_called_off_is_not_asked_about(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await announced(alliance)
    zhou, wang = alliance["老周"].in_private(), alliance["王主任"].in_private()
    await zhou.says("/event 1")
    own = await zhou.sees("📣 预告：义诊")
    assert "只有该单位的联络员" in await zhou.forges("calendar.off:1:1", own["message_id"])
    await wang.says("/event 1")
    await wang.presses("✏️ 改")
    await wang.presses("❌ 取消活动")
    await wang.presses("❌ 是，取消")
    await alliance["陈姐"].sees("❌ 已取消")
    await chen.is_quiet(within=5 * DAY)
    await chen.sees_no("办得怎么样")
    await chen.says("/近期活动")
    await chen.sees("目前没有预告的活动。")


async def test_without_a_private_chat_it_is_asked_where_it_was_announced(
    alliance: Alliance,
) -> None:
    await announced(alliance)
    chen = alliance["陈姐"]
    question = await chen.sees("📷 办得怎么样？", within=4 * DAY)
    await alliance["老周"].sends_photo(photo(9), reply_to=question["message_id"])
    await alliance["老周"].sees("只有该单位的联络员和街道工作人员")
    await chen.sends_photo(photo(1), reply_to=question["message_id"])
    await chen.sees("活动 1 号已登记")
    await chen.sends_photo(photo(2), reply_to=question["message_id"])
    await chen.sees("2 张照片，已保存")


async def test_that_it_did_not_take_place_is_one_press(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await announced(alliance)
    question = await chen.sees("📷 办得怎么样？", within=4 * DAY)
    await chen.presses("没有办成", on=question)
    await alliance.shows(chen, question, "❌ 义诊：没有办成")


async def test_what_the_words_leave_open_is_asked_by_buttons(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/预告 消防演练")
    ask = await wang.sees("📣 是哪家单位办？")
    await wang.presses("同乐社区", on=ask)
    await alliance.shows(wang, ask, "📣 哪天办？")
    await wang.presses("8月25日 周二", on=ask)
    card = await wang.sees("📝 草稿，还没有发布\n📣 预告：消防演练")
    assert "🏢 同乐社区\n📅 2026年8月25日 周二" in wang.reads(card)
    await wang.presses("🗑 不要了", on=card)
    await alliance.shows(wang, card, "“消防演练”不发布了")


async def test_a_day_that_is_over_is_refused(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.says("/预告 义诊")
    ask = await chen.sees("📣 哪天办？")
    message = ask["message_id"]
    assert "那天已经过去了" in await chen.forges("activities.announce:1:2:700000", message)
    for data in ("announce:9:2:700000", "announce", "announce:1", "call_off:9", "reported:9"):
        assert await chen.forges(f"activities.{data}", message), data


async def test_announcing_in_english(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.says("/language")
    await chen.presses("English")
    await chen.says("/announce 22 August, place: community hall, free clinic")
    draft = await chen.sees("📣 free clinic")
    await chen.presses("In the calendar only", on=draft)
    await alliance.until(lambda: "📝" not in chen.reads(draft))
    await chen.sees("📷 How was it?", within=4 * DAY)
    await chen.presses("Reported already")
    await chen.says("/upcoming")
    await chen.sees("Nothing is announced at the moment.")
