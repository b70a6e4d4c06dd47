"""Photos that people do not want to be seen: hidden, shown again, taken down."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person, photo
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

CAPTION = "#活动 8月13日 义诊，服务30人，参加5人"
PICTURES = [photo(number) for number in range(3)]


async def reported(alliance: Alliance, name: str = "老周") -> Message:
    """Three photos in the group; gives the receipt."""
    await alliance[name].sends_album(PICTURES, CAPTION)
    return await alliance[name].sees("3 张照片，已保存")


async def looks(person: Person) -> tuple[Person, Message]:
    """Somebody opens the photos of activity 1 in private; gives the first of them."""
    alone = person.in_private()
    await alone.says("/照片 1")
    return alone, await alone.sees("第 1 张，共 3 张")


async def test_the_card_leads_to_the_photos_one_by_one(alliance: Alliance) -> None:
    await reported(alliance)
    emma = alliance["Emma"]
    await emma.says("/activity 1")
    await emma.presses("Photos one by one")
    page = await emma.in_private().sees("Photo 1 of 3, sent by 老周")
    assert emma.in_private().buttons(page) == ["I am in it: please take it down", "2/3 ▶"]
    await emma.in_private().presses("2/3", on=page)
    await emma.in_private().sees("Photo 2 of 3")


async def test_in_the_group_the_way_leads_to_the_private_chat(alliance: Alliance) -> None:
    await reported(alliance)
    zhang = alliance["张阿姨"]
    await zhang.says("/照片 1")
    await zhang.presses("在私聊里看")
    await zhang.in_private().sees("第 1 张，共 3 张")
    await zhang.says("/照片")
    await zhang.sees("要看哪个活动的照片？")
    await zhang.says("/照片 99")
    await zhang.sees("没有这个编号的活动")


async def test_who_posted_hides_a_photo_and_shows_it_again(alliance: Alliance) -> None:
    receipt = await reported(alliance)
    zhou, page = await looks(alliance["老周"])
    assert "已隐藏" in await zhou.presses("隐藏", on=page)
    await zhou.sees("🚫 老周 已于 2026年8月20日 周四 隐藏")
    await alliance["老周"].sees("有 1 张照片不再展示")
    assert "2 张照片，已保存" in alliance["老周"].reads(receipt)
    await alliance["张阿姨"].says("/activities")
    await alliance["张阿姨"].sees("📷2")
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/照片 1")
    await zhang.sees("第 1 张，共 2 张")
    assert "重新展示" in await zhou.presses("重新展示", on=page)
    await zhang.says("/照片 1")
    await zhang.sees("第 1 张，共 3 张")


async def test_what_staff_hid_only_staff_show_again(alliance: Alliance) -> None:
    await reported(alliance)
    wang, page = await looks(alliance["王主任"])
    await wang.presses("隐藏", on=page)
    zhou, page = await looks(alliance["老周"])
    assert zhou.buttons(page) == ["撤下…", "2/3 ▶"]
    assert "街道工作人员可以重新展示" in await zhou.forges(
        "activities.unhide:1", page["message_id"]
    )


async def test_others_hide_nothing(alliance: Alliance) -> None:
    await reported(alliance)
    chen, page = await looks(alliance["陈姐"])
    assert chen.buttons(page) == ["照片里有我，请撤下", "2/3 ▶"]
    for act in ("hide:1", "unhide:1", "down:1", "take_down:1:0", "hide:99", "hide", "photo:9:9"):
        assert await chen.forges(f"activities.{act}", page["message_id"])
    assert "只有街道工作人员" in await chen.forges("activities.decide:1:2", page["message_id"])
    assert len(alliance.photos()) == 3
    await chen.says("/照片 1")
    await chen.sees("第 1 张，共 3 张")


async def test_a_photo_that_is_taken_down_leaves_the_disk(alliance: Alliance) -> None:
    receipt = await reported(alliance)
    wang, page = await looks(alliance["王主任"])
    await wang.presses("撤下…", on=page)
    assert "不能恢复" in wang.reads(page)
    await wang.presses("不撤了", on=page)
    assert "第 1 张，共 3 张" in wang.reads(page)
    await wang.presses("撤下…", on=page)
    assert "已撤下" in await wang.presses("涉及个人隐私", on=page)
    await wang.sees("第 1 张，共 2 张")
    await alliance.until(lambda: len(alliance.photos()) == 2)
    await alliance["老周"].sees("有 1 张照片不再展示")
    assert "2 张照片，已保存" in alliance["老周"].reads(receipt)


async def test_what_was_taken_down_does_not_come_back_by_another_report(
    alliance: Alliance,
) -> None:
    await reported(alliance)
    wang, page = await looks(alliance["王主任"])
    await wang.presses("撤下…", on=page)
    await wang.presses("照片里的人要求撤下", on=page)
    await alliance.until(lambda: len(alliance.photos()) == 2)
    await alliance["陈姐"].sends_photo(PICTURES[0], "#活动 8月14日 秋游")
    await alliance["陈姐"].sees("有 1 张照片不再展示：/photos 2")
    await alliance["陈姐"].is_quiet()
    assert len(alliance.photos()) == 2


async def test_a_copy_in_another_activity_is_hidden_as_well(alliance: Alliance) -> None:
    await reported(alliance)
    await alliance["陈姐"].sends_photo(PICTURES[0], "#活动 8月14日 秋游")
    await alliance["陈姐"].sees("🔁 有 1 张照片在活动 1 号用过")
    wang, page = await looks(alliance["王主任"])
    await wang.presses("隐藏", on=page)
    await alliance["陈姐"].sees("有 1 张照片不再展示：/photos 2")


async def test_a_restart_between_the_press_and_the_disk_loses_no_deletion(
    alliance: Alliance,
) -> None:
    await reported(alliance)
    wang, page = await looks(alliance["王主任"])
    await wang.presses("撤下…", on=page)
    await wang.presses("发错了", on=page)
    await alliance.restart()
    await alliance.until(lambda: len(alliance.photos()) == 2)
