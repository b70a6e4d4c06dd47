"""Everything can be reached by buttons, and every button answers."""

import pytest

from bot.manners import WINDOW_SECONDS
from commands import FEATURES
from commands.kit import Role, number_for
from commands.kit.running import RUN
from locales import Catalogues, plain
from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message, buttons, labels

ROLES = {Role.MEMBER: "张阿姨", Role.LIAISON: "陈姐", Role.STAFF: "王主任"}
HERE = {"menu"}
BACK = "‹ 菜单"


@pytest.mark.slow
async def test_every_command_of_every_role_is_two_presses_away(alliance: Alliance) -> None:
    for role, name in ROLES.items():
        person = alliance[name].in_private()
        await person.says("/菜单")
        menu = await person.sees("点一项，看看能办什么")
        reached: set[str] = set()
        for room in person.buttons(menu)[:-1]:
            alliance.clock.advance(WINDOW_SECONDS)
            reached |= await walk(alliance, person, menu, room)
        listed = {one.name for f in FEATURES for one in f.commands if one.is_listed_for(role)}
        assert reached == listed - HERE, name
    chinese, other = Catalogues().words("zh_CN"), alliance["张阿姨"].in_private()
    titles = [plain(chinese.t(feature.title)) for feature in FEATURES]
    await other.says("/menu")
    rooms = other.buttons(await other.sees("点一项，看看能办什么"))[:-1]
    assert rooms == [title for title in (*titles[1:], titles[0]) if title in rooms]


async def walk(alliance: Alliance, person: Person, menu: Message, room: str) -> set[str]:
    """Opens a room, presses all that is in it, goes back; gives the names of what answered."""
    chinese = Catalogues().words("zh_CN")
    names = {str(number_for(one.name)): one.name for f in FEATURES for one in f.commands}
    await person.presses(room, on=menu)
    await alliance.shows(person, menu, f"📋 {room}")
    text, reached = person.reads(menu), set[str]()
    fronts = {plain(chinese.t(f.title)): f for f in FEATURES if f.front}
    has_front = room in fronts
    if has_front:
        reached.add(fronts[room].commands[0].name)
    shown = alliance.world.message(person.chat, menu["message_id"])
    for row in buttons(shown)[:-1]:
        for one in row:
            if not one["callback_data"].startswith(RUN):
                continue  # a room with a front of its own leads further
            assert has_front or f"• {one['text']}：" in text
            before = len(alliance.world.messages(person.chat))
            await person.forges(one["callback_data"], menu["message_id"])
            await person.is_quiet(2)
            assert len(alliance.world.messages(person.chat)) > before, one["text"]
            reached.add(names[one["callback_data"].partition(":")[2]])
    await person.presses(BACK, on=menu)
    await alliance.shows(person, menu, "不用打字")
    return reached


async def test_a_question_pressed_open_is_answered_by_a_reply(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/menu")
    await zhang.presses("查找")
    await zhang.presses("查找")
    question = await zhang.sees("想找什么")
    await zhang.says("军干四所", reply_to=question["message_id"])
    await zhang.sees("“军干四所”的查找结果")
    await zhang.says("/通知列表")
    await zhang.says("/活动详情")
    await zhang.presses("全部活动")
    await zhang.sees("还没有登记过活动")


async def test_in_the_group_it_offers_what_everybody_may(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    await wang.says("/menu")
    menu = await wang.sees("点一项，看看能办什么")
    assert "设置" not in labels(menu)
    await zhang.presses("人员与身份", on=menu)
    await alliance.shows(zhang, menu, "我是谁")
    assert "工作人员" not in zhang.buttons(menu)
    await zhang.presses("我是谁", on=menu)
    await zhang.sees("身份：")
    await zhang.presses(BACK, on=menu)
    await alliance.shows(zhang, menu, "不用打字")
    assert "菜单已经更新" in await zhang.forges("help.open:12", menu["message_id"])
    assert "菜单已经更新" in await zhang.forges("help.run:0", menu["message_id"])
    staff_only = str(number_for("settings"))
    assert "菜单已经更新" in await zhang.forges(f"help.run:{staff_only}", menu["message_id"])
    await wang.presses("私聊看全部用法", on=menu)
    private = wang.in_private()
    assert "设置" in private.buttons(await private.sees("点一项，看看能办什么"))


async def test_the_menu_speaks_english(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/menu")
    menu = await emma.sees("Press what it is about")
    await emma.presses("Organisations", on=menu)
    await alliance.shows(emma, menu, "• Orgs: Organisations of the alliance, by category")
    await emma.presses("Org", on=menu)
    await emma.presses("‹ Menu", on=menu)
    await emma.presses("Notices", on=menu)
    await emma.presses("Notice", on=menu)
    await emma.sees("Write the number behind it, for example /notice 12")
