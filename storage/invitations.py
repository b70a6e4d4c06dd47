"""Links that make somebody a liaison, once. Only a hash of what stands in the link is kept."""

import secrets
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256

from sqlalchemy import exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, people
from storage.database import transaction
from storage.organisations import Organisation
from storage.tables import invitations as table, liaisons, organisations
from storage.values import Value

LIFE = timedelta(days=7)
TOKEN_BYTES = 16
JOINED = "people.joined"
"""The delivery that tells who invited; its subject is the person who joined."""


class Outcome(Enum):
    """What became of a link that somebody opened."""

    JOINED = "joined"
    ALREADY = "already"
    OWN = "own"
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Invitation(Value):
    """A link that was given out."""

    token_hash: str
    organisation_id: int
    created_by: int
    created_at: datetime
    expires_at: datetime
    used_by: int | None = None
    is_deputy: bool


class Opened(Value):
    """The outcome, and the organisation that the link was for."""

    outcome: Outcome
    organisation: Organisation | None = None
    is_deputy: bool = False


def new_token() -> str:
    """128 random bits as 32 hexadecimal characters, which a Telegram link bears as they are."""
    return secrets.token_hex(TOKEN_BYTES)


@transaction
async def invite(  # noqa: PLR0913 - for whom, by whom, when, as what
    connection: AsyncConnection,
    token: str,
    organisation_id: int,
    created_by: int,
    now: datetime,
    *,
    is_deputy: bool = False,
) -> datetime:
    """Keeps a link for one liaison or deputy; returns until when it holds."""
    made = insert(table).values(
        token_hash=_hash(token),
        organisation_id=organisation_id,
        created_by=created_by,
        created_at=now,
        expires_at=now + LIFE,
        is_deputy=is_deputy,
    )
    await connection.execute(made)
    return now + LIFE


@transaction
async def use(connection: AsyncConnection, token: str, person_id: int, now: datetime) -> Opened:
    """Makes the person a liaison and owes the inviter the news; a link works once."""
    found = select(table).where(table.c.token_hash == _hash(token))
    invitation = Invitation.of((await connection.execute(found)).one_or_none())
    if invitation is None:
        return Opened(outcome=Outcome.UNKNOWN)
    outcome = await _outcome(connection, invitation, person_id, now)
    if outcome is Outcome.JOINED:
        await _join(connection, invitation, person_id, now)
    theirs = select(organisations).where(organisations.c.id == invitation.organisation_id)
    row = (await connection.execute(theirs)).one_or_none()
    one = Organisation.of(row)
    return Opened(outcome=outcome, organisation=one, is_deputy=invitation.is_deputy)


async def _outcome(
    connection: AsyncConnection, invitation: Invitation, person_id: int, now: datetime
) -> Outcome:
    """A link that would give nothing to the person stays good for another."""
    is_liaison = exists().where(
        liaisons.c.person_id == person_id,
        liaisons.c.organisation_id == invitation.organisation_id,
    )
    if (await connection.execute(select(is_liaison))).scalar_one():
        return Outcome.ALREADY
    if invitation.used_by is not None:
        return Outcome.USED
    if invitation.expires_at <= now:
        return Outcome.EXPIRED
    return Outcome.OWN if invitation.created_by == person_id else Outcome.JOINED


async def _join(
    connection: AsyncConnection, invitation: Invitation, person_id: int, now: datetime
) -> None:
    used = update(table).where(table.c.token_hash == invitation.token_hash)
    await connection.execute(used.values(used_by=person_id, used_at=now))
    inviter = invitation.created_by
    who, is_deputy = (person_id, invitation.organisation_id), invitation.is_deputy
    await people.answer_for(connection, *who, inviter, now, is_deputy=is_deputy)
    await deliveries.owe(connection, JOINED, person_id, inviter, now)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
