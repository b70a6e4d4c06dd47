"""The card after a report: all that was read, a button for the rest, and a panel behind ✏️."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

PICTURE = photo("one")
WHOLE = (
    "#活动 8月13日 兴隆粮库联合兴隆社区在社区活动室开展金秋助学，资助困难学子12人，党员30人参加"
    "，服务3小时，捐款五千元，送去米面油20份"
)


async def test_the_card_shows_all_that_was_read_and_asks_nothing(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, WHOLE)
    card = await zhou.sees("1 张照片，已保存")
    assert zhou.reads(card).splitlines()[2:] == [
        "🏢 兴隆粮库",
        "🤝 合办：兴隆社区（待确认）",
        "📅 2026年8月13日 周四",
        "📍 社区活动室",
        "🏷 民生工作 · 助学、募捐",
        "👥 服务 12 人、参加 30 人",
        "⏱ 3 小时  💰 5,000 元",
        "📦 米面油20份",
        "📷 1 张照片，已保存",
    ]
    assert zhou.buttons(card) == ["🤝 我单位参加了", "✏️ 更正"]


async def test_what_is_not_sure_is_a_button_and_becomes_a_fact_by_a_press(
    alliance: Alliance,
) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日周五 消防安全讲座，二十余人参加，花费1000余元")
    card = await zhou.sees("1 张照片，已保存")
    assert "❓ 请点一下确认：日期、参加人数、金额。" in zhou.reads(card)
    assert "➕ 文字里没找到：地点、服务人数。" in zhou.reads(card)
    assert "👥" not in zhou.reads(card)
    assert zhou.buttons(card) == [
        *("📅 8月13日 周四", "📅 8月14日 周五", "别的日期"),
        *("参加 20 人", "参加人数另填"),
        *("💰 1,000 元", "金额另填"),
        *("补地点", "补服务人数", "✏️ 更正"),
    ]
    await zhou.presses("参加 20 人", on=card)
    await zhou.sees("👥 参加 20 人")
    await zhou.presses("📅 8月14日 周五", on=card)
    await zhou.sees("📅 2026年8月14日 周五")
    await zhou.presses("金额另填", on=card)
    question = await zhou.sees("一共多少元？")
    await zhou.says("一千零五十元", reply_to=question["message_id"])
    await alliance.until(lambda: "💰 1,050 元" in zhou.reads(card))
    assert zhou.buttons(card) == ["补地点", "补服务人数", "✏️ 更正"]


async def test_a_number_that_cannot_be_is_asked_again_with_the_reason(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日 消防演练，参加 -3人")
    card = await zhou.sees("1 张照片，已保存")
    assert "⚠️ 参加人数：数字不能比 0 少。" in zhou.reads(card)
    await zhou.presses("补参加人数", on=card)
    question = await zhou.sees("有多少人参加？")
    await zhou.says("-3", reply_to=question["message_id"])
    await zhou.sees("数字不能比 0 少。")
    await zhou.says("13", reply_to=question["message_id"])
    await zhou.sees("👥 参加 13 人")
    assert "⚠️" not in zhou.reads(card)


async def test_two_days_in_a_reply_are_asked_again(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 义诊")
    card = await zhou.sees("1 张照片，已保存")
    await zhou.presses("补日期", on=card)
    question = await zhou.sees("是哪天办的？")
    await zhou.says("8月6日和8月13日", reply_to=question["message_id"])
    await zhou.sees("里面有好几个日期，请只写一个。")


async def test_who_is_named_may_have_been_part_of_it(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日 到同乐社区慰问，感谢郑州联通")
    card = await zhou.sees("1 张照片，已保存")
    assert "请点一下确认：合办单位。" in zhou.reads(card)
    await zhou.presses("🤝 同乐社区 合办", on=card)
    await zhou.sees("🤝 合办：同乐社区（待确认）")
    await zhou.presses("都不是合办", on=card)
    await alliance.until(lambda: "郑州联通" not in " ".join(zhou.buttons(card)))


async def test_an_old_button_does_nothing(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日 大扫除，二十余人参加")
    card = await zhou.sees("1 张照片，已保存")
    old = next(
        key["callback_data"]
        for row in card["reply_markup"]["inline_keyboard"]
        for key in row
        if "参加 20 人" in key["text"]
    )
    await zhou.presses("参加人数另填", on=card)
    question = await zhou.sees("有多少人参加？")
    await zhou.says("25", reply_to=question["message_id"])
    await zhou.sees("👥 参加 25 人")
    assert await zhou.forges(old, card["message_id"]) == "这一项已经定了，以登记回执上写的为准。"
    await zhou.is_quiet()
    assert "👥 参加 25 人" in zhou.reads(card)


async def test_kind_and_tags_are_chosen_in_the_panel(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日 健康讲座")
    card = await zhou.sees("1 张照片，已保存")
    assert "🏷 党群教育" in zhou.buttons(card)
    await zhou.presses("别的类别", on=card)
    panel = await zhou.sees("是哪一类？")
    await zhou.presses("安全稳定", on=panel)
    await zhou.presses("反诈宣传", on=panel)
    await zhou.sees("🏷 安全稳定 · 讲座、反诈宣传")
    chosen = {"✅ 安全稳定", "✅ 讲座", "✅ 反诈宣传"}
    await alliance.until(lambda: chosen <= set(zhou.buttons(panel)))
    await zhou.presses("✅ 讲座", on=panel)
    await zhou.sees("🏷 安全稳定 · 反诈宣传")
    await zhou.presses("完成", on=panel)
    await alliance.until(lambda: zhou.buttons(panel) == [])
    assert zhou.reads(panel) == "✅ 活动 1 号 健康讲座"


async def test_everything_else_is_behind_the_pencil_and_leaves_its_history(
    alliance: Alliance,
) -> None:
    zhou, wang = alliance["老周"], alliance["王主任"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日 金秋助学，资助学生12人")
    card = await zhou.sees("1 张照片，已保存")
    await wang.presses("✏️ 更正", on=card)
    panel = await wang.sees("要更正哪一项？")
    for label, asks, words, shown in (
        ("⏱ 服务时长", "服务了多长时间？", "两个半小时", "⏱ 2.5 小时"),
        ("📦 物资", "送了什么、多少？", "书包12个", "📦 书包12个"),
        ("服务人数", "服务了多少人？", "13", "👥 服务 13 人"),
    ):
        await wang.presses(label, on=panel)
        question = await wang.sees(asks)
        await wang.says(words, reply_to=question["message_id"])
        await wang.sees(shown)
    await wang.presses("🕘 改动记录", on=panel)
    history = await wang.sees("服务人数 12 → 13")
    assert "王主任：服务时长 — → 150" in wang.reads(history)
    await wang.presses("◀ 返回", on=panel)
    await wang.sees("要更正哪一项？")


async def test_partners_are_chosen_by_page(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日 金秋助学")
    card = await zhou.sees("1 张照片，已保存")
    await zhou.presses("✏️ 更正", on=card)
    panel = await zhou.sees("要更正哪一项？")
    await zhou.presses("🤝 合办单位", on=panel)
    await zhou.presses("2/2 ▶", on=panel)
    assert "兴隆粮库" not in zhou.buttons(panel)
    await zhou.presses("惠济法院", on=panel)
    await zhou.sees("🤝 合办：惠济法院（待确认）")
    await zhou.presses("🤝 惠济法院", on=panel)
    await zhou.sees("🤝 协办：惠济法院（待确认）")
    await zhou.presses("🙋 惠济法院", on=panel)
    await alliance.until(lambda: "惠济法院" not in zhou.reads(card))


async def test_the_card_in_english(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    await zhou.says("/language")
    await zhou.presses("English")
    await zhou.sends_photo(PICTURE, "#report 13 August fire drill, about 20 took part")
    card = await zhou.sees("Activity 1 is recorded")
    assert "🏷 Safety and stability · Fire drill" in zhou.reads(card)
    assert "❓ Please confirm: how many took part." in zhou.reads(card)
    await zhou.presses("took part 20", on=card)
    await zhou.sees("👥 took part 20")
    await zhou.presses("＋ Place", on=card)
    question = await zhou.sees("where was it?")
    await zhou.says("-", reply_to=question["message_id"])
    await zhou.sees("I found no words in this. A place is a few words.")


async def test_forged_buttons_are_answered(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(PICTURE, "#活动 8月13日 义诊")
    card = await zhou.sees("1 张照片，已保存")
    for data in (
        *("kind:1:9", "kind:1", "tag:1:999", "tag:1", "partner:1:999:1", "partner:1", "also:1:5"),
        *("merge:1:2", "merge:1", "apart:1:2", "part:99:1", "mine:1", "mine:99", "none:99"),
    ):
        assert await zhou.forges(f"activities.{data}", card["message_id"]), data
