"""What the file has of somebody, as it goes or gets another number: parts of a transaction."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.candidates import WITHDRAWN
from storage.notices import DISCARDED, DRAFT
from storage.organisations import Organisation
from storage.persons import OF_CHATS, OF_PEOPLE, RAW
from storage.questions import OPEN
from storage.reminders import COPY
from storage.tables import (
    activities,
    answers,
    article_files,
    articles,
    attachments,
    candidates,
    deliveries as owed,
    inbox,
    invitations,
    liaisons,
    likes,
    metadata,
    notices,
    organisations,
    parts,
    photos,
    searches,
)

GONE = (
    *("likes", "phones", "first_steps", "liaisons", "memberships"),
    *("course_writings", "course_reminders", "wish_words", "follows", "gatherings"),
)
"""Tables of which somebody's rows go whole."""
ELSEWHERE = ("people", "trail")
"""The person's own row goes in the end; the record is blanked."""
SHORTEST = 2
"""Characters of a name that is looked for in what was searched."""


def counted(person_id: int) -> dict[str, ColumnElement[bool]]:
    """What people are told of, by what it is called."""
    mine = notices.c.author_id == person_id
    return {
        "answers": answers.c.person_id == person_id,
        "activities": activities.c.reporter_id == person_id,
        "notices": and_(mine, notices.c.number.is_not(None)),
        "likes": likes.c.person_id == person_id,
        "photos": _loose(person_id),
        "drafts": and_(mine, notices.c.state == DRAFT),
    }


async def bare(connection: AsyncConnection, person_id: int) -> tuple[Organisation, ...]:
    """The organisations for which this person answers, and nobody else."""
    others = select(liaisons.c.organisation_id).where(liaisons.c.person_id != person_id)
    mine = select(liaisons.c.organisation_id).where(liaisons.c.person_id == person_id)
    own = and_(organisations.c.id.in_(mine), organisations.c.id.not_in(others))
    rows = await connection.execute(
        select(organisations).where(own).order_by(organisations.c.position)
    )
    return Organisation.each(rows)


async def let_go(connection: AsyncConnection, person_id: int, nobody: int) -> None:
    """What nobody but the person needs is deleted; what was going to happen, does not."""
    for name in GONE:
        table = metadata.tables[name]
        await connection.execute(delete(table).where(table.c.person_id == person_id))
    await connection.execute(delete(photos).where(_loose(person_id)))
    unused = and_(invitations.c.created_by == person_id, invitations.c.used_at.is_(None))
    await connection.execute(delete(invitations).where(unused))
    asks = and_(candidates.c.person_id == person_id, candidates.c.state == OPEN)
    await connection.execute(update(candidates).where(asks).values(state=WITHDRAWN))
    await _discard(connection, person_id)
    await _deliver_no_more(connection, person_id, nobody)


async def forget_words(
    connection: AsyncConnection, person_id: int, names: Iterable[str], now: datetime
) -> None:
    """What came from the person and was set aside, and what was looked for by the name."""
    aside = and_(func.instr(inbox.c.raw, str(person_id)) > 0, inbox.c.fault.is_not(None))
    settled = {"raw": "", "done_at": now, "fault": None, "error": None}
    await connection.execute(update(inbox).where(aside).values(settled))
    waiting = metadata.tables["confirmations"]
    said = func.instr(waiting.c[RAW["confirmations"]], str(person_id)) > 0
    await connection.execute(delete(waiting).where(said))
    looked = [func.instr(searches.c.words, name) > 0 for name in names if len(name) >= SHORTEST]
    if looked:
        await connection.execute(delete(searches).where(or_(*looked)))


async def replace(connection: AsyncConnection, person_id: int, nobody: int) -> None:
    """Every row that stays gets the new number; so does every private chat in them."""
    for columns in (OF_PEOPLE, OF_CHATS):
        for name, listed in columns.items():
            table = metadata.tables[name]
            for column in listed if name not in ELSEWHERE else ():
                mine = update(table).where(table.c[column] == person_id)
                await connection.execute(mine.values({column: nobody}))


def _loose(person_id: int) -> ColumnElement[bool]:
    return and_(photos.c.person_id == person_id, photos.c.activity_id.is_(None))


async def _discard(connection: AsyncConnection, person_id: int) -> None:
    """Drafts lose their words and their files."""
    mine = and_(notices.c.author_id == person_id, notices.c.state == DRAFT)
    drafts = select(notices.c.id).where(mine)
    await connection.execute(delete(attachments).where(attachments.c.notice_id.in_(drafts)))
    empty = {"text": "", "state": DISCARDED, "panel": "", "steps": ""}
    await connection.execute(update(notices).where(mine).values(empty))
    own = and_(articles.c.author_id == person_id, articles.c.state == DRAFT)
    begun = select(articles.c.id).where(own)
    await connection.execute(delete(article_files).where(article_files.c.article_id.in_(begun)))
    bare = {"title": "", "body": "", "state": DISCARDED, "panel": ""}
    await connection.execute(update(articles).where(own).values(bare))


async def _deliver_no_more(connection: AsyncConnection, person_id: int, nobody: int) -> None:
    """Private messages are forgotten; of a notice's copies it stays counted that they went out."""
    mine = owed.c.chat_id == person_id
    copies = and_(mine, owed.c.kind == COPY)
    kept = {"chat_id": nobody, "state": "dropped", "edit_owed": False}
    await connection.execute(update(owed).where(copies).values(kept))
    others = select(owed.c.id).where(mine)
    await connection.execute(delete(parts).where(parts.c.delivery_id.in_(others)))
    await connection.execute(delete(owed).where(mine))
