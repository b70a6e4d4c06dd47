"""Visits (走访): noted in a line or step by step, and promises reminded of until they are kept."""

from tests.conversations.alliance import Alliance

DAY = 24 * 3600.0
LINE = "/走访 兴隆社区 8月19日 和小李 反映停车难；承诺 8月22日前协调物业"


async def test_a_line_is_a_visit_and_its_promise_is_followed_to_its_end(
    alliance: Alliance,
) -> None:
    """It is Thursday, 20 August."""
    group, wang = alliance["王主任"], alliance["王主任"].in_private()
    await group.says(LINE)
    await group.sees("走访记录只在私聊里办理")
    await alliance["陈姐"].in_private().says(LINE)
    await alliance["陈姐"].in_private().sees("只有街道工作人员")
    await wang.says(LINE)
    card = await wang.sees("🚶 走访：兴隆社区")
    assert wang.reads(card).splitlines() == [
        "🚶 走访：兴隆社区",
        "📅 2026年8月19日 周三",
        "👥 小李、王主任",
        "💬 停车难",
        "🤝 承诺",
        "1. 协调物业 · 期限 8月22日 周六 · ⏳ 待兑现",
    ]
    await wang.says("电梯也坏了；承诺月底前修好", reply_to=card["message_id"])
    await alliance.shows(wang, card, "2. 修好 · 期限 8月31日 周一")
    assert "停车难\n电梯也坏了" in wang.reads(card)
    await alliance.restart()
    reminder = await wang.sees("🤝 对兴隆社区的承诺：协调物业", within=DAY + 60)
    assert "⏳ 待兑现" in wang.reads(reminder)
    late = await wang.sees("⏰ 今天到期", within=DAY + 60)
    await wang.presses("改期", on=late)
    await wang.presses("其他日期")
    ask = await wang.sees("“协调物业”什么时候前办好？请回复日期")
    await wang.says("改天吧", reply_to=ask["message_id"])
    await wang.sees("没看出是哪一天")
    await wang.says("9月3日", reply_to=ask["message_id"])
    await wang.sees("期限改为 9月3日 周四")
    await alliance.shows(wang, card, "期限 9月3日 周四（原定 8月22日 周六）")
    await alliance.shows(wang, reminder, "期限 9月3日 周四（原定 8月22日 周六）")
    await wang.presses("未兑现", on=late)
    why = await wang.sees("请回复这条消息，简单说明原因")
    await wang.says("业主意见不统一", reply_to=why["message_id"])
    await alliance.shows(wang, card, "❌ 未兑现：业主意见不统一")
    await wang.presses("已兑现 2", on=card)
    await alliance.shows(wang, card, "2. 修好 · 期限 8月31日 周一 · ✅ 已兑现")
    await wang.presses("承诺 2", on=card)
    await alliance.shows(wang, card, "2. 修好 · 期限 8月31日 周一 · ⏳ 待兑现")


async def test_step_by_step_every_step_can_be_skipped_and_corrected(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/走访")
    await wang.sees("走访了哪家单位")
    await wang.presses("同乐社区")
    card = await wang.sees("第 1 步（共 3 步）：哪天去的？")
    await wang.presses("昨天", on=card)
    await alliance.shows(wang, card, "第 2 步（共 3 步）")
    assert "2026年8月19日" in wang.reads(card)
    ask = await wang.sees("💬 在同乐社区听到了什么意见？")
    await wang.says("楼道灯不亮", reply_to=ask["message_id"])
    await alliance.shows(wang, card, "第 3 步（共 3 步）")
    ask = await wang.sees("🤝 向同乐社区承诺了什么")
    await wang.says("换楼道灯", reply_to=ask["message_id"])
    await wang.sees("🤝 同乐社区：“换楼道灯”什么时候前办好？")
    await wang.presses("8月31日")
    await alliance.shows(wang, card, "1. 换楼道灯 · 期限 8月31日 周一 · ⏳ 待兑现")
    await alliance.until(lambda: "步" not in wang.reads(card))
    await wang.presses("✏️ 改", on=card)
    await wang.presses("谁去的")
    await wang.presses("小李")
    await alliance.shows(wang, card, "👥 小李、王主任")
    await wang.presses("✅ 王主任")
    await alliance.shows(wang, card, "👥 小李")
    assert "至少要有一个人" in await wang.presses("✅ 小李")
    await wang.presses("✅ 完成")
    await wang.presses("✏️ 改", on=card)
    await wang.presses("🏢 单位")
    await wang.presses("亮鑫实业")
    await alliance.shows(wang, card, "🚶 走访：亮鑫实业")
    await wang.presses("删除", on=card)
    await alliance.shows(wang, card, "🗑 已删除")
    await wang.says("/走访记录")
    await wang.sees("还没有走访记录")
    await wang.presses("撤销", on=card)
    await alliance.shows(wang, card, "1. 换楼道灯")
    await wang.presses("记走访")
    await wang.presses("街道")
    second = await wang.sees("🚶 走访：街道")
    await wang.presses("下一步", on=second)
    await wang.presses("跳过", on=second)
    await wang.presses("完成", on=second)
    await alliance.until(lambda: "步" not in wang.reads(second))


async def test_visits_are_listed_found_and_taken_along_by_staff_alone(alliance: Alliance) -> None:
    wang, chen = alliance["王主任"].in_private(), alliance["陈姐"].in_private()
    await wang.says(LINE)
    await wang.sees("🚶 走访：兴隆社区")
    await wang.says("/走访 兴隆粮库 昨天 反映仓库漏雨")
    card = await wang.sees("🚶 走访：兴隆粮库")
    await wang.says("/走访记录")
    board = await wang.sees("🚶 走访记录：2 家单位，共 2 次")
    lines = wang.reads(board).splitlines()
    assert lines[1:] == [
        "🤝 未兑现的承诺 1 项，其中逾期 0 项",
        "• 兴隆社区：1 次，上次 8月19日 周三，1 项承诺未兑现",
        "• 兴隆粮库：1 次，上次 8月19日 周三",
    ]
    await wang.presses("兴隆社区", on=board)
    await alliance.shows(wang, board, "🚶 兴隆社区的走访记录\n🤝 协调物业 · 期限 8月22日 周六")
    await wang.says("/查单位 兴隆社区")
    await wang.sees("🚶 走访：上次 8月19日 周三，1 项承诺未兑现")
    await wang.says("/查找 漏雨")
    await wang.sees("🚶 走访")
    await chen.says("/查找 漏雨")
    await chen.is_quiet()
    assert "🚶" not in await chen.answered()
    forged = await chen.forges("visits.show:1", card["message_id"])
    assert "只有街道工作人员" in forged
    await wang.says("/导出 走访")
    await wang.sees("🚶 2 次走访的 Excel 表格")
    await wang.says("/导出 走访 没有的单位")
    await wang.sees("没有名称里带“没有的单位”的单位")
    for data in ("show:99", "of", "kept:99", "due:1", "step:99:9", "at:99:99:99", "category:9"):
        assert await wang.forges(f"visits.{data}", card["message_id"]) is not None, data
    group_press = await alliance["王主任"].forges("visits.show:1", card["message_id"])
    assert "只在私聊里" in group_press


async def test_a_visit_in_english(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says("/visit")
    await wang.sees("Which organisation did you visit?")
    await wang.says("/visit 兴隆 yesterday parking; promised: ask the manager by 1 September")
    await wang.sees("Which organisation was it?")
    await wang.presses("兴隆粮库")
    card = await wang.sees("🚶 Visit: 兴隆粮库")
    assert "1. ask the manager · by Tue 1 Sep · ⏳ open" in wang.reads(card)
    await wang.says("/visits")
    await wang.sees("🚶 Visits: 1, at 1 organisations")
