"""`/tags`: a list by kind, in one message that buttons turn over; names come by a reply."""

from commands.activities.tagging import views
from commands.kit import Post, Role, Talk
from locales import Words
from storage import activities, tags
from storage.database import Store
from storage.tags import LINKAGES, Tag

LONGEST = 12


async def listed(talk: Talk) -> None:
    """`/tags`."""
    await talk.reply(views.kinds(talk.words, await tags.every(talk.store)))


async def back(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """All kinds again."""
    await talk.edit(views.kinds(talk.words, await tags.every(talk.store)))


async def of_kind(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The tags of one kind."""
    linkage = _linkage(numbers)
    if linkage is None:
        await talk.toast(views.unknown(talk.words))
    else:
        await talk.edit(views.of_kind(talk.words, linkage, await tags.every(talk.store)))


async def shown(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One tag, with what can be done."""
    tag = await _tag(talk, numbers)
    if tag is not None:
        await talk.edit(views.tag(talk.words, tag))


async def offered(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Retired, or offered again."""
    tag = await _tag(talk, numbers[:1])
    if tag is not None:
        is_offered = not tag.is_offered
        await tags.offer(talk.store, tag.id, is_offered=is_offered)
        await talk.edit(views.tag(talk.words, tag.model_copy(update={"is_offered": is_offered})))


async def ask_new(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks for the name of a new tag of a kind."""
    if _linkage(numbers) is None:
        await talk.toast(views.unknown(talk.words))
    else:
        await _ask(talk, views.ADD, numbers[0])


async def ask_name(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks for another name of a tag."""
    tag = await _tag(talk, numbers)
    if tag is not None:
        await _ask(talk, views.RENAME, tag.id)


async def new_question(_store: Store, words: Words, place: int) -> Post | None:
    return views.new_question(words, LINKAGES[place])


async def name_question(store: Store, words: Words, tag_id: int) -> Post | None:
    tag = next((one for one in await tags.every(store) if one.id == tag_id), None)
    return views.name_question(words, tag) if tag else None


async def new_answered(talk: Talk, place: int) -> None:
    """A reply with the name of a new tag."""
    name = await _name(talk)
    if name:
        made = await tags.add(talk.store, LINKAGES[place], name)
        await talk.say(views.added(talk.words, made) if made else views.taken(talk.words, name))


async def name_answered(talk: Talk, tag_id: int) -> None:
    """A reply with another name."""
    name = await _name(talk)
    if name:
        is_done = await tags.rename(talk.store, tag_id, name)
        await talk.say((views.renamed if is_done else views.taken)(talk.words, name))


async def _name(talk: Talk) -> str:
    """The name that was replied; empty when it is none, or not staff's, and then that is said."""
    name = " ".join(talk.message.text.split())
    if talk.asker.role < Role.STAFF:
        await talk.say(views.only_staff(talk.words))
        return ""
    if not any(character.isalnum() for character in name) or len(name) > LONGEST:
        await talk.say(views.bad_name(talk.words, LONGEST))
        return ""
    return name


async def _ask(talk: Talk, kind: str, subject_id: int) -> None:
    await activities.ask(
        talk.store, kind, subject_id, talk.place.id, talk.now, reply_to=talk.message.id
    )
    await talk.toast(views.answer_below(talk.words))


async def _tag(talk: Talk, numbers: tuple[int, ...]) -> Tag | None:
    """The tag of a button; else says that there is none."""
    known = {one.id: one for one in await tags.every(talk.store)}
    tag = known.get(numbers[0]) if len(numbers) == 1 else None
    if tag is None:
        await talk.toast(views.unknown(talk.words))
    return tag


def _linkage(numbers: tuple[int, ...]) -> str | None:
    is_one = len(numbers) == 1 and 0 <= numbers[0] < len(LINKAGES)
    return LINKAGES[numbers[0]] if is_one else None
