"""`/pending`: for staff what waits for answers, for liaisons what they owe; in both languages."""

from tests.conversations.alliance import Alliance
from tests.conversations.test_notices import sent
from tests.vocabulary import Person


async def speaks_english(person: Person) -> Person:
    """Somebody chooses English in private."""
    alone = person.in_private()
    await alone.says("/language")
    await alone.presses("English")
    await alone.sees("I speak English with you from now on.")
    return alone


async def two(alliance: Alliance) -> None:
    """A notice, and one that is urgent."""
    wang = alliance["王主任"].in_private()
    await sent(alliance, "报国庆值班表")
    await wang.says("/notice 防汛应急响应")
    await wang.sees("（尚未发布）\n\n防汛")
    await wang.presses("重要性")
    await wang.presses("重要性：重要")
    await wang.sees("🚨 紧急")
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 2 号")


async def test_staff_see_what_waits_and_go_on_in_group_and_private(alliance: Alliance) -> None:
    await two(alliance)
    says = "最急的在前）\n🚨 2 号 防汛应急响应 · 0/20\n1 号 报国庆值班表 · 0/20"
    for wang in (alliance["王主任"], alliance["王主任"].in_private()):
        await wang.says("/未反馈")
        found = await wang.sees(says)
        assert wang.buttons(found) == ["2 号，差 20 家", "1 号，差 20 家"]
        await wang.presses("2 号，差 20 家", on=found)
        await wang.sees("📋 通知 2 号：0/20，还差 20 家")
    li = await speaks_english(alliance["小李"])
    await li.says("/pending")
    found = await li.sees("Waiting for answers, the most urgent first\n🚨 2 防汛应急响应 · 0/20")
    await li.presses("No. 1: 20 missing", on=found)
    await li.sees("📋 Notice 1: 0/20, 20 are missing.")


async def test_liaisons_see_what_they_owe_in_group_and_private(alliance: Alliance) -> None:
    await two(alliance)
    liu = alliance["刘敏"]
    await liu.says("/未反馈")
    found = await liu.sees("待您反馈")
    text = liu.reads(found)
    assert text.index("防汛应急响应") < text.index("报国庆值班表")
    assert "同乐社区、郑州联通" in text
    await liu.presses("2 号", on=found)
    alone = liu.in_private()
    notice = await alone.sees("📢 通知 2 号")
    await alone.presses("收到", on=notice)
    english = await speaks_english(liu)
    await english.says("/pending")
    only = await english.sees("📢 Notice 1\n\n报国庆值班表")
    assert english.buttons(only) == ["Received", "Difficulty"]
