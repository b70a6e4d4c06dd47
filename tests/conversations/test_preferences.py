"""Staff decide when people may be disturbed."""

from tests.conversations.alliance import Alliance


async def test_staff_choose_quiet_hours_and_days_off(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/设置")
    shown = await wang.sees("⚙️ 设置")
    assert "🌙 安静时间：不设" in wang.reads(shown)
    assert "目前是安装时的设置" in wang.reads(shown)
    assert await wang.presses("🌙 22:00") == "已保存。"
    await alliance.until(lambda: "🌙 安静时间：22:00–7:30" in wang.reads(shown))
    await wang.presses("🌅 7:00")
    await alliance.until(lambda: "🌙 安静时间：22:00–7:00" in wang.reads(shown))
    await wang.presses("只在工作日打扰")
    await alliance.until(lambda: "✅ 只在工作日打扰" in wang.buttons(shown))
    assert "目前是安装时的设置" not in wang.reads(shown)
    await alliance.restart()
    li = alliance["小李"].in_private()
    await li.says("/settings")
    await li.sees("🌙 安静时间：22:00–7:00")
    await li.presses("不设安静时间")
    await li.sees("🌙 安静时间：不设")
    await li.sees("节假日安排已知到")


async def test_in_english(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says("/settings")
    await wang.sees("🌙 Quiet hours: none.")
    await wang.presses("🌙 21:30")
    await wang.sees("🌙 Quiet hours: 21:30–7:30.")
