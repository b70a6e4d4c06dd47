"""A reaction to a notice counts as Received, in groups where staff want it so."""

import pytest

from storage.database import Database
from storage.tables import answers, changes
from tests.conversations.alliance import Alliance
from tests.conversations.reacting import posted, switched_on, written_down

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well


@pytest.mark.parametrize("emoji", ["👍", "❤", "❤️", "🫡"])
async def test_a_nod_counts_as_received(alliance: Alliance, emoji: str) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    chen = alliance["陈姐"]
    await chen.is_quiet()
    said = len(alliance.world.messages(alliance.group))
    chen.reacts(emoji, card)
    await chen.sees("1/20")
    assert len(alliance.world.messages(alliance.group)) == said
    chen.reacts("", card)
    await chen.sees("0/20")
    assert await written_down(alliance, changes) == [
        ("兴隆社区", "陈姐", "received", True),
        ("兴隆社区", "陈姐", "", False),
    ]


async def test_for_two_organisations_it_counts_twice_and_another_nod_is_none(
    alliance: Alliance,
) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    liu = alliance["刘敏"]
    liu.reacts("👍", card)
    await liu.sees("2/20")
    liu.reacts("🙏", card)
    await liu.is_quiet()
    assert len(await written_down(alliance, changes)) == 2


async def test_it_stands_as_long_as_a_colleague_nods(alliance: Alliance) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    chen, colleague = alliance["陈姐"], alliance["小陈"]
    chen.reacts("👍", card)
    await chen.sees("1/20")
    colleague.reacts("👌", card)
    await chen.is_quiet()
    chen.reacts("", card)
    await chen.is_quiet()
    await chen.sees("1/20")
    colleague.reacts("👎", card)
    await chen.sees("0/20")


async def test_what_was_said_by_a_button_stays(alliance: Alliance) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    chen, zhou = alliance["陈姐"], alliance["老周"]
    await chen.presses("有困难")
    chen.reacts("👍", card)
    await chen.is_quiet()
    await chen.sees("1 家单位有困难")
    zhou.reacts("👍", card)
    await zhou.sees("2/20")
    assert await zhou.presses("收到") == "兴隆粮库已经是「收到」了，不用再点。"
    for one in (chen, zhou):
        one.reacts("", card)
    await zhou.is_quiet()
    await zhou.sees("2/20")
    assert await written_down(alliance, answers) == [
        ("兴隆社区", "陈姐", "difficulty", False),
        ("兴隆粮库", "老周", "received", False),
    ]


@pytest.mark.parametrize("emoji", ["👎", "😢", "🤔"])
async def test_other_reactions_say_nothing(alliance: Alliance, emoji: str) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    await alliance["陈姐"].in_private().starts()
    alliance["陈姐"].reacts(emoji, card)
    await alliance["陈姐"].is_quiet()
    await alliance["陈姐"].sees("0/20")
    await alliance["陈姐"].in_private().sees_no("表情")


async def test_a_member_has_read_it(alliance: Alliance) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    alliance["张阿姨"].reacts("🎉", card)
    await alliance["张阿姨"].is_quiet()
    await alliance["王主任"].sees("0/20")
    async with Database(alliance.settings.database) as db:
        read = "SELECT person_id FROM reads"
        rows = await db.read(lambda connection: connection.exec_driver_sql(read))
        assert list(rows.scalars()) == [alliance["张阿姨"].id]


async def test_after_the_end_nothing_counts_and_only_who_nods_is_told(alliance: Alliance) -> None:
    await switched_on(alliance)
    card = await posted(alliance)
    wang, chen, zhou = (alliance[name].in_private() for name in ("王主任", "陈姐", "老周"))
    zhou.in_group(alliance.group).reacts("👍", card)
    await zhou.in_group(alliance.group).sees("1/20")
    await chen.starts()
    await wang.says("/notice 1")
    await wang.presses("现在截止")
    await wang.is_quiet()
    said = len(alliance.world.messages(alliance.group))
    for emoji in ("👍", "", "👍"):
        chen.in_group(alliance.group).reacts(emoji, card)
    await chen.sees("通知 1 号已经截止，您点的表情没有算作反馈。")
    zhou.in_group(alliance.group).reacts("", card)
    await chen.is_quiet()
    told = [one for one in alliance.world.messages(chen.id) if "表情" in str(one.get("text"))]
    assert (len(told), len(alliance.world.messages(alliance.group))) == (1, said)
    assert len(await written_down(alliance, answers)) == 1


async def test_only_what_asks_for_received_is_answered_so(alliance: Alliance) -> None:
    await switched_on(alliance)
    card = await posted(alliance, "反馈方式", "接龙报名", "不限")
    alliance["陈姐"].reacts("👍", card)
    await alliance["陈姐"].is_quiet()
    assert await written_down(alliance, answers) == []


async def test_everybody_nods_for_themselves(alliance: Alliance) -> None:
    await switched_on(alliance)
    card = await posted(alliance, "对象", "所有人", "返回")
    for name in ("张阿姨", "Emma"):
        alliance[name].reacts("👍", card)
    await alliance["张阿姨"].sees("已有 2 人")
    alliance["Emma"].reacts("", card)
    await alliance["张阿姨"].sees("1 人")
