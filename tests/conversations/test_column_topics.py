"""Topics of a forum: bound or opened for columns, and gone."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_topics import Forum
from tests.vocabulary.reading import labels

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def test_a_column_has_a_topic_and_goes_on_when_the_topic_is_closed(
    alliance: Alliance,
) -> None:
    forum = Forum(alliance)
    wang, member = alliance["王主任"].in_private(), forum.member("王主任")
    forum.writes("王主任", "/栏目话题")
    ask = await member.sees("这个话题给哪个栏目用")
    assert "只有街道" in await forum.member("张阿姨").forges("columns.here:5:1", ask["message_id"])
    await member.presses("政务公开", on=ask)
    await alliance.shows(member, ask, "今后“政务公开”的新文章会发到这个话题")
    await wang.says("/栏目话题")
    panel = await wang.sees("🧵 栏目话题")
    await wang.presses("刘寨共建联盟", on=panel)
    await wang.presses("便民指南", on=panel)
    assert "没有开启话题" in await wang.presses("新建话题", on=panel)
    await wang.says("/栏目话题")
    panel = await wang.sees("🧵 栏目话题\n在开启")
    await wang.presses("消防工作群", on=panel)
    await alliance.shows(wang, panel, "政务公开：🧵 演练")
    await wang.presses("给没有话题的栏目都建一个", on=panel)
    await alliance.shows(wang, panel, "便民指南：🧵 便民指南")
    topics = alliance.world.chat(forum.id).topics
    assert len(topics) == len({topic.name for topic in topics.values()}) == 8

    async def publishes(title: str, column: str) -> None:
        await wang.says(f"/发布 {title}")
        card = await wang.sees(f"📝 文章草稿\n{title}")
        await wang.presses(column, on=card)
        await wang.presses("📢 发到哪个群", on=card)
        await wang.presses("消防工作群", on=card)
        await wang.presses("✅ 发布", on=card)

    await publishes("公开一", "政务公开")
    assert forum.in_topic(await member.sees("📰 公开一"))
    alliance.world.delete_topic(alliance["王主任"].id, forum.id, forum.topic)
    await publishes("公开二", "政务公开")
    posted = await member.sees("📰 公开二")
    assert "message_thread_id" not in posted
    trouble = await wang.sees("话题已关闭或删除，文章改发到群的公共区")
    await publishes("公开三", "政务公开")
    await member.sees("📰 公开三")
    told = [one for one in alliance.world.messages(wang.chat) if "看文章 ›" in labels(one)]
    assert [one["message_id"] for one in told] == [trouble["message_id"]]


async def test_a_topic_that_has_its_columns_name_is_renamed_along(alliance: Alliance) -> None:
    forum, wang = Forum(alliance), alliance["王主任"].in_private()
    theirs = alliance.world.add_topic(wang.id, forum.id, "街道简介")
    await wang.says("/栏目话题")
    panel = await wang.sees("🧵 栏目话题\n在开启")
    await wang.presses("消防工作群", on=panel)
    await wang.presses("给没有话题的栏目都建一个", on=panel)
    await alliance.shows(wang, panel, "街道简介：🧵 街道简介")
    topics = alliance.world.chat(forum.id).topics

    def named(name: str) -> int:
        return next(topic.id for topic in topics.values() if topic.name == name)

    async def renames(column: str, name: str) -> str:
        await wang.says("/栏目")
        await wang.presses("⚙️ 管理栏目")
        await wang.presses(column)
        await wang.presses("✏️ 改名")
        ask = await wang.sees(f"“{column}”改叫什么")
        await wang.says(name, reply_to=ask["message_id"])
        return wang.reads(await wang.sees(f"栏目已改名为“{name}”"))

    guides = named("便民指南")
    assert "🧵 消防工作群里的话题也改了名" in await renames("便民指南", "办事指南")
    assert topics[guides].name == "办事指南"
    alliance.world.rename_topic(wang.id, forum.id, named("政务公开"), "公开栏")
    assert "话题" not in await renames("政务公开", "政务大公开")
    alliance.world.promote_bot(wang.id, forum.id, {"can_delete_messages"})
    assert "⚠️ 消防工作群里的话题没能改名" in await renames("街道简介", "街道概况")
    assert topics[theirs].name == "街道简介"
    assert "也改了名" in await renames("办事指南", "便民指南")
    assert topics[guides].name == "便民指南"
