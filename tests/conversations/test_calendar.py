"""The calendar (日历): people sign up, wait, are reminded, and are told what changes, once."""

import pytest
from icalendar import Calendar

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person, photo
from tests.vocabulary.reading import Message

DAY = 24 * 3600.0
CLINIC = "/预告 8月22日下午3点到5点 在社区活动室义诊 限2人"


async def announces(alliance: Alliance, name: str = "陈姐", words: str = CLINIC) -> Message:
    """In the group; it is Thursday, 20 August. Gives the card."""
    person = alliance[name]
    await person.says(words)
    card = await person.sees("📝 草稿，还没有发布")
    await person.presses("✅ 发布", on=card)
    await alliance.until(lambda: "📝" not in person.reads(card))
    return card


def told(person: Person, text: str) -> int:
    """How many messages here say it."""
    return sum(text in str(one) for one in person.world.messages(person.chat))


def calendar_of(alliance: Alliance, person: Person) -> Calendar:
    """The newest file here, as a calendar."""
    file = person.files()[-1]["document"]
    assert file["file_name"].endswith(".ics")
    return Calendar.from_ical(alliance.world.file(file["file_id"]))


async def test_who_signs_up_waits_moves_up_and_is_reminded(alliance: Alliance) -> None:
    card = await announces(alliance)
    chen, zhang, emma = alliance["陈姐"], alliance["张阿姨"], alliance["Emma"]
    for one in (chen, zhang, emma):
        await one.in_private().starts()
    assert chen.reads(card).splitlines() == [
        "📣 预告：义诊",
        "🏢 兴隆社区",
        "📅 2026年8月22日 周六 15:00–17:00",
        "📍 社区活动室",
        "🙋 还剩 2 个名额（共 2 个）",
    ]
    assert "您没有报名" in await zhang.presses("取消报名", on=card)
    assert "请先点“报名”" in await zhang.presses("➕ 同行", on=card)
    assert "您本人已报名" in await zhang.presses("报名", on=card)
    assert "您和同行 1 人已报名" in await zhang.presses("➕ 同行", on=card)
    assert "名额不够再带一人" in await zhang.presses("➕ 同行", on=card)
    assert "you wait in place 1" in await emma.presses("报名", on=card)
    await alliance.shows(chen, card, "🙋 已报名 2 人 · 2 个名额已满 · 候补 1 人")
    assert "张阿姨" not in chen.reads(card)
    mine = zhang.in_private()
    await mine.says("/我的报名")
    await mine.sees("• 8月22日 周六 15:00–17:00 · 义诊")
    await mine.presses("8/22 义诊")
    own = await mine.sees("✅ 您已报名\n➕ 同行 1 人")
    await mine.presses("➖ 少一人", on=own)
    up = await emma.in_private().sees("🎉 There is a place for you now.")
    await alliance.shows(chen, card, "🙋 已报名 2 人 · 2 个名额已满")
    assert "At most" not in emma.in_private().reads(up)
    await alliance.restart()
    eve = await mine.sees("⏰ 明天就是您报名的活动。", within=2 * DAY)
    await emma.in_private().sees("⏰ It is tomorrow")
    await mine.presses("来不了", on=eve)
    await alliance.shows(chen, card, "🙋 已报名 1 人 · 还剩 1 个名额")
    await mine.is_quiet(within=3600.0)
    assert told(emma.in_private(), "It is tomorrow") == 1
    await mine.sees_no("⏰ 明天就是您报名的活动。")
    await mine.is_quiet(within=DAY)
    assert "已经开始或结束了" in await zhang.presses("报名", on=card)


@pytest.mark.slow
async def test_what_changes_or_is_off_is_told_once_to_who_signed_up(alliance: Alliance) -> None:
    card = await announces(alliance)
    chen, zhang, zhou = alliance["陈姐"], alliance["张阿姨"], alliance["老周"]
    for one in (chen, zhang, zhou):
        await one.in_private().starts()
    mine, hers = zhang.in_private(), chen.in_private()
    for one in (zhang, zhou, alliance["王主任"]):
        await one.presses("报名", on=card)
    await chen.presses("详情", on=card)
    own = await hers.sees("📣 预告：义诊")
    await hers.presses("📋 报名名单", on=own)
    await alliance.shows(hers, own, "1. 张阿姨\n2. 老周\n3. 王主任 候补 （没开私聊，收不到提醒）")
    await hers.presses("📊 Excel 表格", on=own)
    await hers.sees("📋 报名名单：义诊")
    await hers.presses("‹ 返回", on=own)
    await hers.presses("✏️ 改", on=own)
    await alliance.shows(hers, own, "会通知报名和候补的人")
    for field, reply in (
        ("📅 日期", "8月23日"),
        ("⏰ 时间", "9点半到11点"),
        ("📍 地点", "社区广场"),
    ):
        await hers.presses(field, on=own)
        ask = await hers.sees(
            {"📅": "📅 改到哪天", "⏰": "⏰ 几点到几点", "📍": "📍 在哪里办"}[field[0]]
        )
        await hers.says("再说吧？？" if field == "📅 日期" else reply, reply_to=ask["message_id"])
        if field == "📅 日期":
            await hers.sees("没看出是接下来的哪一天")
            await hers.says(reply, reply_to=ask["message_id"])
        await hers.sees("✅ 已改。一分钟后通知报名的人。")
    await alliance.restart()
    await alliance.shows(
        chen, card, "📅 2026年8月23日 周日 09:30–11:00（原定 2026年8月22日 周六 15:00"
    )
    await mine.sees("⚠️ 您报名的活动有变动。", within=300.0)
    await zhou.in_private().sees("📍 社区广场")
    await mine.is_quiet(within=600.0)
    assert told(mine, "有变动") == 1
    await hers.presses("❌ 取消活动", on=own)
    await hers.presses("❌ 是，取消", on=own)
    await mine.sees("❌ 2026年8月23日 周日 的义诊取消了，非常抱歉。")
    await alliance.shows(chen, card, "❌ 已取消")
    assert alliance["张阿姨"].buttons(card) == ["详情 ›"]
    await mine.is_quiet(within=4 * DAY)
    assert told(mine, "取消了，非常抱歉") == 1
    assert told(mine, "明天就是") == 0
    await hers.sees_no("办得怎么样")
    await mine.says("/本周")
    await mine.presses("◀ 上一周")
    await mine.sees("（已取消）")


@pytest.mark.slow
async def test_an_album_of_the_day_is_the_report_of_what_was_announced(alliance: Alliance) -> None:
    card = await announces(alliance, words="/预告 今天 义诊")
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await chen.sends_photo(photo(1), "#活动 今天 义诊，服务30人，参加5人")
    await alliance.shows(alliance["陈姐"], card, "✅ 已登记：活动 1 号")
    for words in ("/预告 今天 消防演练", "/预告 今天 读书会"):
        await announces(alliance, words=words)
    await chen.sends_photo(photo(2), "#活动 今天 读书会，参加8人")
    ask = await chen.sees("❓ 活动 2 号是不是下面预告过的这项？")
    await chen.presses("读书会", on=ask)
    await alliance.shows(chen, ask, "✅ 已对应到预告：读书会")
    question = await chen.sees("📷 办得怎么样？消防演练", within=4 * DAY)
    assert "谢谢" in await chen.presses("已经登记过", on=question)
    await chen.is_quiet(within=3 * DAY)
    assert told(chen, "办得怎么样") == 1


async def test_meetings_and_deadlines_are_seen_by_whom_they_concern(alliance: Alliance) -> None:
    wang, chen = alliance["王主任"].in_private(), alliance["陈姐"].in_private()
    zhang, emma = alliance["张阿姨"], alliance["Emma"].in_private()
    await wang.says("/通知 报送名单，请各单位反馈")
    await wang.presses("截止时间")
    await wang.presses("18:00")
    await wang.presses("发布到")
    await zhang.sees("报送名单", within=60.0)
    await wang.says("/预告 8月21日下午3点 街道 联席会议")
    await wang.presses("街道")
    draft = await wang.sees("👥 会议：联席会议")
    assert "会议：只有联络员和工作人员能看到" in wang.reads(draft)
    await wang.presses("发布到", on=draft)
    card = await zhang.sees("👥 会议：联席会议")
    assert "由联络员和街道工作人员参加" in await zhang.presses("🙋 报名", on=card)
    assert "您本人已报名" in await alliance["陈姐"].presses("🙋 报名", on=card)
    seen = {}
    for name, person in (("陈姐", chen), ("张阿姨", zhang.in_private()), ("群", zhang)):
        await person.says("/本周")
        seen[name] = person.reads(await person.sees("🗓 8月17日"))
    assert "👥 15:00 联席会议（街道）" in seen["陈姐"]
    assert "⏰ 18:00 通知 1 号截止" in seen["陈姐"]
    assert "联席会议" not in seen["张阿姨"]
    await zhang.in_private().says("/近期活动")
    assert "联席会议" not in await zhang.in_private().answered()
    await chen.says("/近期活动")
    await chen.sees("8月21日 周五 15:00 · 联席会议（街道）")
    assert "通知 1 号" not in seen["张阿姨"]
    assert "联席会议" not in seen["群"]
    assert "通知 1 号截止" in seen["群"]
    await emma.says("/event 1")
    await emma.sees("There is no such activity any more")
    await emma.says("/month")
    await emma.sees("Nothing is announced for these days.")
    assert "no such" not in await emma.forges("calendar.week:738000:1", card["message_id"])
    for data in ("open:1", "open:99", "file:1", "join:99", "more:1", "day:-1", "month:1:1"):
        assert await emma.forges(f"calendar.{data}", card["message_id"]) is not None, data
