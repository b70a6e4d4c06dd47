"""Who everybody is, and how one becomes staff or liaison, as people go about it."""

import re

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary.people import Person

DAY = 24 * 3600.0


async def invited(wang: Person, organisation: str) -> str:
    """A one-time link that staff made in private."""
    await wang.says(f"/liaison {organisation}")
    await wang.sees("请把下面的消息或二维码转发给")
    invitation = await wang.sees("街道邀请您担任")
    found = re.search(r"https://t\.me/\S+", wang.reads(invitation))
    assert found is not None
    return found[0]


async def test_everybody_learns_who_they_are(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    await chen.says("/我是谁")
    text = chen.reads(await chen.sees("身份：联络员"))
    assert "代表单位：兴隆社区" in text
    assert f"Telegram 编号：{chen.id}" in text
    assert "私聊：还没打开" in text
    wang = alliance["王主任"].in_private()
    await wang.says("/whoami")
    assert "私聊：已打开" in wang.reads(await wang.sees("身份：街道工作人员"))


async def test_a_language_is_chosen_and_kept(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/语言")
    await zhang.sees("您想用哪种语言？")
    toast = await zhang.presses("English")
    assert toast.startswith("I speak English with you from now on.")
    await zhang.sees("I speak English with you from now on.")
    await zhang.says("/whoami")
    await zhang.sees("Role: guest")


async def test_staff_choose_the_language_of_the_group(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says("/language")
    question = await wang.sees("您想用哪种语言？")
    assert wang.buttons(question) == ["中文", "English", "本群用 中文", "本群用 English"]
    await wang.presses("本群用 English", on=question)
    await wang.sees("Notices and reminders in this group are in English from now on.")


async def test_a_reply_makes_a_colleague_staff(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("大家好，我新来街道上班")
    await wang.says("/staff", reply_to=words)
    await wang.sees("张阿姨 现在是工作人员了")
    await wang.says("/工作人员", reply_to=words)
    await wang.sees("张阿姨 已经是工作人员了")
    await zhang.says("/whoami")
    await zhang.sees("身份：街道工作人员")


async def test_staff_are_removed_after_asking_back_and_nobody_removes_oneself(
    alliance: Alliance,
) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/staff")
    names = await wang.sees("工作人员 2 位")
    assert wang.buttons(names) == ["移除 小李"]
    await wang.presses("移除 小李")
    await wang.sees("确定不再让 小李 担任工作人员吗？")
    await wang.presses("确定移除")
    await wang.sees("小李 不再是工作人员")
    assert "不能移除自己" in await wang.forges(
        f"people.remove_staff:{wang.id}", names["message_id"]
    )
    xiaoli = alliance["小李"]
    await xiaoli.says("/staff")
    await xiaoli.sees("只有")


async def test_nobody_whom_telegram_hides_becomes_staff(alliance: Alliance) -> None:
    wang, xiaoli = alliance["王主任"], alliance["小李"]
    hidden = await xiaoli.says("各位早", anonymously=True)
    await wang.says("/staff", reply_to=hidden)
    await wang.sees("这条消息看不出是谁发的")
    await wang.says("/单位")
    answer = await wang.sees("共建联盟共 21 家单位")
    await wang.says("/联络员 军干", reply_to=answer["message_id"])
    await wang.sees("这条消息看不出是谁发的")


async def test_an_anonymous_administrator_confirms_and_then_it_counts(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("我是第六十中学的")
    await wang.says("/联络员 六十中学", reply_to=words, anonymously=True)
    await wang.sees("匿名")
    await wang.presses("是我")
    await wang.sees("张阿姨 现在是第六十中学的联络员了")


async def test_a_reply_makes_a_liaison(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("我以后负责军干四所")
    await wang.says("/联络员 军干", reply_to=words)
    await wang.sees("张阿姨 现在是军干四所的联络员了")
    await wang.says("/liaison 军干四所", reply_to=words)
    await wang.sees("张阿姨 已经是军干四所的联络员了")


async def test_of_several_organisations_staff_choose(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("我是兴隆的")
    await wang.says("/liaison 兴隆", reply_to=words)
    question = await wang.sees("张阿姨 是哪一家的联络员？")
    await wang.presses("兴隆粮库", on=question)
    await wang.sees("张阿姨 现在是兴隆粮库的联络员了")


async def test_a_link_ends_after_seven_days(alliance: Alliance) -> None:
    url = await invited(alliance["王主任"].in_private(), "惠济法院")
    alliance.clock.advance(7 * DAY)
    zhang = alliance["张阿姨"].in_private()
    await zhang.follows(url)
    await zhang.sees("这个惠济法院的链接过期了")


async def test_an_invented_link_is_answered_kindly(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.starts("join_" + "0" * 32)
    await zhang.sees("这个链接不能用")


async def test_no_link_is_shown_in_the_group(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says("/liaison 惠济法院")
    await wang.sees("到私聊生成链接")
    await wang.sees_no("start=join_")
    await wang.presses("去私聊生成链接")
    await wang.in_private().sees("街道邀请您担任惠济区人民法院党总支")


@pytest.mark.slow
async def test_without_words_staff_choose_who_still_needs_a_liaison(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/联络员")
    chooser = await wang.sees("还有 17 家单位没有联络员")
    assert wang.buttons(chooser)[:2] == ["🖨 给 17 家各出一张二维码", "街道"]
    await wang.presses("清华园社区", on=chooser)
    await wang.sees("街道邀请您担任清华园社区党支部")
    await alliance.until(lambda: len(wang.files()) == 1)
    assert await wang.presses("🖨 给 17 家各出一张二维码", on=chooser) == "正在生成 17 张，请稍等。"
    await alliance.until(lambda: len(wang.files()) == 18)
    await wang.sees("每家单位一张")
    assert "私聊" in await alliance["王主任"].forges("people.invite_all", 1)


async def test_a_liaison_is_removed_from_the_card(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/org 兴隆社区")
    await wang.presses("移除 小陈")
    await wang.sees("确定不再让 小陈 担任兴隆社区的联络员吗？")
    await wang.presses("确定移除")
    await wang.sees("小陈 不再是兴隆社区的联络员")
    await wang.presses("兴隆社区")
    card = await wang.sees("联络员：陈姐")
    assert "小陈" not in wang.reads(card)
    chen = alliance["小陈"].in_private()
    await chen.says("/whoami")
    await chen.sees("身份：访客")
