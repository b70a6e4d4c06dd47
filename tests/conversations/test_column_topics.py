"""Topics of a forum: bound or opened for columns, and gone."""

from tests.conversations.alliance import Alliance
from tests.conversations.test_topics import Forum
from tests.vocabulary.reading import labels


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
