"""A notice for several groups: each has its card, and what fails in one stops no other."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

TEXT = "今晚有暴雨，请各单位检查排水"


async def second_group(alliance: Alliance, title: str = "兴隆片区群") -> int:
    """Another group of the same people, with the bot as an administrator."""
    people = [person.id for person in alliance.everybody.values()]
    wang = alliance["王主任"].id
    group = alliance.world.add_group(title, people, [wang], bot="absent").id
    alliance.world.add_bot(wang, group, administrator=True)
    await alliance["王主任"].is_quiet()
    return group


async def drafted(alliance: Alliance, *chosen: str) -> tuple[Person, Message]:
    """王主任's draft in private, with these places chosen."""
    wang = alliance["王主任"].in_private()
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    for number, place in enumerate(chosen):
        if number == 0:
            await wang.presses("📍", on=preview)
        await wang.presses(place, on=preview)
        await ticked(alliance, wang, preview, place)
    return wang, preview


async def ticked(alliance: Alliance, wang: Person, preview: Message, place: str) -> None:
    await alliance.until(lambda: f"✅ {place}" in " ".join(wang.buttons(preview)))


async def says(alliance: Alliance, group: int, card: Message, text: str) -> None:
    """Waits until a group's card has the text."""
    reader = alliance["王主任"].in_group(group)
    await alliance.until(lambda: text in reader.reads(card))


async def goes(alliance: Alliance, group: int, card: Message) -> None:
    """Waits until a group's card is deleted."""
    world, number = alliance.world, card["message_id"]
    await alliance.until(lambda: number not in {one["message_id"] for one in world.messages(group)})


async def sent(
    alliance: Alliance, other: int, number: str = "📢 通知 1 号"
) -> tuple[Message, Message]:
    """A notice to both groups; its card in 刘寨共建联盟, and in the other, which may be English."""
    wang, preview = await drafted(alliance, "刘寨共建联盟", "兴隆片区群")
    assert await wang.presses("发布（2 个群）", on=preview) == "通知 1 号正在发到 2 处。"
    first = await alliance["王主任"].sees("📢 通知 1 号")
    second = await alliance["王主任"].in_group(other).sees(number)
    return first, second


async def test_each_group_has_its_card_and_all_count_together(alliance: Alliance) -> None:
    other = await second_group(alliance)
    first, second = await sent(alliance, other)
    world = alliance.world
    await alliance.until(lambda: world.pinned(alliance.group) == [first["message_id"]])
    await alliance.until(lambda: world.pinned(other) == [second["message_id"]])
    await alliance["陈姐"].presses("收到", on=first)
    assert await alliance["老周"].in_group(other).presses("收到", on=second) == (
        "兴隆粮库：已反馈「收到」。"
    )
    await says(alliance, alliance.group, first, "2/20")
    await says(alliance, other, second, "2/20")


async def test_where_it_goes_is_said_before_it_is_sent(alliance: Alliance) -> None:
    await second_group(alliance)
    wang, preview = await drafted(alliance)
    assert "📍 还没选发到哪个群。" in wang.reads(preview)
    assert wang.buttons(preview)[0] == "📍 选发到哪里"
    await wang.presses("📍 选发到哪里", on=preview)
    await wang.presses("兴隆片区群", on=preview)
    await alliance.until(lambda: "📍 发到：兴隆片区群\n" in wang.reads(preview))
    await wang.presses("返回", on=preview)
    await alliance.until(lambda: "发布到「兴隆片区群」" in wang.buttons(preview))
    toast = await wang.forges(f"notices.send:1:{alliance.group}", preview["message_id"])
    assert toast == "现在发不到那里，请用预览上更新后的按钮。"


async def test_each_card_speaks_the_language_of_its_group(alliance: Alliance) -> None:
    other = await second_group(alliance)
    wang = alliance["王主任"].in_group(other)
    await wang.says("/language")
    await wang.presses("本群用 English")
    await wang.is_quiet()
    first, second = await sent(alliance, other, "📢 Notice 1")
    assert "发布人：王主任" in alliance["王主任"].reads(first)
    assert "Sent by 王主任" in wang.reads(second)
    assert TEXT in wang.reads(second)
    assert wang.buttons(second) == ["Received", "Difficulty"]


async def test_undo_takes_all_of_it_back(alliance: Alliance) -> None:
    other = await second_group(alliance)
    wang, preview = await drafted(alliance, "刘寨共建联盟", "兴隆片区群")
    world = alliance.world
    query = world.press(wang.id, wang.chat, preview["message_id"], "notices.send:1:0")
    await alliance.until(lambda: world.answer(query) is not None)
    toast = await wang.forges("notices.unsend:1", preview["message_id"])
    assert toast == "已撤销，没有发布，又是草稿了。"
    await alliance["王主任"].sees_no("发布人")
    await alliance["王主任"].in_group(other).sees_no("发布人")
    await alliance.until(lambda: "发布（2 个群）" in wang.buttons(preview))


async def test_a_recalled_notice_goes_from_all_groups(alliance: Alliance) -> None:
    other = await second_group(alliance)
    first, second = await sent(alliance, other)
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 1")
    await wang.presses("撤回通知")
    await wang.sees("要撤回通知 1 号吗")
    await wang.presses("撤回通知")
    await goes(alliance, alliance.group, first)
    await goes(alliance, other, second)


async def test_the_reminder_names_the_missing_in_the_first_group_only(alliance: Alliance) -> None:
    other = await second_group(alliance)
    await sent(alliance, other)
    wang = alliance["王主任"].in_private()
    await wang.says("/pending 1")
    await wang.presses("现在提醒")
    await alliance["王主任"].in_group(other).sees("请以下单位尽快反馈")
    await alliance["王主任"].sees_no("请以下单位尽快反馈")


async def test_a_copy_of_it_goes_to_the_same_groups(alliance: Alliance) -> None:
    other = await second_group(alliance)
    await sent(alliance, other)
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 1")
    await wang.presses("照此新发")
    preview = await wang.sees("（尚未发布）")
    await alliance.until(lambda: "发布（2 个群）" in wang.buttons(preview))


@pytest.mark.parametrize("name", ["陈姐", "张阿姨"])
async def test_only_staff_choose_where_it_goes(alliance: Alliance, name: str) -> None:
    await second_group(alliance)
    wang = alliance["王主任"]
    await wang.says(f"/notice {TEXT}")
    preview = await wang.sees("（尚未发布）")
    for press in (f"where:1:{alliance.group}:0", "private:1:1", "private:1:2"):
        await alliance[name].forges(f"notices.{press}", preview["message_id"])
    await wang.is_quiet()
    assert "📍 发到" not in wang.reads(preview)
    assert "📍 只发私聊" not in wang.reads(preview)


async def test_a_forged_place_is_not_chosen(alliance: Alliance) -> None:
    wang, preview = await drafted(alliance)
    for place in ("-77:0", f"{alliance.group}:77", "0:0"):
        await wang.forges(f"notices.where:1:{place}", preview["message_id"])
    await wang.is_quiet()
    assert wang.buttons(preview)[0] == "发布到「刘寨共建联盟」"
