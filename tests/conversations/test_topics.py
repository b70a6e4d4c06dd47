"""Groups that are forums: notices and answers stay in their topic."""

from collections.abc import Callable

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message, words

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

TEXT = "周五消防演练，请各单位派人参加"


class Forum:
    """A second group of the alliance, with topics, in which 王主任 administers."""

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        people = [person.id for person in alliance.everybody.values()]
        wang = alliance["王主任"].id
        world = alliance.world
        self.id = world.add_group("消防工作群", people, [wang], forum=True, bot="absent").id
        world.add_bot(wang, self.id, administrator=True)
        self.topic = world.add_topic(wang, self.id, "演练")

    def member(self, name: str) -> Person:
        return self.alliance[name].in_group(self.id)

    def writes(self, name: str, text: str, *, reply_to: int | None = None) -> int:
        """In the topic."""
        person = self.member(name)
        thread = None if reply_to else self.topic
        return self.alliance.world.say(person.id, self.id, text, reply_to, thread)

    def in_topic(self, message: Message) -> bool:
        return bool(message.get("message_thread_id") == self.topic)


@pytest.fixture
async def forum(alliance: Alliance) -> Forum:
    return Forum(alliance)


async def test_an_answer_goes_to_the_topic_of_the_question(forum: Forum) -> None:
    zhang = forum.member("张阿姨")
    forum.writes("张阿姨", "/orgs")
    assert forum.in_topic(await zhang.sees("兴隆社区"))
    forum.writes("张阿姨", "/通知列表")
    asked = await zhang.sees("还没有")
    assert forum.in_topic(asked)


async def test_what_a_press_brings_stays_in_the_topic(forum: Forum) -> None:
    wang = forum.member("王主任")
    forum.writes("王主任", "/notice")
    await wang.sees("也可以从这些开始")
    await wang.presses("活动招募")
    for message in (await wang.sees("（尚未发布）"), await wang.sees("按顺序每行填一个空")):
        assert forum.in_topic(message)


async def test_a_notice_written_in_a_topic_goes_to_that_topic(forum: Forum) -> None:
    wang = forum.member("王主任")
    forum.writes("王主任", f"/通知 {TEXT}")
    preview = await wang.sees("（尚未发布）")
    assert forum.in_topic(preview)
    assert "📍 发到：消防工作群 · 演练" in wang.reads(preview)
    assert (
        await wang.presses("发布到「消防工作群 · 演练」", on=preview) == "通知 1 号正在发到群里。"
    )
    card = await wang.sees("📢 通知 1 号")
    assert forum.in_topic(card)
    await forum.alliance.until(lambda: card["message_id"] in forum.alliance.world.pinned(forum.id))
    assert await forum.member("陈姐").presses("收到", on=card) == "兴隆社区：已反馈「收到」。"
    await forum.alliance.until(lambda: "1/20" in wang.reads(card))


async def test_a_reason_is_answered_in_the_topic(forum: Forum) -> None:
    wang, chen = forum.member("王主任"), forum.member("陈姐")
    forum.writes("王主任", f"/通知 {TEXT}")
    await wang.presses("发布到")
    card = await wang.sees("📢 通知 1 号")
    await chen.presses("有困难", on=card)
    forum.writes("陈姐", "没有车", reply_to=card["message_id"])
    assert forum.in_topic(await chen.sees("已记下兴隆社区的情况"))


async def test_topics_are_learned_from_ordinary_talk_and_their_changes(forum: Forum) -> None:
    alliance, wang = forum.alliance, forum.alliance["王主任"]
    await wang.is_quiet()
    await alliance.stop()
    second = alliance.world.add_topic(wang.id, forum.id, "值班")
    alliance.world.updates.clear()  # the bot never heard that it was opened
    await alliance.start()
    alliance.world.say(alliance["张阿姨"].id, forum.id, "今晚谁值班？", None, second)
    alliance.world.rename_topic(wang.id, forum.id, forum.topic, "消防演练")
    await wang.is_quiet()
    alone = wang.in_private()
    await alone.says(f"/notice {TEXT}")
    await alone.presses("📍 选发到哪里")
    preview = await alone.sees("（尚未发布）")
    await alliance.until(lambda: "# 值班" in alone.buttons(preview))
    labels = alone.buttons(preview)
    assert labels[:4] == ["刘寨共建联盟", "消防工作群", "# 值班", "# 消防演练"]
    alliance.world.close_topic(wang.id, forum.id, second)
    await wang.is_quiet()
    await alone.presses("消防演练", on=preview)
    await alliance.until(lambda: "✅ # 消防演练" in alone.buttons(preview))
    assert "# 值班" not in alone.buttons(preview)


def closed(forum: Forum) -> None:
    world = forum.alliance.world
    world.close_topic(forum.alliance["王主任"].id, forum.id, forum.topic)
    world.promote_bot(forum.alliance["王主任"].id, forum.id, ["can_pin_messages"])


def deleted(forum: Forum) -> None:
    forum.alliance.world.delete_topic(forum.alliance["王主任"].id, forum.id, forum.topic)


@pytest.mark.parametrize("change", [closed, deleted])
async def test_a_topic_that_is_gone_loses_nothing(
    forum: Forum, change: Callable[[Forum], None]
) -> None:
    alone = forum.alliance["王主任"].in_private()
    await alone.says(f"/notice {TEXT}")
    preview = await alone.sees("（尚未发布）")
    await alone.presses("📍 选发到哪里")
    await alone.presses("# 演练")
    await alone.presses("发布到「消防工作群 · 演练」", on=preview)
    change(forum)
    card = await forum.member("小李").sees("📢 通知 1 号")
    assert not forum.in_topic(card)
    told = await alone.sees("通知 1 号有的群需要您处理")
    assert "「消防工作群 · 演练」：这个话题已关闭或删除，卡片发在了群的综合区" in alone.reads(told)
    assert await forum.member("陈姐").presses("收到", on=card) == "兴隆社区：已反馈「收到」。"
    await alone.sees_no("没有送达")


async def test_an_answer_in_a_closed_topic_goes_to_the_general_part(forum: Forum) -> None:
    closed(forum)
    forum.writes("王主任", "/orgs")
    assert not forum.in_topic(await forum.member("王主任").sees("兴隆社区"))


async def test_in_english_a_lost_topic_is_told(forum: Forum) -> None:
    alliance = forum.alliance
    emma = alliance["Emma"].in_private()
    await emma.starts()
    await alliance["王主任"].says("/staff", reply_to=await alliance["Emma"].says("hello"))
    await alliance["王主任"].sees("Emma 现在是工作人员了")
    await emma.says("/notice Fire drill on Friday")
    preview = await emma.sees("No group is chosen yet.")
    await emma.presses("Choose where it goes")
    await emma.presses("# 演练")
    await emma.presses("Post in “消防工作群 · 演练”", on=preview)
    deleted(forum)
    told = await emma.sees("needs your help in a group")
    assert "is closed or was deleted, so the card is in the group's general part" in words(told)


async def test_a_word_in_a_topic_answers_the_notice_that_is_there(forum: Forum) -> None:
    alliance = forum.alliance
    wang, chen = alliance["王主任"].in_private(), forum.member("陈姐")
    await wang.says("/设置")
    await wang.presses("表情算收到")
    await wang.presses("▫️ 消防工作群")
    forum.writes("王主任", f"/notice {TEXT}")
    preview = await forum.member("王主任").sees("（尚未发布）")
    await forum.member("王主任").presses("发布到", on=preview)
    card = await chen.sees("📢 通知 1 号")
    forum.writes("陈姐", "今天真冷")  # who writes first is news, whatever the words
    await chen.is_quiet()
    said = forum.writes("陈姐", "收到")
    await alliance.until(lambda: "1/20" in chen.reads(card))
    await chen.is_quiet()
    shown = alliance.world.message_in(alliance.world.chat(forum.id), said)
    assert list(shown.reactions.values()) == ["👍"]
