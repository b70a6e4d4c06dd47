"""Who is new, or is something new, is shown what to do first: once, and in the own language."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person

TITLES = {"member": "可以先看看这些", "pair": "可以先做这两件事"}


def shown(alliance: Alliance, person: Person, words: str) -> int:
    """How often somebody was shown it."""
    texts = (str(one.get("text")) for one in alliance.world.messages(person.chat))
    return sum(words in text for text in texts)


async def test_each_role_is_shown_its_first_steps_once(alliance: Alliance) -> None:
    for name, title, button, answer in (
        ("张阿姨", TITLES["member"], "📅 近期有什么活动", "目前没有预告的活动"),
        ("陈姐", TITLES["pair"], "📥 有什么要我反馈的", "您都反馈过了"),
        ("王主任", TITLES["pair"], "🔗 设联络员", "请点要设联络员的单位"),
    ):
        person = alliance[name].in_private()
        await person.starts()
        steps = await person.sees(title)
        await person.is_quiet()
        told = [one for one in alliance.world.messages(person.chat) if "text" in one]
        assert told[-1] == steps, "the greeting, then the steps, and no more"
        assert len(told) == len(("start", "greeting", "steps"))
        await person.presses(button, on=steps)
        await person.sees(answer)
        await person.starts()
        await person.is_quiet()
        assert shown(alliance, person, title) == 1, name
        assert shown(alliance, person, "您好！") == 2, name
        await person.presses("📋 菜单", on=steps)
        await alliance.shows(person, steps, "点一项，看看能办什么")


async def test_a_new_role_brings_its_own(alliance: Alliance) -> None:
    wang, zhang, emma = alliance["王主任"], alliance["张阿姨"], alliance["Emma"]
    await zhang.in_private().starts()
    await zhang.in_private().sees(TITLES["member"])
    said, hello = await zhang.says("大家好"), await emma.says("hello")
    await wang.says("/liaison 裕华社区", reply_to=said)
    steps = await zhang.in_private().sees(TITLES["pair"])
    assert "点一下按钮，就算您单位已反馈" in zhang.in_private().reads(steps)
    await wang.says("/liaison 裕华置业", reply_to=said)
    await wang.says("/staff", reply_to=said)
    await zhang.in_private().sees("发通知：我先给您看预览")
    assert shown(alliance, zhang.in_private(), TITLES["pair"]) == 2
    await wang.says("/liaison 军干四所", reply_to=hello)
    await wang.sees("Emma 现在是军干四所的联络员了")
    await wang.is_quiet()
    emma = emma.in_private()
    await emma.starts()
    steps = await emma.sees("Two things to begin with")
    assert "See whether a notice waits for your answer" in emma.reads(steps)
    await emma.presses("📷 How to report an activity", on=steps)
    await emma.sees("To report an activity, choose its photos")


async def test_who_asks_for_a_role_begins_anew_with_it(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    await wang.starts()
    await zhang.starts()
    steps = await zhang.sees(TITLES["member"])
    await zhang.presses("🙋 我代表一家单位", on=steps)
    await zhang.says("/加入 裕华社区")
    await wang.presses("同意为联络员")
    new = await zhang.sees(TITLES["pair"])
    assert "点一下按钮，就算您单位已反馈" in zhang.reads(new)
    assert shown(alliance, zhang, TITLES["member"]) == 1
