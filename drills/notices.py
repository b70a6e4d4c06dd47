"""Notices that are open already, for drills that begin after they were posted."""

from collections.abc import Mapping

from drills.town import Town
from storage import drafts, sendings
from storage.database import Database


async def open_notices(
    made: Town,
    count: int,
    group: int | None = None,
    choices: Mapping[str, object] | None = None,
) -> list[int]:
    """So many notices, whose cards are owed to the town's group or this one; returns their ids."""
    now, author, ids = made.now(), made.staff[0], []
    chat = group or made.group
    async with Database(made.database) as db:
        for number in range(1, count + 1):
            notice = await drafts.draft(
                db,
                f"请确认第{number}件事",
                author,
                now,
                group_id=chat,
                preview_to=author,
                reply_to=None,
                choices=choices,
            )
            await sendings.send(db, notice, chat, author, now)
            ids.append(notice)
    return ids
