"""A draft is changed by buttons and replies until Send, and taken back for ten seconds after it."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

TEXT = "周五下午消防演练，请各单位派人参加"


async def composed(alliance: Alliance, name: str = "王主任") -> tuple[Person, Message]:
    """The preview of a draft in somebody's private chat."""
    wang = alliance[name].in_private()
    await wang.says(f"/notice {TEXT}")
    return wang, await wang.sees("（尚未发布）")


async def shows(alliance: Alliance, person: Person, preview: Message, text: str) -> None:
    """Waits until the preview says it."""
    await alliance.until(lambda: text in person.reads(preview))


async def test_who_is_asked_is_chosen_by_category(alliance: Alliance) -> None:
    wang, preview = await composed(alliance)
    await shows(alliance, wang, preview, "将请 20 家单位反馈：社区 5 家、非公企业 5 家")
    assert "其中 16 家尚无联络员" in wang.reads(preview)
    await wang.presses("👥 对象")
    await wang.presses("社区 5 家")
    await shows(alliance, wang, preview, "将请 5 家单位反馈：社区 5 家")
    await wang.presses("驻区单位 9 家")
    await shows(alliance, wang, preview, "将请 14 家单位反馈")
    await wang.presses("返回")
    await wang.presses("发布到")
    await alliance["王主任"].sees("0/14")


async def test_who_is_asked_is_chosen_by_name(alliance: Alliance) -> None:
    wang, preview = await composed(alliance)
    await wang.presses("👥 对象")
    await wang.presses("逐家点选")
    await wang.presses("兴隆社区")
    await shows(alliance, wang, preview, "将请 1 家单位反馈：兴隆社区")
    await wang.presses("2/2 ▶")
    await wang.presses("兴隆粮库")
    await shows(alliance, wang, preview, "将请 2 家单位反馈：兴隆社区、兴隆粮库")
    await wang.presses("返回")
    await wang.presses("发布到")
    card = await alliance["王主任"].sees("0/2")
    assert "还差：兴隆社区、兴隆粮库" in wang.in_group(alliance.group).reads(card)
    assert await alliance["刘敏"].presses("收到", on=card) == (
        "已读，谢谢！这条通知不需要同乐社区、郑州联通反馈。"
    )


async def test_staff_see_who_exactly_will_be_asked(alliance: Alliance) -> None:
    await alliance["陈姐"].in_private().starts()
    wang, preview = await composed(alliance)
    await wang.presses("👥 对象")
    await wang.presses("社区 5 家")
    await wang.presses("返回")
    await wang.presses("📋 看名单")
    await shows(alliance, wang, preview, "📋 将请 5 家单位反馈")
    assert "📩 兴隆社区\n" in wang.reads(preview)
    assert "🔕 同乐社区\n" in wang.reads(preview)
    assert wang.reads(preview).count("⚠️") == 4
    await wang.presses("返回")
    await shows(alliance, wang, preview, TEXT)


async def test_a_community_is_asked_with_its_units(alliance: Alliance) -> None:
    wang, preview = await composed(alliance)
    await wang.presses("👥 对象")
    await wang.presses("某社区及结对单位")
    await wang.presses("清华园社区")
    await shows(alliance, wang, preview, "将请 1 家单位反馈：社区 1 家")


async def test_the_text_is_replaced_by_a_reply(alliance: Alliance) -> None:
    wang, preview = await composed(alliance)
    await wang.presses("✏️ 改正文")
    question = await wang.sees("写上通知的新正文")
    await wang.says("改到周六上午", reply_to=question["message_id"])
    await wang.sees("记下了，请看上面的预览")
    await shows(alliance, wang, preview, "改到周六上午")
    assert TEXT not in wang.reads(preview)


async def test_a_draft_survives_a_restart_with_its_open_choice(alliance: Alliance) -> None:
    wang, preview = await composed(alliance)
    await wang.presses("💬 反馈方式")
    await alliance.until(lambda: "单选" in wang.buttons(preview))
    await alliance.restart()
    await wang.presses("只要收到")
    await shows(alliance, wang, preview, "反馈方式：只要收到")


async def test_two_staff_work_on_one_draft(alliance: Alliance) -> None:
    wang, xiaoli = alliance["王主任"], alliance["小李"]
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("👥 对象")
    await xiaoli.presses("社区 5 家")
    await shows(alliance, wang, preview, "将请 5 家单位反馈")
    await wang.presses("返回")
    await xiaoli.presses("发布到")
    toast = await wang.forges("notices.form:1:1", preview["message_id"])
    assert toast == "这已经不是草稿了，没有改动。"


@pytest.mark.parametrize("name", ["陈姐", "张阿姨"])
async def test_only_staff_change_a_draft(alliance: Alliance, name: str) -> None:
    await alliance["王主任"].says(f"/notice {TEXT}")
    preview = await alliance["王主任"].sees("（尚未发布）")
    presses = "panel:1:1", "audience:1:1", "form:1:1", "deadline:1:0", "places:1:3", "unsend:1"
    for press in presses:
        await alliance[name].forges(f"notices.{press}", preview["message_id"])
    await alliance["王主任"].is_quiet()
    assert "反馈方式：收到 / 有困难" in alliance["王主任"].reads(preview)


async def test_what_was_sent_is_taken_back_within_ten_seconds(alliance: Alliance) -> None:
    wang, preview = await composed(alliance)
    query = alliance.world.press(
        wang.id, wang.chat, preview["message_id"], f"notices.send:1:{alliance.group}"
    )
    await alliance.until(lambda: alliance.world.answer(query) is not None)
    assert await wang.forges("notices.unsend:1", preview["message_id"]) == (
        "已撤销，没有发布，又是草稿了。"
    )
    await alliance["王主任"].sees_no("发布人")
    await shows(alliance, wang, preview, "（尚未发布）")
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")


async def test_after_ten_seconds_it_is_too_late_to_take_it_back(alliance: Alliance) -> None:
    wang, preview = await composed(alliance)
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")
    await alliance.until(lambda: wang.buttons(preview) == [])
    toast = await wang.forges("notices.unsend:1", preview["message_id"])
    assert toast.startswith("来不及撤销了：通知 1 号已发出")


async def test_in_english_the_choices_are_english(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/start")
    await alliance["王主任"].says("/staff", reply_to=await alliance["Emma"].says("hello"))
    await alliance["王主任"].is_quiet()
    await emma.says("/notice Fire drill on Friday")
    preview = await emma.sees("not sent yet")
    assert "In private I can reach" in emma.reads(preview)
    await emma.presses("Answer")
    await emma.presses("Sign-up with numbers")
    await emma.sees("How many places are there?")


async def test_a_template_is_filled_in(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/notice")
    await wang.sees("也可以从这些开始")
    assert (await wang.presses("活动招募")).startswith("请回复我的提问")
    preview = await wang.sees("（尚未发布）")
    await shows(alliance, wang, preview, "还没填：时间")
    await shows(alliance, wang, preview, "反馈方式：接龙报名")
    question = await wang.sees("按顺序每行填一个空")
    assert "时间：＿＿" in wang.reads(question)
    await wang.says("招募志愿者\n时间：周六上午9点", reply_to=question["message_id"])
    await shows(alliance, wang, preview, "时间：周六上午9点")
    assert "还没填" not in wang.reads(preview)
    await wang.presses("发布到")
    card = await alliance["王主任"].sees("📢 通知 1 号")
    assert alliance["陈姐"].buttons(card)[0] == "我参加"
