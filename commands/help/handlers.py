"""Help, the first greeting, and the last resort."""

from commands.help import manuals, views
from commands.help.rules import is_command, likely, most_useful, named, sections
from commands.kit import Post, Talk, clip
from locales import Words
from storage import attachments, chats
from storage.database import Store

HELP = "help"
LONGEST = 60


async def help_(talk: Talk) -> None:
    """`/help`, and `/help notice` for one command."""
    if not talk.args:
        await talk.reply(_everything(talk))
        return
    role = talk.asker.role
    command = named(talk.features, talk.args)
    if command is None:
        close = likely(talk.features, role, talk.args)
        await talk.reply(manuals.no_such(talk.words, talk.args, close))
    else:
        await talk.reply(manuals.explanation(talk.words, command, role))


async def show(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button that asks for everything."""
    await talk.reply(_everything(talk))


async def start(talk: Talk) -> None:
    """The Start button of Telegram."""
    if talk.place.is_private:
        await talk.reply(views.greeting(talk.words, talk.asker))
    else:
        await talk.reply(views.greeting_in_group(talk.words))


async def otherwise(talk: Talk) -> None:
    """What nothing else explains, answered with what would work."""
    role, text, album = talk.asker.role, talk.message.text, talk.message.media_group_id
    if album and not text and await attachments.knows_album(talk.store, talk.place.id, album):
        return  # its brother was answered
    close = likely(talk.features, role, text)
    if is_command(text):
        await talk.reply(manuals.no_such(talk.words, text, close))
    elif talk.message.photo is not None:
        await talk.reply(views.how_to_report(talk.words, role))
    elif close:
        await talk.reply(manuals.perhaps(talk.words, close))
    else:
        useful = most_useful(talk.features, role, HELP)
        await talk.reply(views.hint(talk.words, useful, clip(text, LONGEST)))


def _everything(talk: Talk) -> Post:
    role = talk.asker.role
    if talk.place.is_private:
        return manuals.manual(talk.words, sections(talk.features, role), role)
    return manuals.short_manual(talk.words, most_useful(talk.features, role, HELP), role)


async def introduce(store: Store, words: Words, chat_id: int) -> Post:
    """The first message to a group, which says what the bot still needs there."""
    group = await chats.one(store, chat_id)
    administers = group is not None and group.is_administrator
    return views.introduction(words, is_administrator=administers)
