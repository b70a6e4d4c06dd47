"""Lists of activities, narrowed by words and by buttons."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_activity_queries import three_reports
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def listing(alliance: Alliance, name: str, words: str, shown: str) -> tuple[Person, Message]:
    """What somebody sees in private of the activities that the words name."""
    person = alliance[name].in_private()
    await person.says(f"/活动列表 {words}")
    return person, await person.sees(shown)


async def test_words_of_any_kind_find_activities(alliance: Alliance) -> None:
    await three_reports(alliance)
    for words, shown in (
        ("困难学子", "活动：“困难学子”\n共 1 个活动，服务 12 人"),
        ("兴隆社区 义诊", "活动：兴隆社区、“义诊”\n共 1 个活动，服务 30 人"),
        ("8月 居民", "活动：2026年8月、“居民”\n共 1 个活动，服务 30 人"),
        ("民生工作 8月", "活动：2026年8月、民生工作\n共 2 个活动，服务 42 人"),
        ("火星", "还没有登记过活动：“火星”"),
        ("100%_", "还没有登记过活动：“100%_”"),
    ):
        await listing(alliance, "张阿姨", words, shown)


async def test_a_list_is_narrowed_by_buttons_and_widened_again(alliance: Alliance) -> None:
    await three_reports(alliance)
    zhang, shown = await listing(alliance, "张阿姨", "", "共 3 个活动")
    assert zhang.buttons(shown)[-5:] == ["📅 月份", "🏢 单位", "🏷 类别", "🏘 社区", "👤 我的"]
    await zhang.presses("📅 月份", on=shown)
    await alliance.until(lambda: "2025年12月（1）" in zhang.buttons(shown))
    assert zhang.buttons(shown) == ["2026年8月（2）", "2025年12月（1）", "◀ 返回"]
    await zhang.presses("2026年8月", on=shown)
    await alliance.shows(zhang, shown, "活动：2026年8月\n共 2 个活动")
    await zhang.presses("🏢 单位", on=shown)
    await alliance.until(lambda: "兴隆粮库（1）" in zhang.buttons(shown))
    await zhang.presses("兴隆粮库（1）", on=shown)
    await alliance.shows(zhang, shown, "活动：兴隆粮库、2026年8月\n共 1 个活动")
    await zhang.presses("🏢 单位", on=shown)
    await zhang.presses("不限", on=shown)
    await alliance.shows(zhang, shown, "活动：2026年8月\n共 2 个活动")
    await zhang.presses("🏷 类别", on=shown)
    await zhang.presses("民生工作（2）", on=shown)
    await alliance.shows(zhang, shown, "活动：2026年8月、民生工作")
    await zhang.presses("✖ 全部活动", on=shown)
    await alliance.shows(zhang, shown, "共 3 个活动")


async def test_a_community_has_what_its_organisations_did_and_what_was_held_there(
    alliance: Alliance,
) -> None:
    await three_reports(alliance)
    await alliance["老周"].says("#活动 8月16日 文艺演出，地点：兴隆社区广场")
    await alliance["老周"].sees("活动 4 号已登记")
    zhang, shown = await listing(alliance, "张阿姨", "", "共 4 个活动")
    await zhang.presses("🏘 社区", on=shown)
    await zhang.presses("兴隆社区", on=shown)
    await alliance.shows(zhang, shown, "活动：兴隆社区辖区\n共 3 个活动")
    assert "金秋助学" not in zhang.reads(shown)


async def test_mine_are_those_of_my_organisations_and_my_own_reports(alliance: Alliance) -> None:
    await three_reports(alliance)
    for name, shown in (("陈姐", "共 2 个活动"), ("老周", "共 1 个活动")):
        person, found = await listing(alliance, name, "我的", f"活动：我的\n{shown}")
        await person.presses("✅ 我的", on=found)
        await alliance.shows(person, found, "共 3 个活动")
    await listing(alliance, "张阿姨", "我的", "还没有登记过活动：我的")


async def test_a_list_that_is_not_known_any_more_is_said(alliance: Alliance) -> None:
    await three_reports(alliance)
    zhang, shown = await listing(alliance, "张阿姨", "", "共 3 个活动")
    message = shown["message_id"]
    for data in (
        "page:0:0:0:0:0:0:77:1",
        "page:99:0:0:1",
        "page:0:0:0:9:0:0:0:1",
        "filter",
        "page",
    ):
        assert "/activities" in await zhang.forges(f"activities.{data}", message), data
    await zhang.forges("activities.page:0:2026:8:1", message)
    await alliance.shows(zhang, shown, "活动：2026年8月")


async def test_filters_in_english(alliance: Alliance) -> None:
    await three_reports(alliance)
    emma = alliance["Emma"].in_private()
    await emma.says("/activities livelihood")
    shown = await emma.sees("Activities: Livelihood")
    await emma.presses("📅 Month", on=shown)
    await emma.presses("Aug 2026 (2)", on=shown)
    await alliance.shows(emma, shown, "Activities: Aug 2026, Livelihood")
