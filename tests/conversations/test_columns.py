"""Columns (栏目): an article from a message into its column and its group, corrected, followed."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import photos
from tests.vocabulary.reading import Message

DAY = 24 * 3600.0
GUIDE = "老年证办理指南\n带身份证和一张照片到社区。\n（示例内容）"


async def test_an_article_is_written_from_a_message_published_corrected_and_withdrawn(
    alliance: Alliance,
) -> None:
    """It is Thursday, 20 August."""
    group, wang, li = alliance["王主任"], alliance["王主任"].in_private(), alliance["小李"]
    zhang, chen = alliance["张阿姨"].in_private(), alliance["陈姐"].in_private()
    await wang.starts()
    await wang.sees("工作人员")
    told = await alliance["陈姐"].sends_album([photos.photo(1), photos.photo(2)], GUIDE)
    await alliance["陈姐"].says("/发布", reply_to=told[0])
    await alliance["陈姐"].sees("只有街道工作人员")
    await group.says("/发布", reply_to=told[0])
    await group.sees("草稿已放到私聊里")
    card = await wang.sees("📝 文章草稿")
    await alliance.shows(wang, card, "📎 附照片或文件 2 个")
    assert "老年证办理指南\n带身份证和一张照片到社区。" in wang.reads(card)
    assert "放进哪个栏目" in wang.reads(card)
    assert {"红色知识", "便民指南", "新政发布"} <= set(wang.buttons(card))
    assert "智慧党建" not in wang.buttons(card)
    await wang.presses("便民指南", on=card)
    await alliance.shows(wang, card, "📁 便民指南")
    assert "📢 发到：刘寨共建联盟" in wang.reads(card)
    await wang.presses("✏️ 标题", on=card)
    ask = await wang.sees("标题是什么？")
    assert "现在是：老年证办理指南" in wang.reads(ask)
    await wang.says("老年证怎么办", reply_to=ask["message_id"])
    await alliance.shows(wang, card, "老年证怎么办")
    before = len(alliance["张阿姨"].files())
    assert await wang.presses("✅ 发布", on=card) == "✅ 已发布。"
    await alliance.shows(wang, card, "✅ 已发布 · 2026年8月20日 周四")
    posted = await alliance["张阿姨"].sees("📰 老年证怎么办")
    assert "便民指南 · 2026年8月20日 周四 · 刘寨街道党工委" in group.reads(posted)
    assert len(alliance["张阿姨"].files()) - before == 2
    assert await wang.forges("columns.publish:1", card["message_id"]) == "之前已经发布了。"
    await alliance["张阿姨"].presses("在私聊里看全文", on=posted)
    article = await zhang.sees("📰 老年证怎么办")
    assert "王主任" not in zhang.reads(article)
    assert len(zhang.files()) == 2
    await _corrects(alliance, card, posted)
    assert "只有街道工作人员" in await zhang.forges("columns.withdraw:1", article["message_id"])
    assert "只在私聊里" in await li.forges("columns.withdraw:1", posted["message_id"])
    await wang.presses("🗑 撤回", on=card)
    await alliance.shows(wang, card, "已撤回，大家看不到")
    await alliance["张阿姨"].sees_no("📰 老年证怎么办")
    assert len(alliance["张阿姨"].files()) == before
    assert "已经不在了" in await zhang.forges("columns.read:1", article["message_id"])
    assert "之前已经撤回了" in await wang.forges("columns.withdraw:1", card["message_id"])
    await _publishes_again(alliance, card)
    await chen.says("/文章 1")
    await chen.sees("📰 老年证怎么办")


async def _publishes_again(alliance: Alliance, card: Message) -> None:
    """What is not published is found without its card."""
    wang = alliance["王主任"].in_private()
    await wang.says("/栏目")
    await wang.presses("📝 未发布：1 篇")
    await wang.presses("🗑 老年证怎么办")
    again = await wang.sees("已撤回，大家看不到")
    await wang.presses("恢复发布", on=again)
    await alliance.shows(wang, card, "👁 打开 1 次")


async def _corrects(alliance: Alliance, card: Message, posted: Message) -> None:
    """A reply to the card changes the text everywhere, and what was there comes back."""
    group, wang = alliance["王主任"], alliance["王主任"].in_private()
    await alliance.restart()
    await wang.says("带身份证到社区一楼。", reply_to=card["message_id"])
    await wang.sees("各处都已更正")
    await alliance.shows(group, posted, "带身份证到社区一楼。")
    assert "2026年8月20日 周四更正" in group.reads(posted)
    await wang.presses("修改记录", on=card)
    history = await wang.sees("修改记录")
    assert "王主任 · 正文" in wang.reads(history)
    await wang.presses("1", on=history)
    await alliance.shows(wang, history, "原来的内容：\n带身份证和一张照片到社区。")
    await wang.presses("改回这一版", on=history)
    await alliance.shows(group, posted, "带身份证和一张照片到社区。")
    await alliance.shows(wang, history, "2. ")


async def test_guides_are_asked_for_and_columns_are_managed(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    await zhang.says("怎么办老年证")
    await zhang.sees("还没有关于“老年证”的指南")
    for number, text in enumerate((GUIDE, "居住证办理指南\n（示例内容）"), start=1):
        await wang.says(f"/发布 {text}")
        card = await wang.sees(f"📝 文章草稿\n{text.partition(chr(10))[0]}")
        await wang.presses("便民指南", on=card)
        await wang.presses("✅ 发布", on=card)
        await alliance.shows(wang, card, "✅ 已发布")
        await zhang.says("老年证怎么办" if number == 1 else "办老年证要带什么")
        await zhang.sees("📰 老年证办理指南")
    await zhang.says("/办事 办理指南")
    choice = await zhang.sees("您要找的是这些吗")
    await zhang.presses("居住证办理指南", on=choice)
    await zhang.sees("📰 居住证办理指南")
    await zhang.says("/查找 居住证")
    await zhang.sees("📰 文章\n• 居住证办理指南 · 便民指南 · 8月20日 周四")
    await wang.says("/栏目")
    board = await wang.sees("📋 栏目")
    await wang.presses("管理栏目", on=board)
    await wang.presses("便民指南", on=board)
    await alliance.shows(wang, board, "英文名：Guides\n文章 2 篇 · 关注 0 人")
    await wang.presses("✏️ 改名", on=board)
    ask = await wang.sees("“便民指南”改叫什么？")
    await wang.says("街道简介", reply_to=ask["message_id"])
    await wang.sees("已经有叫“街道简介”的栏目")
    await wang.says("办事指南 / How to", reply_to=ask["message_id"])
    await wang.sees("栏目已改名为“办事指南”")
    await wang.presses("⬆️ 上移", on=board)
    await alliance.shows(wang, board, "⚙️ 办事指南\n英文名：How to")
    await wang.presses("移到别的栏目下", on=board)
    await wang.presses("政务公开", on=board)
    await alliance.shows(wang, board, "上级栏目：政务公开")
    await wang.presses("🗄 停用", on=board)
    await alliance.shows(wang, board, "已停用，不在列表里显示")
    await wang.presses("恢复栏目", on=board)
    await alliance.until(lambda: "已停用" not in wang.reads(board))
    await wang.presses("◀ 返回", on=board)
    await wang.presses("➕ 新栏目", on=board)
    ask = await wang.sees("新栏目叫什么？")
    await wang.says("一" * 50, reply_to=ask["message_id"])
    await wang.sees("名称不超过 40 个字")
    await wang.says("文明养犬", reply_to=ask["message_id"])
    await wang.sees("已新建栏目“文明养犬”")
    await zhang.says("/栏目")
    board = await zhang.sees("📋 栏目")
    assert "文明养犬" in zhang.buttons(board)
    assert "管理栏目" not in "".join(zhang.buttons(board))
    for data in ("open:99", "open", "read:99", "page:9:9", "more:99", "follow:99", "leave:99"):
        assert await zhang.forges(f"columns.{data}", board["message_id"]) is not None, data
    for data in ("card:9", "into:9:9", "to:1:5", "version:1:9", "revert:1:9", "edit:9999"):
        assert await wang.forges(f"columns.{data}", card["message_id"]) is not None, data
