"""A course as staff write one."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person, photo

FIRST = "联盟是怎么来的\n2016年，街道把辖区单位请到一起，共建共享。"
SECOND = "五联动是什么\n党群教育、民生工作、区域文化、安全稳定、区域发展。"
ASKED = "联盟有几联动？\n三联动\n*五联动\n七联动\n解释：五个方面一起动。"
PAPER = ("document", "章程.docx", b"charter")


async def a_course(alliance: Alliance) -> Person:
    """王主任 writes one with two lessons and a question, and publishes it to the group."""
    wang = alliance["王主任"].in_private()
    await wang.says("/党课")
    await wang.sees("现在还没有党课")
    await wang.presses("新建党课")
    await wang.sees("这门课叫什么")
    await wang.says("认识联盟")
    await wang.sees("认识联盟 第 1 课\n请发这一课的文字")
    await wang.sends_album([photo(1), photo(2)], FIRST)
    receipt = await wang.sees("✅ 第 1 课：联盟是怎么来的")
    assert "23 字、2 个图片视频" in wang.reads(receipt)
    await wang.sends_files([PAPER])
    await wang.sees("已收到：23 字、2 个图片视频、1 个文件。\n结尾是：“2016年")
    await wang.presses("下一课")
    await wang.sees("第 2 课\n请发这一课的文字")
    await wang.says(SECOND)
    await wang.sees("✅ 第 2 课：五联动是什么")
    await wang.presses("去出题")
    await wang.sees("第 1 题\n请用一条消息发")
    await wang.says(ASKED)
    await wang.sees("📝 1 题，答对 1 题通过（60%）")
    await wang.presses("📣 发布")
    await wang.sees("要不要告诉群里")
    assert "大家都能学了" in await wang.presses("刘寨共建联盟")
    return wang
