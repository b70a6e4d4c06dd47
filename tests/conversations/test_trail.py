"""Staff look who changed what; nobody else does, and never in the group."""

from tests.conversations.alliance import Alliance


async def test_staff_look_who_changed_what(alliance: Alliance) -> None:
    wang, chen = alliance["王主任"], alliance["陈姐"]
    await wang.says("/notice 请各单位今天下班前报送")
    await wang.presses("发布到", on=await wang.sees("将请 20 家单位反馈"))
    await chen.presses("收到", on=await chen.sees("📢 通知 1 号"))
    await wang.says("/变更记录")
    await wang.sees("变更记录请在与我的私聊中查看")
    office = wang.in_private()
    await office.says("/变更记录")
    page = await office.sees("变更记录（最新的在前）")
    assert "陈姐" in office.reads(page)
    assert "代表“兴隆社区”答复通知 1：收到" in office.reads(page)
    assert "状态由“草稿”改为“已发出”" in office.reads(page)
    await office.presses("只看“兴隆社区”", on=page)
    alone = await office.sees("变更记录：“兴隆社区”")
    assert "状态由" not in office.reads(alone)
    await office.presses("‹ 全部变更", on=alone)
    await office.presses("人员")
    await office.sees("把陈姐设为“兴隆社区”联络员")
    for asked in ("兴隆社区", "通知 1", "陈姐"):
        await office.says(f"/history {asked}")
        assert "答复通知 1：收到" in office.reads(await office.sees("📜 变更记录："))
    await office.says("/history 通知 99")
    await office.sees("没有找到叫“通知 99”的")
    emma = alliance["Emma"].in_private()
    await emma.says("/history")
    await emma.sees("Only staff of the street office can do this")
    assert "Only staff" in await emma.forges("trail.show:0:0:0:1", alone["message_id"])
