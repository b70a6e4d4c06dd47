"""Staff keep lists of whom they ask, choose them again, and delete them."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def chosen(alliance: Alliance, name: str, *units: str) -> tuple[Person, Message]:
    """A draft that asks these, chosen by name, in somebody's private chat."""
    person = alliance[name].in_private()
    await person.says("/通知 开会")
    preview = await person.sees("（尚未发布）")
    await person.presses("👥 对象", on=preview)
    await person.presses("逐家点选", on=preview)
    for unit in units:
        await person.presses(unit, on=preview)
    await alliance.shows(person, preview, f"将请 {len(units)} 家单位反馈")
    return person, preview


async def keeps(person: Person, preview: Message, name: str) -> None:
    """Keeps what was chosen under a name."""
    await person.presses("💾 存为常用名单", on=preview)
    question = await person.sees("给这个名单起个名字")
    await person.says(name, reply_to=question["message_id"])


async def test_a_list_is_kept_and_chosen_again_by_another(alliance: Alliance) -> None:
    wang, preview = await chosen(alliance, "王主任", "兴隆社区", "同乐社区")
    await keeps(wang, preview, "西片\n社区")
    await wang.sees("“西片 社区”存好了")
    await alliance.until(lambda: "✅ ⭐ 西片 社区" in wang.buttons(preview))
    assert not any("💾" in one for one in wang.buttons(preview))
    li = alliance["小李"].in_private()
    await li.says("/通知 另一件事")
    other = await li.sees("（尚未发布）")
    await li.presses("👥 对象")
    await li.presses("⭐ 西片 社区")
    await alliance.shows(li, other, "将请 2 家单位反馈：兴隆社区、同乐社区")
    await li.presses("返回")
    await li.presses("发布到")
    await alliance["王主任"].sees("0/2")


async def test_a_name_is_given_once(alliance: Alliance) -> None:
    wang, first = await chosen(alliance, "王主任", "兴隆社区")
    await keeps(wang, first, "西片")
    await wang.sees("“西片”存好了")
    li, second = await chosen(alliance, "小李", "同乐社区")
    await keeps(li, second, "西片")
    refused = await li.sees("王主任已经存了一个叫“西片”的名单")
    assert "请回复另一个名字" in li.reads(refused)
    question = await li.sees("给这个名单起个名字")
    await li.says("   \u202e", reply_to=question["message_id"])
    await li.sees("回复里没有文字")
    await li.says("东片", reply_to=question["message_id"])
    await li.sees("“东片”存好了")
    await alliance.until(lambda: "✅ ⭐ 东片" in li.buttons(second))
    assert "⭐ 西片" in li.buttons(second)


async def test_a_list_is_deleted_and_drafts_stay_as_they_are(alliance: Alliance) -> None:
    wang, preview = await chosen(alliance, "王主任", "兴隆社区")
    await keeps(wang, preview, "<西片>&")
    await wang.sees("“<西片>&”存好了")
    await wang.presses("⭐ 全部名单")
    stale = "notices.audience:1:5:1"
    assert await wang.presses("🗑 删除") == "“<西片>&”已删除，草稿都没有变。"
    await alliance.until(lambda: "🗑 删除" not in wang.buttons(preview))
    assert "将请 1 家单位反馈：兴隆社区" in wang.reads(preview)
    assert await wang.forges(stale, preview["message_id"]) == "这个名单已经删除了。"
    assert await wang.forges("notices.roster_gone:1:1", preview["message_id"]) == (
        "这个名单已经删除了。"
    )


async def test_categories_make_a_list_too_and_it_grows_with_the_register(
    alliance: Alliance,
) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/通知 开会")
    preview = await wang.sees("（尚未发布）")
    await wang.presses("👥 对象")
    assert not any("💾" in one for one in wang.buttons(preview))
    await wang.presses("社区 5 家")
    await keeps(wang, preview, "各社区")
    await wang.sees("“各社区”存好了")
    await wang.presses("全部 20 家单位")
    await alliance.shows(wang, preview, "将请 20 家")
    await wang.presses("⭐ 各社区")
    await alliance.shows(wang, preview, "将请 5 家单位反馈：社区 5 家")


async def test_in_english_a_list_is_kept_in_english(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/start")
    await alliance["王主任"].says("/staff", reply_to=await alliance["Emma"].says("hello"))
    await alliance["王主任"].is_quiet()
    await emma.says("/notice Fire drill")
    await emma.presses("👥 Whom")
    await emma.presses("Communities 5")
    await emma.presses("💾 Keep as a list")
    question = await emma.sees("Under which name?")
    await emma.says("communities", reply_to=question["message_id"])
    await emma.sees("“communities” is kept")
