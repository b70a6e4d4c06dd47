"""The five 联动, and the tags below them, which staff add, rename and retire."""

from sqlalchemy import and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import activity_tags, tags as table
from storage.values import Value

EDUCATION, LIVELIHOOD, CULTURE = "education", "livelihood", "culture"
SAFETY, DEVELOPMENT = "safety", "development"
LINKAGES = (EDUCATION, LIVELIHOOD, CULTURE, SAFETY, DEVELOPMENT)
"""党群教育, 民生工作, 区域文化, 安全稳定, 区域发展: in the alliance's order."""


class Tag(Value):
    """What an activity was, more closely than its 联动; one that is not offered was retired."""

    id: int
    linkage: str
    name: str
    is_offered: bool = True


@query
async def every(connection: AsyncConnection) -> tuple[Tag, ...]:
    """All tags, those that are retired too, in the order of the 联动 and then of their making."""
    rows = await connection.execute(select(table).order_by(table.c.id))
    tags = Tag.each(rows)
    return tuple(sorted(tags, key=lambda tag: (LINKAGES.index(tag.linkage), tag.id)))


async def of(connection: AsyncConnection, activity_id: int) -> tuple[Tag, ...]:
    """The tags of an activity, within another query or transaction."""
    mine = table.join(activity_tags, activity_tags.c.tag_id == table.c.id)
    found = select(table).select_from(mine).where(activity_tags.c.activity_id == activity_id)
    return Tag.each(await connection.execute(found.order_by(table.c.id)))


@transaction
async def add(connection: AsyncConnection, linkage: str, name: str) -> Tag | None:
    """A new tag, or the retired one of this name offered again; None: it is there already."""
    same = table.c.name == name
    known = Tag.of((await connection.execute(select(table).where(same))).one_or_none())
    if known is not None and known.is_offered:
        return None
    made = (
        insert(table).values(linkage=linkage, name=name)
        if known is None
        else update(table).where(same).values(linkage=linkage, is_offered=True)
    )
    return Tag.of((await connection.execute(made.returning(table))).one())


@transaction
async def rename(connection: AsyncConnection, tag_id: int, name: str) -> bool:
    """Activities that bear it bear the new name; False: another tag has that name."""
    taken = select(table.c.id).where(table.c.name == name, table.c.id != tag_id)
    if (await connection.execute(taken)).first() is not None:
        return False
    await connection.execute(update(table).where(table.c.id == tag_id).values(name=name))
    return True


@transaction
async def offer(connection: AsyncConnection, tag_id: int, *, is_offered: bool) -> None:
    """Retires a tag, or offers it again; activities keep theirs."""
    changed = update(table).where(and_(table.c.id == tag_id, table.c.is_offered != is_offered))
    await connection.execute(changed.values(is_offered=is_offered))
