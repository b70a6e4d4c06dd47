"""The one who said it: more words, whether it is solved, how it stands, and back again."""

from commands.kit import Post, Talk
from commands.voices import handlers, letters, standings
from locales import Words
from storage import voice_ends, voice_queries
from storage.database import Store
from storage.voices import Voice


async def mine(talk: Talk, numbers: tuple[int, ...]) -> None:
    """How it stands, below all the rest."""
    voice = await own(talk, numbers)
    if voice is not None:
        await talk.reply(
            standings.how_it_stands(talk.words, voice, await leading(talk.store, voice))
        )


async def said_more(talk: Talk, voice_id: int) -> bool:
    """A reply to any message about it; False: it is not in private."""
    if not talk.place.is_private:
        return False
    voice = await own(talk, (voice_id,))
    if voice is None:
        return True
    said = await handlers.taken(talk)
    if said is None:
        return True
    if await voice_ends.add(talk.store, voice.id, said, handlers.speaker(talk)):
        await talk.reply(letters.brought(talk.words, voice))
    else:
        await talk.say(letters.not_yours(talk.words))
    return True


async def yes(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is solved, and so it ends."""
    voice = await own(talk, numbers)
    if voice is None:
        return
    if await voice_ends.agree(talk.store, voice.id, handlers.speaker(talk)):
        await talk.edit(letters.agreed(talk.words, voice))
    else:
        await talk.toast(talk.words.t("Nobody asks that just now."))


async def no(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is open again."""
    voice = await own(talk, numbers)
    if voice is None:
        return
    if await voice_ends.disagree(talk.store, voice.id, handlers.speaker(talk)):
        await talk.edit(letters.again(talk.words, voice))
    else:
        await talk.toast(talk.words.t("Nobody asks that just now."))


async def back(talk: Talk, numbers: tuple[int, ...]) -> None:
    voice = await own(talk, numbers)
    if voice is not None:
        await talk.edit(standings.sure(talk.words, voice))


async def surely(talk: Talk, numbers: tuple[int, ...]) -> None:
    voice = await own(talk, numbers)
    if voice is None:
        return
    if await voice_ends.take_back(talk.store, voice.id, handlers.speaker(talk)):
        await talk.edit(letters.taken_back(talk.words, voice))
    else:
        await talk.toast(letters.not_yours(talk.words), alert=True)


async def passing(store: Store, words: Words, voice_id: int) -> Post | None:
    voice = await voice_queries.one(store, voice_id)
    return letters.passing(words, voice, await leading(store, voice)) if voice else None


async def answered(store: Store, words: Words, part_id: int) -> Post | None:
    voice = await voice_queries.voice_of_part(store, part_id)
    part = next((one for one in voice.parts if one.id == part_id), None) if voice else None
    return letters.answered(words, voice, part) if voice and part else None


async def asked(store: Store, words: Words, voice_id: int) -> Post | None:
    voice = await voice_queries.one(store, voice_id)
    return letters.asked(words, voice, await leading(store, voice)) if voice else None


async def ended(store: Store, words: Words, voice_id: int) -> Post | None:
    voice = await voice_queries.one(store, voice_id)
    return letters.ended(words, voice) if voice else None


async def together(store: Store, words: Words, voice_id: int) -> Post | None:
    voice = await voice_queries.one(store, voice_id)
    return letters.together(words, voice) if voice else None


async def leading(store: Store, voice: Voice) -> Voice:
    """The one that it was joined to, or itself."""
    main = await voice_queries.one(store, voice.main_id) if voice.main_id is not None else None
    return main or voice


async def own(talk: Talk, numbers: tuple[int, ...]) -> Voice | None:
    """The voice of a button, if this person said it; else says why not."""
    voice = await voice_queries.one(talk.store, numbers[0]) if numbers else None
    person_id = talk.asker.person.id
    if voice is not None and talk.place.is_private and voice.number is not None:
        if voice.person_id == person_id:
            return voice
        if talk.cloak.is_of(voice.key_name, voice.handle, person_id):
            talk.unname()
            return voice
    if talk.query_id:
        await talk.toast(letters.not_yours(talk.words), alert=True)
    else:
        await talk.reply(Post(letters.not_yours(talk.words)))
    return None
