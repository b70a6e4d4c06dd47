"""Links that make somebody a candidate, once. Only a hash of what stands in the link is kept."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import candidates, seats
from storage.candidates import HANDOVER, LINK
from storage.database import transaction
from storage.organisations import Organisation
from storage.seats import Rank
from storage.tables import invitations as table, organisations
from storage.values import Value

LIFE = timedelta(days=7)
TOKEN_BYTES = 16


class Outcome(Enum):
    """What became of a link that somebody opened."""

    ASKED = "asked"
    WAITS = "waits"
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
    predecessor: int | None = None
    """Who hands the role over by this link; None: staff gave it out."""
    stays_deputy: bool = False


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
    predecessor: int | None = None,
    stays_deputy: bool = False,
) -> datetime:
    """Keeps a link for one liaison or deputy; returns until when it holds.

    With a predecessor it is for who takes that one's role over.
    """
    made = insert(table).values(
        token_hash=_hash(token),
        organisation_id=organisation_id,
        created_by=created_by,
        created_at=now,
        expires_at=now + LIFE,
        is_deputy=is_deputy,
        predecessor=predecessor,
        stays_deputy=stays_deputy,
    )
    await connection.execute(made)
    return now + LIFE


@transaction
async def invite_all(
    connection: AsyncConnection, tokens: Mapping[int, str], created_by: int, now: datetime
) -> datetime:
    """Keeps a link for a liaison of each of these organisations; until when they hold."""
    rows = [
        {
            "token_hash": _hash(token),
            "organisation_id": organisation_id,
            "created_by": created_by,
            "created_at": now,
            "expires_at": now + LIFE,
        }
        for organisation_id, token in tokens.items()
    ]
    await connection.execute(insert(table), rows)
    return now + LIFE


@transaction
async def use(connection: AsyncConnection, token: str, person_id: int, now: datetime) -> Opened:
    """Makes the person a candidate and owes who gave it out the question; a link works once."""
    found = select(table).where(table.c.token_hash == _hash(token))
    invitation = Invitation.of((await connection.execute(found)).one_or_none())
    if invitation is None:
        return Opened(outcome=Outcome.UNKNOWN)
    theirs = select(organisations).where(organisations.c.id == invitation.organisation_id)
    one = Organisation.of((await connection.execute(theirs)).one_or_none())
    if one is None or one.retired_at is not None:
        return Opened(outcome=Outcome.UNKNOWN)
    outcome = await _outcome(connection, invitation, person_id, now)
    if outcome is Outcome.ASKED:
        await _ask(connection, invitation, person_id, now)
    return Opened(outcome=outcome, organisation=one, is_deputy=invitation.is_deputy)


async def _outcome(
    connection: AsyncConnection, invitation: Invitation, person_id: int, now: datetime
) -> Outcome:
    """A link that would give nothing to the person stays good for another."""
    who = person_id, invitation.organisation_id
    rank = await seats.rank_of(connection, *who)
    if rank in {Rank.LIAISON, _rank(invitation)}:
        return Outcome.ALREADY
    if await candidates.waits(connection, *who):
        return Outcome.WAITS
    if invitation.used_by is not None:
        return Outcome.USED
    if invitation.expires_at <= now:
        return Outcome.EXPIRED
    return Outcome.OWN if invitation.created_by == person_id else Outcome.ASKED


async def _ask(
    connection: AsyncConnection, invitation: Invitation, person_id: int, now: datetime
) -> None:
    used = update(table).where(table.c.token_hash == invitation.token_hash)
    await connection.execute(used.values(used_by=person_id, used_at=now))
    facts = {
        "origin": LINK if invitation.predecessor is None else HANDOVER,
        "rank": _rank(invitation).value,
        "invited_by": invitation.created_by,
        "predecessor": invitation.predecessor,
        "stays_deputy": invitation.stays_deputy,
    }
    inviter = invitation.created_by if facts["origin"] == LINK else None
    await candidates.stand(connection, person_id, invitation.organisation_id, now, facts, inviter)


def _rank(invitation: Invitation) -> Rank:
    return Rank.DEPUTY if invitation.is_deputy else Rank.LIAISON


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
