"""Coverage (全覆盖): staff see who is in which gap, and each line mends its own."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo
from tests.vocabulary.reading import Message


async def test_staff_see_the_gaps_and_mend_them(alliance: Alliance) -> None:
    group, wang = alliance["王主任"], alliance["王主任"].in_private()
    chen = alliance["陈姐"].in_private()
    await group.says("/全覆盖")
    await group.sees("只在私聊里给街道工作人员看")
    await chen.says("/全覆盖")
    await chen.sees("只有街道工作人员")
    await wang.says("/全覆盖")
    board = await wang.sees("📊 组织全覆盖：20 家单位，7月1日 周三 至 9月30日 周三")
    assert wang.reads(board).splitlines()[1:] == [
        "👤 有联络员：4/20（20%）",
        "📨 联络员能收到消息：1/4（25%）",
        "📷 本季度有活动：0/20（0%）",
        "🤝 已结对：0/20（0%）",
        "🚶 本季度走访过：0/20（0%）",
    ]
    await wang.presses("联络员收不到消息", on=board)
    await alliance.shows(wang, board, "📋 联络员收不到消息：3 家")
    await wang.presses("是哪位", on=board)
    told = await wang.sees("我暂时给他们发不了消息")
    assert "刘敏" in wang.reads(told)
    assert "start=start" in wang.reads(told)
    await wang.presses("全覆盖", on=board)
    await mended(alliance, board)
    for data in ("gap", "gap:9:1", "who:99", "nudge:99", "undo:99", "pair"):
        assert await wang.forges(f"coverage.{data}", board["message_id"]) is not None, data
    assert "只在私聊里" in await group.forges("coverage.gap:0:1", board["message_id"])
    assert "只有街道工作人员" in await chen.forges("coverage.home", board["message_id"])


async def mended(alliance: Alliance, board: Message) -> None:
    """What each line offers, one gap after the other."""
    wang, chen = alliance["王主任"].in_private(), alliance["陈姐"].in_private()
    await wang.presses("没有联络员", on=board)
    await wang.presses("▶", on=board)
    await alliance.shows(wang, board, "9. ")
    await wang.presses("邀请联络员", on=board)
    await wang.sees("start=join_")
    await wang.presses("全覆盖", on=board)
    await wang.presses("本季度没有活动", on=board)
    await wang.presses("提醒登记", on=board)
    asked = await wang.sees("📮 兴隆社区：马上私聊提醒陈姐登记活动")
    await wang.presses("撤销", on=asked)
    await alliance.shows(wang, asked, "已撤销，不再提醒")
    await chen.is_quiet()
    await chen.sees_no("📮 街道提醒")
    await wang.presses("提醒登记", on=board)
    question = await chen.sees("📮 街道提醒：兴隆社区本季度还没有登记活动")
    await wang.presses("提醒登记", on=board)
    await wang.sees("一周最多提醒一次")
    await chen.sends_photo(
        photo(1), "#活动 8月18日 义诊，服务30人，参加5人", reply_to=question["message_id"]
    )
    await chen.sees("活动 1 号已登记")
    await wang.presses("全覆盖", on=board)
    await alliance.shows(wang, board, "📷 本季度有活动：1/20（5%）")
    await wang.presses("本季度没有走访", on=board)
    await wang.presses("记走访", on=board)
    await wang.sees("🚶 走访：兴隆社区")
    await wang.presses("全覆盖", on=board)
    await alliance.shows(wang, board, "🚶 本季度走访过：1/20（5%）")
    await wang.presses("没有结对", on=board)
    await wang.presses("结对", on=board)
    pair = await wang.sees("🤝 兴隆社区和哪家结对？")
    await wang.presses("亮鑫实业", on=pair)
    await wang.presses("全覆盖", on=board)
    await alliance.shows(wang, board, "🤝 已结对：2/20（10%）")


async def test_coverage_in_english(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says("/coverage")
    board = await wang.sees("Coverage of 20 organisations")
    await wang.presses("Paired with nobody", on=board)
    await alliance.shows(wang, board, "📋 Paired with nobody: 20")
