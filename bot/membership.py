"""The bot's own coming and going: groups joined and left, private chats opened and blocked."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.handling import Handling
from storage import chats, hitches, people, supergroups
from storage.database import Work

GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def concerns(update: Update) -> bool:
    """True for what changes where the bot is, or what a group is called."""
    return update.my_chat_member is not None or bool(
        update.message
        and (
            update.message.migrate_to_chat_id
            or update.message.migrate_from_chat_id
            or update.message.new_chat_title
        )
    )


async def handle(store: Handling, update: Update, now: datetime) -> None:
    """Remembers it, in one transaction with the update's completion."""
    if update.my_chat_member is not None:
        await store.write(_moved(update.my_chat_member, now))
    elif update.message is not None:
        await store.write(_changed(update.message, now))


def _moved(change: ChatMemberUpdated, now: datetime) -> Work[None]:
    chat, status = change.chat, change.new_chat_member.status
    was_there, is_there = change.old_chat_member.status not in GONE, status not in GONE
    administers = status == ChatMemberStatus.ADMINISTRATOR

    async def work(connection: AsyncConnection) -> None:
        if chat.type == ChatType.PRIVATE:
            await people.reach(connection, chat.id, is_reachable=is_there)
        elif is_there:
            if was_there:
                await chats.meet(connection, chat.id, chat.title or "")
            else:
                await chats.join(connection, chat.id, chat.title or "", now)
                await hitches.regain(connection, chat.id, now)
            await chats.stand(connection, chat.id, is_administrator=administers)
            if administers:
                await hitches.administer(connection, chat.id)
        else:
            await chats.leave(connection, chat.id)
            await hitches.lose(connection, chat.id, now)

    return work


def _changed(message: Message, now: datetime) -> Work[None]:
    """A group that becomes a supergroup says so twice, in the old and in the new: in any order."""
    here, to, origin = message.chat.id, message.migrate_to_chat_id, message.migrate_from_chat_id

    async def work(connection: AsyncConnection) -> None:
        if to or origin:
            await supergroups.migrate(connection, origin or here, to or here, now)
        else:
            await chats.meet(connection, message.chat.id, message.chat.title or "")

    return work
