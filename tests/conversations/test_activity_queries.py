"""Activities as everybody asks about them: lists in the group and in private, one with photos."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

REPORTS = (
    ("老周", "8月13日 金秋助学，慰问困难学子12人"),
    ("陈姐", "8月15日 义诊，服务居民30人"),
    ("陈姐", "2025年12月30日 送温暖"),
)


async def three_reports(alliance: Alliance) -> None:
    """One of the grain depot's, two of 兴隆社区's, a year old the last of them."""
    for number, (name, words) in enumerate(REPORTS, start=1):
        await alliance[name].sends_photo(photo(words), f"#活动 {words}")
        await alliance[name].sees(f"活动 {number} 号已登记")


async def test_a_list_in_the_group_is_short(alliance: Alliance) -> None:
    await three_reports(alliance)
    zhang = alliance["张阿姨"]
    await zhang.says("#活动列表")
    listing = await zhang.sees("共 3 个活动，服务 42 人")
    assert zhang.reads(listing).splitlines()[3:] == [
        "2 · 8月15日 义诊（兴隆社区）📷1",
        "1 · 8月13日 金秋助学（兴隆粮库）📷1",
        "3 · 2025年12月30日 送温暖（兴隆社区）📷1",
    ]
    await zhang.presses("私聊看全部和照片", on=listing)
    await zhang.in_private().sees("共 3 个活动")


async def test_a_list_of_an_organisation_or_a_month(alliance: Alliance) -> None:
    await three_reports(alliance)
    zhang = alliance["张阿姨"].in_private()
    for words, shown in (
        ("粮库", "活动：兴隆粮库\n共 1 个活动，服务 12 人"),
        ("8月", "活动：2026年8月\n共 2 个活动，服务 42 人"),
        ("2025-12", "活动：2025年12月\n共 1 个活动，服务 0 人"),
        ("兴隆社区 本月", "活动：兴隆社区、2026年8月\n共 1 个活动，服务 30 人"),
        ("去年", "活动：2025年\n共 1 个活动"),
        ("粮库 7月", "还没有登记过活动：兴隆粮库、2026年7月"),
    ):
        await zhang.says(f"/activities {words}")
        await zhang.sees(shown)


async def test_several_organisations_are_offered(alliance: Alliance) -> None:
    await three_reports(alliance)
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/activities 兴隆")
    chooser = await zhang.sees("想看哪家的活动？")
    await zhang.presses("兴隆粮库", on=chooser)
    listing = await zhang.sees("活动：兴隆粮库")
    assert listing["message_id"] == chooser["message_id"]


async def test_an_empty_list_says_how_to_begin(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/activities")
    await zhang.sees("还没有登记过活动。")


async def test_a_long_list_has_pages_that_turn(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    for day in range(1, 11):
        await zhou.says(f"#活动 8月{day}日 健步走")
        await zhou.sees(f"活动 {day} 号已登记")
    await zhou.says("/activities")
    listing = await zhou.sees("共 10 个活动")
    assert len(zhou.buttons(listing)) == 14
    await zhou.presses("2/2 ▶", on=listing)
    await zhou.sees("\n1 · 8月1日 健步走")
    await zhou.presses("2 号", on=listing)
    await zhou.sees("活动 2 号 健步走")


async def test_one_activity_comes_with_its_photos(alliance: Alliance) -> None:
    zhou, emma = alliance["老周"], alliance["Emma"].in_private()
    pictures = [photo(number) for number in range(10)]
    await zhou.sends_album(pictures, "#活动 8月13日 金秋助学")
    receipt = await zhou.sees("活动 1 号已登记")
    await emma.says("/activity 1")
    await emma.sees("Activity 1: 金秋助学")
    await zhou.sends_album(pictures[:2], reply_to=receipt["message_id"])
    await zhou.sees("12 张照片")
    await zhou.says("#活动详情 1号")
    card = await zhou.sees("活动 1 号 金秋助学")
    await zhou.presses("还有 2 张照片", on=card)
    await zhou.sees("照片第 11–12 张，共 12 张")


async def test_a_number_that_is_none(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/activity 99")
    await zhang.sees("没有这个编号的活动")
    await zhang.says("/activity 金秋")
    await zhang.sees("想看哪个活动？")
