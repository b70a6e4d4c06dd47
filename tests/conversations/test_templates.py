"""Templates: the usual ones filled in by values alone, and those that staff keep under a name."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

TEXT = "月度例会\n时间：8月28日（周五）下午3点\n地点：三楼会议室"


async def composed(alliance: Alliance, name: str, text: str = TEXT) -> tuple[Person, Message]:
    """The preview of a draft in somebody's private chat."""
    person = alliance[name].in_private()
    await person.says(f"/通知 {text}")
    return person, await person.sees("（尚未发布）")


async def keeps(person: Person, preview: Message, name: str) -> None:
    """Keeps a draft as a template under a name."""
    await person.presses("⋯ 更多", on=preview)
    await person.presses("💾 存为模板", on=preview)
    question = await person.sees("给这个模板起个名字")
    await person.says(name, reply_to=question["message_id"])


async def answers(person: Person, text: str) -> None:
    """Replies to the question for what belongs into the blanks."""
    question = await person.sees("按顺序每行填一个空")
    await person.says(text, reply_to=question["message_id"])


async def test_a_draft_is_kept_and_another_begins_with_it(alliance: Alliance) -> None:
    wang, preview = await composed(alliance, "王主任")
    await wang.presses("💬 反馈方式")
    await wang.presses("接龙报名")
    await wang.presses("名额不限")
    await wang.presses("⋯ 更多")
    await wang.presses("💾 存为模板")
    await alliance.shows(wang, preview, "月度例会\n时间：＿＿\n地点：三楼会议室")
    question = await wang.sees("给这个模板起个名字")
    await wang.says("例会", reply_to=question["message_id"])
    await wang.sees("模板“例会”存好了")
    await alliance.shows(wang, preview, "时间：8月28日（周五）下午3点")
    li = alliance["小李"].in_private()
    await li.says("/通知")
    assert (await li.presses("📄 例会")).startswith("请回复我的提问")
    other = await li.sees("⚠️ 还没填：时间。")
    await answers(li, "9月25日下午3点")
    await alliance.shows(li, other, "时间：9月25日下午3点\n地点：三楼会议室")
    assert "反馈方式：接龙报名" in li.reads(other)
    assert "还没填" not in li.reads(other)
    await li.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")


async def test_days_and_times_may_stay_as_they_are(alliance: Alliance) -> None:
    wang, preview = await composed(alliance, "王主任")
    await wang.presses("⋯ 更多")
    await wang.presses("💾 存为模板")
    await wang.presses("✅ 日期时间换成空 ＿＿")
    await alliance.shows(wang, preview, "时间：8月28日（周五）下午3点")
    question = await wang.sees("给这个模板起个名字")
    await wang.says("照旧", reply_to=question["message_id"])
    await wang.sees("模板“照旧”存好了")
    await wang.sees_no("给这个模板起个名字")
    await wang.says("/通知")
    assert (await wang.presses("📄 照旧")).startswith("草稿在下面")
    await alliance.shows(wang, await wang.sees("（尚未发布）"), "8月28日（周五）下午3点")


async def test_values_come_a_line_each_or_behind_their_labels(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/通知")
    await wang.presses("会议通知")
    preview = await wang.sees("⚠️ 还没填：时间、地点、")
    await answers(wang, "地点：三楼\n时间：周五下午3点")
    await alliance.shows(wang, preview, "时间：周五下午3点\n地点：三楼")
    left = wang.reads(preview).partition("还没填：")[2].partition("。")[0]
    assert "、" not in left
    await wang.presses("✏️ 改正文")
    await answers(wang, "消防安全 <b>&")
    await alliance.shows(wang, preview, f"{left}：消防安全 <b>&")
    assert "还没填" not in wang.reads(preview)


async def test_a_sent_notice_becomes_a_template(alliance: Alliance) -> None:
    wang, preview = await composed(alliance, "王主任")
    await wang.presses("发布到", on=preview)
    await alliance["王主任"].sees("📢 通知 1 号")
    await wang.says("/通知 1")
    assert (await wang.presses("💾 存为模板")).startswith("请到和我的私聊里")
    question = await wang.sees("通知 1 号存为模板")
    assert "时间：＿＿\n地点：三楼会议室" in wang.reads(question)
    await wang.says("\u200b", reply_to=question["message_id"])
    await wang.sees("回复里没有文字")
    await wang.says("例会", reply_to=question["message_id"])
    await wang.sees("模板“例会”存好了")
    await wang.says("/通知")
    await wang.presses("📄 例会")
    await wang.sees("⚠️ 还没填：时间。")


async def test_a_name_is_given_once_and_a_template_is_deleted(alliance: Alliance) -> None:
    wang, first = await composed(alliance, "王主任")
    await keeps(wang, first, "例会")
    await wang.sees("模板“例会”存好了")
    li, second = await composed(alliance, "小李", "另一件事")
    await keeps(li, second, "例会")
    await li.sees("王主任已经存了一个叫“例会”的模板")
    await li.says("/通知")
    await li.presses("📁 全部模板")
    shelf = await li.sees("存了 1 个模板")
    assert await li.presses("🗑 删除", on=shelf) == "模板“例会”已删除。"
    await alliance.shows(li, shelf, "还没有存过模板")
    assert await li.forges("notices.kept:1", shelf["message_id"]) == "这个模板已经删除了。"
    assert await li.forges("notices.template_gone:1", shelf["message_id"]) == "这个模板已经删除了。"
    question = await li.sees("给这个模板起个名字")
    await li.says("例会", reply_to=question["message_id"])
    await li.sees("模板“例会”存好了")


async def test_in_english_a_template_is_filled_in(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/start")
    await alliance["王主任"].says("/staff", reply_to=await alliance["Emma"].says("hello"))
    await alliance["王主任"].is_quiet()
    await emma.says("/notice Meeting\nTime: Friday at 3 pm\nPlace: hall")
    await emma.sees("not sent yet")
    await emma.presses("⋯ More")
    await emma.presses("Keep as a template")
    question = await emma.sees("Under which name?")
    await emma.says("meeting", reply_to=question["message_id"])
    await emma.sees("“meeting” is kept as a template")
    await emma.says("/notice")
    await emma.presses("📄 meeting")
    preview = await emma.sees("Still to be filled in: Time.")
    question = await emma.sees("what belongs into the blanks")
    await emma.says("Monday 9 am", reply_to=question["message_id"])
    await alliance.shows(emma, preview, "Time: Monday 9 am\nPlace: hall")
