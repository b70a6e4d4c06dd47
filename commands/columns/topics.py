"""`/topic`: a forum's topic for a column, made by the bot or bound where it is said."""

import logging
from collections.abc import Sequence

from commands.columns import forums, rules
from commands.columns.views import called, column_gone
from commands.kit import NoTopicError, Talk
from storage import chats, column_topics, columns, topics
from storage.chats import Chat
from storage.columns import Column

log = logging.getLogger(__name__)

NAME = 128
"""Bot API, createForumTopic: 1-128 characters."""


async def topic(talk: Talk) -> None:
    """In a topic: which column is it? In private: the topics of all groups."""
    words = talk.words
    if talk.place.is_private:
        await talk.reply(forums.which_group(words, await chats.joined(talk.store)))
    elif talk.place.topic_id is None:
        await talk.reply(forums.say_it_in_a_topic(words))
    else:
        writable = rules.writable(await columns.every(talk.store))
        await talk.reply(forums.which_column(words, writable, talk.place.topic_id))


async def groups(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The groups there are, from another message."""
    await talk.reply(forums.which_group(talk.words, await chats.joined(talk.store)))


async def bind_here(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A column, for the topic where it was asked; the press of anybody of staff counts."""
    column_id, topic_id = (*numbers, 0, 0)[:2]
    one = await _column(talk, column_id)
    if one is None:
        return
    is_its_own = talk.place.topic_id in {topic_id, None}
    if talk.place.is_private or not topic_id or not is_its_own:
        await talk.toast(talk.words.t("Please type /topic in the topic itself."))
        return
    await column_topics.bind(talk.store, one.id, talk.place.id, topic_id)
    text = talk.words.t(
        "🧵 New articles of {column} come into this topic from now on.",
        column=called(talk.words, one),
    )
    await talk.edit(forums.done(text))


async def of_group(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The columns with their topics in a group."""
    group = await _group(talk, (*numbers, 0)[0])
    if group is not None:
        await _show(talk, group, (*numbers, 1, 1)[1])


async def of_column(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What a column's topic in a group can be."""
    group = await _group(talk, (*numbers, 0, 0)[1])
    one = await _column(talk, (*numbers, 0)[0]) if group else None
    if group is not None and one is not None:
        known = [each for each in await topics.of(talk.store, group.id) if each.is_open]
        bindings = await column_topics.every(talk.store)
        await talk.edit(forums.choices(talk.words, one, group, known, bindings))


async def make(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The bot opens a topic for a column."""
    group = await _group(talk, (*numbers, 0, 0)[1])
    one = await _column(talk, (*numbers, 0)[0]) if group else None
    if group is not None and one is not None and await _made(talk, group, (one,)):
        await talk.toast(talk.words.t("🧵 Done: new articles go there from now on."))
        await _show(talk, group, 1)


async def make_all(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One for each column that has none yet."""
    group = await _group(talk, (*numbers, 0)[0])
    if group is None:
        return
    bindings = await column_topics.every(talk.store)
    bound = {each.column_id for each in bindings if each.chat_id == group.id and each.is_open}
    every = rules.articles_only(await columns.every(talk.store))
    if await _made(talk, group, [one for one in every if one.id not in bound]):
        await talk.toast(talk.words.t("🧵 Done: new articles go there from now on."))
        await _show(talk, group, 1)


async def bind(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A topic that is there already."""
    column_id, chat_id, topic_id = (*numbers, 0, 0, 0)[:3]
    group = await _group(talk, chat_id)
    one = await _column(talk, column_id) if group else None
    if group is None or one is None:
        return
    known = {each.topic_id for each in await topics.of(talk.store, group.id) if each.is_open}
    if topic_id not in known:
        await talk.toast(talk.words.t("That topic is closed or gone."))
        return
    await column_topics.bind(talk.store, one.id, group.id, topic_id)
    await talk.toast(talk.words.t("🧵 Done: new articles go there from now on."))
    await _show(talk, group, 1)


async def unbind(talk: Talk, numbers: tuple[int, ...]) -> None:
    """New articles go to the group's general part again."""
    group = await _group(talk, (*numbers, 0, 0)[1])
    one = await _column(talk, (*numbers, 0)[0]) if group else None
    if group is not None and one is not None:
        await column_topics.unbind(talk.store, one.id, group.id)
        await talk.toast(talk.words.t("New articles go to the group's general part again."))
        await _show(talk, group, 1)


async def call_alike(talk: Talk, one: Column, name: str) -> tuple[list[str], list[str]]:
    """Topics that have the column's name get its new one: the groups where, and where not."""
    titles = {group.id: group.title for group in await chats.joined(talk.store)}
    done: list[str] = []
    left: list[str] = []
    for topic in await column_topics.every(talk.store):
        is_alike = topic.is_open and topic.name == one.name[:NAME]
        if topic.column_id != one.id or not is_alike:
            continue
        title = titles.get(topic.chat_id) or str(topic.chat_id)
        try:
            await talk.outlet.rename_topic(topic.chat_id, topic.topic_id, name[:NAME])
        except NoTopicError as error:
            log.info("A topic in %d keeps its name: %s", topic.chat_id, error)
            left.append(title)
        else:
            done.append(title)
            where = topic.chat_id, topic.topic_id
            await column_topics.bind(talk.store, one.id, *where, name[:NAME])
    return done, left


async def _made(talk: Talk, group: Chat, wanted: Sequence[Column]) -> bool:
    """Opens what is missing; an open topic that is called so is taken. False: Telegram refused."""
    known = {each.name: each for each in await topics.of(talk.store, group.id) if each.is_open}
    for one in wanted:
        name = one.name[:NAME]
        try:
            there = known.get(name)
            topic_id = there.topic_id if there else await talk.outlet.open_topic(group.id, name)
        except NoTopicError as error:
            log.info("No topic in %d: %s", group.id, error)
            await talk.toast(forums.refused(talk.words, str(error)), alert=True)
            return False
        await column_topics.bind(talk.store, one.id, group.id, topic_id, name)
    return True


async def _show(talk: Talk, group: Chat, page: int) -> None:
    every = await columns.every(talk.store)
    bindings = await column_topics.every(talk.store)
    await talk.edit(forums.overview(talk.words, group, every, bindings, page))


async def _column(talk: Talk, column_id: int) -> Column | None:
    one = rules.the(rules.live(await columns.every(talk.store)), column_id)
    if one is None:
        await talk.toast(column_gone(talk.words))
    return one


async def _group(talk: Talk, chat_id: int) -> Chat | None:
    found = (one for one in await chats.joined(talk.store) if one.id == chat_id)
    group = next(found, None)
    if group is None:
        await talk.toast(talk.words.t("I am not in that group any more."))
    return group
