"""`/say`: with a name or without one, then the words, then a look at all of it, then a number."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time

from commands.kit import Command, Post, Talk
from commands.voices import drafts, rules
from commands.voices.drafts import NAMELESS
from storage import people, voice_drafts, voice_queries
from storage.cloaks import Screen
from storage.voice_drafts import MOST_CHARACTERS, MOST_PHOTOS, Said, Speaker
from storage.voices import Voice

Answer = Callable[[Talk, Voice], Awaitable[None]]


async def say(talk: Talk) -> None:
    """Nothing is kept before the choice: the words stand in the message that this answers."""
    if not talk.place.is_private:
        await talk.reply(drafts.in_private(talk.words))
        return
    person_id = talk.asker.person.id
    draft = await voice_queries.draft_of(talk.store, person_id, talk.cloak)
    if draft is not None and draft.parts and not talk.args:
        await _show(talk, draft)
    elif not talk.cloak.has_room(person_id, talk.today):
        await talk.reply(drafts.enough(talk.words))
    else:
        post = drafts.choice(talk.words, has_words=bool(talk.args))
        talk.has_answered = True
        await talk.outlet.send(talk.place.id, post, talk.message.id if talk.args else None)


async def chosen(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A draft begins, with the words of the message that the question answered."""
    how, kept = (*numbers, NAMELESS, 0)[:2]
    person_id = talk.asker.person.id
    known, _ = await people.known(talk.store, person_id)
    if not talk.place.is_private or known is None:
        await talk.toast(talk.words.t("Please begin anew with /say."))
        return
    if not talk.cloak.has_room(person_id, talk.today):
        await talk.edit(drafts.enough(talk.words))
        return
    is_nameless = how == NAMELESS
    key_name = await asyncio.to_thread(talk.cloak.new_key) if is_nameless else None
    answered = talk.message.reply_to
    text = rules.without_command(answered.spelt_out()) if kept and answered else ""
    said = Said(text=text) if 0 < len(text) <= MOST_CHARACTERS else None
    if is_nameless:
        talk.unname()
    await voice_drafts.begin(talk.store, speaker(talk), key_name, said)
    await talk.edit(drafts.begun(talk.words, is_nameless=is_nameless))
    talk.cloak.screens.pop(person_id, None)
    draft = await voice_queries.draft_of(talk.store, person_id, talk.cloak)
    if len(text) > MOST_CHARACTERS:
        await talk.reply(Post(drafts.too_long(talk.words)))
    elif draft is not None and said is not None:
        await _show(talk, draft)


async def again(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The command, from a button."""
    await say(talk.as_typed(""))


async def never(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """No after all: there is nothing to delete."""
    await talk.edit(drafts.never(talk.words))


async def written(talk: Talk) -> bool:
    """What comes while a draft is open is a part of it; False: there is none."""
    person_id = talk.asker.person.id
    draft = await voice_queries.draft_of(talk.store, person_id, talk.cloak)
    if draft is None:
        return False
    if draft.is_nameless:
        talk.unname()
    said = await taken(talk, len(draft.body), len(draft.photos))
    if said is None:
        return True
    if await voice_drafts.add(talk.store, draft.id, said):
        draft = await voice_queries.draft_of(talk.store, person_id, talk.cloak)
    if draft is not None:
        await _show(talk, draft)
    return True


async def edited(talk: Talk, _command: Command | None) -> bool:
    """What was changed does not come in by itself; False: nothing is being written."""
    if not talk.place.is_private:
        return False
    person_id = talk.asker.person.id
    draft = await voice_queries.draft_of(talk.store, person_id, talk.cloak)
    if draft is None:
        return False
    if draft.is_nameless:
        talk.unname()
    await talk.reply(Post(drafts.not_edited(talk.words)))
    return True


async def empty(talk: Talk, numbers: tuple[int, ...]) -> None:
    draft = await _draft(talk, numbers)
    if draft is not None:
        await voice_drafts.empty(talk.store, draft.id)
        await talk.edit(drafts.emptied(talk.words))
        talk.cloak.screens.pop(talk.asker.person.id, None)


async def drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    draft = await _draft(talk, numbers)
    if draft is not None:
        await voice_drafts.drop(talk.store, draft.id)
        await talk.edit(drafts.dropped(talk.words))
        talk.cloak.screens.pop(talk.asker.person.id, None)


async def hand_in(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It gets its number, and the person's pace counts one more."""
    draft = await _draft(talk, numbers)
    if draft is None:
        return
    person_id = talk.asker.person.id
    if not talk.cloak.has_room(person_id, talk.today):
        await talk.reply(drafts.enough(talk.words))
        return
    number = await voice_drafts.hand_in(talk.store, draft.id, speaker(talk))
    if number is None:
        await talk.toast(talk.words.t("It says nothing yet: please write something first."))
        return
    talk.cloak.count(person_id, talk.today)
    talk.cloak.screens.pop(person_id, None)
    post = drafts.handed_in(talk.words, number, draft.id, is_nameless=draft.is_nameless)
    await talk.edit(post)


async def taken(talk: Talk, characters: int = 0, photos: int = 0) -> Said | None:
    """What came, as it may be kept; None: it may not, and that was said."""
    message, words = talk.message, talk.words
    text = message.spelt_out().strip()
    if characters + len(text) > MOST_CHARACTERS:
        await talk.reply(Post(drafts.too_long(words)))
    elif message.photo is not None and photos >= MOST_PHOTOS:
        await talk.reply(Post(drafts.too_many(words)))
    elif message.photo is not None and talk.keep is not None:
        midnight = datetime.combine(talk.today, time(), talk.zone).astimezone(UTC)
        kept = await talk.keep(message.photo.file_id, midnight)
        if kept is not None:
            return Said(text=text, path=kept.path, sha256=kept.sha256)
        await talk.reply(Post(drafts.unreadable(words)))
    elif message.attachment is not None:
        await talk.reply(Post(drafts.as_photo(words)))
    elif message.spot is not None:
        spot = message.spot
        return Said(text=text, latitude=spot.latitude, longitude=spot.longitude)
    elif text:
        return Said(text=text)
    else:
        await talk.reply(Post(drafts.not_taken(words)))
    return None


def speaker(talk: Talk) -> Speaker:
    """Who speaks now."""
    person_id = talk.asker.person.id
    return Speaker(person_id, talk.cloak, talk.now, rules.soon(talk.now), talk.today)


async def _draft(talk: Talk, numbers: tuple[int, ...]) -> Voice | None:
    """The draft of a button, if it is this person's; else says that it is gone."""
    draft = await voice_queries.draft_of(talk.store, talk.asker.person.id, talk.cloak)
    if draft is None or draft.id != (numbers[0] if numbers else None):
        await talk.toast(drafts.gone(talk.words))
        return None
    if draft.is_nameless:
        talk.unname()
    return draft


async def _show(talk: Talk, draft: Voice) -> None:
    """One preview below all the rest; photos of one album change the one that there is."""
    post = drafts.preview(talk.words, draft)
    screens, person_id = talk.cloak.screens, talk.asker.person.id
    last, album = screens.get(person_id), talk.message.media_group_id
    talk.has_answered = True
    if last is not None and album is not None and last.album == album:
        await talk.outlet.edit(talk.place.id, last.message_id, post)
        return
    first, *_ = await talk.outlet.send(talk.place.id, post, None)
    screens[person_id] = Screen(first, album)
    if last is not None:
        await talk.outlet.delete(talk.place.id, (last.message_id,))
