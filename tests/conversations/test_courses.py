"""Courses (党课): staff make one, people learn it lesson by lesson, the quiz is Telegram's."""

from tests.conversations.alliance import Alliance
from tests.conversations.teaching import a_course
from tests.vocabulary.workbooks import leaves


async def test_a_course_is_made_learnt_and_counted_and_nobody_is_named(alliance: Alliance) -> None:
    wang = await a_course(alliance)
    chen = alliance["陈姐"]
    told = await chen.sees("📚 新党课：认识联盟\n共 2 课，课后 1 道题，答对 1 题通过")
    assert "0/2" not in chen.reads(told)
    await chen.presses("开始学习", on=told)
    chen = chen.in_private()
    page = await chen.sees("📚 认识联盟")
    assert chen.reads(page).splitlines()[3:6] == [
        "▶️ 1. 联盟是怎么来的",
        "🔒 2. 五联动是什么",
        "🔒 小测验（看完各课就打开）",
    ]
    assert "先看第 1 课" in await chen.forges("courses.read:2", page["message_id"])
    assert "先看第 1 课" in await chen.forges("courses.sit:1", page["message_id"])
    await chen.presses("学第 1 课", on=page)
    card = await chen.sees("📖 认识联盟 · 第 1 课，共 2 课\n联盟是怎么来的\n\n2016年")
    assert [sorted(one.keys() & {"photo", "document"}) for one in chen.files()] == [
        ["photo"],
        ["photo"],
        ["document"],
    ]
    await chen.presses("下一课", on=card)
    await chen.sees("第 2 课，共 2 课")
    await chen.presses("开始测验")
    await chen.sees("联盟有几联动？")
    await alliance.restart()
    await chen.chooses("三联动")
    failed = await chen.sees("这次答对 0 题，共 1 题")
    await chen.presses("再测一次", on=failed)
    await chen.chooses("五联动")
    await chen.sees("🎓 您学完了《认识联盟》！")
    await chen.says("/党课")
    await chen.sees("学到哪里，只有您自己看得到")
    await chen.presses("✅ 认识联盟")
    done = await chen.sees("🎓 您已经学完这门课")
    assert "👥 兴隆社区：1 人学完" in chen.reads(done)
    await alliance["王主任"].says("/党课 99")
    await alliance["王主任"].sees("在私聊里学，学到哪里只有自己看得到")
    await wang.says("/党课 认识")
    await wang.presses("管理这门课")
    await wang.presses("学习情况")
    figures = await wang.sees("1 人学完。这里只有人数")
    assert "• 兴隆社区：2 人中 1 人学完" in wang.reads(figures)
    assert "陈姐" not in wang.reads(figures)
    await wang.says("/导出 党课 没有的课")
    await wang.sees("没有名字里带“没有的课”的党课")
    await wang.says("/导出 党课 联盟")
    sent = await wang.sees("1 门党课的 Excel 表格")
    (leaf,) = leaves(wang.world.file(sent["document"]["file_id"]))
    row = next(at[1:] for at, said in leaf.cells.items() if said == "兴隆社区")
    assert [leaf.cells[f"{letter}{row}"] for letter in "BC"] == ["2", "1"]


async def test_a_quiz_in_doubt_is_answered_all_the_same_and_belongs_to_one_person(
    alliance: Alliance,
) -> None:
    await a_course(alliance)
    emma, zhang = alliance["Emma"].in_private(), alliance["张阿姨"].in_private()
    await emma.says("/courses 1")
    await emma.presses("Lesson 1")
    await emma.presses("Next lesson")
    alliance.simulator.faults.add("drop_after", method="sendPoll", chat=emma.id)
    await emma.presses("The quiz")
    await emma.sees("联盟有几联动？")
    await alliance["王主任"].in_private().sees("有 1 条消息可能没有送到")
    await emma.chooses("五联动")
    await emma.sees("You have finished “认识联盟”!")
    await alliance["王主任"].in_private().sees("没送到的消息都处理好了")
    await emma.says("/courses 1")
    await emma.presses("Take the quiz again")
    await alliance.until(lambda: len(emma.quizzes()) == 2)
    alliance.world.polls[emma.quizzes()[-1]["poll"]["id"]].votes.clear()
    await zhang.starts()
    alliance.world.vote(zhang.id, emma.id, emma.quizzes()[-1]["message_id"], [1])
    await zhang.is_quiet()
    await emma.sees_no("0 of 1 right")
    await emma.says("/find 党群教育")
    await emma.presses("认识联盟")
    await emma.sees("🎓 You have finished this course")
    await emma.says("/mydata")
    await emma.sees("What I keep about you")
