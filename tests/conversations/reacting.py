"""A group where reactions count, and a notice in it."""

from sqlalchemy import Table, select

from storage.database import Database
from storage.tables import organisations, people
from tests.conversations.alliance import Alliance
from tests.vocabulary.reading import Message


async def switched_on(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/设置")
    await wang.presses("表情算收到")
    await wang.presses("▫️ 刘寨共建联盟")


async def posted(alliance: Alliance, *choices: str) -> Message:
    """王主任 posts a notice, after these presses on its draft; gives its card."""
    wang = alliance["王主任"].in_private()
    await wang.says("/notice 8月24日下午3点开会，请各单位确认")
    for choice in choices:
        await wang.presses(choice)
        await wang.is_quiet()
    await wang.presses("发布到")
    return await alliance["王主任"].sees("📢 通知 1 号")


async def written_down(alliance: Alliance, table: Table) -> list[tuple[object, ...]]:
    """Who said what, and whether by a reaction alone: of the answers, or of all their changes."""
    whose = table.join(people).join(organisations)
    said = select(organisations.c.short_name, people.c.name, table.c.answer, table.c.is_reaction)
    async with Database(alliance.settings.database) as db:
        rows = await db.read(
            lambda connection: connection.execute(said.select_from(whose).order_by(table.c.id))
        )
        return [tuple(row) for row in rows]
