"""Help, the first greeting, and the last resort."""

from commands.help import courtesies, firsts, manuals, tasks, views
from commands.help.courtesies import Courtesy
from commands.help.rules import is_command, likely, most_useful, named, sections, wishes
from commands.kit import Asker, Post, Role, Talk, clip, run
from locales import Words
from storage import attachments, chats, first_steps, people, searches
from storage.database import Store

HELP = "help"
LONGEST = 60
A_SENTENCE = 8
"""Characters: what is shorter says too little to be a notice, or what was done."""
ROLES = {
    first_steps.MEMBER: Role.MEMBER,
    first_steps.LIAISON: Role.LIAISON,
    first_steps.STAFF: Role.STAFF,
}


async def help_(talk: Talk) -> None:
    """`/help`, and `/help notice` for one command."""
    if not talk.args:
        await talk.reply(_short(talk))
        return
    role = talk.asker.role
    command = named(talk.features, talk.args)
    if command is None:
        close = likely(talk.features, role, talk.args)
        await talk.reply(manuals.no_such(talk.words, talk.args, close))
    else:
        await talk.reply(manuals.explanation(talk.words, command, role))


async def show(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button that asks how things are done."""
    await talk.reply(_short(talk))


async def show_all(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button that asks for every command; in a group that would be too much."""
    role = talk.asker.role
    if talk.place.is_private:
        await talk.reply(manuals.manual(talk.words, sections(talk.features, role), role))
    else:
        await talk.reply(_short(talk))


async def start(talk: Talk) -> None:
    """The Start button of Telegram; that the chat is open is written down before it is answered."""
    if not talk.place.is_private:
        await talk.reply(views.greeting_in_group(talk.words))
        return
    is_new = await _is_new_in_the_role(talk)
    await talk.reply(views.greeting(talk.words, talk.asker))
    if is_new:
        await talk.reply(firsts.steps(talk.words, talk.asker.role))


async def first_steps_owed(store: Store, words: Words, number: int) -> Post | None:
    """Of a role that somebody was given; nothing when it is another one by now."""
    kept = await first_steps.one(store, number)
    person, served = await people.known(store, kept.person_id) if kept else (None, ())
    if kept is None or person is None or Asker(person, served).role != ROLES[kept.role]:
        return None
    return firsts.steps(words, ROLES[kept.role])


async def otherwise(talk: Talk) -> None:
    """What nothing else explains, answered with what would work."""
    role, text, album = talk.asker.role, talk.message.text, talk.message.media_group_id
    if text.strip() == f"@{talk.outlet.bot_username}":
        await talk.reply(_short(talk))
        return
    if album and not text and await attachments.knows_album(talk.store, talk.place.id, album):
        return  # its brother was answered
    if await _is_met_kindly(talk):
        return
    close = likely(talk.features, role, text)
    if is_command(text):
        await talk.reply(manuals.no_such(talk.words, text, close))
    elif talk.message.photo is not None:
        await talk.reply(views.how_to_report(talk.words, role))
    elif close:
        await talk.reply(manuals.perhaps(talk.words, close))
    else:
        await _hint(talk)


async def meant(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What was written without a command is done as if its role's command stood before it."""
    kept = await searches.one(talk.store, numbers[0]) if numbers else None
    offer = views.OFFERS.get(talk.asker.role)
    command = named(talk.features, offer.command) if offer else None
    if kept is None or command is None:
        await talk.toast(
            talk.words.t("I do not have these words any more. Please send them again.")
        )
    else:
        await run(talk, command, kept.words)


async def _hint(talk: Talk) -> None:
    role, text, is_private = talk.asker.role, talk.message.text, talk.place.is_private
    useful = most_useful(talk.features, role, HELP)
    offer = views.OFFERS.get(role) if is_private and len(text) >= A_SENTENCE else None
    kept = (await searches.remember(talk.store, text, talk.now)).id if offer else 0
    ways = views.ways(talk.words, offer, kept, is_private=is_private)
    await talk.reply(views.hint(talk.words, useful, clip(text, LONGEST), ways))


async def _is_met_kindly(talk: Talk) -> bool:
    """True for a greeting, thanks or a nod."""
    meant = courtesies.courtesy(talk.message.text)
    if meant is None:
        return False
    if meant is Courtesy.GREETING:
        await talk.reply(views.greeting(talk.words, talk.asker))
    else:
        await talk.reply(views.kind_word(talk.words, meant, is_private=talk.place.is_private))
    return True


async def _is_new_in_the_role(talk: Talk) -> bool:
    """True once for each role, as it is written down that the first steps are shown."""
    role, person = talk.asker.role, talk.asker.person.id
    name = next(name for name, one in ROLES.items() if one is role)
    if await first_steps.are_shown(talk.store, person, name):
        return False
    return await first_steps.show(talk.store, person, name, talk.now)


def _short(talk: Talk) -> Post:
    role = talk.asker.role
    if talk.place.is_private:
        return tasks.tasks(talk.words, wishes(talk.features, role))
    return manuals.short_manual(talk.words, most_useful(talk.features, role, HELP), role)


async def introduce(store: Store, words: Words, chat_id: int) -> Post:
    """The first message to a group, which says what the bot still needs there."""
    group = await chats.one(store, chat_id)
    administers = group is not None and group.is_administrator
    return views.introduction(words, is_administrator=administers)
