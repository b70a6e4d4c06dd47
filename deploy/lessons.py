"""The demo's course: what the alliance is, by the facts of the sample data."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from commands.courses.rules import read_question
from storage.quiz_questions import BREAK, Written
from storage.tables import courses, lessons, quiz_questions

TITLE = "认识我们的共建联盟"
LESSONS = {
    "联盟是怎么来的": """
刘寨街道党工委牵头，把辖区里的单位请到一起：5 个社区、5 家企业、1 个社会组织、9 家驻辖区单位，\
加上街道，一共 21 家。

2016 年 8 月 24 日，街道召开区域化大党建共驻共建联席会议，\
5 个社区党支部和辖区 19 个单位的党组织参加，交流党建和服务群众的经验。

有事大家商量，有资源大家共用，这就是“共驻共建”。
""",
    "什么是五联动": """
联盟的活动分成五类，叫“五联动”：

1. 党群教育：比如兴隆社区和第六十中学的青少年思想道德教育讲座，学校、社区、家庭一起教。
2. 民生工作：比如粮运社区、裕华社区的义诊和免费体检，把健康顾问送到居民家门口。
3. 区域文化：比如军干四所的家庭幸福人生传统文化巡讲。
4. 安全稳定：比如刘寨中队下沉到 5 个社区，做治安防范、消防安全和安全生产大排查。
5. 区域发展：比如 2016 年 11 月 11 日，50 人到泰山村等地观摩学习。
""",
    "我们一起办过的事": """
• 金秋助学：兴隆粮库和兴隆社区的党员踊跃捐款，救助辖区困难学子。
• 送温暖、献爱心：惠济法院号召捐赠闲置衣物，为贫困家庭的孩子送温暖。
• 老年居民专项服务：同乐社区、清华园社区和颐和和社工中心每月一次，解决老人生活里的难处。
• 慈善日募捐：明韬实业、清华园房地产等 5 家企业向困难群体奉献爱心。

您也能出一份力：看看群里的活动，有空就来。
""",
}
QUESTIONS = """
2016 年 8 月的联席会议，有多少个辖区单位的党组织参加？
9 个
*19 个
50 个
解释：5 个社区党支部和辖区 19 个单位的党组织参加。

下面哪一项不是“五联动”？
党群教育
安全稳定
*体育比赛
区域文化
解释：五联动是党群教育、民生工作、区域文化、安全稳定、区域发展。

老年居民专项服务多久一次？
每周一次
*每月一次
每年一次
解释：同乐社区、清华园社区和颐和和社工中心每月一次。
"""
"""As staff write them."""


async def teach(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """Writes the course past the steps that ask for it, as nobody has pressed Start yet."""
    by = {"written_by": person_id, "written_at": now}
    open_ = {"state": "open", "published_by": person_id, "published_at": now}
    made = insert(courses).values(by | open_ | {"title": TITLE}).returning(courses.c.id)
    own = {"course_id": (await connection.execute(made)).scalar_one()} | by
    held = [
        own | {"place": place, "title": title, "text": text.strip()}
        for place, (title, text) in enumerate(LESSONS.items(), start=1)
    ]
    asked = [
        own | {"place": place} | _row(read_question(words))
        for place, words in enumerate(QUESTIONS.strip().split("\n\n"), start=1)
    ]
    await connection.execute(insert(lessons).values(held))
    await connection.execute(insert(quiz_questions).values(asked))


def _row(written: Written) -> dict[str, object]:
    return written.model_dump() | {"options": BREAK.join(written.options)}
