"""Columns that are followed: the gathering on Friday, the night, and groups that are lost."""

from datetime import timedelta

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_deadlines import HOUR, pass_time
from tests.conversations.test_quiet import turned_quiet
from tests.vocabulary import Person
from tests.vocabulary.reading import Message, words

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells
DAY = 24 * 3600.0


async def test_step_by_step_read_followed_and_gathered_on_friday(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    await zhang.says("/菜单")
    menu = await zhang.sees("点一项，看看能办什么")
    await zhang.presses("栏目", on=menu)
    await alliance.shows(zhang, menu, "📋 栏目")
    await zhang.presses("智慧党建 ›", on=menu)
    await alliance.shows(zhang, menu, "📰 智慧党建")
    await zhang.presses("通知公告", on=menu)
    await zhang.sees("还没有发布过通知")
    await zhang.presses("红色知识", on=menu)
    await alliance.shows(zhang, menu, "📰 智慧党建 › 红色知识\n这个栏目还没有文章。")
    await zhang.presses("‹ 智慧党建", on=menu)
    await alliance.shows(zhang, menu, "📰 智慧党建")
    assert "每周五下午" in await zhang.presses("⭐ 关注", on=menu)
    await alliance.until(lambda: "★ 取消关注" in zhang.buttons(menu))
    await wang.says("/发布")
    card = await wang.sees("📝 文章草稿")
    await wang.presses("党建快讯", on=card)
    ask = await wang.sees("请用文章回复这条消息")
    assert "还缺栏目或标题" in await wang.presses("✅ 发布", on=card)
    await _discards(wang, ask)
    await wang.says("八月党员活动\n学习交流。", reply_to=ask["message_id"])
    await wang.presses("看草稿")
    card = await wang.sees("八月党员活动\n学习交流。")
    await wang.presses("📢 发到哪个群", on=card)
    await wang.presses("🚫 不发群", on=card)
    await alliance.shows(wang, card, "📢 不发群，只放进栏目")
    await wang.presses("✅ 发布", on=card)
    await alliance.shows(wang, card, "✅ 已发布")
    await alliance.restart()
    news = await zhang.sees("🗞 您关注的栏目有更新", within=2 * DAY)
    assert "智慧党建 › 党建快讯\n• 八月党员活动 · 8月20日 周四" in zhang.reads(news)
    await zhang.presses("八月党员活动", on=news)
    await zhang.sees("智慧党建 › 党建快讯 · 2026年8月20日 周四")
    await alliance["张阿姨"].sees_no("八月党员活动")
    await wang.says("/文章 1")
    shown = await wang.sees("📰 八月党员活动")
    await wang.presses("更正", on=shown)
    await wang.sees("👁 打开 2 次")
    alliance.clock.advance(timedelta(days=7).total_seconds())
    await zhang.is_quiet()
    gathered = [one for one in alliance.world.messages(zhang.chat) if "🗞" in words(one)]
    assert len(gathered) == 1
    assert "已取消关注" in await zhang.presses("取消关注", on=news)
    assert "没有关注" in await zhang.presses("取消关注", on=news)
    await _reads_in_english(alliance)


async def _discards(wang: Person, ask: Message) -> None:
    """Words behind the command count, though a question of ours was answered with it."""
    await wang.says("/发布 回复了提问也不要紧", reply_to=ask["message_id"])
    other = await wang.sees("📝 文章草稿\n回复了提问也不要紧")
    assert "我想说" not in wang.buttons(other)
    await wang.presses("▶", on=other)
    await wang.presses("我想说", on=other)
    await wang.presses("🗑 丢弃", on=other)
    await wang.sees_no("回复了提问也不要紧")


async def _reads_in_english(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/columns")
    menu = await emma.sees("Press one to read what is in it")
    await emma.presses("Smart party building", on=menu)
    await emma.presses("Party building news", on=menu)
    await alliance.shows(emma, menu, "1. 八月党员活动")
    await emma.presses("八月党员活动", on=menu)
    await emma.sees("Smart party building › Party building news · Thu 20 Aug 2026")


async def test_at_night_and_in_a_group_that_is_lost(alliance: Alliance) -> None:
    """It is ten in the evening: the column has it at once, the group in the morning."""
    await turned_quiet(alliance)
    await pass_time(alliance, 13 * HOUR)
    group, wang = alliance["王主任"], alliance["王主任"].in_private()
    await wang.says("/发布 夜里写的\n早上再发")
    card = await wang.sees("📝 文章草稿")
    await wang.presses("街办动态", on=card)
    await alliance.shows(wang, card, "📁 街办动态")
    assert "群里 8月21日 周五 07:30 再发" in await wang.presses("✅ 发布", on=card)
    await group.says("/栏目")
    board = await group.sees("📋 栏目")
    await alliance["张阿姨"].presses("街办动态 · 1", on=board)
    await alliance.shows(group, board, "1. 夜里写的")
    assert "⭐ 关注" not in group.buttons(board)
    await group.sees_no("早上再发")
    await group.sees("早上再发", within=10 * HOUR)
    alliance.world.remove_bot(alliance["王主任"].id, alliance.group)
    await wang.is_quiet()
    await wang.says("/发布 群没了")
    card = await wang.sees("📝 文章草稿\n群没了")
    await wang.presses("街办动态", on=card)
    await wang.presses("✅ 发布", on=card)
    await alliance.shows(wang, card, "📢 不发群，只放进栏目")
    await wang.says("/栏目话题")
    await wang.sees("我还没有加入任何群")
