"""A course is mended while people learn it, and what cannot be kept is said kindly."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.teaching import a_course
from tests.vocabulary import Person, photo

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

DAY = 24 * 3600.0


async def test_a_course_is_mended_and_retired_and_nobody_loses_their_way(
    alliance: Alliance,
) -> None:
    wang, zhang = await a_course(alliance), alliance["张阿姨"].in_private()
    await zhang.says("有什么党课？")
    await zhang.presses("认识联盟 0/2")
    await zhang.presses("学第 1 课")
    first = await zhang.sees("第 1 课，共 2 课")
    toast = await zhang.presses("提醒我继续", on=first)
    assert "8月23日 周日 09:00 提醒您一次" in toast
    assert await zhang.presses("提醒我继续", on=first) == toast
    await wang.says("/党课 1")
    await wang.presses("管理这门课")
    await wang.presses("改课")
    board = await wang.sees("改哪一课")
    await wang.presses("2", on=board)
    await alliance.shows(wang, board, "2. 五联动是什么（25 字）")
    await wang.presses("改文字", on=board)
    await wang.sees("请用一条消息重新发")
    await wang.says("好" * 3600)
    assert "最多 3500 字，这一条放不下，没有收下" in await wang.answered()
    await wang.says("五联动，一样一样说\n第一样是党群教育。")
    await wang.sees("2. 五联动，一样一样说（9 字）")
    await wang.presses("往前移", on=board)
    await alliance.shows(wang, board, "1. 五联动，一样一样说")
    assert "已经是第一个了" in await wang.presses("往前移", on=board)
    await wang.presses("加内容", on=board)
    await wang.sees("第 3 课\n请发这一课")
    await wang.sends_photo(photo(3))
    await wang.sees("✅ 第 1 课：五联动，一样一样说\n已收到：9 字、1 个图片视频")
    await zhang.presses("目录", on=first)
    page = await zhang.sees("▶️ 1. 五联动，一样一样说\n✅ 2. 联盟是怎么来的")
    await zhang.presses("学第 1 课", on=page)
    card = await zhang.sees("第 1 课，共 2 课\n五联动，一样一样说")
    assert card["photo"]
    assert "开始测验" not in zhang.buttons(card)[0]
    await wang.presses("撤下", on=board)
    await alliance.shows(wang, board, "已经撤下；看过的人，记录还在")
    assert "这一课已经撤下了" in await zhang.forges("courses.read:2", card["message_id"])
    await wang.presses("放回来", on=board)
    await zhang.sees("⏰ 您让我提醒您：党课《认识联盟》共 2 课，已经看了 2 课", within=4 * DAY)
    await zhang.presses("接着学")
    await zhang.sees("▶️ 小测验")


async def test_a_question_is_replaced_while_it_is_answered_and_a_course_comes_back(
    alliance: Alliance,
) -> None:
    wang, zhang = await a_course(alliance), alliance["张阿姨"].in_private()
    await zhang.says("/党课 1")
    await zhang.presses("学第 1 课")
    await zhang.presses("下一课")
    await zhang.presses("开始测验")
    asked = await zhang.sees("联盟有几联动？")
    await wang.says("/党课 1")
    await wang.presses("管理这门课")
    await wang.presses("改题")
    await wang.presses("1")
    await wang.presses("重写")
    await wang.sees("现在是这样，点一下就复制")
    await wang.says("联盟有哪几联动？\n*五个\n三个")
    await wang.sees("为什么？写一句解释")
    await wang.presses("不用解释")
    await wang.sees("📝 1 题，答对 1 题通过")
    await zhang.chooses("五联动")
    await zhang.sees("🎓 您学完了《认识联盟》！")
    await wang.presses("下架")
    await wang.presses("下架", on=await wang.sees("要下架《认识联盟》吗"))
    await wang.sees("状态：已下架")
    await alliance["张阿姨"].sees("📚 党课《认识联盟》已下架")
    await zhang.says("/党课 1")
    await zhang.sees("现在还没有党课")
    assert "已经不在了" in await zhang.forges("courses.sit:1", asked["message_id"])
    await wang.presses("📣 发布")
    await wang.presses("只发布")
    await zhang.says("我的党课学到哪了")
    await zhang.presses("✅ 认识联盟")


async def test_questions_come_piece_by_piece_and_what_cannot_be_asked_is_said_kindly(
    alliance: Alliance,
) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/党课")
    await wang.presses("新建党课")
    await wang.presses("取消")
    await wang.says("认识联盟")
    assert "第 1 课" not in await wang.answered()
    await wang.says("/党课")
    await wang.presses("新建党课")
    await wang.says("好" * 41)
    await wang.sees("1 到 40 字")
    await wang.says("认识联盟")
    await wang.sees("认识联盟 第 1 课")
    desk = await wang.sees("请发这一课")
    await wang.presses("回到这门课", on=desk)
    board = await wang.sees("状态：草稿")
    assert "请先写一课" in await wang.presses("📣 发布", on=board)
    await wang.presses("加一课", on=board)
    await wang.says("联盟是怎么来的，这一行很长，长得不能作标题" * 4)
    await wang.sees("✅ 第 1 课：第 1 课")
    await wang.presses("去出题")
    await _wrong_questions(wang)
    await wang.says("联席会议谁来参加？")
    await wang.sees("请发选项，一行一个")
    await wang.says("只有街道")
    await wang.sees("请至少发两个选项")
    await wang.says("只有街道\n各成员单位")
    right = await wang.sees("哪个选项正确？请点它")
    await wang.says("第二个")
    await wang.sees("请在上面点正确的选项")
    await wang.presses("各成员单位", on=right)
    await wang.sees("写一句解释")
    assert "刚才已经选过了" in await wang.presses("只有街道", on=right)
    await wang.says("解释：大家一起开的。")
    await wang.sees("📝 1 题，答对 1 题通过（60%）")
    await wang.presses("通过标准")
    await wang.presses("100%（1 题对 1 题）")
    await _previewed_by_one_and_published_by_another(alliance, board["message_id"])


async def _wrong_questions(wang: Person) -> None:
    for wrong, said in (
        ("题\n*一\n*二", "正确的只能有一个"),
        ("题\n一\n一", "有两个选项是一样的"),
        ("题" * 281, "题目太长了，最多 280 字"),
        ("题\n" + "长" * 101, "有选项太长了"),
        ("题\n" + "\n".join(map(str, range(11))), "选项太多了，最多 10 个"),
        ("题\n*一\n二\n解释：" + "因" * 201, "解释太长了"),
    ):
        await wang.says(wrong)
        await wang.sees(said)


async def _previewed_by_one_and_published_by_another(alliance: Alliance, message: int) -> None:
    wang, li = alliance["王主任"].in_private(), alliance["小李"].in_private()
    await wang.presses("预览")
    await wang.presses("学第 1 课")
    await wang.presses("开始测验")
    await wang.chooses("各成员单位")
    await wang.sees("🎓 您学完了《认识联盟》！")
    await li.says("/党课")
    await li.presses("认识联盟（草稿）")
    await li.presses("📣 发布")
    await li.presses("只发布")
    assert "之前已经发布了" in await wang.forges("courses.open:1", message)
    await wang.says("/党课")
    await wang.presses("认识联盟 0/1")
    await alliance["陈姐"].says("/党课")
    await alliance["陈姐"].sees("在私聊里学，学到哪里只有自己看得到")
    assert "只在私聊里" in await alliance["陈姐"].forges("courses.read:1", message)
    assert "只有街道工作人员" in await alliance["陈姐"].in_private().forges("courses.desk:1", 1)
    for data in (
        "read:99",
        "read",
        "sit:99",
        "show",
        "desk:99",
        "lesson:99",
        "question:9",
        "share:1",
    ):
        assert await wang.forges(f"courses.{data}", message) is not None, data
