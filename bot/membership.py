"""Coming and going: the bot's own, private chats opened and blocked, and people who leave a group.

Telegram tells of other people's standing only an administrator that asked (`allowed_updates`); a
message says of some that they came or went, also to a bot that is none. Either counts, once.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import (
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType

from bot.handling import Handling
from storage import chats, departures, hitches, people, supergroups
from storage.database import Work

GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def concerns(update: Update) -> bool:
    """True for what changes where the bot or somebody is, or what a group is called."""
    return (
        update.my_chat_member is not None
        or comes_or_goes(update)
        or bool(
            update.message
            and (
                update.message.migrate_to_chat_id
                or update.message.migrate_from_chat_id
                or update.message.new_chat_title
            )
        )
    )


def comes_or_goes(update: Update) -> bool:
    """True for people who left a group, or are in it again; what else changes is none of ours."""
    left, came = _movements(update)
    return bool(left or came)


async def handle(store: Handling, update: Update, now: datetime) -> None:
    """Remembers it, in one transaction with the update's completion."""
    if update.my_chat_member is not None:
        await store.write(_moved(update.my_chat_member, now))
    elif comes_or_goes(update) and update.effective_chat is not None:
        await store.write(_went(update.effective_chat.id, *_movements(update), now))
    elif update.message is not None:
        await store.write(_changed(update.message, now))


def _movements(update: Update) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The ids of people, no bots, who went and who came."""
    left: list[User] = []
    came: list[User] = []
    if update.chat_member is not None:
        change = update.chat_member
        was_there, is_there = (
            _is_there(one) for one in (change.old_chat_member, change.new_chat_member)
        )
        if was_there != is_there:
            (came if is_there else left).append(change.new_chat_member.user)
    elif update.message is not None:
        came += update.message.new_chat_members or ()
        left += [update.message.left_chat_member] if update.message.left_chat_member else []
    gone, here = ([one.id for one in group if not one.is_bot] for group in (left, came))
    return tuple(gone), tuple(here)


def _is_there(member: ChatMember) -> bool:
    """Bot API: who is restricted may be in the chat or not."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in GONE


def _went(chat_id: int, left: Sequence[int], came: Sequence[int], now: datetime) -> Work[None]:
    async def work(connection: AsyncConnection) -> None:
        for person_id in left:
            await departures.note(connection, chat_id, person_id, now)
        for person_id in came:
            await departures.come_back(connection, chat_id, person_id)

    return work


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
