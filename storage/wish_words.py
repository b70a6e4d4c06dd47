"""What a giver and a community tell each other through the bot, until it is handed over."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, wish_claims, wishes
from storage.database import query, transaction
from storage.tables import wish_words as table
from storage.values import Value
from storage.wish_claims import WORD

ASK_GIVER, ASK_COMMUNITY = "wishes.ask_giver", "wishes.ask_community"
"""The deliveries that ask for words: of who claimed, and of the community; of the claim."""


class Said(Value):
    """Words to the other side."""

    id: int
    claim_id: int
    is_givers: bool
    """True: from who claimed, to the community."""
    words: str


@transaction
async def ask(
    connection: AsyncConnection, kind: str, claim_id: int, chat_id: int, now: datetime
) -> None:
    """Owes the question what to say: `ASK_GIVER` or `ASK_COMMUNITY`."""
    await deliveries.owe(connection, kind, claim_id, chat_id, now)


@transaction
async def say(  # noqa: PLR0913 - what, by whom, to which side, when
    connection: AsyncConnection,
    claim_id: int,
    words: str,
    person_id: int,
    now: datetime,
    *,
    is_givers: bool,
) -> bool:
    """Owes the words to the other side; False: nothing is to be handed over any more."""
    claim = await wish_claims.the(connection, claim_id)
    wish = None if claim is None else await wishes.the(connection, claim.wish_id)
    if claim is None or wish is None or not claim.is_under_way:
        return False
    row = {"claim_id": claim_id, "person_id": person_id, "is_givers": is_givers}
    made = insert(table).values(row | {"words": words, "said_at": now}).returning(table.c.id)
    word_id: int = (await connection.execute(made)).scalar_one()
    told: tuple[int, ...] = (claim.person_id,)
    if is_givers:
        told = await wish_claims.whom_to_tell(connection, wish)
    for chat_id in told:
        await deliveries.owe(connection, WORD, word_id, chat_id, now)
    return True


@query
async def one(connection: AsyncConnection, word_id: int) -> Said | None:
    """The words with this id; None: they are gone, as it was handed over or given back."""
    found = select(table).where(table.c.id == word_id)
    return Said.of((await connection.execute(found)).one_or_none())
