"""Thanks for a wish that came true: a photo, which goes out once its community says so."""

from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, wish_claims, wishes
from storage.database import transaction
from storage.tables import chats, wishes as table
from storage.wish_claims import THANK

PREVIEW, THANKS = "wishes.preview", "wishes.thanks"
"""The deliveries: how it would look, to who sent the photo; and the thanks in the groups."""


@transaction
async def ask(connection: AsyncConnection, wish_id: int, chat_id: int, now: datetime) -> None:
    """Owes the question for a photo."""
    await deliveries.owe(connection, THANK, wish_id, chat_id, now)


@transaction
async def propose(  # noqa: PLR0913, PLR0917 - what, by whom, where, when
    connection: AsyncConnection,
    wish_id: int,
    photo: str,
    person_id: int,
    chat_id: int,
    now: datetime,
) -> bool:
    """A photo is there, and shown to who sent it; False: thanks are said already."""
    fits = and_(table.c.id == wish_id, table.c.thanked_at.is_(None))
    values = {"photo": photo, "photo_by": person_id}
    if (await connection.execute(update(table).where(fits).values(values))).rowcount == 0:
        return False
    await deliveries.owe_edit(connection, PREVIEW, wish_id)
    await deliveries.owe(connection, PREVIEW, wish_id, chat_id, now)
    return True


@transaction
async def say(connection: AsyncConnection, wish_id: int, now: datetime) -> bool:
    """The photo goes to the groups, and to who gave; False: it went before, or there is none."""
    fits = and_(table.c.id == wish_id, table.c.thanked_at.is_(None), table.c.photo != "")
    said = update(table).where(fits).values(thanked_at=now)
    if (await connection.execute(said)).rowcount == 0:
        return False
    joined = select(chats.c.id).where(chats.c.is_joined).order_by(chats.c.id)
    to = list((await connection.execute(joined)).scalars())
    to += dict.fromkeys(
        one.person_id for one in await wish_claims.of_wish(connection, wish_id) if one.is_done
    )
    for chat_id in to:
        await deliveries.owe(connection, THANKS, wish_id, chat_id, now)
    await _show(connection, wish_id)
    return True


@transaction
async def take_back(connection: AsyncConnection, wish_id: int) -> bool:
    """The photo goes, from the groups as well; False: there was none."""
    fits = and_(table.c.id == wish_id, table.c.photo != "")
    values = {"photo": "", "photo_by": None, "thanked_at": None}
    if (await connection.execute(update(table).where(fits).values(values))).rowcount == 0:
        return False
    await _show(connection, wish_id)
    return True


async def _show(connection: AsyncConnection, wish_id: int) -> None:
    for kind in (PREVIEW, THANKS, THANK):
        await deliveries.owe_edit(connection, kind, wish_id)
    await wishes.show(connection, wish_id)
