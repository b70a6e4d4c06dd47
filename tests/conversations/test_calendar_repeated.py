"""What takes place again and again: chosen by buttons, changed once or from then on."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_calendar import calendar_of, told
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells
DAY = 24 * 3600.0


async def test_what_repeats_is_chosen_by_buttons_and_each_time_is_its_own(
    alliance: Alliance,
) -> None:
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    await wang.says("/预告")
    ask = await wang.sees("📣 要预告什么？")
    await wang.says("8月31日上午9点 同乐社区 老年居民专项服务", reply_to=ask["message_id"])
    draft = await wang.sees("📝 草稿")
    await wang.presses("🔁 重复", on=draft)
    await wang.presses("每月31日（没有就最后一天）", on=draft)
    await alliance.shows(wang, draft, "接下来：8月31日 周一、9月30日 周三、10月31日 周六")
    await wang.presses("遇节假日顺延到工作日", on=draft)
    await alliance.shows(wang, draft, "11月2日 周一")
    await wang.presses("到年底", on=draft)
    await alliance.shows(wang, draft, "到 2026年12月31日 周四 为止")
    await wang.presses("‹ 返回", on=draft)
    await wang.presses("👥 名额", on=draft)
    await wang.presses("20", on=draft)
    await alliance.shows(wang, draft, "👥 限 20 人")
    await wang.presses("发布到 刘寨共建联盟", on=draft)
    card = await alliance["张阿姨"].sees("📣 预告：老年居民专项服务")
    assert "📅 2026年8月31日 周一 09:00" in zhang.in_group(alliance.group).reads(card)
    assert "这份草稿已经处理过了" in await wang.forges("calendar.room:1:5", draft["message_id"])
    await zhang.says("/本月 11月")
    month = await zhang.sees("🗓 2026年11月")
    assert "2•" in zhang.buttons(month)
    assert "30•" in zhang.buttons(month)
    await zhang.presses("2•", on=month)
    await alliance.shows(zhang, month, "• 09:00 老年居民专项服务（同乐社区）")
    await zhang.presses("11/2 老年居民专项服务", on=month)
    await alliance.shows(zhang, month, "还剩 20 个名额（共 20 个）")
    await zhang.presses("🙋 报名", on=month)
    await alliance.shows(zhang, month, "✅ 您已报名")
    await zhang.presses("📥 加到我的日历", on=month)
    await zhang.sees("📥 老年居民专项服务：打开文件")
    master, moved = calendar_of(alliance, zhang).walk("VEVENT")
    assert b"UNTIL=20261231T155959Z" in master.to_ical()
    assert moved["RECURRENCE-ID"].to_ical() == b"20261031T090000"
    assert moved["DTSTART"].to_ical() == b"20261102T090000"
    await alliance["张阿姨"].presses("报名", on=card)
    await every_time(alliance, card)


async def every_time(alliance: Alliance, card: Message) -> None:
    """What repeats is changed, and ends: who signed up for two of its days is told of both."""
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    await wang.says("/event 2")
    own = await wang.sees("🙋 已报名 1 人")
    await wang.presses("✏️ 改", on=own)
    await wang.presses("📍 每次", on=own)
    ask = await wang.sees("📍 在哪里办？")
    await wang.says("同乐社区广场", reply_to=ask["message_id"])
    await zhang.sees("⚠️ 您报名的活动有变动。", within=300.0)
    await zhang.is_quiet(within=60.0)
    assert told(zhang, "有变动") == 2
    await wang.presses("❌ 以后都不办了", on=own)
    await wang.presses("❌ 是，取消", on=own)
    await zhang.sees("的老年居民专项服务取消了")
    await alliance.shows(alliance["张阿姨"], card, "❌ 已取消")
    await wang.says("/导出 日历")
    await wang.sees("📥 日历文件，共 1 项")
    whole = calendar_of(alliance, wang)
    assert {str(one["STATUS"]) for one in whole.walk("VEVENT")} == {"CANCELLED"}
