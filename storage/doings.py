"""What organisations did, and what is still expected of them."""

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import partners
from storage.activity_lists import WHOLE
from storage.database import query
from storage.notices import OPEN
from storage.tables import activities, answers, asked, notices
from storage.values import Value


class Doings(Value):
    """What an organisation did, and how many open notices still wait for its answer."""

    activities: int
    unanswered: int


@query
async def of(connection: AsyncConnection, organisation_id: int) -> Doings:
    """The organisation's activities and the sent notices that it has not answered, counted."""
    done = (
        select(func.count()).select_from(activities).where(WHOLE, partners.is_of(organisation_id))
    )
    answered = exists().where(
        answers.c.notice_id == asked.c.notice_id,
        answers.c.organisation_id == asked.c.organisation_id,
    )
    waiting = (
        select(func.count())
        .select_from(asked.join(notices, notices.c.id == asked.c.notice_id))
        .where(asked.c.organisation_id == organisation_id, notices.c.state == OPEN, ~answered)
    )
    return Doings(
        activities=(await connection.execute(done)).scalar_one(),
        unanswered=(await connection.execute(waiting)).scalar_one(),
    )
