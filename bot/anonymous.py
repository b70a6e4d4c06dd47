"""Anonymous administrators: Telegram hides who wrote, a press of a button shows it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from commands.kit import Delivery, Post, button, pack
from locales import Words
from storage import confirmations, deliveries
from storage.database import Store, transaction

CONFIRM = "confirm"


@transaction
async def ask(
    connection: AsyncConnection, update_id: int, chat_id: int, reply_to: int, now: datetime
) -> None:
    """Keeps the command and owes the question who it was."""
    confirmation_id = await confirmations.ask(connection, update_id, now)
    await deliveries.owe(connection, CONFIRM, confirmation_id, chat_id, now, reply_to=reply_to)


async def question(store: Store, words: Words, confirmation_id: int) -> Post:
    """Asks for the press, or says that it was confirmed."""
    if await confirmations.asked(store, confirmation_id) is None:
        return Post(words.t("Confirmed."))
    return Post(
        words.t(
            "You write as an anonymous administrator, so I cannot see who you are."
            " Press the button and I will do it in your name."
        ),
        ((button(words.t("It was me"), pack(CONFIRM, confirmation_id)),),),
    )


DELIVERY = Delivery(CONFIRM, question)


async def settle(connection: AsyncConnection, confirmation_id: int) -> None:
    """Within the command's own transaction: it counts once. Raises SettledError the second time."""
    await confirmations.settle(connection, confirmation_id)
    await deliveries.owe_edit(connection, CONFIRM, confirmation_id)
