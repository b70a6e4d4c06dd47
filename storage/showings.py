"""An activity shown to who asked for it: its photos, and its card below them."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import transaction

CARD, PHOTOS = "activities.card", "activities.album"
"""The deliveries; their subject is the activity."""


class Asked(NamedTuple):
    """Where somebody asked, and in which language."""

    chat_id: int
    topic_id: int | None
    reply_to: int | None
    language: str


@transaction
async def show(
    connection: AsyncConnection, activity_id: int, asked: Asked, now: datetime, *, has_photos: bool
) -> None:
    """Owes both; a reaction to either finds its activity."""
    chat_id, topic_id, reply_to, language = asked
    for kind in (PHOTOS, CARD) if has_photos else (CARD,):
        await deliveries.owe(
            connection,
            kind,
            activity_id,
            chat_id,
            now,
            topic_id=topic_id,
            reply_to=reply_to,
            language=language,
        )
